import { bigEndian } from './structure.ts';

/** What a CFF program tells of its glyphs (Adobe Technical Note 5176). */
export interface CffFacts {
  readonly glyphs: number;
  /** In a program keyed by CID. */
  readonly glyphOfCid?: (cid: number) => number | undefined;
}

/** Operators of the top dictionary that matter here. */
const CHARSET = 15;
const CHAR_STRINGS = 17;
const ROS = 1230;

/** Facts of a CFF program; `undefined` when its tables do not lie within it. */
export function readCff(bytes: Uint8Array): CffFacts | undefined {
  const names = readIndex(bytes, bytes[2] ?? 4);
  const tops = names && readIndex(bytes, names.end);
  const top = tops?.entries[0];
  if (!top) return undefined;
  const entries = readDictionary(bytes.subarray(...top));
  const strings = readIndex(bytes, entries.get(CHAR_STRINGS)?.[0] ?? bytes.length);
  if (!strings || strings.entries.length === 0) return undefined;
  const glyphs = strings.entries.length;
  const charset = entries.get(CHARSET)?.[0] ?? 0;
  if (!entries.has(ROS) || charset <= 2) return { glyphs };
  const numbers = readCharset(bytes, charset, glyphs);
  return { glyphs, glyphOfCid: (cid) => numbers.get(cid) };
}

interface Index {
  readonly entries: readonly (readonly [number, number])[];
  readonly end: number;
}

function readIndex(bytes: Uint8Array, at: number): Index | undefined {
  const count = bigEndian(bytes, at, 2);
  if (at + 2 > bytes.length) return undefined;
  if (count === 0) return { entries: [], end: at + 2 };
  const width = bytes[at + 2] ?? 0;
  const data = at + 3 + (count + 1) * width - 1;
  if (width < 1 || width > 4 || data > bytes.length) return undefined;
  const places = Array.from(
    { length: count + 1 },
    (_, i) => data + bigEndian(bytes, at + 3 + i * width, width),
  );
  const ordered = places.every((place, i) => i === 0 || place >= places[i - 1]!);
  if (!ordered || places.at(-1)! > bytes.length) return undefined;
  return { entries: places.slice(1).map((end, i) => [places[i]!, end] as const), end: places.at(-1)! };
}

/** Operands by operator; two-byte operators are 1200 and their second byte. */
function readDictionary(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte <= 21) {
      const wide = byte === 12;
      entries.set(wide ? 1200 + (bytes[at + 1] ?? 0) : byte, operands);
      operands = [];
      at += wide ? 2 : 1;
    } else if (byte === 30) {
      while (at + 1 < bytes.length && (bytes[at + 1]! & 15) !== 15 && bytes[at + 1]! >> 4 !== 15) at += 1;
      operands.push(0);
      at += 2;
    } else {
      const [value, width] = integerAt(bytes, at);
      operands.push(value);
      at += width;
    }
  }
  return entries;
}

function integerAt(bytes: Uint8Array, at: number): readonly [value: number, width: number] {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  if (first === 28) return [(bigEndian(bytes, at + 1, 2) << 16) >> 16, 3];
  if (first === 29) return [bigEndian(bytes, at + 1, 4) | 0, 5];
  if (first <= 246) return [first - 139, 1];
  return first <= 250 ? [(first - 247) * 256 + second + 108, 2] : [-(first - 251) * 256 - second - 108, 2];
}

function readCharset(bytes: Uint8Array, at: number, glyphs: number): ReadonlyMap<number, number> {
  const numbers = new Map([[0, 0]]);
  const format = bytes[at];
  let place = at + 1;
  for (let glyph = 1; glyph < glyphs && place < bytes.length;) {
    const first = bigEndian(bytes, place, 2);
    const more = format === 0 ? 0 : bigEndian(bytes, place + 2, format === 1 ? 1 : 2);
    place += format === 0 ? 2 : format === 1 ? 3 : 4;
    for (let i = 0; i <= more && glyph < glyphs; i += 1, glyph += 1) numbers.set(first + i, glyph);
  }
  return numbers;
}
