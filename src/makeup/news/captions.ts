import type { Em, Pt } from '../../base/units.ts';
import { fits } from '../../base/units.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { Picture } from '../../model/story.ts';
import { indentOf, lineItems } from '../items.ts';
import { gridBaseline, linesOf, partStyle, type PartPlace } from './part.ts';

type Captioned = Pick<Picture, 'caption' | 'credit'>;

/** Body lines of the caption and the credit of a picture under it, `width` wide; 0 without words. */
export function captionLines(picture: Captioned, width: Pt, design: NewsDesign, composer: Composer): number {
  return setCaption(picture, width, design, composer).lines;
}

/**
 * The caption under its picture, one line of it on each body line; the credit at the right end of the last line where it
 * goes in, else at the right end of a line of its own.
 */
export function captionItems(
  picture: Captioned,
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const { caption, credit, lines } = setCaption(picture, place.width, design, composer);
  const { caption: style, credit: creditStyle } = design.styles;
  const words = caption.flatMap((line, row) =>
    lineItems(line, { ...style, x: place.x, y: gridBaseline(place, row, design), role: 'caption' }),
  );
  const names = credit.flatMap((line, row) => {
    const slack = place.width - line.width * creditStyle.size;
    const x = place.x + indentOf('end', slack);
    const y = gridBaseline(place, lines - credit.length + row, design);
    return lineItems(line, { ...creditStyle, x, y, role: 'caption' });
  });
  return [...words, ...names];
}

/** White between the end of a caption and the credit on its line, em of the credit. */
const BEFORE_CREDIT: Em = 1.5;

interface SetCaption {
  readonly caption: readonly TypeLine[];
  readonly credit: readonly TypeLine[];
  readonly lines: number;
}

function setCaption(picture: Captioned, width: Pt, design: NewsDesign, composer: Composer): SetCaption {
  const { caption: style, credit: creditStyle } = design.styles;
  const text = picture.caption;
  const caption = text
    ? linesOf(text, partStyle(style.face, 'justify', design), width / style.size, composer)
    : [];
  const credit = picture.credit
    ? linesOf(
        picture.credit,
        partStyle(creditStyle.face, 'start', design),
        width / creditStyle.size,
        composer,
      )
    : [];
  const last = caption.at(-1);
  const needed =
    (last?.width ?? 0) * style.size + ((credit[0]?.width ?? 0) + BEFORE_CREDIT) * creditStyle.size;
  const shared = last && credit.length === 1 && fits(needed, width) ? 1 : 0;
  return { caption, credit, lines: caption.length + credit.length - shared };
}
