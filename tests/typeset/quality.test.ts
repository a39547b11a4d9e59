import { describe, expect, test } from 'vitest';
import { bestVariant } from '../../src/typeset/paragraph.ts';
import { readCases } from './cases.ts';
import { setCopy } from './copy.ts';

const PARAGRAPHS = readCases('filler.txt').split('\n\n');

/** The space at each joint of the full lines of the filler, and how many of these lines there are. */
function spaces(measure: number, endTrim: 'allow' | 'force') {
  const lines = PARAGRAPHS.flatMap((copy) => {
    const best = bestVariant(setCopy(copy, measure, { endTrim }));
    return best!.lines.slice(0, -1);
  });
  const joints = lines.flatMap(({ gap, start, end }) => Array.from({ length: end - start - 1 }, () => gap));
  const mean = joints.reduce((sum, gap) => sum + gap, 0) / joints.length;
  const deviation = Math.sqrt(joints.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / joints.length);
  return { mean, deviation, loose: lines.filter(({ gap }) => gap > 0.03).length / lines.length };
}

describe('colour of the set', () => {
  test.each([20, 27, 34, 41])('is even at %i em: marks at line ends always halved', (measure) => {
    const { mean, deviation, loose } = spaces(measure, 'force');
    expect(mean).toBeLessThan(0.002);
    expect(deviation).toBeLessThan(0.007);
    expect(loose).toBeLessThan(0.01);
  });

  test.each([13, 17])('is good at %i em: marks at line ends halved where needed', (measure) => {
    const { mean, deviation, loose } = spaces(measure, 'allow');
    expect(mean).toBeLessThan(0.004);
    expect(deviation).toBeLessThan(0.018);
    expect(loose).toBeLessThan(0.07);
  });

  test('is what elastic marks give: without them the same copy is much looser', () => {
    const rigid = PARAGRAPHS.flatMap((copy) => {
      const best = bestVariant(setCopy(copy, 20, { markShrink: 0 }));
      return best!.lines.slice(0, -1).map(({ gap }) => gap);
    });
    const mean = rigid.reduce((sum, gap) => sum + gap, 0) / rigid.length;
    expect(mean).toBeGreaterThan(3 * spaces(20, 'force').mean);
  });
});
