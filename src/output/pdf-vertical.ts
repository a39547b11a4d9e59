import { rounded } from '../base/units.ts';
import type { GlyphRun, PlacedGlyph } from '../model/page.ts';
import { CLOSING, cutOf, OPENING, roundedMove } from './pdf-cells.ts';
import { hex } from './pdf-font.ts';
import type { PdfFace, UprightCell } from './pdf-font.ts';

/** Where a run begins in the file, and whether its line ends with it. */
export interface UprightPlace {
  readonly x: number;
  readonly y: number;
  readonly endsLine: boolean;
}

/**
 * One text object for a run of upright glyphs in a line that runs down, its origin at `x`, `y` of the file, in the
 * vertical twin of the face (ISO 32000-1, 9.7.4.3). The pen goes down the axis of the line; each glyph hangs at it by the
 * position vector of its cell, so that figures side by side and marks beside each other are parts of one line too.
 */
export function showUpright(run: GlyphRun, face: PdfFace, { x, y, endsLine }: UprightPlace): string {
  const size = rounded(run.size);
  const letters = lettersOf(run, face, size);
  const start = letters[0]?.top ?? 0;
  const parts: string[] = [];
  let codes = '';
  let pen = start * 1000;
  letters.forEach(({ top, height, code }, index) => {
    const move = roundedMove(top * 1000 - pen);
    if (endsLine && index > 0 && index === Math.max(1, letters.length - 2)) {
      // PDFium reads strings that begin at one height one after the other from left to right, which is backwards for
      // lines that run down. So the last two glyphs are a string by themselves: the next line begins higher up.
      if (codes) parts.push(`<${codes}>`);
      parts.push('] TJ [');
      codes = '';
    }
    if (move !== 0) {
      if (codes) parts.push(`<${codes}>`);
      parts.push(String(move));
      codes = '';
    }
    pen += move + height;
    codes += hex(code);
  });
  parts.push(`<${codes}>`);
  const place = `${x} ${rounded(y - start * size)}`;
  return `BT /${face.name}V ${size} Tf 1 0 0 1 ${place} Tm [${parts.join('')}] TJ ET`;
}

interface Letter {
  readonly code: number;
  /** Top of its cell, em of the run from its origin. */
  readonly top: number;
  /** Height of its cell in 1/1000 em. */
  readonly height: number;
}

/** A cell of a glyph: where it begins and ends down the line, em. */
interface Span {
  readonly top: number;
  readonly foot: number;
}

function lettersOf({ glyphs, endsAtSpace }: GlyphRun, face: PdfFace, size: number): readonly Letter[] {
  const spans = spansOf(glyphs, face.font.ascent, size);
  const shown = glyphs.flatMap(({ id, dx, dy = 0, text }, index): readonly Letter[] => {
    const span = spans[index] ?? { top: 0, foot: 1 };
    const space = text.length > 1 && text.startsWith(' ') ? face.font.glyph(0x20) : undefined;
    const cell: UprightCell = {
      height: thousandths(span.foot - span.top),
      across: thousandths(-dx / size),
      rise: thousandths(dy / size - span.top),
    };
    const { code } = face.upright(id, space ? text.slice(1) : text, cell);
    const letter = { code, top: span.top, height: cell.height };
    if (!space) return [letter];
    const blank = face.upright(space.id, ' ', BLANK);
    return [{ code: blank.code, top: span.top - BLANK.height / 1000, height: BLANK.height }, letter];
  });
  const last = shown.at(-1);
  const space = endsAtSpace && last ? face.font.glyph(0x20) : undefined;
  if (!space || !last) return shown;
  const { code } = face.upright(space.id, ' ', BLANK);
  return [...shown, { code, top: last.top + last.height / 1000, height: BLANK.height }];
}

/** A word space between Han: half an em. */
const BLANK: UprightCell = { height: 500, across: 125, rise: 880 };

function thousandths(em: number): number {
  return roundedMove(em * 1000);
}

/** A dash of two em, whose glyph stands in the middle of them. */
const LONG = /^(?:——|⸺)$/;

/**
 * The cells of the glyphs, an em each. Cells that would lie over each other are cut on the side where the mark is blank;
 * glyphs side by side share a cell as if they stood under each other.
 */
function spansOf(glyphs: readonly PlacedGlyph[], ascent: number, size: number): readonly Span[] {
  const tops = glyphs.map(({ dy = 0, text }) => dy / size - ascent - (LONG.test(text) ? 0.5 : 0));
  const beside = groupsOf(tops);
  let pen = -Infinity;
  return tops.map((top, index): Span => {
    const group = beside[index];
    if (group && group.count > 1) {
      const part = { top: top + group.at / group.count, foot: top + (group.at + 1) / group.count };
      pen = part.foot;
      return part;
    }
    const next = tops[index + 1] ?? Infinity;
    const mark = glyphs[index]?.text.trim() ?? '';
    const opens = OPENING.test(mark);
    const foot = top + (LONG.test(glyphs[index]?.text ?? '') ? 2 : 1);
    const before = opens ? cutOf(pen - top) : 0;
    const after = opens && !CLOSING.test(mark) ? 0 : cutOf(foot - next);
    pen = foot - after;
    return { top: top + before, foot: pen };
  });
}

/** For each glyph how many stand at its height, and which of them it is. */
function groupsOf(tops: readonly number[]): readonly { readonly at: number; readonly count: number }[] {
  const groups: { at: number; count: number }[] = [];
  for (let from = 0; from < tops.length;) {
    let to = from + 1;
    while (to < tops.length && Math.abs((tops[to] ?? 0) - (tops[from] ?? 0)) < 1e-6) to += 1;
    for (let at = 0; at < to - from; at += 1) groups.push({ at, count: to - from });
    from = to;
  }
  return groups;
}
