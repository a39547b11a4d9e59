import type { Ranged } from '../base/source.ts';
import type { FontRole } from './face.ts';
import type { Language } from './setting.ts';

/** fonts/fonts.yaml, read: which file is which face, which faces play which role. */
export interface FontList {
  readonly faces: ReadonlyMap<string, FaceEntry>;
  readonly roles: ReadonlyMap<FontRole, RoleEntry>;
  /** Roles that other faces play in a language; a role that a language does not name stays as in `roles`. */
  readonly languages: ReadonlyMap<Language, ReadonlyMap<FontRole, RoleEntry>>;
}

export interface FaceEntry {
  /** Path of the font file relative to the font list. */
  readonly file: Ranged<string>;
  /** PostScript name of the face inside a collection. */
  readonly face?: Ranged<string>;
  readonly licence?: string;
}

export interface RoleEntry {
  /** Trade name, for instance 报宋. */
  readonly name: string;
  /** Names of `faces`, tried from left to right for each character. */
  readonly faces: readonly Ranged<string>[];
  /** Role whose faces set what this role's own faces lack; each use is a warning. */
  readonly fallback?: Ranged<FontRole>;
  /** Characters that another role sets by design, without a warning. */
  readonly borrow?: { readonly from: Ranged<FontRole>; readonly characters: string };
}
