import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { Rect } from '../../src/base/geometry.ts';
import type { PlacedPicture } from '../../src/model/page.ts';
import type { PressInks } from '../../src/pictures/inks.ts';
import { inkTiff } from '../../src/pictures/tiff.ts';
import { ranged } from '../support/real-fonts.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

export const QUARTERS: readonly Rgb[] = [
  [220, 30, 30],
  [30, 160, 60],
  [40, 60, 200],
  [240, 210, 40],
];

/** A picture of four quarters: red, green above; blue, yellow below. */
export function quarters(width: number, height: number, colours = QUARTERS): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = (x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2);
      data.set(colours[index] ?? [], 3 * (y * width + x));
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Soft hills of colour: no line art in it. */
export function hills(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0, pixel = 0; at < data.length; at += 3, pixel += 1) {
    const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height];
    data.set([255 * x, 255 * y, 127 + 120 * Math.sin(7 * x + 5 * y)].map(Math.round), at);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export async function bytesOf(image: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await image.toBuffer());
}

const PROFILE = fileURLToPath(new URL('../../profiles/newsprint.icc', import.meta.url));

/** The press of the profile that comes along; `most` ink in percent. */
export function pressInks(most = 240): PressInks {
  return { profile: { path: PROFILE, bytes: new Uint8Array(readFileSync(PROFILE)) }, most };
}

/** A JPEG in inks without a word on its press, coded as Adobe programs do; each ink in percent. */
export async function inkedJpeg(
  size: readonly [number, number],
  inks: readonly number[],
): Promise<Uint8Array> {
  const [width, height] = size;
  const pixel = Buffer.from(inks.map((ink) => Math.round((ink / 100) * 255)));
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set(pixel, at);
  const tiff = inkTiff({ width, height, channels: 4, data });
  return bytesOf(sharp(tiff).pipelineColourspace('cmyk').toColourspace('cmyk').jpeg({ quality: 95 }));
}

/** A picture placed whole, or with its whole reaching beyond what shows. */
export function placed(rect: Rect, change: Partial<PlacedPicture> = {}): PlacedPicture {
  const origin = ranged('photos/x.jpg').range;
  return { kind: 'picture', role: 'picture', file: 'photos/x.jpg', ...rect, whole: rect, origin, ...change };
}

/** One colour as an uncompressed TIFF of the kind that libvips does not write (TIFF 6.0): 5 is CMYK, 8 CIE Lab. */
export function plainTiff(photometric: 5 | 8, bits: 8 | 16, pixel: readonly number[]): Uint8Array {
  const [width, height, channels] = [40, 20, pixel.length];
  const bytes = bits / 8;
  const data = Buffer.alloc(width * height * channels * bytes);
  for (let at = 0; at < width * height * channels; at += 1) {
    const value = pixel[at % channels] ?? 0;
    if (bits === 16) data.writeUInt16LE(value, 2 * at);
    else data.writeUInt8(value & 255, at);
  }
  const tags = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, channels, 8],
    [259, 3, 1, 1],
    [262, 3, 1, photometric],
    [273, 4, 1, 16],
    [277, 3, 1, channels],
    [278, 4, 1, height],
    [279, 4, 1, data.length],
  ];
  const directory = 16 + data.length;
  const file = Buffer.alloc(directory + 2 + 12 * tags.length + 4);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(directory, 4);
  for (let channel = 0; channel < channels; channel += 1) file.writeUInt16LE(bits, 8 + 2 * channel);
  file.set(data, 16);
  file.writeUInt16LE(tags.length, directory);
  tags.forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = directory + 2 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  return file;
}
