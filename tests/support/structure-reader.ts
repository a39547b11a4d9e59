import { readPages, type PageReader } from './pdf-reader.ts';

/** An element of the structure of a page as PDFium reads it, with the words that it holds itself. */
export interface ReadElement {
  readonly type: string;
  readonly alternate: string;
  readonly text: string;
  readonly kids: readonly ReadElement[];
}

export interface ReadStructure {
  readonly roots: readonly ReadElement[];
  /** Words that belong to no element. */
  readonly artifacts: string;
}

/** The structure of each page of a tagged PDF. */
export function readStructure(pdf: Uint8Array): Promise<readonly ReadStructure[]> {
  return readPages(pdf, readPage);
}

interface Reader extends PageReader {
  FPDFText_LoadPage(page: number): number;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_IsGenerated(text: number, index: number): number;
  FPDFText_GetTextObject(text: number, index: number): number;
  FPDFPageObj_GetMarkedContentID(object: number): number;
  FPDF_StructTree_GetForPage(page: number): number;
  FPDF_StructTree_CountChildren(tree: number): number;
  FPDF_StructTree_GetChildAtIndex(tree: number, index: number): number;
  FPDF_StructElement_GetType(element: number, buffer: number, length: number): number;
  FPDF_StructElement_GetAltText(element: number, buffer: number, length: number): number;
  FPDF_StructElement_CountChildren(element: number): number;
  FPDF_StructElement_GetChildAtIndex(element: number, index: number): number;
  FPDF_StructElement_GetChildMarkedContentID(element: number, index: number): number;
}

function readPage(pdfium: Reader, page: number): ReadStructure {
  const words = wordsByContent(pdfium, page);
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  const count = pdfium.FPDF_StructTree_CountChildren(tree);
  const roots = Array.from({ length: count }, (_, index) =>
    readElement(pdfium, pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), words),
  );
  return { roots, artifacts: words.get(-1) ?? '' };
}

function readElement(pdfium: Reader, element: number, words: ReadonlyMap<number, string>): ReadElement {
  const indexes = [...Array(Math.max(0, pdfium.FPDF_StructElement_CountChildren(element))).keys()];
  const kids = indexes
    .map((index) => pdfium.FPDF_StructElement_GetChildAtIndex(element, index))
    .filter((kid) => kid !== 0);
  const contents = indexes.map((index) => pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index));
  return {
    type: stringOf(pdfium, (buffer, length) => pdfium.FPDF_StructElement_GetType(element, buffer, length)),
    alternate: stringOf(pdfium, (buffer, length) =>
      pdfium.FPDF_StructElement_GetAltText(element, buffer, length),
    ),
    text: contents.map((mcid) => (mcid < 0 ? '' : (words.get(mcid) ?? ''))).join(''),
    kids: kids.map((kid) => readElement(pdfium, kid, words)),
  };
}

/** The words of each stretch of content, without what the reader adds; what is outside of all stands under -1. */
function wordsByContent(pdfium: Reader, page: number): ReadonlyMap<number, string> {
  const text = pdfium.FPDFText_LoadPage(page);
  const words = new Map<number, string>();
  for (let index = 0; index < pdfium.FPDFText_CountChars(text); index += 1) {
    if (pdfium.FPDFText_IsGenerated(text, index) === 1) continue;
    const mcid = pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(text, index));
    const character = String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, index));
    words.set(mcid, (words.get(mcid) ?? '') + character);
  }
  return words;
}

/** A string of a function that fills a buffer with UTF-16 and tells how many bytes it needs. */
function stringOf(pdfium: Reader, fill: (buffer: number, length: number) => number): string {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const length = fill(0, 0);
  if (length <= 2) return '';
  const buffer = malloc(length);
  fill(buffer, length);
  const bytes = pdfium.pdfium.HEAPU8.slice(buffer, buffer + length - 2);
  free(buffer);
  return Buffer.from(bytes).toString('utf16le');
}

/** Elements without others below them, in order: their type and words. */
export function leavesOf({ roots }: ReadStructure): readonly (readonly [type: string, text: string])[] {
  const walk = (element: ReadElement): readonly (readonly [string, string])[] =>
    element.kids.length > 0 ? element.kids.flatMap(walk) : [[element.type, element.text]];
  return roots.flatMap(walk);
}
