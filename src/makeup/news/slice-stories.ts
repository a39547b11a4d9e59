import type { Cells, NewsDesign, NewsPlan, PlannedAdvert } from '../../model/news.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Ground } from './ground.ts';
import type { Kit } from './kit.ts';
import type { Order } from './orders.ts';
import { slicePage, stepCells, type Cut, type SliceTask, type Table } from './slice.ts';

/** What is sliced, and in which way. */
export interface Slicing {
  readonly ground: Ground;
  readonly order: Order;
  readonly root: Cut;
  readonly refused: Refused;
  /** What was worked out for parts of the page; of one ground and the same kits. */
  readonly tables: Map<string, Table>;
}

/** Shapes in which a story does not stand well, by its index in the plan: keys of `shapeKey`, which only grow in number. */
export type Refused = ReadonlyMap<number, ReadonlySet<string>>;

/** Full pages in which every story fits; pages that may end above their foot; pages with stories that do not fit. */
export type Manner = 'fitting' | 'early' | 'loose';

/**
 * The cheapest slicing of the ground into places for the stories in their order, then for the advertisements among them.
 * `loose` places may be too small or too large for their stories, at a price. `undefined` when there is none.
 */
export function sliceStories(
  { design }: NewsPlan,
  kits: readonly Kit[],
  { order, ground, root, refused, tables }: Slicing,
  manner: Manner,
): readonly (readonly Cells[])[] | undefined {
  const { area, adverts } = ground;
  const ordered = order.map((index) => ({ index, kit: kitAt(kits, index) }));
  const count = ordered.length + adverts.length;
  const task: SliceTask = {
    count,
    columns: design.grid.columns,
    lines: area.lines,
    mayEndEarly: manner === 'early',
    gap: design.separator.lines,
    // What stands alone is not cut.
    ...(count > 1 && { root }),
    upright: (at) => standsUpright(ordered[at]?.kit),
    curve: (at, columns) => {
      const placed = ordered[at];
      if (!placed) return advertCurve(adverts[at - ordered.length], columns, design);
      const curve = withoutRefused(placed.kit.curve(columns), columns, refused.get(placed.index));
      return manner === 'loose' ? stretched(curve, columns) : curve;
    },
    kept: {
      name: (at) => {
        const index = order[at];
        return index === undefined ? `advert ${at - order.length}` : nameOf(index, refused, manner);
      },
      tables,
    },
    step: (at, ...shape) => {
      const placed = ordered[at];
      return placed ? stepCost(placed.kit, shape, refused.get(placed.index)) : Infinity;
    },
  };
  const down = (cells: Cells): Cells => ({ ...cells, line: cells.line + area.line });
  return slicePage(task)?.map((cells) => cells.map(down));
}

/** A story without a head across its columns, as an advertisement is, may stand beside any other. */
function standsUpright(kit: Kit | undefined): boolean {
  const head = kit?.story.head;
  return !head || head.direction === 'vertical';
}

/** A story with what is known of its shapes: refused ones only grow in number. */
function nameOf(index: number, refused: Refused, manner: Manner): string {
  return `${index}:${refused.get(index)?.size ?? 0}${manner === 'loose' ? '~' : ''}`;
}

/** Over so many columns, of which the left ones go to the first height and the others to the second. */
type StepShape = readonly [columns: number, left: number, lines: readonly [number, number]];

function stepCost(kit: Kit, [columns, left, lines]: StepShape, refused?: ReadonlySet<string>): number {
  const cells = left * lines[0] + (columns - left) * lines[1];
  const cost = kit.step(columns, cells, Math.min(...lines));
  if (!Number.isFinite(cost) || !refused) return cost;
  const outline = stepCells({ column: 0, columns, line: 0, lines: 0 }, left, lines);
  return refused.has(shapeKey(outline)) ? Infinity : cost;
}

function kitAt(kits: readonly Kit[], index: number): Kit {
  const kit = kits[index];
  if (!kit) throw new Error('the order names no story');
  return kit;
}

/** A shape wherever it stands: a story sets alike in places of equal keys. */
export function shapeKey(cells: readonly Cells[]): string {
  const [first] = cells;
  const shape = cells.map(({ column, columns, line, lines }) => {
    return `${column - (first?.column ?? 0)},${columns},${line - (first?.line ?? 0)},${lines}`;
  });
  return shape.join(' ');
}

/** Costs of a story over so many columns by its lines, Infinity where it is known not to stand well. */
function withoutRefused(curve: Float64Array, columns: number, shapes?: ReadonlySet<string>): Float64Array {
  if (!shapes) return curve;
  return curve.map((cost, lines) => {
    const isKnownBad =
      Number.isFinite(cost) && shapes.has(shapeKey([{ column: 0, columns, line: 0, lines }]));
    return isKnownBad ? Infinity : cost;
  });
}

/** An advertisement has one shape. */
function advertCurve(advert: PlannedAdvert | undefined, columns: number, { grid }: NewsDesign): Float64Array {
  if (!advert) throw new Error('the page is cut for more than stands on it');
  const curve = new Float64Array(grid.lines + 1).fill(Infinity);
  if (columns === advert.columns) curve[advert.lines] = 0;
  return curve;
}

/** A story that is too long for the page still gets so many lines. */
const LEAST_HEIGHT = 8;

/** The same costs, and at their price the heights at which a story is too short for its place, or too long. */
function stretched(curve: Float64Array, columns: number): Float64Array {
  const loose = curve.slice();
  const { empty, emptyLine, over, overLine } = NEWS_COSTS;
  const offer = (lines: number, cost: number): void => {
    loose[lines] = Math.min(loose[lines] ?? Infinity, cost);
  };
  let last: number | undefined;
  for (let lines = 1; lines < curve.length; lines += 1) {
    if (Number.isFinite(curve[lines])) last = lines;
    else if (last !== undefined) {
      offer(lines, (curve[last] ?? 0) + empty + emptyLine * columns * (lines - last));
    }
  }
  last = undefined;
  for (let lines = curve.length - 1; lines >= LEAST_HEIGHT; lines -= 1) {
    if (Number.isFinite(curve[lines])) last = lines;
    else if (last !== undefined)
      offer(lines, (curve[last] ?? 0) + over + overLine * columns * (last - lines));
  }
  return loose;
}
