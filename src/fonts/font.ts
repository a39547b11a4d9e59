import type { Em } from '../base/units.ts';
import type { FontKey, FontRole } from '../model/face.ts';
import type { Language } from '../model/setting.ts';

/** The one view of a font file that the program has. fontkit stands behind it; tests use a fake. */
export interface Font {
  readonly key: FontKey;
  /** Extent of the em box over and under the baseline (typo metrics), both positive; together about 1. */
  readonly ascent: Em;
  readonly descent: Em;
  readonly capHeight: Em;
  /** Glyph of one character without context, or `undefined` when the font lacks it. */
  glyph(codePoint: number): Glyph | undefined;
  /** Glyph of a character after one OpenType feature (`fwid`, `hwid`, `vert`, …); `undefined` when nothing changes. */
  variant(codePoint: number, feature: string): Glyph | undefined;
  /** Shapes a run of Latin letters or digits with kerning; texts of the glyphs join to `text`. */
  shape(text: string): readonly ShapedGlyph[];
  advance(glyph: number): Em;
  /** SVG path data in em units, y down, origin on the baseline. */
  outline(glyph: number): string;
  readonly facts: FontFacts;
  /**
   * A font program with just these glyphs: glyph `i` of the list (from 0) is number `i + 1` of the program, number 0 is
   * the missing-glyph box. A glyph may be listed more than once.
   */
  subset(glyphs: readonly ProgramGlyph[]): FontProgram;
}

/** What a face says of itself. */
export interface FontFacts {
  readonly fullName: string;
  /** Licence sentence of the file, empty when it has none. */
  readonly licence: string;
  /** Embedding bits `fsType` (OpenType, OS/2 table): 0 free, 4 print and preview, 8 editable. */
  readonly embedding: number;
  readonly glyphCount: number;
  /** Box around all glyphs, y up from the baseline. */
  readonly bounds: { readonly left: Em; readonly bottom: Em; readonly right: Em; readonly top: Em };
  /** Whether a subset may give a glyph a narrower cell than its own. */
  readonly cutsCells: boolean;
  /** Degrees counterclockwise from upright; 0 for an upright face. */
  readonly italicAngle: number;
  /** Weight class, 100 (thin) to 900 (black). */
  readonly weight: number;
}

/** A glyph of a font program, in its own cell or in a narrower one. */
export interface ProgramGlyph {
  readonly id: number;
  readonly cell?: GlyphCell;
}

/** The part of a glyph's cell that a mark keeps when it loses a blank: `before` and `after` are cut off. */
export interface GlyphCell {
  readonly before: Em;
  readonly after: Em;
}

export interface FontProgram {
  readonly kind: 'truetype' | 'cff';
  readonly bytes: Uint8Array;
}

export interface Glyph {
  readonly id: number;
  readonly advance: Em;
}

export interface ShapedGlyph extends Glyph {
  /** The characters it stands for. */
  readonly text: string;
}

/** A face chosen for a character: `fallback` names the role it was borrowed from when the role itself lacks it. */
export interface FaceChoice {
  readonly font: Font;
  readonly fallback?: FontRole;
}

/** The faces of a project by role. */
export interface FontBook {
  readonly roles: readonly FontRole[];
  has(role: FontRole): boolean;
  /**
   * The face that sets `codePoint` in `role`: the first of the role's faces that has it (marks that fonts.yaml takes
   * from another role come from there, silently), else the named fallback, else `undefined`.
   */
  choose(role: FontRole, codePoint: number): FaceChoice | undefined;
  /** The same book with the faces that a language gives to the roles; `get` is common to all of them. */
  inLanguage(language: Language): FontBook;
  /** The face with this key, for writers. Only keys that `choose` gave, in any language. */
  get(key: FontKey): Font;
}

/** Font files by their path in the font list; a store may read a file only when it is asked for. */
export interface FontFileStore {
  has(path: string): boolean;
  get(path: string): Uint8Array | undefined;
}
