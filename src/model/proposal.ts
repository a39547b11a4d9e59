import type { Cells } from './news.ts';
import type { Page } from './page.ts';

/** A way to arrange a page, with what it is worth and the places that make it. */
export interface Proposal {
  readonly page: Page;
  readonly sheet: ScoreSheet;
  /** By story id. */
  readonly places: ReadonlyMap<string, readonly Cells[]>;
  /** Of the advertisements among the stories. */
  readonly adverts: readonly Cells[];
}

/** What a page is worth, 0 to 100, term by term; each term says what was found and what it took off. */
export interface ScoreSheet {
  readonly total: number;
  readonly terms: readonly { readonly name: ScoreTerm; readonly count: number; readonly off: number }[];
}

export type ScoreTerm =
  | 'overset-lines'
  | 'empty-lines'
  | 'fit'
  | 'rank'
  | 'head-order'
  | 'tombstones'
  | 'straight-gaps'
  | 'uneven-feet'
  | 'measures'
  | 'wishes'
  | 'left-out';
