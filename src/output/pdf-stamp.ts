import type { Colour } from '../base/colour.ts';
import { rounded } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
import type { Page } from '../model/page.ts';
import type { InkCollection } from './pdf-colour.ts';
import { hex } from './pdf-font.ts';
import type { GlyphCollection } from './pdf-font.ts';
import type { Sheet } from './pdf-sheet.ts';

const STAMP: Colour = { c: 0, m: 100, y: 100, k: 0 };

/** Part of the page's width that the stamp takes, and the weight of its outline in em. */
const SPREAD = 0.7;
const WEIGHT = 0.012;

interface Tools {
  readonly fonts: FontBook;
  readonly glyphs: GlyphCollection;
  readonly inks: InkCollection;
  readonly sheet: Sheet;
}

/**
 * Words across the middle of the page, as outlines that hide nothing, set in the face of the first role that has them.
 * Nothing is drawn when no role has a character of them.
 */
export function drawStamp(words: string, { paper }: Page, tools: Tools): readonly string[] {
  const { fonts, glyphs, inks, sheet } = tools;
  const codePoints = [...words].map((character) => character.codePointAt(0) ?? 0);
  const choices = fonts.roles.map((role) =>
    codePoints.map((codePoint) => fonts.choose(role, codePoint)?.font),
  );
  const font = choices.find((faces) => faces.every((face) => face && face === faces[0]))?.[0];
  if (!font) return [];
  const face = glyphs.face(font.key);
  const letters = codePoints.map((codePoint) =>
    face.glyph(font.glyph(codePoint)?.id ?? 0, String.fromCodePoint(codePoint)),
  );
  const width = letters.reduce((sum, letter) => sum + letter.advance / 1000, 0);
  const size = rounded((paper.trim.width * SPREAD) / width);
  const middle = paper.trim.height / 2 + ((font.ascent - font.descent) / 2) * size;
  const place = sheet.place((paper.trim.width * (1 - SPREAD)) / 2, middle);
  const codes = letters.map((letter) => hex(letter.code)).join('');
  return [
    '/Artifact <</Type /Page>> BDC',
    `q /GsN gs ${inks.stroke(STAMP)} ${rounded(WEIGHT * size)} w`,
    `BT /${face.name} ${size} Tf 1 Tr 1 0 0 1 ${place.join(' ')} Tm <${codes}> Tj ET Q`,
    'EMC',
  ];
}
