import type { Rect } from './geometry.ts';
import { bottomOf, overlap, rightOf, sharedHeight, sharedWidth } from './rects.ts';
import { TOLERANCE, type Pt } from './units.ts';

/** Legs with which the columns of a story end: those with no other leg of it below them. */
export function feetOf<Leg extends { readonly rect: Rect }>(legs: readonly Leg[]): readonly Leg[] {
  return legs.filter(({ rect }) => !legs.some((other) => isBelow(other.rect, rect)));
}

function isBelow(lower: Rect, upper: Rect): boolean {
  return lower.y > bottomOf(upper) - TOLERANCE && sharedWidth(lower, upper) > upper.width / 2;
}

/** Lines by which the feet of a story differ in what they leave empty: 0 when all columns end level. */
export function unevenFeet(feet: readonly { readonly room: number; readonly lines: number }[]): number {
  const empty = feet.map(({ room, lines }) => room - lines);
  return empty.length < 2 ? 0 : Math.max(...empty) - Math.min(...empty);
}

/** Lines that a leg of a story of several holds at least, and at most without a subhead, or the eye tires. */
export const LEG_LINES = { least: 5, most: 60 } as const;

/** The most lines of a leg without a subhead among them. */
export function longestRun({ lines, subheads }: LegLines): number {
  const ends = [0, ...subheads, lines].toSorted((one, other) => one - other);
  return Math.max(...ends.map((end, i) => end - (ends[i - 1] ?? 0)));
}

interface LegLines {
  readonly lines: number;
  /** Lines from the top at which subheads begin. */
  readonly subheads: readonly number[];
}

/** What the reader of a story must not be made to jump over, and how far apart neighbours stand. */
export interface Surroundings {
  readonly obstacles: readonly Rect[];
  /** Heads that stand within their text: the eye goes over them from column to column. */
  readonly bridges: readonly Rect[];
  readonly gutter: Pt;
}

/**
 * The turns of a story that the eye does not find, as the indices of the legs at which they end. Right is a turn to the
 * leg straight below, to the neighbour at the right, or back to the first leg of a new row that stands under the row just
 * read; and nothing of `obstacles` between.
 */
export function wrongTurns(legs: readonly Rect[], surroundings: Surroundings): readonly number[] {
  let row: Rect[] = legs.slice(0, 1);
  const wrong: number[] = [];
  for (const [index, leg] of legs.entries()) {
    const last = row.at(-1);
    if (index === 0 || !last) continue;
    // A column may be in pieces, above and below a picture: the next one stands beside any of them.
    const column = row.filter((one) => sharedWidth(one, last) > last.width / 2);
    const isBeside = column.some((one) => isNeighbour(one, leg, surroundings));
    const above = isBeside ? undefined : row.find((one) => isUnder(one, leg, surroundings));
    if (!isBeside && !above) wrong.push(index);
    if (isBeside || above === last) row.push(leg);
    else row = [leg];
  }
  return wrong;
}

/** A story as its reader goes through it. */
export interface ReadStory {
  readonly legs: readonly { readonly rect: Rect; readonly lines: number }[];
  /** The box of its head. */
  readonly head?: Rect;
  /** Whether the head stands over all of its text, not beside it or within. */
  readonly covers: boolean;
}

/**
 * `wrongTurns` of a story among others whose places are `foreign`, as the indices among its legs with lines. A leg counts
 * as far as its lines reach; a head over all of the text is not passed, one within it is gone over.
 */
export function wrongTurnsIn(
  { legs, head, covers }: ReadStory,
  foreign: readonly Rect[],
  { leading, gutter }: { readonly leading: Pt; readonly gutter: Pt },
): readonly number[] {
  const texts = legs.filter(({ lines }) => lines > 0).map((leg) => linesIn(leg, leading));
  const own = head ? [head] : [];
  const obstacles = covers ? [...foreign, ...own] : foreign;
  return wrongTurns(texts, { obstacles, bridges: covers ? [] : own, gutter });
}

/** What the lines of a leg take of its rectangle. */
export function linesIn({ rect, lines }: ReadStory['legs'][number], leading: Pt): Rect {
  return { ...rect, height: Math.min(rect.height, lines * leading) };
}

/** Beside the last leg at its right, without a column between, and at least partly at its height. */
function isNeighbour(last: Rect, leg: Rect, { obstacles, bridges, gutter }: Surroundings): boolean {
  const width = leg.x - rightOf(last);
  const height = sharedHeight(last, leg);
  if (width < -TOLERANCE || height <= TOLERANCE) return false;
  const between = { x: rightOf(last), y: Math.max(last.y, leg.y), width, height };
  const bridged = bridges.filter((bridge) => overlap(bridge, between));
  const gap = bridged.reduce((rest, bridge) => rest - bridge.width - gutter, width);
  return gap <= 2 * gutter + TOLERANCE && !obstacles.some((obstacle) => overlap(obstacle, between));
}

/** Under a leg, with no obstacle between; own pictures are none. */
function isUnder(above: Rect, leg: Rect, { obstacles }: Surroundings): boolean {
  const width = sharedWidth(above, leg);
  const height = leg.y - bottomOf(above);
  if (width <= TOLERANCE || height < -TOLERANCE) return false;
  const between = { x: Math.max(above.x, leg.x), y: bottomOf(above), width, height };
  return !obstacles.some((obstacle) => overlap(obstacle, between));
}
