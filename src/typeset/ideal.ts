import type { Em } from '../base/units.ts';
import { isWide } from './classes.ts';
import type { CharacterClass } from './classes.ts';

/** Fonts without a file, for looking at the rules alone. `ideal-square`: every character one em, no blanks in marks. */
export type IdealFont = 'ideal' | 'ideal-square';

const FULL_CLASSES: ReadonlySet<CharacterClass> = new Set([
  'han',
  'hangul',
  'iteration',
  'ideographic-space',
  'opening',
  'closing',
  'pause',
  'stop',
  'double-stop',
  'centred',
  'dash',
  'ellipsis',
  'long-connector',
]);

/** Advance of a character in an ideal font, em. */
export function idealAdvance(font: IdealFont, codePoint: number, kind: CharacterClass): Em {
  if (kind === 'combining') return 0;
  if (font === 'ideal-square') return 1;
  if (codePoint === 0x2e3a) return 2;
  if (codePoint === 0xff0f) return 0.5;
  if (codePoint >= 0xff61 && codePoint <= 0xffdc) return 0.5;
  return FULL_CLASSES.has(kind) || isWide(codePoint) ? 1 : 0.5;
}
