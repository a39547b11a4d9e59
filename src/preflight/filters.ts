import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { undoLzw } from './lzw.ts';
import {
  isArray,
  latinOf,
  nameOf,
  numberOf,
  type PdfFile,
  type PdfStream,
  type StreamData,
} from './objects.ts';
import { undoPredictor } from './predictor.ts';
import { rowOf } from './table.ts';

/** Most bytes that one stream may grow to. */
const MOST_BYTES = 1 << 29;

/** Filters whose data is a picture in a format of its own. */
const PICTURES: ReadonlySet<string> = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** Names that inline images may use (ISO 32000-1, table 94). */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
};

/** Bytes after one filter; `damaged` when there was more to come or something it does not understand. */
export interface Unfiltered {
  readonly bytes: Uint8Array;
  readonly damaged: boolean;
}

type Filter = (bytes: Uint8Array, early: boolean) => Unfiltered;

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: undoFlate,
  LZWDecode: undoLzw,
  ASCIIHexDecode: undoHex,
  ASCII85Decode: undoBase85,
  RunLengthDecode: undoRunLength,
};

/** The names of the filters of a stream in the order in which they are undone. */
export function filtersOf(stream: PdfStream, get: PdfFile['get']): readonly string[] {
  const filter = get(stream, 'Filter') ?? get(stream, 'F');
  const names = isArray(filter) ? filter.map((_, i) => nameOf(get(filter, i))) : [nameOf(filter)];
  return names.filter((name) => name !== undefined).map((name) => rowOf(SHORT_NAMES, name) ?? name);
}

/** Undoes the filters of a stream one after the other until the data of a picture is reached. */
export function decodeStream(stream: PdfStream, get: PdfFile['get']): StreamData {
  let bytes = stream.raw;
  let damage: string | undefined;
  const settings = get(stream, 'DecodeParms') ?? get(stream, 'DP');
  for (const [i, name] of filtersOf(stream, get).entries()) {
    if (PICTURES.has(name)) return { bytes, picture: name, ...(damage !== undefined && { damage }) };
    const filter = rowOf(FILTERS, name);
    if (!filter) return { bytes, damage: name };
    const setting = isArray(settings) ? get(settings, i) : settings;
    const undone = filter(bytes, numberOf(get(setting, 'EarlyChange')) !== 0);
    if (undone.damaged) damage = name;
    bytes = undoPredictor(undone.bytes, {
      predictor: numberOf(get(setting, 'Predictor')) ?? 1,
      colours: numberOf(get(setting, 'Colors')) ?? 1,
      bits: numberOf(get(setting, 'BitsPerComponent')) ?? 8,
      columns: numberOf(get(setting, 'Columns')) ?? 1,
    });
  }
  return { bytes, ...(damage !== undefined && { damage }) };
}

/** What ends like the end of a line may have been taken for one when the stream was cut out of the file. */
const LOST_ENDS: readonly (readonly number[])[] = [[], [10], [13], [13, 10]];

function undoFlate(bytes: Uint8Array): Unfiltered {
  const options = { maxOutputLength: MOST_BYTES };
  for (const end of LOST_ENDS) {
    try {
      return { bytes: inflateSync(Buffer.concat([bytes, Uint8Array.from(end)]), options), damaged: false };
    } catch {
      // The checksum at the end of the data tells which of them is right.
    }
  }
  return { bytes: leftOf(bytes, options), damaged: true };
}

/** As much as can be had of damaged data. */
function leftOf(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array {
  const patient = { ...options, finishFlush: constants.Z_SYNC_FLUSH };
  for (const attempt of [
    () => inflateSync(bytes, patient),
    () => inflateRawSync(bytes.subarray(2), patient),
  ]) {
    try {
      return attempt();
    } catch {
      // The next way, or nothing.
    }
  }
  return new Uint8Array();
}

function undoHex(bytes: Uint8Array): Unfiltered {
  const text = latinOf(bytes);
  const end = text.indexOf('>');
  const digits = (end < 0 ? text : text.slice(0, end)).replace(/\s/g, '');
  const damaged = end < 0 || /[^0-9a-f]/i.test(digits);
  const even = digits.length % 2 === 0 ? digits : digits + '0';
  return { bytes: new Uint8Array(Buffer.from(even, 'hex')), damaged };
}

function undoBase85(bytes: Uint8Array): Unfiltered {
  const text = latinOf(bytes).replace(/\s/g, '').replace(/^<~/, '');
  const end = text.indexOf('~');
  const signs = (end < 0 ? text : text.slice(0, end)).replaceAll('z', '!!!!!');
  const output: number[] = [];
  for (let i = 0; i < signs.length; i += 5) {
    const group = signs.slice(i, i + 5);
    let number = 0;
    for (const sign of group.padEnd(5, 'u')) number = number * 85 + (sign.charCodeAt(0) - 33);
    const four = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) & 255);
    output.push(...four.slice(0, group.length - 1));
  }
  return { bytes: Uint8Array.from(output), damaged: end < 0 || /[^!-u]/.test(signs) };
}

function undoRunLength(bytes: Uint8Array): Unfiltered {
  const output: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const length = bytes[i]!;
    if (length === 128) return { bytes: Uint8Array.from(output), damaged: false };
    if (length < 128) {
      output.push(...bytes.subarray(i + 1, i + 2 + length));
      i += length + 2;
    } else {
      output.push(...Array.from({ length: 257 - length }, () => bytes[i + 1] ?? 0));
      i += 2;
    }
    if (output.length > MOST_BYTES) break;
  }
  return { bytes: Uint8Array.from(output), damaged: true };
}
