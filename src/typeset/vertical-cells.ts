import type { Em } from '../base/units.ts';
import type { CharacterClass } from './classes.ts';
import type { Sign } from './sign.ts';

/** A letter or figure that stands upright in a line that runs down, in a cell of one em. */
export interface Cell {
  readonly place: 'first' | 'rest';
  /** Whether the cell belongs to the one before it, as the letters of an acronym do. */
  readonly tied: boolean;
  readonly scale: number;
  /** Distance of the glyph's origin from the axis of the line. */
  readonly across: Em;
}

/** The most figures that stand side by side in one em, and the widest that are pressed into it (CLREQ: 2B, A+, 3.0). */
const MOST_BESIDE = 3;
const WIDEST_BESIDE: Em = 1.6;
/** The longest word of capitals that is set letter by letter (house; CLREQ: acronyms stand upright). */
const MOST_CAPITALS = 4;

/**
 * The cells of letters and figures by index of their sign: figures of two or three signs side by side (纵中横), single
 * ones and acronyms upright, one an em. Words that have none are turned; so are all words of a phrase with one of these.
 */
export function cellsOf(signs: readonly Sign[]): ReadonlyArray<Cell | undefined> {
  const cells: (Cell | undefined)[] = signs.map(() => undefined);
  for (let at = 0; at < signs.length; at += 1) {
    const end = phraseEnd(signs, at);
    if (end === at) continue;
    const word = signs.slice(at, end);
    wordCells(word, isSignBefore(signs[at - 1])).forEach((cell, index) => {
      cells[at + index] = cell;
    });
    at = end;
  }
  return cells;
}

const WORDY: ReadonlySet<CharacterClass> = new Set(['latin', 'digit', 'latin-opening', 'latin-closing']);

function isWordy({ kind, codePoint }: Sign): boolean {
  return WORDY.has(kind) || ((kind === 'prefix' || kind === 'suffix') && codePoint < 0x100);
}

/** End of the words with single spaces between them that begin at a sign; the sign itself when none does. */
function phraseEnd(signs: readonly Sign[], from: number): number {
  let end = from;
  for (let at = from; at < signs.length; at += 1) {
    const sign = signs[at];
    if (!sign || !(isWordy(sign) || (at > from && sign.kind === 'space'))) break;
    if (sign.kind !== 'space') end = at + 1;
  }
  return end;
}

function isSignBefore(sign: Sign | undefined): boolean {
  return sign?.kind === 'prefix';
}

function wordCells(word: readonly Sign[], tied: boolean): readonly (Cell | undefined)[] {
  const characters = word.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('');
  if (/^[A-Z]+$/.test(characters) && word.length <= MOST_CAPITALS) {
    return word.map((sign, index) => oneCell(sign, tied || index > 0));
  }
  const [only, ...others] = word;
  if (!only || word.some(({ kind }) => kind === 'space' || kind.startsWith('latin-'))) return [];
  if (others.length === 0) return [oneCell(only, tied)];
  const width = word.reduce((sum, { face }) => sum + face, 0);
  const figures = word.some(({ kind }) => kind === 'digit') || /^[A-Za-z][+−-]$/.test(characters);
  if (word.length > MOST_BESIDE || width > WIDEST_BESIDE || !figures) return [];
  return besides(word, width, tied);
}

function oneCell({ face }: Sign, tied: boolean): Cell {
  const scale = Math.min(1, 1 / face);
  return { place: 'first', tied, scale, across: (-face * scale) / 2 };
}

/** Figures side by side, as large as one em allows. */
function besides(word: readonly Sign[], width: Em, tied: boolean): readonly Cell[] {
  const scale = Math.min(1, 1 / width);
  let across = (-width * scale) / 2;
  return word.map(({ face }, index) => {
    const cell = { place: index === 0 ? 'first' : 'rest', tied, scale, across } as const;
    across += face * scale;
    return cell;
  });
}
