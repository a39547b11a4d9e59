import type { Colour } from '../base/colour.ts';
import type { Size } from '../base/geometry.ts';
import type { SourceRange } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { FontRole } from './face.ts';
import type { Text } from './issue.ts';
import type {
  Align,
  BodyFaces,
  Elastic,
  FolioDesign,
  FrameRule,
  Grid,
  Keep,
  Stroke,
  Theme,
} from './layout.ts';
import type { Paper } from './page.ts';
import type { FolioCopy, Phrase } from './plan.ts';
import type { Setting } from './setting.ts';
import type {
  Advert,
  Allowance,
  BylinePlace,
  EarCopy,
  FrameCopy,
  HeadForm,
  MastheadCopy,
  PaperCopy,
  Picture,
  StoryPart,
  StoryRole,
  Wish,
} from './story.ts';

/** A rectangle of the page in whole basic columns and body lines; `lines` counts from the top of the type area. */
export interface Cells {
  readonly column: number;
  readonly columns: number;
  readonly line: number;
  readonly lines: number;
}

/** The part of a layout that makes up pages of several stories; lengths in points, heights in body lines. */
export interface NewsDesign {
  readonly size: Pt;
  readonly leading: Pt;
  readonly grid: Grid;
  readonly text: Setting;
  readonly keep: Keep;
  readonly faces: BodyFaces;
  readonly folio?: FolioDesign;
  readonly masthead?: MastheadDesign;
  /** Broken columns that stories may take beside the basic ones: 5破2 is `{from: 5, into: 2}`. */
  readonly breaks: readonly { readonly from: number; readonly into: number }[];
  /** Head styles in order of rank; a story of rank n takes the nth, or the last. */
  readonly heads: readonly StoryHeadDesign[];
  /** Heads of stories that are not ranked by their size: briefs, boxes, picture stories, comments, notices. */
  readonly roleHeads: ReadonlyMap<StoryRole, StoryHeadDesign>;
  readonly styles: NewsStyles;
  readonly separator: SeparatorDesign;
  /** Places of fixed geometry; stories take them by rank. */
  readonly regions: readonly NewsRegion[];
  /** Whether the engine may search shapes and places of its own. */
  readonly free: boolean;
  /** The copy-fit ladder in the order in which its rungs are tried. */
  readonly ladder: readonly Rung[];
  readonly lint: ReadonlyMap<string, LintLevel>;
  /** White that a region may keep without a word, and beyond which it is an error, body lines. */
  readonly underset: { readonly warn: number; readonly error: number };
  /** Weights of the score, by term. */
  readonly weights: ReadonlyMap<string, number>;
  readonly pictures: {
    readonly leastDpi: number;
    readonly warnDpi: number;
    /** Change of height that a picture may take without a word of its own, as shares: `[-0.1, 0.1]`. */
    readonly crop: readonly [number, number];
  };
}

export type LintLevel = 'off' | 'warning' | 'error';

/** A line of white between stories, and the rule in it. */
export interface SeparatorDesign {
  /** Body lines between stories that stand on each other. */
  readonly lines: number;
  readonly across: FrameRule;
  /** Rule in the gutter between stories side by side. */
  readonly down?: Stroke;
}

export interface MastheadDesign {
  /** Body lines that it takes, the white under it included. */
  readonly lines: number;
  readonly columns: number;
  readonly nameFace: FontRole;
  readonly nameSize: Elastic;
  readonly face: FontRole;
  readonly size: Pt;
  /** Basic columns of each ear, at the right of the masthead. */
  readonly earColumns: number;
}

/** A region of fixed geometry: one rectangle or an L of two and more, read from the first to the last. */
export interface NewsRegion {
  readonly name: string;
  readonly cells: readonly Cells[];
  readonly use: 'stories' | 'ads';
  readonly range: SourceRange;
}

/** The head of a story of one rank. */
export interface StoryHeadDesign {
  readonly face: FontRole;
  /** Sizes to choose from, largest first, points. */
  readonly sizes: readonly Pt[];
  /** Turns that it may take. */
  readonly lines: { readonly least: number; readonly most: number };
  readonly leading: number;
  readonly align: Align;
  readonly colour: Colour;
  /** White above and below all its lines together, body lines; the copy-fitter varies it. */
  readonly white: Elastic;
  readonly kicker: SmallHeadDesign;
  readonly deck: SmallHeadDesign;
}

export interface SmallHeadDesign {
  readonly face: FontRole;
  readonly size: Pt;
}

