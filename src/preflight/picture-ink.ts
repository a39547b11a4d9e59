import type { ColourSpace } from './colour-space.ts';
import { inksOf, totalInk } from './inks.ts';
import { blockMeans } from './jpeg-means.ts';
import type { Jpeg } from './jpeg.ts';

/** Samples of a picture in rows, as they lie in its stream. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly space: ColourSpace;
  /** Least and greatest value of each channel; empty for the usual ones. */
  readonly decode: readonly number[];
  readonly bytes: Uint8Array;
}

/** Edge of the squares in samples over which ink is averaged: a lone dot does not make paper wet. */
const BLOCK = 8;

/** Most samples that are looked at; in greater pictures only every second, third … row of blocks is. */
const MOST_SAMPLES = 60_000_000;

/** Total ink in percent of the darkest square of 8 × 8 samples; `undefined` when the space has no inks. */
export function inkOfSamples(samples: Samples): number | undefined {
  const { width, height, bits, space } = samples;
  const channels = space.components;
  if (channels < 1 || channels > 32 || inksOf(space, []) === undefined) return undefined;
  const row = Math.ceil((width * channels * bits) / 8);
  const stride = BLOCK * Math.ceil((width * height * channels) / MOST_SAMPLES);
  let most = 0;
  for (let top = 0; top < height; top += stride) {
    for (let left = 0; left < width; left += BLOCK) {
      const block = {
        left,
        top,
        right: Math.min(width, left + BLOCK),
        bottom: Math.min(height, top + BLOCK),
      };
      most = Math.max(most, inkOfBlock(samples, row, block));
    }
  }
  return most;
}

interface Block {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function inkOfBlock(samples: Samples, row: number, { left, top, right, bottom }: Block): number {
  const { space, bits, decode, bytes } = samples;
  const channels = space.components;
  const count = (right - left) * (bottom - top);
  if (space.kind === 'indexed') {
    let ink = 0;
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) ink += inkOf(space, [sampleAt(bytes, y * row, x, bits)]);
    }
    return ink / count;
  }
  const sums = new Float64Array(channels);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        sums[channel] = sums[channel]! + sampleAt(bytes, y * row, x * channels + channel, bits);
      }
    }
  }
  const highest = 2 ** bits - 1;
  return inkOf(
    space,
    decoded(
      [...sums].map((sum) => sum / count / highest),
      decode,
    ),
  );
}

function sampleAt(bytes: Uint8Array, row: number, index: number, bits: number): number {
  if (bits === 8) return bytes[row + index] ?? 0;
  if (bits === 16) return (bytes[row + 2 * index] ?? 0) * 256 + (bytes[row + 2 * index + 1] ?? 0);
  const bit = index * bits;
  return ((bytes[row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}

function decoded(values: readonly number[], decode: readonly number[]): readonly number[] {
  return values.map((value, i) => {
    const [least = 0, most = 1] = decode.slice(2 * i, 2 * i + 2);
    return least + value * (most - least);
  });
}

function inkOf(space: ColourSpace, values: readonly number[]): number {
  const inks = inksOf(space, values);
  return inks ? totalInk(inks) : 0;
}

/** Total ink in percent of the darkest block of a JPEG; `undefined` when its space has no inks or it is not read. */
export function inkOfJpeg(
  jpeg: Jpeg,
  bytes: Uint8Array,
  { space, decode }: Pick<Samples, 'space' | 'decode'>,
): number | undefined {
  if (inksOf(space, []) === undefined || space.components !== jpeg.channels.length) return undefined;
  const planes = blockMeans(jpeg, bytes);
  const finest = planes?.reduce((one, other) => (other.across > one.across ? other : one));
  if (!planes || !finest) return undefined;
  let most = 0;
  for (let y = 0; y < finest.down; y += 1) {
    for (let x = 0; x < finest.across; x += 1) {
      const raw = planes.map((plane) => {
        const column = Math.floor((x * plane.across) / finest.across);
        return plane.means[Math.floor((y * plane.down) / finest.down) * plane.across + column] ?? 0;
      });
      const values = jpeg.adobe === 2 ? withoutYcc(raw) : raw;
      most = Math.max(
        most,
        inkOf(
          space,
          decoded(
            values.map((value) => value / 255),
            decode,
          ),
        ),
      );
    }
  }
  return most;
}

/** From Y, Cb, Cr and K to the four inks, as Adobe stores them (Technical Note 5116). */
function withoutYcc([y = 0, blue = 0, red = 0, k = 0]: readonly number[]): readonly number[] {
  const [b, r] = [blue - 128, red - 128];
  const three = [y + 1.402 * r, y - 0.344136 * b - 0.714136 * r, y + 1.772 * b];
  return [...three.map((value) => 255 - Math.min(255, Math.max(0, value))), k];
}
