import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { Rect } from '../../src/base/geometry.ts';
import { positionAt } from '../../src/base/source.ts';
import { checkPage } from '../../src/check/page.ts';
import { TABOOS } from '../../src/check/taboos.ts';
import { TABOO_NAMES, type TabooName } from '../../src/model/page-checks.ts';
import type { PlacedStory } from '../../src/model/page.ts';
import {
  cells,
  lineRange,
  pageOfStories,
  run,
  type PageSketch,
  type StorySketch,
} from './page-of-stories.ts';

/** Problems of a page, without the faults of form, which have tests of their own. */
function found(sketch: PageSketch): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { page, news } = pageOfStories(sketch);
  checkPage(page, news, (one) => diagnostics.push(one));
  return diagnostics.filter(({ code }) => !code.startsWith('form-'));
}

/** A story that fills its cells: a head of four lines over all its columns, a leg under it in each. */
function filled(
  id: string,
  cell: readonly [number, number, number, number],
  more: Partial<StorySketch> = {},
): StorySketch {
  const [first, last, top, foot] = cell;
  const columns = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    id,
    outline: [cell],
    head: [first, last, top, top + 3],
    legs: columns.map((column) => [column, top + 4, foot] as const),
    ...more,
  };
}

/** A rule in the line under a cell. */
const ruleUnder = (first: number, last: number, line: number) => ({
  ...cells(first, last, line, line),
  height: 0.5,
});

/** A rule in the gutter at the right of a column. */
const ruleRightOf = (column: number, first: number, last: number) => {
  const { x, y, width, height } = cells(column, column, first, last);
  return { x: x + width + 5, y, width: 0.5, height };
};

interface TabooCase {
  readonly broken: PageSketch;
  /** Where it is told: columns, lines, and the line of the file. */
  readonly at: { readonly columns: string; readonly at: string; readonly line: number };
  /** Other taboos that such a page cannot but break. */
  readonly besides?: readonly TabooName[];
  readonly sound: Readonly<Record<string, PageSketch>>;
}

const beside = (more: Partial<StorySketch> = {}, rest: Partial<PageSketch> = {}): PageSketch => ({
  stories: [
    filled('a', [1, 4, 1, 40], { size: 28 }),
    filled('b', [5, 8, 1, 40], more),
    filled('c', [1, 8, 42, 60], { size: 18 }),
  ],
  // The page of three is cut through under the two upper ones; that is another taboo.
  lint: { 'full-break': 'off' },
  ...rest,
});

