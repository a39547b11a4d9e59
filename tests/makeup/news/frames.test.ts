import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLACK } from '../../../src/base/colour.ts';
import { frameInset, frameItems, frameWidth, stations } from '../../../src/makeup/news/frames.ts';
import type { FrameLine } from '../../../src/model/story.ts';
import { boundsOf, expectInside, expectPrintable } from '../../support/geometry.ts';
import { RED } from '../../support/news-design.ts';
import { design } from './desk.ts';

const RULES: readonly FrameLine[] = [
  'none',
  'thin',
  'thick',
  'thick-thin',
  'thin-thick',
  'double',
  'dotted',
  'ornament',
];

const rect = fc.record({
  x: fc.integer({ min: 0, max: 200 }),
  y: fc.integer({ min: 0, max: 200 }),
  width: fc.double({ min: 60, max: 900, noNaN: true }),
  height: fc.double({ min: 40, max: 900, noNaN: true }),
});

describe('frames', () => {
  test('stand inside their rectangle and touch all its sides, in lines that print', () => {
    fc.assert(
      fc.property(
        rect,
        fc.constantFrom(...RULES),
        fc.boolean(),
        fc.constantFrom(BLACK, RED.fill),
        (rect, rule, round, colour) => {
          const corner = round ? 'round' : 'square';
          const items = frameItems({ rule, corner }, rect, { colour, radius: 9 });
          expectInside(items, rect);
          expectPrintable(items);
          expect(items.length > 0).toBe(rule !== 'none');
          if (rule === 'none') return;
          const bounds = items.flatMap(boundsOf);
          const edge = rule === 'dotted' ? 0.2 : 0.02;
          expect(Math.min(...bounds.map(({ left }) => left))).toBeLessThanOrEqual(rect.x + edge);
          expect(Math.max(...bounds.map(({ right }) => right))).toBeGreaterThanOrEqual(
            rect.x + rect.width - edge,
          );
          expect(Math.max(...bounds.map(({ foot }) => foot))).toBeGreaterThanOrEqual(
            rect.y + rect.height - edge,
          );
        },
      ),
    );
  });

  test.each(RULES)('%s: the inset keeps the padding free inside its lines', (rule) => {
    expect(frameInset(rule, design)).toBeCloseTo(frameWidth(rule) + design.styles.box.padding, 9);
    const items = frameItems(
      { rule, corner: 'square' },
      { x: 0, y: 0, width: 300, height: 200 },
      { colour: BLACK, radius: 0 },
    );
    // The innermost ink along the top: lines are rings, so that their tops lie in the upper half.
    for (const item of items) {
      if (item.kind !== 'path' || !item.stroke) continue;
      const tops = item.segments.flatMap((segment) => (segment.kind === 'close' ? [] : [segment.y]));
      expect(Math.min(...tops) + item.stroke.weight / 2).toBeLessThanOrEqual(frameWidth(rule) + 1e-9);
    }
  });

  test('thick and thin stand as their names say', () => {
    const weights = (rule: FrameLine) =>
      frameItems(
        { rule, corner: 'square' },
        { x: 0, y: 0, width: 300, height: 200 },
        { colour: BLACK, radius: 0 },
      ).map((item) => item.kind === 'path' && item.stroke?.weight);
    expect(weights('thick-thin')).toEqual([2, 0.5]);
    expect(weights('thin-thick')).toEqual([0.5, 2]);
    expect(weights('double')).toEqual([0.5, 0.5]);
  });

  test('a tint has the corners of its frame', () => {
    const tint = design.styles.box.tint;
    const at = { x: 0, y: 0, width: 100, height: 60 };
    const [square] = frameItems({ rule: 'none', corner: 'square', tint }, at, { colour: BLACK, radius: 9 });
    const [round] = frameItems({ rule: 'none', corner: 'round', tint }, at, { colour: BLACK, radius: 9 });
    expect(square).toMatchObject({ kind: 'rect', fill: tint, ...at });
    expect(round).toMatchObject({ kind: 'path', fill: tint });
  });
});

describe('dots and flowers', () => {
  test('stand in equal steps, a whole number a side, one in each corner', () => {
    fc.assert(
      fc.property(rect, fc.double({ min: 2, max: 12, noNaN: true }), ({ x, y, width, height }, pitch) => {
        const points = stations({ x, y, width, height }, pitch);
        const corners = [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ] as const;
        for (const [cx, cy] of corners) {
          expect(points.some((point) => Math.hypot(point.x - cx, point.y - cy) < 1e-6)).toBe(true);
        }
        const top = points.filter((point) => Math.abs(point.y - y) < 1e-6).map((point) => point.x);
        const steps = top.slice(1).map((each, index) => each - top[index]!);
        for (const step of steps) expect(step).toBeCloseTo(width / Math.round(width / pitch), 6);
      }),
    );
  });

  test('go round corners in steps of one length, alike at all sides', () => {
    const points = stations({ x: 0, y: 0, width: 200, height: 120 }, 3, 12);
    expect(points.length % 4).toBe(0);
    const gaps = points.map((point, index) => {
      const next = points[(index + 1) % points.length]!;
      return Math.hypot(next.x - point.x, next.y - point.y);
    });
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.05);
    for (const { x, y } of points) {
      expect(points.some((other) => Math.hypot(other.x - (200 - x), other.y - y) < 1e-6)).toBe(true);
    }
  });
});
