import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
} from '@cantoo/pdf-lib';
import { decodeStream } from './filters.ts';
import {
  dictionaryOf,
  isArray,
  isReference,
  latinOf,
  NO_ENTRIES,
  type PdfDictionary,
  type PdfFile,
  type PdfStream,
  type PdfValue,
  type StreamData,
} from './objects.ts';

/** Deepest nesting of arrays and dictionaries, and longest chain of references, that are followed. */
const MOST_DEEP = 60;

/**
 * Opens a PDF, also a damaged one: every object that can be found is there, whatever the cross-reference table says.
 * `undefined` when it is no PDF at all.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile | undefined> {
  const context = await load(bytes);
  if (!context) return undefined;
  const { Root, Info, ID, Encrypt } = context.trailerInfo;
  const trailer = new Map(
    Object.entries({ Root, Info, ID, Encrypt }).map(([key, value]) => [key, plain(value)]),
  );
  const objects = new Map<number, PdfValue>();
  for (const [reference, value] of context.enumerateIndirectObjects()) {
    objects.set(
      reference.objectNumber,
      plain(value instanceof PDFInvalidObject ? mended(value, context) : value),
    );
  }
  return {
    bytes,
    trailer: { kind: 'dictionary', entries: trailer },
    version: /^%PDF-(\d+\.\d+)/.exec(context.header.toString())?.[1] ?? '',
    encrypted: context.isDecrypted ? 'readable' : Encrypt === undefined ? 'no' : 'locked',
    objects,
    ...waysThrough(objects),
  };
}

/** The objects of the file, decrypted if the empty password opens it. */
async function load(bytes: Uint8Array): Promise<PDFContext | undefined> {
  const options = { updateMetadata: false, parseSpeed: Infinity, preserveXFA: true };
  for (const access of [{ password: '' }, { ignoreEncryption: true }]) {
    try {
      const { context } = await PDFDocument.load(bytes, { ...options, ...access });
      const { Root } = context.trailerInfo;
      if (context.lookup(Root) instanceof PDFDict) return context;
    } catch {
      // Whatever the parser could not do with the file: the second way asks for less, and then it is unreadable.
    }
  }
  return undefined;
}

/**
 * What the parser gave up: a stream whose length stands elsewhere and whose data has the word `stream` in it, which it
 * takes for another stream. With the length put in it is read like any other.
 */
function mended(object: PDFInvalidObject, context: PDFContext): unknown {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  const text = latinOf(bytes.subarray(0, 4000));
  const length = /\/Length\s+(\d+)\s+(\d+)\s+R/.exec(text);
  if (!length || context.isDecrypted) return undefined;
  const value = context.lookup(PDFRef.of(Number(length[1]), Number(length[2])));
  if (!(value instanceof PDFNumber)) return undefined;
  const head = text.slice(0, length.index) + `/Length ${value.asNumber()}`;
  const tail = bytes.subarray(length.index + length[0].length);
  try {
    const whole = new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), tail]));
    return PDFObjectParser.forBytes(whole, context).parseObject();
  } catch {
    return undefined;
  }
}

/** A value of pdf-lib as plain data. What it could not read, and what lies too deep, becomes null. */
function plain(value: unknown, depth = 0): PdfValue {
  if (depth > MOST_DEEP) return undefined;
  if (value instanceof PDFNumber) return value.asNumber();
  if (value instanceof PDFName) return { kind: 'name', name: value.decodeText() };
  if (value instanceof PDFRef) return { kind: 'reference', number: value.objectNumber };
  if (value instanceof PDFString || value instanceof PDFHexString) {
    return { kind: 'string', bytes: value.asBytes() };
  }
  if (value instanceof PDFArray) return value.asArray().map((entry) => plain(entry, depth + 1));
  if (value instanceof PDFBool) return value.asBoolean();
  if (value instanceof PDFDict) return plainDictionary(value, depth);
  if (value instanceof PDFRawStream) {
    return { kind: 'stream', dictionary: plainDictionary(value.dict, depth), raw: value.contents };
  }
  return undefined;
}

function plainDictionary(dictionary: PDFDict, depth: number): PdfDictionary {
  const entries = dictionary
    .entries()
    .map(([key, value]) => [key.decodeText(), plain(value, depth + 1)] as const);
  return { kind: 'dictionary', entries: new Map(entries) };
}

function waysThrough(objects: ReadonlyMap<number, PdfValue>): Pick<PdfFile, 'resolve' | 'get' | 'data'> {
  const resolve = (value: PdfValue): PdfValue => {
    let found = value;
    for (let step = 0; isReference(found); step += 1) {
      if (step > MOST_DEEP) return undefined;
      found = objects.get(found.number);
    }
    return found;
  };
  const get = (value: PdfValue, ...path: readonly (string | number)[]): PdfValue => {
    let found = resolve(value);
    for (const key of path) {
      const below =
        typeof key === 'number'
          ? isArray(found)
            ? found[key]
            : undefined
          : (dictionaryOf(found) ?? NO_ENTRIES).entries.get(key);
      found = resolve(below);
    }
    return found;
  };
  const kept = new WeakMap<PdfStream, StreamData>();
  const data = (stream: PdfStream): StreamData => {
    const known = kept.get(stream) ?? decodeStream(stream, get);
    kept.set(stream, known);
    return known;
  };
  return { resolve, get, data };
}
