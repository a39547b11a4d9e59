import { expect, test } from 'vitest';
import { advertsWithoutPlace, isAnchored } from '../../../src/makeup/news/adverts.ts';
import type { NewsPlan, PlannedAdvert } from '../../../src/model/news.ts';

const advert = (columns: number, lines: number, anchor: PlannedAdvert['anchor'] = 'bottom') =>
  ({ columns, lines, anchor }) as PlannedAdvert;
const planOf = (...adverts: PlannedAdvert[]) =>
  ({ adverts, design: { grid: { columns: 8, lines: 123 } } }) as unknown as NewsPlan;

test('an advertisement without a place of its size is known (advert-unplaced), each place is taken once', () => {
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
