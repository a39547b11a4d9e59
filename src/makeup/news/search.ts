import type { Cells, NewsPlan } from '../../model/news.ts';
import { arrangementOf, badness, badnessOf, isDone, isSound, type Arrangement } from './arrangement.ts';
import type { Ground } from './ground.ts';
import type { Kit } from './kit.ts';
import { ordersOf, type Order } from './orders.ts';
import { movedTo, setStory, type SetStory } from './set-story.ts';
import type { Cut, Table } from './slice.ts';
import { shapeKey, sliceStories, type Manner, type Slicing } from './slice-stories.ts';

/** Orders that are tried: while a wish of the desk is not fulfilled, and while no page is sound. */
const ORDERS = { wishes: 4, sound: 14 } as const;
/** Orders that are also sliced with misfits: later ones seldom misfit less. */
const LOOSE_ORDERS = 2;

/** How long a search may go on. */
export interface Limits {
  readonly slicings: number;
  /** Whether only a sound page is wanted: slicings with misfits are not made. */
  readonly soundOnly?: boolean;
}

/** A step first: it breaks the straight lines through the page. */
const ROOTS: readonly Cut[] = ['step', 'down', 'across'];

/**
 * Searches places for all stories: every kind of first cut with every order that is tried, within a number of slicings; with
 * misfits where no page is sound. Gives what was found, each arrangement once: the soundest first, and of those the best by
 * score.
 */
export function searchPlaces(
  plan: NewsPlan,
  kits: readonly Kit[],
  ground: Ground,
  { slicings, soundOnly = false }: Limits,
): readonly Arrangement[] {
  const memory: Memory = {
    sets: kits.map(() => new Map()),
    refused: new Map(),
    tables: new Map(),
    left: slicings,
  };
  const orders = ordersOf(plan.stories);
  const found: Arrangement[] = [];
  const slice = (order: Order, manners: readonly Manner[]): void => {
    for (const root of ROOTS) {
      const made = sliceUntilSound(plan, kits, { ground, order, root, memory, manners });
      if (made) found.push(made);
    }
  };
  const isSoundPage = (page: Arrangement): boolean => badnessOf(page) === 0;
  for (const [index, order] of orders.entries()) {
    const most = found.some(isSoundPage) ? ORDERS.wishes : ORDERS.sound;
    if (index >= most || memory.left <= 0 || found.some(isDone)) break;
    slice(order, ['fitting', 'early']);
  }
  if (!soundOnly && !found.some(isSoundPage)) {
    for (const order of orders.slice(0, LOOSE_ORDERS)) slice(order, ['loose']);
  }
  if (found.length === 0) return [inRows(plan, kits, ground)];
  return distinct(found.toSorted((a, b) => badnessOf(a) - badnessOf(b) || b.sheet.total - a.sheet.total));
}

/** What is left when no slicing has a place for every story: one under the other, with as many lines each. */
function inRows(plan: NewsPlan, kits: readonly Kit[], { area, atFoot }: Ground): Arrangement {
  const { grid, separator } = plan.design;
  const lines = Math.max(1, Math.floor((area.lines + separator.lines) / kits.length) - separator.lines);
  const byRank = kits.toSorted((a, b) => a.story.rank - b.story.rank);
  const sets = kits.map((kit) => {
    const line = area.line + byRank.indexOf(kit) * (lines + separator.lines);
    return setStory(kit, [{ column: 0, columns: grid.columns, line, lines }]);
  });
  return arrangementOf(plan, { sets, adverts: atFoot, emptyFoot: 0, found: 'free' });
}

