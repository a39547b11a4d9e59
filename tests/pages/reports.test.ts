import { describe, expect, test } from 'vitest';
import { buildIssue, lengthenedBy, plainSample, shortenedBy } from '../support/project.ts';

/** Characters of a column's line. */
function measureOf(issue: ReturnType<typeof plainSample>, layout: string): number {
  const grid = buildIssue(issue, layout).page?.grid;
  return Math.round((grid?.columns[0]?.width ?? 0) / (grid?.size ?? 1));
}

describe('the reports are exact', () => {
  test.each([
    ['harbour', 'tabloid-theme'],
    ['harbour', 'broadsheet-8x13', 1800],
    ['wetland', 'tabloid-theme', 2200],
  ])('%s does not fit in %s', (name, layout, more = 0) => {
    const issue = lengthenedBy(plainSample(name), more);
    const over = buildIssue(issue, layout).page?.regions[0]?.over.characters ?? 0;
    expect(over).toBeGreaterThan(0);
    expect(buildIssue(shortenedBy(issue, over), layout).errors).toEqual([]);
    expect(buildIssue(shortenedBy(issue, over - measureOf(issue, layout)), layout).errors).toEqual([
      'overset',
    ]);
  });

  test.each(['broadsheet-8x13', 'tabloid-theme'])(
    'a page without text has its whole room left in %s',
    (layout) => {
      const empty = { headline: '题目', blocks: [] };
      const { page, diagnostics } = buildIssue(empty, layout);
      const spare = page?.regions[0]?.short.characters ?? 0;
      expect(spare).toBeGreaterThan(1000);
      expect(diagnostics.map(({ code, values }) => [code, values['characters']])).toEqual([['short', spare]]);
      const filled = (count: number) => ({ ...empty, blocks: [{ text: '字'.repeat(count) }] });
      expect(buildIssue(filled(spare), layout).errors).toEqual([]);
      expect(buildIssue(filled(spare + 30), layout).errors).toEqual(['overset']);
    },
  );

  test.each([
    ['wetland', 'broadsheet-8x13'],
    ['night-market', 'broadsheet-8x13'],
    ['harbour', 'broadsheet-8x13'],
    ['night-market', 'broadsheet-theme', 1500],
    ['wetland', 'tabloid-theme', 2300],
  ])('%s leaves room in %s', (name, layout, less = 0) => {
    const issue = shortenedBy(plainSample(name), less);
    const spare = buildIssue(issue, layout).page?.regions[0]?.short.characters ?? 0;
    expect(spare).toBeGreaterThan(0);
    expect(buildIssue(lengthenedBy(issue, spare), layout).errors).toEqual([]);
    expect(buildIssue(lengthenedBy(issue, spare + measureOf(issue, layout)), layout).errors).toEqual([
      'overset',
    ]);
  });
});
