import type { Ranged, SourceRange } from '../base/source.ts';
import type { Byline, Credits, Text } from './issue.ts';

/**
 * A news page as written: several stories with their pictures, boxes and advertisements (level 2 of the issue file).
 * Nothing in it says where anything goes, but for wishes.
 */
export interface NewsCopy {
  readonly kind: 'news';
  readonly range: SourceRange;
  /** Page number as it is printed, for instance `3` or `A12`. */
  readonly page?: Text;
  readonly section?: Text;
  readonly edition?: Text;
  readonly credits: Credits;
  /** Hotline, e-mail and whatever else the folio prints, in the order written. */
  readonly contacts: readonly Text[];
  /** What papers/<name>.yaml says of the title; absent when the issue names none. */
  readonly paper?: PaperCopy;
  /** Running number and weather of the day, for the masthead. */
  readonly masthead: MastheadCopy;
  /** Small notices beside the masthead. */
  readonly ears: readonly EarCopy[];
  /** In the order of the file, which is the order of reading. */
  readonly stories: readonly Story[];
  readonly adverts: readonly Advert[];
}

/** Facts of a newspaper title, once for all its pages (regulated: 报纸出版形式差错数计算方法, 2020). */
export interface PaperCopy {
  readonly range: SourceRange;
  readonly name: Text;
  readonly colour?: Ranged<string>;
  readonly logo?: Ranged<string>;
  /** CN registration number. */
  readonly registration?: Text;
  readonly publisher?: Text;
  readonly address?: Text;
  readonly telephone?: Text;
  readonly postcode?: Text;
  readonly printer?: Text;
  readonly printerAddress?: Text;
  readonly distribution?: Text;
  readonly price?: Text;
  readonly house: HouseStyle;
}

/** Forms that the copy check holds the stories to. */
export interface HouseStyle {
  /** The form of the dateline, for instance 本报讯. */
  readonly dateline?: string;
  /** Words that the house does not print, each with what to write instead. */
  readonly banned: readonly { readonly word: string; readonly instead?: string }[];
}

export interface MastheadCopy {
  /** Running number of the issue, 总期号. */
  readonly issue?: Text;
  /** Number of pages of the edition, 版数. */
  readonly pages?: Text;
  readonly weather?: Text;
  /** Whether the lunar date is printed; it is where this is absent. */
  readonly lunar?: boolean;
}

export interface EarCopy {
  readonly range: SourceRange;
  readonly title?: Text;
  readonly text: readonly Text[];
}

export type StoryRole =
  'lead' | 'second' | 'third' | 'brief' | 'briefs' | 'box' | 'photo' | 'comment' | 'notice';

export interface Story {
  readonly range: SourceRange;
  /** Unique on the page; `story-3` when the file gives none. */
  readonly id: string;
  readonly role: StoryRole;
  /** Overrides the role: 1 is the most important. */
  readonly rank?: number;
  readonly head?: HeadCopy;
  readonly editorNote: readonly Text[];
  readonly dateline?: Text;
  readonly byline?: Byline;
  readonly bylinePlace?: BylinePlace;
  readonly lead: readonly Text[];
  readonly parts: readonly StoryPart[];
  readonly endMark?: Text;
  readonly pictures: readonly Picture[];
  readonly frame?: FrameCopy;
  /** The id of the story beside which this one stands. */
  readonly attach?: Ranged<string>;
  readonly wish: Wish;
  readonly allowed: readonly Allowance[];
}

/** Under the head, after the lead, or at the end of the text. */
export type BylinePlace = 'under-headline' | 'after-lead' | 'end';

export interface HeadCopy {
  readonly range: SourceRange;
  readonly kicker?: Text;
  readonly main: Text;
  readonly deck?: Text;
  /** Points of a long story, listed with its head. */
  readonly summary: readonly Text[];
  readonly direction: 'horizontal' | 'vertical' | 'auto';
  /** How head and text stand together; the engine chooses when absent. */
  readonly form?: HeadForm;
}

/**
 * 题文关系: `cover` 盖文题 over the text, `between` 文夹题 text at both sides, `run` 串文题 text on three sides,
 * `within` 文包题 text all round.
 */
