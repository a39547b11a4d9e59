import { openImage, openPixels, pixelsOf, type Pixels } from './sharp.ts';
import { inkTiff } from './tiff.ts';

/** The printing condition that colours are converted to. */
export interface PressInks {
  /** The CMYK profile: where it stands and what is in it. */
  readonly profile: { readonly path: string; readonly bytes: Uint8Array };
  /** Most ink in one place, percent of one. */
  readonly most: number;
}

const known = new WeakMap<PressInks['profile'], Promise<Uint8Array>>();

/**
 * The black ink of each grey of a screen, 0 to 255 both. On newsprint a dot of half the ink covers three quarters of the
 * paper: greys are lightened so that their steps look on paper as they do on the screen, between its white and its black.
 */
export function blackInks({ profile }: PressInks): Promise<Uint8Array> {
  const found = known.get(profile) ?? measuredBlacks(profile);
  known.set(profile, found);
  return found;
}

async function measuredBlacks(profile: PressInks['profile']): Promise<Uint8Array> {
  const ramp = new Uint8Array(4 * 256);
  for (let ink = 0; ink < 256; ink += 1) ramp[4 * ink + 3] = ink;
  const tiff = inkTiff({ width: 256, height: 1, channels: 4, data: ramp }, profile.bytes);
  const { data } = await pixelsOf((await openImage(tiff)).toColourspace('srgb'));
  const printed = Array.from({ length: 256 }, (_, ink) => lightness(data[3 * ink + 1] ?? 0));
  const [white = 1] = printed;
  const black = Math.min(...printed);
  const inks = new Uint8Array(256);
  for (let grey = 0; grey < 256; grey += 1) {
    const wanted = black + lightness(grey) * (white - black);
    // The curve falls; where it is level the least ink is taken.
    const found = printed.findIndex((light) => light <= wanted + LEVEL);
    inks[grey] = grey === 0 ? 255 : found < 0 ? 255 : found;
  }
  return inks;
}

const LEVEL = 1e-9;

/** CIE L* of a grey of sRGB (IEC 61966-2-1), 0 to 1. */
function lightness(grey: number): number {
  const value = grey / 255;
  const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return (light > 216 / 24389 ? 116 * Math.cbrt(light) - 16 : (light * 24389) / 27) / 100;
}

/** Inks of screen colours (three bytes each), four bytes each: greys in black alone, the rest through the profile. */
export async function inksOfColours(colours: Uint8Array, press: PressInks): Promise<Uint8Array> {
  const width = colours.length / 3;
  const row: Pixels = { width, height: 1, channels: 3, data: colours };
  const image = (await openPixels(row)).withIccProfile(press.profile.path, { attach: false });
  const blacks = await blackInks(press);
  const { data } = await pixelsOf(image);
  const inks = new Uint8Array(data);
  for (let at = 0; at < width; at += 1) {
    const [red = 0, green = 0, blue = 0] = colours.subarray(3 * at, 3 * at + 3);
    if (red === green && green === blue) inks.set([0, 0, 0, blacks[red] ?? 255], 4 * at);
  }
  return inks;
}

/** How far the channels of a grey may lie apart: what JPEG and profiles leave of it. */
const NEARLY_GREY = 3;

/** The picture as one channel if it has no colour, as black-and-white photographs often come in RGB. */
export function greyOf({ data, width, height, channels }: Pixels): Pixels | undefined {
  const grey = new Uint8Array(width * height);
  for (let from = 0, to = 0; to < grey.length; from += channels, to += 1) {
    const [red = 0, green = 0, blue = 0] = [data[from], data[from + 1], data[from + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > NEARLY_GREY) return undefined;
    grey[to] = green;
  }
  return { width, height, channels: 1, data: grey };
}

/** Colours of line art at most; a photograph has more in its first rows. */
const FEW = 4096;

/** The colours of a picture in order of their first place, with the number of each pixel; `undefined` when they are many. */
export function fewColours({
  data,
  channels,
}: Pixels): { readonly colours: Uint8Array; readonly indices: Uint16Array } | undefined {
  const known = new Map<number, number>();
  const indices = new Uint16Array(data.length / channels);
  for (let from = 0, pixel = 0; from < data.length; from += channels, pixel += 1) {
    let colour = 0;
    for (let channel = 0; channel < channels; channel += 1)
      colour = colour * 256 + (data[from + channel] ?? 0);
    let index = known.get(colour);
    if (index === undefined) {
      if (known.size === FEW) return undefined;
      index = known.size;
      known.set(colour, index);
    }
    indices[pixel] = index;
  }
  const colours = new Uint8Array(known.size * channels);
  let at = 0;
  for (const colour of known.keys()) {
    for (
      let channel = channels - 1, rest = colour;
      channel >= 0;
      channel -= 1, rest = Math.floor(rest / 256)
    ) {
      colours[at + channel] = rest % 256;
    }
    at += channels;
  }
  return { colours, indices };
}

/** What a picture in inks holds at most in one place, percent. */
export function heaviest({ data }: Pixels): number {
  let most = 0;
  for (let at = 0; at < data.length; at += 4) {
    const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) + (data[at + 3] ?? 0);
    if (sum > most) most = sum;
  }
  return (most / 255) * 100;
}

/** The picture with the colours of places over the limit drawn back evenly, black left as it is. */
export function limited({ data, ...shape }: Pixels, most: number): Pixels {
  const limit = Math.floor((most / 100) * 255);
  const inks = new Uint8Array(data);
  for (let at = 0; at < inks.length; at += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = [inks[at], inks[at + 1], inks[at + 2], inks[at + 3]];
    if (c + m + y + k <= limit) continue;
    const share = Math.max(0, limit - k) / (c + m + y);
    for (const [channel, ink] of [c, m, y].entries()) inks[at + channel] = Math.floor(ink * share);
  }
  return { ...shape, data: inks };
}
