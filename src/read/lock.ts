import { cellsFromSpans, spanText } from '../base/cells.ts';
import type { Report } from '../base/diagnostic.ts';
import type { Ranged, SourceFile } from '../base/source.ts';
import { NO_LOCK, type Cells, type LockedPlaces } from '../model/news.ts';
import { dictionary, list, refuse, words } from './define.ts';
import { rectangle } from './news-definition.ts';
import { optional, record, required } from './record.ts';
import { parseYaml } from './yaml.ts';

/** A lock file: the places that were chosen for the stories of an issue and the advertisements among them. */
const lockDefinition = record({
  layout: optional(words, '版式 / Layout that the places were found for', '版式'),
  stories: required(dictionary(list(rectangle, 1)), '稿件的位置 / Places of the stories', '稿件'),
  ads: optional(list(rectangle), '广告的位置 / Places of the advertisements among the stories', '广告'),
});

type Rectangle = NonNullable<ReturnType<typeof rectangle.read>>;
type Places = Ranged<readonly Rectangle[]>;

/** What a lock file must have been written for. */
export interface Locked {
  /** The name with which the layout is asked for. */
  readonly layout: string;
  /** Ids of the stories of the page. */
  readonly stories: readonly string[];
}

/**
 * Reads a lock file: columns and lines by story id. Reports what is wrong with it; then it locks nothing. One that was
 * written for another layout or other stories is reported as `stale-lock` and locks nothing either; whether its places
 * suit the page is seen in make-up.
 */
export function readLock(file: SourceFile, { layout, stories }: Locked, report: Report): LockedPlaces {
  let faulty = false;
  const tell: Report = (diagnostic) => {
    faulty ||= diagnostic.severity === 'error';
    report(diagnostic);
  };
  const yaml = parseYaml(file, tell);
  const key = { value: file.path, range: { file, start: 0, end: 0 } };
  const written = yaml && lockDefinition.read(yaml.root, { key, report: yaml.report });
  if (!yaml || !written) return NO_LOCK;
  const cellsOf = ({ value }: Places): readonly Cells[] => value.flatMap((one) => cellsIn(one, tell) ?? []);
  const places: ReadonlyMap<string, readonly Cells[]> = new Map(
    [...written.stories.value].map(([id, cells]) => [id, cellsOf(cells)] as const),
  );
  const adverts = written.ads ? cellsOf(written.ads) : [];
  if (faulty || !yaml.sound) return NO_LOCK;
  const isOfLayout = written.layout === undefined || written.layout.value === layout;
  if (isOfLayout && stories.length === places.size && stories.every((id) => places.has(id))) {
    return { stories: places, adverts };
  }
  report({ severity: 'warning', code: 'stale-lock', values: {}, range: key.range });
  return NO_LOCK;
}

function cellsIn({ cols, lines }: Rectangle, report: Report): Cells | undefined {
  if (cols.value === 'all') return refuse(report, cols.range, 'cols', '1-5');
  return cellsFromSpans(cols.value, lines.value);
}

/** The text of a lock file. */
export function lockText(layout: string, { stories, adverts }: LockedPlaces): string {
  const place = ({ column, columns, line, lines }: Cells): string =>
    `{cols: ${spanText(column, columns)}, lines: ${spanText(line, lines)}}`;
  const rows = [...stories].map(([id, cells]) => `  ${JSON.stringify(id)}: [${cells.map(place).join(', ')}]`);
  return [
    '# 由 pagegen propose 写成：选定的版面。删去本文件，版面就重新排。',
    '# Written by pagegen propose: the arrangement that was chosen. Delete this file to have the page arranged anew.',
    `layout: ${JSON.stringify(layout)}`,
    'stories:',
    ...rows,
    ...(adverts.length > 0 ? [`ads: [${adverts.map(place).join(', ')}]`] : []),
    '',
  ].join('\n');
}
