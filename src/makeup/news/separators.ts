import { BLACK } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Cells, NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { ruleItems } from '../rules.ts';
import { widthOf } from './forms.ts';

/** A story, or an advertisement, by its cells; what has a frame of its own needs no rule beside it. */
export interface Owner {
  readonly cells: readonly Cells[];
  readonly framed: boolean;
}

export interface Separators {
  readonly items: readonly DisplayItem[];
  readonly rects: readonly Rect[];
}

/** Thickness within which a rule counts as a place of its own, points. */
const RULE_HEIGHT = 0.5;

/** Rules in the white between stories: across between those above each other, down in the gutters. */
export function separatorsOf(owners: readonly Owner[], design: NewsDesign): Separators {
  const across = acrossRects(owners, design);
  const down = downRects(owners, design);
  const { separator } = design;
  const stroke = separator.down;
  return {
    rects: [...across, ...down],
    items: [
      ...across.flatMap(({ x, y, width }) => ruleItems(separator.across, { x, y, width, colour: BLACK })),
      ...(stroke
        ? down.map((rect): DisplayItem => ({
            kind: 'rect',
            role: 'decoration',
            fill: stroke.colour,
            ...rect,
            width: stroke.weight,
          }))
        : []),
    ],
  };
}

/** Which owner stands at each column and line; -1 for none. */
function mapOf(owners: readonly Owner[], { grid }: NewsDesign): Int16Array {
  const map = new Int16Array(grid.columns * grid.lines).fill(-1);
  for (const [index, { cells }] of owners.entries()) {
    for (const { column, columns, line, lines } of cells) {
      for (let row = line; row < line + lines; row += 1) {
        for (let at = column; at < column + columns; at += 1) map[row * grid.columns + at] = index;
      }
    }
  }
  return map;
}

/** Runs of columns with something above the gap and something else below it; a rule goes over each. */
function acrossRects(owners: readonly Owner[], design: NewsDesign): readonly Rect[] {
  const { grid, leading, separator } = design;
  const map = mapOf(owners, design);
  const rects: Rect[] = [];
  for (let line = separator.lines; line < grid.lines; line += 1) {
    let from: number | undefined;
    for (let column = 0; column <= grid.columns; column += 1) {
      const above = map[(line - separator.lines - 1) * grid.columns + column] ?? -1;
      const below = map[line * grid.columns + column] ?? -1;
      const gap = map[(line - 1) * grid.columns + column] ?? -1;
      const parted =
        column < grid.columns &&
        above >= 0 &&
        below >= 0 &&
        above !== below &&
        gap < 0 &&
        !owners[above]?.framed &&
        !owners[below]?.framed;
      if (parted && from === undefined) from = column;
      if (parted || from === undefined) continue;
      const x = grid.left + from * (grid.columnWidth + grid.gutter);
      const y = grid.top + (line - separator.lines / 2) * leading;
      rects.push({ x, y, width: widthOf(column - from, design), height: RULE_HEIGHT });
      from = undefined;
    }
  }
  return rects;
}

function downRects(owners: readonly Owner[], design: NewsDesign): readonly Rect[] {
  const { grid, leading, separator } = design;
  const map = mapOf(owners, design);
  const weight = separator.down?.weight ?? 0;
  const rects: Rect[] = [];
  for (let column = 1; column < grid.columns; column += 1) {
    let from: number | undefined;
    for (let line = 0; line <= grid.lines; line += 1) {
      const left = map[line * grid.columns + column - 1] ?? -1;
      const right = map[line * grid.columns + column] ?? -1;
      const parted =
        line < grid.lines &&
        left >= 0 &&
        right >= 0 &&
        left !== right &&
        !owners[left]?.framed &&
        !owners[right]?.framed;
      if (parted && from === undefined) from = line;
      if (parted || from === undefined) continue;
      const x = grid.left + column * (grid.columnWidth + grid.gutter) - grid.gutter / 2 - weight / 2;
      const white = (leading - design.size) / 2;
      rects.push({
        x,
        y: grid.top + from * leading + white,
        width: weight,
        height: (line - from) * leading - 2 * white,
      });
      from = undefined;
    }
  }
  return rects;
}
