import type { Em } from '../base/units.ts';
import type { Kinsoku, Language, PunctuationStyle } from '../model/setting.ts';
import type { CharacterClass } from './classes.ts';

/** One row of a table. An absent side matches every class. */
export interface PairRule {
  readonly left?: readonly CharacterClass[];
  readonly right?: readonly CharacterClass[];
  readonly source: string;
}

const HAN = ['han', 'kana', 'iteration'] as const satisfies readonly CharacterClass[];
const WORD = ['latin', 'digit'] as const satisfies readonly CharacterClass[];
const AFTER_MARK = ['closing', 'pause', 'stop'] as const satisfies readonly CharacterClass[];
const CONNECTOR = ['hyphen', 'long-connector', 'wave'] as const satisfies readonly CharacterClass[];

/** What a level forbids at the edges of a line, by class. */
export interface KinsokuRule {
  readonly start: readonly CharacterClass[];
  readonly end: readonly CharacterClass[];
  /** Characters forbidden at a line start. */
  readonly startCharacters: string;
  readonly endCharacters: string;
  readonly source: string;
}

const BASIC_START = [
  ...AFTER_MARK,
  ...CONNECTOR,
  'double-stop',
  'centred',
  'interpunct',
  'iteration',
] as const satisfies readonly CharacterClass[];

const PROHIBITION = 'CLREQ #prohibition_rules_for_line_start_end';
const CSS_LINE_BREAK = 'css-text-3 #line-break-property; UAX #14';
const CSS_NORMAL = '：；・･！？‼⁇⁈⁉․‥…⋯︙°‰′″‵℃℉﹪％￠々〻ゝゞヽヾ';
const CSS_PREFIXES = '±€№￡￥￦＄＃';

/** Line-start and line-end rules by level; the `css-*` rows go by Unicode Line_Break. */
export const KINSOKU: Readonly<Record<Kinsoku, KinsokuRule>> = {
  none: { start: [], end: [], startCharacters: '', endCharacters: '', source: PROHIBITION },
  basic: {
    start: BASIC_START,
    end: ['opening'],
    startCharacters: '',
    endCharacters: '',
    source: PROHIBITION,
  },
  gb: {
    start: [...BASIC_START, 'solidus'],
    end: ['opening', 'solidus'],
    startCharacters: '',
    endCharacters: '',
    source: PROHIBITION + '; GB/T 15834 5.1',
  },
  strict: {
    start: [...BASIC_START, 'solidus', 'dash', 'ellipsis'],
    end: ['opening', 'solidus'],
    startCharacters: '',
    endCharacters: '',
    source: PROHIBITION,
  },
  'css-loose': {
    start: ['closing'],
    end: ['opening'],
    startCharacters: '，。、．､｡',
    endCharacters: '',
    source: CSS_LINE_BREAK,
  },
  'css-normal': {
    start: ['closing'],
    end: ['opening'],
    startCharacters: '，。、．､｡' + CSS_NORMAL,
    endCharacters: CSS_PREFIXES,
    source: CSS_LINE_BREAK,
  },
  'css-strict': {
    start: ['closing'],
    end: ['opening'],
    startCharacters: '，。、．､｡' + CSS_NORMAL + '‐–〜゠ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ',
    endCharacters: CSS_PREFIXES,
    source: CSS_LINE_BREAK,
  },
};

/** Words and numbers with what belongs to them: neither parted nor stretched. */
const TIED: readonly PairRule[] = [
  { left: WORD, right: WORD, source: 'UAX #14 LB23, LB25, LB28: words and numbers are not cut' },
  { left: ['prefix'], right: ['digit', 'prefix'], source: 'CLREQ issue 262; UAX #14 LB25' },
  { left: ['digit'], right: ['suffix', 'unit'], source: 'CLREQ issue 262; UAX #14 LB25' },
  { left: ['suffix', 'unit'], right: ['suffix'], source: 'UAX #14 LB25' },
  { left: ['digit'], right: ['prefix'], source: 'CLREQ issue 262: a currency sign on either side' },
  { left: WORD, right: ['hyphen'], source: 'UAX #14 LB21' },
  { right: ['latin-closing'], source: 'UAX #14 LB13' },
  { left: ['latin-opening'], source: 'UAX #14 LB14' },
  { left: WORD, right: ['latin-opening'], source: 'UAX #14 LB30' },
  { left: ['latin-closing'], right: WORD, source: 'UAX #14 LB29, LB30' },
];