/** The same places only once. */
function distinct(found: readonly Arrangement[]): readonly Arrangement[] {
  const keys = found.map(({ sets }) => JSON.stringify(sets.map(({ cells }) => cells)));
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** What is known of stories in shapes, whatever their place: kept over all orders and cuts. */
interface Memory {
  /** By the index of the story, and `shapeKey`. */
  readonly sets: readonly Map<string, SetStory>[];
  /** Shapes in which a story does not stand well. */
  readonly refused: Map<number, Set<string>>;
  readonly tables: Map<string, Table>;
  /** Slicings that may still be made. */
  left: number;
}

interface Search {
  readonly ground: Ground;
  readonly order: Order;
  readonly root: Cut;
  readonly memory: Memory;
  /** One after the other: the next where the last has no slicing left. */
  readonly manners: readonly Manner[];
}

/** Slicings for one order and cut in a manner before the best so far is taken; those with misfits seldom get better. */
const ROUNDS: Readonly<Record<Manner, number>> = { fitting: 32, early: 32, loose: 2 };

/**
 * Slices, sets every story in its place, and slices again without the shapes in which a story did not set as its costs
 * promised, until all do.
 */
function sliceUntilSound(plan: NewsPlan, kits: readonly Kit[], search: Search): Arrangement | undefined {
  const { ground, order, root, memory, manners } = search;
  const slicing: Slicing = { ground, order, root, refused: memory.refused, tables: memory.tables };
  let best: Trial | undefined;
  for (const manner of manners) {
    for (let round = 0; round < ROUNDS[manner]; round += 1) {
      if (best && memory.left <= 0) break;
      memory.left -= 1;
      const places = sliceStories(plan, kits, slicing, manner);
      if (!places) break;
      const trial = trialOf(kits, order, places, search);
      if (!best || trial.bad < best.bad) best = trial;
      // The same places would be found again where no story refuses its own.
      if (trial.sets.every(isSound)) break;
    }
    if (best?.bad === 0) break;
  }
  if (!best) return undefined;
  const adverts = [...ground.atFoot, ...best.adverts];
  const { emptyFoot } = best;
  return arrangementOf(plan, { sets: inPlanOrder(order, best.sets), adverts, emptyFoot, found: 'free' });
}

interface Trial {
  /** In the order in which they were placed. */
  readonly sets: readonly SetStory[];
  readonly adverts: readonly Cells[];
  readonly emptyFoot: number;
  readonly bad: number;
}

/** Sets the stories in the places of a slicing, and keeps in mind the shapes in which one does not stand well. */
function trialOf(
  kits: readonly Kit[],
  order: Order,
  places: readonly (readonly Cells[])[],
  { ground: { area }, memory }: Search,
): Trial {
  const sets = order.map((index, at) => setInPlace(kits, index, places[at] ?? [], memory));
  for (const [at, set] of sets.entries()) {
    if (badness(set) > 0) refuse(memory, order[at] ?? 0, set.cells);
  }
  const foot = Math.max(...places.flat().map(({ line, lines }) => line + lines));
  const emptyFoot = area.line + area.lines - foot;
  const adverts = places.slice(order.length).flat();
  return { sets, adverts, emptyFoot, bad: badnessOf({ sets, emptyFoot }) };
}

function refuse({ refused }: Memory, index: number, cells: readonly Cells[]): void {
  const shapes = refused.get(index) ?? new Set();
  refused.set(index, shapes.add(shapeKey(cells)));
}

/** The story in its place; how it sets depends on the shape alone. */
function setInPlace(
  kits: readonly Kit[],
  index: number,
  cells: readonly Cells[],
  { sets }: Memory,
): SetStory {
  const kit = kits[index];
  const known = sets[index];
  if (!kit || !known) throw new Error('the order names no story');
  const key = shapeKey(cells);
  const set = known.get(key) ?? setStory(kit, cells);
  known.set(key, set);
  return movedTo(set, cells);
}

function inPlanOrder(order: Order, sets: readonly SetStory[]): readonly SetStory[] {
  const byIndex = new Map(order.map((index, at) => [index, sets[at]]));
  return order.map((_, index) => {
    const set = byIndex.get(index);
    if (!set) throw new Error('a story has no place');
    return set;
  });
}
