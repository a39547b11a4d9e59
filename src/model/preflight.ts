import type { Severity, Values } from '../base/diagnostic.ts';

/** Standards that a press takes: PDF/X-1a (ISO 15930-1 and -4) and PDF/X-4 (ISO 15930-7). */
export type PressStandard = 'PDF/X-1a' | 'PDF/X-4';

/** Stable names of what a PDF is looked through for; the table of rules is in `preflight/rules.ts`. */
export type PreflightRule =
  // the file
  | 'file-header'
  | 'file-version'
  | 'file-binary-mark'
  | 'file-end'
  | 'file-xref'
  | 'file-encrypted'
  | 'file-id'
  | 'file-packed'
  | 'object-missing'
  | 'stream-damaged'
  | 'stream-length'
  | 'stream-filter'
  | 'stream-external'
  // what does not print
  | 'javascript'
  | 'action'
  | 'form-field'
  | 'annotation'
  | 'printer-mark'
  | 'multimedia'
  | 'embedded-file'
  | 'viewer-area'
  | 'presentation'
  // claims and metadata
  | 'standard-claim'
  | 'standard-in-info'
  | 'xmp-missing'
  | 'xmp-compressed'
  | 'xmp-damaged'
  | 'xmp-dates'
  | 'xmp-title'
  | 'xmp-identity'
  | 'info-missing'
  | 'info-differs'
  | 'trapped'
  // output intent
  | 'intent-missing'
  | 'intent-several'
  | 'intent-condition'
  | 'intent-profile'
  | 'intent-profile-damaged'
  | 'intent-profile-use'
  | 'intent-colour'
  // pages
  | 'page-none'
  | 'page-size'
  | 'page-bleed'
  | 'page-unit'
  | 'page-turned'
  | 'page-separated'
  | 'page-empty'
  | 'box-media'
  | 'box-trim'
  | 'box-damaged'
  | 'box-nesting'
  // fonts
  | 'font-embedded'
  | 'font-subset'
  | 'font-unicode'
  | 'font-licence'
  | 'font-program'
  | 'font-length'
  | 'font-entries'
  | 'font-glyphs'
  | 'font-box'
  | 'font-widths'
  // colour and ink
  | 'colour-rgb'
  | 'colour-rgb-profile'
  | 'colour-lab'
  | 'colour-gray-profile'
  | 'colour-cmyk-profile'
  | 'colour-intent-twice'
  | 'colour-space'
  | 'colour-profile-damaged'
  | 'colour-spot'
  | 'colour-spot-twice'
  | 'colour-inks'
  | 'colour-registration'
  | 'ink-flat'
  | 'ink-flat-high'
  | 'ink-picture'
  | 'ink-picture-high'
  | 'ink-unmeasured'
  // lines and type
  | 'line-hair'
  | 'line-zero'
  | 'type-small'
  | 'type-tint'
  | 'type-colour'
  | 'type-reversed'
  | 'black-rich'
  | 'black-knockout'
  | 'overprint-white'
  | 'overprint-profile'
  // pictures
  | 'picture-coarse'
  | 'picture-soft'
  | 'picture-line'
  | 'picture-damaged'
  | 'picture-replaced'
  | 'picture-inverted'
  | 'picture-jpx'
  // transparency and layers
  | 'transparency-mask'
  | 'transparency-alpha'
  | 'transparency-blend'
  | 'transparency-group'
  | 'blend-mode'
  | 'blend-space'
  | 'layers'
  | 'layer-setup'
  // the content streams
  | 'content-operator'
  | 'content-nesting'
  | 'content-resource'
  | 'content-much'
  | 'postscript'
  | 'reference-object'
  | 'transfer-function'
  | 'halftone'
  | 'rendering-intent';

/** A place on a page in millimetres from the top left of the trimmed page. */
export interface PreflightPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One thing found, on one page or in the whole file; the like of it on the same page is counted in `times`. */
export interface PreflightFinding {
  readonly rule: PreflightRule;
  readonly severity: Severity;
  /** From 1. */
  readonly page?: number;
  /** Of the worst case. */
  readonly place?: PreflightPlace;
  readonly times: number;
  readonly values: Values;
}

/** Numbers of a press (defaults in `preflight/limits.ts`). */
export interface PressLimits {
  /** Total ink in percent. */
  readonly ink: { readonly most: number; readonly high: number };
  /** Dots an inch of pictures at the size printed, and of pictures of one bit. */
  readonly resolution: { readonly least: number; readonly low: number; readonly line: number };
  /** Points. */
  readonly hairline: number;
  /** Least sizes of type in points: solid in one ink, tinted, in several inks, reversed out of a ground. */
  readonly type: {
    readonly solid: number;
    readonly tint: number;
    readonly colour: number;
    readonly reversed: number;
  };
  /** Size in points from which black may have other inks under it. */
  readonly richBlack: number;
}

/** A size that the pages must have, in points. */
export interface WantedSheet {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
}

export interface PreflightPage {
  /** Trimmed size in millimetres. */
  readonly width: number;
  readonly height: number;
  readonly pictures: number;
  /** Greatest total ink of flat colours and of pictures in percent, within the page and its bleed. */
  readonly ink: { readonly flat: number; readonly pictures: number };
  /** Dots an inch of the coarsest picture. */
  readonly resolution?: number;
  /** Points. */
  readonly smallestType?: number;
  readonly thinnestLine?: number;
}

export interface PreflightFont {
  readonly name: string;
  readonly kind: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  /** Embedding bits that were kept in the font program. */
  readonly embedding?: number;
}

/** What rules look at. */
export type PreflightGroup =
  | 'file'
  | 'standard'
  | 'page'
  | 'interactive'
  | 'font'
  | 'colour'
  | 'ink'
  | 'type'
  | 'picture'
  | 'transparency'
  | 'content';

/** Pass or fail of the rules that look at one thing. */
export interface PreflightPart {
  readonly group: PreflightGroup;
  /** How many rules were tried. */
  readonly rules: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What was found out about one PDF. */
export interface Preflight {
  /** As the file claims it, such as `PDF/X-1a:2003`. */
  readonly claimed?: string;
  readonly judged: PressStandard;
  readonly version: string;
  readonly title?: string;
  readonly condition?: string;
  readonly pages: readonly PreflightPage[];
  readonly fonts: readonly PreflightFont[];
  /** Names of colour spaces in use, and of spot colours. */
  readonly colours: readonly string[];
  readonly spots: readonly string[];
  readonly findings: readonly PreflightFinding[];
  readonly parts: readonly PreflightPart[];
  /** Findings that are not listed, because their rule has many on one page. */
  readonly unlisted: number;
}
