import { deflateSync } from 'node:zlib';
import type { PlacedPicture } from '../model/page.ts';
import type { Preview, RasterContent } from '../model/picture.ts';
import { blackInks, fewColours, greyOf, heaviest, inksOfColours, limited, type PressInks } from './inks.ts';
import { bareJpeg, jpegFacts } from './jpeg.ts';
import {
  deepPixelsOf,
  openImage,
  openPixels,
  pixelsOf,
  type Metadata,
  type Pixels,
  type Sharp,
} from './sharp.ts';
import { inkTiff } from './tiff.ts';
import { windowOf, type Resolution, type Window } from './window.ts';

export interface RasterTools {
  readonly press: PressInks;
  readonly resolution: Resolution;
}

/** A picture in pixels, ready, and how much ink its file asked for where that was too much. */
export interface PreparedRaster {
  readonly content: RasterContent;
  readonly tooMuchInk?: number;
}

/**
 * Brings a picture to its printed size and to the inks of the press: the part that shows, upright, on white, eight bits;
 * greys in black alone; colours through the profile, inks as they are unless they belong to another press or are too much.
 * Throws where the data is damaged.
 */
export async function prepareRaster(
  bytes: Uint8Array,
  item: PlacedPicture,
  { press, resolution }: RasterTools,
): Promise<PreparedRaster> {
  const facts = await (await openImage(bytes)).metadata();
  const window = windowOf(item, facts.autoOrient, resolution);
  const source = { bytes, facts, window, press };
  if (facts.space === 'cmyk') return inksToInks(source);
  const grey = facts.space === 'b-w' || facts.space === 'grey16';
  const pixels = await pixelsOf(
    cut((await openImage(bytes)).flatten({ background: '#fff' }), source, grey ? 'b-w' : 'srgb'),
  );
  const preview = await previewOf(await openPixels(pixels), window);
  const shape = { kind: 'raster', area: window.area, inverted: false, preview } as const;
  const one = grey ? pixels : greyOf(pixels);
  const coded = one ? await codeGrey(one, facts, press) : await codeColours(pixels, facts, press);
  return { content: { ...shape, ...coded, size: window.made } };
}

interface Source {
  readonly bytes: Uint8Array;
  readonly facts: Metadata;
  readonly window: Window;
  readonly press: PressInks;
}

/** The window of a picture, at the size made of it. */
function cut(image: Sharp, { facts, window: { taken, made } }: Source, space: string): Sharp {
  const { width, height } = facts.autoOrient;
  const upright = image.autoOrient().toColourspace(space);
  const whole = taken.width === width && taken.height === height;
  const part = whole
    ? upright
    : upright.extract({ left: taken.x, top: taken.y, width: taken.width, height: taken.height });
  const same = made.width === taken.width && made.height === taken.height;
  return same ? part : part.resize({ ...made, fit: 'fill' });
}

/** Whether a JPEG can go into the file as it is, as far as place and size go. */
function isUntouched({ bytes, facts, window: { taken, made } }: Source): boolean {
  const frame = facts.format === 'jpeg' ? jpegFacts(bytes) : undefined;
  return (
    frame?.bits === 8 &&
    (facts.orientation ?? 1) === 1 &&
    made.width === frame.width &&
    made.height === frame.height &&
    taken.width === frame.width
  );
}

/** Files of pictures that lose nothing may be line art; its edges must not be smeared by JPEG. */
const LOSSLESS = new Set(['png', 'tiff', 'webp']);

type Coded = Pick<RasterContent, 'inks' | 'coding' | 'inverted' | 'bytes'>;

/** Where JPEG stops to show in print at the sizes of a page. */
const QUALITY = 85;

async function codeGrey(screen: Pixels, { format }: Metadata, press: PressInks): Promise<Coded> {
  const blacks = await blackInks(press);
  const pixels = { ...screen, data: screen.data.map((grey) => 255 - (blacks[grey] ?? 255)) };
  const inks = { inks: 'black', inverted: false } as const;
  if (LOSSLESS.has(format) && isLevel(pixels)) {
    return { ...inks, coding: 'flate', bytes: flate(pixels.data) };
  }
  const image = (await openPixels(pixels)).toColourspace('b-w').jpeg({ quality: QUALITY });
  return { ...inks, coding: 'jpeg', bytes: bareJpeg(await image.toBuffer()) };
}

/** Greys in which line art with soft edges is level: most of it is of the two commonest. */
const LEVEL_SHARE = 0.8;

