import type { Em, Pt } from '../../base/units.ts';
import type { DisplayItem } from '../../model/page.ts';
import {
  block,
  fills,
  FIGURES,
  pens,
  isLineChart,
  LABEL_LEADING,
  LABEL_SIZE,
  type ChartDesk,
} from './chart-desk.ts';
import { labelled, rowItems, scaledRow, setRow, type Row } from './row.ts';

/** Names of the series with their samples, and the unit, in rows over a width. */
export interface Legend {
  readonly names: readonly {
    readonly series: number;
    readonly row: Row;
    readonly x: Pt;
    readonly line: number;
  }[];
  readonly unit: { readonly row: Row; readonly x: Pt; readonly line: number } | undefined;
  readonly height: Pt;
}

/** Width of a sample, white after it, and white after a name, em. */
const SAMPLE: Em = 1.6;
const AFTER_SAMPLE: Em = 0.5;
const AFTER_NAME: Em = 1.4;

/** Names from the left in as many rows as they need, the unit at the right end of the last or in a row of its own. */
export function legendOf({ part, design, composer }: ChartDesk, width: Pt): Legend {
  const style = { face: design.styles.table.face, size: LABEL_SIZE, language: design.text.language };
  const sample = (SAMPLE + AFTER_SAMPLE) * LABEL_SIZE;
  const names: Legend['names'][number][] = [];
  let x = 0;
  let line = 0;
  part.series.forEach(({ name }, series) => {
    if (part.series.length < 2 || !name) return;
    const row = fitted(setRow([{ text: name, ...style }], composer), width - sample);
    if (x > 0 && x + sample + row.width > width) {
      x = 0;
      line += 1;
    }
    names.push({ series, row, x, line });
    x += sample + row.width + AFTER_NAME * LABEL_SIZE;
  });
  const row = fitted(setRow(labelled('unit', part.unit, style), composer), width);
  if (part.unit && x > 0 && x + row.width > width) line += 1;
  const rows = part.unit || names.length > 0 ? line + 1 : 0;
  return {
    names,
    unit: part.unit ? { row, x: width - row.width, line } : undefined,
    height: rows * LABEL_LEADING * LABEL_SIZE,
  };
}

function fitted(row: Row, width: Pt): Row {
  return row.width > width ? scaledRow(row, width / row.width) : row;
}

/** The legend with its top left at `x`, `y`. */
export function legendItems(
  { names, unit }: Legend,
  { x, y }: { readonly x: Pt; readonly y: Pt; readonly width: Pt },
  desk: ChartDesk,
): readonly DisplayItem[] {
  const baseline = (line: number): Pt => y + (line * LABEL_LEADING + 1) * LABEL_SIZE;
  const series = names.flatMap(({ series, row, x: dx, line }) => {
    const middle = baseline(line) - (FIGURES / 2) * LABEL_SIZE;
    const sample = { x: x + dx, y: middle, width: SAMPLE * LABEL_SIZE };
    const words = {
      x: x + dx + (SAMPLE + AFTER_SAMPLE) * LABEL_SIZE,
      y: baseline(line),
      role: 'chart',
    } as const;
    return [sampleOf(series, sample, desk), ...rowItems(row, words)];
  });
  const last = unit ? rowItems(unit.row, { x: x + unit.x, y: baseline(unit.line), role: 'chart' }) : [];
  return [...series, ...last];
}

/** A piece of the line of a series, or a block of its colour. */
function sampleOf(
  series: number,
  { x, y, width }: { readonly x: Pt; readonly y: Pt; readonly width: Pt },
  { part, accent }: ChartDesk,
): DisplayItem {
  const count = part.series.length;
  const stroke = pens(count, accent)[series];
  if (isLineChart(part) && stroke) {
    const segments = [
      { kind: 'move', x, y },
      { kind: 'line', x: x + width, y },
    ] as const;
    return { kind: 'path', role: 'chart', segments, stroke };
  }
  const rect = { x, y: y - BLOCK / 2, width, height: BLOCK };
  return block(rect, fills(count, accent)[series] ?? accent.fill);
}

/** Height of a block of colour in the legend. */
const BLOCK: Pt = 5;
