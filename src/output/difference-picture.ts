import { INCH } from '../base/units.ts';
import type { MarkKind, PageMark } from '../model/difference.ts';
import { renderPages, type Raster } from './pdfium.ts';
import { encodePng } from './png.ts';

/** A page as a PDF of one page, the room around its trim in points, and what is marked on it. */
export interface MarkedPage {
  readonly pdf: Uint8Array;
  readonly bleed: number;
  readonly marks: readonly PageMark[];
}

/** Colours of marks, red, green, blue from 0 to 255: a wash over words and lines, a frame round stories and heads. */
const COLOURS: Readonly<Record<MarkKind, readonly [number, number, number]>> = {
  removed: [255, 130, 120],
  added: [110, 225, 130],
  turned: [255, 238, 150],
  moved: [40, 110, 235],
  head: [170, 60, 200],
};

const FRAMED: ReadonlySet<MarkKind> = new Set(['moved', 'head']);

/** Dots between the pages and round them. */
const MARGIN = 24;
const GROUND = 0xd8;

/** Old and new pages side by side, one pair under the other, with their marks; a PNG of `dpi` dots to the inch. */
export async function differencePng(
  pairs: readonly (readonly [MarkedPage, MarkedPage])[],
  dpi: number,
): Promise<Uint8Array> {
  const rows: (readonly [Raster, Raster])[] = [];
  for (const [before, after] of pairs) rows.push([await drawn(before, dpi), await drawn(after, dpi)]);
  const width = Math.max(...rows.map(([one, other]) => one.width + other.width)) + 3 * MARGIN;
  const heights = rows.map(([one, other]) => Math.max(one.height, other.height) + MARGIN);
  const height = heights.reduce((sum, each) => sum + each, MARGIN);
  const sheet = { width, height, pixels: new Uint8Array(width * height * 3).fill(GROUND) };
  let top = MARGIN;
  for (const [index, [one, other]] of rows.entries()) {
    put(sheet, one, MARGIN, top);
    put(sheet, other, 2 * MARGIN + one.width, top);
    top += heights[index] ?? 0;
  }
  return encodePng(sheet, dpi);
}

async function drawn({ pdf, bleed, marks }: MarkedPage, dpi: number): Promise<Raster> {
  const [raster] = await renderPages(pdf, dpi);
  if (!raster) throw new Error('a PDF without pages');
  const dots = (length: number) => Math.round((length * dpi) / INCH);
  for (const { kind, rect } of marks) {
    const [left, top] = [dots(rect.x + bleed), dots(rect.y + bleed)];
    const box = {
      left,
      top,
      right: dots(rect.x + rect.width + bleed),
      bottom: dots(rect.y + rect.height + bleed),
    };
    if (FRAMED.has(kind)) frame(raster, box, COLOURS[kind]);
    else wash(raster, box, COLOURS[kind]);
  }
  return raster;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Rgb = readonly [number, number, number];

/** Colour over paper that leaves the type black: each channel multiplied. */
function wash(raster: Raster, box: Box, colour: Rgb): void {
  eachDot(raster, box, (at) => {
    for (const [channel, value] of colour.entries()) {
      raster.pixels[at + channel] = Math.round(((raster.pixels[at + channel] ?? 0) * value) / 255);
    }
  });
}

const FRAME_DOTS = 4;

function frame(raster: Raster, { left, top, right, bottom }: Box, colour: Rgb): void {
  const paint = (box: Box) => eachDot(raster, box, (at) => raster.pixels.set(colour, at));
  paint({ left, top, right, bottom: top + FRAME_DOTS });
  paint({ left, top: bottom - FRAME_DOTS, right, bottom });
  paint({ left, top, right: left + FRAME_DOTS, bottom });
  paint({ left: right - FRAME_DOTS, top, right, bottom });
}

function eachDot({ width, height }: Raster, box: Box, paint: (at: number) => void): void {
  for (let y = Math.max(0, box.top); y < Math.min(height, box.bottom); y++) {
    for (let x = Math.max(0, box.left); x < Math.min(width, box.right); x++) paint((y * width + x) * 3);
  }
}

function put(sheet: Raster, { width, height, pixels }: Raster, left: number, top: number): void {
  for (let row = 0; row < height; row++) {
    const from = row * width * 3;
    sheet.pixels.set(pixels.subarray(from, from + width * 3), ((top + row) * sheet.width + left) * 3);
  }
}