/** Pairs that no line break may part, at any level. A side of the wrong class is no match; spaces count as themselves. */
export const UNBREAKABLE: readonly PairRule[] = [
  ...TIED,
  { left: ['stop', 'double-stop'], right: ['stop', 'double-stop'], source: 'GB/T 15834 5.1.2' },
  {
    right: ['combining', 'no-break-space', 'space', 'ideographic-space'],
    source: 'UAX #14 LB7, LB9, LB12, LB21',
  },
  { left: ['no-break-space'], source: 'UAX #14 LB12' },
];

const KOREAN_WORD = 'KLREQ, line breaking by words; css-text-3 word-break: keep-all; UAX #14 LB30';

/** Pairs that are kept together in languages which part their words by spaces. */
export const KEPT_WORDS: Readonly<Partial<Record<Language, readonly PairRule[]>>> = {
  ko: [
    {
      left: ['hangul', 'han', ...WORD, 'suffix', 'unit', 'closing', 'latin-closing'],
      right: ['hangul'],
      source: KOREAN_WORD,
    },
    { left: ['hangul'], right: ['han', ...WORD, 'prefix', 'opening', 'latin-opening'], source: KOREAN_WORD },
  ],
};

/** Breaks inside a range, such as 63%～|68%: legal, but a cost, since both ends are read together. */
export const RANGE_BREAKS: readonly PairRule[] = [
  {
    left: CONNECTOR,
    right: ['digit', 'prefix'],
    source:
      'GB/T 15834 5.1.6; CLREQ #prohibition_rules_for_line_start_end: a connector may end a line, not begin one',
  },
];

/** Connectors that tie digits to one number, a telephone number, rather than two to a range (GB/T 15834 5.1.6; house). */
export const NUMBER_TIES = '-\u2010';

/** Joints that are never stretched. Joints inside words, numbers and long marks are none at all. */
export const UNSTRETCHABLE: readonly PairRule[] = [
  ...TIED,
  { left: [...CONNECTOR, 'solidus'], source: 'CLREQ #procedures_for_inter-character_space_expansion' },
  { right: [...CONNECTOR, 'solidus'], source: 'CLREQ #procedures_for_inter-character_space_expansion' },
  { right: ['combining', 'space', 'no-break-space'], source: 'house: a space has one joint, behind it' },
];

/** Joints between Han and what is written with Latin letters or digits; only ASCII signs and letters take the gap. */
export const GAPS: readonly PairRule[] = [
  {
    left: HAN,
    right: [...WORD, 'prefix', 'latin-opening', 'latin-closing'],
    source: 'CLREQ #mixed_text_composition_in_horizontal_writing_mode',
  },
  {
    left: [...WORD, 'prefix', 'suffix', 'latin-closing'],
    right: HAN,
    source: 'CLREQ #mixed_text_composition_in_horizontal_writing_mode',
  },
];

/** Where a blank half vanishes because two marks belong together. */
export interface BlankRule extends PairRule {
  readonly drop: 'left' | 'right';
  readonly styles: 'all' | 'css';
}

const ADJACENT = 'CLREQ #h-adjustment_of_adjacent_punctuation_marks';
const CSS_TRIM = 'css-text-4 #text-spacing-trim-property';

/** The first row that matches is taken; `drop` says which side of the joint loses its blank. */
export const ADJACENT_BLANKS: readonly BlankRule[] = [
  { left: ['opening'], right: ['opening'], drop: 'right', styles: 'all', source: ADJACENT },
  { left: AFTER_MARK, right: AFTER_MARK, drop: 'left', styles: 'all', source: ADJACENT },
  { left: AFTER_MARK, right: ['opening'], drop: 'right', styles: 'all', source: ADJACENT },
  { left: AFTER_MARK, right: ['interpunct', 'centred'], drop: 'left', styles: 'all', source: CSS_TRIM },
  { left: ['interpunct', 'centred'], right: ['opening'], drop: 'right', styles: 'all', source: CSS_TRIM },
  { left: AFTER_MARK, right: ['double-stop'], drop: 'left', styles: 'all', source: ADJACENT },
  { left: AFTER_MARK, right: ['ideographic-space'], drop: 'left', styles: 'css', source: CSS_TRIM },
  { left: ['ideographic-space'], right: ['opening'], drop: 'right', styles: 'css', source: CSS_TRIM },
];

