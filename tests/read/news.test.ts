import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewsCopy, Story, StoryPart } from '../../src/model/story.ts';
import { pictureNames } from '../../src/read/file-names.ts';
import { readIssue } from '../../src/read/issue.ts';
import type { IssueFiles } from '../../src/read/issue.ts';
import { marked, reading } from './support.ts';

function filesOf(files: Readonly<Record<string, string>>): IssueFiles {
  const all = new Map(Object.entries(files).map(([path, text]) => [path, { path, text }]));
  return { papers: all, tables: all };
}

function readingWith(text: string, files: Readonly<Record<string, string>> = {}) {
  return reading((file, report) => readIssue(file, report, filesOf(files)), text);
}

function page(text: string, files: Readonly<Record<string, string>> = {}): NewsCopy {
  const { value, problems } = readingWith(text, files);
  expect(problems).toEqual([]);
  return value!.news[0]!;
}

const words = (texts: readonly { readonly characters: string }[]) =>
  texts.map(({ characters }) => characters);

/** A part in one line: its kind and its words. */
function shown(part: StoryPart): string {
  switch (part.kind) {
    case 'paragraph':
      return `${part.optional ? 'optional ' : ''}paragraph ${marked(part.text)}`;
    case 'subhead':
      return `subhead ${part.text.characters}`;
    case 'quote':
      return `quote ${part.text.characters} – ${part.by?.characters}`;
    case 'list':
      return `${part.numbered ? 'numbered ' : ''}list ${words(part.items).join(' / ')}`;
    case 'table':
      return `${part.headed ? 'headed ' : ''}table ${part.rows.map((row) => words(row).join(',')).join(' / ')}`;
    case 'brief':
      return `${part.optional ? 'optional ' : ''}brief ${part.title?.characters}: ${words(part.text).join(' ')}`;
    case 'chart':
      return `${part.form} ${words(part.labels).join(',')} ${part.series
        .map(({ name, values }) => `${name?.characters}=${values.map(({ value }) => value).join(',')}`)
        .join(' ')}`;
  }
}

const story = (text: string, files = {}): Story => page(`articles:\n${text}`, files).stories[0]!;

const FULL = `
layout: broadsheet-8x13
date: 2026-03-18
page: {number: A2, section: 要闻}
edition: {name: 江北版, issue: 7421, pages: 4, weather: 多云, lunar: none}
folio: {email: news@chenghu.example, contact: 新闻热线, text: [第二条, 第三条]}
credits: {editor: 顾一帆}
ear:
  - {headline: {main: 预约}, text: 每日八时。}
  - 一句话的报眼
articles:
  - id: ferry
    slug: 渡船
    role: lead
    rank: 1
    headline: {kicker: 停航之后, main: 渡船 复航, deck: 票价两元, summary: [一, 二], direction: auto, form: cover}
    dateline: 本报讯
    byline: {reporter: [许山, 白露], correspondent: 陆平, place: after-lead}
    lead: 船靠上了码头。
    body:
      - 第一段
      - 第二段
      - subhead: 电从哪里来
      - text: |
          第三段

          第四段
        optional: true
      - {quote: 安静。, by: 船长 万}
      - {list: [甲, 乙], numbered: true}
      - {table: [[甲, 1]]}
    end_mark: （完）
    editor_note: 编者的话
    images:
      - {file: a.jpg, role: main, caption: 船, credit: 白露 摄, alt: 一条船, focus: [62%, 0.4], crop: [-8%, 0%], cols: 3, side: right}
      - {file: b.jpg}
    frame: {rule: 文武线, tint: K8, corner: round}
    place: {zone: top-left, cols: 5栏, lines: 60L, region: lead, fixed: true}
    allow: [tombstone, {check: river, why: 另有理由}]
    why: 两题并排
  - {id: other, headline: 乙, body: 乙文, attach: ferry, place: {with: ferry, apart_from: ferry}}
ads:
  - {file: ads/x.pdf, size: 8栏×24行, anchor: 右上, alt: 一条广告}
`;

