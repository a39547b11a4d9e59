import type { Report } from '../base/diagnostic.ts';
import { writtenAt } from '../base/source.ts';
import type { SourceRange } from '../base/source.ts';
import { fits, rounded } from '../base/units.ts';
import type { Pt } from '../base/units.ts';
import type { Grid } from '../model/layout.ts';
import type { Paper } from '../model/page.ts';
import { refuse, startOf } from './define.ts';
import type { BaseRecord, LayoutRecord } from './layout-definition.ts';
import { toPoints, wholeUnits } from './lengths.ts';
import type { Length, Yardstick } from './lengths.ts';

/** One pair of body size and leading with its counted columns. */
export interface Base {
  readonly size: Pt;
  readonly leading: Pt;
  readonly columns: number;
  /** Whole body characters in a column. */
  readonly measure: number;
  readonly gutter: Pt;
  readonly face?: string;
}

/** Newspapers set no body text under 7.5 pt; 六号 (7.875 pt) is the floor for Han (CLREQ, type sizes). */
const SIZE_LIMITS = { least: 7.5, most: 100 } as const;
/** The type area of a broadsheet of 390 × 550 mm is 350 × 490 mm. */
const AREA_SHARE = { width: 350 / 390, height: 490 / 550 } as const;
const DEFAULT_MEASURE = 13;

/** The rows of `bases`, or the one of `grid`, each with all its leadings; rows that cannot be set are reported. */
export function readBases(written: LayoutRecord, paper: Paper, report: Report): readonly Base[] {
  const rows = written.bases?.value ?? (written.grid?.base ? [written.grid.base] : []);
  if (rows.length === 0 && !written.bases && !written.keys.grid) reportMissing('grid', written.range, report);
  else if (rows.length === 0 && written.grid && !written.grid.keys.base)
    reportMissing('base', written.grid.range, report);
  return rows.flatMap((row) => basesOfRow(row, written, paper, report));
}

function reportMissing(key: string, range: SourceRange, report: Report): void {
  report({ severity: 'error', code: 'missing-key', values: { key }, range: startOf(range) });
}

function basesOfRow(row: BaseRecord, written: LayoutRecord, paper: Paper, report: Report): readonly Base[] {
  const size = toPoints(row.size.value, yardstick(0, 0, paper.trim.width));
  if (size < SIZE_LIMITS.least || size > SIZE_LIMITS.most) {
    refuse(report, row.size.range, 'size', `${SIZE_LIMITS.least}pt–${SIZE_LIMITS.most}pt`);
    return [];
  }
  const columns = columnsOf(row, written, size, { paper, report });
  if (!columns) return [];
  return row.leading.value.flatMap(({ value, range }): readonly Base[] => {
    const leading = toPoints(value, yardstick(size, size, size));
    const possible = fits(size, leading) && leading <= 4 * size;
    if (!possible) refuse(report, range, 'leading', `${rounded(size)}pt–${rounded(4 * size)}pt`);
    return possible ? [{ size, leading, ...columns, ...(row.face ? { face: row.face.value } : {}) }] : [];
  });
}

type Columns = Pick<Base, 'columns' | 'measure' | 'gutter'>;

interface Sheet {
  readonly paper: Paper;
  readonly report: Report;
}

function columnsOf(
  row: BaseRecord,
  { grid, page }: LayoutRecord,
  size: Pt,
  { paper, report }: Sheet,
): Columns | undefined {
  const ruler = yardstick(size, size, paper.trim.width);
  const points = (length: Length) => toPoints(length, ruler);
  const written = { columns: row.columns ?? grid?.columns, measure: row.measure ?? grid?.measure };
  const writtenGutter = row.gutter ?? grid?.gutter;
  const gutter = writtenGutter ? points(writtenGutter.value) : size;
  if (writtenGutter && (gutter < 0 || gutter > 20 * size))
    return refuse(report, writtenGutter.range, 'gutter', '0–20em');
  const room = paper.trim.width * AREA_SHARE.width + gutter;
  const exact = written.measure ? points(written.measure.value) / size : undefined;
  const counted = written.columns && Math.floor((room / written.columns.value - gutter) / size);
  const measure = exact === undefined ? (counted ?? DEFAULT_MEASURE) : Math.round(exact);
  // Millimetres divided by points are seldom a whole number to the last bit.
  const whole = exact === undefined || Math.abs(exact - measure) < 1e-6;
  if (measure < 1 || !whole)
    return refuse(report, written.measure?.range ?? row.range, 'measure', '13字, 20字, 34字');
  const columns = written.columns?.value ?? Math.max(1, Math.floor(room / (measure * size + gutter)));
  const width = columns * measure * size + (columns - 1) * gutter;
  if (fits(width, paper.trim.width)) return { columns, measure, gutter };
  const place = written.measure?.range ?? written.columns?.range ?? row.range;
  return refuse(
    report,
    place,
    'measure',
    `${columns} × ${measure}字 ≤ ${writtenAt(page.trim.value[0].range)}`,
  );
}

/** A yardstick before the columns are known. */
function yardstick(em: Pt, line: Pt, whole: Pt): Yardstick {
  return { em, line, column: 0, gutter: 0, whole };
}

/** What body lengths of this base are measured with; `%` is a part of the type area's width. */
export function yardstickOf({ size, leading, columns, measure, gutter }: Base): Yardstick {
  const column = measure * size;
  return { em: size, line: leading, column, gutter, whole: columns * column + (columns - 1) * gutter };
}

/** The counted grid of one base on the sheet; `undefined` after a type area that does not go on it was reported. */
export function gridOf(base: Base, { page }: LayoutRecord, paper: Paper, report: Report): Grid | undefined {
  const { size, leading, columns, measure, gutter } = base;
  const area = page.type_area;
  const ruler = { ...yardstickOf(base), whole: paper.trim.height };
  const height = area?.height ? toPoints(area.height.value, ruler) : paper.trim.height * AREA_SHARE.height;
  const lines = wholeUnits(height, leading);
  if (area?.height && (lines < 1 || !fits(height, paper.trim.height))) {
    return refuse(report, area.height.range, 'height', `1L–${writtenAt(page.trim.value[1].range)}`);
  }
  const width = columns * measure * size + (columns - 1) * gutter;
  const centred = area?.centre?.value ?? true;
  const left = !centred && area?.left ? toPoints(area.left.value, ruler) : (paper.trim.width - width) / 2;
  // Whole lines seldom make up the height exactly: what is left over goes to head and foot alike.
  const middle = (paper.trim.height - lines * leading) / 2;
  const top = !centred && area?.top ? toPoints(area.top.value, ruler) : middle;
  return { left, top, columns, measure, columnWidth: measure * size, gutter, lines, width };
}
