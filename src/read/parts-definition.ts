import type { Ranged } from '../base/source.ts';
import type { Report } from '../base/diagnostic.ts';
import type { Text } from '../model/issue.ts';
import type { BriefPart, StoryPart, TablePart } from '../model/story.ts';
import { byKey } from './by-key.ts';
import { chart } from './chart-definition.ts';
import { cell, heading, label, paragraph, paragraphs, unwrittenParagraphs } from './copy.ts';
import { byKind, list, mapped, problem, reportUneven, wrongType } from './define.ts';
import type { Definition, Place } from './define.ts';
import type { YamlList, YamlNode, YamlScalar } from './node.ts';
import { later } from './common-definition.ts';
import { optional, record, required } from './record.ts';
import { readText } from './text.ts';
import { yesOrNo } from './values.ts';

const OPTIONAL = optional(
  yesOrNo,
  '可删段：排不下时可以不印 / May be left out when there is no room',
  '可删段',
);

function paragraphPart(text: Text, mayGo = false): StoryPart {
  return { kind: 'paragraph', range: text.range, text, optional: mayGo };
}

const textPart = mapped(
  record({ text: required(unwrittenParagraphs, '正文 / Text', '正文'), optional: OPTIONAL }),
  ({ text, optional: mayGo }): readonly StoryPart[] => text.map((one) => paragraphPart(one, mayGo?.value)),
);

const subheadPart = mapped(
  record({ subhead: required(heading, '小标题 / Subhead', '小标题') }),
  ({ range, subhead }): readonly StoryPart[] => [{ kind: 'subhead', range, text: subhead }],
);

const quotePart = mapped(
  record({
    quote: required(paragraph, '引语 / Quotation set apart', '引语'),
    by: optional(label, '谁说的 / Who said it', '出自'),
  }),
  ({ range, quote, by }): readonly StoryPart[] => [
    { kind: 'quote', range, text: quote, ...(by ? { by } : {}) },
  ],
);

const listPart = mapped(
  record({
    list: required(paragraphs, '列表，每项一段 / List, one paragraph an entry', '列表'),
    numbered: optional(yesOrNo, '编号 / Numbered', '编号'),
  }),
  ({ range, list: items, numbered }): readonly StoryPart[] => [
    { kind: 'list', range, items, numbered: numbered?.value ?? false },
  ],
);

const cells = list(cell, 1);
const rows = list(cells, 1);

const tableMap = record({
  head: optional(cells, '表头 / Names of the columns', '表头'),
  rows: required(rows, '各行 / Rows', '各行'),
});

/** Rows of cells, perhaps under a row that names the columns. Reports `uneven-rows` and goes on without the table. */
export const table: Definition<TablePart> = checkedTable(
  byKind<'list' | 'map', TableRecord>({
    list: mapped(rows, ({ value, range }) => ({ rows: value, range })),
    map: mapped(tableMap, ({ head, rows: { value }, range }) => ({
      rows: head ? [head, ...value] : value,
      range,
      headed: head !== undefined,
    })),
  }),
);

interface TableRecord extends Pick<TablePart, 'range'> {
  readonly rows: readonly Ranged<readonly Text[]>[];
  readonly headed?: boolean;
}

function checkedTable(written: Definition<TableRecord>): Definition<TablePart> {
  return {
    ...written,
    read: (node, place) => {
      const read = written.read(node, place);
      if (!read || read.rows.length === 0) return undefined;
      if (!sameLengths(read.rows, place)) return undefined;
      const { range, headed = false } = read;
      return { kind: 'table', range, rows: read.rows.map(({ value }) => value), headed };
    },
  };
}

/** Whether all rows are as long as the first; one that is not is reported. */
export function sameLengths(
  written: readonly Ranged<readonly unknown[]>[],
  { key, report }: { readonly key: Ranged<string>; readonly report: Report },
): boolean {
  const wanted = written[0]?.value.length ?? 0;
  const uneven = written.find(({ value }) => value.length !== wanted);
  if (!uneven) return true;
  reportUneven(report, uneven.range, { key: key.value, count: uneven.value.length, wanted });
  return false;
}

