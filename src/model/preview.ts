import type { Severity } from '../base/diagnostic.ts';
import type { Rect } from '../base/geometry.ts';
import type { RegionFit } from './page.ts';

/** A text in both languages of messages, so that the reader may change over without asking again. */
export type BothLanguages = Readonly<Record<'zh' | 'en', string>>;

/** Half-open span of UTF-16 offsets in one of the files of an issue, by its number there. */
export type Place = readonly [file: number, start: number, end: number];

/** A source file, whole, so that places can be shown in it. */
export interface PreviewFile {
  /** As messages name it. */
  readonly path: string;
  /** As an editor is asked to open it; empty for standard input. */
  readonly absolute: string;
  readonly text: string;
}

/** One item of the page as SVG, and where it was written. */
export interface PreviewPart {
  readonly markup: string;
  readonly place?: Place;
}

/** How full a story or a region is, after the copyfit bar of desk programs. Lengths in body lines. */
export type PreviewBar = Pick<RegionFit, 'name' | 'lines' | 'room' | 'over' | 'short'> & {
  readonly rect: Rect;
  /** Its head as written, where it has one of its own. */
  readonly title?: string;
};

/** Characters and lines of one part of the copy. */
export interface PreviewRow {
  readonly part: 'kicker' | 'headline' | 'deck' | 'lead' | 'block' | 'story';
  readonly title?: string;
  readonly characters: number;
  readonly lines: number;
  readonly place?: Place;
}

/** Everything that is shown of a page; points. */
export interface PreviewPage {
  readonly label: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PreviewPart[];
  /** The counted grid as SVG. */
  readonly overlay: string;
  readonly bars: readonly PreviewBar[];
  readonly rows: readonly PreviewRow[];
  readonly characters: { readonly copy: number; readonly set: number };
  readonly fit: readonly BothLanguages[];
  /** Whether it is an earlier page, because the copy as it is now gives none. */
  readonly stale: boolean;
}

export interface PreviewProblem {
  readonly severity: Severity;
  readonly code: string;
  readonly message: BothLanguages;
  readonly hints: readonly BothLanguages[];
  readonly place?: Place;
}

/** An issue as it stands after a build. */
export interface PreviewIssue {
  readonly path: string;
  readonly files: readonly PreviewFile[];
  readonly pages: readonly PreviewPage[];
  readonly problems: readonly PreviewProblem[];
  /** What the build took. */
  readonly milliseconds: number;
}

/** A page on its way to one browser: its parts by number, for only those travel that the browser has not got. */
export interface SentPage extends Omit<PreviewPage, 'parts'> {
  readonly order: readonly number[];
  /** Three numbers a part: file, start, end; file −1 where a part has no place. */
  readonly places: readonly number[];
}

/** An issue on its way to one browser. */
export interface SentIssue extends Omit<PreviewIssue, 'pages'> {
  /** Place of the issue in the greeting. */
  readonly index: number;
  readonly pages: readonly SentPage[];
  /** Parts that are new to this browser. */
  readonly parts: Readonly<Record<number, string>>;
}

/** The first message that a browser gets. */
export interface Greeting {
  readonly version: string;
  readonly language: 'zh' | 'en';
  /** URL that opens an editor, with `{path}`, `{line}` and `{column}`. */
  readonly editor: string;
  readonly issues: readonly string[];
}
