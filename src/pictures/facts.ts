import type { PictureFacts } from '../model/news.ts';
import { formatOf, isWhole } from './kind.ts';
import { openImage } from './sharp.ts';
import { readDrawing } from './svg.ts';

/** Why a file is no picture for a page; words for each stand in the message catalogues. */
export type PictureFault =
  | 'empty'
  | 'unknown-format'
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  | 'hidden-layers'
  | 'outside-files'
  | 'no-size';

/** What a picture file is and how large, upright. Only heads are read, no pixels are unpacked. */
export async function pictureFacts(bytes: Uint8Array): Promise<PictureFacts> {
  const facts = await read(bytes);
  return typeof facts === 'string' ? { kind: 'broken', reason: facts } : facts;
}

async function read(bytes: Uint8Array): Promise<PictureFacts | PictureFault> {
  if (bytes.length === 0) return 'empty';
  const format = formatOf(bytes);
  if (!format) return 'unknown-format';
  if (!isWhole(bytes, format)) return 'truncated';
  if (format === 'svg') {
    const drawing = await readDrawing(bytes);
    return typeof drawing === 'string' ? drawing : { kind: 'vector', ...drawing.size };
  }
  if (format === 'pdf') {
    const { openForeignPage } = await import('./pdf-page.ts');
    const page = await openForeignPage(bytes);
    return typeof page === 'string' ? page : { kind: 'pdf', ...page.size };
  }
  try {
    const { autoOrient } = await (await openImage(bytes)).metadata();
    return { kind: 'raster', width: autoOrient.width, height: autoOrient.height };
  } catch {
    return 'damaged';
  }
}
