import type { Colour } from '../base/colour.ts';
import type { SourceFile, SourceRange } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { FontRole } from './face.ts';
import type { NewsDesign } from './news.ts';
import type { Paper } from './page.ts';
import type { PressWish } from './press.ts';
import type { Language, Setting } from './setting.ts';

/**
 * A page design, read from layouts/<name>.yaml. A layout may be drawn for several pairs of body size and leading; each
 * pair is one `Design`, with every length of the file (字, 行, 栏, %) turned into points for it.
 */
export interface Layout {
  readonly file: SourceFile;
  readonly name: string;
  /** Language of the copy that it is read for. */
  readonly language: Language;
  readonly paper: Paper;
  readonly accent: string;
  readonly themes: ReadonlyMap<string, Theme>;
  /** In order of preference; at least one. */
  readonly designs: readonly Design[];
  /** How pages of several stories are made up. */
  readonly news: NewsDesign;
  /** What it says of press and files. */
  readonly press: PressWish;
  /** Where each colour of the file is written, by its name as `formatColour` gives it. */
  readonly palette: ReadonlyMap<string, SourceRange>;
}

/** A colour of a special page: blocks and boxes of colour in `fill`, letters on them in `ink`. */
export interface Theme {
  readonly fill: Colour;
  readonly ink: Colour;
}

/** The whole page for one pair of body size and leading. */
export interface Design {
  readonly size: Pt;
  readonly leading: Pt;
  readonly grid: Grid;
  /** Line drawn in the middle of the gutters of the flow. */
  readonly columnRule?: Stroke;
  readonly text: Setting;
  readonly keep: Keep;
  readonly faces: BodyFaces;
  readonly folio?: FolioDesign;
  readonly kicker: HeadingDesign;
  readonly headline: HeadingDesign;
  readonly deck: HeadingDesign;
  readonly lead: LeadDesign;
  readonly byline: BylineDesign;
  readonly title: TitleDesign;
  /** Columns of the blocks in reading order, each over the whole depth that the heads leave. */
  readonly flow: readonly FlowColumn[];
}

/** The counted grid: `columns` of `measure` body characters, `lines` body lines from `top`. */
export interface Grid {
  readonly left: Pt;
  readonly top: Pt;
  readonly columns: number;
  readonly measure: number;
  readonly columnWidth: Pt;
  readonly gutter: Pt;
  readonly lines: number;
  /** Width of all columns and gutters. */
  readonly width: Pt;
}

/** A column of the flow: `measure` whole body characters; merged and broken columns differ from the grid's. */
export interface FlowColumn {
  readonly x: Pt;
  readonly width: Pt;
  readonly measure: number;
}

/** Whole body lines that must stay together. */
export interface Keep {
  /** Lines of a paragraph at a column head. */
  readonly widow: number;
  /** Lines of a paragraph at a column foot. */
  readonly orphan: number;
  /** Lines of text under a block title in its column. */
  readonly afterTitle: number;
}

export interface BodyFaces {
  readonly body: FontRole;
  /** Face of `**strong**`. */
  readonly strong: FontRole;
}

export interface Stroke {
  readonly weight: Pt;
  readonly colour: Colour;
}

export type Align = 'start' | 'centre' | 'end';

/** The least, the natural and the greatest of something that the copy-fitter may vary. */
export interface Elastic {
  readonly least: number;
  readonly natural: number;
  readonly most: number;
}

/** A heading that turns by sense and takes the size its lines allow. */
export interface HeadingDesign {
  readonly face: FontRole;
  /** Sizes in points between which the heading may be set; `natural` is the one to come near to. */
  readonly size: Elastic;
  /** Lines it may take. */
  readonly lines: { readonly least: number; readonly most: number };
  /** Baseline to baseline, as a factor of its size. */
  readonly leading: number;
  readonly align: Align;
  /** `accent`: the fill of the layout's accent. */
  readonly colour: Colour | 'accent';
  /** White above, in points. */
  readonly above: Elastic;
}

export type FrameRule = 'none' | 'thin' | 'thick' | 'thick-thin' | 'thin-thick' | 'double';

/** Text set apart from the blocks, in one or more columns that end level. */
export interface LeadDesign {
  readonly face: FontRole;
  /** Sizes in points between which the lead may be set. */
  readonly size: Elastic;
  readonly leading: number;
  /** Columns are as few as keep the measure within this many characters of the lead. */
  readonly maxMeasure: number;
  /** Gap between the lead's columns, in characters of the lead. */
  readonly gutter: number;
  readonly frame: { readonly rule: FrameRule; readonly tint?: Colour };
  /** White between frame and text, in points. */
  readonly padding: { readonly across: Pt; readonly down: Pt };
  readonly above: Elastic;
}

export interface BylineDesign {
  readonly face: FontRole;
  /** Face of the role words (记者, 通讯员). */
  readonly roleFace: FontRole;
  readonly size: Pt;
  readonly align: Align;
}

export type TitleForm = 'numeral-bar' | 'bar' | 'plain';

/** The head of a block. It takes whole body lines, the white under it included. */
export interface TitleDesign {
  readonly form: TitleForm;
  readonly face: FontRole;
  readonly numeralFace: FontRole;
  readonly size: Pt;
  readonly align: Align;
  /** Whole body lines that the title takes when it has one line. */
  readonly occupy: Elastic;
  /** Whole body lines of white above it, except at a column head. */
  readonly gap: Elastic;
}

/** The strip at the head of the page. */
export interface FolioDesign {
  /** Whole body lines, the white under it included. */
  readonly lines: number;
  readonly size: Pt;
  readonly face: FontRole;
  readonly sectionFace: FontRole;
  readonly sectionSize: Pt;
  readonly numberSize: Pt;
  readonly rule: FrameRule;
}
