import type { Colour } from '../base/colour.ts';
import type { Values } from '../base/diagnostic.ts';
import type { Rect, Size } from '../base/geometry.ts';
import type { SourceRange } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { Direction, Stance } from './direction.ts';
import type { FontKey } from './face.ts';
import type { Press } from './press.ts';
import type { StoryRole } from './story.ts';

/** The sheet after cutting. */
export interface Paper {
  readonly trim: Size;
  readonly bleed: Pt;
}

/**
 * A made-up page: a flat display list in points, origin at the top left of the trimmed page, y down, in painting and
 * reading order. Plain data: it survives `structuredClone` and holds no fonts.
 */
export interface Page {
  readonly paper: Paper;
  readonly title: string;
  /** Page number as printed, if the issue gives one. */
  readonly number?: string;
  /** Day of issue, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly language: string;
  readonly items: readonly DisplayItem[];
  /** Headings in reading order, for bookmarks. */
  readonly outline: readonly OutlineEntry[];
  readonly grid: PageGrid;
  readonly regions: readonly RegionFit[];
  readonly characters: { readonly copy: number; readonly set: number };
  /** Stories of a page of several, in the order of the file; empty on a page of one story. */
  readonly stories: readonly PlacedStory[];
  /** Places of advertisements. */
  readonly adverts: readonly Rect[];
  /** Rules between stories. */
  readonly separators: readonly Rect[];
  /** What the copy-fitter did, one sentence each (texts in `output/messages.ts`). */
  readonly fit: readonly FitNote[];
  /** How it goes to press and what its files are called; absent for a page that was not built for press. */
  readonly press?: Press;
}

export interface FitNote {
  readonly code: FitCode;
  readonly values: Values;
}

export type FitCode =
  | 'fit-base'
  | 'fit-headline'
  | 'fit-lead'
  | 'fit-head-space'
  | 'fit-titles'
  | 'fit-gaps'
  | 'fit-paragraphs'
  | 'fit-feet'
  // pages of several stories
  | 'fit-places'
  | 'fit-story'
  | 'fit-punctuation'
  | 'fit-head-size'
  | 'fit-picture'
  | 'fit-picture-width'
  | 'fit-story-paragraphs'
  | 'fit-left-out'
  | 'fit-filler'
  /** A taboo that the editor accepts, with the reason. */
  | 'allowed';

/** What a run of items is in the structure of the page; furniture and decoration are artifacts. */
export type ItemRole =
  | 'folio'
  | 'masthead'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'lead'
  | 'byline'
  | 'numeral'
  | 'title'
  | 'body'
  | 'quote'
  | 'list'
  | 'table'
  | 'caption'
  | 'picture'
  | 'chart'
  | 'advertisement'
  | 'decoration';

export type DisplayItem = GlyphRun | FilledRect | FilledDot | Wave | PlacedPicture | PaintedPath;

/** Glyphs of one face, size and colour on one baseline, or in one line that runs down, in reading order. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  readonly role: ItemRole;
  /** Id of the story that it belongs to; absent on pages of one story and for furniture. */
  readonly story?: string;
  readonly font: FontKey;
  readonly size: Pt;
  readonly colour: Colour;
  /** Origin of the run on the baseline; of a `down` run on the axis of its line, at the line's top. */
  readonly x: Pt;
  readonly y: Pt;
  /**
   * Only in a line that runs down, and `down` for a reading whose letters stand under each other. A `turned` run is turned
   * clockwise about its origin.
   */
  readonly stance?: Stance;
  readonly glyphs: readonly PlacedGlyph[];
  /** Where the words stand in the issue file; absent for words that the engine writes (labels, dates, numerals). */
  readonly origin?: SourceRange;
  /** The whole paragraph, heading or name that they are part of, over all its lines and columns. */
  readonly passage?: SourceRange;
  /** Whether its line ends with it at a word space, which is not printed but keeps words apart for readers. */
  readonly endsAtSpace?: true;
}

export interface PlacedGlyph {
  readonly id: number;
  /** Distance of the glyph's origin from the run's origin, along the baseline; in a `down` run to the right. */
  readonly dx: Pt;
  /** Distance down from the run's origin, in a `down` run. */
  readonly dy?: Pt;
  /** The characters it stands for, for searching and copying. A word space before a glyph stands in front of its text. */
  readonly text: string;
}

