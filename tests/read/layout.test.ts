import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Layout } from '../../src/model/layout.ts';
import { readFontList } from '../../src/read/fonts.ts';
import { readLayout } from '../../src/read/layout.ts';
import { reading } from './support.ts';

const root = new URL('../../', import.meta.url);
const shipped = readdirSync(new URL('layouts', root));

test.each(shipped)('layouts/%s reads without a word', (name) => {
  const { value, problems } = reading(readLayout, readFileSync(new URL(`layouts/${name}`, root), 'utf8'));
  expect(problems).toEqual([]);
  expect(value!.designs.length).toBeGreaterThan(0);
});

const PAGE = 'page: {trim: [390mm, 550mm], type_area: {height: 123L}}\n';
const GRID = 'grid: {base: {size: 小五, leading: 1.25}, columns: 8, measure: 13字, gutter: 1字}\n';
const REGIONS = 'regions: {blocks: {cols: all}}\n';
const withParts = (...parts: readonly string[]) => reading(readLayout, parts.join('\n'));
const first = (layout: Layout | undefined) => layout!.designs[0]!;

test('对开八栏小五十三字: 111 characters wide, 123 lines deep, in the middle of the sheet', () => {
  const { grid, flow, size, leading } = first(withParts(PAGE, GRID, REGIONS).value);
  expect([size, leading]).toEqual([9, 11.25]);
  expect(grid).toMatchObject({
    columns: 8,
    measure: 13,
    columnWidth: 117,
    gutter: 9,
    lines: 123,
    width: 999,
  });
  expect(grid.left).toBeCloseTo((390 * 72) / 25.4 / 2 - 999 / 2, 9);
  expect(grid.top).toBeCloseTo((550 * 72) / 25.4 / 2 - (123 * 11.25) / 2, 9);
  expect(flow).toHaveLength(8);
});

/** The trade's own table for 13 characters and a gutter of one. */
test.each([
  ['3破2', 20],
  ['4破3', 17],
  ['5破2', 34],
  ['5破3', 22],
  ['5破4', 16],
  ['6破4', 20],
  ['7破2', 48],
  ['7破5', 18],
  ['8破3', 36],
  ['8破5', 21],
  ['8破6', 17],
  ['8破7', 15],
  ['5破1', 69],
])('%s holds %d characters', (written, measure) => {
  const columns = Number(written[0]);
  const into = Number(written[2]);
  const regions = `regions: {blocks: {columns: [{cols: 1-${columns}, break: ${written}}]}}`;
  const { grid, flow } = first(withParts(PAGE, GRID, regions).value);
  expect(flow.map((column) => column.measure)).toEqual(Array.from({ length: into }, () => measure));
  const last = flow.at(-1)!;
  const right = grid.left + columns * 117 + (columns - 1) * 9;
  expect(flow[0]!.x).toBeCloseTo(grid.left, 9);
  expect(last.x + last.width).toBeLessThan(right + 1e-9);
  if (into > 1) expect(last.x + last.width).toBeCloseTo(right, 9);
});

test('broken columns follow one another and leave the rest of the grid alone', () => {
  const regions = 'regions: {blocks: {columns: [{cols: 1-5, break: 5破2}, {cols: 6-8}]}}';
  const { flow } = first(withParts(PAGE, GRID, regions).value);
  expect(flow.map(({ measure }) => measure)).toEqual([34, 34, 13, 13, 13]);
  expect(flow.map(({ x }) => x)).toEqual(flow.map(({ x }) => x).toSorted((one, other) => one - other));
});

test('one design for each pair, rows before leadings', () => {
  const bases =
    'bases: [{size: 10pt, leading: [15pt, 1.4], columns: 3, measure: 30字}, {size: 9pt, leading: 12pt, columns: 4, measure: 20字}]';
  const { value } = withParts('page: {trim: [390mm, 550mm]}', bases, REGIONS);
  expect(value!.designs.map(({ size, leading }) => [size, leading])).toEqual([
    [10, 15],
    [10, 14],
    [9, 12],
  ]);
  for (const { grid, leading } of value!.designs) {
    const foot = value!.paper.trim.height - grid.top - grid.lines * leading;
    expect(foot).toBeCloseTo(grid.top, 9);
  }
});

