import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { positionAt } from '../../src/base/source.ts';
import { NO_LOCK, type NewsPlan, type PictureFacts } from '../../src/model/news.ts';
import type { StoryRole } from '../../src/model/story.ts';
import { planNews } from '../../src/plan/news.ts';
import { ranksOf } from '../../src/plan/ranks.ts';
import { readIssue } from '../../src/read/issue.ts';
import { readLayout } from '../../src/read/layout.ts';

const LAYOUT = [
  'page: {trim: [390mm, 550mm], type_area: {height: 123L}}',
  'grid: {base: {size: 小五, leading: 1.25}, columns: 8, measure: 13字, gutter: 1字}',
  'styles:',
  '  headline.lead: {sizes: [60pt]}',
  '  headline.second: {sizes: [30pt]}',
  '  headline.third: {sizes: [22pt]}',
  '  headline.box: {sizes: [17pt]}',
  '  headline.brief: {sizes: [16pt]}',
  'regions: {folio: {height: 4L}, top: {cols: 1-5, lines: 5-60}, foot: {lines: 100-123, for: ads}}',
].join('\n');

interface Planned {
  readonly plan: NewsPlan;
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly string[];
}

function planned(text: string, pictures: Readonly<Record<string, PictureFacts>> = {}): Planned {
  const unexpected = ({ code }: Diagnostic) => expect.unreachable(code);
  const issue = readIssue({ path: 'page.yaml', text }, unexpected)!;
  const layout = readLayout({ path: 'layout.yaml', text: LAYOUT }, unexpected)!;
  const diagnostics: Diagnostic[] = [];
  const given = { date: '2026-03-18', pictures: new Map(Object.entries(pictures)), lock: NO_LOCK };
  const plan = planNews(issue.news[0]!, layout, given, (diagnostic) => diagnostics.push(diagnostic));
  const problems = diagnostics.map(({ code, range }) => {
    const { line, column } = positionAt(range!.file, range!.start);
    return `${line}:${column} ${code}`;
  });
  return { plan, diagnostics, problems };
}

const stories = (...all: readonly string[]) =>
  `articles:\n${all.map((fields, index) => `  - {id: s${index + 1}, headline: 题, body: 文, ${fields}}\n`).join('')}`;

describe('ranks', () => {
  const ranks = (...roles: readonly (StoryRole | readonly [StoryRole, number])[]) =>
    ranksOf(roles.map((one) => (typeof one === 'string' ? { role: one } : { role: one[0], rank: one[1] })));

  test('roles first, then the order of the file', () => {
    expect(ranks('briefs', 'third', 'lead', 'third', 'second', 'box')).toEqual([6, 3, 1, 4, 2, 5]);
    expect(ranks('second', 'second')).toEqual([1, 2]);
  });

  test('a rank that was written goes before the role', () => {
    expect(ranks('lead', ['briefs', 1], 'second')).toEqual([2, 1, 3]);
    expect(ranks(['third', 9], 'brief', 'lead')).toEqual([3, 2, 1]);
  });

  test('each rank once, from 1 without a gap; written ones keep their order', () => {
    const story = fc.record(
      {
        role: fc.constantFrom<StoryRole>('lead', 'second', 'third', 'brief', 'box', 'notice'),
        rank: fc.integer({ min: 1, max: 12 }),
      },
      { requiredKeys: ['role'] },
    );
    fc.assert(
      fc.property(fc.uniqueArray(story, { maxLength: 10, selector: (one) => one.rank ?? {} }), (all) => {
        const found = ranksOf(all);
        expect(found.toSorted((one, other) => one - other)).toEqual(all.map((_, index) => index + 1));
        const written = all.flatMap(({ rank }, index) => (rank ? [{ rank, found: found[index]! }] : []));
        const inOrder = written.toSorted((one, other) => one.rank - other.rank).map((one) => one.found);
        expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
      }),
    );
  });
});

