import type { PdfDictionary, PdfStream, PdfValue } from './objects.ts';

/** One instruction of a content stream: an operator after its operands. */
export interface Instruction {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
  /** The picture of an inline image, at `EI`. */
  readonly image?: PdfStream;
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
/** Deepest nesting of arrays and dictionaries among operands. */
const MOST_DEEP = 30;
/** Operands kept for one operator; no operator takes so many. */
const MOST_OPERANDS = 2000;

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** A sign that is no value: an operator, or the end of an array or dictionary. */
interface Word {
  readonly word: string;
}

type Token = { readonly value: PdfValue } | Word;

/** The instructions of a content stream (ISO 32000-1, 7.8.2). Whatever cannot be read is an operator of that name. */
export function* instructionsOf(bytes: Uint8Array): Generator<Instruction> {
  const cursor: Cursor = { bytes, at: 0 };
  let operands: PdfValue[] = [];
  for (let token = next(cursor, 0); token; token = next(cursor, 0)) {
    if ('value' in token) {
      if (operands.length < MOST_OPERANDS) operands.push(token.value);
    } else if (token.word === 'BI') {
      yield { operator: 'EI', operands: [], image: inlineImage(cursor) };
      operands = [];
    } else {
      yield { operator: token.word, operands };
      operands = [];
    }
  }
  if (operands.length > 0) yield { operator: '', operands };
}

function next(cursor: Cursor, depth: number): Token | undefined {
  const { bytes } = cursor;
  skipSpace(cursor);
  const byte = bytes[cursor.at];
  if (byte === undefined) return undefined;
  const sign = String.fromCharCode(byte);
  if (sign === '/') return { value: { kind: 'name', name: name(cursor) } };
  if (sign === '(') return { value: { kind: 'string', bytes: literal(cursor) } };
  if (sign === '<') {
    return bytes[cursor.at + 1] === byte
      ? collected(cursor, '>>', depth)
      : { value: { kind: 'string', bytes: hexadecimal(cursor) } };
  }
  if (sign === '[') return collected(cursor, ']', depth);
  if (DELIMITER.has(byte)) {
    const twice = sign === '>' && bytes[cursor.at + 1] === byte;
    cursor.at += twice ? 2 : 1;
    return { word: twice ? '>>' : sign };
  }
  return wordOrNumber(cursor);
}

function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  for (;;) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return;
    if (byte === 37) {
      while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at += 1;
    } else if (SPACE.has(byte)) {
      cursor.at += 1;
    } else {
      return;
    }
  }
}

/** Signs up to the next space or delimiter. */
function regular(cursor: Cursor): string {
  const start = cursor.at;
  const { bytes } = cursor;
  while (cursor.at < bytes.length && !SPACE.has(bytes[cursor.at]!) && !DELIMITER.has(bytes[cursor.at]!)) {
    cursor.at += 1;
  }
  return String.fromCharCode(...bytes.subarray(start, Math.min(cursor.at, start + 256)));
}

function name(cursor: Cursor): string {
  cursor.at += 1;
  return regular(cursor).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function wordOrNumber(cursor: Cursor): Token {
  const word = regular(cursor);
  if (/^[-+]*\d*\.?\d*$/.test(word) && /\d/.test(word))
    return { value: Number(word.replace(/^[-+]*(?=[-+])/, '')) };
  if (word === 'true' || word === 'false') return { value: word === 'true' };
  return word === 'null' ? { value: undefined } : { word };
}

/** An array or dictionary, up to its end or the end of the stream. */
function collected(cursor: Cursor, end: string, depth: number): Token {
  cursor.at += end.length;
  if (depth > MOST_DEEP) return { value: undefined };
  const values: PdfValue[] = [];
  for (let token = next(cursor, depth + 1); token; token = next(cursor, depth + 1)) {
    if ('value' in token) values.push(token.value);
    else if (token.word === end) break;
    else if (!['R', ']', '>>'].includes(token.word)) return token;
  }
  return { value: end === ']' ? values : paired(values) };
}

function paired(values: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let i = 0; i + 1 < values.length; i += 2) {
    const key = values[i];
    if (typeof key === 'object' && 'kind' in key && key.kind === 'name') entries.set(key.name, values[i + 1]);
  }
  return { kind: 'dictionary', entries };
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literal(cursor: Cursor): Uint8Array {
  const { bytes } = cursor;
  const output: number[] = [];
  let depth = 1;
  for (cursor.at += 1; cursor.at < bytes.length; cursor.at += 1) {
    const byte = bytes[cursor.at]!;
    if (byte === 92) {
      escaped(cursor, output);
      continue;
    }
    if (byte === 40) depth += 1;
    if (byte === 41) depth -= 1;
    if (depth === 0) break;
    output.push(byte);
  }
  cursor.at += 1;
  return Uint8Array.from(output);
}

/** The sign after a backslash; the cursor is left on the last byte of it. */
function escaped(cursor: Cursor, output: number[]): void {
  const { bytes } = cursor;
  const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(cursor.at + 1, cursor.at + 4)))?.[0];
  if (octal !== undefined) {
    output.push(parseInt(octal, 8) & 255);
    cursor.at += octal.length;
    return;
  }
  cursor.at += 1;
  const byte = bytes[cursor.at] ?? 0;
  if (byte === 13 && bytes[cursor.at + 1] === 10) cursor.at += 1;
  if (byte !== 13 && byte !== 10) output.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
}

function hexadecimal(cursor: Cursor): Uint8Array {
  const end = cursor.bytes.indexOf(62, cursor.at);
  const stop = end < 0 ? cursor.bytes.length : end;
  const digits = Buffer.from(cursor.bytes.subarray(cursor.at + 1, stop))
    .toString('latin1')
    .replace(/[^0-9a-f]/gi, '');
  cursor.at = stop + 1;
  return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : digits + '0', 'hex'));
}

/** The dictionary and data between `BI` and `EI`; the end is an `EI` between spaces after which an operator can stand. */
function inlineImage(cursor: Cursor): PdfStream {
  const values: PdfValue[] = [];
  for (let token = next(cursor, 0); token; token = next(cursor, 0)) {
    if ('value' in token) values.push(token.value);
    else if (token.word === 'ID') break;
  }
  const { bytes } = cursor;
  const start = cursor.at + 1;
  let end = start;
  while (end < bytes.length && !endsImage(bytes, end)) end += 1;
  cursor.at = Math.min(bytes.length, end + 3);
  return { kind: 'stream', dictionary: paired(values), raw: bytes.subarray(start, end) };
}

function endsImage(bytes: Uint8Array, at: number): boolean {
  if (!SPACE.has(bytes[at]!) || bytes[at + 1] !== 69 || bytes[at + 2] !== 73) return false;
  const after = bytes.subarray(at + 3, at + 14);
  const closed = after.length === 0 || SPACE.has(after[0]!);
  return closed && after.every((byte) => byte < 127 && (byte >= 32 || SPACE.has(byte)));
}
