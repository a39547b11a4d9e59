import type { Cells, NewsDesign } from '../../model/news.ts';
import type { Leg } from './pour.ts';
import type { StoryColumns } from './story-columns.ts';

/** A story has no leg of fewer lines than this, unless all its legs are so short. */
const LEAST_LINES = 3;

/**
 * The legs of a story in the order of reading: column by column from the left, each from its top, around what stands in
 * the way. `cells` are the rectangles of its outline, each under the one before it; obstacles are in columns and lines of
 * the story.
 */
export function legsOf(
  cells: readonly Cells[],
  columns: StoryColumns,
  obstacles: readonly Cells[],
  { grid }: NewsDesign,
): readonly Leg[] {
  const [first] = cells;
  if (!first) return [];
  const origin = grid.left + first.column * (grid.columnWidth + grid.gutter);
  const half = columns.inset / 2;
  const legs = columns.columns.flatMap(({ x, width, measure }, index): readonly Leg[] => {
    const own = columnIndex(index, columns, first.columns);
    const spans = spansOf(own, cells, first);
    const foot = Math.max(...spans.map(({ end }) => end)) - half;
    const inside = spans.map(({ start, end }) => ({ start: start + half, end: end - half }));
    const free = without(
      inside,
      obstacles.filter((other) => touches(own, other)),
      first.line + half,
    );
    return free.map(({ start, end }) => ({
      x: origin + x,
      width,
      measure,
      line: start,
      lines: end - start,
      foot: end === foot,
    }));
  });
  const least = Math.min(LEAST_LINES, Math.max(...legs.map(({ lines }) => lines)));
  return legs.filter(({ lines }) => lines >= least);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Basic columns of the story that a column of text stands over. */
interface Own {
  readonly first: number;
  readonly last: number;
}

function columnIndex(index: number, { columns, basic }: StoryColumns, count: number): Own {
  if (basic) return { first: index, last: index };
  return {
    first: Math.floor((index * count) / columns.length),
    last: Math.ceil(((index + 1) * count) / columns.length) - 1,
  };
}

function touches({ first, last }: Own, { column, columns }: Cells): boolean {
  return first < column + columns && last >= column;
}

/** Lines of the page that the outline has in these columns, rectangles under each other joined. */
function spansOf(own: Own, cells: readonly Cells[], first: Cells): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { column, columns, line, lines } of cells) {
    const from = column - first.column;
    if (own.first < from || own.last >= from + columns) continue;
    const last = spans.at(-1);
    if (last?.end === line) last.end = line + lines;
    else spans.push({ start: line, end: line + lines });
  }
  return spans;
}

function without(spans: readonly Span[], obstacles: readonly Cells[], top: number): readonly Span[] {
  let free = spans;
  for (const { line, lines } of obstacles) {
    const start = top + line;
    const end = start + lines;
    free = free.flatMap((span) => [
      { start: span.start, end: Math.min(span.end, start) },
      { start: Math.max(span.start, end), end: span.end },
    ]);
    free = free.filter((span) => span.end > span.start);
  }
  return [...free].sort((a, b) => a.start - b.start);
}
