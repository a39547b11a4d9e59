import { BLACK, type Colour } from '../../base/colour.ts';
import { TOLERANCE, type Em, type Pt } from '../../base/units.ts';
import type { FontRole } from '../../model/face.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { DisplayItem, ItemRole } from '../../model/page.ts';
import type { Phrase } from '../../model/plan.ts';
import type { Language } from '../../model/setting.ts';
import { lineItems } from '../items.ts';
import { wordsAround, type WrittenWord } from './words.ts';

/** Words of one line in one face and size; `before` is the white in front of them unless they stand first. */
export interface Piece {
  readonly text: Text | string;
  readonly face: FontRole;
  readonly size: Pt;
  readonly before?: Pt;
  readonly colour?: Colour;
}

/** Words set side by side, points from their left end. */
export interface Row {
  readonly pieces: readonly (Piece & { readonly line: TypeLine; readonly x: Pt })[];
  readonly width: Pt;
}

/** Sets words side by side from 0. Empty words take no room. */
export function setRow(pieces: readonly Piece[], composer: Composer): Row {
  const set: Row['pieces'][number][] = [];
  let x = 0;
  for (const piece of pieces) {
    const line = composer.line(piece.text, piece.face);
    if (line.runs.length === 0) continue;
    if (set.length > 0) x += piece.before ?? 0;
    set.push({ ...piece, line, x });
    x += line.width * piece.size;
  }
  return { pieces: set, width: x };
}

export interface RowPlace {
  readonly x: Pt;
  readonly y: Pt;
  readonly role: ItemRole;
  readonly colour?: Colour;
}

/** The items of a row with its left end at `x`, all on the baseline `y`. */
export function rowItems(row: Row, { x, y, role, colour = BLACK }: RowPlace): readonly DisplayItem[] {
  return row.pieces.flatMap(({ line, x: dx, size, colour: own }) =>
    lineItems(line, { x: x + dx, y, size, colour: own ?? colour, role }),
  );
}

/** The same row `share` times as large. */
export function scaledRow({ pieces, width }: Row, share: number): Row {
  return {
    pieces: pieces.map((piece) => ({ ...piece, x: piece.x * share, size: piece.size * share })),
    width: width * share,
  };
}

/** How copy and the words round it are set. */
export interface WordStyle {
  readonly face: FontRole;
  readonly size: Pt;
  readonly language: Language;
}

/** A piece of copy with the words that the paper writes round it, close together. */
export function labelled(
  word: WrittenWord,
  text: Text | undefined,
  { face, size, language }: WordStyle,
): readonly Piece[] {
  if (!text) return [];
  const { before, after } = wordsAround(word, text, language);
  const copy = text.characters.trim();
  return [
    { text: before.trim(), face, size },
    { text, face, size, before: spaceBetween(before, copy) * size },
    { text: after.trim(), face, size, before: spaceBetween(copy, after) * size },
  ];
}

/** A quarter of an em between Han and Latin letters or figures, and where the words ask for a space. */
function spaceBetween(before: string, after: string): Em {
  const last = before.at(-1) ?? '';
  const first = after.at(0) ?? '';
  if (last === ' ' || first === ' ') return QUARTER;
  const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);
  const isLatin = (character: string): boolean => /[\dA-Za-z]/.test(character);
  return (isHan(last) && isLatin(first)) || (isLatin(last) && isHan(first)) ? QUARTER : 0;
}

const QUARTER: Em = 0.25;

/** Words that the plan wrote and words of the copy, as pieces. */
export function phrasePieces(
  phrases: readonly Phrase[],
  { face, size }: Pick<WordStyle, 'face' | 'size'>,
): readonly Piece[] {
  return phrases.map((phrase) => {
    const label = phrase.kind === 'written' && phrase.label;
    const text = phrase.kind === 'copy' ? phrase.text : phrase.characters;
    return { text, face, size, before: label ? 1.5 * size : size };
  });
}

/** Groups of words in rows over a width: each row from edge to edge with even spaces. */
export interface Strip {
  readonly rows: readonly (readonly { readonly row: Row; readonly x: Pt }[])[];
}

/**
 * Spreads groups over a width in as few rows as keep `least` white between them, the rows as even as their order allows.
 * A group that is wider than all of it is set smaller.
 */
export function setStrip(groups: readonly Row[], width: Pt, least: Pt): Strip {
  const fitting = groups
    .filter((row) => row.width > 0)
    .map((row) => (row.width > width ? scaledRow(row, width / row.width) : row));
  const most = packed(fitting, width, least).length;
  let rows = packed(fitting, width, least);
  // The narrowest bound that needs no row more makes the rows even.
  for (let share = 0.95; share > 0.4 && rows.length > 1; share -= 0.05) {
    const even = packed(fitting, width * share, least);
    if (even.length > most) break;
    rows = even;
  }
  return { rows: rows.map((row) => spread(row, width)) };
}

function packed(groups: readonly Row[], width: Pt, least: Pt): readonly (readonly Row[])[] {
  const rows: Row[][] = [];
  let used = Infinity;
  for (const group of groups) {
    if (used + least + group.width > width + TOLERANCE) {
      rows.push([]);
      used = -least;
    }
    rows.at(-1)?.push(group);
    used += least + group.width;
  }
  return rows;
}

function spread(groups: readonly Row[], width: Pt): Strip['rows'][number] {
  const ink = groups.reduce((sum, row) => sum + row.width, 0);
  const gap = groups.length > 1 ? (width - ink) / (groups.length - 1) : 0;
  let x = 0;
  return groups.map((row) => {
    const at = x;
    x += row.width + gap;
    return { row, x: at };
  });
}
