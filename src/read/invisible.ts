import type { SourceLine } from './scalar.ts';

/**
 * What prints nothing and only comes with copy pasted from elsewhere: zero-width and direction signs, and selectors of
 * glyph variants, which the faces do not have (Unicode general category Cf; variation selectors).
 */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\p{Variation_Selector}/u;

const DECOMPOSED = /\P{M}\p{M}+/u;

const PIECES = new RegExp(`${INVISIBLE.source}|${DECOMPOSED.source}`, 'gu');

/** A line as it prints: invisible signs left out, letters typed with separate accents composed (UAX #15, NFC). */
export function visibleLine({ characters, offsets }: SourceLine): SourceLine {
  let text = '';
  const kept: number[] = [];
  const keep = (piece: string, start: number): void => {
    text += piece;
    for (const offset of offsets.slice(start, start + piece.length)) kept.push(offset);
  };
  let at = 0;
  for (const { 0: piece, index } of characters.matchAll(PIECES)) {
    keep(characters.slice(at, index), at);
    const visible = piece.replace(new RegExp(INVISIBLE, 'gu'), '').normalize('NFC');
    if (visible.length <= piece.length) keep(visible, index);
    else keep(piece, index);
    at = index + piece.length;
  }
  keep(characters.slice(at), at);
  return { characters: text, offsets: kept };
}
