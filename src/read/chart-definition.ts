import { writtenAt } from '../base/source.ts';
import type { Ranged } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import type { ChartPart } from '../model/story.ts';
import { cell, label, paragraph } from './copy.ts';
import {
  byKind,
  list,
  mapped,
  oneOf,
  problem,
  reportUneven,
  scalar,
  shown,
  startOf,
  words,
} from './define.ts';
import type { Definition, Place } from './define.ts';
import type { YamlNode } from './node.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';
import { oneOrMore } from './values.ts';

/** A number as the desk writes it: `12`, `-3.5`, `1,208`. */
export function parseNumber(text: string): number | undefined {
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const value: Definition<Ranged<number>> = scalar({
  parse: parseNumber,
  expected: '12, -3.5, "1,208"',
  schema: { type: ['string', 'number'] },
});

/** A category with its value, or its values one a series. */
interface DataRow {
  readonly label: Text;
  readonly values: Ranged<readonly Ranged<number>[]>;
}

const dataRow: Definition<DataRow> = {
  schema: { type: 'array', items: { type: ['string', 'number'] }, minItems: 2 },
  read: (node, place) => {
    if (node.kind !== 'list' || node.items.length < 2) {
      const hints = [{ code: 'expected', values: { what: '[一月, 12]' } }] as const;
      return problem(node, place, { code: 'bad-value', values: { value: shownOf(node) }, hints });
    }
    const [first, ...rest] = node.items;
    const name = first && cell.read(first, place);
    const numbers = rest.map((one) => value.read(one, place)).filter((one) => one !== undefined);
    const complete = name && numbers.length === rest.length;
    return complete ? { label: name, values: { value: numbers, range: node.range } } : undefined;
  },
};

function shownOf({ range }: YamlNode): string {
  return writtenAt(range).trim().slice(0, 24);
}

const dataRows: Definition<Ranged<readonly DataRow[]>> = {
  ...list(dataRow, 1),
  read: (node, place) => {
    const read = list(dataRow, 1).read(node, place);
    return node.kind === 'list' && read?.value.length === node.items.length ? read : undefined;
  },
};

const series = oneOrMore(value);

const severalSeries: Definition<readonly Ranged<readonly Ranged<number>[]>[]> = {
  schema: { anyOf: [series.schema, { type: 'array', items: series.schema }] },
  read: (node, place) => {
    const nested = node.kind === 'list' && node.items[0]?.kind === 'list';
    if (!nested) {
      const one = series.read(node, place);
      return one && [one];
    }
    const read = node.items.map((item) => series.read(item, place));
    return read.every((one) => one !== undefined) ? read : undefined;
  },
};

const chartFields = {
  type: required(
    oneOf({ bar: ['柱图', '柱'], line: ['折线图', '线'], pie: ['饼图', '饼'] }),
    '图形：柱图、折线图、饼图 / Form: bars, lines or a pie',
    '图形',
  ),
  title: optional(paragraph, '图题 / Title', '图题'),
  unit: optional(label, '单位 / Unit', '单位'),
  source: optional(label, '资料来源 / Source of the data', '资料来源'),
  data: optional(
    byKind<'list' | 'scalar', DataRecord>({
      list: mapped(dataRows, (rows) => ({ rows })),
      scalar: mapped(words, (file) => ({ file })),
    }),
    '数据：[[一月, 12], [二月, 15]]，或数据文件 / Rows of a name and its values, or a CSV file',
    '数据',
  ),
  file: optional(shown(words, 'data/ferry.csv'), '数据文件（CSV）/ CSV file of the data', '文件'),
  labels: optional(list(cell, 1), '各项的名称 / Names of the categories', '项目'),
  values: optional(severalSeries, '各项的数值，或几组数值 / Values, or several rows of them', '数值'),
  names: optional(list(label, 1), '各组的名称 / Names of the series', '系列'),
};

type DataRecord =
  | { readonly rows: Ranged<readonly DataRow[]>; readonly file?: undefined }
  | { readonly file: Ranged<string>; readonly rows?: undefined };

type ChartRecord = RecordOf<typeof chartFields>;

const chartMap = record(chartFields);

/**
 * A chart with its data written in rows, as labels and values, or in a CSV file, whose content is read later. Reports
 * `missing-key`, `conflicting-keys` and `uneven-rows`, and goes on without the chart.
 */
export const chart: Definition<ChartPart> = {
  ...chartMap,
  read: (node, place) => {
    const written = chartMap.read(node, place);
    return written && chartOf(written, place);
  },
};

type Data = Pick<ChartPart, 'labels' | 'series' | 'file'>;

function chartOf(written: ChartRecord, { report }: Place): ChartPart | undefined {
  const { type, title, unit, source, range, data, keys } = written;
  const ways = ([data && 'data', written.file && 'file', written.values && 'values'] as const).filter(
    (way) => way !== undefined,
  );
  const [way, other] = ways;
  if (way && other) {
    const values = { key: other, other: way };
    report({ severity: 'error', code: 'conflicting-keys', values, range: keys[other] ?? range });
    return undefined;
  }
  if (!way) {
    const told = keys.data ?? keys.values ?? keys.file;
    if (!told)
      report({ severity: 'error', code: 'missing-key', values: { key: 'data' }, range: startOf(range) });
    return undefined;
  }
  const read = dataOf(written, report);
  return (
    read && {
      kind: 'chart',
      range,
      form: type.value,
      ...(title ? { title } : {}),
      ...(unit ? { unit } : {}),
      ...(source ? { source } : {}),
      ...read,
    }
  );
}

function dataOf(written: ChartRecord, report: Place['report']): Data | undefined {
  const { data, names } = written;
  const file = written.file ?? data?.file;
  if (file) return { labels: [], series: [], file };
  const labels = data?.rows ? data.rows.value.map((row) => row.label) : written.labels?.value;
  const columns = data?.rows ? transposed(data.rows.value, report) : written.values;
  if (!columns) return undefined;
  if (!labels) {
    report({
      severity: 'error',
      code: 'missing-key',
      values: { key: 'labels' },
      range: startOf(written.range),
    });
    return undefined;
  }
  const uneven = columns.find((row) => row.value.length !== labels.length);
  if (uneven) {
    const count = uneven.value.length;
    return reportUneven(report, uneven.range, { key: 'values', count, wanted: labels.length });
  }
  if (names && names.value.length !== columns.length) {
    const count = names.value.length;
    return reportUneven(report, names.range, { key: 'names', count, wanted: columns.length });
  }
  return {
    labels,
    series: columns.map((row, index) => {
      const name = names?.value[index];
      return { ...(name ? { name } : {}), values: row.value };
    }),
  };
}

function transposed(
  rows: readonly DataRow[],
  report: Place['report'],
): readonly Ranged<readonly Ranged<number>[]>[] | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const wanted = first.values.value.length;
  const uneven = rows.find(({ values }) => values.value.length !== wanted);
  if (uneven) {
    const { value, range } = uneven.values;
    // The name at its head is an entry of the row, too.
    return reportUneven(report, range, { key: 'data', count: value.length + 1, wanted: wanted + 1 });
  }
  return first.values.value.map((_, column) => ({
    value: rows.map(({ values }) => values.value[column]!),
    range: first.values.range,
  }));
}
