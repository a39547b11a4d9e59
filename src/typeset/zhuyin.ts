import type { Em } from '../base/units.ts';
import type { RubyColumn, ColumnGlyph, Sign } from './sign.ts';

/** Zhuyin stands at the right of its character at three tenths of its size (CLREQ, section on Zhuyin). */
export const ZHUYIN_SCALE = 0.3;
/** Room for it behind a character of a line that runs across, em (house; letters 0.3, the sign of the tone over what is blank). */
export const ZHUYIN_ROOM: Em = 0.4;
/** Middle of its letters from the right edge of the em box of the character, em. */
export const ZHUYIN_ACROSS: Em = 0.12;

/** Height of the point of the neutral tone, which stands over the letters, and how far under its foot its baseline lies, em of the base. */
const POINT = { height: 0.12, baseline: 0.17 } as const;
/** The baseline of a letter under the top of its cell, em of the letter. */
const ASCENT: Em = 0.88;
/** The sign of the tone stands on the baseline of the last letter, so far from its middle, em of the base. */
const TONE_ACROSS: Em = 0.12;

const SYLLABLE = /^\u02d9?[\u3105-\u312f\u31a0-\u31bf]{1,4}[\u02c7\u02c9-\u02cb\u02d9]?$/u;
const LETTER = /[\u3105-\u312f\u31a0-\u31bf]/u;
const NEUTRAL = 0x2d9;

/** The syllables of a reading when it is Zhuyin with one for each of `count` characters; else `undefined`. */
export function syllablesOf(reading: string, count: number): readonly string[] | undefined {
  const syllables = reading.split(' ');
  return syllables.length === count && syllables.every((each) => SYLLABLE.test(each)) ? syllables : undefined;
}

/** The columns of a reading, one for each syllable; the space between two stands in front of the first letter's text. */
export function columnsOf(signs: readonly Sign[]): readonly RubyColumn[] {
  const columns: Sign[][] = [[]];
  for (const sign of signs) {
    if (sign.kind === 'space') columns.push([]);
    else columns.at(-1)?.push(sign);
  }
  return columns.map((syllable, index) => ({ glyphs: columnOf(syllable, index > 0 ? ' ' : '') }));
}

/** One syllable about the middle of its em box. */
function columnOf(syllable: readonly Sign[], space: string): readonly ColumnGlyph[] {
  const letters = syllable.filter(isLetter).length;
  const point = syllable.some(({ codePoint }) => codePoint === NEUTRAL) ? POINT.height : 0;
  const top = -(letters * ZHUYIN_SCALE + point) / 2;
  let rows = 0;
  return syllable.flatMap((sign, index): readonly ColumnGlyph[] => {
    const letter = isLetter(sign);
    if (letter) rows += 1;
    if (!sign.glyph) return [];
    const { id, font, text } = sign.glyph;
    const middle = (-sign.face * ZHUYIN_SCALE) / 2;
    const row = top + point + (rows - 1 + ASCENT) * ZHUYIN_SCALE;
    const place =
      sign.codePoint === NEUTRAL
        ? { across: middle, down: top + POINT.baseline }
        : { across: letter ? middle : TONE_ACROSS, down: row };
    return [{ id, font, text: (index === 0 ? space : '') + text, ...place }];
  });
}

function isLetter({ codePoint }: Sign): boolean {
  return LETTER.test(String.fromCodePoint(codePoint));
}
