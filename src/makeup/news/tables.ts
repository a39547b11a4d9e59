import { TOLERANCE, type Em, type Pt } from '../../base/units.ts';
import { BLACK } from '../../base/colour.ts';
import type { FontRole } from '../../model/face.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { TablePart } from '../../model/story.ts';
import { lineItems } from '../items.ts';
import { gridBaseline, HAN_ASCENT, linesOf, overOf, partStyle, ruleItem, type PartPlace } from './part.ts';

/**
 * A table in a column: cells of whole body lines, thin rules between the rows, a line of white with the outer rules over
 * and under it. `measure` is the width in body characters.
 */
export function tableLines(part: TablePart, measure: Em, design: NewsDesign, composer: Composer): number {
  const set = setTable(part, measure * design.size, design, composer);
  return set.rows.reduce((sum, { lines }) => sum + lines, 0) + WHITE_LINES;
}

/** Width by which the widest word of a table leaves its cell at the least size, points; 0 when every cell holds. */
export function tableOver(part: TablePart, measure: Em, design: NewsDesign, composer: Composer): Pt {
  return setTable(part, measure * design.size, design, composer).over;
}

/** The table at its place, cells in the order of the copy; every baseline stands on the body grid. */
export function tableItems(
  part: TablePart,
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const set = setTable(part, place.width, design, composer);
  const rules: DisplayItem[] = [outerRule(place, 0, set, design)];
  const cells: DisplayItem[] = [];
  let line = 1;
  set.rows.forEach((row, index) => {
    cells.push(...rowOf(row, set, { ...place, y: place.y + line * design.leading }, design));
    line += row.lines;
    const last = index === set.rows.length - 1;
    const headed = part.headed && index === 0;
    if (last) rules.push(outerRule(place, line, set, design));
    else rules.push(betweenRows(place, line, headed ? HEAD_RULE : ROW_RULE, { set, design }));
  });
  return [...cells, ...rules];
}

/** White over and under a table, body lines; the outer rules stand in it. */
const WHITE_LINES = 2;
/** Weights of the rules at head and foot, under the names of the columns, and between rows, points. */
const OUTER_RULE: Pt = 1;
const HEAD_RULE: Pt = 0.5;
const ROW_RULE: Pt = 0.25;
/** White between columns, em: that of most tables, and of tables with many columns, as a share of a column. */
const GAP: Em = 1;
const GAP_SHARE = 0.3;
/** Sizes that are tried when a word is wider than its column, as shares of the style's. */
const SHARES: readonly number[] = [1, 0.94, 0.88];

export interface SetTable {
  readonly size: Pt;
  /** Left edges and widths of the columns from the left of the table. */
  readonly columns: readonly { readonly x: Pt; readonly width: Pt; readonly number: boolean }[];
  readonly rows: readonly SetTableRow[];
  readonly over: Pt;
}

interface SetTableRow {
  readonly cells: readonly (readonly TypeLine[])[];
  readonly lines: number;
}

/** The table set over a width, smaller by a step or two when a word would leave its cell. */
export function setTable(part: TablePart, width: Pt, design: NewsDesign, composer: Composer): SetTable {
  let set: SetTable | undefined;
  for (const share of SHARES) {
    set = setAt(part, width, design.styles.table.size * share, { design, composer });
    if (set.over <= TOLERANCE) return set;
  }
  if (!set) throw new Error('a table is tried at one size at least');
  return set;
}

interface Shop {
  readonly design: NewsDesign;
  readonly composer: Composer;
}

function setAt({ rows, headed }: TablePart, width: Pt, size: Pt, shop: Shop): SetTable {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const face = (row: number): FontRole =>
    headed && row === 0 ? shop.design.faces.strong : shop.design.styles.table.face;
  const naturals = Array.from({ length: count }, (_, column) =>
    rows.reduce((most, cells, row) => {
      const cell = cells[column];
      return cell ? Math.max(most, shop.composer.line(cell, face(row)).width) : most;
    }, 0),
  );
  const numbers = Array.from({ length: count }, (_, column) =>
    isNumberColumn(rows.slice(headed ? 1 : 0).flatMap((cells) => cells[column] ?? [])),
  );
  const widths = columnWidths(naturals, numbers, width / size);
  const set = rows.map((cells, row): SetTableRow => {
    const lines = cells.map((cell, column) =>
      linesOf(cell, partStyle(face(row), 'start', shop.design), widths[column] ?? 0, shop.composer),
    );
    return { cells: lines, lines: lines.reduce((most, cell) => Math.max(most, cell.length), 1) };
  });
  const over = Math.max(sum(widths) - width / size, ...set.flatMap(({ cells }) => cells.map(overOf)), 0);
  return { size, columns: placed(widths, numbers, { width, size }), rows: set, over: over * size };
}

