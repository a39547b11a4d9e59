import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIssue } from '../../src/read/issue.ts';
import { marked, reading } from './support.ts';

const GOOD = `layout: broadsheet-8x13
date: 2026-03-18
page: 08
section: 要闻
kicker: 引
headline: 大桥 通车
deck: 副
byline: 记者 甲　乙
blocks:
  - title: 分题
    theme: 红
    text: 正文
credits: {editor: 丙, designer: 丁, proofreader: 戊}
`;

const CHINESE = `版式: broadsheet-8x13
日期: 2026-03-18
版序: 08
版名: 要闻
引题: 引
主题: 大桥 通车
副题: 副
署名: 记者 甲　乙
分题块:
  - 分题: 分题
    主题色: 红色
    正文: 正文
责编: {责任编辑: 丙, 美编: 丁, 校对: 戊}
`;

/** What a file says, without its places. */
function said(text: string): unknown {
  const { value, problems } = reading(readIssue, text);
  expect(problems).toEqual([]);
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      ['file', 'range', 'offsets'].includes(key) ? undefined : part,
    ),
  );
}

test('English and Chinese keys say the same', () => {
  expect(said(CHINESE)).toEqual(said(GOOD));
});

test('the parts of a page', () => {
  const page = reading(readIssue, GOOD).value!.pages[0]!;
  expect(marked(page.page!)).toBe('08');
  expect(marked(page.headline)).toBe('大桥 通车');
  expect(page.byline?.kind === 'written' && marked(page.byline.text)).toBe('记者 甲　乙');
  expect(page.blocks[0]?.theme?.value).toBe('red');
  expect(marked(page.credits.designer!)).toBe('丁');
});

test('the short form and the maps of page and headline say the same', () => {
  const map = 'page: {number: 3, section: 要闻}\nheadline: {kicker: 引, main: 主, deck: 副}';
  const short = 'page: 3\nsection: 要闻\nkicker: 引\nheadline: 主\ndeck: 副';
  expect(said(map)).toEqual(said(short));
});

test('headline and blocks may run down', () => {
  const vertical = said(
    'headline: {main: 甲, direction: vertical}\nblocks: [{text: 乙, direction: vertical}]',
  );
  for (const word of ['竖排', '竖'])
    expect(said(`主题: {主题: 甲, 方向: ${word}}\n分题块: [{正文: 乙, 方向: ${word}}]`)).toEqual(vertical);
  expect(vertical).toMatchObject({
    pages: [{ headlineDirection: 'vertical', blocks: [{ direction: 'vertical' }] }],
  });
  expect(said('headline: 甲\nblocks: [{text: 乙}]')).toMatchObject({
    pages: [{ headlineDirection: 'horizontal', blocks: [{ direction: 'horizontal' }] }],
  });
});

test('roles of a byline keep the order in which they were written', () => {
  const { value } = reading(readIssue, 'headline: 题\n署名: {通讯员: [甲, 乙], 记者: 丙}');
  const byline = value!.pages[0]!.byline;
  const roles =
    byline?.kind === 'roles'
      ? byline.roles.map(({ role, names }) => [role, names.map(marked).join(' ')])
      : [];
  expect(roles).toEqual([
    ['correspondent', '甲 乙'],
    ['reporter', '丙'],
  ]);
});

test('keys left empty count as absent', () => {
  const { value, problems } = reading(readIssue, 'headline: 题\nkicker:\nblocks:\nbyline: ""\ndate:');
  expect(problems).toEqual([]);
  expect(value?.pages[0]).toMatchObject({ lead: [], blocks: [], credits: {} });
});

test('an issue that names no layout takes broadsheet-theme', () => {
  expect(reading(readIssue, 'headline: 题').value?.layout.value).toBe('broadsheet-theme');
});

