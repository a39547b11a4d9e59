import type { PageFont } from './font.ts';
import { readProgram, type ProgramFacts } from './font-program.ts';
import { isStream, nameOf, numberOf, type PdfFile, type PdfStream, type PdfValue } from './objects.ts';
import { rowOf } from './table.ts';
import { mappedCodes } from './unicode-map.ts';

/** How the pages use a font. */
export interface FontUse {
  readonly font: PageFont;
  readonly codes: ReadonlySet<number>;
  /** Whether any of it is printed: text may be shown without being drawn. */
  readonly visible: boolean;
  /** The first page that uses it, from 1. */
  readonly page: number;
}

export interface FontFacts {
  readonly name: string;
  readonly subtype: string;
  readonly page: number;
  readonly visible: boolean;
  readonly embedded: boolean;
  readonly subset: boolean;
  /** Codes in use that have no Unicode; all of them when there is no map and one is needed. */
  readonly unmapped: number;
  /** Embedding bits of the program, when they were kept. */
  readonly embedding?: number;
  /** What is wrong with the program: `damaged`, `kind`, `length`. */
  readonly fault?: 'damaged' | 'kind' | 'length';
  /** What is missing in its dictionaries. */
  readonly lacks?: string;
  /** Codes in use without a glyph, with the missing-glyph box, with another width than the program's. */
  readonly absent: number;
  readonly boxes: number;
  readonly wide: number;
}

export function readFontFacts(file: PdfFile, { font, codes, visible, page }: FontUse): FontFacts {
  const { name, subtype, inner } = font;
  const [key, stream] = programOf(file, inner);
  const program = stream && readProgram(file.data(stream).bytes);
  const fault = stream && faultOf(file, { font, key, stream, ...(program && { program }) });
  const lacks = missingEntry(file, font, stream !== undefined);
  return {
    name,
    subtype,
    page,
    visible,
    embedded: stream !== undefined || subtype === 'Type3',
    subset: font.tagged || subtype === 'Type3',
    unmapped: unmappedCodes(file, font, codes),
    ...(program?.embedding !== undefined && { embedding: program.embedding }),
    ...(fault && { fault }),
    ...(lacks !== undefined && { lacks }),
    ...glyphFaults(file, font, codes, program),
  };
}

function programOf(file: PdfFile, inner: PdfValue): readonly [string, PdfStream | undefined] {
  for (const key of ['FontFile', 'FontFile2', 'FontFile3']) {
    const stream = file.get(inner, 'FontDescriptor', key);
    if (isStream(stream)) return [key, stream];
  }
  return ['', undefined];
}

/** Which kinds of program a font may have (ISO 32000-1, table 126). */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  CIDFontType2: ['FontFile2 truetype', 'FontFile3 truetype', 'FontFile3 opentype', 'FontFile2 opentype'],
  CIDFontType0: ['FontFile3 cff', 'FontFile3 opentype'],
  TrueType: ['FontFile2 truetype', 'FontFile3 truetype', 'FontFile3 opentype'],
  Type1: ['FontFile type1', 'FontFile3 cff', 'FontFile3 opentype'],
  MMType1: ['FontFile type1', 'FontFile3 cff'],
};

interface Embedding {
  readonly font: PageFont;
  readonly key: string;
  readonly stream: PdfStream;
  readonly program?: ProgramFacts;
}

function faultOf(file: PdfFile, { font, key, stream, program }: Embedding): FontFacts['fault'] {
  const { bytes, damage } = file.data(stream);
  if (damage !== undefined || !program) return 'damaged';
  const kind = nameOf(file.get(font.inner, 'Subtype')) ?? '';
  if (!rowOf(PROGRAMS, kind)?.includes(`${key} ${program.kind}`)) return 'kind';
  const length = numberOf(file.get(stream, 'Length1'));
  return key === 'FontFile2' && length !== bytes.length ? 'length' : undefined;
}

function missingEntry(
  file: PdfFile,
  { composite, inner, dictionary }: PageFont,
  embedded: boolean,
): string | undefined {
  if (!composite) return undefined;
  if (inner === undefined) return 'DescendantFonts';
  if (file.get(dictionary, 'Encoding') === undefined) return 'Encoding';
  if (file.get(inner, 'CIDSystemInfo') === undefined) return 'CIDSystemInfo';
  const turned = nameOf(file.get(inner, 'Subtype')) === 'CIDFontType2' && embedded;
  return turned && file.get(inner, 'CIDToGIDMap') === undefined ? 'CIDToGIDMap' : undefined;
}

/** Simple fonts have characters by their encoding; composite ones need a map. */
function unmappedCodes(file: PdfFile, font: PageFont, codes: ReadonlySet<number>): number {
  const map = file.get(font.dictionary, 'ToUnicode');
  if (!isStream(map)) return font.identity ? codes.size : 0;
  const has = mappedCodes(file.data(map).bytes);
  return [...codes].filter((code) => !has(code)).length;
}

type GlyphFaults = Pick<FontFacts, 'absent' | 'boxes' | 'wide'>;

/** Widths may differ by a thousandth of the size (ISO 19005-1, 6.3.6). */
const WIDTH_TOLERANCE = 1.001;

function glyphFaults(
  file: PdfFile,
  font: PageFont,
  codes: ReadonlySet<number>,
  program: ProgramFacts | undefined,
): GlyphFaults {
  const faults = { absent: 0, boxes: 0, wide: 0 };
  if (!font.identity || program?.glyphs === undefined) return faults;
  const glyphOf = glyphFinder(file, font, program);
  for (const code of codes) {
    const glyph = glyphOf(code);
    if (glyph === undefined || glyph >= program.glyphs) {
      faults.absent += 1;
      continue;
    }
    if (glyph === 0) faults.boxes += 1;
    const advance = program.advance?.(glyph);
    const width = font.width(code);
    if (advance !== undefined && width !== undefined && Math.abs(advance - width) > WIDTH_TOLERANCE)
      faults.wide += 1;
  }
  return faults;
}

function glyphFinder(
  file: PdfFile,
  font: PageFont,
  program: ProgramFacts,
): (code: number) => number | undefined {
  if (program.glyphOfCid) return program.glyphOfCid;
  const map = file.get(font.inner, 'CIDToGIDMap');
  if (!isStream(map)) return (code) => code;
  const { bytes } = file.data(map);
  return (code) => (2 * code + 1 < bytes.length ? bytes[2 * code]! * 256 + bytes[2 * code + 1]! : undefined);
}
