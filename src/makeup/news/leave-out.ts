import type { NewsDesign } from '../../model/news.ts';
import { NEWS_COSTS } from './costs.ts';
import type { StoryItem } from './flow.ts';
import { rungOf, rungWeight } from './ladder.ts';

/**
 * What it costs to leave an item out, as the layout weighs it: optional paragraphs, and optional briefs as filler.
 * `undefined` where the ladder does not let it go.
 */
export function leftOutCost(item: StoryItem, design: NewsDesign): number | undefined {
  if (!item.optional) return undefined;
  const rungs = isFiller(item)
    ? (['optional-paragraphs', 'filler'] as const)
    : ['optional-paragraphs' as const];
  if (!rungs.some((rung) => rungOf(design, rung))) return undefined;
  // A filler is there to be left out.
  return isFiller(item)
    ? NEWS_COSTS.fillerLeftOut * rungWeight(design, 'filler')
    : NEWS_COSTS.leftOut * rungWeight(design, 'optional-paragraphs');
}

/** An optional item of briefs. */
export function isFiller({ part }: StoryItem): boolean {
  return part?.kind === 'brief';
}