test.each([
  ['nothing', '', ['1:1 empty-file']],
  ['only comments', '# 版式\n', ['1:1 empty-file']],
  ['a list', '- 甲', ['1:1 wrong-type']],
  ['a full-width colon in the only line', '标题：甲', ['1:1 wrong-type → fullwidth-colon']],
  [
    'a full-width colon between keys',
    'headline: 甲\ndate：2026\ndeck: 乙',
    ['2:1 yaml-syntax → fullwidth-colon'],
  ],
  [
    'a full-width colon inside braces',
    'headline: 甲\nbyline: {记者：乙}',
    ['2:10 unknown-key → fullwidth-colon'],
  ],
  [
    'a full-width comma between names',
    'headline: 甲\nbyline: {记者: [乙，丙]}',
    ['2:15 bad-value → fullwidth-comma'],
  ],
  ['an ideographic space before a key', 'headline: 甲\n　deck: 乙', ['2:1 unknown-key → fullwidth-space']],
  ['a colon and a space in a value', 'headline: 快讯: 通车', ['1:11 yaml-syntax → quote-value']],
  ['a value that goes on behind its quotes', 'headline: "大桥"通车', ['1:15 yaml-syntax → chinese-quotes']],
  ['a list without dashes', 'articles:\n  headline: 甲\n  body: 乙', ['2:3 wrong-type → list-dash']],
  ['a value with @ in front', 'headline: @甲', ['1:11 yaml-syntax → quote-value']],
  ['a value with % in front', 'headline: "甲"\ndeck: %乙', ['2:7 yaml-syntax → quote-value']],
  ['a value with ! in front', 'headline: !甲 乙', ['1:11 yaml-syntax → quote-value']],
  ['a value with & in front', 'headline: &甲 乙', ['1:11 yaml-syntax → quote-value']],
  ['a value with * in front', 'headline: *甲* 乙', ['1:11 yaml-syntax → quote-value']],
  ['an open quotation mark of YAML', 'deck: 乙\nheadline: "甲\nlayuot: 丙', ['2:11 yaml-syntax']],
  ['a second document', 'headline: 甲\n---\ndeck: 乙', ['2:1 yaml-syntax']],
  ['a tab in an indent', 'headline: 甲\nblocks:\n\t- text: 乙', ['3:1 tab → use-spaces']],
  ['a NUL', 'headline: 甲\0', ['1:12 yaml-syntax']],
  ['a NUL written as an escape', 'headline: "甲\\0"', ['1:13 yaml-syntax']],
  ['a list as a key', '? [甲]\n: 乙\nheadline: 丙', ['1:3 yaml-syntax']],
  [
    'two slips at once',
    'layuot: 甲\nheadine: 乙',
    ['1:1 unknown-key → did-you-mean layout', '2:1 unknown-key → did-you-mean headline'],
  ],
  ['a slip in a Chinese key', 'headline: 甲\n分体块: []', ['2:1 unknown-key → did-you-mean 分题块']],
  ['no headline', 'deck: 甲', ['1:1 missing-key']],
  ['an empty headline', 'deck: 甲\nheadline:', ['2:1 missing-key']],
  ['a headline of blanks', 'headline: "　 "\ndeck: 甲', ['1:1 missing-key']],
  ['both names of one key', 'headline: 甲\n主题: 乙', ['2:1 duplicate-key']],
  ['the kicker twice', 'headline: {main: 甲, kicker: 乙}\nkicker: 丙', ['2:1 duplicate-key']],
  ['a title without text', 'headline: 甲\nblocks:\n  - title: 乙', ['3:5 missing-key']],
  ['a block without title and text', 'headline: 甲\nblocks:\n  - theme: 红', ['3:5 missing-key']],
  ['a picture', 'headline: 甲\nblocks:\n  - {text: 乙, picture: a.jpg}', ['3:15 not-built']],
  ['no stories', 'articles: []', ['1:11 missing-key']],
  ['an edition of several pages', 'pages: []\nsections: []', ['1:1 not-built', '2:1 not-built']],
  ['a day that is not', 'headline: 甲\ndate: 2026-02-30', ['2:7 bad-date → expected 2026-03-18']],
  ['a day in words', 'headline: 甲\ndate: 2026年3月8日', ['2:7 bad-date → did-you-mean 2026-03-08']],
  ['another version', 'pagegen: 2\nheadline: 甲', ['1:10 bad-value → expected 1']],
])('%s', (_, text, expected) => {
  expect(reading(readIssue, text).problems).toEqual(expected);
});

test('a text that is not yet written is a warning: its title can be set', () => {
  const { value, diagnostics } = reading(readIssue, 'headline: 甲\nblocks:\n  - {title: 乙, text: ""}');
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['missing-key', 'warning']]);
  expect(value?.pages[0]?.blocks[0]?.text).toEqual([]);
});

test('a file over two megabytes is not read', () => {
  const text = `headline: 甲\nlead: ${'字'.repeat(700_000)}`;
  const { value, diagnostics } = reading(readIssue, text);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, values }) => [code, values])).toEqual([
    ['too-large', { size: 2.1, limit: 2 }],
  ]);
});

test('anchors that multiply themselves are stopped', () => {
  const rows = Array.from(
    { length: 30 },
    (_, row) => `k${row}: &a${row} [${row ? `*a${row - 1}, `.repeat(9) : '甲'}]`,
  );
  const { problems } = reading(readIssue, `${rows.join('\n')}\nheadline: 甲`);
  expect(problems.some((problem) => problem.includes('yaml-syntax'))).toBe(true);
});

test.each(['[', '{a: ', '- ', '? '])('ten thousand times %j is told, not thrown', (opening) => {
  const { value, diagnostics } = reading(readIssue, opening.repeat(10_000));
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain('yaml-syntax');
});

test.each(['*', '{', '“', '　', '\\', '**a', '{a|b}'])(
  'a hundred thousand times %j in the copy is read',
  (sign) => {
    let problems = 0;
    const text = `headline: 甲\nlead: |\n  a${sign.repeat(100_000)}b`;
    expect(readIssue({ path: 'page.yaml', text }, () => (problems += 1))?.pages[0]?.lead).toHaveLength(1);
    expect(problems).toBeLessThanOrEqual(100_000);
  },
);

const PIECES = [
  'headline: ',
  'blocks:',
  '\n',
  '  ',
  '- ',
  '甲',
  '“',
  '*',
  '**',
  '{',
  '|',
  '}',
  '"',
  "'",
  ': ',
  '\t',
  '&a ',
  '*a',
  '[',
  ']',
  ',',
  '#',
  '\\',
  '>',
  '%',
  '\0',
  '：',
];

test('whatever is written, places lie inside the file and nothing is thrown', () => {
  const files = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc
      .array(fc.constantFrom(...PIECES), { maxLength: 20 })
      .map((pieces) => `headline: 甲\nlead: |\n  ${pieces.join('')}`),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(files, (text) => {
      for (const { range } of reading(readIssue, text).diagnostics) {
        expect(range && 0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});
