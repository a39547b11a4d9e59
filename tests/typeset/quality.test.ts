import { describe, expect, test } from 'vitest';
import type { Setting } from '../../src/model/setting.ts';
import type { TypeLine } from '../../src/model/galley.ts';
import { plainSample, type PlainIssue } from '../support/project.ts';
import { readCases } from './cases.ts';
import { bestVariant, setCopy } from './copy.ts';

const PARAGRAPHS = readCases('filler.txt').split('\n\n');

/** The running text of the samples in Simplified Chinese, paragraph by paragraph. */
const SAMPLES = ['harbour', 'wetland', 'night-market', 'poetry', 'lantern', 'ryokan'].flatMap((name) => {
  const { lang = 'zh-Hans', lead = [], blocks } = plainSample(name) as SampleIssue;
  if (lang !== 'zh-Hans') return [];
  const texts = [...[lead].flat(), ...blocks.flatMap(({ text }) => text)];
  return texts
    .flatMap((text) => text.trim().split(/\n\s*\n/))
    .map((paragraph) => paragraph.replaceAll('\n', ''));
});

type SampleIssue = PlainIssue & { readonly lang?: string };

function fullLines(
  measure: number,
  setting: Partial<Setting>,
  paragraphs: readonly string[] = PARAGRAPHS,
): readonly TypeLine[] {
  return paragraphs.flatMap((copy) => bestVariant(setCopy(copy, measure, setting)).lines.slice(0, -1));
}

/** The space at each joint of these lines, its deviation, and the share of lines over 0.03 em. */
function colourOf(lines: readonly TypeLine[]) {
  const joints = lines.flatMap(({ gap, start, end }) => Array.from({ length: end - start - 1 }, () => gap));
  const mean = joints.reduce((sum, gap) => sum + gap, 0) / joints.length;
  const deviation = Math.sqrt(joints.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / joints.length);
  return { mean, deviation, loose: lines.filter(({ gap }) => gap > 0.03).length / lines.length };
}

describe('colour of the samples', () => {
  test.each([
    [13, 0.004, 0.05],
    [20, 0.002, 0.01],
    [27, 0.002, 0.01],
    [34, 0.002, 0.01],
  ])('is even at %i em', (measure, most, share) => {
    const lines = fullLines(measure, { endTrim: 'force' }, SAMPLES);
    expect(lines.length).toBeGreaterThan(300);
    const { mean, loose } = colourOf(lines);
    expect(mean).toBeLessThanOrEqual(most);
    expect(loose).toBeLessThanOrEqual(share);
  });
});

describe('colour of the set', () => {
  test.each([20, 27, 34, 41])('is even at %i em', (measure) => {
    const { mean, deviation, loose } = colourOf(fullLines(measure, { endTrim: 'force' }));
    expect(mean).toBeLessThan(0.002);
    expect(deviation).toBeLessThan(0.007);
    expect(loose).toBeLessThan(0.01);
  });

  test.each([13, 17])('is good at %i em', (measure) => {
    const { mean, deviation, loose } = colourOf(fullLines(measure, { endTrim: 'force' }));
    expect(mean).toBeLessThan(0.004);
    expect(deviation).toBeLessThan(0.016);
    expect(loose).toBeLessThan(0.065);
  });

  test('is what elastic marks give: without them the same copy is much looser', () => {
    const rigid = colourOf(fullLines(20, { markShrink: 0 }));
    expect(rigid.mean).toBeGreaterThan(3 * colourOf(fullLines(20, {})).mean);
  });

  test.each([13, 20])('stays even at %i em in a paragraph of one line fewer or more', (measure) => {
    const lines = PARAGRAPHS.flatMap((copy) => {
      const variants = setCopy(copy, measure);
      const best = bestVariant(variants);
      return variants.filter((variant) => variant !== best).flatMap((variant) => variant.lines.slice(0, -1));
    });
    const limit = measure < 20 ? 0.06 : 0.03;
    for (const { gap } of lines) expect(gap).toBeLessThanOrEqual(limit + 1e-9);
  });
});