const CASES: Readonly<Record<TabooName, TabooCase>> = {
  tombstone: {
    broken: beside({ size: 24 }),
    at: { columns: '1–8', at: '1–4', line: 5 },
    sound: {
      'a rule between': beside({ size: 24 }, { rules: [ruleRightOf(4, 1, 40)] }),
      'a head that runs down beside one that lies': beside({
        size: 24,
        vertical: true,
        head: [5, 5, 1, 20],
        legs: [
          [6, 1, 40],
          [7, 1, 40],
          [8, 1, 40],
        ],
      }),
      'a frame': beside({ size: 24, framed: true }),
      'moved by four lines': beside({
        size: 24,
        outline: [[5, 8, 1, 40]],
        pictures: [{ at: [5, 8, 1, 4] }],
        head: [5, 8, 5, 8],
        legs: [5, 6, 7, 8].map((column) => [column, 9, 40] as const),
      }),
    },
  },
  'same-heads': {
    broken: beside({ size: 28 }),
    at: { columns: '1–8', at: '1–4', line: 5 },
    besides: ['tombstone'],
    sound: { 'a rule between': beside({ size: 28 }, { rules: [ruleRightOf(4, 1, 40)] }) },
  },
  'full-break': {
    broken: { stories: [filled('a', [1, 8, 1, 40], { size: 28 }), filled('b', [1, 8, 42, 80])] },
    at: { columns: '1–8', at: '41', line: 10 },
    sound: {
      'an L that reaches over the gap': {
        stories: [
          {
            id: 'a',
            outline: [
              [1, 8, 1, 40],
              [1, 2, 41, 80],
            ],
            size: 28,
            head: [1, 8, 1, 4],
            legs: [[1, 5, 80], [2, 5, 80], ...[3, 4, 5, 6, 7, 8].map((column) => [column, 5, 40] as const)],
          },
          filled('b', [3, 8, 42, 80]),
        ],
        lint: { 'leg-length': 'off' },
      },
      'stories over an advertisement': {
        stories: [filled('a', [1, 8, 1, 40])],
        adverts: [[1, 8, 42, 100]],
      },
    },
  },
  'text-off-head': {
    broken: {
      stories: [
        filled('a', [1, 3, 1, 40], {
          head: [1, 3, 5, 8],
          legs: [
            [1, 9, 40],
            [2, 9, 40],
            [3, 1, 40],
          ],
        }),
      ],
    },
    at: { columns: '3', at: '1–40', line: 5 },
    sound: {
      'text beside the head': {
        stories: [
          filled('a', [1, 3, 1, 40], {
            head: [1, 2, 1, 4],
            legs: [
              [1, 5, 40],
              [2, 5, 40],
              [3, 1, 40],
            ],
          }),
        ],
      },
      'text all round': {
        stories: [
          filled('a', [1, 3, 1, 40], {
            form: 'within',
            head: [2, 2, 10, 13],
            legs: [
              [1, 1, 40],
              [2, 1, 9],
              [2, 14, 40],
              [3, 1, 40],
            ],
          }),
        ],
      },
    },
  },
  'wrong-turn': {
    broken: {
      stories: [
        filled('a', [1, 6, 1, 40], {
          outline: [
            [1, 2, 1, 40],
            [5, 6, 1, 40],
          ],
          head: [1, 2, 1, 4],
          legs: [
            [1, 5, 40],
            [2, 5, 40],
            [5, 5, 40],
            [6, 5, 40],
          ],
          size: 26,
        }),
        filled('b', [3, 4, 1, 40]),
      ],
      rules: [ruleRightOf(2, 1, 40), ruleRightOf(4, 1, 40)],
    },
    at: { columns: '5', at: '5–40', line: 5 },
    sound: {
      'a column in which no line stands': {
        stories: [
          filled('a', [1, 3, 1, 20], {
            legs: [
              [1, 5, 6, 0],
              [2, 5, 6],
              [3, 5, 20],
            ],
          }),
        ],
        lint: { 'leg-length': 'off', 'uneven-feet': 'off' },
      },
      'two rows, the second under the first': {
        stories: [
          filled('a', [1, 3, 1, 40], {
            outline: [
              [1, 3, 1, 20],
              [1, 2, 21, 40],
            ],
            legs: [
              [1, 5, 20],
              [2, 5, 20],
              [3, 5, 20],
              [1, 21, 40],
              [2, 21, 40],
            ],
          }),
        ],
      },
      'text at both sides of its head': {
        stories: [
          filled('a', [1, 4, 1, 40], {
            form: 'run',
            head: [2, 3, 1, 4],
            legs: [
              [1, 1, 40],
              [2, 5, 40],
              [3, 5, 40],
              [4, 1, 40],
            ],
          }),
        ],
      },
    },
  },
  'head-order': {
    broken: {
      stories: [
        filled('a', [1, 4, 1, 40], { size: 20 }),
        filled('b', [5, 8, 1, 60], { size: 30 }),
        filled('c', [1, 4, 42, 60], { size: 24 }),
      ],
      rules: [ruleRightOf(4, 1, 60)],
      lint: { 'full-break': 'off' },
    },
    at: { columns: '1–4', at: '42–45', line: 15 },
    sound: {
      'the small head of a box over a story': {
        stories: [
          filled('a', [1, 4, 1, 40], { size: 16, framed: true, role: 'box' }),
          filled('b', [5, 8, 1, 60], { size: 30 }),
          filled('c', [1, 4, 42, 60], { size: 24 }),
        ],
        lint: { 'full-break': 'off' },
      },
      'a larger head over more columns': {
        stories: [
          filled('a', [1, 2, 1, 40], { size: 20 }),
          filled('b', [3, 8, 1, 40], { size: 30 }),
          filled('c', [1, 4, 42, 60], { size: 24 }),
        ],
        rules: [ruleRightOf(2, 1, 40)],
        lint: { 'full-break': 'off' },
      },
    },
  },
  'leg-length': {
    broken: { stories: [filled('a', [1, 2, 1, 8])] },
    at: { columns: '1', at: '5–8', line: 5 },
    sound: {
      'five lines': { stories: [filled('a', [1, 2, 1, 9])] },
      'a brief of one column': { stories: [filled('a', [1, 1, 1, 8])] },
      'a long leg with a subhead': {
        stories: [filled('a', [1, 1, 1, 100], { legs: [[1, 5, 100, 96, [40]]] })],
      },
    },
  },
  'lone-line': {
    broken: { stories: [filled('a', [1, 2, 1, 14], { paragraphs: [9, 11] })] },
    at: { columns: '1', at: '14', line: 7 },
    sound: {
      'two lines at the foot': { stories: [filled('a', [1, 2, 1, 14], { paragraphs: [8, 12] })] },
      'a paragraph of one line': { stories: [filled('a', [1, 2, 1, 14], { paragraphs: [9, 1, 10] })] },
    },
  },
  'subhead-at-foot': {
    broken: {
      stories: [
        filled('a', [1, 2, 1, 20], {
          legs: [
            [1, 5, 20, 16, [14]],
            [2, 5, 20],
          ],
        }),
      ],
    },
    at: { columns: '1', at: '5–20', line: 5 },
    sound: {
      'two lines under it': {
        stories: [
          filled('a', [1, 2, 1, 20], {
            legs: [
              [1, 5, 20, 16, [13]],
              [2, 5, 20],
            ],
          }),
        ],
      },
    },
  },
  'uneven-feet': {
    broken: {
      stories: [
        filled('a', [1, 3, 1, 20], {
          legs: [
            [1, 5, 20],
            [2, 5, 20, 13],
            [3, 5, 20],
          ],
        }),
      ],
    },
    at: { columns: '2', at: '5–20', line: 5 },
    sound: {
      'one line in the last column': {
        stories: [
          filled('a', [1, 3, 1, 20], {
            legs: [
              [1, 5, 20],
              [2, 5, 20],
              [3, 5, 20, 15],
            ],
          }),
        ],
      },
      'a leg over a picture that ends a line or two above it': {
        stories: [
          filled('a', [1, 2, 1, 40], {
            legs: [
              [1, 5, 14, 8],
              [1, 21, 40],
              [2, 5, 40],
            ],
            pictures: [{ at: [1, 1, 15, 20] }],
          }),
        ],
        lint: { 'picture-in-leg': 'off' },
      },
      'all columns short alike': {
        stories: [
          filled('a', [1, 2, 1, 20], {
            legs: [
              [1, 5, 20, 12],
              [2, 5, 20, 12],
            ],
          }),
        ],
      },
    },
  },
  'picture-in-leg': {
    broken: {
      stories: [
        filled('a', [1, 2, 1, 40], {
          legs: [
            [1, 5, 15],
            [1, 26, 40],
            [2, 5, 40],
          ],
          pictures: [{ at: [1, 1, 16, 25] }],
        }),
      ],
    },
    at: { columns: '1', at: '16–25', line: 5 },
    sound: {
      'a picture at the head of a column': {
        stories: [
          filled('a', [1, 2, 1, 40], {
            legs: [
              [1, 16, 40],
              [2, 5, 40],
            ],
            pictures: [{ at: [1, 1, 5, 15] }],
          }),
        ],
      },
    },
  },
  collision: {
    broken: {
      stories: [filled('a', [1, 3, 1, 20], { size: 26 }), filled('b', [1, 3, 21, 40])],
      lint: { 'full-break': 'off' },
    },
    at: { columns: '1–3', at: '21', line: 10 },
    sound: {
      'a frame': {
        stories: [filled('a', [1, 3, 1, 20], { size: 26, framed: true }), filled('b', [1, 3, 21, 40])],
        lint: { 'full-break': 'off' },
      },
      'a line of white': {
        stories: [filled('a', [1, 3, 1, 20], { size: 26 }), filled('b', [1, 3, 22, 40])],
        lint: { 'full-break': 'off' },
      },
      'a rule': {
        stories: [filled('a', [1, 3, 1, 20], { size: 26 }), filled('b', [1, 3, 21, 40])],
        rules: [ruleUnder(1, 3, 21)],
        lint: { 'full-break': 'off' },
      },
    },
  },
  river: {
    broken: {
      stories: [filled('a', [1, 1, 1, 14], { paragraphs: [10], loose: 0.1 })],
      lint: { river: 'warning' },
    },
    at: { columns: '1', at: '5', line: 6 },
    sound: {
      'lines as they should be': {
        stories: [filled('a', [1, 1, 1, 14], { paragraphs: [10], loose: 0.03 })],
        lint: { river: 'warning' },
      },
      'two lines only': {
        stories: [filled('a', [1, 1, 1, 14], { paragraphs: [2], loose: 0.1 })],
        lint: { river: 'warning' },
      },
      'off where the layout says nothing': {
        stories: [filled('a', [1, 1, 1, 14], { paragraphs: [10], loose: 0.1 })],
      },
    },
  },
  'caption-between': {
    broken: {
      stories: [
        filled('a', [1, 3, 1, 40], {
          legs: [1, 2, 3].map((column) => [column, 21, 40] as const),
          pictures: [{ at: [1, 3, 5, 18], caption: [1, 3, 19, 20] }],
        }),
      ],
    },
    at: { columns: '1–3', at: '19–20', line: 5 },
    sound: {
      'a picture over the head': {
        stories: [
          filled('a', [1, 3, 1, 40], {
            head: [1, 3, 17, 20],
            legs: [1, 2, 3].map((column) => [column, 21, 40] as const),
            pictures: [{ at: [1, 3, 1, 14], caption: [1, 3, 15, 16] }],
          }),
        ],
      },
      'a picture over other columns than the first': {
        stories: [
          filled('a', [1, 3, 1, 40], {
            legs: [1, 2, 3].map((column) => [column, 21, 40] as const),
            pictures: [{ at: [2, 3, 5, 18], caption: [2, 3, 19, 20] }],
          }),
        ],
      },
      'a picture at the right, the text beside it': {
        stories: [
          filled('a', [1, 3, 1, 40], {
            legs: [
              [1, 5, 40],
              [2, 21, 40],
              [3, 21, 40],
            ],
            pictures: [{ at: [2, 3, 5, 18], caption: [2, 3, 19, 20] }],
          }),
        ],
      },
    },
  },
  'reversed-type': {
    broken: {
      stories: [filled('a', [1, 2, 1, 20])],
      items: [
        run('天气', { story: 'a', role: 'caption', x: 110, y: 199, colour: { c: 0, m: 0, y: 0, k: 0 } }),
      ],
    },
    at: { columns: '2', at: '20', line: 5 },
    sound: {
      'reversed and large': {
        stories: [filled('a', [1, 2, 1, 20])],
        items: [run('天气', { story: 'a', size: 11, colour: { c: 0, m: 0, y: 0, k: 0 } })],
      },
    },
  },
  'tinted-type': {
    broken: {
      stories: [filled('a', [1, 2, 1, 20])],
      items: [
        run('天气', { story: 'a', role: 'caption', size: 8, y: 59, colour: { c: 0, m: 0, y: 0, k: 60 } }),
      ],
    },
    at: { columns: '1', at: '6', line: 5 },
    sound: {
      'a full ink': {
        stories: [filled('a', [1, 2, 1, 20])],
        items: [run('天气', { story: 'a', size: 8, colour: { c: 0, m: 100, y: 90, k: 0 } })],
      },
      'a screen, and large': {
        stories: [filled('a', [1, 2, 1, 20])],
        items: [run('天气', { story: 'a', size: 9, colour: { c: 0, m: 0, y: 0, k: 60 } })],
      },
    },
  },
};