test('relative lengths become points of each design', () => {
  const styles =
    'styles: {lead: {size: [1.2em, 1.5em], padding: [1em, 0.5L], above: 2L, max_measure: 40字}, deck: {sizes: [二号, 小二], leading: 1.3}}';
  const { lead, deck } = first(withParts(PAGE, GRID, styles, 'regions: {lead: {}, blocks: {}}').value);
  expect(lead.size.least).toBeCloseTo(10.8, 9);
  expect(lead.size).toMatchObject({ natural: lead.size.least, most: 13.5 });
  expect(lead.padding).toEqual({ across: 9, down: 5.625 });
  expect(lead.above).toEqual({ least: 22.5, natural: 22.5, most: 22.5 });
  expect(lead.maxMeasure).toBe(40);
  expect(deck.size).toEqual({ least: 18, natural: 21, most: 21 });
});

test('what a layout does not say: setting, colours, styles', () => {
  const { value } = withParts(PAGE, GRID, REGIONS);
  const { text, keep, faces, headline, folio, title } = first(value);
  expect(text).toMatchObject({
    indent: 2,
    endTrim: 'force',
    ellipsisStart: 'avoid',
    hyphenation: 'en-us',
    kinsoku: 'gb',
    shortLast: 2,
  });
  expect(keep).toEqual({ widow: 2, orphan: 2, afterTitle: 2 });
  expect(faces).toEqual({ body: 'body', strong: 'hei' });
  expect(headline.size.least).toBeLessThan(headline.size.most);
  expect(folio).toBeUndefined();
  expect(title.form).toBe('numeral-bar');
  expect([...value!.themes.keys()]).toEqual(['red', 'blue', 'green', 'gold', 'grey']);
});

test('every key of the text setting is read', () => {
  const text =
    'text: {indent: 1em, kinsoku: css-strict, punctuation: 开明, mark-shrink: 0.25em, start-trim: none, end-trim: allow, ' +
    'hang: force-end, cjk-latin-gap: 0, tracking: 0.1em, breaking: first-fit, overflow: push-out, align: start, ' +
    'short-last: 3, lang: zh-Hant, hyphenation: none, ellipsis-start: allow, keep: {widow: 3L, orphan: 3, subhead_with_next: 4行}}';
  const design = first(withParts(PAGE, GRID, text, REGIONS).value);
  expect(design.text).toEqual({
    indent: 1,
    kinsoku: 'css-strict',
    punctuation: 'kaiming',
    markShrink: 0.25,
    startTrim: 'none',
    endTrim: 'allow',
    hang: 'force-end',
    cjkLatinGap: 0,
    tracking: 0.1,
    breaking: 'first-fit',
    overflow: 'push-out',
    align: 'start',
    shortLast: 3,
    language: 'zh-Hant',
    ellipsisStart: 'allow',
    hyphenation: 'none',
  });
  expect(design.keep).toEqual({ widow: 3, orphan: 3, afterTitle: 4 });
});

test('keys of pages of several stories, and of later engines, are silent', () => {
  const later =
    'free: true\nfit: [{rung: columns}]\nnever: [leading]\nlint: {overset: error}\nprint: {tac: 240%}\nbalance: level\n' +
    'styles: {headline.second: {face: hei, sizes: [一号], occupy: 3L}, kicker: {step: -2, occupy: 2L}}\n' +
    'faces: {body: {file: a.otf, role: 报宋}}\n' +
    'regions: {lead: {cols: 1-5, lines: 1-62}, second: {cols: 6-8, lines: 1-48}, hook: {shape: [{cols: 1-5, lines: 63-84}]}, foot: {at: foot, height: 24L, for: ads}}';
  expect(withParts(PAGE, GRID, later).problems).toEqual([]);
});

