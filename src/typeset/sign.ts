import type { Em } from '../base/units.ts';
import type { FontKey } from '../model/face.ts';
import type { Annotation } from '../model/issue.ts';
import type { CharacterClass } from './classes.ts';

/** One character of the copy as it will be set, before its place on a line is known. All lengths in em. */
export interface Sign {
  readonly codePoint: number;
  /** Half-open span of UTF-16 units of the paragraph's characters. */
  readonly start: number;
  readonly end: number;
  readonly kind: CharacterClass;
  /** Width of the face: what stays when all blanks are gone. */
  readonly face: Em;
  /** Natural blank before the face of an opening mark, and after the face of the other marks. */
  readonly before: Em;
  readonly after: Em;
  /** Whether it forms a unit with the character before it: no break, no joint between them. */
  readonly glued: boolean;
  /** What is drawn; absent for spaces, for what the glyph before stands for, and in an ideal font. */
  readonly glyph: SignGlyph | undefined;
  /** Whether an emphasis dot stands under it. */
  readonly dotted: boolean;
  /** Index of the ruby whose base it belongs to, or -1. */
  readonly ruby: number;
}

export interface SignGlyph {
  readonly id: number;
  readonly font: FontKey;
  /** The characters it stands for. */
  readonly text: string;
  /** Distance of the glyph's origin from the start of the face. */
  readonly offset: Em;
  /** 1, but for an em dash drawn out to a whole em. */
  readonly scale: number;
}

/** A reading over the signs `first` to `last`. */
export interface RubyGroup {
  readonly first: number;
  readonly last: number;
  readonly annotation: Annotation;
  /** Width of the base, em. */
  readonly width: Em;
  readonly glyphs: readonly RubyGlyph[];
}

export interface RubyGlyph {
  readonly id: number;
  readonly font: FontKey;
  readonly text: string;
  /** Distance of the glyph's origin from the start of the base, em of the base. */
  readonly dx: Em;
}