const named = Object.entries(CASES).map(([name, one]) => ({ name: name as TabooName, ...one }));

describe.each(named)('$name', ({ name, broken, at, besides = [], sound }) => {
  const diagnostics = found(broken);
  const told = diagnostics.find(({ code }) => code === `taboo-${name}`);

  test('is caught with its place, at its level, with a remedy', () => {
    const codes = [...new Set(diagnostics.map(({ code }) => code))];
    expect(codes.toSorted()).toEqual([name, ...besides].map((one) => `taboo-${one}`).toSorted());
    expect(told?.severity).toBe(TABOOS[name].level === 'error' ? 'error' : 'warning');
    expect(told?.values).toMatchObject({ columns: at.columns, at: at.at });
    expect(positionAt(told!.range!.file, told!.range!.start)).toEqual({ line: at.line, column: 1 });
    expect(told?.hints?.map(({ code }) => code)).toHaveLength(2);
    expect(told?.hints?.[1]).toEqual({ code: 'allow-taboo', values: { name } });
  });

  test('is an error, or nothing, as the layout says; a page of one story knows no layout', () => {
    const lint = (level: 'error' | 'off') => found({ ...broken, lint: { ...broken.lint, [name]: level } });
    const own = (all: readonly Diagnostic[]) => all.filter(({ code }) => code === `taboo-${name}`);
    expect(own(lint('error')).map(({ severity }) => severity)).toContain('error');
    expect(own(lint('off'))).toEqual([]);
  });

  test.each(Object.entries(sound))('is not seen in %s', (_, sketch) => {
    expect(found(sketch)).toEqual([]);
  });

  test('a story that allows it turns it into a sentence', () => {
    expect([told?.values['story'], told?.values['other']]).toContain('题a');
    const allowing = (check: string) => {
      const [first, ...others] = broken.stories;
      const stories = [{ ...first!, allow: [check] }, ...others];
      const { page, news } = pageOfStories({ ...broken, stories });
      const diagnostics: Diagnostic[] = [];
      const notes = checkPage(page, news, (one) => diagnostics.push(one));
      const codes = diagnostics.map(({ code }) => code).filter((code) => !code.startsWith('form-'));
      return { codes, notes };
    };
    for (const written of [name, TABOO_NAMES[name], `taboo-${name}`]) {
      const { codes, notes } = allowing(written);
      expect(codes).not.toContain(`taboo-${name}`);
      expect(codes).not.toContain('unused-allowance');
      expect(notes[0]).toMatchObject({
        code: 'allowed',
        values: { check: name, at: at.at, why: '总编签字' },
      });
    }
  });
});

