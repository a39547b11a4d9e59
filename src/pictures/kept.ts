import { createHash } from 'node:crypto';
import type { PlacedPicture } from '../model/page.ts';
import type { RasterContent } from '../model/picture.ts';
import type { PreparedRaster, RasterTools } from './raster.ts';

/** Where prepared pictures are kept between calls, by a name that stands for everything that made them. */
export interface PictureStore {
  get(name: string): Uint8Array | undefined;
  put(name: string, bytes: Uint8Array): void;
}

/** Counts up when the same file and size give other bytes. */
const EDITION = 1;

/** The name of a prepared picture: a digest of the file, its place, its size and the press. */
export function keptName(bytes: Uint8Array, item: PlacedPicture, { press, resolution }: RasterTools): string {
  const settings = JSON.stringify([EDITION, placeKey(item), press.most, resolution]);
  const hash = createHash('sha256').update(settings).update(press.profile.bytes).update(bytes);
  return hash.digest('hex');
}

/** Which part of its file a picture shows, and how large: thousandths of a point tell no two apart. */
export function placeKey({ x, y, width, height, whole }: PlacedPicture): readonly string[] {
  const lengths = [x - whole.x, y - whole.y, width, height, whole.width, whole.height];
  return lengths.map((length) => length.toFixed(3));
}

type Head = Omit<PreparedRaster, 'content'> & {
  readonly content: Omit<RasterContent, 'bytes' | 'preview'>;
  readonly lengths: readonly [bytes: number, preview: number];
};

/** A prepared picture as one file: the length of its head, the head, the picture, the preview. */
export function keptBytes({ content: { bytes, preview, ...content }, ...rest }: PreparedRaster): Uint8Array {
  const shown = preview?.bytes ?? new Uint8Array();
  const head: Head = { ...rest, content, lengths: [bytes.length, shown.length] };
  const told = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(told.length);
  return Buffer.concat([length, told, bytes, shown]);
}

/** What `keptBytes` wrote; `undefined` for anything else, a file cut short for instance. */
export function fromKept(file: Uint8Array): PreparedRaster | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 4) return undefined;
  const start = 4 + bytes.readUInt32BE(0);
  const head = headOf(bytes.toString('utf8', 4, start));
  if (!head || bytes.length !== start + head.lengths[0] + head.lengths[1]) return undefined;
  const { content, lengths, ...rest } = head;
  const middle = start + lengths[0];
  const preview = { format: 'image/jpeg', bytes: new Uint8Array(bytes.subarray(middle)) } as const;
  const picture = new Uint8Array(bytes.subarray(start, middle));
  return { ...rest, content: { ...content, bytes: picture, ...(lengths[1] > 0 && { preview }) } };
}

function headOf(text: string): Head | undefined {
  try {
    return JSON.parse(text) as Head;
  } catch {
    return undefined;
  }
}
