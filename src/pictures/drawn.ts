import type { Rect } from '../base/geometry.ts';
import { INCH, rounded } from '../base/units.ts';
import type { PlacedPicture } from '../model/page.ts';
import type { DrawnContent, Preview } from '../model/picture.ts';
import { inksOfColours } from './inks.ts';
import { faultsOf, type ForeignFaults } from './pdf-faults.ts';
import { formOf, name, packed } from './pdf-form.ts';
import type { ForeignPage } from './pdf-page.ts';
import { prepareRaster, type PreparedRaster, type RasterTools } from './raster.ts';
import { plainDrawing, type PlainDrawing } from './svg-drawing.ts';
import { openPixels, type Pixels } from './sharp.ts';
import type { Drawing } from './svg.ts';

const ALL: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** Dots an inch of previews. */
const PREVIEW_DPI = 150;

/** Dots an inch of drawings that are painted as pixels: their edges are those of letters. */
const DRAWING_DPI = 600;

/** Most pixels across such a drawing. */
const MOST_PIXELS = 6000;

/** A drawing as operators where it is plain, else as pixels. */
export async function prepareDrawing(
  drawing: Drawing,
  item: PlacedPicture,
  tools: RasterTools,
): Promise<PreparedRaster | { readonly content: DrawnContent }> {
  const plain = plainDrawing(drawing.code);
  const dots = (dpi: number) =>
    Math.min(MOST_PIXELS, Math.max(1, Math.ceil((item.whole.width / INCH) * dpi)));
  if (!plain) {
    const resolution = { above: Infinity, to: DRAWING_DPI };
    return prepareRaster(drawing.paint(dots(DRAWING_DPI)), item, { ...tools, resolution });
  }
  const stream = Buffer.from(await operatorsOf(plain, tools));
  const [x, y, width, height] = drawing.viewBox;
  const { entries, bytes } = packed(stream);
  const dictionary = {
    kind: 'dictionary',
    entries: [
      ['Type', name('XObject')],
      ['Subtype', name('Form')],
      ['BBox', [x, y, x + width, y + height]],
      // From the drawing's space, y down, to its own with the origin at the bottom left.
      ['Matrix', [1, 0, 0, -1, -x, y + height]],
      ['Resources', { kind: 'dictionary', entries: [] }],
      ...entries,
    ],
  } as const;
  const preview: Preview = { format: 'image/png', bytes: drawing.paint(dots(PREVIEW_DPI)) };
  const objects = [{ value: dictionary, stream: bytes }];
  return { content: { kind: 'drawn', area: ALL, size: { width, height }, objects, preview } };
}

async function operatorsOf(plain: PlainDrawing, { press }: RasterTools): Promise<string> {
  const screen = plain.colours.flatMap((colour) =>
    [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)),
  );
  const inks = screen.length > 0 ? await inksOfColours(Uint8Array.from(screen), press) : new Uint8Array();
  const operands = new Map(
    plain.colours.map((colour, index) => [
      colour,
      [...inks.subarray(4 * index, 4 * index + 4)].map((ink) => rounded(ink / 255)).join(' '),
    ]),
  );
  return plain.operators((colour) => operands.get(colour) ?? '0 0 0 1');
}

/** Paints the first page of a PDF for a screen, as its reader shows it. */
export type PaintPdf = (pdf: Uint8Array, dpi: number) => Promise<Pixels | undefined>;

/** A foreign page as a form, and what a press may not take of it. Throws where the file is damaged. */
export async function prepareForeign(
  bytes: Uint8Array,
  page: ForeignPage,
  { whole }: PlacedPicture,
  paint: PaintPdf | undefined,
): Promise<{ readonly content: DrawnContent; readonly faults: ForeignFaults }> {
  const objects = formOf(page);
  const shown = await paint?.(bytes, (PREVIEW_DPI * whole.width) / page.size.width);
  const preview = shown && { preview: await previewOf(shown, page) };
  return {
    content: { kind: 'drawn', area: ALL, size: page.size, objects, ...preview },
    faults: faultsOf(objects),
  };
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
