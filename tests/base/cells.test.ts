import { expect, test } from 'vitest';
import { anyOverlap, cellsFromSpans, cellsOverlap, spanText } from '../../src/base/cells.ts';

const block = { column: 2, columns: 3, line: 10, lines: 5 };

test.each([
  ['itself', {}, true],
  ['one to its right', { column: 5 }, false],
  ['one whose first column is its last', { column: 4 }, true],
  ['one under it', { line: 15 }, false],
  ['one whose first line is its last', { line: 14 }, true],
  ['one inside it', { column: 3, columns: 1, line: 12, lines: 1 }, true],
])('a block and %s', (_, change, common) => {
  const other = { ...block, ...change };
  expect(cellsOverlap(block, other)).toBe(common);
  expect(cellsOverlap(other, block)).toBe(common);
  expect(anyOverlap([block, { column: 20, columns: 1, line: 0, lines: 1 }, other])).toBe(common);
});

test('cells count from 0, people from 1', () => {
  expect(cellsFromSpans({ first: 3, last: 5 }, { first: 11, last: 15 })).toEqual(block);
  expect(spanText(block.column, block.columns)).toBe('3-5');
});
