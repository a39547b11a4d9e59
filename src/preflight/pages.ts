import { interpret, type PageContent } from './interpreter.ts';
import { boxAround, boxOf, enlargement, IDENTITY, type Box, type Matrix } from './matrix.ts';
import {
  arrayOf,
  dictionaryOf,
  isStream,
  nameOf,
  numberOf,
  numbersOf,
  type PdfDictionary,
  type PdfFile,
  type PdfValue,
} from './objects.ts';

export type BoxName = 'MediaBox' | 'CropBox' | 'BleedBox' | 'TrimBox' | 'ArtBox';

export interface PageFacts {
  /** From 1. */
  readonly number: number;
  readonly dictionary: PdfDictionary;
  /** In points, as all places of the page; the file may count in a larger unit. */
  readonly boxes: Readonly<Partial<Record<BoxName, Box>>>;
  /** Boxes that are no rectangle with an area. */
  readonly faulty: readonly BoxName[];
  /** The trimmed page, or what comes nearest to it. */
  readonly trim: Box;
  /** What may be seen in print: the trimmed page and its bleed. */
  readonly printed: Box;
  readonly rotation: number;
  /** Points to the unit in which the file counts. */
  readonly unit: number;
  readonly annotations: readonly { readonly kind: string; readonly box?: Box }[];
  readonly content: PageContent;
}

const BOXES: readonly BoxName[] = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'];
const INHERITED: ReadonlySet<string> = new Set(['MediaBox', 'CropBox', 'Resources', 'Rotate']);
const MOST_PAGES = 5000;
const MOST_DEEP = 50;
/** A4, for a page that does not say how big it is. */
const NO_SIZE: Box = [0, 0, 595, 842];

export function readPages(file: PdfFile): readonly PageFacts[] {
  return pageDictionaries(file).map((dictionary, i) => readPage(file, dictionary, i + 1));
}

/** The leaves of the page tree in order. */
function pageDictionaries(file: PdfFile): readonly PdfDictionary[] {
  const pages: PdfDictionary[] = [];
  const seen = new Set<PdfDictionary>();
  const visit = (value: PdfValue, depth: number): void => {
    const node = dictionaryOf(file.resolve(value));
    if (!node || seen.has(node) || pages.length >= MOST_PAGES || depth > MOST_DEEP) return;
    seen.add(node);
    const kids = file.get(node, 'Kids');
    if (Array.isArray(kids)) for (const kid of kids as readonly PdfValue[]) visit(kid, depth + 1);
    else pages.push(node);
  };
  visit(file.get(file.trailer, 'Root', 'Pages'), 0);
  return pages;
}

/** An entry of a page, or of the nodes above it where it may stand there. */
function entryOf(file: PdfFile, page: PdfDictionary, key: string): PdfValue {
  let node: PdfDictionary | undefined = page;
  for (let depth = 0; node && depth < MOST_DEEP; depth += 1) {
    const found = file.get(node, key);
    if (found !== undefined || !INHERITED.has(key)) return found;
    node = dictionaryOf(file.get(node, 'Parent'));
  }
  return undefined;
}

function readPage(file: PdfFile, dictionary: PdfDictionary, number: number): PageFacts {
  const unit = numberOf(file.get(dictionary, 'UserUnit')) ?? 1;
  const base = unit > 0 ? enlargement(unit) : IDENTITY;
  const { boxes, faulty } = readBoxes(file, dictionary, base);
  const media = boxes.MediaBox ?? boxAround(base, NO_SIZE);
  const trim = boxes.TrimBox ?? boxes.ArtBox ?? boxes.CropBox ?? media;
  return {
    number,
    dictionary,
    boxes,
    faulty,
    trim,
    printed: boxes.BleedBox ?? trim,
    rotation: numberOf(entryOf(file, dictionary, 'Rotate')) ?? 0,
    unit,
    annotations: arrayOf(file.get(dictionary, 'Annots')).map((value) => {
      const box = boxOf(numbersOf(file, file.get(value, 'Rect')));
      const kind = nameOf(file.get(value, 'Subtype')) ?? '?';
      return { kind, ...(box && { box: boxAround(base, box) }) };
    }),
    content: interpret(file, contentOf(file, dictionary), {
      resources: entryOf(file, dictionary, 'Resources'),
      media,
      base,
    }),
  };
}

function readBoxes(
  file: PdfFile,
  dictionary: PdfDictionary,
  base: Matrix,
): Pick<PageFacts, 'boxes' | 'faulty'> {
  const boxes: Partial<Record<BoxName, Box>> = {};
  const faulty: BoxName[] = [];
  for (const name of BOXES) {
    const value = entryOf(file, dictionary, name);
    const box = boxOf(numbersOf(file, value));
    if (box && box[2] > box[0] && box[3] > box[1]) boxes[name] = boxAround(base, box);
    else if (value !== undefined) faulty.push(name);
  }
  return { boxes, faulty };
}

/** The streams of a page as one, with a space between them. */
function contentOf(file: PdfFile, dictionary: PdfDictionary): Uint8Array {
  const contents = file.get(dictionary, 'Contents');
  const streams = (
    isStream(contents) ? [contents] : arrayOf(contents).map((value) => file.resolve(value))
  ).filter(isStream);
  const parts = streams.flatMap((stream) => [file.data(stream).bytes, new Uint8Array([10])]);
  return new Uint8Array(Buffer.concat(parts));
}
