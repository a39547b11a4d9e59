import type { Colour } from '../base/colour.ts';
import { rounded } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
import type { Page } from '../model/page.ts';
import { inks } from './pdf-content.ts';
import { hex } from './pdf-font.ts';
import type { GlyphCollection } from './pdf-font.ts';

const STAMP: Colour = { c: 0, m: 100, y: 100, k: 0 };

/** Part of the page's width that the stamp takes, and the weight of its outline in em. */
const SPREAD = 0.7;
const WEIGHT = 0.012;

interface Faces {
  readonly fonts: FontBook;
  readonly glyphs: GlyphCollection;
}

/**
 * Words across the middle of the page, as outlines that hide nothing, set in the face of the first role that has them.
 * Nothing is drawn when no role has a character of them.
 */
export function drawStamp(words: string, { paper }: Page, { fonts, glyphs }: Faces): readonly string[] {
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
  const left = rounded(paper.bleed + (paper.trim.width * (1 - SPREAD)) / 2);
  const baseline = rounded(paper.bleed + paper.trim.height / 2 - ((font.ascent - font.descent) / 2) * size);
  const codes = letters.map((letter) => hex(letter.code)).join('');
  return [
    `q /GsN gs ${inks(STAMP)} K ${rounded(WEIGHT * size)} w`,
    `BT /${face.name} ${size} Tf 1 Tr 1 0 0 1 ${left} ${baseline} Tm <${codes}> Tj ET Q`,
  ];
}
