import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOf, obstaclesOf, type Form } from '../../../src/makeup/news/forms.ts';
import { rectOf, storyColumns } from '../../../src/makeup/news/story-columns.ts';
import type { NewsDesign } from '../../../src/model/news.ts';
import { plannedHead, plannedPicture, plannedStory } from '../../support/planned-story.ts';
import { RANGE, copyText } from '../../support/news-design.ts';
import { design, widthOf } from './desk.ts';

const ALL_BREAKS = Array.from({ length: 8 }, (_, from) =>
  Array.from({ length: 8 }, (__, into) => ({ from: from + 1, into: into + 1 })),
).flat();

const broken: NewsDesign = { ...design, breaks: ALL_BREAKS };

describe('columns', () => {
  // 破栏 of a grid of 13 characters with a gutter of one: what is left over widens the gutters.
  test.each([
    [5, 2, 34],
    [3, 2, 20],
    [4, 3, 17],
    [2, 1, 27],
    [3, 1, 41],
    [4, 2, 27],
    [8, 5, 21],
    [2, 3, 8],
  ])('%i破%i is %i字', (from, into, measure) => {
    const [basic, ...others] = storyColumns(plannedStory(), from, broken, true);
    expect(basic!.columns.map((one) => one.measure)).toEqual(Array<number>(from).fill(13));
    const found = others.find(({ columns }) => columns.length === into)!;
    expect(found.columns.map((one) => one.measure)).toEqual(Array<number>(into).fill(measure));
    expect(found.basic).toBe(false);
  });

  test('of any breaking fill the width to whole characters, with gutters of one and more', () => {
    for (const { from } of ALL_BREAKS) {
      for (const { columns } of storyColumns(plannedStory(), from, broken, true)) {
        for (const [index, { x, width, measure }] of columns.entries()) {
          expect(width).toBeCloseTo(measure * design.size, 9);
          const next = columns[index + 1];
          if (next) expect(next.x - x - width).toBeGreaterThanOrEqual(design.grid.gutter - 1e-6);
        }
        const last = columns.at(-1)!;
        expect(columns[0]!.x).toBeGreaterThanOrEqual(-1e-6);
        expect(last.x + last.width).toBeLessThanOrEqual(widthOf(from) + 1e-6);
        expect(widthOf(from) - (last.x + last.width - columns[0]!.x)).toBeLessThan(design.size);
      }
    }
  });

  test('are the basic ones alone where the story may not break', () => {
    expect(storyColumns(plannedStory(), 5, broken, false)).toHaveLength(1);
    expect(storyColumns(plannedStory(), 5, design, true)).toHaveLength(1);
  });

  test('of a framed story are one fewer, inside its padding', () => {
    const frame = { range: RANGE, rule: 'thin', corner: 'square' } as const;
    const [only, ...others] = storyColumns(plannedStory({ frame }), 4, broken, true);
    expect(others).toEqual([]);
    expect(only!.columns).toHaveLength(3);
    expect(only!.columns[0]!.x).toBeCloseTo(design.styles.box.padding, 9);
    const [single] = storyColumns(plannedStory({ frame }), 1, design, true);
    expect(single!.columns).toHaveLength(1);
    expect(single!.columns[0]!.measure).toBe(11);
  });
});

test('cells of the page grid are rectangles on its columns and lines', () => {
  const { grid, leading } = design;
  expect(rectOf({ column: 0, columns: 8, line: 0, lines: 123 }, design)).toEqual({
    x: grid.left,
    y: grid.top,
    width: grid.width,
    height: 123 * leading,
  });
  const { x, width } = rectOf({ column: 3, columns: 2, line: 4, lines: 1 }, design);
  expect(x - grid.left).toBeCloseTo(3 * 14 * 9, 9);
  expect(width).toBeCloseTo(27 * 9, 9);
});

