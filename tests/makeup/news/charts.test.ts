import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartForm, chartItems, chartLines, chartTexts } from '../../../src/makeup/news/charts.ts';
import { fills, MOST_TINTS } from '../../../src/makeup/news/chart-desk.ts';
import { numberWords, scaleOf } from '../../../src/makeup/news/chart-scale.ts';
import { arcCurves, pointAt } from '../../../src/makeup/news/paths.ts';
import type { ChartPart } from '../../../src/model/story.ts';
import {
  curvePoint,
  expectApart,
  expectCopy,
  expectInside,
  expectPrintable,
  writtenWords,
} from '../../support/geometry.ts';
import { RANGE, RED } from '../../support/news-design.ts';
import { chartOf } from '../../support/news-trial.ts';
import { composer, design, placeOf, rectOf, widthOf, words } from './desk.ts';

const value = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -9999, max: 99999 }),
  fc.integer({ min: -500, max: 500 }).map((tenths) => tenths / 10),
);

const charts: fc.Arbitrary<ChartPart> = fc
  .tuple(
    fc.constantFrom('bar', 'line', 'pie' as const),
    fc.integer({ min: 1, max: 18 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 14 }),
  )
  .chain(([form, count, series, most]) =>
    fc.record({
      kind: fc.constant('chart' as const),
      range: fc.constant(RANGE),
      form: fc.constant(form as ChartPart['form']),
      title: words(20),
      unit: words(4),
      source: words(30),
      labels: fc.array(words(most), { minLength: count, maxLength: count }),
      series: fc.array(
        fc.record({
          name: words(5),
          values: fc.array(
            value.map((each) => ({ value: each, range: RANGE })),
            { minLength: count, maxLength: count },
          ),
        }),
        { minLength: series, maxLength: series },
      ),
    }),
  );

