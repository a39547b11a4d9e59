import type { Ranged } from '../base/source.ts';
import type { Issue } from '../model/issue.ts';
import type { NewsCopy } from '../model/story.ts';

/** The pictures, advertisements and logo that an issue names; each path starts from the folder of the file it stands in. */
export function pictureNames({ news }: Issue): readonly Ranged<string>[] {
  return news.flatMap(({ paper, stories, adverts }: NewsCopy) => [
    ...(paper?.logo ? [paper.logo] : []),
    ...stories.flatMap(({ pictures }) => pictures.map(({ file }) => file)),
    ...adverts.map(({ file }) => file),
  ]);
}

/** The CSV files of the charts of an issue. */
export function tableNames({ news }: Issue): readonly Ranged<string>[] {
  return news.flatMap(({ stories }) =>
    stories.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'chart' && part.file ? [part.file] : [])),
    ),
  );
}
