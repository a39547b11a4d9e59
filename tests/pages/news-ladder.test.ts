import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../src/base/source.ts';
import { makePages } from '../../src/build.ts';
import type { PictureFacts } from '../../src/model/news.ts';
import type { FitCode } from '../../src/model/page.ts';
import { pageEntry } from '../../src/output/report.ts';
import { fonts, layoutWith, makeNews, sourcesWith, type NewsPage } from '../support/news-pages.ts';

const LAKE = '湖上的风从码头吹过来灯一盏一盏亮了等船的人把领子竖起来谁也没有先走';
const PHOTO: Readonly<Record<string, PictureFacts>> = {
  'a.jpg': { kind: 'raster', width: 3000, height: 2000 },
};

/** A text of exactly so many characters, a full stop at its end. */
function words(count: number): string {
  return `${LAKE.repeat(Math.ceil(count / LAKE.length)).slice(0, count - 1)}。`;
}

function issueOf(story: readonly string[], headline = '灯亮起来'): SourceFile {
  const lines = [
    'pagegen: 1',
    'layout: x',
    'date: 2026-04-17',
    'page: {number: 6}',
    'articles:',
    '  - id: lamp',
  ];
  return {
    path: 'lamp.yaml',
    text: [
      ...lines,
      '    role: third',
      `    headline: ${headline}`,
      ...story.map((line) => `    ${line}`),
      '',
    ].join('\n'),
  };
}

const body = (...counts: readonly number[]): readonly string[] => [
  'body:',
  ...counts.map((count) => `  - ${words(count)}`),
];

/** Paragraphs full of marks. */
const marked = (...counts: readonly number[]): readonly string[] => [
  'body:',
  ...counts.map((count) => `  - ${'灯亮了，“人”来了；'.repeat(9).slice(0, count - 1)}。`),
];

const TALK =
  '老人说，桥修好了，路通了，人却走得慢了。早上的雾散了，船还没来，码头上站着七八个人，谁也不说话。'.repeat(
    3,
  );

/** Paragraphs whose last lines are short, and whose marks can give up as much. */
const LOOSE_ENDS = [
  [0, 93],
  [0, 104],
  [7, 81],
].map(([from = 0, count = 0]) => `${TALK.slice(from, from + count - 1)}。`);

const listed = (paragraphs: readonly string[]): readonly string[] => [
  'body:',
  ...paragraphs.map((one) => `  - ${one}`),
];