test('every taboo has a case', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(Object.keys(TABOOS).toSorted());
});

describe('allowances', () => {
  const page = (check: string): PageSketch => ({ stories: [filled('a', [1, 3, 1, 40], { allow: [check] })] });

  test('one that nothing needed is a warning at its place', () => {
    const [told, ...others] = found(page('tombstone'));
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      severity: 'warning',
      code: 'unused-allowance',
      values: { check: 'tombstone' },
    });
    expect(positionAt(told!.range!.file, told!.range!.start).line).toBe(9);
  });

  test('one of an unknown name is an error with the name that was meant', () => {
    expect(found(page('tombstne'))).toMatchObject([
      {
        severity: 'error',
        code: 'unknown-allowance',
        values: { name: 'tombstne' },
        hints: [{ code: 'did-you-mean', values: { name: 'tombstone' } }],
      },
    ]);
  });

  test('both stories of a pair may have it', () => {
    const both = { size: 28, allow: ['tombstone'] };
    const stories = [filled('a', [1, 4, 1, 40], both), filled('b', [5, 8, 1, 40], both)];
    expect(found({ stories, lint: { 'full-break': 'off', 'same-heads': 'off' } })).toEqual([]);
  });

  test('names the other story of a pair, too', () => {
    const { page, news } = pageOfStories({
      stories: [filled('a', [1, 4, 1, 40], { size: 28 }), filled('b', [5, 8, 1, 40], { allow: ['碰题'] })],
      lint: { 'full-break': 'off' },
    });
    const notes = checkPage(page, news, () => {});
    expect(notes).toMatchObject([{ code: 'allowed', values: { check: 'tombstone', story: '题a' } }]);
  });
});