describe('forms', () => {
  const formsIn = (count: number, story = plannedStory({ head: plannedHead('灯亮起来') })): readonly Form[] =>
    formsOf(story, count, storyColumns(story, count, design, false)[0]!);
  const places = (forms: readonly Form[]): readonly string[] =>
    forms.map(({ head }) => `${head.place} ${head.column}+${head.columns}`);

  test.each([
    ['a horizontal head stands over all columns', {}, 4, ['top 0+4']],
    [
      'one that runs down stands in a strip, at the head of a column, or is laid',
      { direction: 'vertical' },
      3,
      ['strip 0+1', 'side 0+1', 'top 0+3'],
    ],
    ['in one column it can only be laid', { direction: 'vertical' }, 1, ['top 0+1']],
    ['one that the engine may turn', { direction: 'auto' }, 3, ['top 0+3', 'strip 0+1']],
    ['not over many columns', { direction: 'auto' }, 6, ['top 0+6']],
    ['text at both sides of it', { form: 'between' }, 5, ['strip 2+1']],
    ['text on three sides', { form: 'run' }, 5, ['top 1+3']],
    ['text all round', { form: 'within' }, 5, ['middle 1+3']],
    ['forms that need more columns are not taken', { form: 'within' }, 3, ['top 0+3']],
    [
      'the points of a head need its width',
      { direction: 'vertical', summary: [copyText('要点')] },
      3,
      ['top 0+3'],
    ],
  ] as const)('%s', (_, head, count, expected) => {
    expect(places(formsIn(count, plannedStory({ head: plannedHead('灯亮起来', head) })))).toEqual(expected);
  });

  test('a picture hangs where its wish lets it', () => {
    const story = (side?: 'left' | 'right' | 'centre', columns?: number) =>
      plannedStory({
        head: plannedHead('灯亮起来'),
        pictures: [plannedPicture({ ...(side && { side }), ...(columns && { columns }) })],
      });
    for (const { pictures } of formsIn(5, story(undefined, 2))) expect(pictures[0]!.columns).toBe(2);
    const columnsOf = (side: 'left' | 'right' | 'centre'): Set<number> =>
      new Set(formsIn(5, story(side, 2)).map(({ pictures }) => pictures[0]!.column));
    expect(columnsOf('left')).toEqual(new Set([0]));
    expect(columnsOf('right')).toEqual(new Set([3]));
    expect(columnsOf('centre')).toEqual(new Set([1]));
    // A picture that is wider than its story takes its width.
    for (const { pictures } of formsIn(2, story(undefined, 5))) expect(pictures[0]!.columns).toBe(2);
  });

  test('head and pictures of every form stand inside the story and not on each other', () => {
    expectApart([undefined, 'run']);
  });

  test('a story has some form whatever its picture asks for', () => {
    const pictures = [plannedPicture({ side: 'centre', columns: 2 })];
    expect(formsIn(3, plannedStory({ head: plannedHead('灯亮起来'), pictures }))).not.toEqual([]);
  });

  test.each(['between', 'within'])('nor with the head in the middle: %s', (form) => {
    expectApart([form]);
  });

  function expectApart(heads: readonly (string | undefined)[]): void {
    const picture = fc.record({
      role: fc.constantFrom('main', 'side', 'head'),
      side: fc.constantFrom(undefined, 'left', 'right', 'centre'),
      columns: fc.constantFrom(undefined, 1, 2, 3),
    });
    fc.assert(
      fc.property(
        fc.array(picture, { maxLength: 3 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom('horizontal', 'vertical', 'auto'),
        fc.constantFrom(...heads),
        (pictures, count, direction, form) => {
          const story = plannedStory({
            head: plannedHead('灯亮起来', { direction, ...(form && { form }) } as never),
            pictures: pictures.map(({ role, side, columns }) =>
              plannedPicture({ role, ...(side && { side }), ...(columns && { columns }) } as never),
            ),
          });
          const forms = formsIn(count, story);
          const [only, other] = pictures;
          if (!other && only?.side !== 'centre') expect(forms).not.toEqual([]);
          for (const each of forms) {
            expect(each.pictures).toHaveLength(pictures.length);
            const heights = pictures.map((_, index) => 9 + index);
            const all = obstaclesOf(each, { head: 6, pictures: heights, height: 90 });
            for (const [index, one] of all.entries()) {
              expect(one.column).toBeGreaterThanOrEqual(0);
              expect(one.column + one.columns).toBeLessThanOrEqual(count);
              expect(one.line).toBeGreaterThanOrEqual(0);
              for (const other of all.slice(index + 1)) {
                const across =
                  one.column < other.column + other.columns && other.column < one.column + one.columns;
                const down = one.line < other.line + other.lines && other.line < one.line + one.lines;
                expect(across && down, JSON.stringify([each, one, other])).toBe(false);
              }
            }
          }
        },
      ),
      { numRuns: 250, seed: 13 },
    );
  }
});
