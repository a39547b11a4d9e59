import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { FontRole } from '../../model/face.ts';
import type { HeadingVariant } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsDesign, PlannedHead, SmallHeadDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { lineItems } from '../items.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Shop } from './flow.ts';
import { fittingSet, headingSets } from './heading-sets.ts';
import { allowedSizes } from './ladder.ts';

/** A head that runs down in a strip of whole columns beside its text. */
export interface VerticalOption {
  readonly cost: number;
  /** From right to left: kicker, main lines, deck (引题在右，副题在左). */
  readonly pieces: readonly VerticalPiece[];
  readonly size: Pt;
  readonly step: number;
  /** Width of all its lines, points. */
  readonly width: Pt;
}

interface VerticalPiece {
  readonly role: 'kicker' | 'headline' | 'deck';
  readonly face: FontRole;
  readonly size: Pt;
  readonly set: HeadingVariant;
  /** Axis to axis, as a factor of the size. */
  readonly leading: number;
}

/** Axis to axis of the lines of the head, and of kicker and deck, as factors of their sizes. */
const MAIN_PITCH = 1.25;
const SMALL_PITCH = 1.5;
/** Share of a strip's width, and of its height, that the head may fill; what looks full of the height. */
const FULL_WIDTH = 0.9;
const FULL_HEIGHT = 0.96;
const LOOKS_FULL = 0.66;

/** The best way to run a head down one basic column, so many body lines high with half a line of white at both ends. */
export function stripOption(head: PlannedHead, lines: number, shop: Shop): VerticalOption | undefined {
  const { grid, leading } = shop.design;
  return verticalOption(head, { width: grid.columnWidth, height: (lines - 1) * leading }, shop);
}

/** The best way to run a head down a strip; `undefined` when it does not go in. */
function verticalOption(
  head: PlannedHead,
  strip: { readonly width: Pt; readonly height: Pt },
  { composer, design: page }: Shop,
): VerticalOption | undefined {
  const { design, main, kicker, deck } = head;
  let best: VerticalOption | undefined;
  for (const [step, size] of uprightSizes(head, page).entries()) {
    for (let count = 1; count <= Math.min(2, design.lines.most); count += 1) {
      const set = composer.heading(main, design.face, count, 'vertical');
      if (!set) continue;
      const pieces: readonly VerticalPiece[] = [
        ...smallPiece('kicker', kicker, design.kicker, { height: strip.height, composer }),
        { role: 'headline', face: design.face, size, set, leading: MAIN_PITCH },
        ...smallPiece('deck', deck, design.deck, { height: strip.height, composer }),
      ];
      const width = pieces.reduce(
        (sum, piece) => sum + piece.set.lines.length * piece.size * piece.leading,
        0,
      );
      const height = Math.max(...pieces.map((piece) => piece.set.width * piece.size));
      if (width > strip.width * FULL_WIDTH || height > strip.height * FULL_HEIGHT) continue;
      const empty = Math.max(0, LOOKS_FULL - (set.width * size) / strip.height);
      const cost =
        NEWS_COSTS.uprightStep * step +
        NEWS_COSTS.headEmpty * empty * empty +
        NEWS_COSTS.uprightTurn * (count - 1);
      if (!best || cost < best.cost) best = { cost, pieces, size, step, width };
    }
  }
  return best;
}

/** A head that runs down stands alone in its strip: it may be larger than one across, down to the same least size. */
const LARGER = [1.7, 1.45, 1.2] as const;

function uprightSizes({ design }: PlannedHead, page: NewsDesign): readonly Pt[] {
  const sizes = allowedSizes(design.sizes, page);
  const [first = 1] = sizes;
  return [...LARGER.map((factor) => Math.round(first * factor)), ...sizes];
}

/** A kicker or deck beside the main lines, in one line or, where that would be too small, in two. */
function smallPiece(
  role: 'kicker' | 'deck',
  text: Text | undefined,
  { face, size: natural }: SmallHeadDesign,
  { height, composer }: { readonly height: Pt; readonly composer: Shop['composer'] },
): readonly VerticalPiece[] {
  if (!text) return [];
  const sizeOf = (set: HeadingVariant): Pt => Math.min(natural, (height * FULL_HEIGHT) / set.width);
  const sets = headingSets(text, { face, most: 2, direction: 'vertical' }, composer);
  const set = fittingSet(sets, (each) => sizeOf(each) >= natural * LEAST_SHRINK);
  return [{ role, face, size: sizeOf(set), set, leading: SMALL_PITCH }];
}

/** A kicker or deck shrinks to this share of its size before it takes two lines. */
const LEAST_SHRINK = 0.8;

/** The lines of a vertical head in the middle of its strip, in order of reading. */
export function verticalHeadItems(
  { pieces, width }: VerticalOption,
  { colour }: PlannedHead['design'],
  rect: Rect,
): readonly DisplayItem[] {
  let right = rect.x + (rect.width + width) / 2;
  const main = pieces.find(({ role }) => role === 'headline');
  const length = main ? main.set.width * main.size : 0;
  const top = rect.y + Math.min(rect.height - length, rect.height * HEAD_ROOM) / 2;
  return pieces.flatMap(({ role, size, set, leading }) =>
    set.lines.flatMap((line) => {
      right -= size * leading;
      const axis = right + (size * leading) / 2;
      const drop = role === 'headline' ? 0 : size;
      return lineItems(line, { x: axis, y: top + drop, size, colour, role });
    }),
  );
}

/** Share of the strip's height that may stay empty above and below a head in its middle. */
const HEAD_ROOM = 0.3;
