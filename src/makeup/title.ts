import { BLACK } from '../base/colour.ts';
import type { Rect } from '../base/geometry.ts';
import type { Em, Pt } from '../base/units.ts';
import type { Composer, HeadingVariant } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Design, FlowColumn } from '../model/layout.ts';
import type { DisplayItem } from '../model/page.ts';
import type { PlannedBlock } from '../model/plan.ts';
import type { Shop } from './heads.ts';
import { centredBaseline, indentOf, lineItems } from './items.ts';

/** White under the box of a title, in body lines: less than above it, so that it belongs to what follows. */
const UNDER_BOX = 0.8;

/** White between the numeral's square and the title, in em of the title. */
const AFTER_NUMERAL: Em = 0.55;

/** A title may shrink to this share of its size before it takes one more line; none shrinks more for the others' sake. */
const LEAST_SHRINK = 0.8;

/** Lines that a title may take. */
const MOST_LINES = 3;

/** The title turned into as few lines as its column allows. */
export function titleText(title: Text, design: Design, composer: Composer): HeadingVariant {
  let set: HeadingVariant | undefined;
  for (let lines = 1; lines <= MOST_LINES; lines += 1) {
    set = composer.heading(title, design.title.face, lines) ?? set;
    if (set && titleOver(set, design).over <= 0) return set;
  }
  if (!set) throw new Error('a title must set in one line');
  return set;
}

/** The least size of a title, and the width by which it is too long for its column then; not above 0 when it goes in. */
export function titleOver(set: HeadingVariant, design: Design): { readonly size: Pt; readonly over: Pt } {
  const size = design.title.size * LEAST_SHRINK;
  return { size, over: set.width * size - titleRoom(design, design.title.occupy.natural) };
}

/** Height of the box of a title that takes `lines` body lines. */
function boxHeight({ leading, size, title }: Design, lines: number): Pt {
  return title.form === 'plain'
    ? lines * leading
    : lines * leading - UNDER_BOX * leading - (leading - size) / 2;
}

/** Width that the words of a title have in the narrowest column. */
function titleRoom(design: Design, lines: number): Pt {
  const width = Math.min(...design.flow.map((column) => column.width));
  const box = design.title.form === 'numeral-bar' ? boxHeight(design, lines) : 0;
  return width - box - (design.title.form === 'plain' ? 0 : AFTER_NUMERAL * design.title.size);
}

export interface TitlePlace {
  readonly column: FlowColumn;
  /** Top of its first body line. */
  readonly y: Pt;
  /** Body lines it takes, the white under it included. */
  readonly lines: number;
  /** Whether it stands at the head of its column. */
  readonly atHead: boolean;
}

/** A title with the column and the body lines that it has. */
export interface TitleRoom extends Pick<TitlePlace, 'column' | 'lines'> {
  readonly title: Text;
}

/**
 * The size of all titles of a page (house: titles of one rank have one size): the greatest in which all go in. One that is
 * too long for the least size alone is set smaller.
 */
export function titleSize(titles: readonly TitleRoom[], design: Design, composer: Composer): Pt {
  const sizes = titles.map(({ title, ...room }) => ownSize(titleText(title, design, composer), room, design));
  return Math.max(design.title.size * LEAST_SHRINK, Math.min(...sizes));
}

/** The greatest size of a title in its room. */
function ownSize(text: HeadingVariant, { column, lines }: Omit<TitleRoom, 'title'>, design: Design): Pt {
  const { size: natural, occupy, form } = design.title;
  if (form === 'plain') return Math.min(natural, column.width / text.width);
  // The words grow with the square, less than it does, and shrink to the width that is left.
  const square = squareOf(text, lines, design);
  const growth = square > 0 ? Math.pow(square / boxHeight(design, occupy.natural), 0.7) : 1;
  const width = column.width - square - AFTER_NUMERAL * natural;
  return Math.min(natural * growth, width / text.width, FULL_ROW * rowOf(text, lines, design));
}

/** Side of the square of the numeral: the height of a title of one line; 0 without a numeral. */
function squareOf(text: HeadingVariant, lines: number, design: Design): Pt {
  return design.title.form === 'numeral-bar' ? boxHeight(design, lines - text.lines.length + 1) : 0;
}

