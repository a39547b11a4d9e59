import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { PathSegment } from '../../model/page.ts';

/** Handles of a curve over a quarter of a circle of radius 1. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

/** A closed rectangle, its corners rounded by `radius` as far as its sides allow. Runs clockwise from the top left. */
export function boxPath({ x, y, width, height }: Rect, radius: Pt = 0): readonly PathSegment[] {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const [right, foot] = [x + width, y + height];
  if (r === 0) {
    return [
      { kind: 'move', x, y },
      { kind: 'line', x: right, y },
      { kind: 'line', x: right, y: foot },
      { kind: 'line', x, y: foot },
      { kind: 'close' },
    ];
  }
  const h = r * (1 - QUARTER);
  return [
    { kind: 'move', x: x + r, y },
    { kind: 'line', x: right - r, y },
    { kind: 'curve', x1: right - h, y1: y, x2: right, y2: y + h, x: right, y: y + r },
    { kind: 'line', x: right, y: foot - r },
    { kind: 'curve', x1: right, y1: foot - h, x2: right - h, y2: foot, x: right - r, y: foot },
    { kind: 'line', x: x + r, y: foot },
    { kind: 'curve', x1: x + h, y1: foot, x2: x, y2: foot - h, x, y: foot - r },
    { kind: 'line', x, y: y + r },
    { kind: 'curve', x1: x, y1: y + h, x2: x + h, y2: y, x: x + r, y },
    { kind: 'close' },
  ];
}

/** A closed circle. */
export function circlePath(x: Pt, y: Pt, radius: Pt): readonly PathSegment[] {
  return [
    { kind: 'move', x: x + radius, y },
    ...arcCurves({ x, y, radius }, 0, 2 * Math.PI),
    { kind: 'close' },
  ];
}

export interface Circle {
  readonly x: Pt;
  readonly y: Pt;
  readonly radius: Pt;
}

/**
 * The arc of a circle from one angle to another as curves of at most a quarter; angles in radians, 0 to the right, growing
 * clockwise on the page. A curve leaves its circle by less than three hundredths of a percent of the radius.
 */
export function arcCurves(circle: Circle, from: number, to: number): readonly PathSegment[] {
  const count = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
  const step = (to - from) / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, index): PathSegment => {
    const [start, end] = [from + index * step, from + (index + 1) * step];
    const [a, b] = [pointAt(circle, start), pointAt(circle, end)];
    const reach = handle * circle.radius;
    return {
      kind: 'curve',
      x1: a.x - reach * Math.sin(start),
      y1: a.y + reach * Math.cos(start),
      x2: b.x + reach * Math.sin(end),
      y2: b.y - reach * Math.cos(end),
      ...b,
    };
  });
}

/** A point of a circle. */
export function pointAt({ x, y, radius }: Circle, angle: number): { readonly x: Pt; readonly y: Pt } {
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

/** The part of a circle between two angles, closed to its centre. */
export function slicePath(circle: Circle, from: number, to: number): readonly PathSegment[] {
  return [
    { kind: 'move', x: circle.x, y: circle.y },
    { kind: 'line', ...pointAt(circle, from) },
    ...arcCurves(circle, from, to),
    { kind: 'close' },
  ];
}

/** A rectangle smaller by `by` at each side. */
export function shrunk({ x, y, width, height }: Rect, by: Pt): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}
