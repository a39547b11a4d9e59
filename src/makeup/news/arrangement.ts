import { feetOf, unevenFeet, wrongTurnsIn, type ReadStory } from '../../base/legs.ts';
import type { Cells, NewsPlan } from '../../model/news.ts';
import type { ScoreSheet } from '../../model/proposal.ts';
import { scoreOf } from './score.ts';
import type { SetStory } from './set-story.ts';
import { headRect, placedLegs } from './story-facts.ts';

/** Every story and advertisement in its place. */
export interface Arrangement {
  /** In the order of the plan. */
  readonly sets: readonly SetStory[];
  readonly adverts: readonly Cells[];
  /** Lines over all columns that stay empty under the lowest story. */
  readonly emptyFoot: number;
  readonly sheet: ScoreSheet;
  /** How the places were found. */
  readonly found: 'lock' | 'regions' | 'free';
}

/** Stories in places that were found in some way, with their score. */
export function arrangementOf(plan: NewsPlan, placed: Omit<Arrangement, 'sheet'>): Arrangement {
  return { ...placed, sheet: scoreOf(plan, placed) };
}

/** Whether a story fills its place with level feet, nothing left over and its head inside its columns. */
export function isSound(set: SetStory): boolean {
  return badness(set) === 0;
}

/** Whether all stories are sound and every wish of the desk is fulfilled: nothing is left to search for. */
export function isDone(arrangement: Arrangement): boolean {
  const { sheet } = arrangement;
  return (
    badnessOf(arrangement) === 0 && sheet.terms.every(({ name, count }) => name !== 'wishes' || count === 0)
  );
}

/** Lines that the foot of a page may keep empty without a word. */
const SILENT_FOOT = 2;

/** Badness of a page: the sum over its stories and its empty foot, 0 for a sound one; without a page Infinity. */
export function badnessOf(page: Pick<Arrangement, 'sets' | 'emptyFoot'> | undefined): number {
  if (!page) return Infinity;
  const foot = page.emptyFoot > SILENT_FOOT ? page.emptyFoot * FOOT_LINE : 0;
  return page.sets.reduce((sum, set) => sum + badness(set), foot);
}

/** How far a story is from standing well in its place, in lines of one column that are empty. */
export function badness(set: SetStory): number {
  const { short, over, cells, way } = set;
  const legs = placedLegs(set);
  const uneven = Math.max(0, unevenFeet(feetOf(legs)) - 1);
  const long = way.head.over > 0 ? LONG_HEAD : 0;
  const empty = short * (cells[0]?.columns ?? 1);
  return over.lines * OVER_LINE + empty + uneven * UNEVEN_LINE + turnsAmiss(set, legs) * WRONG_TURN + long;
}

/** Turns that the eye does not find in the shape of a story, as the checks of the page count them. */
function turnsAmiss(set: SetStory, legs: ReadStory['legs']): number {
  const { story, shop } = set.kit;
  const { leading, grid } = shop.design;
  const head = headRect(set);
  const covers = (story.head?.form ?? 'cover') === 'cover';
  return wrongTurnsIn({ legs, covers, ...(head && { head }) }, [], { leading, gutter: grid.gutter }).length;
}

/** A line that finds no room, and a line by which feet differ beyond one, which is allowed. */
const OVER_LINE = 4;
const UNEVEN_LINE = 6;
/** Text that goes on where the eye does not look for it. */
const WRONG_TURN = 20;
/** A line of the foot that stays empty over all columns. */
const FOOT_LINE = 6;
/** A head that leaves its columns: worse than any place that has room for it. */
const LONG_HEAD = 60;
