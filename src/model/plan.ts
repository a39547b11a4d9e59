import type { Direction } from './direction.ts';
import type { Text } from './issue.ts';
import type { Design, Theme } from './layout.ts';
import type { Paper } from './page.ts';

/**
 * A page with every choice made that copy and layout make: names looked up, defaults filled in, words of the furniture
 * written. What is left open are the numbers that make the page full, which `designs` bound.
 */
export interface PagePlan {
  readonly paper: Paper;
  readonly number?: string;
  readonly date?: string;
  readonly accent: Theme;
  readonly folio: FolioCopy;
  readonly kicker?: Text;
  readonly headline: Text;
  readonly headlineDirection: Direction;
  readonly deck?: Text;
  readonly lead: readonly Text[];
  readonly byline: readonly Phrase[];
  readonly blocks: readonly PlannedBlock[];
  /** In order of preference; at least one. */
  readonly designs: readonly Design[];
}

/** Words of one line, those of the copy and those that the engine writes. */
export type Phrase = CopyPhrase | WrittenPhrase;

export interface CopyPhrase {
  readonly kind: 'copy';
  readonly text: Text;
}

/** Words of the furniture: labels, dates, numerals. They are not counted as copy. */
export interface WrittenPhrase {
  readonly kind: 'written';
  readonly characters: string;
  /** Set in the face of labels. */
  readonly label: boolean;
}

export interface FolioCopy {
  readonly number?: Text;
  readonly section?: Text;
  readonly edition?: Text;
  /** Date, weekday and lunar date, in this order. */
  readonly day: readonly string[];
  readonly credits: readonly Phrase[];
}

export interface PlannedBlock {
  readonly numeral: string;
  readonly title?: Text;
  readonly theme: Theme;
  readonly direction: Direction;
  readonly paragraphs: readonly Text[];
}
