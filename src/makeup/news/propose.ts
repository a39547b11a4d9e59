import type { Composer } from '../../model/galley.ts';
import type { Cells, NewsPlan } from '../../model/news.ts';
import type { Page } from '../../model/page.ts';
import { arrangePage } from './arrange.ts';
import { makeUpArrangement } from './makeup.ts';
import type { ScoreSheet } from './score.ts';

/** A way to arrange a page, with what it is worth and the places that make it. */
export interface Proposal {
  readonly page: Page;
  readonly sheet: ScoreSheet;
  /** By story id. */
  readonly places: ReadonlyMap<string, readonly Cells[]>;
}

/** The best arrangements of a page, the best first. */
export function proposeNews(plan: NewsPlan, composer: Composer, count: number): readonly Proposal[] {
  return arrangePage(plan, composer)
    .slice(0, count)
    .map((arrangement) => ({
      page: makeUpArrangement(plan, arrangement, composer, () => {}),
      sheet: arrangement.sheet,
      places: new Map(arrangement.sets.map(({ kit, cells }) => [kit.story.id, cells])),
    }));
}
