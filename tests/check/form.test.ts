import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { positionAt } from '../../src/base/source.ts';
import { checkForm } from '../../src/check/form.ts';
import { FORM_RULES } from '../../src/check/form-rules.ts';
import type { Text } from '../../src/model/issue.ts';
import type { PaperCopy } from '../../src/model/story.ts';
import { cells, lineRange, pageOfStories, run, textAt, type PageSketch } from './page-of-stories.ts';

const FACTS = {
  registration: 'CN 00-0001',
  publisher: '澄湖日报社',
  address: '澄湖市柳堤路1号',
  telephone: '0500-2000000',
  printer: '澄湖印务中心',
  printerAddress: '澄湖市工业路8号',
  distribution: '邮发代号 0-00',
  price: '每份一元五角',
} as const;

/** The paper as its file has it, in lines 30 and on. */
function paperOf(facts: Readonly<Record<string, string>>): PaperCopy {
  const texts = Object.entries(facts).map(([key, words], i): [string, Text] => [
    key,
    textAt(words, lineRange(31 + i)),
  ]);
  return {
    range: lineRange(30),
    name: textAt('澄湖日报', lineRange(31)),
    house: { banned: [] },
    ...Object.fromEntries(texts),
  };
}

const NAME = run('澄湖日报', { role: 'masthead', size: 60 });

/** A front page on which everything is printed that must be. */
const FRONT: PageSketch = {
  number: '1',
  hasMasthead: true,
  stories: [{ id: 'a', outline: [[1, 8, 20, 60]], head: [1, 8, 20, 23], legs: [[1, 24, 60]] }],
  title: paperOf(FACTS),
  masthead: { issue: textAt('第8137期'), pages: textAt('今日8版') },
  folio: { number: textAt('1') },
  items: [
    NAME,
    ...['2026年3月18日', '第8137期', '今日8版', ...Object.values(FACTS)].map((words) =>
      run(words, { role: 'masthead' }),
    ),
    run('西堤轮渡下月复航', { role: 'headline', story: 'a', size: 42 }),
  ],
};

const INSIDE: PageSketch = {
  number: '2',
  stories: FRONT.stories,
  folio: { number: textAt('2', lineRange(3)), section: textAt('要闻', lineRange(4)) },
  items: [run('2', { origin: lineRange(3) }), run('要闻', { origin: lineRange(4) })],
};

const withoutWords = (words: string): PageSketch => ({
  ...FRONT,
  items: FRONT.items!.filter(
    (item) => item.kind !== 'glyphs' || item.glyphs.map(({ text }) => text).join('') !== words,
  ),
});

const withoutFact = (...keys: readonly string[]): PageSketch => ({
  ...FRONT,
  title: paperOf(Object.fromEntries(Object.entries(FACTS).filter(([key]) => !keys.includes(key)))),
});

function found(sketch: PageSketch): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { page, news } = pageOfStories(sketch);
  checkForm(page, news, (one) => diagnostics.push(one));
  return diagnostics;
}

/** What a page is told: code, words, line of the file. */
type Told = readonly [code: string, keys: string, line: number];

const told = (sketch: PageSketch): readonly Told[] =>
  found(sketch).map(({ code, values, range }) => [
    code,
    String(values['keys'] ?? values['points']),
    range ? positionAt(range.file, range.start).line : 0,
  ]);

const advert = { adverts: [[1, 8, 80, 100]] } as const;

const FAULTS: readonly (readonly [string, PageSketch, readonly Told[]])[] = [
  [
    'no paper named',
    { ...FRONT, title: undefined },
    [
      ['form-name', 'paper', 1],
      ['form-points', '4', 1],
    ],
  ],
  [
    'the name not printed',
    withoutWords('澄湖日报'),
    [
      ['form-name', 'name', 30],
      ['form-points', '4', 1],
    ],
  ],
  [
    'a head as large as the name',
    { ...FRONT, items: [...FRONT.items!, run('号', { role: 'headline', story: 'a', size: 60 })] },
    [
      ['form-name-size', 'name', 30],
      ['form-points', '4', 1],
    ],
  ],
  [
    'a layout without a masthead: one fault, not nine',
    { ...INSIDE, number: '1', title: FRONT.title, masthead: FRONT.masthead! },
    [
      ['form-name', 'masthead', 1],
      ['form-date', 'date', 1],
      ['form-points', '5', 1],
    ],
  ],
  ['the date not printed', withoutWords('2026年3月18日'), [['form-date', 'date', 1]]],
  [
    'another date printed',
    {
      ...withoutWords('2026年3月18日'),
      items: [...withoutWords('2026年3月18日').items!, run('2026年3月19日')],
    },
    [['form-date', 'date', 1]],
  ],
  [
    'no running number',
    { ...FRONT, masthead: { pages: textAt('今日8版') } },
    [['form-issue-number', 'issue', 1]],
  ],
  ['the running number not printed', { ...withoutWords('第8137期') }, [['form-issue-number', 'issue', 1]]],
  [
    'no number of pages',
    { ...FRONT, masthead: { issue: textAt('第8137期') } },
    [['form-page-count', 'pages', 1]],
  ],
  ['no registration', withoutFact('registration'), [['form-registration', 'cn', 30]]],
  ['no publisher', withoutFact('publisher'), [['form-publisher', 'publisher', 30]]],
  ['no address', withoutFact('address'), [['form-address', 'address', 30]]],
  ['no contact', withoutFact('telephone'), [['form-address', 'telephone', 30]]],
  ['the contact not printed', withoutWords(FACTS.telephone), [['form-address', 'telephone', 30]]],
  [
    'no printer',
    withoutFact('printer', 'printerAddress'),
    [['form-printer', 'printer, printer_address', 30]],
  ],
  ['no distribution', withoutFact('distribution'), [['form-distribution', 'distribution', 30]]],
  ['no price', withoutFact('price'), [['form-price', 'price', 30]]],
  [
    'an extra that does not say so and has a price',
    { ...FRONT, folio: { ...FRONT.folio, section: textAt('号外') } },
    [
      ['form-price', '免费赠阅', 1],
      ['form-special', '号外', 1],
    ],
  ],
  [
    'no page number',
    { ...INSIDE, folio: { section: textAt('要闻', lineRange(4)) } },
    [['form-page-number', 'page', 1]],
  ],
  [
    'the page number not printed',
    { ...INSIDE, items: [...INSIDE.items!.slice(1), run('2026年3月18日')] },
    [['form-page-number', 'page', 1]],
  ],
  [
    'no section',
    { ...INSIDE, folio: { number: textAt('2', lineRange(3)) } },
    [['form-section', 'section', 1]],
  ],
  ['an advertisement without a mark', { ...INSIDE, ...advert }, [['form-advertisement', '广告', 1]]],
  [
    'four single points',
    withoutFact('publisher', 'address', 'distribution', 'price'),
    [
      ['form-publisher', 'publisher', 30],
      ['form-address', 'address', 30],
      ['form-distribution', 'distribution', 30],
      ['form-price', 'price', 30],
      ['form-points', '4', 1],
    ],
  ],
];

