import { init } from '@embedpdf/pdfium';

/** One character of a page's text: points, origin at the top left of the media box, y down. */
export interface ReadCharacter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** In content order. Spaces and line ends that the reader itself adds are left out. */
  readonly characters: readonly ReadCharacter[];
  /** Content as one string, the reader's own line ends and spaces included. */
  readonly text: string;
}

/** The text of every page with the place of each character, as PDFium reads it. */
export function readPdf(pdf: Uint8Array): Promise<readonly ReadPage[]> {
  return readPages(pdf, readPage);
}

/** What is found on each page of a PDF with those functions of PDFium that a reader names. */
export async function readPages<Reader extends PageReader, Found>(
  pdf: Uint8Array,
  read: (pdfium: Reader, page: number) => Found,
): Promise<readonly Found[]> {
  const pdfium = (await init({})) as unknown as Reader;
  pdfium.PDFiumExt_Init();
  const file = pdfium.pdfium.wasmExports.malloc(pdf.length);
  pdfium.pdfium.HEAPU8.set(pdf, file);
  const document = pdfium.FPDF_LoadMemDocument(file, pdf.length, '');
  if (!document) throw new Error('PDFium cannot read the PDF');
  const pages = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) =>
    read(pdfium, pdfium.FPDF_LoadPage(document, index)),
  );
  pdfium.FPDF_CloseDocument(document);
  return pages;
}

export interface PageReader {
  readonly pdfium: {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  };
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(data: number, size: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
}

interface Reader extends PageReader {
  readonly pdfium: PageReader['pdfium'] & {
    getValue(pointer: number, type: 'double' | 'float'): number;
  };
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_IsGenerated(text: number, index: number): number;
  FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): boolean;
  FPDFText_GetFontSize(text: number, index: number): number;
}

function readPage(pdfium: Reader, page: number): ReadPage {
  const height = pdfium.FPDF_GetPageHeightF(page);
  const text = pdfium.FPDFText_LoadPage(page);
  const place = pdfium.pdfium.wasmExports.malloc(16);
  const units = Array.from({ length: pdfium.FPDFText_CountChars(text) }, (_, index) => {
    pdfium.FPDFText_GetCharOrigin(text, index, place, place + 8);
    return {
      text: String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, index)),
      generated: pdfium.FPDFText_IsGenerated(text, index) === 1,
      x: pdfium.pdfium.getValue(place, 'double'),
      y: height - pdfium.pdfium.getValue(place + 8, 'double'),
      size: pdfium.FPDFText_GetFontSize(text, index),
    };
  });
  return {
    width: pdfium.FPDF_GetPageWidthF(page),
    height,
    characters: units.filter((unit) => !unit.generated),
    text: units.map((unit) => unit.text).join(''),
  };
}
