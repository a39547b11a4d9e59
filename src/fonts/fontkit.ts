import { createRequire } from 'node:module';
import type * as Fontkit from 'fontkit';
import type { Font as FontkitFont, FontCollection, PathCommand } from 'fontkit';
import type { Hint, Report } from '../base/diagnostic.ts';
import type { SourceRange } from '../base/source.ts';
import type { Font, FontFacts, FontProgram, Glyph, ProgramGlyph, ShapedGlyph } from './font.ts';
import { embeddingOf, reportLicence } from './licence.ts';
import { remembered } from './remembered.ts';
import { cutGlyphs, readAdvances, subsetTrueType } from './truetype.ts';
import type { FontTables } from './truetype.ts';

export interface OpenOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** PostScript name of the face inside a collection. */
  readonly face?: string;
  /** Where the font is asked for. */
  readonly range?: SourceRange;
}

/**
 * Opens a static TrueType or CFF font, or one face of a collection. Variable fonts, web fonts, broken files and faces that
 * a collection lacks are reported as `bad-font`, fonts that may not be embedded as `font-licence`.
 */
export function openFont(bytes: Uint8Array, options: OpenOptions, report: Report): Font | undefined {
  const refuse = (reason: FontFault, hints: readonly Hint[] = []) => {
    report({
      severity: 'error',
      code: 'bad-font',
      values: { file: options.file, reason },
      hints,
      ...at(options),
    });
    return undefined;
  };
  if (isWebFont(bytes)) return refuse('web-font', [{ code: 'convert-font' }]);
  if (!isFontFile(bytes)) return refuse('broken');
  const opened = openFile(bytes, options.face);
  if (opened.kind === 'broken') return refuse('broken');
  if (opened.kind === 'other-faces') {
    return refuse('collection-face', [{ code: 'known-names', values: { names: opened.names.join(', ') } }]);
  }
  const tables = tablesOf(opened.source, bytes);
  if (tables('fvar') || tables('CFF2')) return refuse('variable', [{ code: 'convert-font' }]);
  if (!isWhole(opened.source, bytes, tables)) return refuse('broken');
  reportLicence(tables, options, report);
  return makeFont(opened.source, tables);
}

/** Why a file cannot be used; `missing` is reported by the font book. */
export type FontFault = 'missing' | 'broken' | 'web-font' | 'variable' | 'collection-face';

/** The parts of a fontkit font used here that its type declarations leave out. */
interface FontkitSource extends FontkitFont {
  readonly directory: {
    readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number }>>;
  };
}

type OpenedFile =
  | { readonly kind: 'font'; readonly source: FontkitSource }
  | { readonly kind: 'other-faces'; readonly names: readonly string[] }
  | { readonly kind: 'broken' };

/** Loaded by the first file that needs it. */
let fontkit: typeof Fontkit | undefined;
const require = createRequire(import.meta.url);

function openFile(bytes: Uint8Array, face: string | undefined): OpenedFile {
  try {
    const { create } = (fontkit ??= require('fontkit') as typeof Fontkit);
    const opened = create(bytes as Buffer) as FontkitFont | FontCollection;
    if (!('fonts' in opened)) return { kind: 'font', source: opened as FontkitSource };
    const source = opened.fonts.find((font) => font.postscriptName === face);
    if (source) return { kind: 'font', source: source as FontkitSource };
    return { kind: 'other-faces', names: opened.fonts.map((font) => font.postscriptName) };
  } catch {
    return { kind: 'broken' };
  }
}

/** WOFF 1 and 2 by their signatures. */
function isWebFont(bytes: Uint8Array): boolean {
  return ['wOFF', 'wOF2'].includes(signatureOf(bytes));
}

/** TrueType, CFF or a collection by its signature; fontkit may read any other file without end. */
function isFontFile(bytes: Uint8Array): boolean {
  return ['\0\x01\0\0', 'true', 'OTTO', 'ttcf'].includes(signatureOf(bytes));
}

function signatureOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4));
}

function tablesOf(source: FontkitSource, bytes: Uint8Array): FontTables {
  return (tag) => {
    const entry = source.directory.tables[tag];
    return entry && bytes.subarray(entry.offset, entry.offset + entry.length);
  };
}

/** Whether no table runs over the end of the file and everything needed for setting and embedding is there. */
function isWhole(source: FontkitSource, bytes: Uint8Array, tables: FontTables): boolean {
  const inside = Object.values(source.directory.tables).every(
    ({ offset, length }) => offset + length <= bytes.length,
  );
  const needed = [
    'head',
    'hhea',
    'hmtx',
    'maxp',
    'cmap',
    'name',
    ...(tables('CFF ') ? [] : ['glyf', 'loca']),
  ];
  if (!inside || !needed.every((tag) => tables(tag)?.length)) return false;
  try {
    return (
      source.unitsPerEm > 0 &&
      Boolean(source.postscriptName) &&
      source.numGlyphs > 0 &&
      source.characterSet.length > 0
    );
  } catch {
    return false;
  }
}

