import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEWS_COSTS } from '../../../src/makeup/news/costs.ts';
import { slicePage, stepCells, type SliceTask } from '../../../src/makeup/news/slice.ts';
import type { Cells } from '../../../src/model/news.ts';

type Places = readonly (readonly Cells[])[];

function placesOf(task: SliceTask): Places | undefined {
  return slicePage(task);
}

/** Costs of each story by columns and lines: a table of numbers, where -1 says that it cannot stand so. */
type Costs = readonly (readonly (readonly number[])[])[];

function taskOf(costs: Costs, columns: number, lines: number, change: Partial<SliceTask> = {}): SliceTask {
  return {
    count: costs.length,
    columns,
    lines,
    gap: 1,
    mayEndEarly: false,
    upright: () => false,
    curve: (index, width) =>
      Float64Array.from({ length: lines + 1 }, (_, height) => {
        const cost = costs[index]?.[width - 1]?.[height] ?? -1;
        return height === 0 || cost < 0 ? Infinity : cost;
      }),
    step: () => Infinity,
    ...change,
  };
}

/** The least cost of all ways to cut a part of the page, tried one by one; with places, only ways that give these. */
function tried(task: SliceTask, places?: Places): number {
  const { count, columns, lines, gap } = task;
  return cost(0, count - 1, { column: 0, columns, line: 0, lines }, true);

  function cost(from: number, to: number, part: Cells, whole: boolean): number {
    if (from === to) {
      const given = places?.[from];
      if (given && JSON.stringify(given) !== JSON.stringify([part])) return Infinity;
      return part.lines < 1 ? Infinity : task.curve(from, part.columns)[part.lines]!;
    }
    const through = whole ? NEWS_COSTS.fullBreak : 0;
    let best = Infinity;
    for (let at = from + 1; at <= to; at += 1) {
      for (let size = 1; size + gap < part.lines; size += 1) {
        const below = { ...part, line: part.line + size + gap, lines: part.lines - size - gap };
        best = Math.min(
          best,
          through + cost(from, at - 1, { ...part, lines: size }, false) + cost(at, to, below, false),
        );
      }
      const beside = task.upright(from) || task.upright(at) ? 0 : NEWS_COSTS.tombstone;
      for (let size = 1; size < part.columns; size += 1) {
        const right = { ...part, column: part.column + size, columns: part.columns - size };
        best = Math.min(
          best,
          through +
            beside +
            cost(from, at - 1, { ...part, columns: size }, false) +
            cost(at, to, right, false),
        );
      }
    }
    return best;
  }
}

function expectCover(
  places: Places,
  { columns, lines, gap }: Pick<SliceTask, 'columns' | 'lines' | 'gap'>,
): void {
  const taken = new Map<string, number>();
  for (const [index, cells] of places.entries()) {
    for (const part of cells) {
      expect(part.column).toBeGreaterThanOrEqual(0);
      expect(part.column + part.columns).toBeLessThanOrEqual(columns);
      expect(part.line).toBeGreaterThanOrEqual(0);
      expect(part.line + part.lines).toBeLessThanOrEqual(lines);
      for (let column = part.column; column < part.column + part.columns; column += 1) {
        for (let line = part.line; line < part.line + part.lines; line += 1) {
          expect(
            taken.has(`${column} ${line}`),
            `stories ${taken.get(`${column} ${line}`)} and ${index}`,
          ).toBe(false);
          taken.set(`${column} ${line}`, index);
        }
      }
    }
  }
  // What is free in a column is the white between stories: runs of `gap` lines, none at the head or the foot.
  for (let column = 0; column < columns; column += 1) {
    const marks = Array.from({ length: lines }, (_, line) =>
      taken.has(`${column} ${line}`) ? 'x' : '.',
    ).join('');
    expect(marks).toMatch(new RegExp(`^x+(?:\\.{${gap}}x+)*$`));
  }
}

const costsOf = (count: number, columns: number, lines: number): fc.Arbitrary<Costs> =>
  fc.array(
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 1, arbitrary: fc.constant(-1) },
          { weight: 3, arbitrary: fc.integer({ min: 0, max: 90 }) },
        ),
        {
          minLength: lines + 1,
          maxLength: lines + 1,
        },
      ),
      { minLength: columns, maxLength: columns },
    ),
    { minLength: count, maxLength: count },
  );

