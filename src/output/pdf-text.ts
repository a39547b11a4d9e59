import type { GlyphRun, PlacedGlyph } from '../model/page.ts';
import { hex } from './pdf-font.ts';
import type { PdfFace } from './pdf-font.ts';
import { pdfNumber } from './pdf-number.ts';

/**
 * One text object for a run of glyphs, the run's origin at `x`, `y` of the file. Each glyph is moved to its own place by
 * a number in the array of `TJ` (ISO 32000-1, 9.4.3); what rounding leaves over is carried to the next glyph.
 */
export function showGlyphs(
  run: GlyphRun,
  face: PdfFace,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  const size = pdfNumber(run.size);
  const letters = run.glyphs.flatMap((glyph) => lettersOf(glyph, face, size));
  const start = letters[0]?.at ?? 0;
  const parts: string[] = [];
  let codes = '';
  let pen = (start / size) * 1000;
  for (const letter of letters) {
    const move = Math.round((pen - (letter.at / size) * 1000) * MOVE_STEPS) / MOVE_STEPS;
    if (move !== 0) {
      if (codes) parts.push(`<${codes}>`);
      parts.push(String(move));
      codes = '';
    }
    pen += letter.advance - move;
    codes += hex(letter.code);
  }
  parts.push(`<${codes}>`);
  return `BT /${face.name} ${size} Tf 1 0 0 1 ${pdfNumber(x + start)} ${y} Tm [${parts.join('')}] TJ ET`;
}

/** Steps of a move for each 1/1000 em: a tenth keeps a glyph of 100 pt within 0.005 pt of its place. */
const MOVE_STEPS = 10;

interface Letter {
  readonly code: number;
  /** Points from the run's origin. */
  readonly at: number;
  /** 1/1000 em. */
  readonly advance: number;
}

/** A word space in front of a glyph's text becomes a space of the face, which ends where the glyph begins. */
function lettersOf({ id, dx, text }: PlacedGlyph, face: PdfFace, size: number): readonly Letter[] {
  const space = text.length > 1 && text.startsWith(' ') ? face.font.glyph(0x20) : undefined;
  const letter = { ...face.glyph(id, space ? text.slice(1) : text), at: dx };
  if (!space) return [letter];
  const blank = face.glyph(space.id, ' ');
  return [{ ...blank, at: dx - (blank.advance / 1000) * size }, letter];
}