test('the last line of a paragraph alone at a column head; a last line that is also the second is told once', () => {
  const told = (...paragraphs: readonly number[]) =>
    found({ stories: [filled('a', [1, 2, 1, 14], { paragraphs })] }).map(({ code, values, range }) => [
      code,
      `${values['columns']} ${values['at']}`,
      positionAt(range!.file, range!.start).line,
    ]);
  expect(told(11, 9)).toEqual([['taboo-lone-line', '2 5', 6]]);
  expect(told(9, 2, 9)).toEqual([['taboo-lone-line', '1 14', 7]]);
  expect(told(8, 4, 8)).toEqual([]);
});

test('a line that opens with a dateline is one of its paragraph', () => {
  const { page, news } = pageOfStories({
    stories: [filled('a', [1, 2, 1, 14], { paragraphs: [9, 2, 9] })],
  });
  const items = page.items.map((item) =>
    item.kind === 'glyphs' && item.passage ? { ...item, origin: lineRange(1) } : item,
  );
  const told: string[] = [];
  checkPage({ ...page, items }, news, ({ code }) => told.push(code));
  expect(told).toContain('taboo-lone-line');
});

test('stories side by side without a gutter of white collide, unless a rule parts them', () => {
  const { page, news } = pageOfStories({
    stories: [filled('a', [1, 3, 1, 40], { size: 28 }), filled('b', [4, 6, 1, 40])],
    lint: { tombstone: 'off', 'full-break': 'off' },
  });
  const nearer = <Box extends { readonly rect: Rect }>(box: Box): Box => ({
    ...box,
    rect: { ...box.rect, x: box.rect.x - 4 },
  });
  const [one, other] = page.stories as [PlacedStory, PlacedStory];
  const moved = { ...other, ...(other.head && { head: nearer(other.head) }), legs: other.legs.map(nearer) };
  const codes = (separators: readonly Rect[]) => {
    const diagnostics: Diagnostic[] = [];
    checkPage({ ...page, stories: [one, moved], separators }, news, (told) => diagnostics.push(told));
    return diagnostics
      .map(({ code, values }) => `${code} ${values['columns']}`)
      .filter((told) => !told.startsWith('form-'));
  };
  expect(codes([])).toEqual(['taboo-collision 3|4']);
  expect(codes([ruleRightOf(3, 1, 40)])).toEqual([]);
});

