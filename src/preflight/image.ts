import { readColourSpace, type ColourSpace } from './colour-space.ts';
import { filtersOf } from './filters.ts';
import { readJpeg, type Jpeg } from './jpeg.ts';
import {
  isStream,
  nameOf,
  numberOf,
  numbersOf,
  type PdfFile,
  type PdfStream,
  type PdfValue,
} from './objects.ts';
import { inkOfJpeg, inkOfSamples } from './picture-ink.ts';

/** A picture of a page. */
export interface ImageFacts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** Whether it is a stencil through which the colour in force is painted. */
  readonly stencil: boolean;
  readonly space?: ColourSpace;
  readonly jpx: boolean;
  /** Whether it has a mask of many tones. */
  readonly masked: boolean;
  /** What is wrong with it: `data` too short or damaged, `jpeg` unlike its dictionary, `space` missing. */
  readonly fault?: 'data' | 'jpeg' | 'space';
  /** Whether it is a CMYK JPEG with Adobe's marker. */
  readonly marked: boolean;
  /** Whether another picture stands in for it in print. */
  readonly replaced: boolean;
  readonly intent?: string;
  /** Total ink of its darkest place in percent; absent when it has none or it could not be measured. */
  readonly ink?: number;
  /** Whether it is in inks that could not be measured. */
  readonly unmeasured: boolean;
}

const kept = new WeakMap<PdfStream, ImageFacts>();

export function readImage(file: PdfFile, stream: PdfStream, resources: PdfValue): ImageFacts {
  const known = kept.get(stream);
  if (known) return known;
  const facts = newFacts(file, stream, resources);
  kept.set(stream, facts);
  return facts;
}

/** What both the long names and those of inline images say. */
function entry(file: PdfFile, stream: PdfStream, long: string, short: string): PdfValue {
  return file.get(stream, long) ?? file.get(stream, short);
}

function newFacts(file: PdfFile, stream: PdfStream, resources: PdfValue): ImageFacts {
  const stencil = entry(file, stream, 'ImageMask', 'IM') === true;
  const named = entry(file, stream, 'ColorSpace', 'CS');
  const jpx = filtersOf(stream, file.get).at(-1) === 'JPXDecode';
  const space = named === undefined || stencil ? undefined : readColourSpace(file, named, resources);
  const intent = nameOf(file.get(stream, 'Intent'));
  const alternates = file.get(stream, 'Alternates');
  const frame = {
    width: numberOf(entry(file, stream, 'Width', 'W')) ?? 0,
    height: numberOf(entry(file, stream, 'Height', 'H')) ?? 0,
    bits: stencil ? 1 : (numberOf(entry(file, stream, 'BitsPerComponent', 'BPC')) ?? 8),
  };
  return {
    ...frame,
    stencil,
    jpx,
    ...(space && { space }),
    masked: isStream(file.get(stream, 'SMask')) || (numberOf(file.get(stream, 'SMaskInData')) ?? 0) > 0,
    replaced:
      Array.isArray(alternates) &&
      alternates.some((other: PdfValue) => file.get(other, 'DefaultForPrinting') === true),
    ...(intent !== undefined && { intent }),
    ...contentFacts(file, stream, { ...frame, stencil, jpx, ...(space && { space }) }),
  };
}

/** How many bits a channel may have (ISO 32000-1, table 89); JPEG 2000 says it itself. */
const DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16]);

type Frame = Pick<ImageFacts, 'width' | 'height' | 'bits' | 'stencil' | 'jpx' | 'space'>;
type ContentFacts = Pick<ImageFacts, 'fault' | 'marked' | 'ink' | 'unmeasured'>;

function contentFacts(file: PdfFile, stream: PdfStream, frame: Frame): ContentFacts {
  const { bytes, picture, damage } = file.data(stream);
  const { space } = frame;
  const nothing = { marked: false, unmeasured: false };
  const sized = frame.width > 0 && frame.height > 0 && (frame.jpx || DEPTHS.has(frame.bits));
  if (damage !== undefined || !sized) return { ...nothing, fault: 'data' };
  if (!space && !frame.stencil && !frame.jpx) return { ...nothing, fault: 'space' };
  const decode = numbersOf(file, file.get(stream, 'Decode') ?? file.get(stream, 'D')) ?? [];
  if (picture === 'DCTDecode') return jpegFacts(readJpeg(bytes), bytes, { ...frame, decode });
  if (picture !== undefined) return { ...nothing, unmeasured: picture === 'JPXDecode' && isInInks(space) };
  const row = Math.ceil((frame.width * (space?.components ?? 1) * frame.bits) / 8);
  if (bytes.length < row * frame.height) return { ...nothing, fault: 'data' };
  const ink = space && inkOfSamples({ ...frame, space, decode, bytes });
  return { ...nothing, ...(ink !== undefined && { ink }) };
}

function jpegFacts(
  jpeg: Jpeg | undefined,
  bytes: Uint8Array,
  { space, width, height, decode }: Frame & { readonly decode: readonly number[] },
): ContentFacts {
  const agrees =
    jpeg?.width === width && jpeg.height === height && (!space || space.components === jpeg.channels.length);
  if (!jpeg || !agrees) return { fault: 'jpeg', marked: false, unmeasured: false };
  const ink = space && inkOfJpeg(jpeg, bytes, { space, decode });
  return {
    marked: jpeg.channels.length === 4 && jpeg.adobe !== undefined,
    unmeasured: ink === undefined && isInInks(space),
    ...(ink !== undefined && { ink }),
  };
}

function isInInks(space: ColourSpace | undefined): boolean {
  return (space?.components ?? 0) >= 4 || space?.kind === 'separation' || space?.kind === 'devicen';
}
