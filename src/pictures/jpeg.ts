import { latin } from './bytes.ts';

/** What a JPEG file says of its coding (ITU-T T.81, B.2.2; Adobe TN 5116 for the APP14 marker). */
export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly bits: number;
  /** Adobe's word on the colours: 0 as they are, 1 YCbCr, 2 YCCK; absent without its marker. */
  readonly adobe?: number;
}

const APP14 = 0xee;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = Buffer.of(0xff, 0xd9);

/** Baseline and progressive Huffman coding: what every reader of PDF decodes. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

export function jpegFacts(bytes: Uint8Array): JpegFacts | undefined {
  let adobe: number | undefined;
  for (const { marker, start, end } of headOf(bytes).segments) {
    if (marker === APP14 && latin(bytes, start + 4, start + 9) === 'Adobe') adobe = bytes[start + 15];
    if (!FRAMES.has(marker)) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
    return {
      bits: view.getUint8(4),
      height: view.getUint16(5),
      width: view.getUint16(7),
      components: view.getUint8(9),
      ...(adobe !== undefined && { adobe }),
    };
  }
  return undefined;
}

/**
 * The file without its applications' segments and comments: no EXIF that would turn it again, no profile, no thumbnail.
 * Adobe's marker stays only where it says YCCK, which a decoder must know.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const { adobe } = jpegFacts(bytes) ?? {};
  const parts = [bytes.subarray(0, 2)];
  let behind = 2;
  for (const { marker, start, end } of headOf(bytes).segments) {
    const told = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!told || (marker === APP14 && adobe === 2)) parts.push(bytes.subarray(start, end));
    behind = end;
  }
  return new Uint8Array(Buffer.concat([...parts, bytes.subarray(behind)]));
}

/** Whether a file goes on to its end marker: inside a scan the bytes FF D9 do not occur (ITU-T T.81, B.1.1.5). */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  const { scan } = headOf(bytes);
  return (
    scan !== undefined &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(END_OF_IMAGE, scan)
  );
}

/** What stands before the picture itself. */
interface Head {
  readonly segments: readonly Segment[];
  /** Where the first scan begins; absent when the file does not go so far. */
  readonly scan?: number;
}

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

function headOf(bytes: Uint8Array): Head {
  const segments: Segment[] = [];
  let start = 2;
  while (start + 4 <= bytes.length && bytes[start] === 0xff) {
    const marker = bytes[start + 1] ?? 0;
    if (marker === START_OF_SCAN) return { segments, scan: start };
    // A marker may be preceded by any number of fill bytes (ITU-T T.81, B.1.1.2).
    if (marker === 0xff) {
      start += 1;
      continue;
    }
    const end = start + 2 + (bytes[start + 2] ?? 0) * 256 + (bytes[start + 3] ?? 0);
    segments.push({ marker, start, end });
    start = end;
  }
  return { segments };
}
