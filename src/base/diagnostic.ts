import type { SourceRange } from './source.ts';

export type Severity = 'error' | 'warning';

/** Numbers and words that a message names, filled into its sentence in either language. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Stable names of every problem. Each has a severity and its sentences in `output/messages.ts` and an entry in
 * docs/diagnostics.md (compared by a test).
 */
export type DiagnosticCode =
  // reading the files
  | 'cannot-read'
  | 'yaml-syntax'
  | 'empty-file'
  | 'too-large'
  | 'tab'
  | 'missing-key'
  | 'unknown-key'
  | 'duplicate-key'
  | 'wrong-type'
  | 'bad-value'
  | 'bad-length'
  | 'bad-colour'
  | 'bad-date'
  | 'bad-markup'
  | 'not-built'
  | 'conflicting-keys'
  | 'duplicate-name'
  | 'uneven-rows'
  // names that must exist
  | 'unknown-layout'
  | 'unknown-theme'
  | 'unknown-style'
  | 'unknown-font'
  | 'unknown-story'
  | 'unknown-paper'
  | 'unknown-region'
  // files that an issue names
  | 'missing-data'
  | 'missing-picture'
  | 'broken-picture'
  | 'low-resolution'
  | 'advert-shape'
  | 'picture-ink'
  | 'picture-words'
  | 'foreign-colour'
  | 'foreign-font'
  | 'see-through'
  // places of a layout
  | 'region-outside'
  | 'region-overlap'
  | 'unknown-ink'
  // fonts
  | 'bad-font'
  | 'font-licence'
  | 'missing-glyph'
  | 'fallback-glyph'
  // setting
  | 'overfull-line'
  | 'loose-line'
  | 'unclosed-quote'
  // making up
  | 'head-too-long'
  | 'headline-laid'
  | 'wish-missed'
  | 'advert-unplaced'
  | 'stale-lock'
  | 'overset'
  | 'short'
  // press
  | 'bad-profile'
  | 'ink-limit'
  | 'much-ink'
  | 'rich-black'
  | 'thin-rule'
  | 'name-taken'
  // the copy itself, by `pagegen check` (what follows `copy-` is the name under `check:` in the issue file)
  | 'copy-straight-quote'
  | 'copy-nested-quote'
  | 'copy-half-width-mark'
  | 'copy-full-width-form'
  | 'copy-doubled-mark'
  | 'copy-mark-order'
  | 'copy-ellipsis'
  | 'copy-dash'
  | 'copy-wave'
  | 'copy-name-dot'
  | 'copy-doubled-word'
  | 'copy-stray-space'
  | 'copy-mixed-script'
  | 'copy-number-style'
  | 'copy-approximate-number'
  | 'copy-number-range'
  | 'copy-thousands'
  | 'copy-dateline'
  | 'copy-banned-word'
  // taboos of the made-up page (what follows `taboo-` is the name under `lint:` in a layout and `allow:` in a story)
  | 'taboo-tombstone'
  | 'taboo-same-heads'
  | 'taboo-full-break'
  | 'taboo-text-off-head'
  | 'taboo-wrong-turn'
  | 'taboo-head-order'
  | 'taboo-leg-length'
  | 'taboo-lone-line'
  | 'taboo-subhead-at-foot'
  | 'taboo-uneven-feet'
  | 'taboo-picture-in-leg'
  | 'taboo-collision'
  | 'taboo-river'
  | 'taboo-caption-between'
  | 'taboo-reversed-type'
  | 'taboo-tinted-type'
  | 'unknown-allowance'
  | 'unused-allowance'
  // the publication form of the made-up page
  | 'form-name'
  | 'form-name-size'
  | 'form-date'
  | 'form-issue-number'
  | 'form-page-count'
  | 'form-registration'
  | 'form-publisher'
  | 'form-address'
  | 'form-printer'
  | 'form-distribution'
  | 'form-price'
  | 'form-special'
  | 'form-page-number'
  | 'form-section'
  | 'form-advertisement'
  | 'form-points';

/** A remedy: one thing to try. Its sentence stands in `output/messages.ts` under its code. */
export interface Hint {
  readonly code: HintCode;
  readonly values?: Values;
  /** What to change in the file, all of it together, where the remedy is as plain as that. */
  readonly changes?: readonly Change[];
}

/** Copy that may be left out, or a picture whose height may change by these shares. */
export type Change =
  | { readonly kind: 'leave-out'; readonly range: SourceRange }
  | { readonly kind: 'crop'; readonly range: SourceRange; readonly least: number; readonly most: number };

export type HintCode =
  | 'did-you-mean'
  | 'known-names'
  | 'expected'
  | 'quote-value'
  | 'chinese-quotes'
  | 'list-dash'
  | 'fullwidth-colon'
  | 'fullwidth-comma'
  | 'fullwidth-space'
  | 'use-spaces'
  | 'write-inks'
  | 'escape-mark'
  | 'page-kinds'
  | 'close-quote'
  | 'add-font'
  | 'convert-font'
  | 'cut-copy'
  | 'add-copy'
  | 'shorten-head'
  | 'vertical-head'
  | 'leave-out-paragraph'
  | 'leave-out-paragraphs'
  | 'leave-out-brief'
  | 'crop-picture'
  | 'part-heads'
  | 'vary-heads'
  | 'interlock'
  | 'head-over-text'
  | 'turn-next'
  | 'step-heads'
  | 'divide-leg'
  | 'add-to-leg'
  | 'reword-paragraph'
  | 'move-subhead'
  | 'level-feet'
  | 'picture-up'
  | 'part-stories'
  | 'reword-line'
  | 'caption-aside'
  | 'larger-type'
  | 'solid-type'
  | 'allow-taboo'
  | 'write-fact'
  | 'shown-fact'
  | 'masthead-layout'
  | 'larger-name'
  | 'mark-advert'
  | 'mend-form'
  | 'less-ink'
  | 'black-only'
  | 'thicker-rule'
  | 'name-by-page'
  | 'name-profile';

/** One problem, as data: the sentence is made when it is shown, in the reader's language. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly values: Values;
  readonly range?: SourceRange;
  readonly hints?: readonly Hint[];
}

/** Where a stage writes problems. Write-only: no stage may read what was reported. */
export type Report = (diagnostic: Diagnostic) => void;
