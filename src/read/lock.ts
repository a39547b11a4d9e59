import type { Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source.ts';
import type { Cells } from '../model/news.ts';
import { dictionary, list, words } from './define.ts';
import { rectangle } from './news-definition.ts';
import { optional, record, required } from './record.ts';
import { parseYaml } from './yaml.ts';

/** A lock file: the places that were chosen for the stories of an issue. */
const lockDefinition = record({
  layout: optional(words, '版式 / Layout that the places were found for', '版式'),
  stories: required(dictionary(list(rectangle, 1)), '稿件的位置 / Places of the stories', '稿件'),
});

type Rectangle = NonNullable<ReturnType<typeof rectangle.read>>;

/** Reads a lock file: columns and lines by story id. Reports what is wrong with it; then it locks nothing. */
export function readLock(file: SourceFile, report: Report): ReadonlyMap<string, readonly Cells[]> {
  const yaml = parseYaml(file, report);
  const key = { value: file.path, range: { file, start: 0, end: 0 } };
  const written = yaml && lockDefinition.read(yaml.root, { key, report: yaml.report });
  if (!written || !yaml.sound) return new Map();
  return new Map([...written.stories.value].map(([id, places]) => [id, places.value.flatMap(cellsOf)]));
}

function cellsOf({ cols, lines }: Rectangle): readonly Cells[] {
  if (cols.value === 'all') return [];
  const { first, last } = cols.value;
  const column = first - 1;
  const line = lines.value.first - 1;
  return [{ column, columns: last - column, line, lines: lines.value.last - line }];
}

/** The text of a lock file. */
export function lockText(layout: string, places: ReadonlyMap<string, readonly Cells[]>): string {
  const span = (first: number, count: number): string => `${first + 1}-${first + count}`;
  const place = ({ column, columns, line, lines }: Cells): string =>
    `{cols: ${span(column, columns)}, lines: ${span(line, lines)}}`;
  const rows = [...places].map(([id, cells]) => `  ${JSON.stringify(id)}: [${cells.map(place).join(', ')}]`);
  return [
    '# 由 pagegen propose 写成：选定的版面。删去本文件，版面就重新排。',
    '# Written by pagegen propose: the arrangement that was chosen. Delete this file to have the page arranged anew.',
    `layout: ${JSON.stringify(layout)}`,
    'stories:',
    ...rows,
    '',
  ].join('\n');
}
