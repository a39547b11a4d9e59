import { readFunction, type PdfFunction } from './functions.ts';
import { readIcc, type IccFacts } from './icc.ts';
import {
  isArray,
  isName,
  isStream,
  isString,
  nameOf,
  numberOf,
  type PdfArray,
  type PdfFile,
  type PdfValue,
} from './objects.ts';
import { rowOf } from './table.ts';

/** A colour space (ISO 32000-1, 8.6). */
export type ColourSpace =
  | { readonly kind: 'gray' | 'rgb' | 'cmyk' | 'calgray' | 'calrgb' | 'lab'; readonly components: number }
  | { readonly kind: 'icc'; readonly components: number; readonly profile?: IccFacts }
  | Separation
  | Indexed
  | { readonly kind: 'pattern'; readonly components: number; readonly base?: ColourSpace }
  | { readonly kind: 'unknown'; readonly components: 0; readonly name: string };

/** One or several named inks, with the colour that stands in for them. */
export interface Separation {
  readonly kind: 'separation' | 'devicen';
  readonly components: number;
  readonly names: readonly string[];
  readonly alternate: ColourSpace;
  readonly tint?: PdfFunction;
  /** Names of the inks that the space itself describes. */
  readonly described: readonly string[];
}

export interface Indexed {
  readonly kind: 'indexed';
  readonly components: number;
  readonly base: ColourSpace;
  readonly table: Uint8Array;
}

const DEVICE = {
  DeviceGray: ['gray', 1, 'DefaultGray'],
  G: ['gray', 1, 'DefaultGray'],
  DeviceRGB: ['rgb', 3, 'DefaultRGB'],
  RGB: ['rgb', 3, 'DefaultRGB'],
  DeviceCMYK: ['cmyk', 4, 'DefaultCMYK'],
  CMYK: ['cmyk', 4, 'DefaultCMYK'],
} as const;

export const GRAY: ColourSpace = { kind: 'gray', components: 1 };

/** Deepest nesting of spaces: a pattern of an index of an ink of a colour. */
const MOST_DEEP = 6;

/** How many channels a profile may have (ISO 32000-1, table 66); another number of them counts as none. */
const PROFILE_CHANNELS: ReadonlySet<number> = new Set([1, 3, 4]);

const kept = new WeakMap<object, ColourSpace>();

/** The colour space that a value names or describes; `resources` hold its names and its defaults for device colours. */
export function readColourSpace(file: PdfFile, value: PdfValue, resources: PdfValue, depth = 0): ColourSpace {
  const found = file.resolve(value);
  if (depth > MOST_DEEP) return unknown('…');
  if (isName(found)) return namedSpace(file, found.name, resources, depth);
  if (!isArray(found)) return unknown('');
  const known = kept.get(found);
  if (known) return known;
  const space = arraySpace(file, found, resources, depth);
  kept.set(found, space);
  return space;
}

function namedSpace(file: PdfFile, name: string, resources: PdfValue, depth: number): ColourSpace {
  const named = file.get(resources, 'ColorSpace', name);
  if (name === 'Pattern') return { kind: 'pattern', components: 0 };
  const device = rowOf<(typeof DEVICE)[keyof typeof DEVICE]>(DEVICE, name);
  if (!device)
    return named === undefined ? unknown(name) : readColourSpace(file, named, resources, depth + 1);
  const [kind, components, fallback] = device;
  const standIn = file.get(resources, 'ColorSpace', fallback);
  return isArray(standIn) ? readColourSpace(file, standIn, undefined, depth + 1) : { kind, components };
}

function unknown(name: string): ColourSpace {
  return { kind: 'unknown', components: 0, name };
}

function arraySpace(file: PdfFile, array: PdfArray, resources: PdfValue, depth: number): ColourSpace {
  const family = nameOf(file.resolve(array[0])) ?? '';
  const below = (value: PdfValue) => readColourSpace(file, value, resources, depth + 1);
  switch (family) {
    case 'ICCBased':
      return iccSpace(file, array);
    case 'CalGray':
      return { kind: 'calgray', components: 1 };
    case 'CalRGB':
      return { kind: 'calrgb', components: 3 };
    case 'Lab':
      return { kind: 'lab', components: 3 };
    case 'Separation':
    case 'DeviceN':
      return separation(file, array, below(array[2]));
    case 'Indexed':
    case 'I':
      return indexed(file, array, below(array[1]));
    case 'Pattern':
      return array.length > 1
        ? { kind: 'pattern', components: 0, base: below(array[1]) }
        : { kind: 'pattern', components: 0 };
    default:
      return array.length === 1 && family ? below(array[0]) : unknown(family);
  }
}

function iccSpace(file: PdfFile, array: PdfArray): ColourSpace {
  const stream = file.resolve(array[1]);
  const count = numberOf(file.get(stream, 'N')) ?? 0;
  const components = PROFILE_CHANNELS.has(count) ? count : 0;
  const profile = isStream(stream) ? readIcc(file.data(stream).bytes) : undefined;
  return { kind: 'icc', components, ...(profile && { profile }) };
}

function separation(file: PdfFile, array: PdfArray, alternate: ColourSpace): Separation {
  const list = file.resolve(array[1]);
  const names = (isArray(list) ? list.slice(0, 100) : [list]).map((name) => nameOf(file.resolve(name)) ?? '');
  const tint = readFunction(file, array[3]);
  const colorants = file.get(array[4], 'Colorants');
  const described = names.filter((name) => file.get(colorants, name) !== undefined);
  const kind = isArray(list) ? 'devicen' : 'separation';
  return { kind, components: names.length, names, alternate, described, ...(tint && { tint }) };
}

function indexed(file: PdfFile, array: PdfArray, base: ColourSpace): Indexed {
  const lookup = file.resolve(array[3]);
  const table = isStream(lookup)
    ? file.data(lookup).bytes
    : isString(lookup)
      ? lookup.bytes
      : new Uint8Array();
  return { kind: 'indexed', components: 1, base, table };
}
