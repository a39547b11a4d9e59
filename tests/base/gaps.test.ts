import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { straightGaps } from '../../src/base/gaps.ts';
import type { Rect } from '../../src/base/geometry.ts';
import { feetOf, longestRun, unevenFeet, wrongTurns } from '../../src/base/legs.ts';
import { bottomOf, rightOf } from '../../src/base/rects.ts';

const AREA: Rect = { x: 0, y: 0, width: 100, height: 100 };
const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

describe('straight gaps', () => {
  test('two stories above each other: one gap as high as the white between', () => {
    const gaps = straightGaps([[rect(0, 0, 100, 48)], [rect(0, 50, 100, 50)]], [], AREA);
    expect(gaps).toEqual([{ direction: 'horizontal', from: 48, to: 50, start: 0, end: 100 }]);
  });

  test('four stories in a cross have both', () => {
    const quarters = [0, 52].flatMap((x) => [0, 52].map((y) => [rect(x, y, 48, 48)]));
    const gaps = straightGaps(quarters, [], AREA);
    expect(gaps.map(({ direction, from, to }) => [direction, from, to])).toEqual([
      ['horizontal', 48, 52],
      ['vertical', 48, 52],
    ]);
  });

  test('an L that reaches over, stories that interlock and an advertisement across stop it', () => {
    const reaching = [[rect(0, 0, 100, 48), rect(0, 48, 20, 52)], [rect(22, 50, 78, 50)]];
    expect(straightGaps(reaching, [], AREA)).toEqual([]);
    const interlocked = [
      [rect(0, 0, 49, 60)],
      [rect(51, 0, 49, 40)],
      [rect(0, 62, 49, 38)],
      [rect(51, 42, 49, 58)],
    ];
    expect(straightGaps(interlocked, [], AREA).map(({ direction }) => direction)).toEqual(['vertical']);
    const columns = [[rect(0, 0, 49, 80)], [rect(51, 0, 49, 80)]];
    expect(straightGaps(columns, [rect(0, 82, 100, 18)], AREA)).toEqual([]);
    expect(straightGaps(columns, [], rect(0, 0, 100, 80))).toHaveLength(1);
  });

  test('nine tenths are through, eight are not', () => {
    const beside = (width: number) => [
      [rect(0, 0, 100 - width, 100)],
      [rect(100 - width, 0, width, 49)],
      [rect(100 - width, 51, width, 49)],
    ];
    const across = (width: number) =>
      straightGaps(beside(width), [], AREA).filter(({ direction }) => direction === 'horizontal');
    expect(across(91)).toHaveLength(1);
    expect(across(80)).toEqual([]);
  });

  test('no gap runs through a story, and it has stories on both sides', () => {
    const block = fc
      .tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }))
      .map(([x, y, width, height]) =>
        rect(x * 10, y * 10, Math.min(width, 10 - x) * 10, Math.min(height, 10 - y) * 10),
      );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        for (const { direction, from, to, start, end } of straightGaps(
          blocks.map((one) => [one]),
          [],
          AREA,
        )) {
          const gap =
            direction === 'horizontal'
              ? rect(start, from, end - start, to - from)
              : rect(from, start, to - from, end - start);
          const middle = { x: gap.x + gap.width / 2, y: gap.y + gap.height / 2 };
          for (const one of blocks) {
            const isIn = (at: number, low: number, high: number) => at > low + 0.01 && at < high - 0.01;
            const isCut =
              direction === 'horizontal'
                ? isIn(middle.y, one.y, bottomOf(one)) &&
                  Math.min(end, rightOf(one)) - Math.max(start, one.x) > 0.01
                : isIn(middle.x, one.x, rightOf(one)) &&
                  Math.min(end, bottomOf(one)) - Math.max(start, one.y) > 0.01;
            expect(isCut).toBe(false);
          }
          expect(end - start).toBeGreaterThanOrEqual(89.9);
        }
      }),
    );
  });
});

describe('legs', () => {
  const leg = (x: number, y: number, room: number, lines: number) => ({
    rect: rect(x, y, 10, room),
    room,
    lines,
  });

  test('feet are the legs with which columns end', () => {
    const legs = [leg(0, 0, 10, 7), leg(0, 20, 30, 30), leg(12, 0, 50, 50)];
    expect(feetOf(legs)).toEqual(legs.slice(1));
    expect(unevenFeet(feetOf(legs))).toBe(0);
    expect(unevenFeet(legs)).toBe(3);
    expect(unevenFeet([leg(0, 0, 50, 50), leg(12, 0, 50, 47)])).toBe(3);
    expect(unevenFeet([leg(0, 0, 50, 40)])).toBe(0);
  });

  test('the longest run without a subhead', () => {
    expect(longestRun({ lines: 70, subheads: [] })).toBe(70);
    expect(longestRun({ lines: 70, subheads: [40] })).toBe(40);
    expect(longestRun({ lines: 70, subheads: [10, 20] })).toBe(50);
  });

  test('turns: to the right, down, to a new row; not back, not over a gap, not over an obstacle', () => {
    const columns = [0, 12, 24].map((x) => rect(x, 0, 10, 20));
    const turns = (legs: readonly Rect[], obstacles: readonly Rect[] = []) =>
      wrongTurns(legs, { obstacles, bridges: [], gutter: 2 });
    const [one, two, three] = columns as [Rect, Rect, Rect];
    expect(turns(columns)).toEqual([]);
    expect(turns([one, rect(0, 30, 10, 20), two])).toEqual([]);
    expect(turns([one, two, rect(0, 22, 10, 10), rect(12, 22, 10, 10)])).toEqual([]);
    expect(turns([one, three])).toEqual([1]);
    expect(turns([two, one])).toEqual([1]);
    expect(turns([one, rect(0, 40, 10, 20)], [rect(0, 25, 10, 5)])).toEqual([1]);
    expect(turns([one, rect(12, 30, 10, 20)])).toEqual([1]);
  });
});
