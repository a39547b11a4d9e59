import { deflateSync } from 'node:zlib';
import type { Rect } from '../base/geometry.ts';
import type { PlainDictionary, PlainValue } from '../model/picture.ts';

/** The whole of a picture, as shares. */
export const ALL: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** Dots an inch of previews of drawings. */
export const PREVIEW_DPI = 150;

/** The entries of a stream's dictionary that tell of its filters, with its bytes. */
export interface StreamParts {
  readonly entries: PlainDictionary['entries'];
  readonly bytes: Uint8Array;
}

export function name(written: string): PlainValue {
  return { kind: 'name', name: written };
}

export function packed(bytes: Uint8Array): StreamParts {
  return { entries: [['Filter', name('FlateDecode')]], bytes: deflateSync(bytes, { level: 6 }) };
}
