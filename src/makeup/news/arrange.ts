import { unevenFeet } from '../../base/legs.ts';
import type { Composer } from '../../model/galley.ts';
import type { Cells, NewsDesign, NewsPlan, PlannedAdvert, RungName } from '../../model/news.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Shop } from './flow.ts';
import { furnitureLines } from './furniture.ts';
import { kitOf, type Kit } from './kit.ts';
import { rungOf } from './ladder.ts';
import { inRegions } from './regions.ts';
import { scoreOf, type ScoreSheet } from './score.ts';
import { movedTo, setStory, type SetStory } from './set-story.ts';
import { slicePage, stepCells, type Cut, type Slicing, type SliceTask } from './slice.ts';

/** Every story and advertisement in its place. */
export interface Arrangement {
  /** In the order of the plan. */
  readonly sets: readonly SetStory[];
  readonly adverts: readonly Cells[];
  readonly sheet: ScoreSheet;
  /** How the places were found. */
  readonly found: 'lock' | 'regions' | 'free';
}

/** The lines of the type area that stories may take. */
export interface Area {
  readonly line: number;
  readonly lines: number;
}

/** The arrangements of a page, best first; at least one. Advertisements that have no place are left to the caller. */
export function arrangePage(
  plan: NewsPlan,
  composer: Composer,
  effort: Effort = FULL,
): readonly Arrangement[] {
  const { design, stories } = plan;
  const shop = { design, composer, accent: plan.accent };
  const kits = stories.map((story) => kitOf(story, shop));
  const furniture = furnitureLines(plan, composer);
  const bottom = adsAtFoot(plan, furniture.foot);
  const area = areaOf(plan, bottom, furniture.head);
  const locked = lockedCells(plan, area);
  if (locked) {
    const sets = kits.map((kit, index) => setStory(kit, locked[index] ?? []));
    return [arrangement(plan, sets, bottom.cells, 'lock')];
  }
  const placed = inRegions(plan, kits);
  if (placed && (!design.free || placed.sets.every(isSound))) {
    return [arrangement(plan, placed.sets, [...bottom.cells, ...placed.adverts], 'regions')];
  }
  const ground = { area, bottom };
  const found = freely(plan, kits, ground, effort.slicings);
  return effort.resetting > 0 ? tightened(plan, found, { shop, ground, slicings: effort.resetting }) : found;
}

/** Slicings that a search may make, and that it may make again for each way of setting the text anew. */
export interface Effort {
  readonly slicings: number;
  readonly resetting: number;
}

const FULL: Effort = { slicings: 150, resetting: 60 };
/** What is found with less is found with all of it too: the same slicings are made in the same order. */
export const QUICK: Effort = { slicings: 70, resetting: 0 };

/** Rungs of the ladder that set the text anew: narrower marks, then broken columns. */
const RESETTING: readonly { readonly rung: RungName; readonly change: Partial<Shop> }[] = [
  { rung: 'punctuation', change: { punctuation: 'kaiming' } },
  { rung: 'punctuation', change: { punctuation: 'banjiao' } },
  { rung: 'columns', change: { broken: true } },
];

/** The page again with the stories that were too long, or too short, set in another way, as far as the ladder lets it. */
function tightened(
  plan: NewsPlan,
  found: readonly Arrangement[],
  { shop, ground, slicings }: { readonly shop: Shop; readonly ground: Ground; readonly slicings: number },
): readonly Arrangement[] {
  let best = found;
  for (const { rung, change } of RESETTING) {
    const wrong = new Set(best[0]?.sets.flatMap((set) => (isSound(set) ? [] : [set.kit.story.id])));
    if (wrong.size === 0) break;
    if (!rungOf(plan.design, rung)) continue;
    const kits = plan.stories.map((story, index) => {
      const known = best[0]?.sets[index]?.kit;
      return wrong.has(story.id) || !known ? kitOf(story, { ...(known?.shop ?? shop), ...change }) : known;
    });
    const again = freely(plan, kits, ground, slicings);
    if (badnessOf(again[0]) < badnessOf(best[0])) best = again;
  }
  return best;
}

function badnessOf(arrangement: Arrangement | undefined): number {
  return arrangement?.sets.reduce((sum, set) => sum + badness(set), 0) ?? Infinity;
}

function arrangement(
  plan: NewsPlan,
  sets: readonly SetStory[],
  adverts: readonly Cells[],
  found: Arrangement['found'],
): Arrangement {
  return { sets, adverts, found, sheet: scoreOf(plan, sets, adverts) };
}

