import type { Cells, NewsPlan, NewsRegion } from '../../model/news.ts';
import type { Kit } from './kit.ts';
import { setStory, type SetStory } from './set-story.ts';

export interface InRegions {
  readonly sets: readonly SetStory[];
  readonly adverts: readonly Cells[];
}

/** What a story costs in a region for each line that stays empty or finds no room, and for standing out of its rank. */
const MISFIT = { empty: 30, over: 100, rank: 12 } as const;

/**
 * The stories in the regions that the layout names: each region takes one, at the least cost of misfit and rank (an
 * assignment by dynamic programming over the regions that are taken). `undefined` when there are more stories than regions.
 */
export function inRegions({ design, stories }: NewsPlan, kits: readonly Kit[]): InRegions | undefined {
  const regions = design.regions.filter(({ use }) => use === 'stories');
  const adverts = design.regions.filter(({ use }) => use === 'ads').flatMap(({ cells }) => cells);
  if (regions.length === 0 || kits.length === 0 || kits.length > regions.length) return undefined;
  const sets = kits.map((kit) => regions.map((region) => setStory(kit, region.cells)));
  const order = kits
    .map((_, index) => index)
    .sort((a, b) => (stories[a]?.rank ?? 0) - (stories[b]?.rank ?? 0));
  let states = new Map<number, { readonly cost: number; readonly chosen: readonly number[] }>([
    [0, { cost: 0, chosen: [] }],
  ]);
  for (const [place, index] of order.entries()) {
    const next = new Map<number, { cost: number; chosen: readonly number[] }>();
    for (const [taken, state] of states) {
      for (const [at, region] of regions.entries()) {
        if (taken & (1 << at)) continue;
        const cost =
          state.cost + misfit(sets[index]?.[at]) + rankCost(place, at) + wishCost(kits[index], region);
        const known = next.get(taken | (1 << at));
        if (!known || cost < known.cost) next.set(taken | (1 << at), { cost, chosen: [...state.chosen, at] });
      }
    }
    states = next;
  }
  const [best] = [...states.values()].sort((a, b) => a.cost - b.cost);
  if (!best) return undefined;
  const regionOf = new Map(order.map((index, place) => [index, best.chosen[place] ?? 0]));
  const chosen = kits.map((_, index) => {
    const set = sets[index]?.[regionOf.get(index) ?? 0];
    if (!set) throw new Error('a story has no region');
    return set;
  });
  return { sets: chosen, adverts };
}

function misfit(set: SetStory | undefined): number {
  if (!set) return Infinity;
  return set.cost + MISFIT.over * set.over.lines + MISFIT.empty * set.short * (set.cells[0]?.columns ?? 1);
}

function rankCost(place: number, region: number): number {
  return MISFIT.rank * Math.abs(place - region);
}

/** A story that asks for a region by name gets it before all others. */
function wishCost(kit: Kit | undefined, { name }: NewsRegion): number {
  const wish = kit?.story.wish.region?.value;
  return wish === undefined ? 0 : wish === name ? -1e6 : 1e6;
}