describe('charts', () => {
  test('hold their words and shapes inside their lines, least, natural and most', () => {
    fc.assert(
      fc.property(charts, fc.integer({ min: 1, max: 4 }), (part, columns) => {
        const { least, natural, most } = chartLines(part, columns, design);
        expect(least).toBeLessThanOrEqual(natural);
        expect(natural).toBeLessThanOrEqual(most);
        for (const lines of [least, natural, most]) {
          const place = placeOf(widthOf(columns), lines);
          const items = chartItems(part, place, design, composer);
          expectInside(items, rectOf(place));
          expectPrintable(items);
          expectApart(items);
          expectCopy(items, chartTexts(part, place.width, design, composer));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keep their type readable', () => {
    const labels = ['早', '晚'];
    for (const form of ['line', 'bar'] as const) {
      const part = chartOf(form, labels, [{ values: [-1234567.5, 1234567.5] }]);
      const items = chartItems(part, placeOf(widthOf(1), 16), design, composer);
      const sizes = items.flatMap((item) => (item.kind === 'glyphs' ? [item.size] : []));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5.5);
    }
  });

  test('print every label, but along a line only as many as go in, the last among them', () => {
    const labels = Array.from({ length: 24 }, (_, hour) => `${hour}时`);
    const values = labels.map((_, hour) => hour);
    const bars = chartOf('bar', labels, [{ values }]);
    const line = chartOf('line', labels, [{ values }]);
    const texts = (part: ChartPart) =>
      chartTexts(part, widthOf(1), design, composer).map((text) => text.characters);
    expect(texts(bars)).toEqual(labels);
    expect(texts(line).length).toBeGreaterThan(2);
    expect(texts(line).length).toBeLessThan(12);
    expect(texts(line).at(-1)).toBe('23时');
    expect(chartTexts(line, widthOf(8), design, composer)).toHaveLength(24);
  });

  test.each([
    ['short labels', chartOf('bar', ['一月', '二月'], [{ values: [1, 2] }]), 'up'],
    ['long labels', chartOf('bar', ['环湖东路地下管网', '西堤码头充电设施'], [{ values: [1, 2] }]), 'across'],
    ['a line', chartOf('line', ['一月', '二月'], [{ values: [1, 2] }]), 'line'],
    ['a line of one point', chartOf('line', ['一月'], [{ values: [1] }]), 'up'],
    ['a pie', chartOf('pie', ['甲', '乙'], [{ values: [1, 0] }]), 'pie'],
    ['a pie with a loss', chartOf('pie', ['甲', '乙'], [{ values: [1, -1] }]), 'across'],
    ['a pie of noughts', chartOf('pie', ['甲', '乙'], [{ values: [0, 0] }]), 'across'],
    ['a pie of two series', chartOf('pie', ['甲'], [{ values: [1] }, { values: [1] }]), 'across'],
    ['a pie of seven', chartOf('pie', [...'甲乙丙丁戊己庚'], [{ values: [1, 2, 3, 4, 5, 6, 7] }]), 'across'],
  ])('%s', (_, part, form) => {
    expect(chartForm(part, widthOf(1))).toBe(form);
  });

  test('bars are as long as their values from one axis, losses on its other side', () => {
    const part = chartOf(
      'bar',
      ['环湖东路管网', '西堤码头设施', '老城泵房改造'],
      [{ values: [300, -100, 150] }],
    );
    const items = chartItems(part, placeOf(widthOf(1), 12), design, composer);
    const bars = items.flatMap((item) => {
      if (item.kind !== 'path') return [];
      const xs = item.segments.flatMap((segment) => (segment.kind === 'close' ? [] : [segment.x]));
      return [{ left: Math.min(...xs), right: Math.max(...xs) }];
    });
    const [long, loss, half] = bars;
    expect(bars).toHaveLength(3);
    expect((long!.right - long!.left) / (half!.right - half!.left)).toBeCloseTo(2, 6);
    expect((long!.right - long!.left) / (loss!.right - loss!.left)).toBeCloseTo(3, 6);
    expect(loss!.right).toBeCloseTo(long!.left, 6);
    expect(writtenWords(items)).toBe('300−100150');
  });

  test('slices cut the circle in shares, the largest in the accent', () => {
    const part = chartOf('pie', ['甲', '乙', '丙'], [{ values: [25, 50, 25] }]);
    const items = chartItems(part, placeOf(widthOf(2), 12), design, composer);
    const slices = items.filter(
      (item) => item.kind === 'path' && item.segments.some(({ kind }) => kind === 'curve'),
    );
    expect(slices).toHaveLength(3);
    expect(slices.map((item) => item.kind === 'path' && item.fill)).toEqual([
      fills(3, RED)[1],
      RED.fill,
      fills(3, RED)[2],
    ]);
    // A quarter begins at the top and ends at the right of its middle.
    const [first] = slices;
    const points = first?.kind === 'path' ? first.segments : [];
    const [middle, start, end] = points;
    expect(middle?.kind === 'move' && start?.kind === 'line' && start.x - middle.x).toBeCloseTo(0, 6);
    expect(middle?.kind === 'move' && end?.kind === 'curve' && end.y - middle.y).toBeCloseTo(0, 6);
  });

  test('tints are steps that stay apart, and the accent is none of them', () => {
    for (let count = 1; count <= MOST_TINTS; count += 1) {
      const [accent, ...tints] = fills(count, RED);
      expect(accent).toBe(RED.fill);
      const blacks = tints.map(({ k }) => k);
      expect(blacks.every((k, index) => index === 0 || blacks[index - 1]! - k >= 12)).toBe(true);
      expect(blacks.every((k) => k >= 12 && k <= 75)).toBe(true);
    }
  });
});

describe('scales', () => {
  test('have round steps, hold all values and never more steps than wanted', () => {
    const some = fc.array(fc.oneof(value, fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 6 }), fc.boolean(), (values, wanted, withNought) => {
        const { ticks, least, most, decimals } = scaleOf(values, wanted, withNought);
        const bothSides = values.some((each) => each < 0) && values.some((each) => each > 0);
        const step = (most - least) / (ticks.length - 1);
        const figure = Number(step.toExponential(9).split('e')[0]);
        expect([1, 2, 5, 10].some((round) => Math.abs(figure - round) < 1e-6)).toBe(true);
        expect(ticks.length - 1).toBeLessThanOrEqual(Math.max(bothSides ? 2 : 1, wanted));
        const near = 1e-9 * Math.max(Math.abs(least), Math.abs(most));
        expect(Math.min(...values)).toBeGreaterThanOrEqual(least - near);
        expect(Math.max(...values)).toBeLessThanOrEqual(most + near);
        if (withNought) expect(least <= 0 && most >= 0).toBe(true);
        for (const tick of ticks)
          expect(Math.abs(Number(tick.toFixed(decimals)) - tick)).toBeLessThan(step / 1e3);
      }),
    );
  });

  test.each([
    [[3.1, 5.3], 6, true, [0, 1, 2, 3, 4, 5, 6]],
    [[0, 0], 5, true, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[-75, 180], 6, true, [-100, -50, 0, 50, 100, 150, 200]],
    [[0.31, 0.38], 4, false, [0.3, 0.32, 0.34, 0.36, 0.38]],
    [[7], 3, false, [0, 5, 10]],
  ])('%j', (values, wanted, withNought, ticks) => {
    expect(scaleOf(values, wanted, withNought).ticks).toEqual(ticks);
  });

  test('numbers have the minus sign of type and no errors of the machine', () => {
    expect(numberWords(-0.1 - 0.2)).toBe('−0.3');
    expect(numberWords(-0)).toBe('0');
    expect(numberWords(-0.001, 1)).toBe('0.0');
    expect(numberWords(12, 1)).toBe('12.0');
  });
});

test('arcs stay on their circle', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -7, max: 7, noNaN: true }),
      fc.double({ min: 0.01, max: 6.28, noNaN: true }),
      (from, sweep) => {
        const circle = { x: 10, y: 20, radius: 50 };
        let at = pointAt(circle, from);
        for (const curve of arcCurves(circle, from, from + sweep)) {
          if (curve.kind !== 'curve') throw new Error('an arc is made of curves');
          for (const t of [0.25, 0.5, 0.75, 1]) {
            const { x, y } = curvePoint(at, curve, t);
            expect(Math.abs(Math.hypot(x - 10, y - 20) - 50)).toBeLessThan(0.0003 * 50);
          }
          at = { x: curve.x, y: curve.y };
        }
        const end = pointAt(circle, from + sweep);
        expect(Math.hypot(at.x - end.x, at.y - end.y)).toBeLessThan(1e-6);
      },
    ),
  );
});
