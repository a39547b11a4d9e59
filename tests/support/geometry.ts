import { expect } from 'vitest';
import { PAPER } from '../../src/base/colour.ts';
import type { Rect } from '../../src/base/geometry.ts';
import type { Text } from '../../src/model/issue.ts';
import type { DisplayItem, GlyphRun, PathSegment } from '../../src/model/page.ts';
import { isBlack } from '../../src/base/colour.ts';
import { solid, withoutSpaces } from '../../src/makeup/copy.ts';

/** Slack of comparisons, points. */
const NEAR = 0.02;

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

/** Whether every item stands inside a rectangle: letters by their em boxes, marks and their blank halves left out. */
export function expectInside(items: readonly DisplayItem[], rect: Rect): void {
  for (const item of items) {
    for (const bounds of boundsOf(item)) {
      const where = `${item.kind} ${item.kind === 'glyphs' ? textOf(item) : ''}`;
      expect(bounds.left, where).toBeGreaterThanOrEqual(rect.x - NEAR);
      expect(bounds.right, where).toBeLessThanOrEqual(rect.x + rect.width + NEAR);
      expect(bounds.top, where).toBeGreaterThanOrEqual(rect.y - NEAR);
      expect(bounds.foot, where).toBeLessThanOrEqual(rect.y + rect.height + NEAR);
    }
  }
}

function textOf(run: GlyphRun): string {
  return run.glyphs.map(({ text }) => text).join('');
}

/** The em boxes of letters and figures, in the fake faces of the tests. */
export function boundsOf(item: DisplayItem): readonly Bounds[] {
  if (item.kind === 'rect' || item.kind === 'picture') {
    return [{ left: item.x, right: item.x + item.width, top: item.y, foot: item.y + item.height }];
  }
  if (item.kind === 'path') return [pathBounds(item.segments, (item.stroke?.weight ?? 0) / 2)];
  if (item.kind !== 'glyphs') return [];
  return item.glyphs
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ dx, text }) => {
      const left = item.x + dx;
      const advance = (text.trim().codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
      const [top, foot] = [item.y - 0.88 * item.size, item.y + 0.12 * item.size];
      return { left, right: left + advance * item.size, top, foot };
    });
}

function pathBounds(segments: readonly PathSegment[], half: number): Bounds {
  const points: { x: number; y: number }[] = [];
  let at = { x: 0, y: 0 };
  for (const segment of segments) {
    if (segment.kind === 'close') continue;
    if (segment.kind === 'curve') {
      for (let t = 0.1; t < 1; t += 0.1) points.push(curvePoint(at, segment, t));
    }
    at = { x: segment.x, y: segment.y };
    points.push(at);
  }
  // Open lines end blunt where they end.
  const beside = segments.some(({ kind }) => kind === 'close') ? half : 0;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    left: Math.min(...xs) - beside,
    right: Math.max(...xs) + beside,
    top: Math.min(...ys) - half,
    foot: Math.max(...ys) + half,
  };
}

/** A point of a curve, by the share of the way along it. */
export function curvePoint(
  start: { readonly x: number; readonly y: number },
  { x1, y1, x2, y2, x, y }: Extract<PathSegment, { kind: 'curve' }>,
  t: number,
): { x: number; y: number } {
  const u = 1 - t;
  const mix = (a: number, b: number, c: number, d: number): number =>
    u ** 3 * a + 3 * u ** 2 * t * b + 3 * u * t ** 2 * c + t ** 3 * d;
  return { x: mix(start.x, x1, x2, x), y: mix(start.y, y1, y2, y) };
}

/** The characters of the copy stand among the items once and in order, each with its place in the file. */
export function expectCopy(items: readonly DisplayItem[], texts: readonly Text[]): void {
  const runs = items.filter((item): item is GlyphRun => item.kind === 'glyphs' && item.origin !== undefined);
  expect(withoutSpaces(runs.map(textOf).join(''))).toBe(texts.map(solid).join(''));
  for (const run of runs) {
    const { file, start, end } = run.origin!;
    expect(withoutSpaces(file.text.slice(start, end))).toContain(withoutSpaces(textOf(run)));
  }
}

/** Black lines are 0.25 pt and more, lines of colour and of bare paper 1 pt and more. */
export function expectPrintable(items: readonly DisplayItem[]): void {
  for (const item of items) {
    const line =
      item.kind === 'rect'
        ? { weight: Math.min(item.width, item.height), colour: item.fill }
        : item.kind === 'path' && item.stroke;
    if (!line) continue;
    const tinted = !isBlack(line.colour);
    expect(line.weight, JSON.stringify(line.colour)).toBeGreaterThanOrEqual((tinted ? 1 : 0.25) - 1e-9);
    if (line.colour === PAPER) expect(line.weight).toBeGreaterThanOrEqual(1);
  }
}

/** Words that the engine wrote, in order. */
export function writtenWords(items: readonly DisplayItem[]): string {
  return items.flatMap((item) => (item.kind === 'glyphs' && !item.origin ? [textOf(item)] : [])).join('');
}

/** Baselines of the copy. */
export function baselines(items: readonly DisplayItem[]): readonly number[] {
  return items.flatMap((item) => (item.kind === 'glyphs' && item.origin ? [item.y] : []));
}

/** Letters of one run do not stand on those of another, by the height of their faces. */
export function expectApart(items: readonly DisplayItem[]): void {
  const boxes = items.flatMap((item, run) =>
    item.kind === 'glyphs'
      ? boundsOf(item).map(({ left, right }) => ({
          run,
          left,
          right,
          top: item.y - 0.74 * item.size,
          foot: item.y,
        }))
      : [],
  );
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.run === other.run) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.foot, other.foot) - Math.max(one.top, other.top);
      if (across <= NEAR || down <= NEAR) continue;
      const words = [items[one.run], items[other.run]].map((item) => item?.kind === 'glyphs' && textOf(item));
      expect.fail(`${words.join(' stands on ')}`);
    }
  }
}
