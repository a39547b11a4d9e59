import type { Em } from '../base/units.ts';
import type { Language, PunctuationStyle } from '../model/setting.ts';
import type { CharacterClass } from './classes.ts';
import { STYLES } from './rules.ts';

/** The parts of a character's width: the face that stays, the blanks that may go, and where its ink sits. */
export interface Face {
  readonly face: Em;
  readonly before: Em;
  readonly after: Em;
  /** Distance of the glyph's origin from the start of the face. */
  readonly offset: Em;
}

export interface FaceInput {
  readonly codePoint: number;
  readonly kind: CharacterClass;
  /** Advance of the glyph, or of the ideal font. */
  readonly advance: Em;
  /** Whether the advance comes from a font file, whose facts are overruled, or from an ideal font, whose are law. */
  readonly real: boolean;
  readonly style: PunctuationStyle;
  readonly language: Language;
}

/** Width that a class has whatever the font says, em (GB/T 15834 5.1.4 to 5.1.9). */
const IMPOSED: Partial<Record<CharacterClass, Em>> = {
  centred: 1,
  'double-stop': 1,
  ellipsis: 1,
  'long-connector': 1,
  hyphen: 0.5,
  solidus: 0.5,
  'ideographic-space': 1,
};

/** Widths of · and of the other interpuncts (・ ‧ •) by language, em; `undefined`: its own (GB/T 15834 5.1.7; CLREQ; JLREQ). */
const MIDDLE_DOT: Readonly<Record<Language, Em | undefined>> = {
  'zh-Hans': 0.5,
  'zh-Hant': 1,
  ja: 0.5,
  ko: undefined,
};
const INTERPUNCT: Readonly<Record<Language, Em>> = { 'zh-Hans': 0.5, 'zh-Hant': 1, ja: 1, ko: 1 };

/** The face of a mark by class and style; of every other character its own advance. */
export function faceOf(input: FaceInput): Face {
  const { codePoint, kind, advance } = input;
  const rule = STYLES[input.style];
  if (rule.middleDot !== undefined && codePoint === 0x30fb) return centred(rule.middleDot, advance);
  if (kind === 'opening') return isHalfForm(codePoint) ? whole(advance) : openingFace(rule.opening, advance);
  if (kind === 'closing' || kind === 'pause' || kind === 'stop') {
    if (isHalfForm(codePoint)) return whole(advance);
    if (rule.fullStops && (codePoint === 0xff01 || codePoint === 0xff1f)) return centred(1, advance);
    return trailingFace(kind, rule[kind], advance);
  }
  if (kind === 'dash') return { face: codePoint === 0x2e3a ? 2 : 1, before: 0, after: 0, offset: 0 };
  const imposed = input.real ? imposedWidth(input) : undefined;
  return imposed === undefined ? whole(advance) : centred(imposed, advance);
}

function imposedWidth({ codePoint, kind, advance, language }: FaceInput): Em | undefined {
  if (kind === 'wave') return codePoint === 0x7e ? undefined : 1;
  if (kind === 'interpunct') return codePoint === 0xb7 ? MIDDLE_DOT[language] : INTERPUNCT[language];
  if (kind === 'han' || kind === 'kana' || kind === 'iteration') return advance > 0.75 ? 1 : undefined;
  return IMPOSED[kind];
}

/** Half-width forms of brackets and stops have no blank. */
function isHalfForm(codePoint: number): boolean {
  return codePoint >= 0xff61 && codePoint <= 0xff65;
}

function whole(advance: Em): Face {
  return { face: advance, before: 0, after: 0, offset: 0 };
}

function centred(width: Em, advance: Em): Face {
  return { face: width, before: 0, after: 0, offset: (width - advance) / 2 };
}

/** The ink of an opening mark fills the right half of its frame; a proportional glyph is centred in the half. */
function openingFace(blank: Em, advance: Em): Face {
  const offset = advance < 0.75 ? (0.5 - advance) / 2 : 0.5 - advance;
  return { face: 0.5, before: blank, after: 0, offset };
}

/** The ink of closing marks and stops fills the left half; only proportional brackets and quotes are centred in it. */
function trailingFace(kind: CharacterClass, blank: Em, advance: Em): Face {
  const offset = kind === 'closing' && advance < 0.75 ? (0.5 - advance) / 2 : 0;
  return { face: 0.5, before: 0, after: blank, offset };
}