describe('a page with everything on it', () => {
  const copy = page(FULL);
  const [ferry, other] = copy.stories as readonly [Story, Story];

  test('the page', () => {
    expect(copy.page?.characters).toBe('A2');
    expect([copy.section, copy.edition].map((text) => text?.characters)).toEqual(['要闻', '江北版']);
    expect(words(copy.contacts)).toEqual(['news@chenghu.example', '新闻热线', '第二条', '第三条']);
    expect(Object.values(copy.masthead).map((fact) => (fact === false ? fact : fact.characters))).toEqual([
      '7421',
      '4',
      '多云',
      false,
    ]);
    expect(copy.ears.map(({ title, text }) => [title?.characters, words(text)])).toEqual([
      ['预约', ['每日八时。']],
      [undefined, ['一句话的报眼']],
    ]);
    expect(copy.adverts[0]).toMatchObject({ columns: 8, lines: 24, anchor: 'top-right' });
    expect(copy.credits.editor?.characters).toBe('顾一帆');
  });

  test('head, byline and wishes of a story', () => {
    const { head, byline, bylinePlace, dateline, endMark, editorNote, lead, rank, role } = ferry;
    expect([head?.kicker, head?.main, head?.deck].map((text) => text?.characters)).toEqual([
      '停航之后',
      '渡船 复航',
      '票价两元',
    ]);
    expect(head).toMatchObject({ direction: 'auto', form: 'cover' });
    expect(words(head!.summary)).toEqual(['一', '二']);
    expect([rank, role, bylinePlace]).toEqual([1, 'lead', 'after-lead']);
    expect(byline?.kind === 'roles' && byline.roles.map((one) => [one.role, words(one.names)])).toEqual([
      ['reporter', ['许山', '白露']],
      ['correspondent', ['陆平']],
    ]);
    expect([dateline, endMark].map((text) => text?.characters)).toEqual(['本报讯', '（完）']);
    expect([words(editorNote), words(lead)]).toEqual([['编者的话'], ['船靠上了码头。']]);
    expect(ferry.frame).toMatchObject({ rule: 'thin-thick', tint: { value: 'K8' }, corner: 'round' });
    expect(ferry.wish).toMatchObject({ zone: { value: 'top-left' }, columns: { value: 5 }, fixed: true });
    expect(other.attach?.value).toBe('ferry');
    expect(ferry.allowed.map(({ check, why }) => [check.value, why.characters])).toEqual([
      ['tombstone', '两题并排'],
      ['river', '另有理由'],
    ]);
  });

  test('text and what stands in it', () => {
    expect(ferry.parts.map(shown)).toEqual([
      'paragraph 第一段',
      'paragraph 第二段',
      'subhead 电从哪里来',
      'optional paragraph 第三段',
      'optional paragraph 第四段',
      'quote 安静。 – 船长 万',
      'numbered list 甲 / 乙',
      'table 甲,1',
    ]);
  });

  test('pictures, and the files that the page names', () => {
    expect(ferry.pictures).toMatchObject([
      { role: 'main', focus: [0.62, 0.4], crop: [-0.08, 0], columns: 3, side: 'right' },
      { role: 'side', focus: [0.5, 0.5] },
    ]);
    const issue = readingWith(FULL).value!;
    expect(pictureNames(issue).map(({ value }) => value)).toEqual(['a.jpg', 'b.jpg', 'ads/x.pdf']);
  });
});

test('Chinese keys and names', () => {
  const copy = page(
    '报眉: {热线: 一}\n广告: [{文件: a.pdf, 大小: 2c x 9L}]\n稿件:\n' +
      '  - {稿号: 甲, 稿别: 加框, 主题: 题, 题向: 竖题方向, 正文: [{小标题: 小}, {引语: 话, 出自: 谁}, {列表: [一]}]}\n'.replace(
        '竖题方向',
        '竖',
      ) +
      '  - {稿别: 简讯, 条目: [{标题: 早市, 正文: 开了, 可删段: 是}]}\n' +
      '  - {依附: 甲, 边框: 花线, 表格: {表头: [月, 数], 各行: [[一月, 2]]}, 位置: {版位: 左下, 栏: 2, 不许动: 否}}\n' +
      '  - {放行: 碰题, 理由: 试过, 图片: {文件: b.jpg, 图别: 题图, 说明: 图, 摄影: 某}, 署名: {记者: 丙, 位置: 文末}}',
  );
  expect(copy.stories.map(({ id, role }) => [id, role])).toEqual([
    ['甲', 'box'],
    ['story-2', 'briefs'],
    ['story-3', 'box'],
    ['story-4', 'photo'],
  ]);
  expect(copy.stories.flatMap(({ parts }) => parts.map(shown))).toEqual([
    'subhead 小',
    'quote 话 – 谁',
    'list 一',
    'optional brief 早市: 开了',
    'headed table 月,数 / 一月,2',
  ]);
  expect(copy.stories[0]?.head?.direction).toBe('vertical');
  expect(copy.stories[3]).toMatchObject({ bylinePlace: 'end', pictures: [{ role: 'head' }] });
});

