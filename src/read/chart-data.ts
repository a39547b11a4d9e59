import type { Report } from '../base/diagnostic.ts';
import type { Ranged, SourceFile } from '../base/source.ts';
import type { ChartPart } from '../model/story.ts';
import { parseNumber } from './chart-definition.ts';
import { readCsv } from './csv.ts';
import type { CsvCell } from './csv.ts';
import { refuse, reportUneven } from './define.ts';

/** A row as it should be. */
const ROW = '一月,12';

/**
 * A chart with the rows of its CSV file: the name of a category and its values, one a series; a first row without
 * numbers names the series. Reports `missing-data`, `uneven-rows` and `bad-value`, at the row of the file, and gives the
 * chart as it was. Charts whose data stand in the issue are only looked through.
 */
export function withData(
  chart: ChartPart,
  tables: ReadonlyMap<string, SourceFile>,
  report: Report,
): ChartPart {
  const filled = chart.file ? filledFrom(chart, chart.file, tables, report) : chart;
  checkPie(filled, report);
  return filled;
}

function filledFrom(
  chart: ChartPart,
  { value: path, range }: Ranged<string>,
  tables: ReadonlyMap<string, SourceFile>,
  report: Report,
): ChartPart {
  const file = tables.get(path);
  if (!file) {
    report({ severity: 'error', code: 'missing-data', values: { path }, range });
    return chart;
  }
  const rows = readCsv(file);
  const [first, ...rest] = rows;
  const headed = first !== undefined && rest.length > 0 && !first.slice(1).some(isNumber);
  const body = headed ? rest : rows;
  const width = body[0]?.length ?? 0;
  if (width < 2) {
    refuse(report, body[0]?.[0]?.range ?? range, path, ROW);
    return chart;
  }
  const uneven = rows.find((row) => row.length !== width);
  if (uneven) {
    const values = { key: path, count: uneven.length, wanted: width };
    reportUneven(report, uneven[0]?.range ?? range, values);
    return chart;
  }
  const wrong = body.flatMap((row) => row.slice(1)).find((cell) => !isNumber(cell));
  if (wrong) {
    refuse(report, wrong.range, path, ROW);
    return chart;
  }
  const series = Array.from({ length: width - 1 }, (_, column) => {
    const name = headed ? first[column + 1] : undefined;
    return { ...(name?.characters ? { name } : {}), values: body.map((row) => numberOf(row[column + 1]!)) };
  });
  return { ...chart, labels: body.map((row) => row[0]!), series };
}

function isNumber({ characters }: CsvCell): boolean {
  return parseNumber(characters) !== undefined;
}

function numberOf({ characters, range }: CsvCell): Ranged<number> {
  return { value: parseNumber(characters) ?? 0, range };
}

/** A pie shows the parts of one whole: one series, no value below nought, not all of them nought. */
function checkPie({ form, series, range }: ChartPart, report: Report): void {
  if (form !== 'pie' || series.length === 0) return;
  const values = series[0]?.values ?? [];
  const negative = values.find(({ value }) => value < 0);
  const whole = values.reduce((sum, { value }) => sum + value, 0);
  if (series.length === 1 && !negative && whole > 0) return;
  const place = negative?.range ?? series[1]?.values[0]?.range ?? values[0]?.range ?? range;
  refuse(report, place, 'pie', 'bar, line');
}
