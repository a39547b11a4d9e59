import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewsDesign } from '../../src/model/news.ts';
import { readLayout } from '../../src/read/layout.ts';
import { DEFAULT_SIZES } from '../../src/read/lengths.ts';
import { stepped } from '../../src/read/size-steps.ts';
import { reading } from './support.ts';

const BASE =
  'page: {trim: [390mm, 550mm], type_area: {height: 123L}}\n' +
  'grid: {base: {size: 小五, leading: 1.25}, columns: 8, measure: 13字, gutter: 1字}\n';

const withParts = (...parts: readonly string[]) => reading(readLayout, BASE + parts.join('\n'));

function news(...parts: readonly string[]): NewsDesign {
  const { value, problems } = withParts(...parts);
  expect(problems).toEqual([]);
  return value!.news;
}

const PLAIN = 'regions: {}';

test('what a layout does not say has a default', () => {
  const design = news(PLAIN);
  expect(design).toMatchObject({
    size: 9,
    leading: 11.25,
    free: true,
    regions: [],
    separator: { lines: 1, across: 'thin' },
    underset: { warn: 2, error: 6 },
    pictures: { leastDpi: 120, warnDpi: 170, crop: [-0.1, 0.1] },
  });
  expect(design.folio).toBeUndefined();
  expect(design.masthead).toBeUndefined();
  expect(design.ladder.map(({ rung }) => rung)).toEqual([
    'punctuation',
    'pull-line',
    'headline-size',
    'head-space',
    'picture-height',
    'optional-paragraphs',
    'columns',
    'filler',
  ]);
  const [lead, second, third] = design.heads.map(({ sizes }) => sizes[0] ?? 0);
  expect(lead! > second! && second! > third!).toBe(true);
  expect([...design.roleHeads.keys()]).toEqual(['brief', 'briefs', 'box', 'photo', 'comment', 'notice']);
  for (const { size } of [design.styles.lead, design.styles.byline, design.styles.subhead])
    expect(size).toBeLessThanOrEqual(design.leading);
});

test('heads and texts of a narrower page are smaller', () => {
  const tabloid = reading(
    readLayout,
    'page: {trim: [275mm, 390mm]}\ngrid: {base: {size: 9pt, leading: 1.25}, columns: 6, measure: 11字}\nregions: {}',
  ).value!.news;
  const broadsheet = news(PLAIN);
  tabloid.heads.forEach(({ sizes }, rank) =>
    expect(sizes[0]).toBeLessThan(broadsheet.heads[rank]!.sizes[0]!),
  );
});

/** The broken columns of the trade that are no narrower than a basic one and read well. */
test('broken columns: all that read well, those of a list, or none', () => {
  const from = (design: NewsDesign, columns: number) =>
    design.breaks.filter((one) => one.from === columns).map(({ into }) => into);
  const allowed = news(PLAIN);
  expect(from(allowed, 2)).toEqual([1]);
  expect(from(allowed, 3)).toEqual([2]);
  expect(from(allowed, 5)).toEqual([2, 3, 4]);
  expect(from(allowed, 8)).toEqual([3, 4, 5, 6, 7]);
  const own = (breaks: string) =>
    reading(readLayout, BASE.replace('gutter: 1字', `gutter: 1字, breaks: ${breaks}`) + PLAIN);
  expect(own('[5破2, 3-2]').value!.news.breaks).toEqual([
    { from: 5, into: 2 },
    { from: 3, into: 2 },
  ]);
  expect(own('不可以').value!.news.breaks).toEqual([]);
  expect(own('[9破2]').problems).toEqual(['2:88 bad-value → expected 2破1–8破8']);
});

test('what a break leaves over goes into the gutters, and nowhere else', () => {
  const written = (words: string) =>
    reading(readLayout, BASE.replace('gutter: 1字', `gutter: 1字, remainder: ${words}`) + PLAIN).problems;
  expect(written('widen-gutter')).toEqual([]);
  expect(written('widen-column')).toEqual(['2:90 bad-value → expected widen-gutter']);
});

test('号 steps: two below 初号 is 小二, two below 一号 is 小三; other sizes keep the ratio', () => {
  const step = (size: number, by = -2) => stepped(size, by, DEFAULT_SIZES);
  expect([step(42), step(36), step(27.5), step(24)]).toEqual([18, 15.75, 15, 13.75]);
  expect(step(60)).toBeCloseTo((60 * 18) / 42, 9);
  expect([step(42, -1), step(42, 0), step(5.25)]).toEqual([24, 42, 5.25]);
});

