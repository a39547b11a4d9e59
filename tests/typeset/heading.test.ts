import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setHeading } from '../../src/typeset/heading.ts';
import { FONTS, printed, textIn } from './copy.ts';
import { readCases } from './cases.ts';

const CASES = readCases('headings.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [lines = '', copy = '', expected = ''] = line.split(' | ');
    return { lines: Number(lines), copy, expected: expected.split(' / ') };
  });

/** A heading in which ／ stands for a forced turn. */
function headingOf(copy: string) {
  const parts = copy.split('／');
  const turns = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('').length);
  return textIn(
    parts.join(''),
    turns.map((start) => ({ kind: 'turn', start, end: start })),
  );
}

test.each(CASES)('$copy in $lines', ({ lines, copy, expected }) => {
  const variants = setHeading(headingOf(copy), { role: 'head' }, lines, FONTS);
  const variant = variants.find((each) => each.lines.length === expected.length);
  expect(variant?.lines.map(printed)).toEqual(expected);
});

describe('a heading', () => {
  test('is offered in each number of lines', () => {
    const variants = setHeading(textIn('把青山绿水变成群众看得见的金山银山'), { role: 'head' }, 3, FONTS);
    expect(variants.map(({ lines }) => lines.length)).toEqual([1, 2, 3]);
    expect(variants[0]!.cost).toBe(0);
  });

  test('has no line that begins with 的 and parts no word', () => {
    const variants = setHeading(textIn('清晨的菜市场和它的人们'), { role: 'head' }, 4, FONTS);
    const lines = variants.flatMap((variant) => variant.lines.slice(1).map(printed));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).not.toMatch(/^的|^晨|^场/);
  });

  test('is as wide as its faces: quotes at the edges hang out', () => {
    const [variant] = setHeading(textIn('“一二”'), { role: 'head' }, 1, FONTS);
    expect(variant!.width).toBe(3);
    expect(variant!.lines[0]!.runs[0]!.glyphs.map(({ dx }) => dx)).toEqual([-0.5, 0.5, 1.5, 2.5]);
  });

  test('has quotation marks of half an em', () => {
    expect(setHeading(textIn('一“二三”四'), { role: 'head' }, 1, FONTS)[0]!.width).toBe(5);
  });

  test('prints a space that is no turn as half an em', () => {
    const [variant] = setHeading(textIn('一二 三四'), { role: 'head' }, 1, FONTS);
    expect(variant!.width).toBe(4.5);
    expect(printed(variant!.lines[0]!)).toBe('一二 三四');
  });

  test('keeps every character in every variant', () => {
    const copy = fc.array(fc.constantFrom(...'清江潮涌的了，：“”《》 和12A'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(copy, fc.integer({ min: 1, max: 4 }), (characters, lines) => {
        const heading = characters.join('');
        const solid = (text: string) => text.replaceAll(' ', '');
        fc.pre(solid(heading) !== '');
        for (const variant of setHeading(textIn(heading), { role: 'head' }, lines, FONTS)) {
          expect(solid(variant.lines.map(printed).join(''))).toBe(solid(heading));
        }
      }),
      { numRuns: 200 },
    );
  });
});
