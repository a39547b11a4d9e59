import type { PlannedStory } from '../../model/news.ts';

/** Stories by their indices in the plan, the first to be placed first. */
export type Order = readonly number[];

/**
 * Orders of the stories to try, the most likely first: by rank, what is attached behind its story; with stories that want
 * the foot or the right last; then neighbours exchanged, the lesser ones first; then shuffles.
 */
export function ordersOf(stories: readonly PlannedStory[]): readonly Order[] {
  const order = byRank(stories);
  const late = order.filter((index) => /bottom|right/.test(stories[index]?.wish.zone?.value ?? ''));
  const wished = [...order.filter((index) => !late.includes(index)), ...late];
  const swapped = order.slice(1, -1).map((_, index) => exchanged(wished, index + 1, index + 2));
  const first = late.length > 0 ? [wished, order] : [order];
  return [...first, ...swapped.toReversed(), ...shuffled(wished)];
}

/** By rank, what is attached behind its story. */
function byRank(stories: readonly PlannedStory[]): Order {
  const rank = (index: number): number => stories[index]?.rank ?? Infinity;
  const ranked = stories.map((_, index) => index).sort((a, b) => rank(a) - rank(b));
  const attached = ranked.filter((index) => stories[index]?.attach !== undefined);
  const order = ranked.filter((index) => !attached.includes(index));
  for (const index of attached) {
    const host = order.findIndex((other) => stories[other]?.id === stories[index]?.attach);
    order.splice(host < 0 ? order.length : host + 1, 0, index);
  }
  return order;
}

/** Shuffles that are tried, and the seed of the numbers by which they are made: any would do, so long as it stays. */
const SHUFFLES = 10;
const SEED = 20_260_318;

/** Orders with two pairs of stories exchanged, the first story kept: always the same ones. */
function shuffled(order: Order): readonly Order[] {
  // Fewer have no orders beyond those with neighbours exchanged.
  if (order.length < 4) return [];
  const next = numbersFrom(SEED);
  const later = (): number => 1 + next(order.length - 1);
  return Array.from({ length: SHUFFLES }, () => {
    const once = exchanged(order, later(), later());
    return exchanged(once, later(), later());
  });
}

/** Whole numbers from 0 up to, not including, a bound: a linear congruential generator (Numerical Recipes, 7.1). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function exchanged(order: Order, at: number, other: number): Order {
  const [one = 0, two = 0] = [order[at], order[other]];
  return order.with(at, two).with(other, one);
}
