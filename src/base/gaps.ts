import type { Rect } from './geometry.ts';
import { bottomOf, rightOf } from './rects.ts';
import { TOLERANCE, type Pt } from './units.ts';

/** A straight white gap: of a horizontal one `from` and `to` are its y, `start` and `end` its x; the reverse of a vertical. */
export interface StraightGap {
  readonly direction: 'horizontal' | 'vertical';
  readonly from: Pt;
  readonly to: Pt;
  readonly start: Pt;
  readonly end: Pt;
}

/** The part of the area that a straight gap must cross. */
const THROUGH = 0.9;

/**
 * Straight lines through at least nine tenths of the area, across or down, that cross no block and part stories from
 * stories. Each block is the list of the rectangles of a story (several for an L); `others` (advertisements, pictures of
 * no story) stand in the way of a line and part nothing. Lines that lie beside each other are told as one gap.
 */
export function straightGaps(
  stories: readonly (readonly Rect[])[],
  others: readonly Rect[],
  area: Rect,
): readonly StraightGap[] {
  return (['horizontal', 'vertical'] as const).flatMap((direction) => {
    const turned = direction === 'horizontal' ? lying : standing;
    const blocks = stories.map((story) => story.map(turned));
    const bands = bandsThrough(blocks, others.map(turned), turned(area));
    return bands.map((band) => ({ direction, ...band }));
  });
}

/** A rectangle as seen by a line: `from` and `to` across the line, `start` and `end` along it. */
interface Span {
  readonly from: Pt;
  readonly to: Pt;
  readonly start: Pt;
  readonly end: Pt;
}

const lying = (rect: Rect): Span => ({
  from: rect.y,
  to: bottomOf(rect),
  start: rect.x,
  end: rightOf(rect),
});
const standing = (rect: Rect): Span => ({
  from: rect.x,
  to: rightOf(rect),
  start: rect.y,
  end: bottomOf(rect),
});

type Interval = Pick<Span, 'start' | 'end'>;

function bandsThrough(
  stories: readonly (readonly Span[])[],
  others: readonly Span[],
  area: Span,
): readonly Span[] {
  const blocks = [...stories, ...others.map((span) => [span])];
  const bands: Span[] = [];
  for (const [from, to] of placesIn(blocks.flat(), area)) {
    const place = (from + to) / 2;
    const free = longestFree(
      blocks.flatMap((block) => blockedBy(block, place)),
      area,
    );
    const isThrough = free.end - free.start >= THROUGH * (area.end - area.start) - TOLERANCE;
    if (!isThrough || !parts(stories, place, free)) continue;
    const last = bands.at(-1);
    if (last && from <= last.to + TOLERANCE) bands[bands.length - 1] = joined(last, { from, to, ...free });
    else bands.push({ from, to, ...free });
  }
  return bands;
}

/** Every edge of a block, and every stretch between two edges. */
function placesIn(spans: readonly Span[], { from, to }: Span): readonly (readonly [Pt, Pt])[] {
  const edges = spans
    .flatMap((span) => [span.from, span.to])
    .filter((edge) => edge > from - TOLERANCE && edge < to + TOLERANCE)
    .toSorted((left, right) => left - right)
    .filter((edge, i, all) => i === 0 || edge - all[i - 1]! > TOLERANCE);
  return edges.flatMap((edge, i): readonly (readonly [Pt, Pt])[] => {
    const next = edges[i + 1];
    return next === undefined
      ? [[edge, edge]]
      : [
          [edge, edge],
          [edge, next],
        ];
  });
}

/** What a block covers of a line at `place`; between two rectangles of one story the line crosses the story, too. */
function blockedBy(block: readonly Span[], place: Pt): readonly Interval[] {
  const crossed = block.filter(({ from, to }) => from < place - TOLERANCE && to > place + TOLERANCE);
  const before = block.filter(({ to }) => to <= place + TOLERANCE);
  const behind = block.filter(({ from }) => from >= place - TOLERANCE);
  const bridges = before.flatMap((one) => behind.map((other) => shared(one, other)));
  return [...crossed, ...bridges].filter(({ start, end }) => end - start > TOLERANCE);
}

function shared(one: Interval, other: Interval): Interval {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
}

function longestFree(blocked: readonly Interval[], area: Interval): Interval {
  let longest: Interval = { start: area.start, end: area.start };
  let start = area.start;
  const inOrder = blocked.toSorted((left, right) => left.start - right.start);
  for (const block of [...inOrder, { start: area.end, end: area.end }]) {
    const end = Math.min(block.start, area.end);
    if (end - start > longest.end - longest.start) longest = { start, end };
    start = Math.max(start, block.end);
  }
  return longest;
}

/** Whether stories stand on both sides of a free line. */
function parts(stories: readonly (readonly Span[])[], place: Pt, free: Interval): boolean {
  const near = stories.flat().filter((span) => {
    const { start, end } = shared(span, free);
    return end - start > TOLERANCE;
  });
  const isBefore = near.some(({ to }) => to <= place + TOLERANCE);
  return isBefore && near.some(({ from }) => from >= place - TOLERANCE);
}

function joined(one: Span, other: Span): Span {
  return { from: one.from, to: Math.max(one.to, other.to), ...shared(one, other) };
}