const NUMBER = /^[+\-−–—~≈约¥￥$<>≤≥]?\s*\d[\d,.，．:：/\-–—~～\s]*\s*\P{N}{0,4}$/u;
/** What stands for a missing number. */
const NO_NUMBER = /^\s*(?:[-–—/…]+|无|不详)?\s*$/u;

/** Whether the cells are numbers, with or without a short unit. */
function isNumberColumn(cells: readonly Text[]): boolean {
  const words = cells.map(({ characters }) => characters);
  return (
    words.some((word) => NUMBER.test(word)) &&
    words.every((word) => NUMBER.test(word) || NO_NUMBER.test(word))
  );
}

/**
 * Natural widths where they go in. Else columns of numbers keep theirs as far as half the width allows, and the columns
 * of words share what is left: the widest give way first.
 */
function columnWidths(naturals: readonly Em[], numbers: readonly boolean[], width: Em): readonly Em[] {
  const gap = Math.min(GAP, (GAP_SHARE * width) / Math.max(1, naturals.length));
  const room = width - gap * (naturals.length - 1);
  // Rounding must not break a cell that just goes in.
  const needed = naturals.map((natural) => natural + TOLERANCE);
  if (sum(needed) <= room) return needed;
  const fixed = needed.map((natural, column) => (numbers[column] ? natural : 0));
  const wordy = numbers.some((number) => !number);
  const kept = !wordy
    ? needed.map(() => 0)
    : sum(fixed) <= room * MOST_FOR_NUMBERS
      ? fixed
      : fixed.map(() => 0);
  return levelled(needed, kept, room);
}

/** Share of the width that columns of numbers may take before they give way too. */
const MOST_FOR_NUMBERS = 0.65;

/** Columns that are not kept, cut to one width as great as the room allows. */
function levelled(naturals: readonly Em[], kept: readonly Em[], room: Em): readonly Em[] {
  const open = naturals.filter((_, column) => !kept[column]).toSorted((one, other) => one - other);
  let left = room - sum(kept);
  let level = 0;
  for (const [index, natural] of open.entries()) {
    const share = left / (open.length - index);
    level = Math.max(level, Math.min(natural, share));
    left -= Math.min(natural, share);
  }
  return naturals.map((natural, column) => kept[column] || Math.max(1, Math.min(natural, level)));
}

/** Columns from edge to edge: what is left over goes evenly between them. */
function placed(
  widths: readonly Em[],
  numbers: readonly boolean[],
  { width, size }: { readonly width: Pt; readonly size: Pt },
): SetTable['columns'] {
  const gap = widths.length > 1 ? (width / size - sum(widths)) / (widths.length - 1) : 0;
  let x = 0;
  return widths.map((each, column) => {
    const at = x;
    x += each + gap;
    return { x: at * size, width: each * size, number: numbers[column] ?? false };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rowOf(
  row: SetTableRow,
  { columns, size }: SetTable,
  place: PartPlace,
  design: NewsDesign,
): readonly DisplayItem[] {
  const { colour } = design.styles.table;
  return row.cells.flatMap((lines, index) => {
    const column = columns[index];
    return column
      ? lines.flatMap((line, at) => {
          const slack = column.number ? column.width - line.width * size : 0;
          const y = gridBaseline(place, at, design);
          return lineItems(line, { x: place.x + column.x + slack, y, size, colour, role: 'table' });
        })
      : [];
  });
}

/** A rule in the middle between the em boxes of two rows; `line` is the first line of the lower one. */
function betweenRows(
  place: PartPlace,
  line: number,
  weight: Pt,
  { set, design }: { readonly set: SetTable; readonly design: NewsDesign },
): DisplayItem {
  return ruleItem({ ...place, y: midway(place, line, set.size, design) }, weight, BLACK, 'table');
}

/** Middle of the white over the em box of type of `size` on line `line` and under the line before it. */
function midway(place: PartPlace, line: number, size: Pt, design: NewsDesign): Pt {
  return gridBaseline(place, line, design) - HAN_ASCENT * size - (design.leading - size) / 2;
}

/** The rule at head (`line` 0) or foot, a little further from the rows than the rules between them. */
function outerRule(place: PartPlace, line: number, { size }: SetTable, design: NewsDesign): DisplayItem {
  const away = OUTER_WHITE * design.leading;
  const y = line === 0 ? midway(place, 1, size, design) - away : midway(place, line, size, design) + away;
  return ruleItem({ ...place, y }, OUTER_RULE, BLACK, 'table');
}

/** White that the outer rules keep beyond that of the rules between rows, body lines. */
const OUTER_WHITE = 0.15;