test('what a story is follows from what it holds, where nothing is said', () => {
  const copy = page(
    'articles:\n' +
      '  - {headline: 一, body: 文}\n  - {headline: 二, frame: thin, body: 文}\n  - {headline: 三, body: 文}\n' +
      '  - {headline: 四, items: [文]}\n  - {headline: 五, body: 文}\n  - {headline: 六, images: {file: a.jpg}}',
  );
  expect(copy.stories.map(({ role }) => role)).toEqual(['lead', 'box', 'second', 'briefs', 'third', 'photo']);
});

test('keys that hold text stand in the order written; blocks are subheads and paragraphs', () => {
  const { parts } = story(
    '  - {headline: 甲, table: [[一, 二]], blocks: [{title: 题, text: 文}], body: 末段}',
  );
  expect(parts.map(shown)).toEqual(['table 一,二', 'subhead 题', 'paragraph 文', 'paragraph 末段']);
});

test('a quotation may run through the paragraphs of a text', () => {
  expect(story('  - {headline: 甲, body: [他说：“一。, “二。”]}').parts).toHaveLength(2);
});

test('a byline in one line may have a place too', () => {
  const { byline, bylinePlace } = story(
    '  - {headline: 甲, body: 文, byline: {text: 本报记者 乙, place: end}}',
  );
  expect(byline?.kind === 'written' && byline.text.characters).toBe('本报记者 乙');
  expect(bylinePlace).toBe('end');
});

test('an empty cell of a table is kept', () => {
  const [table] = story('  - {headline: 甲, table: [[一, ""], ["", 二]]}').parts;
  expect(table?.kind === 'table' && table.rows.map(words)).toEqual([
    ['一', ''],
    ['', '二'],
  ]);
});

const A = 'articles: [{headline: 甲, body: 文';

test.each([
  ['headline and articles', `${A}}]\nheadline: 乙\ndeck: 丙`, ['2:1 conflicting-keys → page-kinds']],
  ['ads beside a headline', 'headline: 甲\nads: []', ['2:1 conflicting-keys → page-kinds']],
  [
    'facts of the day beside a headline',
    'headline: 甲\nedition: {issue: 7}',
    ['2:1 conflicting-keys → page-kinds'],
  ],
  ['the day twice', `date: 2026-03-18\nedition: {date: 2026-03-18}\n${A}}]`, ['1:1 duplicate-key']],
  ['neither', 'page: 3', ['1:1 missing-key']],
  ['no stories', 'articles: []', ['1:11 missing-key']],
  ['a misspelt key', `${A}, dateine: 本报讯}]`, ['1:35 unknown-key → did-you-mean dateline']],
  ['the same id', `${A}, id: a}, {id: a, headline: 乙, body: 文}]`, ['1:48 duplicate-name']],
  ['the same rank', `${A}, rank: 2}, {rank: 2, headline: 乙, body: 文}]`, ['1:52 duplicate-name']],
  [
    'a story that is not there',
    `${A}, attach: b}, {id: a, headline: 乙, body: 文}]`,
    ['1:43 unknown-story → known-names a'],
  ],
  ['itself', `${A}, id: a, place: {with: a}}]`, ['1:56 unknown-story']],
  ['nothing to print', 'articles: [{id: a}]', ['1:12 missing-key']],
  ['a head alone', 'articles: [{headline: 甲}]', ['1:12 missing-key']],
  ['a text that is not yet written', 'articles:\n  - headline: 甲\n    body:', ['3:5 missing-key']],
  ['a kicker without a headline', 'articles: [{kicker: 甲, body: 文}]', ['1:13 missing-key']],
  [
    'the direction twice',
    'articles: [{headline: {main: 甲, direction: 横}, headline_direction: 竖, body: 文}]',
    ['1:48 duplicate-key'],
  ],
  [
    'a role that is not',
    `${A}, role: leed}]`,
    ['1:41 bad-value → expected lead, second, third, brief, briefs, box, photo, comment, notice'],
  ],
  [
    'two things in one entry',
    'articles: [{headline: 甲, body: [{subhead: 乙, text: 丙}]}]',
    ['1:34 conflicting-keys'],
  ],
  [
    'an entry of nothing known',
    'articles: [{headline: 甲, body: [{subhed: 乙}]}]',
    ['1:34 unknown-key → did-you-mean subhead'],
  ],
  ['rows of different length', 'articles: [{headline: 甲, table: [[一, 二], [三]]}]', ['1:42 uneven-rows']],
  [
    'focus outside the picture',
    'articles: [{headline: 甲, images: {file: a, focus: [1.2, 0.4]}}]',
    ['1:52 bad-value → expected 0%–100%'],
  ],
  [
    'focus of one number',
    'articles: [{headline: 甲, images: {file: a, focus: [0.2]}}]',
    ['1:51 bad-value → expected [0.62, 0.4]'],
  ],
  [
    'a crop of more than half',
    'articles: [{headline: 甲, images: {file: a, crop: [-60%, 0%]}}]',
    ['1:51 bad-value → expected -50%–50%'],
  ],
  [
    'a crop the wrong way round',
    'articles: [{headline: 甲, images: {file: a, crop: [8%, 0%]}}]',
    ['1:50 bad-value → expected [-8%, 0%]'],
  ],
  ['an allowance without a reason', `${A}, allow: [tombstone]}]`, ['1:43 missing-key']],
  ['a reason for nothing', `${A}, why: 因为}]`, ['1:40 missing-key']],
  ['a byline of both forms', `${A}, byline: {text: 乙, reporter: 丙}}]`, ['1:53 conflicting-keys']],
  [
    'a size of an advertisement',
    `${A}}]\nads: [{file: a, size: 通栏}]`,
    ['2:23 bad-value → expected 8c x 24L, 8栏×24行'],
  ],
  ['an RGB tint', `${A}, frame: {tint: "#eee"}}]`, ['1:49 bad-colour → write-inks K7']],
  ['a jump', `${A}, jump: {to: 2}}]`, ['1:35 not-built']],
  ['a paper that is not there', `paper: x\n${A}}]`, ['1:8 unknown-paper']],
] as const)('%s', (_, text, expected) => {
  expect(readingWith(text).problems).toEqual(expected);
});

