import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureItems, figureLines, isFigureTable } from '../../../src/makeup/news/figures.ts';
import { tableItems, tableLines, tableOver } from '../../../src/makeup/news/tables.ts';
import type { DisplayItem } from '../../../src/model/page.ts';
import { expectCopy, expectInside, expectPrintable } from '../../support/geometry.ts';
import { copyText, RANGE } from '../../support/news-design.ts';
import { tableOf } from '../../support/news-trial.ts';
import { composer, design, expectOnGrid, placeOf, rectOf, widthOf, words } from './desk.ts';

const number = fc
  .tuple(fc.integer({ min: -99999, max: 99999 }), fc.constantFrom('', ' 个', '台', '%', '人次'))
  .map(([value, unit]) => copyText(`${value}${unit}`));

const rows = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }), fc.boolean())
  .chain(([count, wide, headed]) =>
    fc
      .array(fc.tuple(words(20), ...Array.from({ length: wide - 1 }, () => fc.oneof(number, words(9)))), {
        minLength: count,
        maxLength: count,
      })
      .map((rows) => ({ kind: 'table', range: RANGE, rows, headed }) as const),
  );

/** Right ends of the last letter of each run that holds the words. */
function rightEnd(items: readonly DisplayItem[], words: string): number {
  for (const item of items) {
    if (item.kind !== 'glyphs') continue;
    const text = item.glyphs.map((glyph) => glyph.text).join('');
    if (text !== words) continue;
    const last = item.glyphs.at(-1)!;
    return item.x + last.dx + item.size * ((last.text.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1);
  }
  throw new Error(`no run ${words}`);
}

describe('tables', () => {
  test('hold every cell inside whole body lines, on the grid, with printable rules', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4 }), (part, count) => {
        const measure = widthOf(count) / design.size;
        const lines = tableLines(part, measure, design, composer);
        const place = placeOf(widthOf(count), lines);
        const items = tableItems(part, place, design, composer);
        expectCopy(items, part.rows.flat());
        expectPrintable(items);
        expectOnGrid(items, place);
        if (tableOver(part, measure, design, composer) === 0) expectInside(items, rectOf(place));
        expect(items.filter(({ kind }) => kind === 'rect')).toHaveLength(part.rows.length + 1);
      }),
      { numRuns: 200 },
    );
  });

  test('numbers end in one line at the right, words begin at the left', () => {
    const part = tableOf([
      ['站点', '用电'],
      ['码头', '1860度'],
      ['图书馆', '42度'],
      ['工业路', '—'],
    ]);
    const place = placeOf(widthOf(1), tableLines(part, 13, design, composer));
    const items = tableItems(part, place, design, composer);
    for (const cell of ['用电', '1860度', '42度']) {
      expect(rightEnd(items, cell)).toBeCloseTo(place.x + place.width, 1);
    }
    expect(place.lines).toBe(6);
  });

  test('a long cell turns into more lines; a word too long for its cell is told', () => {
    const part = tableOf([['说明', '首班提前二十分钟，与轮渡第一班衔接，末班推迟']], false);
    expect(tableLines(part, 13, design, composer)).toBeGreaterThan(3);
    expect(tableOver(part, 13, design, composer)).toBe(0);
    const long = tableOf([['x'.repeat(60), '1']], false);
    expect(tableOver(long, 13, design, composer)).toBeGreaterThan(0);
  });
});

const figures = fc
  .array(
    fc.tuple(words(14), fc.tuple(fc.integer({ min: 0, max: 999999 }), fc.constantFrom('', ' 个', '人次'))),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((rows) => ({
    kind: 'table' as const,
    range: RANGE,
    headed: false,
    rows: rows.map(([label, [value, unit]]) => [label, copyText(`${value}${unit}`)]),
  }));

describe('large figures of a box', () => {
  test('fill their lines, from the least to the most', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 3 }), (part, count) => {
        expect(isFigureTable(part)).toBe(true);
        const { least, natural, most } = figureLines(part, widthOf(count), design, composer);
        expect(least).toBeLessThanOrEqual(natural);
        expect(natural).toBeLessThanOrEqual(most);
        for (const lines of [least, natural, most]) {
          const place = placeOf(widthOf(count), lines);
          const items = figureItems(part, place, design, composer);
          expectCopy(items, part.rows.flat());
          expectInside(items, rectOf(place));
          expectPrintable(items);
        }
      }),
    );
  });

  test('the number is large, its unit small beside it', () => {
    const part = tableOf(
      [
        ['新增公共充电桩', '126 个'],
        ['夜间图书馆读者', '3010 人次'],
      ],
      false,
    );
    const items = figureItems(part, placeOf(widthOf(2), 6), design, composer);
    const sizes = items.flatMap((item) =>
      item.kind === 'glyphs' ? [[item.glyphs.map(({ text }) => text.trim()).join(''), item.size]] : [],
    );
    expect(Object.fromEntries(sizes)).toMatchObject({
      '126': 18,
      个: 8,
      '3010': 18,
      人次: 8,
      新增公共充电桩: 8,
    });
    expect(rightEnd(items, '126')).toBeCloseTo(rightEnd(items, '3010'), 6);
  });

  test.each([
    ['a table with names of columns', tableOf([['站点', '126 个']], true), false],
    ['words where a number should be', tableOf([['站点', '很多']], false), false],
    ['three columns', tableOf([['站点', '1', '2']], false), false],
    ['numbers without units', tableOf([['站点', '1.5']], false), true],
  ])('%s', (_, part, is) => {
    expect(isFigureTable(part)).toBe(is);
  });
});
