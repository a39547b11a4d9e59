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
      return endOfJpeg(bytes) !== undefined;
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

/** Byte behind the end marker of a JPEG file: inside a scan the bytes FF D9 do not occur (ITU-T T.81, B.1.1.5). */
function endOfJpeg(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== START_OF_SCAN) {
    at += 2 + file.readUInt16BE(at + 2);
  }
  if (file[at] !== 0xff || file[at + 1] !== START_OF_SCAN) return undefined;
  const end = file.indexOf(END_OF_IMAGE, at);
  return end < 0 ? undefined : end + 2;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = Buffer.of(0xff, 0xd9);

/** Whether the chunks of a PNG file go on to IEND (PNG specification, third edition, 5.3). */
function hasLastChunk(bytes: Uint8Array, view: DataView): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (latin(bytes, at + 4, at + 8) === 'IEND') return true;
    at += 12 + view.getUint32(at);
  }
  return false;
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(Math.max(0, start), end)).toString('latin1');
}
