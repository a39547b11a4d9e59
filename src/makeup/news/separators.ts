import { BLACK } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Stroke } from '../../model/layout.ts';
import type { Cells, NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { ruleItems } from '../rules.ts';
import type { SetStory } from './set-story.ts';
import { isFramed, widthOf } from './story-columns.ts';

/** A story, or an advertisement, by its cells; what has a frame of its own needs no rule beside it. */
export interface Owner {
  readonly cells: readonly Cells[];
  readonly framed: boolean;
}

/** Stories, and advertisements, which have frames of their own. */
export function ownersOf(sets: readonly SetStory[], adverts: readonly Cells[]): readonly Owner[] {
  return [
    ...sets.map(({ cells, kit }) => ({ cells, framed: isFramed(kit.story) })),
    ...adverts.map((cells) => ({ cells: [cells], framed: true })),
  ];
}

export interface Separators {
  readonly items: readonly DisplayItem[];
  /** Where a rule is drawn, points; a rule across counts as half a point high. */
  readonly rects: readonly Rect[];
}

/**
 * Rules in the white between stories, as the layout has them: across between those above each other, down in the gutters
 * between those side by side. Nothing beside what has a frame.
 */
export function separatorsOf(owners: readonly Owner[], design: NewsDesign): Separators {
  const { across, down } = design.separator;
  const parts = partsOf(owners, design);
  const lying = across === 'none' ? [] : acrossRects(parts, design);
  const standing = down ? downRects(parts, design, down) : [];
  return {
    rects: [...lying, ...standing],
    items: [
      ...lying.flatMap(({ x, y, width }) => ruleItems(across, { x, y, width, colour: BLACK })),
      ...standing.map((rect): DisplayItem => ({
        kind: 'rect',
        role: 'decoration',
        fill: down?.colour ?? BLACK,
        ...rect,
      })),
    ],
  };
}

/** What a cell of the page is asked for: whether something stands there, and whether a rule parts two cells. */
interface Parts {
  readonly isEmpty: (column: number, line: number) => boolean;
  readonly isParted: (one: Cell, other: Cell) => boolean;
}

type Cell = readonly [column: number, line: number];

function partsOf(owners: readonly Owner[], { grid }: NewsDesign): Parts {
  const map = new Int16Array(grid.columns * grid.lines).fill(NOBODY);
  for (const [index, { cells }] of owners.entries()) {
    for (const { column, columns, line, lines } of cells) {
      for (let row = line; row < line + lines; row += 1) {
        map.fill(index, row * grid.columns + column, row * grid.columns + column + columns);
      }
    }
  }
  const at = ([column, line]: Cell): number => map[line * grid.columns + column] ?? NOBODY;
  const needsRule = (owner: number): boolean => owner !== NOBODY && !owners[owner]?.framed;
  return {
    isEmpty: (column, line) => at([column, line]) === NOBODY,
    isParted: (one, other) => at(one) !== at(other) && needsRule(at(one)) && needsRule(at(other)),
  };
}

const NOBODY = -1;

/** Height of the place of a rule across, points. */
const RULE_HEIGHT = 0.5;

/** Rules in the middle of the white between stories above each other. */
function acrossRects({ isEmpty, isParted }: Parts, design: NewsDesign): readonly Rect[] {
  const { grid, leading, separator } = design;
  const lines = Array.from({ length: grid.lines }, (_, line) => line).slice(separator.lines);
  return lines.flatMap((line) => {
    const isBetween = (column: number): boolean =>
      isEmpty(column, line - 1) && isParted([column, line - separator.lines - 1], [column, line]);
    return runsOf(grid.columns, isBetween).map(({ from, to }) => ({
      x: grid.left + from * (grid.columnWidth + grid.gutter),
      y: grid.top + (line - separator.lines / 2) * leading,
      width: widthOf(to - from, design),
      height: RULE_HEIGHT,
    }));
  });
}

/** Rules in the middle of the gutters, from the em box of the first line beside them to that of the last. */
function downRects({ isParted }: Parts, design: NewsDesign, { weight }: Stroke): readonly Rect[] {
  const { grid, leading, size } = design;
  const white = (leading - size) / 2;
  const gutters = Array.from({ length: grid.columns - 1 }, (_, index) => index + 1);
  return gutters.flatMap((column) =>
    runsOf(grid.lines, (line) => isParted([column - 1, line], [column, line])).map(({ from, to }) => ({
      x: grid.left + column * (grid.columnWidth + grid.gutter) - grid.gutter / 2 - weight / 2,
      y: grid.top + from * leading + white,
      width: weight,
      height: (to - from) * leading - 2 * white,
    })),
  );
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** The longest runs of numbers under `count` that all answer yes; `to` is the first behind. */
function runsOf(count: number, isIn: (index: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let from: number | undefined;
  for (let index = 0; index <= count; index += 1) {
    const inside = index < count && isIn(index);
    if (inside) from ??= index;
    else if (from !== undefined) {
      runs.push({ from, to: index });
      from = undefined;
    }
  }
  return runs;
}
