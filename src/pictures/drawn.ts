import { INCH, rounded } from '../base/units.ts';
import type { PlacedPicture } from '../model/page.ts';
import type { DrawnContent, Preview } from '../model/picture.ts';
import { inksOfColours } from './inks.ts';
import { ALL, PREVIEW_DPI, name, packed } from './plain.ts';
import { prepareRaster, type PreparedRaster, type RasterTools } from './raster.ts';
import type { PlainDrawing } from './svg-drawing.ts';
import type { Drawing } from './svg.ts';

/** Dots an inch of drawings that are painted as pixels: their edges are those of letters. */
const DRAWING_DPI = 600;

/** Most pixels along the longer side of such a drawing. */
const MOST_PIXELS = 6000;

/** A drawing that is too rich for operators, as pixels. */
export function paintedDrawing(
  drawing: Drawing,
  item: PlacedPicture,
  tools: RasterTools,
): Promise<PreparedRaster> {
  const resolution = { above: Infinity, to: DRAWING_DPI };
  return prepareRaster(drawing.paint(dotsOf(item, DRAWING_DPI)), item, { ...tools, resolution });
}

/** Dots across a drawing, so many an inch, but no more than go into the limit with the longer side. */
function dotsOf({ whole: { width, height } }: PlacedPicture, dpi: number): number {
  const longer = Math.max(width, height);
  return Math.max(1, Math.floor(Math.min((dpi / INCH) * width, (MOST_PIXELS * width) / longer)));
}

/** A plain drawing as operators. */
export async function drawnDrawing(
  plain: PlainDrawing,
  drawing: Drawing,
  item: PlacedPicture,
  tools: RasterTools,
): Promise<DrawnContent> {
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
  const preview: Preview = { format: 'image/png', bytes: drawing.paint(dotsOf(item, PREVIEW_DPI)) };
  const objects = [{ value: dictionary, stream: bytes }];
  return { kind: 'drawn', area: ALL, size: { width, height }, objects, preview };
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
