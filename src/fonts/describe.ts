import type { Report } from '../base/diagnostic.ts';
import type { FontKey, FontRole } from '../model/face.ts';
import type { FontList } from '../model/font-list.ts';
import { checkFontList, openFaces } from './book.ts';
import type { Font } from './font.ts';

/** One face in one role, as `pagegen fonts` lists it. */
export interface FaceDescription {
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
  /** How many of the 6763 Han characters of GB 2312 it has. */
  readonly gb2312: number;
}

/** Every face of every role, in the order of the list. Faces that cannot be used are reported and left out. */
export function describeFonts(
  list: FontList,
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
): readonly FaceDescription[] {
  checkFontList(list, files, report);
  const faceOf = openFaces({ list, files, opened: new Map() }, report);
  return [...list.roles].flatMap(([role, { name: trade, faces }]) =>
    faces.flatMap(({ value: face }) => {
      const entry = list.faces.get(face);
      const font = faceOf(face);
      if (!entry || !font) return [];
      const { licence, embedding, glyphCount } = font.facts;
      const own = {
        licence: entry.licence ?? licence,
        embedding,
        glyphs: glyphCount,
        gb2312: coverage(font),
      };
      return [{ role, trade, face, key: font.key, file: entry.file.value, ...own }];
    }),
  );
}

function coverage(font: Font): number {
  return gb2312().filter((codePoint) => font.glyph(codePoint)).length;
}

/** The Han characters of GB/T 2312-1980, rows 16 to 87 (levels 1 and 2). */
export function gb2312(): readonly number[] {
  const decoder = new TextDecoder('gbk');
  const codePoints: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const codePoint = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0) ?? 0;
      if (codePoint >= 0x4e00 && codePoint <= 0x9fff) codePoints.push(codePoint);
    }
  }
  return codePoints;
}
