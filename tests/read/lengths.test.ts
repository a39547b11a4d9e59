import { expect, test } from 'vitest';
import { parseBreak, parseLength, parseSpan, readEm, toPoints } from '../../src/read/lengths.ts';
import { editDistance, nearestName } from '../../src/base/names.ts';

/** 对开: 小五 on 11.25 pt, columns of 13 characters with a gutter of one. */
const NEWS = { em: 9, line: 11.25, column: 117, gutter: 9, whole: 999 };

test.each([
  ['9pt', 9],
  ['25.4mm', 72],
  ['2.54cm', 72],
  ['1in', 72],
  ['0', 0],
  ['小五', 9],
  ['五号', 10.5],
  ['初号', 42],
  ['13字', 117],
  ['13em', 117],
  ['0.5em', 4.5],
  ['2L', 22.5],
  ['2行', 22.5],
  ['占4行', 45],
  ['1c', 117],
  ['3栏', 41 * 9],
  ['8c', 111 * 9],
  ['10%', 99.9],
])('%s is %d pt', (text, points) => {
  expect(toPoints(parseLength(text)!, NEWS)).toBeCloseTo(points, 9);
});

test.each(['', '9', '9 points', 'pt', '9ptt', '一字', '9，5pt', '1e3pt', '--9pt', '占行', 'Infinitypt'])(
  '%j is no length',
  (text) => {
    expect(parseLength(text)).toBeUndefined();
  },
);

test("a layout's own 号 stands before the default", () => {
  expect(parseLength('小五', new Map([['小五', 9.5]]))).toEqual({ amount: 9.5, unit: 'pt' });
});

test.each([
  ['2em', 2],
  ['0.25字', 0.25],
  ['0', 0],
  ['-0.05em', -0.05],
  ['2pt', undefined],
  ['', undefined],
])('%j is %s em', (text, em) => {
  expect(readEm(text)).toBe(em);
});

test.each([
  ['5破2', { columns: 5, into: 2 }],
  ['5-2', { columns: 5, into: 2 }],
  ['5破0', undefined],
  ['破2', undefined],
])('%s breaks columns', (text, expected) => {
  expect(parseBreak(text)).toEqual(expected);
});

test.each([
  ['all', 'all'],
  ['3', { first: 3, last: 3 }],
  ['1-5', { first: 1, last: 5 }],
  ['5-1', undefined],
  ['0-2', undefined],
])('%s spans columns', (text, expected) => {
  expect(parseSpan(text)).toEqual(expected);
});

test.each([
  ['kitten', 'sitting', 3],
  ['layuot', 'layout', 1],
  ['', 'ab', 2],
  ['分体', '分题', 1],
])('%s and %s are %d letters apart', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance);
});

test.each([
  ['heading', 'headline'],
  ['hedline', 'headline'],
  ['date', 'date'],
  ['xyz', undefined],
  ['x', undefined],
])('%s was meant as %s', (typed, meant) => {
  expect(nearestName(typed, ['headline', 'date', 'deck'])).toBe(meant);
});
