import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Font } from '../../src/fonts/font.ts';
import { LANGUAGE, openFont as openPlain, SCRIPT } from '../../src/fonts/fontkit.ts';
import { openFont } from '../../src/fonts/open.ts';
import { readSfnt } from '../../src/fonts/sfnt.ts';
import { openShaper } from '../../src/fonts/shaping.ts';
import { readAdvances } from '../../src/fonts/truetype.ts';
import { readFace } from '../support/real-fonts.ts';

const FONTS = join(import.meta.dirname, '../../fonts');
const FACES = readdirSync(FONTS).filter((file) => file.endsWith('.ttf'));

/** Words, figures and marks as they stand in newspapers, and what the quick reader leaves to fontkit. */
const TEXTS = [
  'AVATAR To Ty We P. “A” V,',
  'office fjord fi ffl',
  '3.14% 2026-11 12:30 ¥5.00',
  'Zürich Café naïve Ångström',
  'e\u0301 n\u0303',
  '1\u20442 3\u204416',
  '——……·',
  'Ⅻ ㎡ ℃ © 東京 한국',
];

/** Shares the glyph of the hyphen; fontkit shows or hides both, whichever it met first. */
const SOFT_HYPHEN = 0xad;

const FEATURES = ['fwid', 'hwid', 'vert', 'none'];

function opened(open: typeof openFont, bytes: Uint8Array, file: string): Font {
  const font = open(bytes, { file }, (diagnostic) => {
    throw new Error(JSON.stringify(diagnostic));
  });
  if (!font) throw new Error(`${file} did not open`);
  return font;
}

/** The faces that are compared in what costs fontkit long: one of each maker and kind of tables. */
const SHAPED = ['PGSong-Medium', 'PGKai-Regular', 'PGHeiKR-Bold'];

describe.each(FACES)('%s is the same for the quick reader and for fontkit', (file) => {
  const bytes = readFace(file);
  const [quick, plain] = [opened(openFont, bytes, file), opened(openPlain, bytes, file)];

  test('it is read by the quick reader: name, measures and facts', () => {
    expect(readSfnt(bytes)).toBeDefined();
    expect(described(quick)).toEqual(described(plain));
  });

  test('the glyph and the advance of every character of the first pages of Unicode and of a sample of the rest', () => {
    const wrong = [];
    for (let code = 0; code <= 0x2ffff; code += code < 0x2100 ? 1 : 29) {
      const [one, other] = [quick.glyph(code), plain.glyph(code)];
      if (one?.id !== other?.id || one?.advance !== other?.advance) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(SHAPED)('%s sets the same for the quick reader and for fontkit', (name) => {
  const bytes = readFace(`${name}.ttf`);
  const [quick, plain] = [opened(openFont, bytes, name), opened(openPlain, bytes, name)];
  const characters = charactersOf(quick).filter((code) => code !== SOFT_HYPHEN);
  const latin = characters.filter((code) => code < 0x100 || (code >= 0x2013 && code <= 0x2026));

  test('plain texts and upright marks are shaped without fontkit', () => {
    const { tables, lookup } = readSfnt(bytes)!;
    const shape = openShaper({ tables, advance: readAdvances(tables), script: SCRIPT, language: LANGUAGE });
    const idsOf = (text: string) => [...text].map((character) => lookup(character.codePointAt(0)!));
    for (const text of ['AVATAR To', '3.14%', '，。']) {
      expect(shape(idsOf(text), { kerning: true }), text).toHaveLength(text.length);
    }
    expect(shape(idsOf('，'), { feature: 'vert', kerning: false })).toHaveLength(1);
  });

  test('variants of marks, letters and figures', () => {
    const tried = characters.filter((code) => code < 0x2100 || (code > 0x2e00 && code < 0x3020) || code > 0xff00);
    const wrong: string[] = [];
    for (const feature of FEATURES) {
      for (const code of tried) {
        const [one, other] = [quick.variant(code, feature), plain.variant(code, feature)];
        if (one?.id !== other?.id || one?.advance !== other?.advance) wrong.push(`${feature} ${code.toString(16)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(TEXTS)('the shape of %s', (text) => {
    expectSameShape(text);
  });

  test('the shape of a sample of pairs of Latin letters, figures and marks', () => {
    for (const left of latin.filter((_, i) => i % 8 === 0)) expectSameShape(latin.map((right) => String.fromCodePoint(left, right)).join(''));
  });

  test('the shape of any text', () => {
    const characterOf = fc.constantFrom(...characters.filter((code) => code < 0x4f00));
    fc.assert(
      fc.property(fc.array(characterOf, { minLength: 1, maxLength: 12 }), (codes) => {
        expectSameShape(String.fromCodePoint(...codes));
      }),
      { numRuns: 60 },
    );
  });

  test('the program of a subset, byte for byte, and outlines', () => {
    const glyphs = characters.filter((_, i) => i % 40 === 0).map((code) => ({ id: quick.glyph(code)?.id ?? 0 }));
    const cut = [...glyphs, { id: quick.glyph(0xff0c)?.id ?? 1, cell: { before: 0, after: 0.5 } }];
    expect(Buffer.from(quick.subset(cut).bytes).equals(plain.subset(cut).bytes)).toBe(true);
    expect(quick.outline(glyphs[3]?.id ?? 1)).toBe(plain.outline(glyphs[3]?.id ?? 1));
  });

  /** Without the texts: fontkit names a glyph that several characters share by the first of them that it met. */
  function expectSameShape(text: string): void {
    const places = (font: Font) => font.shape(text).map(({ id, advance }) => [id, advance]);
    expect([text, places(quick)]).toEqual([text, places(plain)]);
  }
});

function described({ key, ascent, descent, capHeight, facts }: Font): object {
  return { key, ascent, descent, capHeight, facts };
}

function charactersOf(font: Font): readonly number[] {
  return Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => font.glyph(code));
}

describe('what is no whole static TrueType file goes to fontkit and is reported as before', () => {
  const whole = readFace('PGKai-Regular.ttf');
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['half a file', whole.subarray(0, whole.length / 2)],
    ['half a directory', whole.subarray(0, 100)],
    ['a text', readFileSync(join(FONTS, 'fonts.yaml'))],
    ['another signature', Uint8Array.from(whole, (byte, i) => (i === 0 ? 0x4f : byte))],
  ];
  test.each(cases)('%s', (_, bytes) => {
    const reportsOf = (open: typeof openFont) => {
      const reported: unknown[] = [];
      const font = open(bytes, { file: 'x.ttf' }, (diagnostic) => reported.push(diagnostic));
      return { opened: font !== undefined, reported };
    };
    expect(reportsOf(openFont)).toEqual(reportsOf(openPlain));
    expect(readSfnt(bytes)).toBeUndefined();
  });
});
