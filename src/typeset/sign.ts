import type { Em } from '../base/units.ts';
import type { Stance } from '../model/direction.ts';
import type { FontKey } from '../model/face.ts';
import type { Annotation, InlineMark } from '../model/issue.ts';
import type { CharacterClass } from './classes.ts';

/** One character of the copy as it will be set, before its place on a line is known. All lengths in em. */
export interface Sign {
  /** The character that is set: the Chinese mark where the copy has a straight one of a pair. */
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
  /** The side at which an emphasis dot stands, if one does. */
  readonly dotted: false | DotSide;
  /** Index of the ruby whose base it belongs to, or -1. */
  readonly ruby: number;
  /** The name or title it belongs to, which has a line beside it. */
  readonly named: NameMark | undefined;
  /** Room at the end of its face for a reading beside the character. */
  readonly aside?: Em;
  /** The hyphen that ends a line which is broken before this sign, inside a Latin word. */
  readonly hyphen?: DivisionHyphen;
}

/** Where emphasis dots stand in a line that runs across. */
export type DotSide = 'under' | 'over';

/** A hyphen that is no character of the copy; without a glyph in an ideal font. */
export interface DivisionHyphen {
  readonly advance: Em;
  readonly glyph?: { readonly id: number; readonly font: FontKey };
}

export interface SignGlyph {
  readonly id: number;
  readonly font: FontKey;
  /** The characters it stands for. */
  readonly text: string;
  /** Distance of the glyph's origin from the start of the face. */
  readonly offset: Em;
  /** 1, but for an em dash drawn out to a whole em and figures pressed into one. */
  readonly scale: number;
  /** Only in a line that runs down. */
  readonly stance?: Stance;
  /** Distance from the axis of such a line, to the right: of an upright glyph's origin, of a turned one's baseline. */
  readonly across?: Em;
}

/** A span of the copy under which a line is drawn. */
export type NameMark = Extract<InlineMark, { readonly kind: 'name-line' | 'title-line' }>;

/** The reading of the signs `first` to `last`: over the whole of them, or beside each of them in Zhuyin. */
export type RubyGroup = RubyOver | RubyBeside;

export interface RubyOver {
  readonly kind: 'over';
  readonly first: number;
  readonly last: number;
  readonly annotation: Annotation;
  /** Width of the base, em. */
  readonly width: Em;
  readonly glyphs: readonly RubyGlyph[];
}

export interface RubyBeside {
  readonly kind: 'beside';
  readonly first: number;
  readonly last: number;
  readonly annotation: Annotation;
  /** One for each sign. */
  readonly columns: readonly RubyColumn[];
}

/** Letters under each other with the sign of the tone, all upright. */
export interface RubyColumn {
  readonly glyphs: readonly ColumnGlyph[];
}

export interface ColumnGlyph {
  readonly id: number;
  readonly font: FontKey;
  readonly text: string;
  /** Of the glyph's origin from the middle of the letters, to the right, em of the base. */
  readonly across: Em;
  /** Of the glyph's origin from the middle of the em box of the base, down, em of the base. */
  readonly down: Em;
}

export interface RubyGlyph {
  readonly id: number;
  readonly font: FontKey;
  readonly text: string;
  /** Distance of the glyph's origin from the start of the base, em of the base. */
  readonly dx: Em;
}