test.each(FAULTS)('%s', (_, sketch, expected) => {
  expect(told(sketch)).toEqual(expected);
});

describe('sound pages', () => {
  test.each<readonly [string, PageSketch]>([
    ['a front page', FRONT],
    ['a page inside', INSIDE],
    [
      'the name as a picture',
      {
        ...withoutWords('澄湖日报'),
        title: { ...FRONT.title!, logo: { value: 'name.svg', range: lineRange(32) } },
        items: [
          ...withoutWords('澄湖日报').items!,
          {
            kind: 'picture',
            role: 'picture',
            file: 'name.svg',
            whole: cells(1, 3, 1, 8),
            ...cells(1, 3, 1, 8),
          },
        ],
      },
    ],
    [
      'an advertisement with its mark',
      {
        ...INSIDE,
        ...advert,
        items: [...INSIDE.items!, run('广告', { role: 'advertisement', x: 840, y: 799 })],
      },
    ],
    [
      'an extra that says so',
      {
        ...withoutFact('price'),
        folio: { ...FRONT.folio, edition: textAt('号外') },
        items: [...FRONT.items!, run('号外', { role: 'masthead' }), run('免费赠阅', { role: 'masthead' })],
      },
    ],
    [
      'another date form',
      {
        ...withoutWords('2026年3月18日'),
        items: [...withoutWords('2026年3月18日').items!, run('2026-03-18')],
      },
    ],
    ['a page in Traditional Chinese', { ...INSIDE, items: [], language: 'zh-Hant' }],
    ['a page inside needs no imprint', { ...INSIDE, title: paperOf({}) }],
  ])('%s', (_, sketch) => {
    expect(told(sketch)).toEqual([]);
  });
});

test('the number 1 makes a front page, in any section; a masthead does, too', () => {
  const codes = (change: Partial<PageSketch>) => told({ ...INSIDE, ...change }).map(([code]) => code);
  for (const number of ['1', '01', 'A1', 'B01']) expect(codes({ number })).toContain('form-name');
  for (const number of ['2', '10', 'A11']) expect(codes({ number })).not.toContain('form-name');
  expect(codes({ hasMasthead: true })).toContain('form-name');
});

test('levels: name and advertisements are errors, the rest warnings; a layout may say otherwise', () => {
  const severityOf = (sketch: PageSketch) => found(sketch).map(({ code, severity }) => `${code} ${severity}`);
  expect(severityOf(withoutFact('price'))).toEqual(['form-price warning']);
  expect(severityOf({ ...INSIDE, ...advert })).toEqual(['form-advertisement error']);
  expect(severityOf({ ...withoutFact('price'), lint: { 'form-price': 'error' } })).toEqual([
    'form-price error',
  ]);
  expect(severityOf({ ...withoutFact('price'), lint: { 'form-price': 'off' } })).toEqual([]);
});

test('every rule is broken by a page here, and a page that breaks one is told how to mend it', () => {
  const seen = new Set(FAULTS.flatMap(([, sketch]) => found(sketch).map(({ code }) => code)));
  const rules = [...Object.keys(FORM_RULES), 'points'].map((name) => `form-${name}`);
  expect([...seen].toSorted()).toEqual(rules.toSorted());
  for (const [, sketch] of FAULTS) {
    for (const { hints } of found(sketch)) expect(hints).toHaveLength(1);
  }
});

test('an advertisement is told with its place', () => {
  expect(found({ ...INSIDE, ...advert })[0]?.values).toMatchObject({ columns: '1–8', at: '80–100' });
});
