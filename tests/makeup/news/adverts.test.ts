import { expect, test } from 'vitest';
import { advertsWithoutPlace, isAnchored } from '../../../src/makeup/news/adverts.ts';
import type { NewsPlan, PlannedAdvert } from '../../../src/model/news.ts';
import { makeNews, sourcesWith } from '../../support/news-pages.ts';

const advert = (columns: number, lines: number, anchor: PlannedAdvert['anchor'] = 'bottom') =>
  ({ columns, lines, anchor }) as PlannedAdvert;
const planOf = (...adverts: PlannedAdvert[]) =>
  ({ adverts, design: { grid: { columns: 8, lines: 123 } } }) as unknown as NewsPlan;

test('an advertisement without a place of its size is known, each place is taken once', () => {
  const [one, two, three] = [advert(8, 24), advert(3, 20), advert(3, 20)] as const;
  const places = [
    { column: 0, columns: 8, line: 99, lines: 24 },
    { column: 5, columns: 3, line: 70, lines: 20 },
  ];
  expect(advertsWithoutPlace(planOf(one, two, three), places)).toEqual([three]);
  expect(advertsWithoutPlace(planOf(one, two), places)).toEqual([]);
});

test.each([
  ['bottom', 2, 103, true],
  ['bottom', 2, 60, false],
  ['bottom-left', 0, 103, true],
  ['bottom-left', 1, 103, false],
  ['bottom-right', 5, 103, true],
  ['bottom-right', 4, 103, false],
  ['top-right', 5, 4, true],
] as const)('anchor %s in column %i at line %i: %s', (anchor, column, line, kept) => {
  const placed = { advert: advert(3, 20, anchor), cells: { column, columns: 3, line, lines: 20 } };
  expect(isAnchored(placed, planOf().design, 123)).toBe(kept);
});

const issueWith = (size: string) =>
  [
    'pagegen: 1',
    'layout: broadsheet-8x13',
    'date: 2026-04-17',
    'page: {number: 6}',
    'articles:',
    `  - {id: lamp, headline: 灯亮起来, body: [${'湖上的风从码头吹过来，灯一盏一盏亮了。'.repeat(12)}]}`,
    'ads:',
    `  - {file: ad.pdf, size: ${size}}`,
  ].join('\n');

test.each([
  ['6c x 110L', 1],
  ['8c x 24L', 0],
])('an advertisement of %s beside stories: without a place %i', (size, count) => {
  const facts = { 'ad.pdf': { kind: 'vector', width: 300, height: 200 } } as const;
  const { diagnostics } = makeNews(sourcesWith({ path: 'a.yaml', text: issueWith(size) }, facts));
  const unplaced = diagnostics.filter(({ code }) => code === 'advert-unplaced');
  expect(unplaced.map(({ severity }) => severity)).toEqual(Array(count).fill('error'));
});