test('a head alone is a warning: its text may be still to come', () => {
  const { value, diagnostics } = readingWith('articles: [{headline: 甲}]');
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  expect(value?.news[0]?.stories).toHaveLength(1);
});

describe('charts', () => {
  const chart = (fields: string, files = {}) =>
    story(`  - {headline: 甲, chart: {type: bar, ${fields}}}`, files).parts.map(shown);

  test.each([
    ['data: [[一月, 12], [二月, "1,208"]]', 'bar 一月,二月 undefined=12,1208'],
    ['data: [[一月, 1, 2], [二月, 3, -4]], names: [去年, 今年]', 'bar 一月,二月 去年=1,3 今年=2,-4'],
    ['labels: [东, 西], values: [1.5, 2]', 'bar 东,西 undefined=1.5,2'],
    ['labels: [东, 西], values: [[1, 2], [3, 4]]', 'bar 东,西 undefined=1,2 undefined=3,4'],
  ])('%s', (fields, expected) => {
    expect(chart(fields)).toEqual([expected]);
  });

  const CSV = '月份,去年, 今年\n一月,1,"1,208"\n\n"二月,闰",3,4\n';

  test('from a CSV file, each character with its place in that file', () => {
    expect(chart('file: a.csv', { 'a.csv': CSV })).toEqual(['bar 一月,二月,闰 去年=1,3 今年=1208,4']);
    const [part] = story('  - {headline: 甲, chart: {type: line, data: a.csv}}', { 'a.csv': CSV }).parts;
    const label = part?.kind === 'chart' ? part.labels[1]! : undefined;
    const { file } = label!.range;
    expect(file.path).toBe('a.csv');
    expect(label!.offsets.map((offset) => file.text[offset]).join('')).toBe('二月,闰');
  });

  test.each([
    ['no data', 'title: 题', [], ['1:33 missing-key']],
    ['two kinds of data', 'data: [[一, 1]], file: a.csv', CSV, ['1:61 conflicting-keys']],
    ['rows of different length', 'data: [[一, 1], [二, 1, 2]]', '', ['1:60 uneven-rows']],
    ['fewer values than labels', 'labels: [一, 二], values: [1]', '', ['1:69 uneven-rows']],
    ['a name too many', 'data: [[一, 1]], names: [甲, 乙]', '', ['1:68 uneven-rows']],
    ['a word for a number', 'data: [[一, 很多]]', '', ['1:56 bad-value → expected 12, -3.5, "1,208"']],
    ['values without labels', 'values: [1]', '', ['1:33 missing-key']],
    ['a file that is not there', 'file: b.csv', '', ['1:51 missing-data']],
    ['a file of uneven rows', 'file: a.csv', '一,1\n二\n', ['2:1 uneven-rows']],
    ['a file with a word for a number', 'file: a.csv', '一,1\n二,多\n', ['2:3 bad-value → expected 一月,12']],
    ['a file of names only', 'file: a.csv', '一\n二\n', ['2:1 bad-value → expected 一月,12']],
  ] as const)('%s', (_, fields, csv, expected) => {
    const text = `articles: [{headline: 甲, chart: {type: bar, ${fields}}}]`;
    expect(readingWith(text, { 'a.csv': String(csv) }).problems).toEqual(expected);
  });

  test('a pie is the parts of one whole', () => {
    const pie = (data: string) =>
      readingWith(`articles: [{headline: 甲, chart: {type: pie, data: ${data}}}]`).diagnostics.map(
        ({ code }) => code,
      );
    expect(pie('[[一, 1], [二, 2]]')).toEqual([]);
    expect(pie('[[一, 1], [二, -2]]')).toEqual(['bad-value']);
    expect(pie('[[一, 1, 2], [二, 1, 2]]')).toEqual(['bad-value']);
    expect(pie('[[一, 0], [二, 0]]')).toEqual(['bad-value']);
  });
});

