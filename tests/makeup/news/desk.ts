import fc from 'fast-check';
import type { PartPlace } from '../../../src/makeup/news/part.ts';
import { gridBaseline } from '../../../src/makeup/news/part.ts';
import type { Text } from '../../../src/model/issue.ts';
import type { DisplayItem } from '../../../src/model/page.ts';
import { openComposer } from '../../../src/typeset/composer.ts';
import { expect } from 'vitest';
import { fakeFontBook } from '../../support/fake-font.ts';
import { baselines } from '../../support/geometry.ts';
import { copyText, NEWS_DESIGN, RED } from '../../support/news-design.ts';

export { widthOf } from '../../support/news-design.ts';
export const design = NEWS_DESIGN;
export const composer = openComposer(fakeFontBook());

export function placeOf(width: number, lines: number): PartPlace {
  return { x: 70, y: 90, width, lines, accent: RED };
}

export function rectOf({ x, y, width, lines }: PartPlace): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  return { x, y, width, height: lines * design.leading };
}

/** Words of a cell, a label, a point: Han with a mark or a number now and then. */
export function words(most: number, least = 1): fc.Arbitrary<Text> {
  return fc
    .array(fc.constantFrom(...'湖堤灯水账年春渡船站桩图书馆工业路', '，', '“', '”', '2026', '%'), {
      minLength: least,
      maxLength: most,
    })
    .map((pieces) => copyText(`水${pieces.join('')}`));
}

/** Every line of copy stands on a baseline of the place's body lines. */
export function expectOnGrid(items: readonly DisplayItem[], place: PartPlace): void {
  for (const y of baselines(items)) {
    const line = (y - gridBaseline(place, 0, design)) / design.leading;
    expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6);
    expect(Math.round(line)).toBeLessThan(place.lines);
    expect(Math.round(line)).toBeGreaterThanOrEqual(0);
  }
}
