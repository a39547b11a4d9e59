import type { Composer } from '../../model/galley.ts';
import type { NewsPlan } from '../../model/news.ts';
import type { Proposal } from '../../model/proposal.ts';
import { arrangePage, FULL } from './arrange.ts';
import { makeUpArrangement } from './makeup.ts';

/** The best arrangements of a page, the best first. */
export function proposeNews(plan: NewsPlan, composer: Composer, count: number): readonly Proposal[] {
  const { columns: all } = plan.design.grid;
  return arrangePage(plan, composer, { ...FULL, wanted: count }).map((arrangement) => ({
    page: makeUpArrangement(plan, arrangement, composer),
    sheet: arrangement.sheet,
    places: new Map(arrangement.sets.map(({ kit, cells }) => [kit.story.id, cells])),
    adverts: arrangement.adverts.filter(({ columns }) => columns < all),
  }));
}