const BAD: readonly (readonly [string, string, readonly string[]])[] = [
  ['no columns', GRID.replace('columns: 8', 'columns: 0'), ['2:50 bad-value → expected 1–20']],
  ['body text too small', GRID.replace('小五', '7pt'), ['2:21 bad-value → expected 7.5pt–100pt']],
  ['body text too large', GRID.replace('小五', '120pt'), ['2:21 bad-value → expected 7.5pt–100pt']],
  ['a leading under the size', GRID.replace('1.25', '8pt'), ['2:34 bad-value → expected 9pt–36pt']],
  [
    'columns wider than the sheet',
    GRID.replace('13字', '20字'),
    ['2:62 bad-value → expected 8 × 20字 ≤ 390mm'],
  ],
  ['half a character', GRID.replace('13字', '13.5字'), ['2:62 bad-value → expected 13字, 20字, 34字']],
  [
    'a length without a unit',
    GRID.replace('13字', '13'),
    ['2:62 bad-length → expected 10.5pt, 12mm, 小五, 13字, 2L, 5c, 10%'],
  ],
  [
    'a colour in hex',
    `${GRID}themes: {red: {fill: "#c00"}}\n`,
    ['3:22 bad-colour → write-inks M100 Y100 K20'],
  ],
  [
    'a colour in rgb()',
    `${GRID}themes: {red: {fill: "rgb(204, 0, 0)"}}\n`,
    ['3:22 bad-colour → write-inks M100 Y100 K20'],
  ],
  [
    'a colour that YAML takes for a comment',
    `${GRID}themes:\n  red:\n    fill: #cc0000\n`,
    ['5:5 bad-colour → write-inks M100 Y100 K20'],
  ],
  ['a spot ink that is not named', `${GRID}themes: {red: {fill: spot:RED}}\n`, ['3:22 unknown-ink']],
  [
    'a slip in a spot ink',
    `${GRID}spots: {RED: M100}\nthemes: {red: {fill: spot:RET}}\n`,
    ['4:22 unknown-ink → did-you-mean RED'],
  ],
  [
    'a spot ink with the name of a process ink',
    `${GRID}spots: {Black: K100}\n`,
    ['3:16 bad-value → expected NAME: M100 Y90'],
  ],
  [
    'a tint of nothing',
    `${GRID}spots: {RED: M100}\nthemes: {red: {fill: spot:RED 0%}}\n`,
    ['4:22 bad-colour'],
  ],
  [
    'a standard that is none',
    `${GRID}print: {standard: pdf-x3}\n`,
    ['3:19 bad-value → expected pdf-x4, pdf-x1a'],
  ],
  ['too low a limit of ink', `${GRID}print: {tac: 24%}\n`, ['3:14 bad-value → expected 240%']],
  [
    'a name with a folder',
    `${GRID}output: {name: "a/{page}.pdf"}\n`,
    ['3:16 bad-value → expected {issue}_{date:YYYYMMDD}_{section}{page:000}_{colour}{version}.pdf'],
  ],
  [
    'a name with an unknown field',
    `${GRID}output: {name: "{seite}.pdf"}\n`,
    ['3:16 bad-value → expected {issue}_{date:YYYYMMDD}_{section}{page:000}_{colour}{version}.pdf'],
  ],
  [
    'an accent that is no theme',
    `${GRID}accent: 粉\n`,
    ['3:9 unknown-theme → known-names red, blue, green, gold, grey'],
  ],
  [
    'sizes out of order',
    `${GRID}styles: {deck: {size: [21pt, 18pt]}}\n`,
    ['3:23 bad-value → expected [1, 2, 4]'],
  ],
  [
    'a full-width comma',
    `${GRID}styles: {deck: {size: [18pt，21pt]}}\n`,
    ['3:24 bad-length → fullwidth-comma'],
  ],
  ['a slip in a style', `${GRID}styles: {dek: {face: hei}}\n`, ['3:10 unknown-key → did-you-mean deck']],
  ['a slip in a key', `${GRID}acent: red\n`, ['3:1 unknown-key → did-you-mean accent']],
];