function at({ range }: OpenOptions): { readonly range?: SourceRange } {
  return range ? { range } : {};
}

function makeFont(source: FontkitSource, tables: FontTables): Font {
  const units = source.unitsPerEm;
  const advanceOf = readAdvances(tables);
  const advance = (glyph: number) => advanceOf(glyph) / units;
  const os2 = tables('OS/2') && source['OS/2'];
  const glyph = remembered((codePoint: number): Glyph | undefined => {
    if (!source.hasGlyphForCodePoint(codePoint)) return undefined;
    const { id } = source.glyphForCodePoint(codePoint);
    return id === 0 ? undefined : { id, advance: advance(id) };
  });
  const variants = remembered((feature: string) =>
    remembered((codePoint: number) => substituted(source, { feature, codePoint, plain: glyph(codePoint) })),
  );
  return {
    key: source.postscriptName,
    ascent: (os2?.typoAscender ?? source.ascent) / units,
    descent: -(os2?.typoDescender ?? source.descent) / units,
    capHeight: (os2?.capHeight || source.glyphForCodePoint(0x48).bbox.maxY) / units,
    glyph,
    variant: (codePoint, feature) => variants(feature)(codePoint),
    shape: remembered((text: string) => shaped(source, text)),
    advance,
    outline: remembered((id: number) =>
      source
        .getGlyph(id)
        .path.commands.map((one) => svgCommand(one, units))
        .join(''),
    ),
    facts: factsOf(source, tables),
    subset: (glyphs) => subset(source, tables, glyphs),
  };
}

function factsOf(source: FontkitSource, tables: FontTables): FontFacts {
  const units = source.unitsPerEm;
  const { minX, minY, maxX, maxY } = source.bbox;
  return {
    fullName: source.fullName,
    licence: source.getName('license', 'en') ?? '',
    embedding: embeddingOf(tables),
    glyphCount: source.numGlyphs,
    bounds: { left: minX / units, bottom: minY / units, right: maxX / units, top: maxY / units },
    cutsCells: tables('CFF ') === undefined,
    italicAngle: source.italicAngle,
    weight: (tables('OS/2') && source['OS/2'].usWeightClass) || 400,
  };
}

/** Simplified Chinese of the Mainland, so that digits and marks keep one shape whatever stands beside them. */
export const SCRIPT = 'hani';
export const LANGUAGE = 'ZHS ';

/** One character, one glyph: ligatures and contextual forms would make a width depend on the neighbours. */
const NO_LIGATURES = { liga: false, clig: false, dlig: false, calt: false };

interface Substitution {
  readonly feature: string;
  readonly codePoint: number;
  readonly plain: Glyph | undefined;
}

function substituted(source: FontkitSource, { feature, codePoint, plain }: Substitution): Glyph | undefined {
  if (!plain) return undefined;
  const features = { ...NO_LIGATURES, kern: false, [feature]: true };
  const run = source.layout(String.fromCodePoint(codePoint), features, SCRIPT, LANGUAGE);
  const [glyph] = run.glyphs;
  if (!glyph || run.glyphs.length > 1 || glyph.id === plain.id) return undefined;
  return { id: glyph.id, advance: glyph.advanceWidth / source.unitsPerEm };
}

function shaped(source: FontkitSource, text: string): readonly ShapedGlyph[] {
  const run = source.layout(text, NO_LIGATURES, SCRIPT, LANGUAGE);
  return run.glyphs.map((glyph, index) => ({
    id: glyph.id,
    advance: (run.positions[index]?.xAdvance ?? glyph.advanceWidth) / source.unitsPerEm,
    text: String.fromCodePoint(...glyph.codePoints),
  }));
}

const SVG_LETTERS = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

function svgCommand({ command, args }: PathCommand, units: number): string {
  const numbers = args.map((value, index) => {
    const em = (index % 2 === 0 ? value : -value) / units;
    return Math.round(em * 10_000) / 10_000 + 0;
  });
  return SVG_LETTERS[command] + numbers.join(' ');
}

function subset(source: FontkitSource, tables: FontTables, glyphs: readonly ProgramGlyph[]): FontProgram {
  if (!tables('CFF ')) {
    return { kind: 'truetype', bytes: subsetTrueType(tables, cutGlyphs(glyphs, source.unitsPerEm)) };
  }
  // includeGlyph() would drop duplicates; the list behind it keeps them.
  const cut = source.createSubset() as unknown as { readonly glyphs: number[]; encode(): Uint8Array };
  cut.glyphs.push(...glyphs.map(({ id }) => id));
  return { kind: 'cff', bytes: cut.encode() };
}