test('heads: sizes, turns, face, colour, white, and what stands under them', () => {
  const { heads } = news(
    'accent: blue',
    'faces: {subhead: {file: fonts/Hei.otf, role: 黑体}, kai: {role: 楷体}}',
    'styles:',
    '  headline.lead: {face: head, sizes: [一号, 初号, 小初], occupy: 5L, lines: [1, 3], align: start}',
    '  headline.second: {face: subhead, size: [20pt, 30pt, 40pt], colour: accent, white: [1L, 2L, 3L]}',
    '  kicker: {face: kai, step: -1}',
    '  news.deck: {face: fang, size: 12pt}',
    'fit: [{rung: head-space, min: 1L, max: 2L}]',
    PLAIN,
  );
  const [lead, second] = heads;
  expect(lead).toMatchObject({
    face: 'head',
    sizes: [42, 36, 27.5],
    align: 'start',
    lines: { least: 1, most: 3 },
  });
  // Five lines less 42 pt of 11.25 pt leave 1.27 lines.
  expect(lead!.white.natural).toBeCloseTo(5 - 42 / 11.25, 9);
  expect(lead!.white).toMatchObject({ least: 1, most: 2 });
  expect(lead!.kicker).toEqual({ face: 'kai', size: 24 });
  expect(lead!.deck).toEqual({ face: 'fang', size: 12 });
  expect(second).toMatchObject({
    face: 'hei',
    sizes: [30, 24.5, 20],
    colour: { c: 100, m: 60, y: 0, k: 0 },
    white: { least: 1, natural: 2, most: 3 },
  });
});

test('without the rung for it, the white of heads stays as it is', () => {
  const [lead] = news('fit: [{rung: columns}]', PLAIN).heads;
  expect(lead!.white.least).toBe(lead!.white.most);
  const [kept] = news('never: [题空, leading]', PLAIN).heads;
  expect(kept!.white.least).toBe(kept!.white.most);
});

test('a lead that is drawn for pages of one story gives way where its type is too large for the body lines', () => {
  const lead = (style: string) => news(`styles: {${style}}`, PLAIN).styles.lead;
  expect(lead('lead: {face: fang, size: 10.5pt}')).toMatchObject({ face: 'fang', size: 10.5 });
  expect(lead('lead: {face: fang, size: [11pt, 12pt, 13pt]}')).toMatchObject({ face: 'kai', size: 10.4 });
  expect(lead('lead: {face: fang, size: 10.5pt}, news.lead: {size: 10pt}')).toMatchObject({
    face: 'kai',
    size: 10,
  });
});

test('the ladder: each rung with its own limits, in the order written', () => {
  const { ladder } = news(
    'fit:\n  - {档: 收行, 末行不超过: 4字}\n  - {rung: punctuation, to: 开明, saves: text}\n  - {rung: headline-size, steps: 1}\n' +
      '  - {rung: picture-height, min: -8%, max: 5%}\n  - {rung: optional-paragraphs, allow: false}\n  - {rung: columns, allow: [破栏]}',
    PLAIN,
  );
  expect(ladder).toEqual([
    { rung: 'pull-line', least: 0, most: 4 },
    { rung: 'punctuation', least: 0, most: 1 },
    { rung: 'headline-size', least: 0, most: 1 },
    { rung: 'picture-height', least: -0.08, most: 0.05 },
    { rung: 'columns', least: 0, most: 1 },
  ]);
});

test('masthead, separator, score, pictures', () => {
  const { masthead, separator, weights, pictures, lint, underset } = news(
    'masthead: {height: 14.2L, cols: 5, ear_cols: 3, name_face: head, name_size: [60pt, 80pt, 100pt], size: 8pt}',
    'separator: {lines: 2行, across: 文武线, down: none}',
    'score: {tombstones: 2, rank: 0}',
    'pictures: {min_dpi: 150, warn_dpi: 100, crop: [-5%, 0%]}',
    'lint: {tombstone: error, full_break: off, 孤行: 警告, underset: {warn: 1L, error: 3L}}',
    PLAIN,
  );
  expect(masthead).toMatchObject({
    lines: 15,
    columns: 5,
    earColumns: 3,
    nameSize: { least: 60, natural: 80, most: 100 },
  });
  expect(separator).toEqual({ lines: 2, across: 'thin-thick' });
  expect(Object.fromEntries(weights)).toEqual({ tombstones: 2, rank: 0 });
  expect(pictures).toEqual({ leastDpi: 150, warnDpi: 150, crop: [-0.05, 0] });
  expect(Object.fromEntries(lint)).toEqual({
    tombstone: 'error',
    'full-break': 'off',
    'lone-line': 'warning',
  });
  expect(underset).toEqual({ warn: 1, error: 3 });
});

