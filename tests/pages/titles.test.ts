import { expect, test } from 'vitest';
import { buildIssue, plainSample, type PlainIssue } from '../support/project.ts';

/** Sizes of the titles of a page as printed, each once. */
function titleSizes(issue: PlainIssue, layout: string): readonly number[] {
  const items = buildIssue(issue, layout).page?.items ?? [];
  const sizes = items.flatMap((item) => (item.kind === 'glyphs' && item.role === 'title' ? [item.size] : []));
  return [...new Set(sizes)];
}

/** The poems with titles of several lengths, the longest of so many characters. */
function withTitles(longest: number): PlainIssue {
  const issue = plainSample('poetry');
  const words = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸';
  const blocks = issue.blocks.map((block, at) => ({
    ...block,
    title: words.slice(0, at === 1 ? longest : 4 + at),
  }));
  return { ...issue, blocks };
}

test.each(['broadsheet-theme', 'broadsheet-8x13', 'tabloid-theme'])(
  'titles of several lengths in %s have one size',
  (layout) => {
    for (const longest of [6, 10, 12, 14, 17])
      expect(titleSizes(withTitles(longest), layout)).toHaveLength(1);
  },
);
