import { isStream, latinOf, nameOf, numberOf, numbersOf, type PdfFile, type PdfStream } from './objects.ts';

/** What is wrong with the frame of a file around its objects (ISO 32000-1, 7.5). */
export interface FrameFacts {
  /** Bytes before the header; -1 when there is none. */
  readonly headerAt: number;
  /** Whether a comment of bytes over 127 tells programs that the file is binary. */
  readonly binaryMark: boolean;
  readonly endMark: boolean;
  /** What is wrong with the cross-reference table: `startxref`, `table`, or `object 12`; absent when it is right. */
  readonly xref?: string;
  /** Whether objects lie packed in streams, which PDF has had since 1.5. */
  readonly packed: boolean;
}

/** Tables that one file may have, one for each time it was saved. */
const MOST_TABLES = 1000;

export function readFrame(file: PdfFile): FrameFacts {
  const text = latinOf(file.bytes);
  const headerAt = text.indexOf('%PDF-');
  // Places count from the header for some programs and from the first byte for others.
  const xref = faultOfXref(file, text) && faultOfXref(file, text.slice(Math.max(0, headerAt)));
  const second = /^%PDF-[^\r\n]*[\r\n]+%([^\r\n]{4})/.exec(text.slice(0, 200))?.[1] ?? '';
  return {
    headerAt,
    binaryMark: second.length === 4 && [...second].every((sign) => sign.charCodeAt(0) > 127),
    endMark: text.slice(-1024).includes('%%EOF'),
    packed: [...file.objects.values()].some((value) => nameOf(file.get(value, 'Type')) === 'ObjStm'),
    ...(xref !== undefined && { xref }),
  };
}

/** Goes through every table from the last one back and looks whether each object begins where it says. */
function faultOfXref(file: PdfFile, text: string): string | undefined {
  const last = text.lastIndexOf('startxref');
  const start = Number(/^startxref\s+(\d+)/.exec(text.slice(last, last + 40))?.[1] ?? -1);
  if (last < 0 || start < 0) return 'startxref';
  const open = [start];
  const seen = new Set<number>();
  while (open.length > 0 && seen.size < MOST_TABLES) {
    const offset = open.pop()!;
    if (seen.has(offset)) continue;
    seen.add(offset);
    const table = tableAt(file, text, offset);
    if (!table) return seen.size === 1 ? 'startxref' : 'table';
    const lost = table.entries.find(([number, place]) => !beginsAt(text, number, place));
    if (lost) return `object ${lost[0]}`;
    open.push(...table.more);
  }
  return undefined;
}

interface Table {
  /** Number and offset of each object in use. */
  readonly entries: readonly (readonly [number, number])[];
  readonly more: readonly number[];
}

function tableAt(file: PdfFile, text: string, offset: number): Table | undefined {
  const head = text.slice(offset, offset + 40);
  if (/^\s*xref\b/.test(head)) return plainTable(text, offset);
  const number = /^\s*(\d+)\s+\d+\s+obj\b/.exec(head)?.[1];
  const stream = number === undefined ? undefined : file.objects.get(Number(number));
  return isStream(stream) && nameOf(file.get(stream, 'Type')) === 'XRef'
    ? streamTable(file, stream)
    : undefined;
}

function beginsAt(text: string, number: number, offset: number): boolean {
  const found = /^\s*(\d+)\s+\d+\s+obj\b/.exec(text.slice(offset, offset + 40));
  return Number(found?.[1] ?? -1) === number;
}

function plainTable(text: string, offset: number): Table | undefined {
  const trailer = text.indexOf('trailer', offset);
  if (trailer < 0) return undefined;
  const words = text.slice(offset, trailer).trim().split(/\s+/).slice(1);
  const entries: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < words.length;) {
    const first = Number(words[i]);
    const count = Number(words[i + 1]);
    i += 2;
    if (!(count >= 0) || !(first >= 0) || i + 3 * count > words.length) return undefined;
    for (let entry = 0; entry < count; entry += 1, i += 3) {
      // Some writers leave numbers out and give them the place 0.
      const used = words[i + 2] === 'n' && first + entry > 0 && Number(words[i]) > 0;
      if (used) entries.push([first + entry, Number(words[i])]);
    }
  }
  const tail = text.slice(trailer, text.indexOf('startxref', trailer));
  const more = [...tail.matchAll(/\/(?:Prev|XRefStm)\s+(\d+)/g)].map(([, place]) => Number(place));
  return { entries, more };
}

function streamTable(file: PdfFile, stream: PdfStream): Table | undefined {
  const widths = numbersOf(file, file.get(stream, 'W')) ?? [];
  const [kind = 0, second = 0, third = 0] = widths;
  const size = numberOf(file.get(stream, 'Size')) ?? 0;
  const index = numbersOf(file, file.get(stream, 'Index')) ?? [0, size];
  const row = kind + second + third;
  const { bytes } = file.data(stream);
  if (widths.length !== 3 || row < 1 || row > 30) return undefined;
  const entries: (readonly [number, number])[] = [];
  let at = 0;
  for (let i = 0; i + 1 < index.length; i += 2) {
    for (
      let number = index[i]!;
      number < index[i]! + index[i + 1]! && at + row <= bytes.length;
      number += 1
    ) {
      const type = kind === 0 ? 1 : bigEndian(bytes, at, kind);
      if (type === 1) entries.push([number, bigEndian(bytes, at + kind, second)]);
      at += row;
    }
  }
  const before = numberOf(file.get(stream, 'Prev'));
  return { entries, more: before === undefined ? [] : [before] };
}

/** An unsigned number of several bytes, the greatest first. */
export function bigEndian(bytes: Uint8Array, at: number, width: number): number {
  let number = 0;
  for (let i = 0; i < width; i += 1) number = number * 256 + (bytes[at + i] ?? 0);
  return number;
}
