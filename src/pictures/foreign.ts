import type { Size } from '../base/geometry.ts';
import { INCH } from '../base/units.ts';
import type { PlacedPicture } from '../model/page.ts';
import type { DrawnContent, Preview } from '../model/picture.ts';
import { faultsOf, type ForeignFaults } from './pdf-faults.ts';
import { formOf } from './pdf-form.ts';
import { openForeignPage, type ForeignFault, type ForeignPage } from './pdf-page.ts';
import { ALL, PREVIEW_DPI } from './plain.ts';
import { openPixels, type Pixels } from './sharp.ts';

/** Paints the first page of a PDF for a screen, as its reader shows it. */
export type PaintPdf = (pdf: Uint8Array, dpi: number) => Promise<Pixels | undefined>;

/** The first page of a PDF as a form, and what a press may not take of it. Throws where the file is damaged. */
export async function prepareForeign(
  bytes: Uint8Array,
  { whole }: PlacedPicture,
  paint: PaintPdf | undefined,
): Promise<{ readonly content: DrawnContent; readonly faults: ForeignFaults } | ForeignFault> {
  const page = await openForeignPage(bytes);
  if (typeof page === 'string') return page;
  const objects = formOf(page);
  const dpi = Math.min(
    (PREVIEW_DPI * whole.width) / page.size.width,
    (MOST_PIXELS * INCH) / longerSide(page.view),
  );
  const shown = await paint?.(bytes, dpi);
  const preview = shown && { preview: await previewOf(shown, page) };
  return {
    content: { kind: 'drawn', area: ALL, size: page.size, objects, ...preview },
    faults: faultsOf(objects),
  };
}

/** Most pixels along a page that is painted for the screen. */
const MOST_PIXELS = 4000;

function longerSide({ width, height }: Size): number {
  return Math.max(width, height);
}

/** The sheet after cutting out of the page as a reader shows it. */
async function previewOf(shown: Pixels, { view, size }: ForeignPage): Promise<Preview> {
  const scale = { x: shown.width / view.width, y: shown.height / view.height };
  const left = Math.max(0, Math.round(view.x * scale.x));
  const top = Math.max(0, Math.round(view.y * scale.y));
  const width = Math.min(shown.width - left, Math.max(1, Math.round(size.width * scale.x)));
  const height = Math.min(shown.height - top, Math.max(1, Math.round(size.height * scale.y)));
  const image = (await openPixels(shown)).extract({ left, top, width, height });
  return { format: 'image/jpeg', bytes: await image.jpeg({ quality: 75 }).toBuffer() };
}
