import { latinOf } from './objects.ts';
import { bigEndian } from './structure.ts';

/** One channel of a JPEG picture. */
export interface JpegChannel {
  readonly id: number;
  /** Samples of it for the samples of the coarsest channel, across and down. */
  readonly across: number;
  readonly down: number;
  readonly quantisation: number;
}

export interface JpegScan {
  /** Channels by their place in the frame, each with the number of its DC and AC table. */
  readonly channels: readonly { readonly index: number; readonly dc: number; readonly ac: number }[];
  readonly first: number;
  readonly high: number;
  readonly low: number;
  /** Where its data begins. */
  readonly start: number;
  readonly tables: ReadonlyMap<number, HuffmanTable>;
  readonly restart: number;
}

/** Codes of up to 16 bits: at each 16 bits that may follow, the length of the code and its symbol. */
export interface HuffmanTable {
  readonly lengths: Uint8Array;
  readonly symbols: Uint8Array;
}

/** What the markers of a JPEG file say (ITU-T T.81, annex B). */
export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** Frame marker: 0xC0 baseline, 0xC1 extended, 0xC2 progressive; others are not read further. */
  readonly frame: number;
  readonly channels: readonly JpegChannel[];
  /** `transform` of Adobe's marker, when it is there: 0 none, 1 YCC, 2 YCCK. */
  readonly adobe?: number;
  /** Step of the mean value of a block, by the number of the quantisation table. */
  readonly steps: ReadonlyMap<number, number>;
  readonly scans: readonly JpegScan[];
}

const MOST_SCANS = 200;

interface Draft {
  frame?: Pick<Jpeg, 'width' | 'height' | 'bits' | 'frame' | 'channels'>;
  adobe?: number;
  restart: number;
  readonly steps: Map<number, number>;
  readonly tables: Map<number, HuffmanTable>;
  readonly scans: JpegScan[];
}

/** Reads the markers of a JPEG; `undefined` when the data is none or ends before its frame. */
export function readJpeg(bytes: Uint8Array): Jpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const draft: Draft = { restart: 0, steps: new Map(), tables: new Map(), scans: [] };
  for (let at = 2; at + 4 <= bytes.length && draft.scans.length < MOST_SCANS;) {
    const marker = bytes[at] === 0xff ? bytes[at + 1]! : 0;
    if (marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = bigEndian(bytes, at + 2, 2);
    readSegment(marker, bytes.subarray(at + 4, at + 2 + length), draft, at + 2 + length);
    at += 2 + Math.max(2, length);
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  const { frame, adobe, steps, scans } = draft;
  return frame && { ...frame, ...(adobe !== undefined && { adobe }), steps, scans };
}

/** The next marker after the data of a scan. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0xd9;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function readSegment(marker: number, data: Uint8Array, draft: Draft, end: number): void {
  if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
    draft.frame = readFrame(marker, data);
  } else if (marker === 0xee && latinOf(data.subarray(0, 5)) === 'Adobe') {
    draft.adobe = data[11] ?? 0;
  } else if (marker === 0xdb) {
    readSteps(data, draft.steps);
  } else if (marker === 0xc4) {
    readTables(data, draft.tables);
  } else if (marker === 0xdd) {
    draft.restart = bigEndian(data, 0, 2);
  } else if (marker === 0xda) {
    const scan = readScan(data, draft, end);
    if (scan) draft.scans.push(scan);
  }
}

function readFrame(frame: number, data: Uint8Array): NonNullable<Draft['frame']> {
  const count = Math.min(data[5] ?? 0, 4);
  const channels = Array.from({ length: count }, (_, i): JpegChannel => {
    const [id = 0, sampling = 0x11, quantisation = 0] = data.subarray(6 + 3 * i, 9 + 3 * i);
    return { id, across: sampling >> 4 || 1, down: sampling & 15 || 1, quantisation };
  });
  return { frame, bits: data[0] ?? 8, height: bigEndian(data, 1, 2), width: bigEndian(data, 3, 2), channels };
}

function readSteps(data: Uint8Array, steps: Map<number, number>): void {
  for (let at = 0; at < data.length;) {
    const wide = data[at]! >> 4 > 0;
    steps.set(data[at]! & 15, bigEndian(data, at + 1, wide ? 2 : 1));
    at += 1 + (wide ? 128 : 64);
  }
}

function readTables(data: Uint8Array, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at + 17 <= data.length;) {
    const counts = data.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    tables.set(data[at]!, huffmanTable(counts, data.subarray(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const table = { lengths: new Uint8Array(65536), symbols: new Uint8Array(65536) };
  let code = 0;
  let next = 0;
  for (const [i, count] of counts.entries()) {
    const length = i + 1;
    for (let entry = 0; entry < count; entry += 1, next += 1) {
      const start = code << (16 - length);
      const end = Math.min(65536, start + (1 << (16 - length)));
      table.lengths.fill(length, start, end);
      table.symbols.fill(symbols[next] ?? 0, start, end);
      code += 1;
    }
    code <<= 1;
  }
  return table;
}

function readScan(data: Uint8Array, { frame, tables, restart }: Draft, start: number): JpegScan | undefined {
  const count = data[0] ?? 0;
  const channels = Array.from({ length: Math.min(count, 4) }, (_, i) => {
    const [id = 0, numbers = 0] = data.subarray(1 + 2 * i, 3 + 2 * i);
    const index = frame?.channels.findIndex((channel) => channel.id === id) ?? -1;
    return { index, dc: numbers >> 4, ac: 0x10 | (numbers & 15) };
  });
  if (!frame || channels.length === 0 || channels.some(({ index }) => index < 0)) return undefined;
  const [first = 0, , approximation = 0] = data.subarray(1 + 2 * count, 4 + 2 * count);
  return {
    channels,
    first,
    high: approximation >> 4,
    low: approximation & 15,
    start,
    tables: new Map(tables),
    restart,
  };
}