/** Whether a story fills its place with level feet, nothing left over and its head inside its columns. */
export function isSound(set: SetStory): boolean {
  return badness(set) === 0;
}

/** Places that a lock file gives to every story of the page, if they go on it; else it locks nothing. */
function lockedCells({ lock, stories }: NewsPlan, area: Area): readonly (readonly Cells[])[] | undefined {
  const places = stories.map(({ id }) => lock.get(id) ?? []);
  if (places.length === 0 || places.some((cells) => cells.length === 0)) return undefined;
  const inside = places
    .flat()
    .every(({ line, lines }) => line >= area.line && line + lines <= area.line + area.lines);
  return inside && !overlap(places.flat()) ? places : undefined;
}

function overlap(cells: readonly Cells[]): boolean {
  return cells.some((one, index) =>
    cells
      .slice(index + 1)
      .some(
        (other) =>
          one.column < other.column + other.columns &&
          other.column < one.column + one.columns &&
          one.line < other.line + other.lines &&
          other.line < one.line + one.lines,
      ),
  );
}

interface Foot {
  /** Places of the advertisements over the full width. */
  readonly cells: readonly Cells[];
  readonly lines: number;
  readonly others: readonly PlannedAdvert[];
}

/** Advertisements over all columns stand at the foot, one above the other. */
function adsAtFoot({ adverts, design }: NewsPlan, below: number): Foot {
  const { grid, separator } = design;
  const full = adverts.filter(({ columns }) => columns >= grid.columns);
  let lines = below;
  const cells = full.map((advert): Cells => {
    lines += advert.lines;
    const place = { column: 0, columns: grid.columns, line: grid.lines - lines, lines: advert.lines };
    lines += separator.lines;
    return place;
  });
  return { cells, lines, others: adverts.filter(({ columns }) => columns < grid.columns) };
}

function areaOf({ design }: NewsPlan, { lines }: Foot, head: number): Area {
  return { line: head, lines: design.grid.lines - head - lines };
}

interface Ground {
  readonly area: Area;
  readonly bottom: Foot;
}

/** Slicings that are made exact before the best so far is taken. */
const ROUNDS = 32;
const LOOSE_ROUNDS = 2;
const ROOTS: readonly Cut[] = ['step', 'down', 'across'];

/** Orders that are tried: while a wish of the desk is not fulfilled, and while no page is sound. */
const ORDERS = { wishes: 4, sound: 14 } as const;

/** Searches places for all stories: every kind of first cut with every order that is tried. */
function freely(
  plan: NewsPlan,
  kits: readonly Kit[],
  ground: Ground,
  slicings: number,
): readonly Arrangement[] {
  const known: Known = { sets: new Map(), refused: new Set(), steps: new Set(), left: slicings };
  const found: Arrangement[] = [];
  for (const [index, order] of ordersOf(kits).entries()) {
    const isSoundPage = found.some(({ sets }) => sets.every(isSound));
    if (index >= (isSoundPage ? ORDERS.wishes : ORDERS.sound) || (found.length > 0 && known.left <= 0)) break;
    const made = ROOTS.flatMap((root) => exactly(plan, kits, { ground, order, root, known }) ?? []);
    found.push(...made);
    // Where the copy is far too much or too little, no order of it helps.
    if (found.some(isDone) || made.every((each) => badnessOf(each) > HOPELESS)) break;
  }
  if (found.length === 0) throw new Error('a page must take its stories in some way');
  return distinct(found.toSorted((a, b) => badnessOf(a) - badnessOf(b) || b.sheet.total - a.sheet.total));
}

/** Badness of a page that another order of its stories will not mend. */
const HOPELESS = 60;

function isDone({ sets, sheet }: Arrangement): boolean {
  return sets.every(isSound) && sheet.terms.every(({ name, count }) => name !== 'wishes' || count === 0);
}