test('a story that lies over another, or over an advertisement, collides', () => {
  const codes = (sketch: PageSketch) =>
    found({ ...sketch, lint: { 'full-break': 'off', 'head-order': 'off' } }).map(({ code }) => code);
  const over = [filled('a', [1, 3, 1, 40], { size: 28 }), filled('b', [3, 5, 30, 60])];
  expect(codes({ stories: over })).toContain('taboo-collision');
  expect(codes({ stories: [filled('a', [1, 3, 1, 40])], adverts: [[1, 8, 40, 60]] })).toContain(
    'taboo-collision',
  );
  expect(codes({ stories: [filled('a', [1, 3, 1, 40])], adverts: [[1, 8, 41, 60]] })).toEqual([]);
});

test('a rule that is not drawn parts nothing', () => {
  const undrawn = { ...ruleRightOf(4, 1, 40), width: 0 };
  expect(found(beside({ size: 24 }, { rules: [undrawn] })).map(({ code }) => code)).toEqual([
    'taboo-tombstone',
  ]);
});

test('a gap in a gutter is told with the columns at both sides', () => {
  const stories = [filled('a', [1, 5, 1, 100], { size: 28 }), filled('b', [6, 8, 1, 100])];
  const told = found({ stories, lint: { tombstone: 'off', 'leg-length': 'off' } });
  expect(told.map(({ code, values }) => [code, values['columns'], values['at']])).toEqual([
    ['taboo-full-break', '5|6', '1–100'],
  ]);
});

test('a layout may switch a check off', () => {
  const stories = [filled('a', [1, 8, 1, 40], { size: 28 }), filled('b', [1, 8, 42, 80])];
  expect(found({ stories, lint: { 'full-break': 'off' } })).toEqual([]);
  expect(found({ stories })).toHaveLength(1);
});

test('a page of one story is looked at for its type only', () => {
  const { page } = pageOfStories({
    stories: [],
    items: [run('甲', { size: 8, colour: { c: 0, m: 0, y: 0, k: 0 } })],
  });
  const diagnostics: Diagnostic[] = [];
  checkPage(page, undefined, (one) => diagnostics.push(one));
  expect(diagnostics.map(({ code, hints }) => [code, hints?.length])).toEqual([['taboo-reversed-type', 1]]);
});
