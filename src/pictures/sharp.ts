import type { Sharp, SharpOptions } from 'sharp';

export type { Metadata, Sharp } from 'sharp';

/**
 * A picture to be worked on by libvips. The library is some 20 MB and is loaded when the first picture is opened. Files
 * that break off, or whose data is damaged, fail; harmless faults pass.
 */
export async function openImage(input: Uint8Array, options: SharpOptions = {}): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp(input, { failOn: 'error', ...options });
}

/** Pixels of whole numbers 0 to 255, channels side by side, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

export function openPixels({ data, width, height, channels }: Pixels): Promise<Sharp> {
  return openImage(data, { raw: { width, height, channels: channels as 1 | 3 | 4 } });
}

export async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, data };
}

/** The pixels of a picture of sixteen bits that libvips does not bring down by itself, as it does with colours of screens. */
export async function deepPixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw({ depth: 'ushort' }).toBuffer({ resolveWithObject: true });
  const deep = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  return {
    width: info.width,
    height: info.height,
    channels: info.channels,
    data: Uint8Array.from(deep, (value) => Math.round(value / 257)),
  };
}
