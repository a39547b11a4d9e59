/** `[a b c d e f]` of ISO 32000-1, 8.3.3: rows of a transformation of points. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Left, bottom, right, top in points of the page, y up. */
export type Box = readonly [number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

export function matrixOf(numbers: readonly number[] | undefined): Matrix {
  const [a, b, c, d, e, f] = numbers ?? [];
  return numbers?.length === 6 ? [a!, b!, c!, d!, e!, f!] : IDENTITY;
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** As many times as large, from the origin. */
export function enlargement(times: number): Matrix {
  return [times, 0, 0, times, 0, 0];
}

/** How much longer a length becomes on the whole: the root of the change of area. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Printed lengths of the two sides of the unit square. */
export function sidesOf([a, b, c, d]: Matrix): readonly [number, number] {
  return [Math.hypot(a, b), Math.hypot(c, d)];
}

/** The upright box around a box that is transformed. */
export function boxAround(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  return boxOfPoints([
    transform(matrix, left, bottom),
    transform(matrix, right, bottom),
    transform(matrix, right, top),
    transform(matrix, left, top),
  ]);
}

export function boxOfPoints(points: readonly (readonly [number, number])[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** What two boxes share; left over right where they share nothing. */
export function shared(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** Whether two boxes touch; a line without width touches what it lies on. */
export function touches(one: Box, other: Box): boolean {
  const [left, bottom, right, top] = shared(one, other);
  return left <= right && bottom <= top;
}

export function isInside(inner: Box, outer: Box, tolerance: number): boolean {
  return (
    inner[0] >= outer[0] - tolerance &&
    inner[1] >= outer[1] - tolerance &&
    inner[2] <= outer[2] + tolerance &&
    inner[3] <= outer[3] + tolerance
  );
}

export function boxOf(numbers: readonly number[] | undefined): Box | undefined {
  const [a, b, c, d] = numbers ?? [];
  if (numbers?.length !== 4) return undefined;
  return [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)];
}
