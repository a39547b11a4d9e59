import { BLACK } from '../../base/colour.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsDesign, PlannedHead } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { lineItems } from '../items.ts';
import { HAN_ASCENT, HAN_MIDDLE, linesFor, linesOf, partStyle, type PartPlace } from './part.ts';

/** Body lines of the points of a head over a width in points, in as many columns as suit it; 0 without points. */
export function summaryLines(
  head: Pick<PlannedHead, 'summary' | 'design'>,
  width: Pt,
  design: NewsDesign,
  composer: Composer,
): number {
  if (head.summary.length === 0) return 0;
  return linesFor(setSummary(head, width, design, composer).height, design);
}

/**
 * The points of a head (提要题), each with a square in the colour of the page, hanging by a character; in the middle of
 * their lines.
 */
export function summaryItems(
  head: Pick<PlannedHead, 'summary' | 'design'>,
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const set = setSummary(head, place.width, design, composer);
  const { size } = head.design.deck;
  const top = place.y + (place.lines * design.leading - set.height) / 2;
  return set.columns.flatMap(({ x, points }) => {
    let y = top + HAN_ASCENT * size;
    return points.flatMap((lines) => {
      const first = y;
      y += (lines.length * LEADING + BETWEEN) * size;
      return [
        squareItem(place.x + x, first, size, place),
        ...lines.flatMap((line, row) =>
          lineItems(line, {
            x: place.x + x + HANG * size,
            y: first + row * LEADING * size,
            size,
            colour: BLACK,
            role: 'deck',
          }),
        ),
      ];
    });
  });
}

/** Hang of the points, baseline to baseline, more white between points, and white between columns, em. */
const HANG: Em = 1;
const LEADING: Em = 1.3;
const BETWEEN: Em = 0.25;
const GAP: Em = 2;
/** Measure from which points stand in two columns, em. */
const TWO_COLUMNS: Em = 40;
/** Side of the square. */
const SQUARE: Em = 0.42;

interface SetSummary {
  readonly columns: readonly { readonly x: Pt; readonly points: readonly (readonly TypeLine[])[] }[];
  readonly height: Pt;
}

function setSummary(
  { summary, design: { deck } }: Pick<PlannedHead, 'summary' | 'design'>,
  width: Pt,
  design: NewsDesign,
  composer: Composer,
): SetSummary {
  const { face, size } = deck;
  const count = summary.length > 1 && width / size >= TWO_COLUMNS ? 2 : 1;
  const column = (width - (count - 1) * GAP * size) / count;
  const points = summary.map((text: Text) =>
    linesOf(text, partStyle(face, 'start', design), column / size - HANG, composer),
  );
  const turn = Math.ceil(points.length / count);
  const columns = Array.from({ length: count }, (_, index) => ({
    x: index * (column + GAP * size),
    points: points.slice(index * turn, (index + 1) * turn),
  }));
  return { columns, height: size * Math.max(...columns.map((one) => heightOf(one.points))) };
}

/** From the top of the first em box to the foot of the last, em. */
function heightOf(points: readonly (readonly TypeLine[])[]): Em {
  const lines = points.reduce((sum, point) => sum + point.length, 0);
  return lines === 0 ? 0 : 1 + (lines - 1) * LEADING + (points.length - 1) * BETWEEN;
}

function squareItem(x: Pt, baseline: Pt, size: Pt, { accent }: PartPlace): DisplayItem {
  const side = SQUARE * size;
  const y = baseline - HAN_MIDDLE * size - side / 2;
  return { kind: 'rect', role: 'decoration', fill: accent.fill, x, y, width: side, height: side };
}
