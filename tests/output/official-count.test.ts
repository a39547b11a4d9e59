import { describe, expect, test } from 'vitest';
import type { PlacedPicture, Page } from '../../src/model/page.ts';
import { officialCount } from '../../src/output/official-count.ts';
import { buildIssue, plainSample } from '../support/project.ts';
import { pageOf } from './page-of.ts';

/** The plain news grid: 8 columns of 13 characters of 9 pt, 123 lines of 11.25 pt. */
const NEWS_GRID: Page['grid'] = {
  area: { x: 0, y: 0, width: 111 * 9, height: 123 * 11.25 },
  columns: Array.from({ length: 8 }, (_, i) => ({ x: i * 14 * 9, width: 13 * 9 })),
  leading: 11.25,
  lines: 123,
  size: 9,
};

const picture = (columns: number, lines: number, change: Partial<PlacedPicture> = {}): PlacedPicture => {
  const rect = { x: 0, y: 0, width: columns * 9, height: lines * 11.25 };
  return { kind: 'picture', role: 'picture', story: 'a', file: 'a.jpg', whole: rect, ...rect, ...change };
};

const counted = (...pictures: readonly PlacedPicture[]) =>
  officialCount({ ...pageOf(pictures), grid: NEWS_GRID });

describe('characters as errors are counted', () => {
  test('8 × 13 characters with the gaps, 123 lines', () => {
    expect(counted()).toEqual({ perLine: 111, lines: 123, pictures: 0, characters: 13_653, allowance: 4.09 });
  });

  test('a picture of 41 characters and 25 lines counts four fifths', () => {
    const { pictures, characters, allowance } = counted(picture(41, 25));
    expect({ pictures, characters, allowance }).toEqual({
      pictures: 1025,
      characters: 13_448,
      allowance: 4.03,
    });
  });

  test('an advertisement and the drawn name of the paper count as the space they take', () => {
    const { story: _, ...logo } = picture(30, 8);
    expect(counted(picture(111, 24, { role: 'advertisement' }), logo).characters).toBe(13_653);
  });

  test('a page as it is built has the grid of its layout', () => {
    const { page } = buildIssue(plainSample('wetland'), 'broadsheet-8x13');
    expect(officialCount(page!)).toMatchObject({ perLine: 111, lines: 123, characters: 13_653 });
  });
});