/** Height of each row of words between the rules. */
function rowOf(text: HeadingVariant, lines: number, design: Design): Pt {
  return (boxHeight(design, lines) - THIN - THICK) / text.lines.length;
}

/** Numeral, rules and words of a title at its place, in the size of the page's titles. */
export function titleItems(
  block: PlannedBlock,
  place: TitlePlace,
  common: Pt,
  shop: Shop,
): readonly DisplayItem[] {
  if (!block.title) return [];
  const { design, composer } = shop;
  const text = titleText(block.title, design, composer);
  const set = { text, size: Math.min(common, ownSize(text, place, design)) };
  return design.title.form === 'plain' ? plainTitle(set, place, design) : barTitle(block, set, place, shop);
}

interface SetTitle {
  readonly text: HeadingVariant;
  readonly size: Pt;
}

/** Words between white: level with the first line of the neighbours at a column head, else in the middle of its lines. */
function plainTitle({ text, size }: SetTitle, place: TitlePlace, design: Design): readonly DisplayItem[] {
  const { column, y, lines, atHead } = place;
  const { leading, title: style } = design;
  const white = (lines - text.lines.length) * leading;
  const top = y + (atHead ? 0 : white / 2);
  return text.lines.flatMap((line, row) => {
    const slack = column.width - line.width * size;
    const x = column.x + indentOf(style.align, slack);
    const baseline = centredBaseline(top + row * leading, leading, size);
    return lineItems(line, { x, y: baseline, size, colour: BLACK, role: 'title' });
  });
}

/** Weight of the thin rule over a title and of the thick one under it, points. */
const THIN: Pt = 0.5;
const THICK: Pt = 1.6;

/** Share of the height between the rules that the words may take. */
const FULL_ROW = 0.82;

/** A numeral in a square of colour, the title beside it between a thin rule and a thick one. */
function barTitle(
  block: PlannedBlock,
  set: SetTitle,
  { column, y, lines }: TitlePlace,
  shop: Shop,
): readonly DisplayItem[] {
  const { design } = shop;
  const height = boxHeight(design, lines);
  const square = squareOf(set.text, lines, design);
  const box: Rect = { x: column.x, y: y + (design.leading - design.size) / 2, width: column.width, height };
  return [
    ...barRules(box, square, block),
    ...(square > 0 ? numeralItems(block, { ...box, width: square }, shop) : []),
    ...barWords(set, box, square, design),
  ];
}

function barRules(box: Rect, square: Pt, { theme }: PlannedBlock): readonly DisplayItem[] {
  const rule = { kind: 'rect', role: 'decoration' } as const;
  return [
    { ...rule, fill: BLACK, x: box.x + square, y: box.y, width: box.width - square, height: THIN },
    { ...rule, fill: theme.fill, x: box.x, y: box.y + box.height - THICK, width: box.width, height: THICK },
  ];
}

/** The words beside the square, in rows between the rules. */
function barWords({ text, size }: SetTitle, box: Rect, square: Pt, design: Design): readonly DisplayItem[] {
  const indent = square + AFTER_NUMERAL * design.title.size;
  const row = (box.height - THIN - THICK) / text.lines.length;
  return text.lines.flatMap((line, index) => {
    const baseline = centredBaseline(box.y + THIN + index * row, row, size);
    return lineItems(line, { x: box.x + indent, y: baseline, size, colour: BLACK, role: 'title' });
  });
}

function numeralItems(
  { numeral, theme }: PlannedBlock,
  box: Rect,
  { design, composer }: Shop,
): readonly DisplayItem[] {
  const line = composer.line(numeral, design.title.numeralFace);
  const size = Math.min(0.66 * box.width, (0.86 * box.width) / line.width);
  const x = box.x + (box.width - line.width * size) / 2;
  const y = centredBaseline(box.y, box.height, size);
  return [
    { kind: 'rect', role: 'decoration', fill: theme.fill, ...box },
    ...lineItems(line, { x, y, size, colour: theme.ink, role: 'numeral' }),
  ];
}
