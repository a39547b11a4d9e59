import type { Report } from '../base/diagnostic.ts';
import type { FontKey, FontRole } from '../model/face.ts';
import type { FontList, RoleEntry } from '../model/font-list.ts';
import type { Language } from '../model/setting.ts';
import { openFaces, reportMissingFiles } from './book.ts';
import { characterTable } from './character-tables.ts';
import type { Font, FontFileStore } from './font.ts';

/** One face in one role, as `pagegen fonts` lists it. */
export interface FaceDescription {
  readonly language: Language;
  readonly role: FontRole;
  /** Trade name of the role, for instance 报宋. */
  readonly trade: string;
  /** Name of the face in the font list. */
  readonly face: string;
  readonly key: FontKey;
  readonly file: string;
  /** From the font list, else the licence sentence of the file. */
  readonly licence: string;
  /** Embedding bits `fsType` of the file. */
  readonly embedding: number;
  readonly glyphs: number;
  /** How much of the character table of the language it has. */
  readonly covers: Coverage;
}

export interface Coverage {
  /** Name of the standard, for instance GB 2312. */
  readonly table: string;
  readonly has: number;
  readonly of: number;
}

/**
 * Every face of every role, in the order of the list: the common roles, which are those of zh-Hans, then what each
 * language casts otherwise. Faces that cannot be used are reported and left out.
 */
export function describeFonts(
  list: FontList,
  files: FontFileStore,
  report: Report,
): readonly FaceDescription[] {
  reportMissingFiles(list, files, report);
  const faceOf = openFaces({ list, files, opened: new Map() }, report);
  return [['zh-Hans', list.roles] as const, ...list.languages].flatMap(([language, cast]) =>
    facesIn(cast).flatMap(({ role, trade, face }) => {
      const entry = list.faces.get(face);
      const font = faceOf(face);
      if (!entry || !font) return [];
      const { licence, embedding, glyphCount } = font.facts;
      const own = {
        licence: entry.licence ?? licence,
        embedding,
        glyphs: glyphCount,
        covers: coverage(font, language),
      };
      return [{ language, role, trade, face, key: font.key, file: entry.file.value, ...own }];
    }),
  );
}

interface FaceInRole {
  readonly role: FontRole;
  readonly trade: string;
  readonly face: string;
}

function facesIn(cast: ReadonlyMap<FontRole, RoleEntry>): readonly FaceInRole[] {
  return [...cast].flatMap(([role, { name: trade, faces }]) =>
    faces.map(({ value: face }) => ({ role, trade, face })),
  );
}

function coverage(font: Font, language: Language): Coverage {
  const { name, codePoints } = characterTable(language);
  const has = codePoints.filter((codePoint) => font.glyph(codePoint)).length;
  return { table: name, has, of: codePoints.length };
}
