import { BLACK } from '../../base/colour.ts';
import type { Cells, NewsPlan, PlannedAdvert } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { lineItems } from '../items.ts';
import type { Shop } from './flow.ts';
import { rectOf } from './story-columns.ts';

export interface AdvertOnPage {
  readonly advert: PlannedAdvert;
  readonly cells: Cells;
}

/** The advertisements with the places of their size. */
export function advertsOnPage({ adverts }: NewsPlan, places: readonly Cells[]): readonly AdvertOnPage[] {
  const free = [...places];
  return adverts.flatMap((advert) => {
    const at = free.findIndex(({ columns, lines }) => columns === advert.columns && lines === advert.lines);
    const [cells] = at < 0 ? [] : free.splice(at, 1);
    return cells ? [{ advert, cells }] : [];
  });
}

/** Advertisements for which the page has no place of their size. */
export function advertsWithoutPlace(plan: NewsPlan, places: readonly Cells[]): readonly PlannedAdvert[] {
  const placed = new Set(advertsOnPage(plan, places).map(({ advert }) => advert));
  return plan.adverts.filter((advert) => !placed.has(advert));
}

/** Whether an advertisement stands at the edges of the page that its anchor names. */
export function isAnchored(
  { advert, cells }: AdvertOnPage,
  { grid }: NewsPlan['design'],
  foot: number,
): boolean {
  const { anchor } = advert;
  const atFoot = cells.line + cells.lines >= foot;
  const atRight = cells.column + cells.columns >= grid.columns;
  if (anchor === 'bottom') return atFoot;
  if (anchor === 'bottom-left') return atFoot && cells.column === 0;
  return anchor === 'bottom-right' ? atFoot && atRight : !atFoot && atRight;
}

/** Weight of the frame of an advertisement, points. */
const FRAME = 0.5;

/** The word that the law asks for (广告法, art. 14). */
const WORD = '广告';

/** The advertisement in its frame, with the word 广告 at its upper right. */
export function advertItems(
  { advert, cells }: AdvertOnPage,
  { design, composer }: Shop,
): readonly DisplayItem[] {
  const rect = rectOf(cells, design);
  const { face, size, colour } = design.styles.advert;
  const word = composer.line(WORD, face);
  const width = word.width * size;
  const tab = {
    x: rect.x + rect.width - width - 0.8 * size,
    y: rect.y,
    width: width + 0.8 * size,
    height: 1.5 * size,
  };
  const line = { kind: 'rect', role: 'decoration', fill: BLACK } as const;
  return [
    {
      kind: 'picture',
      role: 'advertisement',
      file: advert.file.value,
      ...rect,
      whole: rect,
      ...(advert.alt && { alt: advert.alt.characters }),
      origin: advert.file.range,
    },
    { ...line, ...rect, height: FRAME },
    { ...line, ...rect, y: rect.y + rect.height - FRAME, height: FRAME },
    { ...line, ...rect, width: FRAME },
    { ...line, ...rect, x: rect.x + rect.width - FRAME, width: FRAME },
    { kind: 'rect', role: 'decoration', fill: { c: 0, m: 0, y: 0, k: 0 }, ...tab },
    ...lineItems(word, { x: tab.x + 0.4 * size, y: tab.y + 1.1 * size, size, colour, role: 'advertisement' }),
  ];
}
