import { readCff } from './cff.ts';
import { latinOf } from './objects.ts';
import { bigEndian } from './structure.ts';

/** What the program of a font says of itself. */
export interface ProgramFacts {
  readonly kind: 'truetype' | 'opentype' | 'cff' | 'type1' | 'unknown';
  readonly glyphs?: number;
  /** Embedding bits `fsType`, when they were kept. */
  readonly embedding?: number;
  /** Advance of a glyph in thousandths of the size. */
  readonly advance?: (glyph: number) => number | undefined;
  /** Number of the glyph of a CID, in a program that is keyed by CID. */
  readonly glyphOfCid?: (cid: number) => number | undefined;
}

/** Facts of a font program; `undefined` when it is damaged. */
export function readProgram(bytes: Uint8Array): ProgramFacts | undefined {
  const tag = latinOf(bytes.subarray(0, 4));
  if (tag === '\0\x01\0\0' || tag === 'true' || tag === 'OTTO') return readSfnt(bytes);
  if (tag.startsWith('%!') || (bytes[0] === 0x80 && bytes[1] === 1)) return readType1(bytes);
  if (bytes[0] === 1 && bytes[1] === 0) {
    const cff = readCff(bytes);
    return cff && { kind: 'cff', ...cff };
  }
  return undefined;
}

function readType1(bytes: Uint8Array): ProgramFacts | undefined {
  const text = latinOf(bytes);
  if (!text.includes('eexec')) return undefined;
  const bits = /\/FSType\s+(\d+)\s+def/.exec(text)?.[1];
  return { kind: 'type1', ...(bits !== undefined && { embedding: Number(bits) }) };
}

/** The tables of a TrueType or OpenType program (OpenType, font file). */
function readSfnt(bytes: Uint8Array): ProgramFacts | undefined {
  const tables = tablesOf(bytes);
  if (!tables) return undefined;
  const table = (tag: string) => tables.get(tag);
  const outlines = table('CFF ');
  const cff = outlines && readCff(outlines);
  const profile = table('maxp');
  const glyphs = profile ? bigEndian(profile, 4, 2) : cff?.glyphs;
  if (glyphs === undefined || (outlines && !cff) || (!outlines && !glyphsAreInside(tables, glyphs)))
    return undefined;
  const windows = table('OS/2');
  return {
    kind: cff ? 'opentype' : 'truetype',
    glyphs,
    ...(windows && windows.length > 9 && { embedding: bigEndian(windows, 8, 2) }),
    ...(cff?.glyphOfCid && { glyphOfCid: cff.glyphOfCid }),
    ...advances(tables),
  };
}

type Tables = ReadonlyMap<string, Uint8Array>;

function tablesOf(bytes: Uint8Array): Tables | undefined {
  const count = bigEndian(bytes, 4, 2);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i += 1) {
    const row = 12 + 16 * i;
    const [start, length] = [bigEndian(bytes, row + 8, 4), bigEndian(bytes, row + 12, 4)];
    if (row + 16 > bytes.length || start + length > bytes.length) return undefined;
    tables.set(latinOf(bytes.subarray(row, row + 4)), bytes.subarray(start, start + length));
  }
  return tables;
}

/** Whether the last place of `loca` lies within `glyf`. */
function glyphsAreInside(tables: Tables, glyphs: number): boolean {
  const [places, outlines, head] = ['loca', 'glyf', 'head'].map((tag) => tables.get(tag));
  if (!places || !outlines || !head) return false;
  const long = bigEndian(head, 50, 2) === 1;
  const width = long ? 4 : 2;
  if (places.length < (glyphs + 1) * width) return false;
  return bigEndian(places, glyphs * width, width) * (long ? 1 : 2) <= outlines.length;
}

function advances(tables: Tables): Pick<ProgramFacts, 'advance'> {
  const [head, horizontal, metrics] = ['head', 'hhea', 'hmtx'].map((tag) => tables.get(tag));
  const units = head ? bigEndian(head, 18, 2) : 0;
  const count = horizontal ? bigEndian(horizontal, 34, 2) : 0;
  if (!metrics || units === 0 || count === 0 || metrics.length < 4 * count) return {};
  return { advance: (glyph) => (bigEndian(metrics, 4 * Math.min(glyph, count - 1), 2) * 1000) / units };
}
