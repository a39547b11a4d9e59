import type { Rect } from '../base/geometry.ts';
import type { PlacedPicture } from '../model/page.ts';
import type {
  DrawnContent,
  PictureContent,
  PictureContents,
  PlainValue,
  RasterContent,
} from '../model/picture.ts';
import type { PdfDocument, PdfReference } from './pdf-document.ts';
import type { Sheet } from './pdf-sheet.ts';
import { shownRect } from './shown-rect.ts';

/** The pictures of a file with their names; what stands in several places is one. */
export interface PictureCollection {
  /** Name and content of a picture from its first use on; `undefined` when there is no content. */
  of(item: PlacedPicture): NamedPicture | undefined;
  /** In order of first use. */
  contents(): readonly PictureContent[];
}

export interface NamedPicture {
  readonly name: string;
  readonly content: PictureContent;
}

export function collectPictures(given: PictureContents): PictureCollection {
  const names = new Map<PictureContent, string>();
  return {
    of: (item) => {
      const content = given.get(item);
      if (!content) return undefined;
      const name = names.get(content) ?? nameOf(names.size);
      names.set(content, name);
      return { name, content };
    },
    contents: () => [...names.keys()],
  };
}

function nameOf(index: number): string {
  return `Im${index + 1}`;
}

type Placing = Sheet['place'];

/** The operators that paint a picture within its rectangle; without content, the place crossed out in black. */
export function drawPicture(item: PlacedPicture, named: NamedPicture | undefined, place: Placing): string {
  const box = rectangle(item, place);
  if (!named) return crossedOut(item, place);
  const { name, content } = named;
  const shown = shownRect(item, content);
  const space = content.kind === 'raster' ? { width: 1, height: 1 } : content.size;
  const [x, y] = place(shown.x, shown.y + shown.height);
  const scale = [shown.width / space.width, 0, 0, shown.height / space.height].map(fine).join(' ');
  return `q ${box} re W n ${scale} ${x} ${y} cm /${name} Do Q`;
}

function rectangle({ x, y, width, height }: Rect, place: Placing): string {
  const [left, bottom] = place(x, y + height);
  return [left, bottom, fine(width), fine(height)].join(' ');
}

/** Scales are multiplied by sizes of a thousand points and more. */
function fine(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}

function crossedOut(item: PlacedPicture, place: Placing): string {
  const [left, bottom] = place(item.x, item.y + item.height);
  const [right, top] = place(item.x + item.width, item.y);
  const cross = `${left} ${bottom} m ${right} ${top} l ${left} ${top} m ${right} ${bottom} l`;
  return `q 0 0 0 1 K 0.5 w ${rectangle(item, place)} re ${cross} S Q`;
}

/** Writes the pictures, by name. */
export function addPictures(
  document: PdfDocument,
  pictures: PictureCollection,
): ReadonlyMap<string, PdfReference> {
  return new Map(
    pictures
      .contents()
      .map((content, index) => [
        nameOf(index),
        content.kind === 'raster' ? addRaster(document, content) : addDrawn(document, content),
      ]),
  );
}

function addRaster(document: PdfDocument, content: RasterContent): PdfReference {
  const { size, inks, coding, inverted, bytes } = content;
  const dictionary = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: size.width,
    Height: size.height,
    ColorSpace: inks === 'black' ? 'DeviceGray' : 'DeviceCMYK',
    BitsPerComponent: 8,
    Filter: coding === 'jpeg' ? 'DCTDecode' : 'FlateDecode',
    ...(inverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  };
  return document.add(dictionary, bytes);
}

/** Writes a form and what it refers to, the references turned into those of this file. */
function addDrawn(document: PdfDocument, { objects }: DrawnContent): PdfReference {
  const promised = objects.map(() => document.promise());
  const written = (value: PlainValue): unknown => {
    if (typeof value !== 'object') return value;
    if (!('kind' in value)) return value.map(written);
    switch (value.kind) {
      case 'name':
        return value.name;
      case 'string':
        return Buffer.from(value.bytes);
      case 'reference':
        return promised[value.index]?.reference;
      case 'dictionary':
        return Object.fromEntries(value.entries.map(([key, entry]) => [key, written(entry)]));
    }
  };
  objects.forEach(({ value, stream }, index) => promised[index]?.fulfil(written(value), stream));
  const [form] = promised;
  if (!form) throw new Error('a drawing without a form');
  return form.reference;
}

/** What tells one content from another. */
export function bytesOf(content: PictureContent): Uint8Array {
  if (content.kind === 'raster') return content.bytes;
  const streams = content.objects.map(({ stream }) => stream ?? new Uint8Array());
  return Buffer.concat([Buffer.from(JSON.stringify(content.objects.map(({ value }) => value))), ...streams]);
}