describe('regions', () => {
  const REGIONS =
    'regions:\n  folio: {at: head, height: 4L}\n  lead: {cols: 1-5, lines: 1-62}\n  second: {cols: 6-8, lines: 5-48}\n' +
    '  hook: {shape: [{cols: 1-5, lines: 63-84}, {cols: 1-3, lines: 85-99}]}\n  foot: {at: foot, height: 24L, for: ads}';

  test('rectangles, an L, and a strip at the foot; the folio takes its lines', () => {
    const design = news(REGIONS);
    expect(design.regions.map(({ name, use, cells }) => [name, use, cells])).toEqual([
      ['lead', 'stories', [{ column: 0, columns: 5, line: 4, lines: 58 }]],
      ['second', 'stories', [{ column: 5, columns: 3, line: 4, lines: 44 }]],
      [
        'hook',
        'stories',
        [
          { column: 0, columns: 5, line: 62, lines: 22 },
          { column: 0, columns: 3, line: 84, lines: 15 },
        ],
      ],
      ['foot', 'ads', [{ column: 0, columns: 8, line: 99, lines: 24 }]],
    ]);
  });

  test.each([
    ['too many columns', 'regions: {tou: {cols: 1-9, lines: 1-62}}', ['3:16 region-outside']],
    ['too many lines', 'regions: {tou: {cols: 1-5, lines: 1-124}}', ['3:16 region-outside']],
    ['under the folio', 'regions: {folio: {height: 4L}, tou: {lines: 1-4}}', ['3:37 region-outside']],
    [
      'over another',
      'regions: {tou: {cols: 1-5, lines: 1-62}, er: {cols: 5-8, lines: 60-70}}',
      ['3:46 region-overlap'],
    ],
    [
      'over itself',
      'regions: {tou: {shape: [{cols: 1-5, lines: 1-9}, {cols: 5, lines: 9}]}}',
      ['3:16 region-overlap'],
    ],
    ['nowhere', 'regions: {tou: {cols: 1-5}}', ['3:16 missing-key']],
    [
      'backwards',
      'regions: {tou: {cols: 1-5, lines: 9-2}}',
      ['3:35 bad-value → expected 1-62, 63-84', '3:16 missing-key'],
    ],
  ])('%s', (_, text, expected) => {
    expect(withParts(text).problems).toEqual(expected);
  });
});

test.each([
  ['a rung that is not', 'fit: [{rung: headlin-size}]', '3:14 bad-value → did-you-mean headline-size'],
  [
    'a limit of another rung',
    'fit: [{rung: pull-line, steps: 2}]',
    '3:25 unknown-key → known-names rung, if_last_line_under',
  ],
  ['a rung without a name', 'fit: [{steps: 2}]', '3:7 missing-key'],
  ['a check that is not', 'lint: {tombstones: warn}', '3:8 unknown-key → did-you-mean tombstone'],
  ['a level that is not', 'lint: {tombstone: loud}', '3:19 bad-value → expected off, warn, error'],
  [
    'limits the wrong way round',
    'lint: {underset: {warn: 6L, error: 2L}}',
    '3:25 bad-value → expected [1, 2, 4]',
  ],
  ['a term of the score that is not', 'score: {tombstone: 2}', '3:9 unknown-key → did-you-mean tombstones'],
  ['no places at all', 'free: false', '3:7 bad-value → expected regions: …'],
  [
    'a lead too large for its lines',
    'styles: {news.lead: {size: 12pt}}',
    '3:28 bad-value → expected ≤ 11.25pt',
  ],
  ['a step up', 'styles: {kicker: {step: 2}}', '3:25 bad-value → expected -6–0'],
  ['ears wider than the page', 'masthead: {ear_cols: 9}', '3:22 bad-value → expected 1–8'],
])('%s', (_, text, expected) => {
  expect(withParts(text, PLAIN).problems).toEqual([expected]);
});

test('every shipped layout makes up pages of several stories, the lead larger than the second, and so on', () => {
  for (const name of ['broadsheet-8x13', 'front-8x13', 'tabloid-news', 'broadsheet-regions']) {
    const text = readFileSync(new URL(`../../layouts/${name}.yaml`, import.meta.url), 'utf8');
    const { heads, roleHeads, regions, masthead, grid } = readLayout({ path: name, text }, () => {})!.news;
    const sizes = heads.map((head) => head.sizes[0]!);
    expect(sizes, name).toEqual(sizes.toSorted((one, other) => other - one));
    expect(roleHeads.get('briefs')!.sizes[0], name).toBeLessThan(sizes.at(-1)!);
    expect(heads[0]!.kicker.size, name).toBeLessThanOrEqual(0.52 * sizes[0]!);
    expect(masthead !== undefined, name).toBe(name === 'front-8x13');
    expect(regions.length > 0, name).toBe(name === 'broadsheet-regions');
    expect([grid.columns, grid.measure], name).toEqual(name === 'tabloid-news' ? [6, 11] : [8, 13]);
  }
});

const PIECES = [
  'regions: ',
  'fit: ',
  'lint: ',
  'masthead: ',
  'styles: ',
  'score: ',
  'a',
  'lines: ',
  'cols: ',
  'shape: ',
  'rung: ',
  'columns',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '- ',
  '1-5',
  '9L',
  '-3',
  '\n',
  '  ',
  ': ',
  '0',
  '999',
  '%',
] as const;

test('whatever is written, every region lies on the grid, places lie inside the file, and nothing is thrown', () => {
  const texts = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 40 })
    .map((pieces) => BASE + pieces.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const { value, diagnostics } = reading(readLayout, text);
      for (const { range } of diagnostics)
        expect(range && 0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
      for (const { cells } of value?.news.regions ?? [])
        for (const { column, columns, line, lines } of cells) {
          expect(columns > 0 && lines > 0 && column >= 0 && line >= 0).toBe(true);
          expect(column + columns <= 8 && line + lines <= 123).toBe(true);
        }
    }),
    { numRuns: 500 },
  );
});
