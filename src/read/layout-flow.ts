import type { Report } from '../base/diagnostic.ts';
import type { Pt } from '../base/units.ts';
import type { FlowColumn, Grid } from '../model/layout.ts';
import { refuse } from './define.ts';
import type { LayoutRecord } from './layout-definition.ts';
import { wholeUnits } from './lengths.ts';
import type { ColumnSpan } from './lengths.ts';

type BlocksRegion = NonNullable<LayoutRecord['regions']['blocks']>;

/**
 * The columns of the blocks from left to right: the grid's own, or merged and broken ones. *k* basic columns of *m*
 * characters with gutters *g* broken into *n* hold ⌊(km + (k−1)g − (n−1)g) / n⌋ characters each; what is left over goes
 * evenly into the gutters (trade formula of 合栏 and 破栏).
 */
export function flowOf(
  region: BlocksRegion | undefined,
  grid: Grid,
  size: Pt,
  report: Report,
): readonly FlowColumn[] {
  const parts = region?.columns?.value;
  if (!parts) {
    const span = region?.cols && clipped(region.cols.value, grid);
    if (region?.cols && !span) refuse(report, region.cols.range, 'cols', `1-${grid.columns}`);
    return basicColumns(span ?? { first: 1, last: grid.columns }, grid);
  }
  let reached = 0;
  const columns = parts.flatMap((part): readonly FlowColumn[] => {
    const span = clipped(part.cols.value, grid);
    if (!span || span.first <= reached) {
      refuse(report, part.cols.range, 'cols', `${reached + 1}-${grid.columns}`);
      return [];
    }
    reached = span.last;
    if (!part.break) return basicColumns(span, grid);
    const count = span.last - span.first + 1;
    const { columns: merged, into } = part.break.value;
    const broken = merged === count ? brokenColumns(span, into, grid, size) : [];
    if (broken.length === 0) refuse(report, part.break.range, 'break', `${count}破1–${count}破${count}`);
    return broken;
  });
  return columns.length > 0 ? columns : basicColumns({ first: 1, last: grid.columns }, grid);
}

function clipped(span: ColumnSpan | 'all', grid: Grid): ColumnSpan | undefined {
  if (span === 'all') return { first: 1, last: grid.columns };
  return span.last <= grid.columns ? span : undefined;
}

function columnLeft(column: number, { left, columnWidth, gutter }: Grid): Pt {
  return left + (column - 1) * (columnWidth + gutter);
}

function basicColumns({ first, last }: ColumnSpan, grid: Grid): readonly FlowColumn[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    x: columnLeft(first + index, grid),
    width: grid.columnWidth,
    measure: grid.measure,
  }));
}

/** Whole characters in each of `into` columns that so many basic ones are broken into. */
export function brokenMeasure(
  columns: number,
  into: number,
  { columnWidth, gutter }: Grid,
  size: Pt,
): number {
  const total = columns * columnWidth + (columns - 1) * gutter;
  return wholeUnits((total - (into - 1) * gutter) / into, size);
}

/** Empty when the columns would be narrower than two characters. */
function brokenColumns(
  { first, last }: ColumnSpan,
  into: number,
  grid: Grid,
  size: Pt,
): readonly FlowColumn[] {
  const count = last - first + 1;
  const total = count * grid.columnWidth + (count - 1) * grid.gutter;
  const measure = brokenMeasure(count, into, grid, size);
  if (measure < 2) return [];
  const width = measure * size;
  const gutter = into > 1 ? (total - into * width) / (into - 1) : 0;
  const left = columnLeft(first, grid);
  return Array.from({ length: into }, (_, index) => ({ x: left + index * (width + gutter), width, measure }));
}