/** A tint, a block of colour or a rule. */
export interface FilledRect extends Rect {
  readonly kind: 'rect';
  readonly role: ItemRole;
  readonly fill: Colour;
}

/** An emphasis dot: a filled circle. */
export interface FilledDot {
  readonly kind: 'dot';
  readonly role: ItemRole;
  readonly fill: Colour;
  readonly x: Pt;
  readonly y: Pt;
  readonly radius: Pt;
}

/** A wavy line under a title: begins at `x`, `y` in its middle and runs across or down. */
export interface Wave {
  readonly kind: 'wave';
  readonly role: ItemRole;
  readonly fill: Colour;
  readonly x: Pt;
  readonly y: Pt;
  readonly direction: Direction;
  readonly length: Pt;
  /** How far its middle goes to both sides. */
  readonly amplitude: Pt;
  readonly weight: Pt;
}

/** A picture, or a page of a foreign file: the rectangle is what shows of it. */
export interface PlacedPicture extends Rect {
  readonly kind: 'picture';
  readonly role: 'picture' | 'advertisement';
  readonly story?: string;
  /** The file as the issue names it; the writer is given its content under this key. */
  readonly file: string;
  /** Where the whole upright picture would stand; reaches beyond the rectangle where it is cropped. */
  readonly whole: Rect;
  /** For readers that cannot see it. */
  readonly alt?: string;
  readonly origin?: SourceRange;
}

/** A drawn shape: of charts, ornamental rules and rounded boxes. */
export interface PaintedPath {
  readonly kind: 'path';
  readonly role: ItemRole;
  readonly story?: string;
  readonly segments: readonly PathSegment[];
  readonly fill?: Colour;
  readonly stroke?: {
    readonly weight: Pt;
    readonly colour: Colour;
    /** Lengths of dashes and gaps in turn; a dash of 0 with round ends is a dot. */
    readonly dashes?: readonly Pt[];
    readonly round?: boolean;
  };
}

export type PathSegment =
  | { readonly kind: 'move' | 'line'; readonly x: Pt; readonly y: Pt }
  | {
      readonly kind: 'curve';
      readonly x1: Pt;
      readonly y1: Pt;
      readonly x2: Pt;
      readonly y2: Pt;
      readonly x: Pt;
      readonly y: Pt;
    }
  | { readonly kind: 'close' };

/** A story as it came to stand, for checks, overlays and reports; all in points. */
export interface PlacedStory {
  readonly id: string;
  readonly role: StoryRole;
  /** 1 is the most important. */
  readonly rank: number;
  readonly range: SourceRange;
  /** The rectangles that it takes; more than one for an L. */
  readonly outline: readonly Rect[];
  readonly head?: {
    readonly rect: Rect;
    readonly size: Pt;
    readonly face: FontKey;
    readonly direction: Direction;
    readonly words: string;
  };
  /** Pieces of its columns in the order of reading. */
  readonly legs: readonly PlacedLeg[];
  readonly pictures: readonly { readonly rect: Rect; readonly caption?: Rect }[];
  readonly framed: boolean;
}

export interface PlacedLeg {
  readonly rect: Rect;
  /** Body lines that it holds, and lines that stand in it. */
  readonly room: number;
  readonly lines: number;
  /** Body lines from its top at which subheads begin. */
  readonly subheads: readonly number[];
}

export interface OutlineEntry {
  readonly text: string;
  readonly level: 1 | 2;
  readonly y: Pt;
}

/** The counted grid of the page, for overlays. */
export interface PageGrid {
  readonly area: Rect;
  readonly columns: readonly { readonly x: Pt; readonly width: Pt }[];
  readonly leading: Pt;
  readonly lines: number;
  /** Body size; a cell of the overlay is one character wide. */
  readonly size: Pt;
}

/** How the copy went into a region, for the report. */
export interface RegionFit {
  readonly name: string;
  readonly rect: Rect;
  readonly lines: number;
  readonly room: number;
  readonly over: { readonly lines: number; readonly characters: number };
  readonly short: { readonly lines: number; readonly characters: number };
}
