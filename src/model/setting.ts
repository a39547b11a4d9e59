import type { Em } from '../base/units.ts';

/** What may be written for the settings that take one of a few words. */
export const SETTING_WORDS = {
  /** Levels of the rules for line starts and line ends (CLREQ; `css-*`: css-text `line-break` for Chinese). */
  kinsoku: ['none', 'basic', 'gb', 'strict', 'css-loose', 'css-normal', 'css-strict'],
  /** Styles of mark widths (CLREQ; `css-*`: css-text-4 `text-spacing-trim`). */
  punctuation: [
    'quanjiao',
    'kaiming',
    'banjiao',
    'css-normal',
    'css-space-all',
    'css-space-first',
    'css-trim-start',
    'css-trim-all',
  ],
  startTrim: ['none', 'allow', 'force'],
  endTrim: ['none', 'allow', 'force'],
  hang: ['none', 'allow-end', 'force-end'],
  breaking: ['first-fit', 'total-fit'],
  overflow: ['push-in', 'push-out'],
  align: ['justify', 'start'],
  /** Whether an ellipsis or dash at a line start is a cost. */
  ellipsisStart: ['allow', 'avoid'],
  language: ['zh-Hans', 'zh-Hant', 'ja', 'ko'],
  /** Patterns by which Latin words are divided at line ends. */
  hyphenation: ['none', 'en-us'],
} as const;

type WordOf<Key extends keyof typeof SETTING_WORDS> = (typeof SETTING_WORDS)[Key][number];

export type Kinsoku = WordOf<'kinsoku'>;
export type PunctuationStyle = WordOf<'punctuation'>;
export type EdgeTrim = WordOf<'startTrim'>;
export type Language = WordOf<'language'>;

/** Everything that decides how a text breaks into lines, beside its measure and its faces. */
export interface Setting {
  /** Blank before the first line of a paragraph. */
  readonly indent: Em;
  readonly kinsoku: Kinsoku;
  readonly punctuation: PunctuationStyle;
  /** How far the blank half of a mark may shrink to fill or save a line, 0 to 0.5. */
  readonly markShrink: Em;
  readonly startTrim: EdgeTrim;
  readonly endTrim: EdgeTrim;
  readonly hang: WordOf<'hang'>;
  /** Natural gap between Han and Latin or digits. */
  readonly cjkLatinGap: Em;
  readonly tracking: Em;
  readonly breaking: WordOf<'breaking'>;
  readonly overflow: WordOf<'overflow'>;
  readonly align: WordOf<'align'>;
  /** Characters (words and numbers count one, marks none) that a last line must hold where it can. */
  readonly shortLast: number;
  readonly ellipsisStart: WordOf<'ellipsisStart'>;
  readonly language: Language;
  readonly hyphenation: WordOf<'hyphenation'>;
}

/**
 * What the text of a page has in a language where its layout does not say otherwise, over DEFAULT_SETTING; one row a
 * language. CLREQ (paragraph indent, marks at line ends, #prohibition_rules_for_line_start_end); JIS X 4051 and JLREQ
 * (indent of one em, 。 at a line end one em or half).
 */
export const LANGUAGE_SETTINGS: Readonly<Record<Language, Partial<Setting>>> = {
  'zh-Hans': { indent: 2, endTrim: 'force' },
  // Marks stand in the middle of their frame; papers hardly ever close them up.
  'zh-Hant': { indent: 2, endTrim: 'allow', markShrink: 0.25 },
  // The blank of a bracket or comma keeps a quarter.
  ja: { indent: 1, endTrim: 'allow', markShrink: 0.25 },
  ko: { indent: 1, endTrim: 'allow', cjkLatinGap: 0 },
};

/** The defaults of `pagegen lines`; layouts set `endTrim: force` on top. */
export const DEFAULT_SETTING: Setting = {
  indent: 0,
  kinsoku: 'gb',
  punctuation: 'quanjiao',
  markShrink: 0.5,
  startTrim: 'force',
  endTrim: 'allow',
  hang: 'none',
  cjkLatinGap: 0.25,
  tracking: 0,
  breaking: 'total-fit',
  overflow: 'push-in',
  align: 'justify',
  shortLast: 2,
  ellipsisStart: 'allow',
  language: 'zh-Hans',
  hyphenation: 'none',
};
