import { anyOverlap, cellsFromSpans, cellsOverlap } from '../base/cells.ts';
import type { Report } from '../base/diagnostic.ts';
import type { SourceRange } from '../base/source.ts';
import type { Grid } from '../model/layout.ts';
import type { Cells, NewsRegion } from '../model/news.ts';
import type { LayoutRecord } from './layout-definition.ts';
import { startOf } from './define.ts';
import { toPoints } from './lengths.ts';
import type { ColumnSpan, Yardstick } from './lengths.ts';

type Regions = LayoutRecord['regions'];
type Region = NonNullable<Regions['blocks']>;

/** Regions that a page of one story has; with `lines` or `shape` they are places for stories like any other. */
const STORY_PAGE_REGIONS = ['kicker', 'headline', 'deck', 'lead', 'byline', 'blocks'] as const;

interface Context {
  readonly grid: Grid;
  readonly body: Yardstick;
  /** Body lines that folio or masthead take from the top. */
  readonly head: number;
  readonly report: Report;
}

/**
 * The places of fixed geometry for stories and advertisements, in the order written. Lines count from the top of the type
 * area; what folio or masthead take of them is not the region's. Reports `missing-key` for a region without a place,
 * `region-outside` and `region-overlap`, and leaves such a region out.
 */
export function newsRegions({ regions }: LayoutRecord, context: Context): readonly NewsRegion[] {
  const shared = STORY_PAGE_REGIONS.flatMap((name): readonly [string, Region][] => {
    const region = regions[name];
    return region && (region.lines ?? region.shape) ? [[name, region]] : [];
  });
  const written = [...shared, ...regions.others]
    .toSorted(([, one], [, other]) => one.range.start - other.range.start)
    .flatMap(([name, region]) => regionOf(name, region, context) ?? []);
  return apart(written, context.report);
}

function regionOf(name: string, region: Region, context: Context): NewsRegion | undefined {
  const { range } = region;
  const cells = cellsOf(region, context);
  if (cells.length === 0) {
    const values = { key: 'lines' };
    context.report({ severity: 'error', code: 'missing-key', values, range: startOf(range) });
    return undefined;
  }
  const { grid } = context;
  const outside = cells.some(
    ({ column, columns, line, lines }) =>
      column + columns > grid.columns || line < 0 || line + lines > grid.lines,
  );
  const below = cells.flatMap((one) => belowHead(one, context.head));
  if (outside || below.length === 0) return tell('region-outside', { name }, range, context.report);
  return { name, cells: below, use: region.for?.value ?? 'stories', range };
}

/** The rectangles of a region: its shape, its lines, or a height at the head or the foot of the page. */
function cellsOf(region: Region, { grid, body }: Context): readonly Cells[] {
  const { shape, cols, lines, height, at } = region;
  const spanOf = (span: ColumnSpan | 'all') => (span === 'all' ? { first: 1, last: grid.columns } : span);
  if (shape) return shape.value.map((part) => cellsFromSpans(spanOf(part.cols.value), part.lines.value));
  const columns = spanOf(cols?.value ?? 'all');
  if (lines) return [cellsFromSpans(columns, lines.value)];
  if (!height || !at) return [];
  const count = Math.max(1, Math.round(toPoints(height.value, body) / body.line));
  const first = at.value === 'head' ? 1 : grid.lines - count + 1;
  return [cellsFromSpans(columns, { first, last: first + count - 1 })];
}

function belowHead(cells: Cells, head: number): readonly Cells[] {
  const cut = Math.max(0, head - cells.line);
  return cut >= cells.lines ? [] : [{ ...cells, line: cells.line + cut, lines: cells.lines - cut }];
}

/** The regions without those that lie over an earlier one, or over themselves. */
function apart(regions: readonly NewsRegion[], report: Report): readonly NewsRegion[] {
  const kept: NewsRegion[] = [];
  for (const region of regions) {
    const own = anyOverlap(region.cells);
    const other = kept.find(({ cells }) =>
      cells.some((one) => region.cells.some((two) => cellsOverlap(one, two))),
    );
    const { name, range } = region;
    if (own) tell('region-overlap', { name, other: name }, range, report);
    else if (other) tell('region-overlap', { name, other: other.name }, range, report);
    else kept.push(region);
  }
  return kept;
}

function tell(
  code: 'region-outside' | 'region-overlap',
  values: Readonly<Record<string, string>>,
  range: SourceRange,
  report: Report,
): undefined {
  report({ severity: 'error', code, values, range });
  return undefined;
}
