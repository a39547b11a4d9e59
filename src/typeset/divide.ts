import type { Em } from '../base/units.ts';
import type { Setting } from '../model/setting.ts';
import { addressSpans } from './addresses.ts';
import type { AddressSpan } from './addresses.ts';
import { divisionsOf } from './hyphen.ts';
import { idealAdvance } from './ideal.ts';
import type { DivisionHyphen, Sign } from './sign.ts';
import type { Source } from './signs.ts';

/**
 * The signs with the hyphens that a line end may bring into a Latin word. Addresses, words in capitals, words with
 * other letters than a to z and ligatures are left whole; a word beside a hyphen of its own is divided there only.
 */
export function divided(
  signs: readonly Sign[],
  source: Source,
  setting: Pick<Setting, 'hyphenation'>,
): readonly Sign[] {
  if (setting.hyphenation === 'none' || !signs.some((sign) => isLetter(sign))) return signs;
  const addresses = addressSpans(signs.map((sign) => sign.codePoint));
  const hyphens = new Map<number, DivisionHyphen>();
  for (let at = 0; at < signs.length; at += 1) {
    const end = wordEnd(signs, at);
    if (end - at >= 2 && standsAlone(signs, at, end) && !isWithin(addresses, at)) {
      for (const place of divisionsOf(lettersOf(signs, at, end))) {
        const first = signs[at + place];
        if (first && !first.glued) hyphens.set(at + place, hyphenBeside(signs[at + place - 1], source));
      }
    }
    at = Math.max(at, end - 1);
  }
  return hyphens.size === 0
    ? signs
    : signs.map((sign, at) => {
        const hyphen = hyphens.get(at);
        return hyphen ? { ...sign, hyphen } : sign;
      });
}

function isLetter({ kind, codePoint }: Sign): boolean {
  const letter = codePoint | 0x20;
  return kind === 'latin' && letter >= 0x61 && letter <= 0x7a;
}

function wordEnd(signs: readonly Sign[], at: number): number {
  let end = at;
  for (let sign = signs[end]; sign && isLetter(sign); sign = signs[end]) end += 1;
  return end;
}

function lettersOf(signs: readonly Sign[], from: number, to: number): string {
  return String.fromCodePoint(...signs.slice(from, to).map((sign) => sign.codePoint));
}

/** Nothing Latin touches the word, and it is no acronym. */
function standsAlone(signs: readonly Sign[], from: number, to: number): boolean {
  const touches = [signs[from - 1], signs[to]].some(
    (sign) => sign?.kind === 'latin' || sign?.kind === 'digit' || sign?.kind === 'combining',
  );
  return (
    !touches && lettersOf(signs, from, to).slice(1) !== lettersOf(signs, from, to).slice(1).toUpperCase()
  );
}

function isWithin(addresses: readonly AddressSpan[], at: number): boolean {
  return addresses.some(({ start, end }) => at >= start && at < end);
}

const HYPHEN = 0x2d;

/** The hyphen of the face that sets the letter before it. */
function hyphenBeside(letter: Sign | undefined, source: Source): DivisionHyphen {
  if (source.kind === 'ideal') return { advance: idealAdvance(source.font, HYPHEN, 'latin') };
  const font = letter?.glyph && source.fonts.get(letter.glyph.font);
  const glyph = font?.glyph(HYPHEN);
  const advance: Em = glyph?.advance ?? 0;
  return font && glyph ? { advance, glyph: { id: glyph.id, font: font.key } } : { advance };
}
