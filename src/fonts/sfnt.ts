import type { FontTables } from './truetype.ts';

/** What a static TrueType file says in its tables, read where it stands (OpenType 1.9). */
export interface SfntFile {
  readonly tables: FontTables;
  /** Font units in an em. */
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** Typographic extent, in font units: over the baseline, and below it as a negative number. */
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  /** Box around all glyphs: left, bottom, right, top. */
  readonly bounds: readonly [number, number, number, number];
  readonly weight: number;
  /** Degrees counterclockwise from upright. */
  readonly italicAngle: number;
  readonly names: FontNames;
  /** The glyph of a character; 0 when there is none. */
  readonly lookup: (codePoint: number) => number;
}

export interface FontNames {
  readonly postscript: string;
  readonly full: string;
  /** Empty when the file has none. */
  readonly licence: string;
}

/**
 * Reads a static TrueType file with a Unicode character map and English names. `undefined` for everything else, a damaged
 * file too: it needs a reader that knows more.
 */
export function readSfnt(bytes: Uint8Array): SfntFile | undefined {
  try {
    return readFile(bytes);
  } catch (error) {
    // A table that ends too early; what is wrong is said by the reader that is asked next.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const TRUETYPE: ReadonlySet<number> = new Set([0x00010000, 0x74727565]);
const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'name', 'glyf', 'loca', 'OS/2', 'post'];
/** Tables that change outlines, widths or glyphs in ways that are not read here. */
const UNREAD = ['fvar', 'CFF ', 'CFF2', 'morx', 'kern'];

function readFile(bytes: Uint8Array): SfntFile | undefined {
  const tables = directoryOf(bytes);
  if (!tables || NEEDED.some((tag) => !tables(tag)?.length) || UNREAD.some((tag) => tables(tag))) {
    return undefined;
  }
  const view = (tag: string) => viewOf(tables(tag) ?? new Uint8Array());
  const [head, os2] = [view('head'), view('OS/2')];
  const names = namesOf(view('name'));
  const lookup = characterMap(view('cmap'));
  const unitsPerEm = head.getUint16(18);
  const capHeight = os2.getUint16(0) >= 2 ? os2.getInt16(88) : 0;
  const glyphCount = view('maxp').getUint16(4);
  if (!names || !lookup || capHeight <= 0 || unitsPerEm === 0 || glyphCount === 0) return undefined;
  return {
    tables,
    unitsPerEm,
    glyphCount,
    ascender: os2.getInt16(68),
    descender: os2.getInt16(70),
    capHeight,
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    weight: os2.getUint16(4) || 400,
    italicAngle: view('post').getInt32(4) / 0x10000,
    names,
    lookup,
  };
}

/** The tables of a file that has one face; `undefined` when a table runs over the end of the file. */
function directoryOf(bytes: Uint8Array): FontTables | undefined {
  const view = viewOf(bytes);
  if (!TRUETYPE.has(view.getUint32(0))) return undefined;
  const tables = new Map<string, Uint8Array>();
  for (let at = 12, count = view.getUint16(4); count > 0; at += 16, count -= 1) {
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length > bytes.length) return undefined;
    tables.set(tagAt(view, at), bytes.subarray(offset, offset + length));
  }
  return (tag) => tables.get(tag);
}

/** Four letters of a table. */
export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}

export function viewOf(table: Uint8Array): DataView {
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
}

const WINDOWS = 3;
const ENGLISH_US = 0x409;
const NAME_IDS = { full: 4, postscript: 6, licence: 13 } as const;

/** Names in English for Windows, as every font for sale or free has them; a licence in other languages alone is not read. */
function namesOf(name: DataView): FontNames | undefined {
  const strings = name.getUint16(4);
  const found = new Map<number, string>();
  const elsewhere = new Set<number>();
  for (let at = 6, count = name.getUint16(2); count > 0; at += 12, count -= 1) {
    const id = name.getUint16(at + 6);
    if (name.getUint16(at) === WINDOWS && name.getUint16(at + 4) === ENGLISH_US) {
      found.set(id, utf16At(name, strings + name.getUint16(at + 10), name.getUint16(at + 8)));
    } else elsewhere.add(id);
  }
  const [postscript, full] = [found.get(NAME_IDS.postscript), found.get(NAME_IDS.full)];
  const licence = found.get(NAME_IDS.licence);
  if (!postscript || !full || (licence === undefined && elsewhere.has(NAME_IDS.licence))) return undefined;
  return { postscript, full, licence: licence ?? '' };
}

function utf16At(view: DataView, at: number, bytes: number): string {
  return String.fromCharCode(...Array.from({ length: bytes >> 1 }, (_, i) => view.getUint16(at + 2 * i)));
}

/** Platform and encoding of Unicode maps, whole before Basic Multilingual Plane. */
const UNICODE_MAPS = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
] as const;

function characterMap(cmap: DataView): SfntFile['lookup'] | undefined {
  const records = Array.from({ length: cmap.getUint16(2) }, (_, i) => 4 + 8 * i);
  for (const [platform, encoding] of UNICODE_MAPS) {
    const record = records.find(
      (at) => cmap.getUint16(at) === platform && cmap.getUint16(at + 2) === encoding,
    );
    if (record === undefined) continue;
    const offset = cmap.getUint32(record + 4);
    const map = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset);
    const format = map.getUint16(0);
    if (format === 12) return groupedMap(map);
    return format === 4 ? segmentedMap(map) : undefined;
  }
  return undefined;
}

/** Format 12: groups of characters whose glyphs follow one another. */
function groupedMap(map: DataView): SfntFile['lookup'] | undefined {
  const count = map.getUint32(12);
  // The last group is read once, so that a table that ends too early is found now.
  if (count === 0 || map.getUint32(16 + 12 * (count - 1) + 8) < 0) return undefined;
  return (codePoint) => {
    const at = 16 + 12 * lastWithin(count, (index) => map.getUint32(16 + 12 * index) <= codePoint);
    if (at < 16 || codePoint > map.getUint32(at + 4)) return 0;
    return map.getUint32(at + 8) + codePoint - map.getUint32(at);
  };
}

/** Format 4: segments of the Basic Multilingual Plane. */
function segmentedMap(map: DataView): SfntFile['lookup'] | undefined {
  const twice = map.getUint16(6);
  const [ends, starts, deltas, ranges] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice];
  if (twice === 0 || map.getUint16(ranges + twice - 2) < 0) return undefined;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const segment = 2 * lastWithin(twice / 2, (index) => map.getUint16(starts + 2 * index) <= codePoint);
    if (segment < 0 || codePoint > map.getUint16(ends + segment)) return 0;
    const delta = map.getUint16(deltas + segment);
    const range = map.getUint16(ranges + segment);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const at = ranges + segment + range + 2 * (codePoint - map.getUint16(starts + segment));
    const glyph = at + 2 <= map.byteLength ? map.getUint16(at) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** The last index for which a condition holds that holds up to some place and not behind it; -1 when it never holds. */
export function lastWithin(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
