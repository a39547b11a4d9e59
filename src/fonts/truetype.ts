import type { ProgramGlyph } from './font.ts';

/** The tables of one font by tag; `undefined` when the font has no such table. */
export type FontTables = (tag: string) => Uint8Array | undefined;

/** A glyph and what is cut off its cell at both sides, in font units. */
export interface CutGlyph {
  readonly id: number;
  readonly before: number;
  readonly after: number;
}

/** Glyphs of a program with their cells in font units. */
export function cutGlyphs(glyphs: readonly ProgramGlyph[], unitsPerEm: number): readonly CutGlyph[] {
  const units = (length: number): number => Math.round(length * unitsPerEm);
  return glyphs.map(({ id, cell }) => ({
    id,
    before: units(cell?.before ?? 0),
    after: units(cell?.after ?? 0),
  }));
}

/**
 * A TrueType program with the missing-glyph box and then these glyphs in this order, duplicates kept; parts of composite
 * glyphs follow behind. Glyph data is copied as it is; a glyph whose cell is cut in front becomes a composite that moves
 * the whole one. Layout of the tables: OpenType 1.9, `glyf`, `loca`, `hmtx`.
 */
export function subsetTrueType(tables: FontTables, glyphs: readonly CutGlyph[]): Uint8Array {
  const outlines = collectOutlines(tables, glyphs);
  const head = copyOf(tables, 'head');
  head.setInt16(HEAD.offsetFormat, LONG_OFFSETS);
  head.setUint32(HEAD.checksum, 0);
  const metrics = collectMetrics(tables, outlines.glyphs);
  const hhea = copyOf(tables, 'hhea');
  hhea.setUint16(HHEA_METRICS, outlines.glyphs.length);
  const maxp = copyOf(tables, 'maxp');
  maxp.setUint16(MAXP.glyphs, outlines.glyphs.length);
  allowParts(maxp);
  const kept = ['cvt ', 'fpgm', 'prep'].flatMap((tag) => {
    const table = tables(tag);
    return table ? [[tag, table] as const] : [];
  });
  return wrapTables([
    ...kept,
    ['glyf', joined(outlines.data)],
    ['head', bytesOf(head)],
    ['hhea', bytesOf(hhea)],
    ['hmtx', metrics],
    ['loca', offsetsOf(outlines.data)],
    ['maxp', bytesOf(maxp)],
  ]);
}

/** Advance of each glyph in font units, out of `hmtx`; the last width counts for all glyphs behind it. */
export function readAdvances(tables: FontTables): (glyph: number) => number {
  const hmtx = viewOf(tables, 'hmtx');
  const last = viewOf(tables, 'hhea').getUint16(HHEA_METRICS) - 1;
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, last));
}

/** Places of the fields that are read or changed, in bytes from the start of their table (OpenType 1.9). */
const HEAD = { checksum: 8, offsetFormat: 50 } as const;
const HHEA_METRICS = 34;
const MAXP = { glyphs: 4, parts: 28, depth: 30 } as const;
const LONG_OFFSETS = 1;

/** What the sum over a whole file comes to, less its `head` entry (OpenType 1.9, `head`). */
const FILE_CHECKSUM = 0xb1b0afba;

interface Outlines {
  readonly glyphs: readonly CutGlyph[];
  /** Glyph data of each, padded to four bytes. */
  readonly data: readonly Uint8Array[];
}

function collectOutlines(tables: FontTables, wanted: readonly CutGlyph[]): Outlines {
  const glyf = tables('glyf') ?? new Uint8Array();
  const rangeOf = glyphRanges(tables);
  const glyphs: CutGlyph[] = [wholeGlyph(0), ...wanted];
  const places = new Map<number, number>();
  glyphs.forEach(({ id, before }, place) => {
    if (before === 0 && !places.has(id)) places.set(id, place);
  });
  const placeOf = (id: number) => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, glyphs.length);
    return glyphs.push(wholeGlyph(id)) - 1;
  };
  const data: Uint8Array[] = [];
  for (let place = 0; place < glyphs.length; place++) {
    const { id, before } = glyphs[place] ?? wholeGlyph(0);
    const [start, end] = rangeOf(id);
    const outline = glyf.subarray(start, end);
    data.push(before === 0 ? copiedOutline(outline, placeOf) : movedOutline(outline, placeOf(id), before));
  }
  return { glyphs, data };
}

function wholeGlyph(id: number): CutGlyph {
  return { id, before: 0, after: 0 };
}

function copiedOutline(outline: Uint8Array, placeOf: (id: number) => number): Uint8Array {
  const copy = new Uint8Array((outline.length + 3) & ~3);
  copy.set(outline);
  renumberParts(copy, placeOf);
  return copy;
}

