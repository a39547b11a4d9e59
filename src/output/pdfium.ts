import { INCH } from '../base/units.ts';

/** A picture of a page: RGB, three bytes a pixel, rows from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws every page of a PDF on white paper with PDFium; the whole media box, `dpi` dots to the inch. */
export async function renderPages(pdf: Uint8Array, dpi: number): Promise<readonly Raster[]> {
  const pdfium = await startPdfium();
  const file = pdfium.pdfium.wasmExports.malloc(pdf.length);
  pdfium.pdfium.HEAPU8.set(pdf, file);
  const document = pdfium.FPDF_LoadMemDocument(file, pdf.length, '');
  if (!document) throw new Error('PDFium cannot read the PDF');
  const rasters = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) =>
    renderPage(pdfium, pdfium.FPDF_LoadPage(document, index), dpi),
  );
  pdfium.FPDF_CloseDocument(document);
  pdfium.pdfium.wasmExports.free(file);
  return rasters;
}

/** The functions of PDFium used here; pointers are numbers. Names as in its public headers. */
interface Pdfium {
  readonly pdfium: {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  };
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(data: number, size: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  FPDFBitmap_FillRect(...rect: BitmapRect): unknown;
  FPDF_RenderPageBitmap(...target: RenderTarget): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
}

type BitmapRect = [bitmap: number, left: number, top: number, width: number, height: number, colour: number];
type RenderTarget = [
  bitmap: number,
  page: number,
  left: number,
  top: number,
  width: number,
  height: number,
  turn: number,
  flags: number,
];

/** Four megabytes of program: loaded only when a picture is wanted. */
async function startPdfium(): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium');
  const pdfium = (await init({})) as unknown as Pdfium;
  pdfium.PDFiumExt_Init();
  return pdfium;
}

const WHITE = 0xffffffff;

function renderPage(pdfium: Pdfium, page: number, dpi: number): Raster {
  const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / INCH);
  const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / INCH);
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const pixels = new Uint8Array(width * height * 3);
  const memory = pdfium.pdfium.HEAPU8;
  for (let row = 0, to = 0; row < height; row++) {
    for (let from = start + row * stride, end = from + width * 4; from < end; from += 4, to += 3) {
      pixels[to] = memory[from + 2] ?? 0;
      pixels[to + 1] = memory[from + 1] ?? 0;
      pixels[to + 2] = memory[from] ?? 0;
    }
  }
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { width, height, pixels };
}
