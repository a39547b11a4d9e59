import type { Report } from '../base/diagnostic.ts';
import type { FontKey, FontRole } from '../model/face.ts';
import type { FaceEntry, FontList, RoleEntry } from '../model/font-list.ts';
import type { Language } from '../model/setting.ts';
import type { FaceChoice, Font, FontBook, FontFileStore } from './font.ts';
import { openFont } from './open.ts';

/**
 * The faces of a font list, whose reader has checked its names; `files` holds the font files by their path in the list.
 * Missing files are reported at once as `bad-font`; a file is opened (and what is wrong with it reported) when its face
 * is first asked for.
 */
export function openFontBook(list: FontList, files: FontFileStore, report: Report): FontBook {
  const opened = new Map<FontKey, Font>();
  const faceOf = openFaces({ list, files, opened }, report);
  reportMissingFiles(list, files, report);
  const get = (key: FontKey): Font => {
    const font = opened.get(key);
    if (!font) throw new Error(`face ${key} was never chosen`);
    return font;
  };
  const books = new Map<Language, FontBook>();
  const inLanguage = (language: Language): FontBook => {
    const known = books.get(language);
    if (known) return known;
    const choose = chooser(rolesIn(list, language), faceOf);
    const book = {
      roles: [...list.roles.keys()],
      has: (role: FontRole) => list.roles.has(role),
      choose,
      inLanguage,
      get,
    };
    books.set(language, book);
    return book;
  };
  return inLanguage('zh-Hans');
}

/** The roles as a language casts them, by name. */
type Cast = ReadonlyMap<FontRole, RoleEntry>;

/** The common roles with those over them that the list names for the language. */
export function rolesIn({ roles, languages }: FontList, language: Language): Cast {
  return new Map([...roles, ...(languages.get(language) ?? [])]);
}

/** Looks every character of a role up once. */
function chooser(cast: Cast, faceOf: FaceOpener): FontBook['choose'] {
  const choices = new Map<FontRole, Map<number, FaceChoice | undefined>>();
  return (role, codePoint) => {
    let known = choices.get(role);
    if (!known) choices.set(role, (known = new Map()));
    if (!known.has(codePoint)) known.set(codePoint, chooseFace(cast, { role, codePoint }, faceOf));
    return known.get(codePoint);
  };
}

/** Opens a face of the list by its name there; `undefined` when it cannot be used. Each is opened and reported once. */
type FaceOpener = (name: string) => Font | undefined;

interface FaceSources {
  readonly list: FontList;
  readonly files: FontFileStore;
  /** Filled with the faces as they are opened. */
  readonly opened: Map<FontKey, Font>;
}

/** An opener for the faces of a list. */
export function openFaces({ list, files, opened }: FaceSources, report: Report): FaceOpener {
  const faces = new Map<string, Font | undefined>();
  const open = (name: string): Font | undefined => {
    const entry = list.faces.get(name);
    const bytes = entry && files.get(entry.file.value);
    const font = bytes && openFont(bytes, optionsOf(entry), report);
    if (!font) return undefined;
    // Two files may carry the same PostScript name.
    const key = opened.has(font.key) ? `${font.key}:${name}` : font.key;
    const keyed = key === font.key ? font : { ...font, key };
    opened.set(key, keyed);
    return keyed;
  };
  return (name) => {
    if (!faces.has(name)) faces.set(name, open(name));
    return faces.get(name);
  };
}

function optionsOf(entry: FaceEntry): Parameters<typeof openFont>[1] {
  const { value, range } = entry.face ?? entry.file;
  return { file: entry.file.value, range, ...(entry.face && { face: value }) };
}

/** Reports the files of a list that are not there as `bad-font`. */
export function reportMissingFiles(list: FontList, files: FontFileStore, report: Report): void {
  for (const { file } of list.faces.values()) {
    if (files.has(file.value)) continue;
    const values = { file: file.value, reason: 'missing' };
    report({ severity: 'error', code: 'bad-font', values, range: file.range, hints: [{ code: 'add-font' }] });
  }
}

interface Wanted {
  readonly role: FontRole;
  readonly codePoint: number;
}

/** Borrowed marks first, then the role's own faces, then down the chain of fallbacks, each role once. */
function chooseFace(cast: Cast, { role, codePoint }: Wanted, faceOf: FaceOpener): FaceChoice | undefined {
  const entry = cast.get(role);
  if (!entry) return undefined;
  const ownFace = (one: RoleEntry | undefined) => firstFace(one, codePoint, faceOf);
  const lender = entry.borrow?.characters.includes(String.fromCodePoint(codePoint))
    ? entry.borrow.from.value
    : undefined;
  const own = (lender !== undefined && ownFace(cast.get(lender))) || ownFace(entry);
  if (own) return { font: own };
  const tried = new Set([role]);
  for (let next = entry.fallback?.value; next !== undefined && !tried.has(next);) {
    tried.add(next);
    const font = ownFace(cast.get(next));
    if (font) return { font, fallback: next };
    next = cast.get(next)?.fallback?.value;
  }
  return undefined;
}

function firstFace(role: RoleEntry | undefined, codePoint: number, faceOf: FaceOpener): Font | undefined {
  for (const face of role?.faces ?? []) {
    const font = faceOf(face.value);
    if (font?.glyph(codePoint)) return font;
  }
  return undefined;
}
