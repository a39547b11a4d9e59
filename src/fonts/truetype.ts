/** The tables of one font by tag; `undefined` when the font has no such table. */
export type FontTables = (tag: string) => Uint8Array | undefined;

/**
 * A TrueType program with the missing-glyph box and then these glyphs in this order, duplicates kept; parts of composite
 * glyphs follow behind. Glyph data is copied as it is. Layout of the tables: OpenType 1.9, `glyf`, `loca`, `hmtx`.
 */
export function subsetTrueType(tables: FontTables, glyphs: readonly number[]): Uint8Array {
  const outlines = collectOutlines(tables, glyphs);
  const head = copyOf(tables, 'head');
  head.setInt16(50, LONG_OFFSETS);
  head.setUint32(8, 0);
  const metrics = collectMetrics(tables, outlines.ids);
  const hhea = copyOf(tables, 'hhea');
  hhea.setUint16(34, outlines.ids.length);
  const maxp = copyOf(tables, 'maxp');
  maxp.setUint16(4, outlines.ids.length);
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
  const last = viewOf(tables, 'hhea').getUint16(34) - 1;
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, last));
}

const LONG_OFFSETS = 1;

interface Outlines {
  readonly ids: readonly number[];
  /** Glyph data of each id, padded to four bytes. */
  readonly data: readonly Uint8Array[];
}

function collectOutlines(tables: FontTables, glyphs: readonly number[]): Outlines {
  const glyf = tables('glyf') ?? new Uint8Array();
  const rangeOf = glyphRanges(tables);
  const ids = [0, ...glyphs];
  const places = new Map<number, number>();
  ids.forEach((id, place) => places.set(id, places.get(id) ?? place));
  const placeOf = (id: number) => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const data: Uint8Array[] = [];
  for (let place = 0; place < ids.length; place++) {
    const [start, end] = rangeOf(ids[place] ?? 0);
    const outline = new Uint8Array((end - start + 3) & ~3);
    outline.set(glyf.subarray(start, end));
    renumberParts(outline, placeOf);
    data.push(outline);
  }
  return { ids, data };
}

/** Flags of a part of a composite glyph (OpenType 1.9, `glyf`). */
const WORD_ARGUMENTS = 0x1;
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
  const long = viewOf(tables, 'head').getInt16(50) === LONG_OFFSETS;
  const offset = (index: number) => (long ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
  return (glyph) => [offset(glyph), offset(glyph + 1)];
}

function collectMetrics(tables: FontTables, ids: readonly number[]): Uint8Array {
  const hmtx = viewOf(tables, 'hmtx');
  const count = viewOf(tables, 'hhea').getUint16(34);
  const advance = readAdvances(tables);
  const metrics = new DataView(new ArrayBuffer(4 * ids.length));
  ids.forEach((id, place) => {
    const bearing = id < count ? hmtx.getInt16(4 * id + 2) : hmtx.getInt16(4 * count + 2 * (id - count));
    metrics.setUint16(4 * place, advance(id));
    metrics.setInt16(4 * place + 2, bearing);
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
  new DataView(file.buffer).setUint32(headAt + 8, (0xb1b0afba - checksum(file)) >>> 0);
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
