import type { Pt } from '../../base/units.ts';
import type { NewsDesign, PlannedPicture } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { captionItems, captionLines } from './captions.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Shop } from './flow.ts';
import { rungWeight } from './ladder.ts';

/** A picture over so many columns in so many body lines, its caption and the white under it included. */
export interface PictureOption {
  readonly lines: number;
  /** Height of what shows of it. */
  readonly height: Pt;
  /** Change of height against the whole picture at this width, as a share. */
  readonly change: number;
  readonly cost: number;
}

/** White under a picture and its caption, in body lines. */
const UNDER = 0.55;

/** The heights that a picture may have at this width, fewest lines first: those of whole lines within its crop. */
export function pictureOptions(picture: PlannedPicture, width: Pt, shop: Shop): readonly PictureOption[] {
  const { design } = shop;
  const { leading } = design;
  const natural = (width * picture.size.height) / picture.size.width;
  const fixed = topOf(design) + captionHeight(picture, width, shop) + UNDER * leading;
  const [least, most] = picture.crop ?? design.pictures.crop;
  const weight = NEWS_COSTS.pictureHeight * rungWeight(design, 'picture-height');
  const half = leading / 2 / natural;
  const range = { least: Math.min(least, -half), most: Math.max(most, half) };
  const options: PictureOption[] = [];
  const first = Math.ceil((fixed + natural * (1 + range.least)) / leading - 1e-6);
  const last = Math.floor((fixed + natural * (1 + range.most)) / leading + 1e-6);
  for (let lines = first; lines <= last; lines += 1) {
    const height = lines * leading - fixed;
    const change = height / natural - 1;
    const limit = change < 0 ? -range.least : range.most;
    options.push({ lines, height, change, cost: weight * (change / limit) ** 2 });
  }
  return options;
}

/** Distance of the top of a picture from that of its first body line: level with the em boxes beside it. */
export function topOf({ leading, size }: NewsDesign): Pt {
  return (leading - size) / 2;
}

/** White between a picture and its caption, points. */
const OVER_CAPTION: Pt = 1.5;

/** Height of caption and credit with the white over them, points. */
export function captionHeight(picture: PlannedPicture, width: Pt, { design, composer }: Shop): Pt {
  const lines = captionLines(picture, width, design, composer);
  return lines === 0 ? 0 : OVER_CAPTION + lines * design.leading;
}

/** Caption and credit under a picture whose foot is at `y`. */
export function captionAt(
  picture: PlannedPicture,
  { x, y, width }: { readonly x: Pt; readonly y: Pt; readonly width: Pt },
  { design, composer, accent }: Shop,
): readonly DisplayItem[] {
  const lines = captionLines(picture, width, design, composer);
  return captionItems(picture, { x, y: y + OVER_CAPTION, width, lines, accent }, design, composer);
}
