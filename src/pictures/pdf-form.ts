import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { PlainDictionary, PlainObject, PlainValue } from '../model/picture.ts';
import { name, packed, type StreamParts } from './plain.ts';
import { contentOf, decodedStream, type ForeignPage } from './pdf-page.ts';

/**
 * A foreign page as a form with everything that it needs, object by object, upright with its left bottom corner at the
 * origin. Throws where the file is damaged.
 */
export function formOf(foreign: ForeignPage): readonly PlainObject[] {
  const { node } = foreign.page;
  const copy = openCopy(node.context);
  const content = contentOf(foreign.page);
  const group = node.get(PDFName.of('Group'));
  const resources = node.getInheritableAttribute(PDFName.of('Resources'));
  const own =
    'stream' in content ? streamObject(content.stream, copy.plain, true) : packed(withoutTags(content.bytes));
  const entries: PlainDictionary['entries'] = [
    ['Type', name('XObject')],
    ['Subtype', name('Form')],
    ['BBox', foreign.box],
    ['Matrix', uprightMatrix(foreign)],
    ['Resources', resources ? copy.plain(resources) : { kind: 'dictionary', entries: [] }],
    ...(group ? [['Group', copy.plain(group)] as const] : []),
    ...own.entries,
  ];
  return [{ value: { kind: 'dictionary', entries }, stream: own.bytes }, ...copy.others()];
}

/** From the space of the page to that of its upright sheet (ISO 32000-1, 7.7.3.3, Rotate). */
function uprightMatrix({ box: [left, bottom, right, top], turns }: ForeignPage): readonly number[] {
  switch (turns) {
    case 1:
      return [0, -1, 1, 0, -bottom, right];
    case 2:
      return [-1, 0, 0, -1, right, top];
    case 3:
      return [0, 1, -1, 0, top, -left];
    default:
      return [1, 0, 0, 1, -left, -bottom];
  }
}

interface Copy {
  plain(value: PDFObject): PlainValue;
  /** What the values given so far refer to; index 0 is kept for the form. */
  others(): readonly PlainObject[];
}

/** Deepest nesting that is copied; a file that goes deeper is damaged. */
const MOST_DEEP = 100;

/** Entries that lead out of a page into its document, or that describe it for programs that edit it. */
const LEFT_OUT = new Set([
  'Parent',
  'P',
  'StructParent',
  'StructParents',
  'PieceInfo',
  'Metadata',
  'LastModified',
  'Thumb',
  'AF',
  'OC',
  'OPI',
]);

function openCopy(context: PDFContext): Copy {
  const indices = new Map<string, number>();
  const waiting: PDFRef[] = [];
  const indexOf = (reference: PDFRef): number => {
    const known = indices.get(reference.tag);
    if (known !== undefined) return known;
    waiting.push(reference);
    indices.set(reference.tag, waiting.length);
    return waiting.length;
  };
  const plain = (value: PDFObject, depth = 0): PlainValue => {
    if (depth > MOST_DEEP) throw new Error('nested too deep');
    if (value instanceof PDFRef) {
      const target = context.lookup(value);
      return target && target !== PDFNull ? { kind: 'reference', index: indexOf(value) } : undefined;
    }
    if (value instanceof PDFArray) return value.asArray().map((entry) => plain(entry, depth + 1));
    if (!(value instanceof PDFDict)) return simple(value);
    const entries = value
      .entries()
      .map(([key, entry]) => [written(key), entry] as const)
      .filter(([key]) => !LEFT_OUT.has(key))
      .map(([key, entry]) => [key, plain(entry, depth + 1)] as const);
    return { kind: 'dictionary', entries };
  };
  return {
    plain,
    others: () => {
      const objects: PlainObject[] = [];
      // Copying an object may bring up more.
      for (let next = waiting[0]; next; next = waiting[objects.length]) {
        objects.push(objectOf(context.lookup(next), plain));
      }
      return objects;
    },
  };
}

function simple(value: PDFObject): PlainValue {
  if (value instanceof PDFName) return name(written(value));
  if (value instanceof PDFNumber) return value.asNumber();
  if (value instanceof PDFBool) return value.asBoolean();
  if (value instanceof PDFString || value instanceof PDFHexString) {
    return { kind: 'string', bytes: value.asBytes() };
  }
  return undefined;
}

/** A name as it stands in the file, without its slash. */
function written(value: PDFName): string {
  return value.toString().slice(1);
}

function objectOf(value: PDFObject | undefined, plain: Copy['plain']): PlainObject {
  if (!(value instanceof PDFStream)) return { value: value && plain(value) };
  if (!(value instanceof PDFRawStream)) throw new Error('a stream that was not read');
  const { entries, bytes } = streamObject(value, plain);
  return { value: { kind: 'dictionary', entries }, stream: bytes };
}

/**
 * A stream with its filters. Packed anew are streams in LZW, which press standards forbid, and operators that are tagged
 * for the structure of their own file.
 */
function streamObject(stream: PDFRawStream, plain: Copy['plain'], isContent = isForm(stream)): StreamParts {
  const { entries } = plain(stream.dict) as PlainDictionary;
  const rest = entries.filter(([key]) => key !== 'Length');
  const isLzw = stream.dict.get(PDFName.of('Filter'))?.toString().includes('LZW') ?? false;
  if (!isContent && !isLzw) return { entries: rest, bytes: stream.contents };
  const bytes = decodedStream(stream);
  const untagged = isContent ? withoutTags(bytes) : bytes;
  if (untagged === bytes && !isLzw) return { entries: rest, bytes: stream.contents };
  const kept = rest.filter(([key]) => key !== 'Filter' && key !== 'DecodeParms');
  const anew = packed(untagged);
  return { entries: [...kept, ...anew.entries], bytes: anew.bytes };
}

function isForm({ dict }: PDFRawStream): boolean {
  return dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
}

/** Operators without the numbers by which a structure tree finds them (ISO 32000-1, 14.7.4.3); the same bytes if there are none. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const operators = Buffer.from(bytes).toString('latin1');
  const bare = operators.replace(/\/MCID\s+\d+/g, '');
  return bare === operators ? bytes : Buffer.from(bare, 'latin1');
}
