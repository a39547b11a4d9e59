import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { PlannedHead, PlannedStory } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { centredBaseline, indentOf, lineItems } from '../items.ts';
import { bylineItems, bylineRows } from './byline-rows.ts';
import type { Shop } from './flow.ts';
import { type HeadingPiece, type HeadOption } from './head.ts';
import { summaryItems } from './summary.ts';

/** Shares of the white of a head above its first piece and below its last; what is left stands between its pieces. */
const ABOVE = 0.36;
const BELOW = 0.44;
const ABOVE_ALONE = 0.45;

/** The pieces of a head in its rectangle of whole body lines, the byline on the last of them. */
export function headItems(
  story: PlannedStory,
  option: HeadOption,
  rect: Rect,
  shop: Shop,
): readonly DisplayItem[] {
  const { leading } = shop.design;
  const { head } = story;
  const room = rect.height - option.byline * leading;
  return [
    ...(head ? stackedItems(head, option, { ...rect, height: room }, shop) : []),
    ...(option.byline > 0
      ? bylineItems(
          bylineRows(story, rect.width, shop),
          { ...rect, top: rect.y + room },
          head?.design.align ?? 'start',
          shop,
        )
      : []),
  ];
}

function stackedItems(
  head: PlannedHead,
  { pieces, ink }: HeadOption,
  rect: Rect,
  { design, composer, accent }: Shop,
): readonly DisplayItem[] {
  const white = rect.height - ink;
  const joints = pieces.length - 1;
  const above = white * (joints > 0 ? ABOVE : ABOVE_ALONE);
  const between = joints > 0 ? (white * (1 - ABOVE - BELOW)) / joints : 0;
  const items: DisplayItem[] = [];
  let y = rect.y + above;
  for (const piece of pieces) {
    const place = { ...rect, y };
    items.push(
      ...(piece.kind === 'summary'
        ? summaryItems(head, { ...place, lines: piece.lines, accent }, design, composer)
        : pieceItems(piece, place, head.design)),
    );
    y += piece.height + between;
  }
  return items;
}

function pieceItems(
  { role, size, set, leading }: HeadingPiece,
  { x, y, width }: Rect,
  { align, colour }: PlannedHead['design'],
): readonly DisplayItem[] {
  return set.lines.flatMap((line, row) => {
    const left = x + indentOf(align, width - line.width * size);
    const baseline: Pt = centredBaseline(y + row * size * leading, size, size);
    return lineItems(line, { x: left, y: baseline, size, colour, role });
  });
}
