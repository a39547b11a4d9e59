import type { Rect } from './geometry.ts';
import { bottomOf, rightOf, sharedHeight, sharedWidth, sidesOf } from './rects.ts';
import { TOLERANCE, type Pt } from './units.ts';

/** The head of a story as a box. */
export interface HeadBox {
  readonly rect: Rect;
  readonly size: Pt;
  readonly face: string;
  readonly direction: 'horizontal' | 'vertical';
}

/** Two heads beside each other; `same`: in one size and face. */
export interface HeadPair<Head> {
  readonly left: Head;
  readonly right: Head;
  readonly same: boolean;
}

/** The part of the lower of two heads that stands beside the other. */
const BESIDE = 0.5;

/**
 * Heads of one direction that stand side by side, less than `reach` apart, with nothing of `walls` (rules, pictures,
 * advertisements, sides of frames) between them: tombstones. A head that runs down beside one that lies is a contrast.
 */
export function buttingHeads<Head extends HeadBox>(
  heads: readonly Head[],
  walls: readonly Rect[],
  reach: Pt,
): readonly HeadPair<Head>[] {
  const inOrder = heads.toSorted((one, other) => one.rect.x - other.rect.x);
  return inOrder.flatMap((left, i) =>
    inOrder.slice(i + 1).flatMap((right): readonly HeadPair<Head>[] => {
      if (!isBeside(left, right, reach) || walls.some((wall) => isBetween(wall, left.rect, right.rect)))
        return [];
      const same = left.face === right.face && Math.abs(left.size - right.size) < SAME_SIZE;
      return [{ left, right, same }];
    }),
  );
}

/** What of stories keeps two heads apart, and with it `others`: rules, advertisements. */
export function wallsBetween(stories: readonly Walled[], others: readonly Rect[]): readonly Rect[] {
  const pictures = stories.flatMap((story) => story.pictures.map(({ rect }) => rect));
  const frames = stories.filter(({ framed }) => framed).flatMap(({ outline }) => outline.flatMap(sidesOf));
  return [...others, ...pictures, ...frames];
}

interface Walled {
  readonly pictures: readonly { readonly rect: Rect }[];
  readonly framed: boolean;
  readonly outline: readonly Rect[];
}

/** Less than so many gutters apart heads stand beside each other. */
export const HEAD_REACH = 2;

/** Sizes closer than this look equal. */
const SAME_SIZE: Pt = 0.5;

function isBeside(left: HeadBox, right: HeadBox, reach: Pt): boolean {
  const gap = right.rect.x - rightOf(left.rect);
  const lower = Math.min(left.rect.height, right.rect.height);
  return (
    left.direction === right.direction &&
    gap > -TOLERANCE &&
    gap < reach &&
    sharedHeight(left.rect, right.rect) > BESIDE * lower
  );
}

/** Whether a wall stands in the gap between two heads and goes past at least half of what they share. */
function isBetween(wall: Rect, left: Rect, right: Rect): boolean {
  const y = Math.max(left.y, right.y);
  const height = sharedHeight(left, right);
  const gap = { x: rightOf(left), y, width: right.x - rightOf(left), height };
  return sharedWidth(wall, gap) > -TOLERANCE && sharedHeight(wall, gap) >= height / 2;
}

/** A lower head that is larger than one above. */
export interface HeadStep<Head> {
  readonly upper: Head;
  readonly lower: Head;
}

/**
 * Heads that are larger than one further up the page of the same width class (whole basic columns) and direction. Each
 * lower head is told once, against the smallest above it.
 */
export function misorderedHeads<Head extends HeadBox & { readonly columns: number }>(
  heads: readonly Head[],
): readonly HeadStep<Head>[] {
  return heads.flatMap((lower): readonly HeadStep<Head>[] => {
    const smaller = heads.filter(
      (upper) =>
        bottomOf(upper.rect) <= lower.rect.y + TOLERANCE &&
        upper.columns === lower.columns &&
        upper.direction === lower.direction &&
        upper.size < lower.size - SAME_SIZE,
    );
    const upper = smaller.toSorted((one, other) => one.size - other.size)[0];
    return upper ? [{ upper, lower }] : [];
  });
}
