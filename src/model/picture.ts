import type { Rect, Size } from '../base/geometry.ts';
import type { PlacedPicture } from './page.ts';

/** A picture ready to be written: upright, in the inks of the press, with no more pixels than its printed size needs. */
export type PictureContent = RasterContent | DrawnContent;

/** What pages show of their pictures, by place. A picture that could not be prepared is not among them. */
export type PictureContents = ReadonlyMap<PlacedPicture, PictureContent>;

interface Content {
  /** The part of the whole upright picture that it holds, as shares of its width and height. */
  readonly area: Rect;
  /** What a screen shows in its place; absent when nothing is to be shown. */
  readonly preview?: Preview;
}

export interface RasterContent extends Content {
  readonly kind: 'raster';
  /** Pixels. */
  readonly size: Size;
  /** Black alone, or all four process inks. */
  readonly inks: 'black' | 'process';
  readonly coding: 'jpeg' | 'flate';
  /** Whether 0 stands for full ink in a picture of process inks, as in the JPEG files of Adobe programs. */
  readonly inverted: boolean;
  readonly bytes: Uint8Array;
}

/** A drawing in operators of PDF, or a page of a PDF, with all that it needs. */
export interface DrawnContent extends Content {
  readonly kind: 'drawn';
  /** Its upright size in the units of its own space, whose origin is at the bottom left. */
  readonly size: Size;
  /** The first is the form; references count from 0. */
  readonly objects: readonly PlainObject[];
}

/** The whole content for a screen, sRGB. */
export interface Preview {
  readonly format: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** An object of a PDF as plain data: a stream where it has bytes, as they stand behind its filters. */
export interface PlainObject {
  readonly value: PlainValue;
  readonly stream?: Uint8Array;
}

export type PlainValue = number | boolean | undefined | readonly PlainValue[] | PlainToken | PlainDictionary;

export type PlainToken =
  /** As written in the file, `#` and two digits for odd signs. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'reference'; readonly index: number };

export interface PlainDictionary {
  readonly kind: 'dictionary';
  readonly entries: readonly (readonly [name: string, value: PlainValue])[];
}
