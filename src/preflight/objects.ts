/** A value of a PDF (ISO 32000-1, 7.3); `undefined` is its null. Plain data, whoever read it. */
export type PdfValue =
  number | boolean | PdfName | PdfString | PdfArray | PdfDictionary | PdfStream | PdfReference | undefined;

export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
}

export type PdfArray = readonly PdfValue[];

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  /** As it stands in the file, filters not undone. */
  readonly raw: Uint8Array;
}

export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
}

/** What a stream holds once its filters are undone. */
export interface StreamData {
  readonly bytes: Uint8Array;
  /** The filter of a picture that was left in place: `DCTDecode`, `JPXDecode`, `CCITTFaxDecode`, `JBIG2Decode`. */
  readonly picture?: string;
  /** What is wrong with the data: the name of the filter that failed or is not known. */
  readonly damage?: string;
}

/** An open PDF: its objects, and ways through them that never fail. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly trailer: PdfDictionary;
  /** Version that the header names, such as `1.6`. */
  readonly version: string;
  /** Whether the trailer has an encryption dictionary, and whether its content could still be read. */
  readonly encrypted: 'no' | 'readable' | 'locked';
  readonly objects: ReadonlyMap<number, PdfValue>;
  /** The value itself, or what it refers to. */
  resolve(value: PdfValue): PdfValue;
  /** The value at a path of keys and indices below a dictionary, stream or array; `undefined` where there is none. */
  get(value: PdfValue, ...path: readonly (string | number)[]): PdfValue;
  data(stream: PdfStream): StreamData;
}

export const NO_ENTRIES: PdfDictionary = { kind: 'dictionary', entries: new Map() };

export function isName(value: PdfValue): value is PdfName {
  return isRecord(value) && value.kind === 'name';
}

export function isString(value: PdfValue): value is PdfString {
  return isRecord(value) && value.kind === 'string';
}

export function isStream(value: PdfValue): value is PdfStream {
  return isRecord(value) && value.kind === 'stream';
}

export function isReference(value: PdfValue): value is PdfReference {
  return isRecord(value) && value.kind === 'reference';
}

export function isArray(value: PdfValue): value is PdfArray {
  return Array.isArray(value);
}

function isRecord(value: PdfValue): value is PdfName | PdfString | PdfDictionary | PdfStream | PdfReference {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The dictionary that a value is, or that a stream begins with. */
export function dictionaryOf(value: PdfValue): PdfDictionary | undefined {
  if (!isRecord(value)) return undefined;
  if (value.kind === 'stream') return value.dictionary;
  return value.kind === 'dictionary' ? value : undefined;
}

export function nameOf(value: PdfValue): string | undefined {
  return isName(value) ? value.name : undefined;
}

/** A finite number, or nothing. */
export function numberOf(value: PdfValue): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function arrayOf(value: PdfValue): PdfArray {
  return isArray(value) ? value : [];
}

/** The numbers of an array with its references followed; anything else in it counts as none at all. */
export function numbersOf(file: Pick<PdfFile, 'resolve'>, value: PdfValue): readonly number[] | undefined {
  if (!isArray(value)) return undefined;
  const numbers = value.map((entry) => numberOf(file.resolve(entry)));
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with its mark, else PDFDocEncoding. */
export function textOf(value: PdfValue): string | undefined {
  if (!isString(value)) return undefined;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return Array.from(bytes, (byte) => DOC_SIGNS.get(byte) ?? String.fromCharCode(byte)).join('');
}

/** Where PDFDocEncoding has another sign than Latin-1 (ISO 32000-1, table D.2), from the first code of each row on. */
const DOC_ROWS: readonly (readonly [number, string])[] = [
  [0x18, '˘ˇˆ˙˝˛˚˜'],
  [0x80, '•†‡…—–ƒ⁄‹›−‰„“”‘'],
  [0x90, '’‚™ﬁﬂŁŒŠŸŽıłœšž'],
  [0xa0, '€'],
];
const DOC_SIGNS: ReadonlyMap<number, string> = new Map(
  DOC_ROWS.flatMap(([first, signs]) => [...signs].map((sign, i) => [first + i, sign] as const)),
);

/** One character for each byte. */
export function latinOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