function isLevel({ data }: Pixels): boolean {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const [first = 0, second = 0] = counts.toSorted((a, b) => b - a);
  return first + second >= LEVEL_SHARE * data.length;
}

async function codeColours(pixels: Pixels, { format }: Metadata, press: PressInks): Promise<Coded> {
  const few = LOSSLESS.has(format) ? fewColours(pixels) : undefined;
  if (few) {
    const palette = await inksOfColours(few.colours, press);
    const inks = new Uint8Array(few.indices.length * 4);
    few.indices.forEach((index, pixel) => inks.set(palette.subarray(4 * index, 4 * index + 4), 4 * pixel));
    return { inks: 'process', inverted: false, coding: 'flate', bytes: flate(inks) };
  }
  const image = (await openPixels(pixels)).withIccProfile(press.profile.path, { attach: false });
  return inkJpeg(image);
}

function flate(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(bytes, { level: 6 }));
}

/** libvips writes JPEG files of inks as Adobe programs do: 0 is full ink. */
async function inkJpeg(image: Sharp): Promise<Coded> {
  const jpeg = await image.jpeg({ quality: QUALITY }).toBuffer();
  return { inks: 'process', inverted: true, coding: 'jpeg', bytes: bareJpeg(jpeg) };
}

/** A picture in inks: through the profiles if it says that it was made for another press. */
async function inksToInks(source: Source): Promise<PreparedRaster> {
  const { bytes, facts, window, press } = source;
  const foreign = facts.icc !== undefined && Buffer.compare(facts.icc, press.profile.bytes) !== 0;
  const stored = await storedInks(source);
  const pixels = foreign ? await pixelsOf(await convertedInks(stored, facts.icc, press)) : stored;
  const sum = heaviest(pixels);
  const heavy = !foreign && sum > press.most;
  const preview = await previewOf(await openImage(inkTiff(pixels)), window);
  const shape = { kind: 'raster', area: window.area, preview } as const;
  const frame = jpegFacts(bytes);
  if (!foreign && !heavy && frame?.components === 4 && isUntouched(source)) {
    const inverted = isInverted(bytes);
    const size = { width: frame.width, height: frame.height };
    return { content: { ...shape, size, inks: 'process', coding: 'jpeg', inverted, bytes: bareJpeg(bytes) } };
  }
  const kept = sum > press.most ? limited(pixels, press.most) : pixels;
  const coded = await inkJpeg(inInks(await openImage(inkTiff(kept))));
  return { content: { ...shape, ...coded, size: window.made }, ...(heavy && { tooMuchInk: sum }) };
}

/** The window of a picture in its own inks, 255 for full ink. */
async function storedInks(source: Source): Promise<Pixels> {
  const image = inInks((await openImage(source.bytes)).removeAlpha());
  const deep = source.facts.depth === 'ushort';
  const pixels = await (deep ? deepPixelsOf : pixelsOf)(cut(image, source, 'cmyk'));
  if (pixels.channels !== 4) throw new Error('inks were expected');
  // libvips takes every JPEG in inks for one of Adobe.
  if (source.facts.format !== 'jpeg' || isInverted(source.bytes)) return pixels;
  return { ...pixels, data: pixels.data.map((ink) => 255 - ink) };
}

/** Whether 0 is full ink in a JPEG of inks: Adobe's programs write so, and leave their marker. */
function isInverted(bytes: Uint8Array): boolean {
  return jpegFacts(bytes)?.adobe !== undefined;
}

async function convertedInks(
  pixels: Pixels,
  icc: Uint8Array | undefined,
  { profile }: PressInks,
): Promise<Sharp> {
  return inInks(await openImage(inkTiff(pixels, icc))).withIccProfile(profile.path, { attach: false });
}

function inInks(image: Sharp): Sharp {
  return image.pipelineColourspace('cmyk').toColourspace('cmyk');
}

/** Most pixels of a preview to a side: a proof is looked at, not printed. */
const PREVIEW = 1600;

/** 150 of 250 dots an inch. */
const PREVIEW_SHARE = 0.6;

async function previewOf(image: Sharp, { made }: Window): Promise<Preview> {
  const scale = Math.min(PREVIEW_SHARE, PREVIEW / Math.max(made.width, made.height));
  const size = { width: Math.ceil(made.width * scale), height: Math.ceil(made.height * scale) };
  const small = image.resize({ ...size, fit: 'fill' }).toColourspace('srgb');
  return { format: 'image/jpeg', bytes: new Uint8Array(await small.jpeg({ quality: 75 }).toBuffer()) };
}
