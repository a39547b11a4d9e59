import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storyColumns } from '../../../src/makeup/news/story-columns.ts';
import { legsOf } from '../../../src/makeup/news/legs.ts';
import type { Leg } from '../../../src/makeup/news/pour.ts';
import type { Cells } from '../../../src/model/news.ts';
import { plannedStory } from '../../support/planned-story.ts';
import { design, widthOf } from './desk.ts';

const { grid } = design;

const columnsOf = (count: number) => storyColumns(plannedStory(), count, design, false)[0]!;

/** Column of the page, first line and lines of each leg. */
const named = (legs: readonly Leg[]): readonly string[] =>
  legs.map(({ x, line, lines, foot }) => {
    const column = Math.round((x - grid.left) / (grid.columnWidth + grid.gutter));
    return `${column}: ${line}+${lines}${foot ? ' foot' : ''}`;
  });

describe('the legs of a story', () => {
  test.each<[string, readonly Cells[], readonly Cells[], readonly string[]]>([
    [
      'go under the head, column by column',
      [{ column: 2, columns: 2, line: 10, lines: 30 }],
      [{ column: 0, columns: 2, line: 0, lines: 6 }],
      ['2: 16+24 foot', '3: 16+24 foot'],
    ],
    [
      'go beside and under a picture',
      [{ column: 0, columns: 3, line: 0, lines: 30 }],
      [
        { column: 0, columns: 3, line: 0, lines: 6 },
        { column: 1, columns: 2, line: 6, lines: 10 },
      ],
      ['0: 6+24 foot', '1: 16+14 foot', '2: 16+14 foot'],
    ],
    [
      'go above and under a picture in their middle',
      [{ column: 0, columns: 2, line: 0, lines: 30 }],
      [{ column: 1, columns: 1, line: 10, lines: 8 }],
      ['0: 0+30 foot', '1: 0+10', '1: 18+12 foot'],
    ],
    [
      'go to two depths in an L',
      [
        { column: 1, columns: 4, line: 4, lines: 20 },
        { column: 3, columns: 2, line: 24, lines: 10 },
      ],
      [{ column: 0, columns: 4, line: 0, lines: 5 }],
      ['1: 9+15 foot', '2: 9+15 foot', '3: 9+25 foot', '4: 9+25 foot'],
    ],
    [
      'are none of under three lines between two things',
      [{ column: 0, columns: 1, line: 0, lines: 20 }],
      [
        { column: 0, columns: 1, line: 0, lines: 6 },
        { column: 0, columns: 1, line: 8, lines: 5 },
      ],
      ['0: 13+7 foot'],
    ],
    [
      'leave a strip free for a head that runs down',
      [{ column: 0, columns: 3, line: 0, lines: 20 }],
      [{ column: 0, columns: 1, line: 0, lines: 20 }],
      ['1: 0+20 foot', '2: 0+20 foot'],
    ],
  ])('%s', (_, cells, obstacles, expected) => {
    expect(named(legsOf(cells, columnsOf(cells[0]!.columns), obstacles, design))).toEqual(expected);
  });

  test('are as wide as their columns and stand on those of the page', () => {
    for (const leg of legsOf([{ column: 3, columns: 4, line: 0, lines: 9 }], columnsOf(4), [], design)) {
      expect(leg.width).toBeCloseTo(grid.columnWidth, 9);
      expect(leg.measure).toBe(grid.measure);
    }
  });

  test('of a framed story stand inside the frame', () => {
    const framed = plannedStory({ frame: { range: plannedStory().range, rule: 'thin', corner: 'square' } });
    const [columns] = storyColumns(framed, 4, design, false);
    const legs = legsOf([{ column: 0, columns: 4, line: 10, lines: 20 }], columns!, [], design);
    expect(legs).toHaveLength(3);
    for (const { x, width, line, lines } of legs) {
      expect(x).toBeGreaterThanOrEqual(grid.left + design.styles.box.padding - 1e-6);
      expect(x + width).toBeLessThanOrEqual(grid.left + widthOf(4) - design.styles.box.padding + 1e-6);
      expect([line, lines]).toEqual([11, 18]);
    }
  });

  test('cover every free run of three lines and more, and nothing that is taken', () => {
    const obstacle = fc.record({
      column: fc.integer({ min: 0, max: 3 }),
      columns: fc.integer({ min: 1, max: 3 }),
      line: fc.integer({ min: 0, max: 35 }),
      lines: fc.integer({ min: 1, max: 15 }),
    });
    fc.assert(
      fc.property(
        fc.array(obstacle, { maxLength: 3 }),
        fc.integer({ min: 0, max: 20 }),
        (obstacles, deeper) => {
          const cells = [
            { column: 0, columns: 4, line: 5, lines: 40 },
            ...(deeper > 0 ? [{ column: 2, columns: 2, line: 45, lines: deeper }] : []),
          ];
          const legs = legsOf(cells, columnsOf(4), obstacles, design);
          const covered = new Set(
            legs.flatMap(({ x, line, lines }) => {
              const column = Math.round((x - grid.left) / (grid.columnWidth + grid.gutter));
              return Array.from({ length: lines }, (_, index) => `${column} ${line + index}`);
            }),
          );
          expect(covered.size).toBe(legs.reduce((sum, { lines }) => sum + lines, 0));
          for (let column = 0; column < 4; column += 1) {
            const marks = Array.from({ length: 70 }, (_, line): string => {
              const own = cells.some(
                (one) =>
                  column >= one.column &&
                  column < one.column + one.columns &&
                  line >= one.line &&
                  line < one.line + one.lines,
              );
              const taken = obstacles.some(
                (one) =>
                  column >= one.column &&
                  column < one.column + one.columns &&
                  line >= 5 + one.line &&
                  line < 5 + one.line + one.lines,
              );
              return own && !taken
                ? covered.has(`${column} ${line}`)
                  ? 'c'
                  : 'f'
                : covered.has(`${column} ${line}`)
                  ? '!'
                  : '.';
            }).join('');
            expect(marks).not.toMatch(/!|fff|cf|fc/);
          }
        },
      ),
      { numRuns: 200, seed: 11 },
    );
  });
});
