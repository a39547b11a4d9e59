import type { NewsDesign } from '../../model/news.ts';
import { NEWS_COSTS } from './costs.ts';
import type { StoryItem } from './flow.ts';
import { rungOf, rungWeight } from './ladder.ts';

/** Whether the ladder lets the copy-fitter leave an item out: optional paragraphs, and optional briefs as filler. */
export function mayLeaveOut(item: StoryItem, design: NewsDesign): boolean {
  if (!item.optional) return false;
  const rung =
    rungOf(design, 'optional-paragraphs') ?? (isFiller(item) ? rungOf(design, 'filler') : undefined);
  return rung !== undefined;
}

/** What it costs to leave an item out before the layout weighs it: a filler is there to be left out. */
export function leftOutCost(item: StoryItem): number {
  return isFiller(item) ? NEWS_COSTS.fillerLeftOut : NEWS_COSTS.leftOut;
}

/** The same as the layout weighs it. */
export function weighedLeftOut(item: StoryItem, design: NewsDesign): number {
  return leftOutCost(item) * rungWeight(design, isFiller(item) ? 'filler' : 'optional-paragraphs');
}

/** An optional item of briefs. */
export function isFiller({ part }: StoryItem): boolean {
  return part?.kind === 'brief';
}
