import { deflateSync } from 'node:zlib';
import { renderPages } from './pdfium.ts';
import type { Raster } from './pdfium.ts';
import { pngFile } from './png-file.ts';

/** A PNG picture of each page of a PDF, as a reader other than its writer shows it; `dpi` dots to the inch. */
export async function writePng(pdf: Uint8Array, dpi: number): Promise<readonly Uint8Array[]> {
  const rasters = await renderPages(pdf, dpi);
  return rasters.map((raster) => encodePng(raster, dpi));
}

const METRES_PER_INCH = 0.0254;

/** Eight bits a channel, RGB. */
export function encodePng({ width, height, pixels }: Raster, dpi: number): Uint8Array {
  const density = Buffer.alloc(9);
  const dotsPerMetre = Math.round(dpi / METRES_PER_INCH);
  density.writeUInt32BE(dotsPerMetre, 0);
  density.writeUInt32BE(dotsPerMetre, 4);
  density.writeUInt8(1, 8);
  const data = deflateSync(filtered(pixels, width * 3), { level: 6 });
  return pngFile({ width, height, colour: 'rgb' }, [
    ['pHYs', density],
    ['IDAT', data],
  ]);
}

const FILTER_UP = 2;

/** Each row as its difference from the row above, which suits pages of type. */
function filtered(pixels: Uint8Array, stride: number): Uint8Array {
  const rows = pixels.length / stride;
  const result = new Uint8Array(pixels.length + rows);
  for (let row = 0; row < rows; row++) {
    const from = row * stride;
    const to = from + row;
    result[to] = FILTER_UP;
    for (let byte = 0; byte < stride; byte++) {
      const above = row === 0 ? 0 : (pixels[from + byte - stride] ?? 0);
      result[to + 1 + byte] = (pixels[from + byte] ?? 0) - above;
    }
  }
  return result;
}
