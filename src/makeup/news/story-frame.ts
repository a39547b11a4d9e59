import type { Cells, NewsDesign, PlannedStory } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { isFramed, rectOf } from './forms.ts';

/** Tint and rules of a framed story, painted before what stands in it. */
export function frameOf(
  cells: readonly Cells[],
  story: PlannedStory,
  design: NewsDesign,
): readonly DisplayItem[] {
  const [first] = cells;
  if (!first || !isFramed(story)) return [];
  const { tint, rule } = design.styles.box;
  const rect = rectOf(first, design);
  const fill = story.frame ? story.frame.tint : tint;
  const { weight, colour } = rule;
  const line = { kind: 'rect', role: 'decoration', fill: colour } as const;
  return [
    ...(fill ? [{ kind: 'rect', role: 'decoration', fill, ...rect } as const] : []),
    { ...line, ...rect, height: weight },
    { ...line, ...rect, y: rect.y + rect.height - weight, height: weight },
  ];
}