/** The same places only once. */
function distinct(found: readonly Arrangement[]): readonly Arrangement[] {
  const keys = found.map(({ sets }) => JSON.stringify(sets.map(({ cells }) => cells)));
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/**
 * Orders of the stories to try: by rank, what is attached behind its story; stories that want the foot or the right last;
 * then neighbours exchanged, the lesser ones first.
 */
function ordersOf(kits: readonly Kit[]): readonly (readonly number[])[] {
  const byRank = kits.map((_, index) => index).sort((a, b) => rankOf(kits, a) - rankOf(kits, b));
  const attached = byRank.filter((index) => kits[index]?.story.attach !== undefined);
  const order = byRank.filter((index) => !attached.includes(index));
  for (const index of attached) {
    const host = order.findIndex((other) => kits[other]?.story.id === kits[index]?.story.attach);
    order.splice(host < 0 ? order.length : host + 1, 0, index);
  }
  const late = order.filter((index) => /bottom|right/.test(kits[index]?.story.wish.zone?.value ?? ''));
  const wished = [...order.filter((index) => !late.includes(index)), ...late];
  const swapped = order.slice(1, -1).map((_, index) => exchanged(wished, index + 1));
  const first = late.length > 0 ? [wished, order] : [order];
  return [...first, ...swapped.toReversed(), ...shuffled(wished)];
}

/** Shuffles that are tried, and the seed of the numbers by which they are made. */
const SHUFFLES = 10;
const SEED = 20_260_318;

/** Orders with a few stories exchanged at random, the first story kept: always the same ones. */
function shuffled(order: readonly number[]): readonly (readonly number[])[] {
  let state = SEED;
  const next = (below: number): number => {
    // A linear congruential generator (Numerical Recipes).
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  if (order.length < 4) return [];
  return Array.from({ length: SHUFFLES }, () => {
    let other = order;
    for (let moves = 0; moves < 2; moves += 1) {
      const from = 1 + next(order.length - 1);
      const to = 1 + next(order.length - 1);
      const [one = 0, two = 0] = [other[from], other[to]];
      other = other.with(from, two).with(to, one);
    }
    return other;
  });
}

function exchanged(order: readonly number[], at: number): readonly number[] {
  const [one = 0, two = 0] = [order[at], order[at + 1]];
  return order.with(at, two).with(at + 1, one);
}

function rankOf(kits: readonly Kit[], index: number): number {
  return kits[index]?.story.rank ?? Infinity;
}

/** What is known of stories in shapes, whatever their place: kept over all orders and cuts. */
interface Known {
  readonly sets: Map<string, SetStory>;
  /** Shapes in which a story does not stand well. */
  readonly refused: Set<string>;
  /** The same for outlines with a step. */
  readonly steps: Set<string>;
  /** Slicings that may still be made. */
  left: number;
}

interface Search {
  readonly ground: Ground;
  readonly order: readonly number[];
  readonly root: Cut;
  readonly known: Known;
}

/** Slices, sets every story in its place, and slices again without the shapes in which a story did not set as hoped. */
function exactly(plan: NewsPlan, kits: readonly Kit[], search: Search): Arrangement | undefined {
  const { ground, order, known } = search;
  let best:
    | { readonly sets: readonly SetStory[]; readonly adverts: readonly Cells[]; readonly bad: number }
    | undefined;
  let looseRounds = 0;
  for (let round = 0; round < ROUNDS && looseRounds < LOOSE_ROUNDS; round += 1) {
    if (best && known.left <= 0) break;
    known.left -= 1;
    const sliced = looseRounds > 0 ? undefined : sliceStories(plan, kits, search, false);
    if (!sliced && best) break;
    if (!sliced) looseRounds += 1;
    const slicing = sliced ?? sliceStories(plan, kits, search, true);
    if (!slicing) break;
    const sets = order.map((index, at) => setInPlace(kits, index, slicing.cells[at] ?? [], known));
    const bad = sets.reduce((sum, set) => sum + badness(set), 0);
    const adverts = slicing.cells.slice(order.length).flat();
    if (!best || bad < best.bad) best = { sets: inPlanOrder(order, sets), adverts, bad };
    if (bad === 0) break;
    for (const [at, set] of sets.entries()) {
      if (badness(set) === 0) continue;
      (set.cells.length > 1 ? known.steps : known.refused).add(shapeKey(order[at] ?? 0, set.cells));
    }
  }
  return best && arrangement(plan, best.sets, [...ground.bottom.cells, ...best.adverts], 'free');
}

/** The story in its place; how it sets depends on the shape alone. */
function setInPlace(kits: readonly Kit[], index: number, cells: readonly Cells[], known: Known): SetStory {
  const kit = kits[index];
  if (!kit) throw new Error('the order names no story');
  const key = shapeKey(index, cells);
  const set = known.sets.get(key) ?? setStory(kit, cells);
  known.sets.set(key, set);
  return movedTo(set, cells);
}

function shapeKey(index: number, cells: readonly Cells[]): string {
  const [first] = cells;
  const shape = cells.map(({ column, columns, line, lines }) => {
    return `${column - (first?.column ?? 0)},${columns},${line - (first?.line ?? 0)},${lines}`;
  });
  return `${index} ${shape.join(' ')}`;
}

/** How far a story is from standing well in its place. */
function badness({ short, over, cells, way, legs, pour }: SetStory): number {
  const rooms = legs.map(({ lines }, index) => ({ room: lines, lines: pour.feet[index] ?? 0 }));
  const uneven = Math.max(0, unevenFeet(rooms) - 1);
  const long = way.head.over > 0 ? BAD_HEAD : 0;
  return over.lines * 4 + short * (cells[0]?.columns ?? 1) + uneven * 6 + long;
}

/** A head that leaves its columns. */
const BAD_HEAD = 60;

function inPlanOrder(order: readonly number[], sets: readonly SetStory[]): readonly SetStory[] {
  const byIndex = new Map(order.map((index, at) => [index, sets[at]]));
  return order.map((_, index) => {
    const set = byIndex.get(index);
    if (!set) throw new Error('a story has no place');
    return set;
  });
}

/** The cheapest slicing; where `loose`, stories may be too long or too short for their places. */
function sliceStories(
  plan: NewsPlan,
  kits: readonly Kit[],
  { order, ground, root, known: { refused, steps } }: Search,
  loose: boolean,
): Slicing | undefined {
  const { design } = plan;
  const { others } = ground.bottom;
  const kitAt = (at: number): Kit | undefined => kits[order[at] ?? -1];
  const curves = new Map<string, Float64Array>();
  const task: SliceTask = {
    count: order.length + others.length,
    columns: design.grid.columns,
    lines: ground.area.lines,
    gap: design.separator.lines,
    root,
    upright: (at) => {
      const head = kitAt(at)?.story.head;
      return !head || head.direction === 'vertical';
    },
    curve: (at, columns) => {
      const key = `${at} ${columns}`;
      const made = curves.get(key) ?? curveAt(at, columns);
      curves.set(key, made);
      return made;
    },
    step: (at, columns, left, lines) => {
      const kit = kitAt(at);
      if (!kit) return Infinity;
      const part = { from: at, to: at, column: 0, columns, line: 0, lines: 0 };
      if (steps.size > 0 && steps.has(shapeKey(order[at] ?? 0, stepCells(part, left, lines))))
        return Infinity;
      return kit.step(columns, left * lines[0] + (columns - left) * lines[1], Math.min(...lines));
    },
  };
  const whole = order.length + others.length;
  const slicing = whole === 1 ? slicePage({ ...withoutRoot(task) }) : slicePage(task);
  if (!slicing) return undefined;
  const moved = slicing.cells.map((cells) =>
    cells.map((each) => ({ ...each, line: each.line + ground.area.line })),
  );
  return { ...slicing, cells: moved };

  function curveAt(at: number, columns: number): Float64Array {
    const advert = others[at - order.length];
    if (advert) return advertCurve(advert, columns, design);
    const kit = kitAt(at);
    if (!kit) throw new Error('the order names no story');
    const own = kit.curve(columns).slice();
    for (let lines = 0; lines < own.length; lines += 1) {
      if (refused.has(`${order[at]} 0,${columns},0,${lines}`)) own[lines] = Infinity;
    }
    return loose ? stretched(own, columns) : own;
  }
}

function withoutRoot({ root: _, ...task }: SliceTask): SliceTask {
  return task;
}

function advertCurve({ columns, lines }: PlannedAdvert, over: number, { grid }: NewsDesign): Float64Array {
  const curve = new Float64Array(grid.lines + 1).fill(Infinity);
  if (over === columns) curve[lines] = 0;
  return curve;
}

/** Heights at which a story is too long or too short for its place, at their price. */
function stretched(curve: Float64Array, columns: number): Float64Array {
  const loose = curve.slice();
  let last: number | undefined;
  for (let lines = 1; lines < curve.length; lines += 1) {
    if (Number.isFinite(curve[lines])) last = lines;
    else if (last !== undefined) {
      const cost = (curve[last] ?? 0) + NEWS_COSTS.empty + NEWS_COSTS.emptyLine * columns * (lines - last);
      loose[lines] = Math.min(loose[lines] ?? Infinity, cost);
    }
  }
  last = undefined;
  for (let lines = curve.length - 1; lines >= LEAST_HEIGHT; lines -= 1) {
    if (Number.isFinite(curve[lines])) last = lines;
    else if (last !== undefined) {
      const cost = (curve[last] ?? 0) + NEWS_COSTS.over + NEWS_COSTS.overLine * columns * (last - lines);
      loose[lines] = Math.min(loose[lines] ?? Infinity, cost);
    }
  }
  return loose;
}

/** A story that is too long for the page still gets so many lines. */
const LEAST_HEIGHT = 8;
