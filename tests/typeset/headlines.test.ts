import { expect, test } from 'vitest';
import { setHeading } from '../../src/typeset/heading.ts';
import { readCases } from './cases.ts';
import { FONTS, printed, textIn } from './copy.ts';

interface Headline {
  readonly copy: string;
  /** Turns with | between the lines. */
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const HEADLINES: readonly Headline[] = readCases('headlines.txt')
  .split(/\n\n+/)
  .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .filter(([copy]) => copy !== undefined)
  .map(([copy = '', ...turns]) => {
    const marked = (sign: string) =>
      turns.filter((turn) => turn.startsWith(sign)).map((turn) => turn.slice(2));
    return { copy, good: marked('+'), bad: marked('-') };
  });

test('there are forty headlines, each with good turns and bad ones', () => {
  expect(HEADLINES).toHaveLength(40);
  expect(HEADLINES.filter(({ good, bad }) => good.length === 0 || bad.length === 0)).toEqual([]);
});

test.each(HEADLINES)('$copy turns well in two lines', ({ copy, good }) => {
  const variants = setHeading(textIn(copy), { role: 'head' }, 2, FONTS);
  const two = variants.find(({ lines }) => lines.length === 2);
  expect(good).toContain(two?.lines.map(printed).join('|'));
});
