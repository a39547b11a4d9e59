import type { Pt } from '../../base/units.ts';
import type { TypeLine } from '../../model/galley.ts';
import type { NewsDesign, PlannedPicture } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { cheapest } from '../cheapest.ts';
import { lineItems } from '../items.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Shop } from './flow.ts';
import { allowedCrop, rungWeight } from './ladder.ts';

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
  const [least, most] = picture.crop ?? allowedCrop(design);
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

const CAPTION_LEADING = 1.3;
const OVER_CAPTION: Pt = 3;

interface Caption {
  readonly lines: readonly {
    readonly line: TypeLine;
    readonly size: Pt;
    readonly x: Pt;
    readonly row: number;
  }[];
  readonly rows: number;
}

/** Caption and credit: the credit at the end of the last line where it goes in, else on a line of its own. */
function captionOf({ caption, credit }: PlannedPicture, width: Pt, { design, composer }: Shop): Caption {
  const { caption: style, credit: small } = design.styles;
  const measure = Math.floor(width / style.size + 1e-6);
  const setting = { ...captionSetting(design) };
  const lines = caption
    ? cheapest(
        composer.paragraph(caption, { plain: style.face, strong: style.face, setting }, [
          { measure, lines: Infinity },
        ]),
      ).lines
    : [];
  const set = lines.map((line, row) => ({ line, size: style.size, x: 0, row }));
  if (!credit) return { lines: set, rows: lines.length };
  const line = composer.line(credit, small.face);
  const last = lines.at(-1);
  const free = width - (last ? last.width * style.size + style.size : 0);
  const ownRow = last !== undefined && line.width * small.size > free;
  const row = Math.max(0, lines.length - 1) + (ownRow ? 1 : 0);
  return {
    lines: [...set, { line, size: small.size, x: width - line.width * small.size, row }],
    rows: row + 1,
  };
}

const flush = new WeakMap<NewsDesign, NewsDesign['text']>();

function captionSetting(design: NewsDesign): NewsDesign['text'] {
  const known = flush.get(design) ?? { ...design.text, indent: 0 };
  flush.set(design, known);
  return known;
}

export function captionHeight(picture: PlannedPicture, width: Pt, shop: Shop): Pt {
  const { rows } = captionOf(picture, width, shop);
  return rows === 0 ? 0 : OVER_CAPTION + rows * shop.design.styles.caption.size * CAPTION_LEADING;
}

/** Caption and credit under a picture whose foot is at `y`. */
export function captionItems(
  picture: PlannedPicture,
  { x, y, width }: { readonly x: Pt; readonly y: Pt; readonly width: Pt },
  shop: Shop,
): readonly DisplayItem[] {
  const { caption } = shop.design.styles;
  return captionOf(picture, width, shop).lines.flatMap(({ line, size, x: dx, row }) => {
    const baseline = y + OVER_CAPTION + caption.size * (0.88 + row * CAPTION_LEADING);
    return lineItems(line, { x: x + dx, y: baseline, size, colour: caption.colour, role: 'caption' });
  });
}
