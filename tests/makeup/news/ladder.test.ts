import { expect, test } from 'vitest';
import { allowedSizes, allowedWhite, rungOf, rungWeight } from '../../../src/makeup/news/ladder.ts';
import { pictureOptions } from '../../../src/makeup/news/picture-options.ts';
import type { NewsDesign, Rung, RungName } from '../../../src/model/news.ts';
import { RED } from '../../support/news-design.ts';
import { plannedPicture } from '../../support/planned-story.ts';
import { composer, design, widthOf } from './desk.ts';

const ladder = (...rungs: readonly (readonly [RungName, number?, number?])[]): NewsDesign => ({
  ...design,
  ladder: rungs.map(([rung, least = 0, most = 0]): Rung => ({ rung, least, most })),
});

test('a rung is found by its name, or there is none', () => {
  expect(rungOf(ladder(['pull-line', 0, 5]), 'pull-line')).toEqual({ rung: 'pull-line', least: 0, most: 5 });
  expect(rungOf(design, 'pull-line')).toBeUndefined();
});

test('sizes: the first, and as many steps as the rung has', () => {
  const sizes = [40, 36, 32, 28];
  expect(allowedSizes(sizes, design)).toEqual([40]);
  expect(allowedSizes(sizes, ladder(['headline-size', 0, 0]))).toEqual([40]);
  expect(allowedSizes(sizes, ladder(['headline-size', 0, 2]))).toEqual([40, 36, 32]);
  expect(allowedSizes(sizes, ladder(['headline-size', 0, 9]))).toEqual(sizes);
});

test('white of heads: all of its range with the rung, else natural to the line', () => {
  const white = { least: 1, natural: 2, most: 3 };
  expect(allowedWhite(white, ladder(['head-space', 1, 2.5]))).toEqual(white);
  expect(allowedWhite(white, design)).toEqual({ least: 1.5, natural: 2, most: 2.5 });
});

test('a rung further down is dearer, one further up cheaper, by a quarter for each place', () => {
  const usual = ladder(['headline-size'], ['head-space'], ['picture-height']);
  for (const name of ['headline-size', 'head-space', 'picture-height'] as const)
    expect(rungWeight(usual, name)).toBe(1);
  const turned = ladder(['picture-height'], ['headline-size'], ['head-space']);
  expect(rungWeight(turned, 'picture-height')).toBeCloseTo(1.25 ** -2, 9);
  expect(rungWeight(turned, 'headline-size')).toBeCloseTo(1.25, 9);
  expect(rungWeight(turned, 'head-space')).toBeCloseTo(1.25, 9);
  expect(rungWeight(design, 'columns')).toBe(1);
});

/** The change of height that pictures may take: that of the rung, or none. */
const cropped = (crop: readonly [number, number]): NewsDesign => ({
  ...design,
  pictures: { ...design.pictures, crop },
});

test.each([
  ['without the rung a picture keeps its height to half a line', cropped([0, 0]), undefined, 0, 0],
  ['with it the height goes as far as it says', cropped([-0.1, 0.1]), undefined, -0.1, 0.1],
  ['the picture has its own limits', cropped([-0.1, 0.1]), [-0.3, 0], -0.3, 0],
  ['which hold without the rung too', cropped([0, 0]), [-0.3, 0], -0.3, 0],
] as const)('%s', (_, page, crop, least, most) => {
  const width = widthOf(3);
  const picture = plannedPicture(crop ? { crop } : {});
  const all = pictureOptions(picture, width, { design: page, composer, accent: RED });
  const half = design.leading / 2 / (width * (2 / 3));
  expect(all).not.toEqual([]);
  for (const { change, height, lines } of all) {
    expect(change).toBeGreaterThanOrEqual(Math.min(least, -half) - 1e-9);
    expect(change).toBeLessThanOrEqual(Math.max(most, half) + 1e-9);
    expect(height).toBeCloseTo(width * (2 / 3) * (1 + change), 6);
    expect(height).toBeLessThan(lines * design.leading);
  }
  expect(all.length).toBeGreaterThanOrEqual(Math.floor(((most - least) * width * (2 / 3)) / design.leading));
  const natural = all.toSorted((a, b) => a.cost - b.cost)[0]!;
  expect(Math.abs(natural.change)).toBeLessThanOrEqual(2 * half);
});
