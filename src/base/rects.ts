import type { Rect } from './geometry.ts';
import { TOLERANCE, type Pt } from './units.ts';

export function rightOf({ x, width }: Rect): Pt {
  return x + width;
}

export function bottomOf({ y, height }: Rect): Pt {
  return y + height;
}

/** Width that two rectangles have in common; negative when they stand apart, and then the gap between them. */
export function sharedWidth(one: Rect, other: Rect): Pt {
  return Math.min(rightOf(one), rightOf(other)) - Math.max(one.x, other.x);
}

/** Height that two rectangles have in common; negative when they stand apart, and then the gap between them. */
export function sharedHeight(one: Rect, other: Rect): Pt {
  return Math.min(bottomOf(one), bottomOf(other)) - Math.max(one.y, other.y);
}

/** Whether two rectangles have an area in common; those that touch have none. */
export function overlap(one: Rect, other: Rect): boolean {
  return sharedWidth(one, other) > TOLERANCE && sharedHeight(one, other) > TOLERANCE;
}

/** The smallest rectangle around others, at least one of them. */
export function boxAround(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map(rightOf)) - x,
    height: Math.max(...rects.map(bottomOf)) - y,
  };
}

/** The four sides of a rectangle, without thickness. */
export function sidesOf(rect: Rect): readonly Rect[] {
  const { x, y, width, height } = rect;
  return [
    { x, y, width, height: 0 },
    { x, y: bottomOf(rect), width, height: 0 },
    { x, y, width: 0, height },
    { x: rightOf(rect), y, width: 0, height },
  ];
}