test('heads follow rank, and never lie over what the role says', () => {
  const sizes = (...all: readonly string[]) =>
    planned(stories(...all)).plan.stories.map(({ head }) => head!.design.sizes[0]);
  expect(sizes('role: lead', 'role: second', 'role: third', 'role: third')).toEqual([60, 30, 22, 22]);
  expect(sizes('role: lead', 'role: lead')).toEqual([60, 30]);
  expect(sizes('role: second', 'role: third')).toEqual([30, 22]);
  expect(sizes('role: box', 'role: brief', 'role: lead')).toEqual([17, 16, 60]);
  expect(sizes('role: box, rank: 2', 'role: lead')).toEqual([30, 60]);
});

test('bylines and folio are written out; the lunar date may stay away', () => {
  const text = `${stories('byline: {reporter: [甲, 乙], place: end}', 'role: third')}page: {number: 2, section: 要闻}\nfolio: 热线\n`;
  const { plan } = planned(text);
  const [first, second] = plan.stories;
  expect(
    first!.byline.map((phrase) => (phrase.kind === 'written' ? phrase.characters : phrase.text.characters)),
  ).toEqual(['■记者', '甲', '乙']);
  expect([first!.bylinePlace, second!.bylinePlace]).toEqual(['end', 'under-headline']);
  expect(second!.byline).toEqual([]);
  expect(plan.folio.day).toEqual(['2026年3月18日', '星期三', '农历丙午年正月三十']);
  expect(plan.contacts.map(({ characters }) => characters)).toEqual(['热线']);
  expect(planned(`${text}edition: {lunar: none}`).plan.folio.day).toHaveLength(2);
  expect([plan.number, plan.date]).toEqual(['2', '2026-03-18']);
});

test('pictures and advertisements get the size of their files; one that cannot be had is told and left out', () => {
  const text =
    `${stories('images: [{file: a.jpg}, {file: b.jpg}, {file: c.svg}]')}` +
    'ads: [{file: d.pdf, size: 8c x 24L}, {file: e.pdf, size: 2c x 9L}]\n';
  const { plan, problems, diagnostics } = planned(text, {
    'a.jpg': { kind: 'raster', width: 3000, height: 2000 },
    'b.jpg': { kind: 'broken', reason: 'broken' },
    'c.svg': { kind: 'vector', width: 300, height: 200 },
    'd.pdf': { kind: 'pdf', width: 999, height: 270 },
  });
  expect(plan.stories[0]!.pictures).toMatchObject([
    { file: { value: 'a.jpg' }, size: { width: 3000, height: 2000 }, raster: true },
    { file: { value: 'c.svg' }, raster: false },
  ]);
  expect(plan.adverts).toMatchObject([{ file: { value: 'd.pdf' }, size: { width: 999 }, raster: false }]);
  expect(problems).toEqual(['2:67 broken-picture', '3:45 missing-picture']);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['error', 'error']);
});

test('wishes that the layout cannot grant are told and left out', () => {
  const { plan, problems } = planned(
    `${stories('place: {region: tops, cols: 9, lines: 200}', 'place: {region: top, cols: 8, zone: top}', 'place: {region: foot}')}` +
      'ads: [{file: a.pdf, size: 9c x 24L}]\n',
    { 'a.pdf': { kind: 'pdf', width: 1, height: 1 } },
  );
  expect(problems).toEqual([
    '2:52 unknown-region',
    '2:64 bad-value',
    '2:74 bad-value',
    '4:52 unknown-region',
    '5:7 bad-value',
  ]);
  expect(plan.stories.map(({ wish }) => Object.keys(wish).toSorted())).toEqual([
    ['fixed'],
    ['columns', 'fixed', 'region', 'zone'],
    ['fixed'],
  ]);
  expect(plan.adverts).toEqual([]);
});

test('the tint of a frame is a colour, and nothing is written that the copy does not have', () => {
  const { plan } = planned(stories('frame: {rule: 文武线, tint: K8}'));
  expect(plan.stories[0]!.frame).toMatchObject({ rule: 'thin-thick', tint: { c: 0, m: 0, y: 0, k: 8 } });
  expect(plan.stories[0]!.dateline).toBeUndefined();
  expect(plan.title).toBeUndefined();
});
