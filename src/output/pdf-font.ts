import { createHash } from 'node:crypto';
import { rounded } from '../base/units.ts';
import type { Font, FontBook, FontProgram, GlyphCell, ProgramGlyph } from '../fonts/font.ts';
import type { FontKey } from '../model/face.ts';
import { textString } from './pdf-document.ts';
import type { PdfDocument, PdfReference } from './pdf-document.ts';

/** One glyph of a face in the file: its number there, and its advance as the file states it, in 1/1000 em. */
export interface PdfGlyph {
  readonly code: number;
  readonly advance: number;
}

/** The cell of an upright glyph in a line that runs down, in 1/1000 em. */
export interface UprightCell {
  /** How far the pen goes down. */
  readonly height: number;
  /** Of the pen from the glyph's origin: to the right, and up. */
  readonly across: number;
  readonly rise: number;
}

/** A face and the glyphs used of it, each pair of glyph and text with a number of its own so that all text is searchable. */
export interface PdfFace {
  /** Name of the face in the resources of a page. */
  readonly name: string;
  readonly font: Font;
  /** The glyph for a text, in its own cell or in a narrower one. */
  glyph(id: number, text: string, cell?: GlyphCell): PdfGlyph;
  /** The glyph for a text upright in a line that runs down. */
  upright(id: number, text: string, cell: UprightCell): PdfGlyph;
  /** Glyphs in order of their numbers, from 1. */
  glyphs(): readonly ProgramGlyph[];
  texts(): readonly string[];
  /** Cells of the upright glyphs by number; numbers that have none stand in horizontal lines. */
  uprights(): ReadonlyMap<number, UprightCell>;
  program(): FontProgram;
}

/** Gathers the glyphs of all pages; glyphs are numbered in order of first use. */
export interface GlyphCollection {
  face(key: FontKey): PdfFace;
  faces(): readonly PdfFace[];
}

export function collectGlyphs(fonts: FontBook): GlyphCollection {
  const faces = new Map<FontKey, PdfFace>();
  return {
    face(key) {
      const known = faces.get(key);
      if (known) return known;
      const face = openFace(fonts.get(key), `F${faces.size + 1}`);
      faces.set(key, face);
      return face;
    },
    faces: () => [...faces.values()],
  };
}

function openFace(font: Font, name: string): PdfFace {
  const known = new Map<string, PdfGlyph>();
  const glyphs: ProgramGlyph[] = [];
  const texts: string[] = [];
  const uprights = new Map<number, UprightCell>();
  let program: FontProgram | undefined;
  const numbered = (key: string, wanted: ProgramGlyph, text: string): PdfGlyph => {
    const before = known.get(key);
    if (before) return before;
    texts.push(text);
    const glyph = { code: glyphs.push(wanted), advance: widthOf(font, wanted) };
    known.set(key, glyph);
    return glyph;
  };
  return {
    name,
    font,
    glyph: (id, text, cell) =>
      numbered(`${id} ${cell?.before ?? 0} ${cell?.after ?? 0} ${text}`, { id, ...(cell && { cell }) }, text),
    upright(id, text, cell) {
      const glyph = numbered(`${id} v ${cell.height} ${cell.across} ${cell.rise} ${text}`, { id }, text);
      uprights.set(glyph.code, cell);
      return glyph;
    },
    glyphs: () => glyphs,
    texts: () => texts,
    uprights: () => uprights,
    program: () => (program ??= font.subset(glyphs)),
  };
}

function widthOf(font: Font, { id, cell }: ProgramGlyph): number {
  return rounded((font.advance(id) - (cell ? cell.before + cell.after : 0)) * 1000);
}

/**
 * Writes a face as a composite font (ISO 32000-1, 9.7), code = CID = glyph number of the embedded program; with its twin
 * for lines that run down, `F1V` of `F1`, when it is used there. The fonts by their names in the resources of a page.
 */
