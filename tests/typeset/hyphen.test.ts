import { describe, expect, test } from 'vitest';
import { setHeading } from '../../src/typeset/heading.ts';
import { divisionsOf } from '../../src/typeset/hyphen.ts';
import { FONTS, printed, setCopy, textIn } from './copy.ts';

/** A word with a stroke at each place of division. */
function divided(word: string): string {
  const places = divisionsOf(word);
  return Array.from(word, (letter, at) => (places.includes(at) ? '·' : '') + letter).join('');
}

describe('a word', () => {
  test.each([
    ['hyphenation', 'hy·phen·ation'],
    ['banana', 'ba·nana'],
    ['international', 'in·ter·na·tional'],
    ['about', 'about'],
    ['over', 'over'],
    ['through', 'through'],
  ])('%s: two letters before, three after, five at least', (word, expected) => {
    expect(divided(word)).toBe(expected);
  });
});

describe('a line that ends inside a word', () => {
  const copy = '他在看international新闻报道，看得很入神。';
  const set = setCopy(copy, 8, { hyphenation: 'en-us', indent: 0 })[0]!;
  const [line] = set.lines;
  const glyphs = line!.runs.flatMap((run) => run.glyphs);

  test('has a hyphen, which is no character of the copy and stays inside the measure', () => {
    expect(glyphs.at(-1)).toMatchObject({ id: 0x2d, text: '' });
    expect(glyphs.at(-1)!.dx + 0.5).toBeCloseTo(8, 3);
    expect(set.lines.map(printed).join('')).toBe(copy);
  });

  test('is not made when the setting says none', () => {
    const whole = setCopy(copy, 8, { hyphenation: 'none', indent: 0 })[0]!;
    expect(
      whole.lines.flatMap((each) => each.runs.flatMap((run) => run.glyphs)).map(({ text }) => text),
    ).not.toContain('');
  });

  test('is not made in a heading', () => {
    const variants = setHeading(textIn('看international新闻'), { role: 'head' }, 4, FONTS);
    for (const { lines } of variants) {
      for (const each of lines) {
        const glyphs = each.runs.flatMap((run) => run.glyphs);
        expect(glyphs.every(({ text }) => text !== '')).toBe(true);
        expect(printed(each)).not.toMatch(/[a-z]$(?<!international)/);
      }
    }
  });
});
