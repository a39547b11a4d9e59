import { BLACK } from '../../base/colour.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { FontRole } from '../../model/face.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Elastic } from '../../model/layout.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { TablePart } from '../../model/story.ts';
import { lineItems } from '../items.ts';
import { linesOf, partOf, partStyle, ruleItem, type PartPlace } from './part.ts';

const NUMBER_WITH_UNIT = /^\s*([+\-−]?\d[\d,.]*)\s*(\P{N}{0,4})$/u;

/** Whether a table is words with one number each, which a box may print large: 新增公共充电桩 126 个. */
export function isFigureTable({ rows, headed }: TablePart): boolean {
  return (
    !headed &&
    rows.length > 0 &&
    rows.every(
      (row) =>
        row.length === 2 &&
        row[0]?.characters.trim() !== '' &&
        NUMBER_WITH_UNIT.test(row[1]?.characters ?? ''),
    )
  );
}

/** Body lines of large figures over a width in points: rows one under the other with thin rules between them. */
export function figureLines(part: TablePart, width: Pt, design: NewsDesign, composer: Composer): Elastic {
  const { rows, size } = setFigures(part, width, design, composer);
  const tallest =
    Math.max(...rows.map(({ label }) => label.length)) * LABEL_LEADING * design.styles.table.size;
  const least = Math.max(size * 1.3, tallest + LABEL_WHITE * design.styles.table.size) / design.leading;
  const lines = (pitch: number): number => Math.ceil(Math.max(least, pitch) * rows.length);
  return { least: lines(LINES.least), natural: lines(LINES.natural), most: lines(LINES.most) };
}

/** Body lines of a row. */
const LINES: Elastic = { least: 2, natural: 2.5, most: 4 };

/** The figures, evenly over all lines of their place, so that a box is full: words left, numbers right, units beside. */
export function figureItems(
  part: TablePart,
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const set = setFigures(part, place.width, design, composer);
  const pitch = (place.lines * design.leading) / set.rows.length;
  const items = set.rows.flatMap((row, index) => {
    const baseline = place.y + index * pitch + (pitch + FIGURE_HEIGHT * set.size) / 2;
    return figureRow(row, { ...place, y: baseline }, set, design);
  });
  const rules = set.rows
    .slice(1)
    .map((_, index) => ruleItem({ ...place, y: place.y + (index + 1) * pitch }, RULE, BLACK, 'table'));
  return [...items, ...rules];
}

/** Weight of the rules between rows, points. */
const RULE: Pt = 0.25;
/** Height of figures over the baseline (hei), em of their size. */
const FIGURE_HEIGHT: Em = 0.74;
/** Size of the numbers in body sizes, and the white round the unit and after the words, em of the words. */
const NUMBER_SIZE = 2;
const AFTER_NUMBER: Em = 0.35;
const AFTER_LABEL: Em = 1;
/** Lines of long words, and their white to the rules, em. */
const LABEL_LEADING: Em = 1.25;
const LABEL_WHITE: Em = 0.8;
/** Faces of the numbers. */
const NUMBER_FACE: FontRole = 'hei';

interface Figures {
  readonly rows: readonly FigureRow[];
  /** Size of the numbers. */
  readonly size: Pt;
  /** Width of the column of units, the white before it included. */
  readonly units: Pt;
}

interface FigureRow {
  readonly label: readonly TypeLine[];
  readonly number: TypeLine;
  readonly unit: TypeLine | undefined;
}

function setFigures(part: TablePart, width: Pt, design: NewsDesign, composer: Composer): Figures {
  const { face, size: small } = design.styles.table;
  const cells = part.rows.flatMap(([label, figure]) =>
    label && figure ? [{ label, ...split(figure) }] : [],
  );
  const lines = cells.map(({ number, unit }) => ({
    number: composer.line(number, NUMBER_FACE),
    unit: unit && composer.line(unit, face),
  }));
  const widest = Math.max(...lines.map(({ number }) => number.width));
  const unitWidth = Math.max(0, ...lines.map(({ unit }) => unit?.width ?? 0)) * small;
  const units = unitWidth > 0 ? unitWidth + AFTER_NUMBER * small : 0;
  // Numbers of many figures leave half the width to the words.
  const size = Math.min(NUMBER_SIZE * design.size, (width / 2 - units) / widest);
  const room = width - units - widest * size - AFTER_LABEL * small;
  return {
    size,
    units,
    rows: cells.map(({ label }, row) => ({
      label: linesOf(label, partStyle(face, 'start', design), room / small, composer),
      number: lines[row]!.number,
      unit: lines[row]!.unit,
    })),
  };
}

/** `126 个` as its number and its unit. */
function split(figure: Text): { readonly number: Text; readonly unit: Text | undefined } {
  const match = NUMBER_WITH_UNIT.exec(figure.characters);
  const unit = match?.[2]?.trim() ?? '';
  const at = unit === '' ? figure.characters.length : figure.characters.lastIndexOf(unit);
  return {
    number: partOf(figure, 0, at),
    unit: unit === '' ? undefined : partOf(figure, at, figure.characters.length),
  };
}

function figureRow(
  { label, number, unit }: FigureRow,
  { x, y, width }: PartPlace,
  { size, units }: Figures,
  design: NewsDesign,
): readonly DisplayItem[] {
  const { colour, size: small } = design.styles.table;
  const edge = x + width - units;
  // One line of words shares the number's baseline; more stand round its middle.
  const height = (label.length - 1) * LABEL_LEADING * small;
  const middle = y - (FIGURE_HEIGHT * (size - small)) / 2;
  const first = label.length === 1 ? y : middle - height / 2;
  return [
    ...label.flatMap((line, at) =>
      lineItems(line, { x, y: first + at * LABEL_LEADING * small, size: small, colour, role: 'table' }),
    ),
    ...lineItems(number, { x: edge - number.width * size, y, size, colour, role: 'table' }),
    ...(unit
      ? lineItems(unit, { x: edge + AFTER_NUMBER * small, y, size: small, colour, role: 'table' })
      : []),
  ];
}