/** The rungs of the shipped layout as it writes them. */
const RUNGS = /fit:.*\n(?: {2}- \{rung:.*\n)+/;

/** One region of three columns and so many lines, or the whole page; the ladder has only these rungs. */
function layoutOf(rungs: string, lines?: number): SourceFile {
  const region =
    lines === undefined
      ? []
      : ([['regions:\n', `free: false\nregions:\n  main: {cols: 1-3, lines: 4-${lines + 3}}\n`]] as const);
  return layoutWith('tabloid-news', [RUNGS, `fit: ${rungs}\n`], ...region);
}

const isSound = ({ page, errors }: NewsPage): boolean =>
  errors.length === 0 && page.regions.every(({ over, room, lines }) => over.lines === 0 && room - lines <= 3);

const notes = ({ page }: NewsPage, code: FitCode): readonly unknown[] =>
  page.fit.filter((note) => note.code === code).map(({ values }) => values);

/** The heights of the region at which the story fills its place. */
function soundHeights(
  issue: SourceFile,
  rungs: string,
  heights: readonly number[],
): ReadonlyMap<number, NewsPage> {
  return new Map(
    heights
      .map((lines): readonly [number, NewsPage] => [
        lines,
        makeNews(sourcesWith(issue, PHOTO, layoutOf(rungs, lines))),
      ])
      .filter(([, made]) => isSound(made)),
  );
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A rung with the story on which it is tried, and what the report calls it. */
const ROWS = {
  'headline-size': {
    issue: issueOf(body(150, 160), '灯亮起来手艺就回来了街坊也都来看'),
    rung: '{rung: headline-size, steps: 2}',
    code: 'fit-head-size',
    says: [/主题降 1 档，18 磅/, /headline/],
  },
  'picture-height': {
    issue: issueOf([...body(150, 160), 'images: {file: a.jpg, caption: 灯。}']),
    rung: '{rung: picture-height, min: -10%, max: 10%}',
    code: 'fit-picture',
    says: [/第 1 张图片的高改了 -?\d+%/, /picture 1/],
  },
  'optional-paragraphs': {
    issue: issueOf([
      'body:',
      `  - ${words(150)}`,
      `  - {text: ${words(100)}, optional: true}`,
      `  - ${words(120)}`,
    ]),
    rung: '{rung: optional-paragraphs, allow: true}',
    code: 'fit-left-out',
    says: [/略去可删段 1 处/, /left out/],
  },
} as const;

const HEIGHTS = range(13, 23);

describe.each(Object.entries(ROWS))('the rung %s', (_, { issue, rung, code, says }) => {
  const off = soundHeights(issue, '[]', HEIGHTS);
  const on = soundHeights(issue, `[${rung}]`, HEIGHTS);

  test('fills places that cannot be filled without it, and says so', () => {
    const gained = [...on].filter(([lines]) => !off.has(lines));
    expect(gained).not.toEqual([]);
    for (const [lines, made] of gained) expect(notes(made, code), `${lines} lines`).toHaveLength(1);
    for (const lines of off.keys()) expect(on.has(lines), `${lines} lines`).toBe(true);
  });

  test('is not heard of where the ladder has none', () => {
    expect(off.size).toBeGreaterThan(0);
    // A picture takes whole lines in any case, half a line more or less than its height.
    const limit = code === 'fit-picture' ? 8 : 0;
    for (const made of off.values()) {
      for (const { percent } of notes(made, code) as readonly { readonly percent?: number }[]) {
        expect(Math.abs(percent ?? 100)).toBeLessThanOrEqual(limit);
      }
    }
  });

  test('speaks in words and in JSON', () => {
    const [made] = [...on.values()].filter((one) => notes(one, code).length > 0);
    const [chinese, english] = (['zh', 'en'] as const).map((language) =>
      pageEntry(made!.page, 0, language).fit.join('\n'),
    );
    expect(chinese).toMatch(says[0]);
    expect(english).toMatch(says[1]);
  });
});

describe('the rung pull-line', () => {
  const issue = issueOf(listed([...LOOSE_ENDS, ...LOOSE_ENDS]));
  const shorter = (made: NewsPage): number =>
    (notes(made, 'fit-story-paragraphs') as readonly { readonly shorter: number }[]).reduce(
      (sum, one) => sum + one.shorter,
      0,
    );

  test('sets paragraphs a line shorter, and says how many', () => {
    const on = soundHeights(issue, '[{rung: pull-line, if_last_line_under: 5字}]', HEIGHTS);
    const pulled = [...on.values()].filter((made) => shorter(made) > 0);
    expect(pulled).not.toEqual([]);
    expect(pageEntry(pulled[0]!.page, 0, 'zh').fit.join('\n')).toMatch(/[1-7] 段收一行/);
  });

  test('pulls none without it', () => {
    for (const made of soundHeights(issue, '[]', HEIGHTS).values()) expect(shorter(made)).toBe(0);
  });
});

test('the rung head-space fills places that cannot be filled without it', () => {
  const issue = issueOf(body(150, 160));
  const off = [...soundHeights(issue, '[]', HEIGHTS).keys()];
  const on = [...soundHeights(issue, '[{rung: head-space, min: 1L, max: 2.5L}]', HEIGHTS).keys()];
  expect(on.length).toBeGreaterThan(off.length);
  expect(on).toEqual(expect.arrayContaining(off));
});

/** A story alone on a low page, where its place is searched for. */
const onLowPage = (story: readonly string[], rungs: string): NewsPage => {
  const page = [
    ['trim: [275mm, 390mm]', 'trim: [275mm, 170mm]'],
    ['height: 88L', 'height: 34L'],
  ] as const;
  const layout = layoutWith('tabloid-news', [RUNGS, `fit: ${rungs}\n`], ...page);
  return makeNews(sourcesWith(issueOf(story), PHOTO, layout));
};

describe('the rung punctuation', () => {
  const story = listed([...Array.from({ length: 24 }, () => words(62)), ...LOOSE_ENDS]);

  test('narrows the marks of a story that does not fit, and says so', () => {
    const without = onLowPage(story, '[]');
    expect(without.errors).toEqual(['overset lamp']);
    const made = onLowPage(story, '[{rung: punctuation, to: half}]');
    expect(made.errors).toEqual([]);
    expect(notes(made, 'fit-punctuation')).toHaveLength(1);
    expect(pageEntry(made.page, 0, 'zh').fit.join('\n')).toMatch(/标点改用/);
  });
});

test('the rung columns breaks the columns of a story that does not fit in the basic ones', () => {
  const story = marked(...Array.from({ length: 34 }, () => 59));
  const widths = ({ page }: NewsPage): number => page.stories[0]!.legs[0]!.rect.width;
  const without = onLowPage(story, '[]');
  expect(without.errors).toContain('overset lamp');
  expect(widths(without)).toBeCloseTo(99, 1);
  const made = onLowPage(story, '[{rung: columns, allow: [破栏]}]');
  expect(made.errors).not.toContain('overset lamp');
  expect(widths(made)).toBeGreaterThan(99);
});

describe('the rung picture-width', () => {
  const story = (paragraphs: number): readonly string[] => [
    ...body(...Array.from({ length: paragraphs }, () => 110)),
    'images: {file: a.jpg, caption: 灯。, cols: 3}',
  ];

  test.each([
    ['wider where the page stays empty at its foot', 6, 'short page', 4],
    ['narrower where the copy finds no room', 12, 'overset lamp', 2],
  ])('takes a picture %s, and says so', (_, paragraphs, error, columns) => {
    expect(onLowPage(story(paragraphs), '[]').errors).toEqual([error]);
    const made = onLowPage(story(paragraphs), '[{rung: picture-width, steps: 1}]');
    expect(made.errors).toEqual([]);
    expect(notes(made, 'fit-picture-width')).toEqual([{ story: 'lamp', picture: 1, columns, asked: 3 }]);
    expect(pageEntry(made.page, 0, 'zh').fit.join('\n')).toContain(`第 1 张图片由 3 栏改为 ${columns} 栏`);
  });

  test('leaves a picture alone whose page comes out', () => {
    const made = onLowPage(story(8), '[{rung: picture-width, steps: 1}]');
    expect(made.errors).toEqual([]);
    expect(notes(made, 'fit-picture-width')).toEqual([]);
  });
});

test('without any rung body size, leading and the width of glyphs stay, and with all of them too', () => {
  const issue = issueOf([...marked(58, 60, 59, 60, 58, 59, 60), 'images: {file: a.jpg, caption: 灯。}']);
  const all = Object.values(ROWS)
    .map(({ rung }) => rung)
    .join(', ');
  for (const rungs of ['[]', `[${all}, {rung: punctuation, to: half}, {rung: columns, allow: [破栏]}]`]) {
    for (const lines of range(17, 22)) {
      const { page } = makeNews(sourcesWith(issue, PHOTO, layoutOf(rungs, lines)));
      const runs = page.items.flatMap((item) =>
        item.kind === 'glyphs' && item.role === 'body' ? [item] : [],
      );
      expect(new Set(runs.map(({ size }) => size))).toEqual(new Set([9]));
      for (const { y } of runs) {
        const line = (y - page.grid.area.y) / page.grid.leading;
        expect(
          Math.abs((line % 1) - (((runs[0]!.y - page.grid.area.y) / page.grid.leading) % 1)),
        ).toBeLessThan(0.001);
      }
    }
  }
});

test('a picture of two columns in the middle of three is told, not thrown', () => {
  const issue = issueOf([...body(150, 160), 'images: {file: a.jpg, caption: 灯。, cols: 2, side: centre}']);
  expect(makeNews(sourcesWith(issue, PHOTO, layoutOf('[]', 30))).page.regions).toHaveLength(1);
});

describe('a page that is far too full, or nearly empty', () => {
  const many = (count: number): SourceFile => issueOf(body(...Array.from({ length: count }, () => 120)));

  // A story that cannot stand in any shape of the page leaves the search without an answer.
  test.each([
    ['one paragraph on a whole page', 1],
    ['three pages of text', 150],
  ])('%s is told, not thrown', (_, count) => {
    expect(makeNews(sourcesWith(many(count), PHOTO, layoutWith('tabloid-news'))).errors).not.toEqual([]);
  });
});

describe('what is always printed', () => {
  const { rung } = ROWS['optional-paragraphs'];
  const optional = `  - {text: ${words(100)}, optional: true}`;

  test.each([
    ['the dateline', ['dateline: 本报讯', 'body:', optional, `  - ${words(220)}`]],
    ['the end mark', ['end_mark: （完）', 'body:', `  - ${words(220)}`, optional]],
  ])('%s keeps the paragraph that it has joined', (_, story) => {
    for (const lines of range(9, 24)) {
      const { page } = makeNews(sourcesWith(issueOf(story), PHOTO, layoutOf(`[${rung}]`, lines)));
      expect(page.fit.filter(({ code }) => code === 'fit-left-out')).toEqual([]);
    }
  });
});

test('of a page without a story that can be read nothing is made', () => {
  const text = 'pagegen: 1\nlayout: x\narticles:\n  - headlin: 灯亮起来\n    bdoy: [桥修好了。]\n';
  const codes: string[] = [];
  const sources = sourcesWith({ path: 'lamp.yaml', text }, PHOTO, layoutOf('[]'));
  expect(makePages(sources, fonts, ({ code }) => codes.push(code))).toEqual([]);
  expect(codes).toContain('unknown-key');
});
