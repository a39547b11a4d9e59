import {
  buttingHeads,
  HEAD_REACH,
  misorderedHeads,
  wallsBetween,
  type HeadBox,
  type HeadPair,
} from '../base/head-boxes.ts';
import { boxAround, bottomOf, rightOf, sharedHeight, sharedWidth } from '../base/rects.ts';
import { TOLERANCE } from '../base/units.ts';
import type { StoryRole } from '../model/story.ts';
import { columnsSpanned, type Finding, type Scene, type SceneStory } from './scene.ts';

interface SceneHead extends HeadBox {
  readonly story: SceneStory;
  readonly columns: number;
}

function headsOf(scene: Scene): readonly SceneHead[] {
  return scene.stories.flatMap((story): readonly SceneHead[] =>
    story.head ? [{ ...story.head, story, columns: columnsSpanned(story.head.rect, scene) }] : [],
  );
}

/** Heads of two stories side by side with nothing between them. */
export function tombstones(scene: Scene): readonly Finding[] {
  return pairsOf(scene).map(findingOf);
}

/** The same where both are set in one size and face. */
export function sameHeads(scene: Scene): readonly Finding[] {
  return pairsOf(scene)
    .filter(({ same }) => same)
    .map(findingOf);
}

function pairsOf(scene: Scene): readonly HeadPair<SceneHead>[] {
  const { page, stories, rules, gutter } = scene;
  const walls = wallsBetween(stories, [...rules, ...page.adverts]);
  return buttingHeads(headsOf(scene), walls, HEAD_REACH * gutter);
}

function findingOf({ left, right }: HeadPair<SceneHead>): Finding {
  return { stories: [left.story.id, right.story.id], rect: boxAround([left.rect, right.rect]) };
}

/** Stories whose heads show their importance; boxes, comments and the like have a head style of their own. */
const RANKED: ReadonlySet<StoryRole> = new Set<StoryRole>(['lead', 'second', 'third', 'brief']);

/** A head lower on the page that is larger than one of the same width above it. */
export function headOrder(scene: Scene): readonly Finding[] {
  const ranked = headsOf(scene).filter(({ story }) => RANKED.has(story.role) && !story.framed);
  return misorderedHeads(ranked).map(({ upper, lower }) => ({
    stories: [lower.story.id, upper.story.id],
    rect: lower.rect,
    values: { size: lower.size, smaller: upper.size },
  }));
}

/** Text of a story over its head, or beginning neither under the head nor beside it. */
export function textOffHead(scene: Scene): readonly Finding[] {
  return scene.stories.flatMap((story): readonly Finding[] => {
    const { head, legs, planned } = story;
    const [first] = legs;
    // A head within its text has text all round.
    if (!head || !first || planned?.head?.form === 'within') return [];
    const over = legs.find(({ rect }) => rect.y < head.rect.y - TOLERANCE);
    const stray = over ?? (isAtHead(story, scene) ? undefined : first);
    return stray ? [{ stories: [story.id], rect: stray.rect }] : [];
  });
}

/** Whether the text begins in the columns of the head, in the next one at the right, or beside the head. */
function isAtHead({ head, legs }: SceneStory, { page, gutter }: Scene): boolean {
  const start = legs[0]?.rect;
  if (!head || !start) return true;
  const { rect } = head;
  const isUnder = start.x > rect.x - 1 && start.x < rightOf(rect) + 1.5 * gutter;
  const isBeside = sharedHeight(start, rect) >= page.grid.leading && sharedWidth(start, rect) > -2 * gutter;
  return isUnder || isBeside;
}

/** A caption right under the head and right over the first column: it reads like the lead. */
export function captionBetween(scene: Scene): readonly Finding[] {
  return scene.stories.flatMap(({ id, head, legs, pictures }): readonly Finding[] => {
    const start = legs[0]?.rect;
    if (!head || !start) return [];
    return pictures.flatMap(({ caption }): readonly Finding[] => {
      if (!caption) return [];
      const isBetween =
        caption.y >= bottomOf(head.rect) - TOLERANCE &&
        bottomOf(caption) <= start.y + TOLERANCE &&
        sharedWidth(caption, start) > start.width / 2 &&
        sharedWidth(caption, head.rect) > TOLERANCE;
      return isBetween ? [{ stories: [id], rect: caption }] : [];
    });
  });
}