export function addFont(
  document: PdfDocument,
  face: PdfFace,
): readonly (readonly [name: string, font: PdfReference])[] {
  const { font } = face;
  const program = face.program();
  const truetype = program.kind === 'truetype';
  const name = `${subsetTag(program.bytes)}+${font.key.replace(/[^\w-]/g, '')}`;
  const file = document.add(
    truetype ? { Length1: program.bytes.length } : { Subtype: 'CIDFontType0C' },
    program.bytes,
  );
  const descendant = document.add({
    Type: 'Font',
    Subtype: truetype ? 'CIDFontType2' : 'CIDFontType0',
    BaseFont: name,
    CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
    FontDescriptor: document.add({
      ...descriptorOf(font, name),
      [truetype ? 'FontFile2' : 'FontFile3']: file,
    }),
    DW: FULL_WIDTH,
    W: widths(face),
    ...(face.uprights().size > 0 && { W2: positions(face) }),
    ...(truetype && { CIDToGIDMap: 'Identity' }),
  });
  const composite = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    DescendantFonts: [descendant],
    ToUnicode: document.add({}, characterMap(face.texts())),
  };
  const horizontal = [face.name, document.add({ ...composite, Encoding: 'Identity-H' })] as const;
  if (face.uprights().size === 0) return [horizontal];
  return [horizontal, [`${face.name}V`, document.add({ ...composite, Encoding: 'Identity-V' })]];
}

/** Heights and position vectors of the upright glyphs, `number [-height across rise]` (ISO 32000-1, 9.7.4.3). */
function positions(face: PdfFace): readonly unknown[] {
  return [...face.uprights()].flatMap(([code, { height, across, rise }]) => [code, [-height, across, rise]]);
}

/** Six capitals that stand for the content of the subset (ISO 32000-1, 9.6.4). */
function subsetTag(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest();
  return String.fromCharCode(...[...digest.subarray(0, 6)].map((byte) => 65 + (byte % 26)));
}

const FULL_WIDTH = 1000;
const SYMBOLIC = 4;

function descriptorOf(font: Font, name: string): object {
  const { bounds, italicAngle, weight } = font.facts;
  const thousandths = (length: number) => rounded(length * 1000);
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: [bounds.left, bounds.bottom, bounds.right, bounds.top].map(thousandths),
    ItalicAngle: rounded(italicAngle),
    Ascent: thousandths(font.ascent),
    Descent: thousandths(-font.descent),
    CapHeight: thousandths(font.capHeight),
    // The file format asks for a stem width that fonts do not state; this is Adobe's usual estimate by weight.
    StemV: Math.round(50 + (weight / 65) ** 2),
  };
}

/** Advances that differ from the full em, in runs `first [w w …]` (ISO 32000-1, 9.7.4.3). */
function widths({ font, glyphs }: PdfFace): readonly unknown[] {
  const entries: (number | number[])[] = [];
  let run: number[] | undefined;
  [{ id: 0 }, ...glyphs()].forEach((glyph, code) => {
    const width = widthOf(font, glyph);
    if (width === FULL_WIDTH) {
      run = undefined;
      return;
    }
    if (!run) {
      run = [];
      entries.push(code, run);
    }
    run.push(width);
  });
  return entries;
}

/** Rows that one block of a character map may hold (Adobe Technical Note 5014). */
const ROWS = 100;

/** What a hyphen that only divides a word at a line end reads as (ISO 32000-1, 14.8.2.2.3). */
const SOFT_HYPHEN = '\u00ad';

/** What each code reads as (ISO 32000-1, 9.10.3). */
function characterMap(texts: readonly string[]): string {
  const rows = texts.map((text, index) => `<${hex(index + 1)}> <${utf16(text || SOFT_HYPHEN)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < rows.length; start += ROWS) {
    const block = rows.slice(start, start + ROWS);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

/** A 16-bit number as four hexadecimal digits. */
export function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
