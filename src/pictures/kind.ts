import { latin } from './bytes.ts';
import { isWholeJpeg } from './jpeg.ts';

/** Formats that are taken, known by their first bytes whatever the name of the file. */
export type PictureFormat = 'jpeg' | 'png' | 'tiff' | 'webp' | 'svg' | 'pdf';

/** Bytes in which a PDF or SVG must begin. */
const HEAD = 1024;

/** The format of a file; `undefined` when it is none of ours. */
export function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  const head = latin(bytes, 0, HEAD);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(head)) return 'tiff';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.includes('%PDF-')) return 'pdf';
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg[\s>])/i.test(head) ? 'svg' : undefined;
}

/** Whether a file goes on to its end; formats that cannot tell count as whole. */
export function isWhole(bytes: Uint8Array, format: PictureFormat): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case 'jpeg':
      return isWholeJpeg(bytes);
    case 'png':
      return hasLastChunk(bytes, view);
    case 'webp':
      return bytes.length >= 12 && view.getUint32(4, true) + 8 <= bytes.length;
    case 'pdf':
      return latin(bytes, bytes.length - 2 * HEAD, bytes.length).includes('%%EOF');
    default:
      return true;
  }
}

/** Whether the chunks of a PNG file go on to IEND (PNG specification, third edition, 5.3). */
function hasLastChunk(bytes: Uint8Array, view: DataView): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (latin(bytes, at + 4, at + 8) === 'IEND') return true;
    at += 12 + view.getUint32(at);
  }
  return false;
}
