import type { SourceRange } from '../../base/source.ts';
import type { Cells } from '../../model/news.ts';
import type { Wish, Zone } from '../../model/story.ts';
import type { SetStory } from './set-story.ts';

/** A wish of the desk that a story did not get. */
export interface MissedWish {
  readonly wish: keyof Wish;
  readonly range: SourceRange;
  readonly asked: string | number;
}

/** What a story asked for and did not get where all stories stand so. */
export function missedWishes(set: SetStory, sets: readonly SetStory[]): readonly MissedWish[] {
  const { zone, columns, lines, with: beside, apartFrom } = set.kit.story.wish;
  const [first] = set.cells;
  if (!first) return [];
  const depth = set.cells.reduce((sum, cells) => sum + cells.lines, 0);
  const missed: MissedWish[] = [];
  if (zone && !standsIn(zone.value, first, areaOf(sets)))
    missed.push({ wish: 'zone', range: zone.range, asked: zone.value });
  if (columns && columns.value !== first.columns) {
    missed.push({ wish: 'columns', range: columns.range, asked: columns.value });
  }
  if (lines && lines.value !== depth) missed.push({ wish: 'lines', range: lines.range, asked: lines.value });
  if (beside && !touches(set, named(beside.value, sets))) {
    missed.push({ wish: 'with', range: beside.range, asked: beside.value });
  }
  if (apartFrom && touches(set, named(apartFrom.value, sets))) {
    missed.push({ wish: 'apartFrom', range: apartFrom.range, asked: apartFrom.value });
  }
  return missed;
}

function named(id: string, sets: readonly SetStory[]): SetStory | undefined {
  return sets.find(({ kit }) => kit.story.id === id);
}

/** The rectangle round all stories. */
function areaOf(sets: readonly SetStory[]): Cells {
  const cells = sets.flatMap((set) => set.cells);
  const column = Math.min(...cells.map((each) => each.column));
  const line = Math.min(...cells.map((each) => each.line));
  return {
    column,
    line,
    columns: Math.max(...cells.map((each) => each.column + each.columns)) - column,
    lines: Math.max(...cells.map((each) => each.line + each.lines)) - line,
  };
}

/**
 * Whether a place stands in a zone: top and bottom are edges of the page, left and right its halves by the middle of the
 * place, and `middle` is the middle half of its height.
 */
export function standsIn(zone: Zone, place: Cells, area: Cells): boolean {
  const across = (place.column + place.columns / 2 - area.column) / area.columns;
  const down = (place.line + place.lines / 2 - area.line) / area.lines;
  const top = place.line === area.line;
  const bottom = place.line + place.lines >= area.line + area.lines;
  switch (zone) {
    case 'top':
      return top;
    case 'bottom':
      return bottom;
    case 'left':
      return across <= 0.5;
    case 'right':
      return across >= 0.5;
    case 'middle':
      return down > 0.25 && down < 0.75;
    case 'top-left':
      return top && across <= 0.5;
    case 'top-right':
      return top && across >= 0.5;
    case 'bottom-left':
      return bottom && across <= 0.5;
    case 'bottom-right':
      return bottom && across >= 0.5;
  }
}

/** Whether two stories stand side by side or above each other with nothing but white between. */
function touches(one: SetStory, other: SetStory | undefined): boolean {
  if (!other) return false;
  return one.cells.some((a) =>
    other.cells.some((b) => {
      const across = a.column < b.column + b.columns && b.column < a.column + a.columns;
      const down = a.line < b.line + b.lines && b.line < a.line + a.lines;
      const beside = a.column + a.columns === b.column || b.column + b.columns === a.column;
      const stacked =
        Math.abs(a.line + a.lines - b.line) <= NEAR || Math.abs(b.line + b.lines - a.line) <= NEAR;
      return (across && stacked) || (down && beside);
    }),
  );
}

/** Lines of white that still count as next to each other. */
const NEAR = 3;
