import type { PlannedStory } from '../../model/news.ts';
import { LEG_LINES } from '../../base/legs.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Kit } from './kit.ts';
import { widthOf } from './story-columns.ts';
import { roomCost, wholeLines } from './text-costs.ts';
import type { Way } from './ways.ts';

/** What the costs of a story's shapes are worked out from. */
export type KitBase = Omit<Kit, 'curve' | 'step'>;

/**
 * The shape curve of a story: what it costs over so many basic columns by its body lines, from 0 up to those of the page.
 * Heights at which it cannot be set cost Infinity.
 */
export function curveOf(kit: KitBase, columns: number): Float64Array {
  const { grid } = kit.shop.design;
  const curve = new Float64Array(grid.lines + 1).fill(Infinity);
  // A head that leaves its columns is for the full width alone, where it has no other place.
  const ways = kit.ways(columns).filter(({ head }) => head.over === 0 || columns === grid.columns);
  for (const way of ways) offerHeights(curve, way, kit);
  for (let lines = 0; lines <= grid.lines; lines += 1) {
    curve[lines] = (curve[lines] ?? Infinity) + shapeCost(kit, columns, lines);
  }
  return curve;
}

/** Lines of text that stand at the least under the lowest picture or the head. */
const LEAST_LEG = { picture: 3, head: 1 } as const;

/** Keeps what a way costs at each height where that is the least. */
function offerHeights(curve: Float64Array, way: Way, kit: KitBase): void {
  const text = kit.text(way.columns, way.form.head.place);
  const { blocked, least } = way;
  const { inset } = way.columns;
  const count = Math.max(1, way.count);
  const leg = way.pictures.length > 0 ? LEAST_LEG.picture : LEAST_LEG.head;
  const first = Math.max(least + leg, Math.floor((text.least + blocked) / count) + inset);
  for (let lines = first; lines < curve.length; lines += 1) {
    const room = wholeLines(way.count * (lines - inset) - blocked);
    // From here on the text is too short for every height.
    if (room - way.count >= text.least + text.costs.length) break;
    const cost = way.cost + stripCost(kit, way, lines) + roomCost(text, room, count) + legCost(way, lines);
    if (cost < (curve[lines] ?? Infinity)) curve[lines] = cost;
  }
}

/** What a head costs in a strip as high as the story; 0 for other heads. */
export function stripCost(kit: KitBase, { form }: Way, lines: number): number {
  if (form.head.place !== 'strip') return 0;
  return kit.strip(lines)?.cost ?? Infinity;
}

function legCost({ head, least }: Way, lines: number): number {
  const short = Math.max(0, LEG_LINES.least - (lines - least));
  const long = lines - head.lines > LEG_LINES.most ? NEWS_COSTS.leg / 2 : 0;
  return long + (short > 0 ? NEWS_COSTS.leg * (1 + short / LEG_LINES.least) : 0);
}

/** Height to width of a story that looks well: lying, as two columns to three. */
const WELL_SHAPED = 0.75;

/** What its shape costs a story whatever stands in it, and what the desk or its rank asked for. */
function shapeCost({ story, shop: { design } }: KitBase, columns: number, lines: number): number {
  if (lines === 0) return 0;
  const { grid, leading } = design;
  const shape = (lines * leading) / widthOf(columns, design) / WELL_SHAPED;
  const wanted = wantedColumns(story, grid.columns);
  const wished = story.wish.columns ? NEWS_COSTS.wish : NEWS_COSTS.width;
  const wide = wanted === undefined ? 0 : wished * (columns - wanted) ** 2;
  const deep = story.wish.lines ? NEWS_COSTS.wishedLine * Math.abs(lines - story.wish.lines.value) : 0;
  return wide + deep + NEWS_COSTS.shape * Math.log(shape) ** 2;
}

/** Share of the page's columns that the first and the second story ask for; later ones take what comes. */
const WIDTHS = [0.62, 0.42] as const;

function wantedColumns({ rank, wish, frame, role }: PlannedStory, columns: number): number | undefined {
  if (wish.columns) return wish.columns.value;
  if (frame || role === 'box' || role === 'briefs') return undefined;
  const share = WIDTHS[rank - 1];
  return share === undefined ? undefined : Math.round(share * columns);
}

/** Least costs of an L by its cells (column times line), and how deep head and pictures of that way go. */
export interface StepTable {
  readonly costs: Float64Array;
  readonly least: Int16Array;
}

/** The costs of a story as an L over so many basic columns, its head over all of them. */
export function stepTable(kit: KitBase, columns: number): StepTable {
  const size = columns * kit.shop.design.grid.lines + 1;
  const costs = new Float64Array(size).fill(Infinity);
  const least = new Int16Array(size);
  for (const way of kit.ways(columns)) {
    if (!way.columns.basic || way.form.head.place !== 'top') continue;
    const text = kit.text(way.columns, way.form.head.place);
    const most = Math.min(size - 1, Math.ceil(text.least + text.costs.length + columns + way.blocked));
    for (let cells = Math.ceil(text.least + way.blocked); cells <= most; cells += 1) {
      const cost = way.cost + roomCost(text, wholeLines(cells - way.blocked), way.count);
      if (cost >= (costs[cells] ?? Infinity)) continue;
      costs[cells] = cost;
      least[cells] = way.least;
    }
  }
  return { costs, least };
}

/** Lines of text that must at least go under the lowest thing in their way. */
export const LEAST_UNDER = 2;

/** What an L of so many cells costs whose head and pictures must go into its `upper` lines. */
export function stepCost({ costs, least }: StepTable, cells: number, upper: number): number {
  return (least[cells] ?? Infinity) + LEAST_UNDER <= upper ? (costs[cells] ?? Infinity) : Infinity;
}