test.each(BAD)('%s', (_, grid, expected) => {
  expect(withParts(PAGE.trimEnd(), grid + REGIONS).problems).toEqual(expected);
});

test.each([
  ['a break of other columns', '{columns: [{cols: 1-5, break: 4破2}]}', '5破1–5破5'],
  ['columns that overlap', '{columns: [{cols: 1-5}, {cols: 5-8}]}', '6-8'],
  ['columns beyond the grid', '{cols: 1-9}', '1-8'],
])('%s', (_, blocks, what) => {
  const { diagnostics } = withParts(PAGE, GRID, `regions: {blocks: ${blocks}}`);
  expect(diagnostics.map(({ code, hints }) => [code, hints?.[0]?.values?.['what']])).toEqual([
    ['bad-value', what],
  ]);
});

test('a fault in one row of bases leaves the others', () => {
  const bases =
    'bases: [{size: 5pt, leading: 8pt}, {size: 9pt, leading: [8pt, 12pt], columns: 5, measure: 20字}]';
  const { value, problems } = withParts('page: {trim: [390mm, 550mm]}', bases, REGIONS);
  expect(value!.designs.map(({ leading }) => leading)).toEqual([12]);
  expect(problems).toHaveLength(2);
});

test("own 号 sizes are the layout's", () => {
  expect(first(withParts(PAGE, 'sizes: {小五: 8.5pt}', GRID, REGIONS).value).size).toBe(8.5);
});

test('whatever is written in a layout, nothing is thrown', () => {
  const pieces = [
    '0',
    '-1',
    '1e9',
    '999999pt',
    '小五',
    '13字',
    '0%',
    '5破2',
    '#c00',
    'K100',
    '[',
    ']',
    '{',
    '}',
    ',',
    'all',
    '1-9',
    'fit',
    '甲',
    '""',
    '-5L',
  ];
  const value = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(value, value, value, value, (size, leading, measure, other) => {
      const text = `page: {trim: [390mm, 550mm], type_area: {height: ${other}}}
grid: {base: {size: ${size}, leading: ${leading}}, columns: 3, measure: ${measure}, gutter: ${other}}
styles: {lead: {size: ${measure}, padding: ${other}, max_measure: ${other}}}
regions: {blocks: {columns: ${other}}, folio: {height: ${other}}}`;
      const read = reading(readLayout, text).value;
      for (const { grid, flow } of read?.designs ?? []) {
        expect(grid.lines).toBeGreaterThan(0);
        expect(flow.every((column) => column.measure >= 1 && column.width > 0)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test('fonts/fonts.yaml reads without a word', () => {
  const { value, problems } = reading(readFontList, readFileSync(new URL('fonts/fonts.yaml', root), 'utf8'));
  expect(problems).toEqual([]);
  expect(value!.roles.get('body')?.faces.length).toBeGreaterThan(0);
});

test.each([
  [
    'a face that is not listed',
    'faces: {甲: {file: a.ttf}}\nroles: {body: {faces: [乙]}}',
    ['2:24 unknown-font → known-names 甲'],
  ],
  [
    'a role that is not listed',
    'faces: {甲: {file: a.ttf}}\nroles: {body: {faces: [甲], fallback: bodi}}',
    ['2:38 unknown-font → did-you-mean body'],
  ],
  ['a role as a list', 'faces: {甲: {file: a.ttf}}\nroles: {body: [甲]}', []],
  ['a face without a file', 'faces: {甲: {licence: OFL}}\nroles: {}', ['1:12 missing-key']],
])('font list: %s', (_, text, expected) => {
  expect(reading(readFontList, text).problems).toEqual(expected);
});