/** Natural blanks of marks by style, em. */
export interface StyleRule {
  readonly opening: Em;
  readonly closing: Em;
  readonly pause: Em;
  readonly stop: Em;
  /** Classes that must follow a stop for its blank to stand; absent: any. */
  readonly stopBefore?: readonly CharacterClass[];
  /** Whether adjacent marks lose the blank between them. */
  readonly pairs: boolean;
  /** ！ and ？ keep the whole em and make no pairs (css), or have a blank half as other stops. */
  readonly fullStops: boolean;
  /** Width of ・; absent: its own. */
  readonly middleDot?: Em;
  readonly source: string;
}

const KAIMING_STOP = [...HAN, 'hangul', 'latin', 'digit', 'prefix', 'opening', 'dash'] as const;
const FULL = { opening: 0.5, closing: 0.5, pause: 0.5, stop: 0.5 };
const CSS = { ...FULL, pairs: true, fullStops: true, source: CSS_TRIM };

export const STYLES: Readonly<Record<PunctuationStyle, StyleRule>> = {
  quanjiao: { ...FULL, pairs: true, fullStops: false, source: 'GB/T 15834 5.1; CLREQ appendix A' },
  kaiming: {
    opening: 0,
    closing: 0,
    pause: 0,
    stop: 0.5,
    stopBefore: KAIMING_STOP,
    pairs: true,
    fullStops: false,
    source: 'CLREQ issues 572, 578; chinese-jfm',
  },
  banjiao: {
    opening: 0,
    closing: 0,
    pause: 0,
    stop: 0,
    pairs: true,
    fullStops: false,
    source: 'xeCJK banjiao',
  },
  'css-normal': CSS,
  'css-space-first': CSS,
  'css-trim-start': CSS,
  'css-space-all': { ...CSS, pairs: false },
  'css-trim-all': { ...CSS, opening: 0, closing: 0, pause: 0, stop: 0, middleDot: 0.5 },
};

/** What gives way when a line is too wide, in this order: one class is used up evenly before the next. */
export const SHRINK_ORDER = ['word', 'bracket', 'pause', 'gap', 'stop', 'figure'] as const;
export type ShrinkClass = (typeof SHRINK_ORDER)[number];

/**
 * Widths that elastic spaces keep, em. CLREQ #procedures_for_inter-character_spacing_reduction and _expansion. The gap
 * beside figures may vanish when all else has given way: newspapers set figures with 0 to 1/8 em (CLREQ
 * #mixed_text_composition_in_horizontal_writing_mode: up to 1/4).
 */
export const SPACE_LIMITS = {
  word: { least: 0.25, most: 0.5 },
  /** What a word space may take over its own width in a language of WORD_SPACED (house). */
  wordSpaced: { more: 0.5 },
  gap: { leastShare: 0.5, mostShare: 4 / 3 },
  figure: { leastShare: 0 },
} as const;

/** Han that count as units of a number before them: a break there is a small cost (house). */
export const NUMBER_UNITS =
  '年月日号时点分秒世岁元角万亿千百余多个名位人次届项家条件米吨公里平方度倍成户亩张场天周户只台辆座套期';

/** Languages whose lines are justified by their word spaces alone, as long as those suffice (house, after the practice of Korean papers). */
export const WORD_SPACED: ReadonlySet<Language> = new Set<Language>(['ko']);

/** Languages in which the blank of 。 is never taken inside a line (JIS X 4051; JLREQ #procedures_for_inter-character_space_reduction). */
export const FIRM_STOPS: ReadonlySet<Language> = new Set<Language>(['ja']);

/** Marks that may hang outside the measure (CLREQ #hanging_punctuation_marks_at_line_end; css-text-3 stops and commas). */
export const HANGING = '，、。．､｡,.';