describe('a page is sliced', () => {
  test('as cheaply as the best of all ways, and covered but for the white between stories', () => {
    let found = 0;
    fc.assert(
      fc.property(costsOf(3, 3, 9), fc.constantFrom(1, 2), (costs, gap) => {
        const task = taskOf(costs, 3, 9, { gap });
        const best = tried(task);
        const places = placesOf(task);
        expect(places !== undefined).toBe(Number.isFinite(best));
        if (!places) return;
        found += 1;
        expectCover(places, task);
        expect(tried(task, places)).toBeCloseTo(best, 9);
      }),
      { numRuns: 120, seed: 3 },
    );
    expect(found).toBeGreaterThan(60);
  });

  test('with four stories too', () => {
    fc.assert(
      fc.property(costsOf(4, 2, 8), (costs) => {
        const task = taskOf(costs, 2, 8);
        const places = placesOf(task);
        const best = tried(task);
        if (!places) expect(best).toBe(Infinity);
        else expect(tried(task, places)).toBeCloseTo(best, 9);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test('into nothing where a story stands nowhere', () => {
    const costs = [0, 1].map((index) => [Array<number>(10).fill(index === 0 ? 1 : -1)]);
    expect(placesOf(taskOf(costs, 1, 9))).toBeUndefined();
  });

  test('to its foot where it must be, else as low as a slicing goes', () => {
    // Two stories in one column that stand in two to three lines each: with the white between them seven at the most.
    const small = [0, 1].map(() => [
      Array.from({ length: 10 }, (_, height) => (height === 2 || height === 3 ? 1 : -1)),
    ]);
    expect(placesOf(taskOf(small, 1, 9))).toBeUndefined();
    expect(placesOf(taskOf(small, 1, 9, { mayEndEarly: true }))).toEqual([
      [{ column: 0, columns: 1, line: 0, lines: 3 }],
      [{ column: 0, columns: 1, line: 4, lines: 3 }],
    ]);
    const full = taskOf(small, 1, 7);
    expect(placesOf({ ...full, mayEndEarly: true })).toEqual(placesOf(full));
  });

  test('by the kind of cut that is asked for', () => {
    const any = [0, 1].map(() => Array.from({ length: 4 }, () => Array<number>(10).fill(1)));
    expect(placesOf(taskOf(any, 4, 9, { root: 'down' }))!.map(([one]) => one!.lines)).toEqual([9, 9]);
    expect(placesOf(taskOf(any, 4, 9, { root: 'across' }))!.map(([one]) => one!.columns)).toEqual([4, 4]);
  });

  test('a head that runs down may stand beside another', () => {
    const any = [0, 1].map(() => Array.from({ length: 2 }, () => Array<number>(10).fill(1)));
    const level = (upright: boolean): number =>
      tried(taskOf(any, 2, 9, { upright: () => upright, root: 'down' }));
    expect(level(false)).toBeGreaterThanOrEqual(level(true));
    expect(placesOf(taskOf(any, 2, 9, { upright: () => true }))).toBeDefined();
  });

  test('an L covers the page with what stands under its two parts', () => {
    // Only the L lets the first story stand, and only under it the others have room.
    const [columns, lines] = [4, 60];
    const flat = (cost: number): number[][] =>
      Array.from({ length: columns }, () => Array<number>(lines + 1).fill(cost));
    const asked: (readonly [number, number])[] = [];
    const task = taskOf([flat(-1), flat(5), flat(5)], columns, lines, {
      root: 'step',
      step: (_, width, left, heights) => {
        asked.push(heights);
        return width === columns && left === 1 && heights[0] === 20 && heights[1] === 32 ? 0 : Infinity;
      },
    });
    const places = placesOf(task)!;
    expect(places[0]).toEqual([
      { column: 0, columns: 4, line: 0, lines: 20 },
      { column: 1, columns: 3, line: 20, lines: 12 },
    ]);
    expectCover(places, task);
    expect(places[1]).toEqual([{ column: 0, columns: 1, line: 21, lines: 39 }]);
    expect(places[2]).toEqual([{ column: 1, columns: 3, line: 33, lines: 27 }]);
    // No step is so low that it looks like a mistake.
    for (const [one, other] of asked) expect(Math.abs(one - other)).toBeGreaterThanOrEqual(8);
  });
});

test.each([
  [
    1,
    [5, 9],
    [
      { column: 2, columns: 4, line: 7, lines: 5 },
      { column: 3, columns: 3, line: 12, lines: 4 },
    ],
  ],
  [
    3,
    [9, 5],
    [
      { column: 2, columns: 4, line: 7, lines: 5 },
      { column: 2, columns: 3, line: 12, lines: 4 },
    ],
  ],
] as const)('an L with %i columns at the left, %j lines', (left, heights, cells) => {
  expect(stepCells({ column: 2, columns: 4, line: 7, lines: 0 }, left, heights)).toEqual(cells);
});
