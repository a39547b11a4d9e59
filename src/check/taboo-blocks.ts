import type { Rect } from '../base/geometry.ts';
import { straightGaps, type StraightGap } from '../base/gaps.ts';
import { linesIn } from '../base/legs.ts';
import { boxAround, bottomOf, overlap, rightOf, sharedHeight, sharedWidth } from '../base/rects.ts';
import { contentArea, printedOf, type Finding, type Scene, type SceneStory } from './scene.ts';

/** A straight gap through the page, across or down, over which no story reaches. */
export function fullBreaks(scene: Scene): readonly Finding[] {
  const { page, stories } = scene;
  const outlines = stories.map(({ outline }) => outline);
  return straightGaps(outlines, page.adverts, contentArea(scene)).map((gap): Finding => {
    const { from, to, start, end } = gap;
    const rect =
      gap.direction === 'horizontal'
        ? { x: start, y: from, width: end - start, height: to - from }
        : { x: from, y: start, width: to - from, height: end - start };
    return { stories: neighboursOf(gap, stories), rect };
  });
}

/** The stories along a gap, nearest first from each side in turn, so that the first two face each other. */
function neighboursOf({ direction, from, to }: StraightGap, stories: readonly SceneStory[]): string[] {
  const across = direction === 'horizontal';
  const placed = stories.map(({ id, outline }) => {
    const box = boxAround(outline);
    return across ? { id, from: box.y, to: bottomOf(box) } : { id, from: box.x, to: rightOf(box) };
  });
  const before = placed.filter((one) => one.to <= from + 1).toSorted((one, other) => other.to - one.to);
  const behind = placed.filter((one) => one.from >= to - 1).toSorted((one, other) => one.from - other.from);
  return [...behind.slice(0, 1), ...before.slice(0, 1), ...behind.slice(1), ...before.slice(1)].map(
    ({ id }) => id,
  );
}

/** Stories that lie over each other, or stand against each other with neither white nor rule nor frame between. */
export function collisions(scene: Scene): readonly Finding[] {
  const { stories, page } = scene;
  const pairs = stories.flatMap((one, i) => stories.slice(i + 1).map((other) => [one, other] as const));
  const between = pairs.flatMap(([one, other]): readonly Finding[] => {
    const place = overOf(one.outline, other.outline) ?? touchOf(one, other, scene);
    return place ? [{ stories: [other.id, one.id], rect: place }] : [];
  });
  const onAdverts = stories.flatMap(({ id, outline }): readonly Finding[] => {
    const place = overOf(outline, page.adverts);
    return place ? [{ stories: [id], rect: place }] : [];
  });
  return [...between, ...onAdverts];
}

/** What two outlines have in common. */
function overOf(outline: readonly Rect[], others: readonly Rect[]): Rect | undefined {
  for (const one of outline) {
    const other = others.find((rect) => overlap(one, rect));
    if (!other) continue;
    const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
    return { x, y, width: sharedWidth(one, other), height: sharedHeight(one, other) };
  }
  return undefined;
}

/** Part of a line or gutter that white must have to part two stories. */
const WHITE = 0.9;

function touchOf(one: SceneStory, other: SceneStory, scene: Scene): Rect | undefined {
  if (one.framed || other.framed) return undefined;
  const strips = printedOf(one, scene).flatMap((upper) =>
    printedOf(other, scene).flatMap((lower) => stripBetween(upper, lower, scene) ?? []),
  );
  const open = strips.filter((strip) => !scene.rules.some((rule) => isAlong(rule, strip)));
  return open.length > 0 ? boxAround(open) : undefined;
}

/** The strip between two pieces that stand too near to each other; `undefined` where there is white enough. */
function stripBetween(one: Rect, other: Rect, { page, gutter }: Scene): Rect | undefined {
  const [width, height] = [sharedWidth(one, other), sharedHeight(one, other)];
  const { leading, size } = page.grid;
  if (width > size && -height < WHITE * leading)
    return {
      x: Math.max(one.x, other.x),
      y: Math.min(bottomOf(one), bottomOf(other)),
      width,
      height: Math.max(0, -height),
    };
  if (height > leading && -width < WHITE * gutter)
    return {
      x: Math.min(rightOf(one), rightOf(other)),
      y: Math.max(one.y, other.y),
      width: Math.max(0, -width),
      height,
    };
  return undefined;
}

/** Whether a rule stands in a strip, or at its edge, along most of it. */
function isAlong(rule: Rect, strip: Rect): boolean {
  const isLying = strip.width >= strip.height;
  const [along, length] = isLying
    ? [sharedWidth(rule, strip), strip.width]
    : [sharedHeight(rule, strip), strip.height];
  const across = isLying ? sharedHeight(rule, strip) : sharedWidth(rule, strip);
  return along > WHITE * length && across > -1;
}

/** A picture with text of its story over it in the same column: in the middle or at the foot of a leg. */
export function picturesInLegs(scene: Scene): readonly Finding[] {
  return scene.stories.flatMap(({ id, legs, pictures }) =>
    pictures.flatMap(({ rect }): readonly Finding[] => {
      const isCut = legs.some((leg) => {
        const text = linesIn(leg, scene.page.grid.leading);
        const isOver = bottomOf(text) <= rect.y + 1 || overlap(text, rect);
        return text.y < rect.y - 1 && isOver && sharedWidth(text, rect) > text.width / 2;
      });
      return isCut ? [{ stories: [id], rect }] : [];
    }),
  );
}
