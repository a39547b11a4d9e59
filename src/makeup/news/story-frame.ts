import type { DisplayItem } from '../../model/page.ts';
import { BLACK } from '../../base/colour.ts';
import { isFramed, rectOf } from './forms.ts';
import { frameItems } from './frames.ts';
import type { SetStory } from './set-story.ts';

/** Tint and lines of a framed story, painted before what stands in it; a box without a frame of its own has the layout's. */
export function frameOf({ cells, kit }: SetStory): readonly DisplayItem[] {
  const { story, shop } = kit;
  const [first] = cells;
  if (!first || !isFramed(story)) return [];
  const { tint, radius } = shop.design.styles.box;
  const frame = story.frame ?? { rule: 'thin', tint, corner: 'square' };
  return frameItems(frame, rectOf(first, shop.design), { colour: BLACK, radius });
}