/** Text styles of a story by what they are for; `size` in points, a height in body lines where it says so. */
export interface NewsStyles {
  readonly lead: TextDesign;
  readonly note: TextDesign;
  readonly quote: TextDesign;
  readonly caption: TextDesign;
  readonly credit: TextDesign;
  readonly table: TextDesign;
  readonly subhead: TextDesign & { readonly occupy: Elastic; readonly align: Align };
  readonly byline: TextDesign & { readonly labelFace: FontRole; readonly align: Align };
  readonly briefTitle: TextDesign;
  /** Face of the dateline that opens a story. */
  readonly dateline: FontRole;
  readonly box: { readonly tint: Colour; readonly rule: Stroke; readonly padding: Pt; readonly radius: Pt };
  readonly advert: TextDesign;
}

export interface TextDesign {
  readonly face: FontRole;
  readonly size: Pt;
  readonly colour: Colour;
}

export type RungName =
  | 'punctuation'
  | 'pull-line'
  | 'headline-size'
  | 'head-space'
  | 'picture-height'
  | 'optional-paragraphs'
  | 'columns'
  | 'picture-width'
  | 'filler';

/** A rung of the ladder; the meaning of the limits is the rung's own (shares, lines, steps, characters). */
export interface Rung {
  readonly rung: RungName;
  readonly least: number;
  readonly most: number;
}

/**
 * A page of several stories with every choice made that copy and layout make. Left open are shapes, places and the
 * numbers that make the page full.
 */
export interface NewsPlan {
  readonly kind: 'news';
  readonly paper: Paper;
  readonly number?: string;
  readonly date?: string;
  readonly accent: Theme;
  readonly folio: FolioCopy;
  readonly title: PlannedPaper | undefined;
  readonly masthead: MastheadCopy;
  readonly ears: readonly EarCopy[];
  /** What the folio prints beside day and credits: hotline, e-mail. */
  readonly contacts: readonly Text[];
  /** In the order of the file. */
  readonly stories: readonly PlannedStory[];
  readonly adverts: readonly PlannedAdvert[];
  readonly design: NewsDesign;
  /** Shapes and places that an earlier choice fixed, by story id. */
  readonly lock: LockedPlaces;
}

export interface PlannedStory {
  readonly range: SourceRange;
  readonly id: string;
  readonly role: StoryRole;
  /** 1 is the most important; unique on the page. */
  readonly rank: number;
  readonly head?: PlannedHead;
  /** Words of the byline; empty without one. */
  readonly byline: readonly Phrase[];
  readonly bylinePlace: BylinePlace;
  readonly editorNote: readonly Text[];
  readonly dateline?: Text;
  readonly lead: readonly Text[];
  readonly parts: readonly StoryPart[];
  readonly endMark?: Text;
  readonly pictures: readonly PlannedPicture[];
  readonly frame?: PlannedFrame;
  readonly attach?: string;
  readonly wish: Wish;
  readonly allowed: readonly Allowance[];
}

export interface PlannedHead {
  readonly range: SourceRange;
  readonly kicker?: Text;
  readonly main: Text;
  readonly deck?: Text;
  readonly summary: readonly Text[];
  readonly direction: 'horizontal' | 'vertical' | 'auto';
  readonly form?: HeadForm;
  readonly design: StoryHeadDesign;
}

export interface PlannedPicture extends Picture {
  /** Upright width and height; of a raster in pixels, of a vector file in points. */
  readonly size: Size;
  /** Pixels, which limit the printed size; absent for vectors. */
  readonly raster: boolean;
}

/** The facts of a paper with the size of its logo, which is there if the logo is: of a raster pixels, of a vector file points. */
export interface PlannedPaper extends PaperCopy {
  readonly logoSize?: Size;
}

export interface PlannedAdvert extends Advert {
  readonly size: Size;
  readonly raster: boolean;
}

export interface PlannedFrame extends Omit<FrameCopy, 'tint'> {
  readonly tint?: Colour;
}

/** What the front door found out of a picture or advertisement file before anything is set. */
export type PictureFacts =
  | {
      readonly kind: 'raster' | 'vector' | 'pdf';
      /** Upright, after EXIF rotation: pixels of a raster, points of a vector or PDF. */
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly reason: string };

/** The places that a lock file keeps: of the stories by their ids, and of the advertisements among them. */
export interface LockedPlaces {
  readonly stories: ReadonlyMap<string, readonly Cells[]>;
  readonly adverts: readonly Cells[];
}

/** Of a page without a lock file, or with one that is not for it. */
export const NO_LOCK: LockedPlaces = { stories: new Map(), adverts: [] };