const tablePart = mapped(
  record({ table: required(table, '表格 / Table', '表格') }),
  ({ table: part }): readonly StoryPart[] => [part],
);

const chartPart = mapped(
  record({ chart: required(chart, '图表 / Chart', '图表') }),
  ({ chart: part }): readonly StoryPart[] => [part],
);

const entry: Definition<readonly StoryPart[]> = byKey({
  text: { aliases: ['正文'], definition: textPart },
  subhead: { aliases: ['小标题'], definition: subheadPart },
  quote: { aliases: ['引语'], definition: quotePart },
  list: { aliases: ['列表'], definition: listPart },
  table: { aliases: ['表格'], definition: tablePart },
  chart: { aliases: ['图表'], definition: chartPart },
});

const TEXT_OR_ENTRY = { anyOf: [{ type: ['string', 'number'] as const }, entry.schema] };

/**
 * The text of a story: paragraphs, or paragraphs with what stands between them, in reading order. A text that is not yet
 * written is only warned of.
 */
export const body: Definition<readonly StoryPart[]> = {
  schema: { anyOf: [{ type: ['string', 'number'] }, { type: 'array', items: TEXT_OR_ENTRY }] },
  readsEmpty: true,
  read: (node, place) => {
    if (node.kind === 'map') return wrongType(node, place, 'text-or-list');
    const parts = (node.kind === 'scalar' ? [[node]] : entriesOf(node)).flatMap((part) =>
      partsOf(part, place),
    );
    const unwritten = node.kind === 'scalar' ? parts.length === 0 : node.items.length === 0;
    if (unwritten) problem(node, place, { code: 'missing-key', severity: 'warning' });
    return parts;
  },
};

/** Paragraphs that follow one another are read together: a quotation may run from one to the next. */
function entriesOf({ items }: YamlList): readonly (YamlNode | readonly YamlScalar[])[] {
  const entries: (YamlNode | YamlScalar[])[] = [];
  for (const item of items) {
    const last = entries.at(-1);
    if (item.kind !== 'scalar') entries.push(item);
    else if (Array.isArray(last)) last.push(item);
    else entries.push([item]);
  }
  return entries;
}

function partsOf(part: YamlNode | readonly YamlScalar[], place: Place): readonly StoryPart[] {
  if (!isRun(part)) return part.kind === 'map' ? (entry.read(part, place) ?? []) : wrongItem(part, place);
  return readText(part, 'body', place.report).map((text) => paragraphPart(text));
}

function isRun(part: YamlNode | readonly YamlScalar[]): part is readonly YamlScalar[] {
  return Array.isArray(part);
}

function wrongItem(node: YamlNode, place: Place): readonly StoryPart[] {
  wrongType(node, place, 'text-or-map');
  return [];
}

/** Titled parts of a story: each is a subhead and its paragraphs. */
export const blocks: Definition<readonly StoryPart[]> = mapped(
  list(
    record({
      title: optional(heading, '分题 / Title', '分题'),
      text: required(unwrittenParagraphs, '正文 / Text', '正文'),
      theme: later('主题色'),
      direction: later('方向'),
      picture: later('图片'),
    }),
  ),
  ({ value }) =>
    value.flatMap(({ title, text }): readonly StoryPart[] => [
      ...(title ? [{ kind: 'subhead', range: title.range, text: title } as const] : []),
      ...text.map((one) => paragraphPart(one)),
    ]),
);

const briefMap = mapped(
  record({
    title: optional(heading, '简讯的题 / Title of the item', '标题', '主题'),
    text: required(unwrittenParagraphs, '正文 / Text', '正文'),
    optional: OPTIONAL,
  }),
  ({ range, title, text, optional: mayGo }): BriefPart => ({
    kind: 'brief',
    range,
    ...(title ? { title } : {}),
    text,
    optional: mayGo?.value ?? false,
  }),
);

const brief: Definition<BriefPart> = byKind({
  scalar: mapped(paragraphs, (text): BriefPart => {
    return { kind: 'brief', range: text[0]!.range, text, optional: false };
  }),
  map: briefMap,
});

/** The items of a story of briefs. */
export const items: Definition<readonly StoryPart[]> = mapped(list(brief, 1), ({ value }) => value);
