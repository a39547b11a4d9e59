import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsPlan } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { imprintItems, imprintLines, imprintTexts } from './imprint.ts';
import { mastheadItems, mastheadTexts, setMasthead } from './masthead.ts';
import { newsFolioItems, newsFolioTexts } from './news-folio.ts';

/** What stands on a page beside its stories, at its head and at its foot. */
interface Furniture<Part> {
  readonly head: readonly Part[];
  readonly foot: readonly Part[];
}

/** Body lines that the furniture takes at head and foot, the white beside the stories included. */
export function furnitureLines(
  plan: NewsPlan,
  composer: Composer,
): { readonly head: number; readonly foot: number } {
  const masthead = setMasthead(plan, composer);
  if (!masthead) return { head: plan.design.folio?.lines ?? 0, foot: 0 };
  const imprint = imprintLines(plan, composer);
  return { head: masthead.lines, foot: imprint > 0 ? imprint + 1 : 0 };
}

/** Masthead and imprint of a front page, or the folio of an inside page. */
export function furnitureItems(plan: NewsPlan, composer: Composer): Furniture<DisplayItem> {
  if (!setMasthead(plan, composer)) return { head: newsFolioItems(plan, plan.contacts, composer), foot: [] };
  const { grid, leading } = plan.design;
  const top = grid.top + (grid.lines - imprintLines(plan, composer)) * leading;
  return { head: mastheadItems(plan, composer), foot: imprintItems(plan, top, composer) };
}

/** The copy in it, in order. */
export function furnitureTexts(plan: NewsPlan): Furniture<Text> {
  return plan.title && plan.design.masthead
    ? { head: mastheadTexts(plan), foot: imprintTexts(plan) }
    : { head: newsFolioTexts(plan, plan.contacts), foot: [] };
}
