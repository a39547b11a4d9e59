import type { Rect, Size } from '../base/geometry.ts';
import { INCH } from '../base/units.ts';
import type { PlacedPicture } from '../model/page.ts';

/** Pixels an inch in print: where a picture has more than `above`, it is brought down to `to`. */
export interface Resolution {
  readonly above: number;
  readonly to: number;
}

/**
 * Newsprint is screened at 85 lines an inch; twice that is enough, 300 is the most that makes sense (house rules of
 * newspapers ask for 170 to 200).
 */
export const NEWSPRINT: Resolution = { above: 300, to: 250 };

/** What is taken of a picture, and how many pixels are made of it. */
export interface Window {
  /** Pixels of the upright picture, whole ones. */
  readonly taken: Rect;
  readonly made: Size;
  /** The part of the whole picture, as shares. */
  readonly area: Rect;
}

/** The whole pixels that show of a picture, and the pixels that its printed size needs. */
export function windowOf(item: PlacedPicture, { width, height }: Size, { above, to }: Resolution): Window {
  const { whole } = item;
  const [left, right] = span(item.x - whole.x, item.width, width / whole.width, width);
  const [top, bottom] = span(item.y - whole.y, item.height, height / whole.height, height);
  const taken = { x: left, y: top, width: right - left, height: bottom - top };
  const dpi = Math.max(width / whole.width, height / whole.height) * INCH;
  const scaled = (length: number) => (dpi > above ? Math.max(1, Math.ceil((length * to) / dpi)) : length);
  return {
    taken,
    made: { width: scaled(taken.width), height: scaled(taken.height) },
    area: {
      x: left / width,
      y: top / height,
      width: taken.width / width,
      height: taken.height / height,
    },
  };
}

/** First pixel of a stretch and the one behind its last; never none. */
function span(start: number, length: number, scale: number, most: number): readonly [number, number] {
  const nearly = 1e-6;
  const first = Math.min(most - 1, Math.max(0, Math.floor(start * scale + nearly)));
  const last = Math.min(most, Math.ceil((start + length) * scale - nearly));
  return [first, Math.max(first + 1, last)];
}