describe('papers', () => {
  const PAPER =
    '报名: 澄湖日报\n刊号: CN 00-0000\n出版: 某社\n颜色: M100 Y90\n报徽: logo.svg\n体例: {电头: 本报讯, 禁用词: {神州: 中国}}';

  test('the facts of a title', () => {
    const { paper } = page(`paper: chenghu\n${A}}]`, { chenghu: PAPER });
    expect(paper?.name.characters).toBe('澄湖日报');
    expect(paper?.registration?.characters).toBe('CN 00-0000');
    expect(paper?.colour?.value).toBe('M100 Y90');
    expect(paper?.house).toEqual({ dateline: '本报讯', banned: [{ word: '神州', instead: '中国' }] });
    const issue = readingWith(`paper: chenghu\n${A}}]`, { chenghu: PAPER }).value!;
    expect(pictureNames(issue)[0]).toMatchObject({ value: 'logo.svg', range: { file: { path: 'chenghu' } } });
  });

  test('what is wrong with it is told at its own place', () => {
    const { diagnostics } = readingWith(`paper: chenghu\n${A}}]`, { chenghu: '报名: 甲\n定价格: 2元' });
    expect(diagnostics.map(({ code, range }) => [code, range?.file.path])).toEqual([
      ['unknown-key', 'chenghu'],
    ]);
  });

  test('a name that is nearly one is asked about', () => {
    const { problems } = readingWith(`paper: chengu\n${A}}]`, { chenghu: PAPER });
    expect(problems).toEqual(['1:8 unknown-paper → did-you-mean chenghu']);
  });
});

const PIECES = [
  'body: ',
  'headline: ',
  'images: ',
  'table: ',
  'chart: ',
  'items: ',
  'blocks: ',
  'place: ',
  'allow: ',
  'frame: ',
  'text: ',
  'file: ',
  'data: ',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '- ',
  '\n',
  '    ',
  '甲',
  '1',
  '-8%',
  '"',
  '“',
  ': ',
  '|',
] as const;

test('whatever is written of a story, places lie inside the file and nothing is thrown', () => {
  const texts = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 40 })
    .map((pieces) => `articles:\n  - id: a\n    ${pieces.join('')}`);
  fc.assert(
    fc.property(texts, (text) => {
      for (const { range } of readingWith(text).diagnostics)
        expect(range && 0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('whatever a CSV file holds, every value is a number and nothing is thrown', () => {
  const cells = fc.array(fc.constantFrom('甲', '1', '"', ',', '\n', ' ', '-2.5', '""'), { maxLength: 40 });
  fc.assert(
    fc.property(cells, (pieces) => {
      const { value } = readingWith('articles: [{headline: 甲, chart: {type: bar, file: a.csv}}]', {
        'a.csv': pieces.join(''),
      });
      const [part] = value!.news[0]!.stories[0]!.parts;
      if (part?.kind !== 'chart') throw new Error('the chart is gone');
      for (const { values } of part.series) {
        expect(values).toHaveLength(part.labels.length);
        for (const one of values) expect(Number.isFinite(one.value)).toBe(true);
      }
    }),
  );
});
