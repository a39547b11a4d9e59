import type { Rect } from '../base/geometry.ts';
import type { Pt } from '../base/units.ts';
import type { Text } from './issue.ts';

/** What a passage is on its page. */
export type PassagePart =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'dateline'
  | 'lead'
  | 'byline'
  | 'title'
  | 'text'
  | 'opening'
  | 'label'
  | 'furniture';

/** A paragraph, a heading or a name of the copy, with where it belongs. */
export interface Passage {
  readonly part: PassagePart;
  /** From 1, among the passages of its part in its unit. */
  readonly number: number;
  /** How many of its part the unit has. */
  readonly of: number;
  readonly text: Text;
}

/** A story of a page of several, a block or the head of a page of one, or what stands around the copy. */
export interface CopyUnit {
  readonly kind: 'story' | 'block' | 'head' | 'furniture';
  /** Id of a story; the title of a block. */
  readonly key: string;
  /** How people call it: its headline or title. */
  readonly label: string;
  readonly passages: readonly Passage[];
}

/** Where something changed. */
export interface ChangePlace {
  readonly kind: CopyUnit['kind'];
  readonly unit: string;
  readonly label: string;
  readonly part: PassagePart;
  readonly number: number;
  readonly of: number;
}

export interface Sentence {
  readonly text: string;
  /** Its passage, and its half-open span in the characters of it. */
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** Words that both have, or that only the old or the new sentence has. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A sentence that was reworded, that came, that went, or that stands unchanged in another place. */
export type WordChange =
  | {
      readonly kind: 'changed';
      readonly place: ChangePlace;
      readonly before: Sentence;
      readonly after: Sentence;
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'added'; readonly place: ChangePlace; readonly after: Sentence }
  | { readonly kind: 'removed'; readonly place: ChangePlace; readonly before: Sentence }
  | {
      readonly kind: 'moved';
      readonly place: ChangePlace;
      readonly to: ChangePlace;
      readonly before: Sentence;
      readonly after: Sentence;
    };

/** A character or cluster on the page, and which of its passage it is. */
export interface LineCell {
  readonly index: number;
  readonly rect: Rect;
}

export interface PageLine {
  readonly text: string;
  readonly rect: Rect;
  readonly cells: readonly LineCell[];
}

/** Lines of a passage that turn otherwise than before; lines that both have are not among them. */
export interface TurnedLines {
  readonly place: ChangePlace;
  readonly before: readonly PageLine[];
  readonly after: readonly PageLine[];
}

/** A place on the page in basic columns and body lines, both from 1. */
export interface GridPlace {
  readonly column: number;
  readonly line: number;
  readonly columns: number;
  readonly lines: number;
}

export interface DesignFacts {
  readonly size: Pt;
  readonly leading: Pt;
  readonly columns: number;
  readonly lines: number;
}

/** What else is different on the page. */
export type PageChange =
  | { readonly kind: 'design'; readonly before: DesignFacts; readonly after: DesignFacts }
  | {
      readonly kind: 'story-moved' | 'story-resized';
      readonly unit: string;
      readonly label: string;
      readonly before: readonly Rect[];
      readonly after: readonly Rect[];
      readonly from: GridPlace;
      readonly to: GridPlace;
    }
  | {
      readonly kind: 'head-resized';
      readonly unit: string;
      readonly label: string;
      readonly part: PassagePart;
      readonly before: { readonly size: Pt; readonly rect: Rect };
      readonly after: { readonly size: Pt; readonly rect: Rect };
    }
  | {
      readonly kind: 'picture-moved' | 'picture-added' | 'picture-removed';
      readonly file: string;
      readonly before?: Rect;
      readonly after?: Rect;
    };

export interface PageDifference {
  /** From 1, in the order of the issue. */
  readonly page: number;
  /** Its number as printed, if it has one. */
  readonly printed?: string;
  readonly changes: readonly PageChange[];
  readonly turned: readonly TurnedLines[];
  /** Lines that read as before and stand elsewhere. */
  readonly shifted: number;
}

/** Everything that is different between two issues. */
export interface Difference {
  readonly words: readonly WordChange[];
  readonly pages: readonly PageDifference[];
}

/** What a mark on a page says: words that go or come, lines that turn, a story that moved, a head of another size. */
export type MarkKind = 'removed' | 'added' | 'turned' | 'moved' | 'head';

export interface PageMark {
  readonly kind: MarkKind;
  readonly rect: Rect;
}

/** Marks on the old and the new page. */
export interface PageMarks {
  readonly before: readonly PageMark[];
  readonly after: readonly PageMark[];
}
