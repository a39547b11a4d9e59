import type { DiagnosticCode } from '../base/diagnostic.ts';
import type { Ranged, SourceFile, SourceRange } from '../base/source.ts';
import type { PressWish } from './press.ts';
import type { Language } from './setting.ts';
import type { Direction } from './direction.ts';
import type { NewsCopy } from './story.ts';

/**
 * A text of the copy as the desk meant it: line ends of the source resolved, inline marks taken out.
 * In a body text this is one paragraph; in a heading, spaces are preferred turns.
 */
export interface Text {
  readonly characters: string;
  /** Offset in the file of each UTF-16 unit of `characters`. */
  readonly offsets: readonly number[];
  /** In order of `start`; marks may nest but not cross. */
  readonly marks: readonly InlineMark[];
  readonly range: SourceRange;
}

/** Something said of a half-open span of `characters`; a turn stands before the character at `start` and is empty. */
export type InlineMark =
  | { readonly kind: 'strong' | 'emphasis'; readonly start: number; readonly end: number }
  /** A proper name with a straight line under it (专名号), a title with a wavy one (书名号). */
  | { readonly kind: 'name-line' | 'title-line'; readonly start: number; readonly end: number }
  | { readonly kind: 'ruby'; readonly start: number; readonly end: number; readonly annotation: Annotation }
  | { readonly kind: 'turn'; readonly start: number; readonly end: number };

/** The reading set above a ruby base, or beside it in Zhuyin. */
export interface Annotation {
  readonly characters: string;
  readonly offsets: readonly number[];
}

/** The parsed issue: what was written, nothing decided. */
export interface Issue {
  readonly file: SourceFile;
  /** Name of a layout in layouts/, or a path relative to the issue file. */
  readonly layout: Ranged<string>;
  /** Day of issue, `YYYY-MM-DD`; the only clock the build has. */
  readonly date?: Ranged<string>;
  /** Language of the copy; without it that of the layout's text, which is `zh-Hans` unless the layout says more. */
  readonly language?: Language;
  /** Name of a title in papers/, or a path relative to the issue file. */
  readonly paperName?: Ranged<string>;
  /** Pages of one story with themed blocks. */
  readonly pages: readonly PageCopy[];
  /** Pages of several stories. */
  readonly news: readonly NewsCopy[];
  /** What it says of press and files; goes before what the layout says. */
  readonly press: PressWish;
  /** Checks of the copy that the issue switches off. */
  readonly unchecked: readonly CopyCheck[];
}

/** A check of the copy; what it finds is reported as `copy-` and its name. */
export type CopyCheck = DiagnosticCode extends infer Code
  ? Code extends `copy-${infer Name}`
    ? Name
    : never
  : never;

/** A page of one story with themed blocks (level 1 of the issue file). */
export interface PageCopy {
  readonly range: SourceRange;
  /** Page number as it is printed, for instance `3` or `A12`. */
  readonly page?: Text;
  readonly section?: Text;
  readonly edition?: Text;
  readonly kicker?: Text;
  readonly headline: Text;
  readonly headlineDirection: Direction;
  readonly deck?: Text;
  readonly lead: readonly Text[];
  readonly byline?: Byline;
  readonly blocks: readonly ThemedBlock[];
  readonly credits: Credits;
}

/** A byline written out, or names by role from which the engine writes it. */
export type Byline =
  | { readonly kind: 'written'; readonly text: Text }
  | { readonly kind: 'roles'; readonly range: SourceRange; readonly roles: readonly NamesInRole[] };

export type BylineRole = 'reporter' | 'correspondent' | 'author' | 'photo' | 'source';

export interface NamesInRole {
  readonly role: BylineRole;
  readonly names: readonly Text[];
}

/** A titled part of the story; `theme` names a colour of the layout. */
export interface ThemedBlock {
  readonly range: SourceRange;
  readonly title?: Text;
  readonly theme?: Ranged<string>;
  /** How the paragraphs are set; the title is horizontal. */
  readonly direction: Direction;
  /** One entry for each paragraph. */
  readonly text: readonly Text[];
}

export interface Credits {
  readonly editor?: Text;
  readonly designer?: Text;
  readonly proofreader?: Text;
}