export type HeadForm = 'cover' | 'between' | 'run' | 'within';

/** What stands in the columns of a story, in reading order. */
export type StoryPart =
  | ParagraphPart
  | { readonly kind: 'subhead'; readonly range: SourceRange; readonly text: Text }
  | { readonly kind: 'quote'; readonly range: SourceRange; readonly text: Text; readonly by?: Text }
  | {
      readonly kind: 'list';
      readonly range: SourceRange;
      readonly items: readonly Text[];
      readonly numbered: boolean;
    }
  | TablePart
  | ChartPart
  | BriefPart;

export interface ParagraphPart {
  readonly kind: 'paragraph';
  readonly range: SourceRange;
  readonly text: Text;
  /** The engine may leave it out to make the page fit, and says so. */
  readonly optional: boolean;
}

/** A short item under the head of its story; may be left out like a paragraph. */
export interface BriefPart {
  readonly kind: 'brief';
  readonly range: SourceRange;
  readonly title?: Text;
  readonly text: readonly Text[];
  readonly optional: boolean;
}

export interface TablePart {
  readonly kind: 'table';
  readonly range: SourceRange;
  readonly rows: readonly (readonly Text[])[];
  /** Whether the first row names the columns. */
  readonly headed: boolean;
}

export interface ChartPart {
  readonly kind: 'chart';
  readonly range: SourceRange;
  readonly form: 'bar' | 'line' | 'pie';
  readonly title?: Text;
  readonly unit?: Text;
  readonly source?: Text;
  /** The CSV file that the data stand in; its rows are among `labels` and `series` where it was found. */
  readonly file?: Ranged<string>;
  /** Names of the categories along the axis or round the circle. */
  readonly labels: readonly Text[];
  /** One row of values a series, as long as `labels`. */
  readonly series: readonly { readonly name?: Text; readonly values: readonly Ranged<number>[] }[];
}

export interface Picture {
  readonly range: SourceRange;
  readonly file: Ranged<string>;
  readonly role: 'main' | 'side' | 'head';
  readonly caption?: Text;
  readonly credit?: Text;
  /** For readers that cannot see it. */
  readonly alt?: Text;
  /** Point of the picture that stays in view, as shares of width and height. */
  readonly focus: readonly [number, number];
  /** Change of height that it may take, as shares; the layout's rung when absent. */
  readonly crop?: readonly [number, number];
  /** Width in basic columns; the engine chooses when absent. */
  readonly columns?: number;
  /** Place in its story; the engine chooses when absent. */
  readonly side?: 'left' | 'right' | 'centre';
}

export interface Advert {
  readonly range: SourceRange;
  readonly file: Ranged<string>;
  readonly columns: number;
  readonly lines: number;
  readonly anchor: 'bottom' | 'bottom-left' | 'bottom-right' | 'top-right';
  readonly alt?: Text;
}

/** Trade rules of boxes: 正线, 反线, 文武线, 双线, 点线, 花线. */
export type FrameLine =
  'none' | 'thin' | 'thick' | 'thick-thin' | 'thin-thick' | 'double' | 'dotted' | 'ornament';

export interface FrameCopy {
  readonly range: SourceRange;
  readonly rule: FrameLine;
  /** A colour as the layout file writes it. */
  readonly tint?: Ranged<string>;
  /** Radius of rounded corners is the layout's. */
  readonly corner: 'square' | 'round';
}

/** Where the desk would like a story; what cannot be had is reported. */
export interface Wish {
  readonly zone?: Ranged<Zone>;
  readonly columns?: Ranged<number>;
  readonly lines?: Ranged<number>;
  /** Name of a region of the layout. */
  readonly region?: Ranged<string>;
  readonly with?: Ranged<string>;
  readonly apartFrom?: Ranged<string>;
  /** Stays where the lock file has it. */
  readonly fixed: boolean;
}

export type Zone =
  'top-left' | 'top' | 'top-right' | 'middle' | 'bottom-left' | 'bottom' | 'bottom-right' | 'left' | 'right';

/** A check of the page that the editor accepts for a story, with the reason. */
export interface Allowance {
  readonly range: SourceRange;
  readonly check: Ranged<string>;
  readonly why: Text;
}
