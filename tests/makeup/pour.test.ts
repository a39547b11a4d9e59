import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pour } from '../../src/makeup/pour.ts';
import type { FlowItem, Pour, Vessel } from '../../src/makeup/pour-model.ts';
import { variantsOf } from '../support/fake-composer.ts';

/**
 * `3` is a paragraph of three lines, `3+` one that may take a fourth, `-3` one that may lose one, `#` a title, `=5` a box
 * of five lines, `=5/7` one of five or, at a cost, seven.
 */
function flow(description: string): readonly FlowItem[] {
  return description.split(' ').map((word, index): FlowItem => {
    if (word === '#') {
      return { kind: 'title', block: index, lines: 2, gap: { least: 1, natural: 1, most: 2 } };
    }
    if (word.startsWith('=')) {
      const sets = word
        .slice(1)
        .split('/')
        .map((height, place) => ({ lines: [], length: 10, height: Number(height), cost: 10 * place }));
      return { kind: 'box', block: index, sets: () => sets };
    }
    return { kind: 'paragraph', block: index, index: 0, set: () => variantsOf(word) };
  });
}

const KEEP = { widow: 2, orphan: 2, afterTitle: 2 };

function vessel(columns: number, depth: number, ragged = 1): Vessel {
  return { measures: Array<number>(columns).fill(20), depth, keep: KEEP, ragged };
}

/** One word a column: `#` for each title line, a letter for each line of a paragraph, `.` for white. */
function picture(poured: Pour | undefined, depth: number): string {
  if (!poured) return 'does not fit';
  const columns = poured.feet.map(() => Array<string>(depth).fill('.'));
  let letter = 96;
  for (const placed of poured.placements) {
    letter += placed.kind === 'paragraph' ? 1 : 0;
    const mark = { title: '#', box: '=', paragraph: String.fromCharCode(letter) }[placed.kind];
    const parts = placed.kind === 'title' ? [{ ...placed, count: placed.lines }] : placed.pieces;
    for (const { column, line, count } of parts) columns[column]?.fill(mark, line, line + count);
  }
  return columns.map((lines) => lines.join('')).join(' ');
}

describe('pouring', () => {
  test.each([
    ['a paragraph runs through the columns', '12', 3, 4, 'aaaa aaaa aaaa'],
    ['a shortfall stands in the last column', '4 4 3', 3, 4, 'aaaa bbbb ccc.'],
    ['a title at a column head loses its white', '6 # 4', 2, 6, 'aaaaaa ##bbbb'],
    ['white above a title fills the column', '2 # 3 6', 2, 8, 'aa.##bbb cccccc..'],
    ['a head keeps two lines of text', '4 # 6', 2, 8, 'aaaa.... ##bbbbbb'],
    ['no lone line at a foot', '5 5', 2, 6, 'aaaaa. bbbbb.'],
    ['a paragraph gives up a line where that fills the page', '-5 # 5', 2, 7, 'does not fit'],
    ['a box under its title is not parted', '6 # =6 4', 2, 12, 'aaaaaa...... ##======bbbb'],
    ['a box takes the height that fills the page', '4 # =5/7', 1, 14, 'aaaa.##======='],
    ['a box that is too high does not fit', '# =9', 2, 10, 'does not fit'],
    ['a paragraph takes a line more where that fills the page', '3+ # 4', 1, 11, 'aaaa.##bbbb'],
  ])('%s', (_, description, columns, depth, expected) => {
    const ragged = expected.includes('..') ? Infinity : 1;
    expect(picture(pour(flow(description), vessel(columns, depth, ragged)), depth)).toBe(expected);
  });
});

test('lines that have no column left do not go in, though the last columns have no depth', () => {
  expect(pour(flow('3'), { ...vessel(3, 1), shallowFrom: 1 })).toBeUndefined();
});

const paragraph = fc.tuple(fc.boolean(), fc.integer({ min: 2, max: 14 }), fc.boolean());
const block = fc.array(paragraph, { minLength: 1, maxLength: 4 });
const copy = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks) =>
    blocks
      .map((paragraphs) =>
        ['#', ...paragraphs.map(([less, n, more]) => (less ? '-' : '') + n + (more ? '+' : ''))].join(' '),
      )
      .join(' '),
  );

describe('whatever is poured', () => {
  test('every line stands once, in order, no lone line opens or closes a column, no head ends one', () => {
    fc.assert(
      fc.property(
        copy,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 6, max: 60 }),
        (description, columns, depth) => {
          const poured = pour(flow(description), vessel(columns, depth));
          if (!poured) return;
          let at = 0;
          for (const placed of poured.placements) {
            const parts = placed.kind === 'title' ? [{ ...placed, count: placed.lines }] : placed.pieces;
            for (const { column, line, count } of parts) {
              expect(column * depth + line).toBeGreaterThanOrEqual(at);
              expect(line + count).toBeLessThanOrEqual(depth);
              at = column * depth + line + count;
            }
            if (placed.kind === 'title')
              expect(placed.line + placed.lines + KEEP.afterTitle).toBeLessThanOrEqual(depth);
            else if (placed.pieces.length > 1) {
              expect(placed.pieces[0]?.count).toBeGreaterThanOrEqual(KEEP.orphan);
              expect(placed.pieces.at(-1)?.count).toBeGreaterThanOrEqual(KEEP.widow);
            }
          }
          expect(poured.placements).toHaveLength(flow(description).length);
          expect(Math.max(...poured.feet) - Math.min(...poured.feet)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
