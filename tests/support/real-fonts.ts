import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { Ranged } from '../../src/base/source.ts';
import { openFontBook } from '../../src/fonts/book.ts';
import type { FontBook } from '../../src/fonts/font.ts';
import type { FaceEntry, FontList, RoleEntry } from '../../src/model/font-list.ts';

/** A value as if it had been written in a file. */
export function ranged<T>(value: T): Ranged<T> {
  return {
    value,
    range: { file: { path: 'fonts.yaml', text: String(value) }, start: 0, end: String(value).length },
  };
}

export function readFace(file: string): Uint8Array {
  return readFileSync(new URL(`../../fonts/${file}`, import.meta.url));
}

const FILES: Readonly<Record<string, string>> = {
  'PG Song Medium': 'PGSong-Medium.ttf',
  'PG Song Black': 'PGSong-Black.ttf',
  'PG Hei Medium': 'PGHei-Medium.ttf',
  'PG Hei Bold': 'PGHei-Bold.ttf',
  'PG Kai': 'PGKai-Regular.ttf',
};

/** The faces that the program ships, in the roles that fonts/fonts.yaml gives them. */
export function shippedFonts(): { readonly list: FontList; readonly files: ReadonlyMap<string, Uint8Array> } {
  const faces = Object.entries(FILES).map(([name, file]): [string, FaceEntry] => [
    name,
    { file: ranged(file) },
  ]);
  const role = (name: string, face: string, fallback: string): RoleEntry => ({
    name,
    faces: [ranged(face)],
    fallback: ranged(fallback),
  });
  const roles: [string, RoleEntry][] = [
    ['body', role('报宋', 'PG Song Medium', 'hei-text')],
    ['head', role('大标宋', 'PG Song Black', 'hei')],
    ['hei', role('黑体', 'PG Hei Bold', 'body')],
    ['hei-text', role('中黑', 'PG Hei Medium', 'body')],
    ['kai', { ...role('楷体', 'PG Kai', 'body'), borrow: { from: ranged('body'), characters: '“”‘’—⸺…⋯·' } }],
  ];
  const list = { faces: new Map(faces), roles: new Map(roles), languages: new Map() };
  return { list, files: new Map(Object.values(FILES).map((file) => [file, readFace(file)])) };
}

/** The shipped faces opened; anything reported fails the test. */
export function shippedFontBook(): FontBook {
  const { list, files } = shippedFonts();
  const reported: Diagnostic[] = [];
  const book = openFontBook(list, files, (diagnostic) => reported.push(diagnostic));
  expect(reported).toEqual([]);
  return book;
}
