import type { Unfiltered } from './filters.ts';

const CLEAR = 256;
const END = 257;

/** Undoes LZW compression (ISO 32000-1, 7.4.4); `early`: codes grow one step before the table is full. */
export function undoLzw(bytes: Uint8Array, early: boolean): Unfiltered {
  const output: number[] = [];
  let table = freshTable();
  let width = 9;
  let before: readonly number[] | undefined;
  for (let bit = 0; bit + width <= bytes.length * 8;) {
    const code = bitsAt(bytes, bit, width);
    bit += width;
    if (code === END) return { bytes: Uint8Array.from(output), damaged: false };
    if (code === CLEAR) {
      table = freshTable();
      width = 9;
      before = undefined;
      continue;
    }
    const known = table[code];
    const entry = known ?? (before && [...before, before[0]!]);
    if (!entry || code > table.length) return { bytes: Uint8Array.from(output), damaged: true };
    for (const byte of entry) output.push(byte);
    if (before && table.length < 4096) table.push([...before, entry[0]!]);
    before = entry;
    width = widthFor(table.length + (early ? 1 : 0));
  }
  return { bytes: Uint8Array.from(output), damaged: true };
}

function freshTable(): (readonly number[])[] {
  return Array.from({ length: END + 1 }, (_, code) => (code < CLEAR ? [code] : []));
}

function widthFor(size: number): number {
  return size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
}

function bitsAt(bytes: Uint8Array, bit: number, width: number): number {
  const start = bit >> 3;
  const three = ((bytes[start] ?? 0) << 16) | ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
  return (three >> (24 - (bit & 7) - width)) & ((1 << width) - 1);
}
