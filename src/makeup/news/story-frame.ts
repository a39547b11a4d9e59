import { BLACK } from '../../base/colour.ts';
import type { DisplayItem } from '../../model/page.ts';
import { boxItems, frameItems } from './frames.ts';
import type { SetStory } from './set-story.ts';
import { isFramed, rectOf } from './story-columns.ts';

/** Tint and lines of a framed story, painted before what stands in it; a box without a frame of its own has the layout's. */
export function frameOf({ cells, kit }: SetStory): readonly DisplayItem[] {
  const { story, shop } = kit;
  const [first] = cells;
  if (!first || !isFramed(story)) return [];
  const { box } = shop.design.styles;
  const rect = rectOf(first, shop.design);
  if (!story.frame) return boxItems(box, rect);
  return frameItems(story.frame, rect, { colour: BLACK, radius: box.radius });
}
