import { rounded } from '../base/units.ts';
import type { GlyphCell } from '../fonts/font.ts';
import type { GlyphRun, PlacedGlyph } from '../model/page.ts';
import { CLOSING, cutOf, OPENING, roundedMove } from './pdf-cells.ts';
import { hex } from './pdf-font.ts';
import type { PdfFace } from './pdf-font.ts';

/**
 * One text object for a run of glyphs, the run's origin at `x`, `y` of the file. Each glyph is moved to its own place by
 * a number in the array of `TJ` (ISO 32000-1, 9.4.3); what rounding leaves over is carried to the next glyph. A turned run
 * goes down from there.
 */
export function showGlyphs(run: GlyphRun, face: PdfFace, place: Place): string {
  const written = run.glyphs.filter(({ text }) => text !== '');
  if (written.length === run.glyphs.length) return showLetters(run, face, place);
  const words = written.length > 0 ? `${showLetters({ ...run, glyphs: written }, face, place)} ` : '';
  // A hyphen that the engine set at a line end is no character of the copy.
  const hyphen = run.glyphs.filter(({ text }) => text === '');
  return `${words}/Span <</ActualText <FEFF>>> BDC ${showLetters({ ...run, glyphs: hyphen }, face, place)} EMC`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function showLetters(run: GlyphRun, face: PdfFace, { x, y }: Place): string {
  const size = rounded(run.size);
  const cells = cellsOf(run.glyphs, face, size);
  const shown = run.glyphs.flatMap((glyph, index) => lettersOf(glyph, cells[index], face, size));
  const letters = [...shown, ...lastSpace(run, shown.at(-1), face)];
  const start = letters[0]?.at ?? 0;
  const parts: string[] = [];
  let codes = '';
  let pen = (start / size) * 1000;
  for (const letter of letters) {
    const move = roundedMove(pen - (letter.at / size) * 1000);
    if (move !== 0) {
      if (codes) parts.push(`<${codes}>`);
      parts.push(String(move));
      codes = '';
    }
    pen += letter.advance - move;
    codes += hex(letter.code);
  }
  parts.push(`<${codes}>`);
  const place =
    run.stance === 'turned' ? `0 -1 1 0 ${x} ${rounded(y - start)}` : `1 0 0 1 ${rounded(x + start)} ${y}`;
  return `BT /${face.name} ${size} Tf ${place} Tm [${parts.join('')}] TJ ET`;
}

interface Letter {
  readonly code: number;
  /** Points from the run's origin. */
  readonly at: number;
  /** 1/1000 em. */
  readonly advance: number;
}

/** A word space at which the line ends: nobody sees it, but words that follow each other stay apart. */
function lastSpace(
  { endsAtSpace, size }: GlyphRun,
  last: Letter | undefined,
  face: PdfFace,
): readonly Letter[] {
  const space = endsAtSpace && last ? face.font.glyph(0x20) : undefined;
  if (!space || !last) return [];
  return [{ ...face.glyph(space.id, ' '), at: last.at + (last.advance / 1000) * size }];
}

/** A word space in front of a glyph's text becomes a space of the face, which ends where the glyph begins. */
function lettersOf(
  { id, dx, text }: PlacedGlyph,
  cell: GlyphCell | undefined,
  face: PdfFace,
  size: number,
): readonly Letter[] {
  const space = text.length > 1 && text.startsWith(' ') ? face.font.glyph(0x20) : undefined;
  const at = dx + (cell?.before ?? 0) * size;
  const letter = { ...face.glyph(id, space ? text.slice(1) : text, cell), at };
  if (!space) return [letter];
  const blank = face.glyph(space.id, ' ');
  return [{ ...blank, at: at - (blank.advance / 1000) * size }, letter];
}

/**
 * The cells of marks that have lost blank. A reader that finds two cells lying over each other takes the text apart, so
 * such a mark gets a cell no wider than its place; the ink stays where it is.
 */
function cellsOf(
  glyphs: readonly PlacedGlyph[],
  { font }: PdfFace,
  size: number,
): readonly (GlyphCell | undefined)[] {
  if (!font.facts.cutsCells) return [];
  let pen = 0;
  return glyphs.map(({ id, dx, text }, index) => {
    const next = glyphs[index + 1];
    const advance = font.advance(id);
    const from = dx / size;
    const overNext = next && CLOSING.test(text) ? from + advance - next.dx / size : 0;
    const overLast = OPENING.test(text) ? pen - from : 0;
    const cell = { before: cutOf(overLast), after: cutOf(overNext) };
    pen = from + advance - cell.after;
    return cell.before + cell.after > 0 ? cell : undefined;
  });
}
