import { crc32 } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Colour types of eight bits a channel (PNG specification, third edition, 11.2.1). */
const COLOUR_TYPES = { rgb: 2, palette: 3 } as const;

export interface PngHeader {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly colour: keyof typeof COLOUR_TYPES;
}

/** A PNG file of the chunks between header and end, by type and data (PNG specification, third edition, 5). */
export function pngFile(
  { width, height, colour }: PngHeader,
  chunks: readonly (readonly [type: string, data: Uint8Array])[],
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, COLOUR_TYPES[colour], 0, 0, 0], 8);
  const all = [['IHDR', header], ...chunks, ['IEND', Buffer.alloc(0)]] as const;
  return new Uint8Array(Buffer.concat([SIGNATURE, ...all.map(([type, data]) => chunk(type, data))]));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(data.length, 0);
  result.set(body, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}