/** A composite glyph of one part: the glyph at `place`, moved to the left. An empty outline stays empty. */
function movedOutline(outline: Uint8Array, place: number, left: number): Uint8Array {
  if (outline.length < 10) return new Uint8Array();
  const box = new DataView(outline.buffer, outline.byteOffset, 10);
  const moved = new DataView(new ArrayBuffer(20));
  moved.setInt16(0, -1);
  moved.setInt16(2, box.getInt16(2) - left);
  moved.setInt16(4, box.getInt16(4));
  moved.setInt16(6, box.getInt16(6) - left);
  moved.setInt16(8, box.getInt16(8));
  moved.setUint16(10, WORD_ARGUMENTS | OFFSETS);
  moved.setUint16(12, place);
  moved.setInt16(14, -left);
  return bytesOf(moved);
}

/** Makes sure that the table of maxima allows composites of one part and a part that is a composite itself. */
function allowParts(maxp: DataView): void {
  maxp.setUint16(MAXP.parts, Math.max(1, maxp.getUint16(MAXP.parts)));
  maxp.setUint16(MAXP.depth, Math.max(2, maxp.getUint16(MAXP.depth) + 1));
}

/** Flags of a part of a composite glyph (OpenType 1.9, `glyf`). */
const WORD_ARGUMENTS = 0x1;
const OFFSETS = 0x2;
const ONE_SCALE = 0x8;
const MORE_PARTS = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

function renumberParts(outline: Uint8Array, placeOf: (id: number) => number): void {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.length < 10 || view.getInt16(0) >= 0) return;
  for (let at = 10; ;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, placeOf(view.getUint16(at + 2)));
    if (!(flags & MORE_PARTS)) return;
    const scales = flags & ONE_SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    at += 4 + (flags & WORD_ARGUMENTS ? 4 : 2) + scales;
  }
}

function glyphRanges(tables: FontTables): (glyph: number) => readonly [number, number] {
  const loca = viewOf(tables, 'loca');
  const long = viewOf(tables, 'head').getInt16(HEAD.offsetFormat) === LONG_OFFSETS;
  const offset = (index: number) => (long ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
  return (glyph) => [offset(glyph), offset(glyph + 1)];
}

function collectMetrics(tables: FontTables, glyphs: readonly CutGlyph[]): Uint8Array {
  const hmtx = viewOf(tables, 'hmtx');
  const count = viewOf(tables, 'hhea').getUint16(HHEA_METRICS);
  const advance = readAdvances(tables);
  const metrics = new DataView(new ArrayBuffer(4 * glyphs.length));
  glyphs.forEach(({ id, before, after }, place) => {
    const bearing = id < count ? hmtx.getInt16(4 * id + 2) : hmtx.getInt16(4 * count + 2 * (id - count));
    metrics.setUint16(4 * place, advance(id) - before - after);
    metrics.setInt16(4 * place + 2, bearing - before);
  });
  return bytesOf(metrics);
}

function offsetsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)));
  let offset = 0;
  outlines.forEach((outline, place) => {
    offset += outline.length;
    loca.setUint32(4 * (place + 1), offset);
  });
  return bytesOf(loca);
}

/** An sfnt file of the tables, in order of their tags, with all checksums. */
function wrapTables(tables: readonly (readonly [tag: string, data: Uint8Array])[]): Uint8Array {
  const power = Math.floor(Math.log2(tables.length));
  const directory = new DataView(new ArrayBuffer(12 + 16 * tables.length));
  directory.setUint32(0, 0x00010000);
  const search = 16 << power;
  [tables.length, search, power, 16 * tables.length - search].forEach((value, index) =>
    directory.setUint16(4 + 2 * index, value),
  );
  let offset = directory.byteLength;
  let headAt = 0;
  const parts: Uint8Array[] = [];
  tables.forEach(([tag, data], index) => {
    const at = 12 + 16 * index;
    const part = new Uint8Array((data.length + 3) & ~3);
    part.set(data);
    [...tag].forEach((letter, place) => directory.setUint8(at + place, letter.charCodeAt(0)));
    directory.setUint32(at + 4, checksum(part));
    directory.setUint32(at + 8, offset);
    directory.setUint32(at + 12, data.length);
    if (tag === 'head') headAt = offset;
    parts.push(part);
    offset += part.length;
  });
  const file = joined([bytesOf(directory), ...parts]);
  new DataView(file.buffer).setUint32(headAt + HEAD.checksum, (FILE_CHECKSUM - checksum(file)) >>> 0);
  return file;
}

function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function viewOf(tables: FontTables, tag: string): DataView {
  const table = tables(tag) ?? new Uint8Array();
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
}

function copyOf(tables: FontTables, tag: string): DataView {
  return new DataView(Uint8Array.from(tables(tag) ?? []).buffer);
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
