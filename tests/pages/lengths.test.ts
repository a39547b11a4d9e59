import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/model/page.ts';
import { buildIssue, lengthOf, plainSample, type PlainIssue } from '../support/project.ts';

/** The story with only the first 1, 2, 3 … of its paragraphs, block by block. */
function growing(issue: PlainIssue): readonly PlainIssue[] {
  const paragraphs = issue.blocks.flatMap(({ title, text }) =>
    text
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) => ({ title, paragraph })),
  );
  return paragraphs.map((_, count) => {
    const kept = paragraphs.slice(0, count + 1);
    const titles = [...new Set(kept.map(({ title }) => title))];
    const blocks = titles.map((title) => ({
      ...(title !== undefined && { title }),
      text: kept
        .filter((entry) => entry.title === title)
        .map(({ paragraph }) => paragraph)
        .join('\n\n'),
    }));
    return { ...issue, blocks };
  });
}

interface Feet {
  readonly lines: readonly number[];
  readonly fill: number;
}

/** Body lines of each column's foot, and how full the page is, read off the items as a stranger would. */
function feetOf(page: Page): Feet {
  const baselines = page.grid.columns.map(({ x, width }) =>
    page.items.flatMap((item) =>
      item.kind === 'glyphs' && item.role === 'body' && item.x >= x - 1 && item.x < x + width ? [item.y] : [],
    ),
  );
  const top = Math.min(...baselines.flat());
  const feet = baselines.map((column) => Math.max(...column));
  const mean = feet.reduce((sum, foot) => sum + foot, 0) / feet.length;
  return {
    lines: feet.map((foot) => Math.round((foot - top) / page.grid.leading)),
    fill: (mean - top) / (page.paper.trim.height - top),
  };
}

describe('a special page is full at every length', () => {
  const issues = growing(plainSample('harbour'))
    .map((issue) => ({ issue, length: lengthOf(issue) }))
    .filter(({ length }) => length >= 1500 && length <= 9200);

  test('the lengths reach from 1,500 to 9,000 characters', () => {
    expect(issues[0]?.length).toBeLessThan(1700);
    expect(issues.at(-1)?.length).toBeGreaterThan(8800);
  });

  test.each(issues.map(({ issue, length }) => [length, issue] as const))('%i characters', (_, issue) => {
    const { page, errors } = buildIssue(issue, 'broadsheet-theme');
    expect(errors).toEqual([]);
    if (!page) throw new Error('no page');
    const region = page.regions.find(({ name }) => name === 'blocks');
    expect(region?.short.lines).toBe(0);
    const { lines, fill } = feetOf(page);
    expect(fill).toBeGreaterThanOrEqual(0.88);
    expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(1);
  });
});

test.each(['broadsheet-theme', 'broadsheet-8x13', 'tabloid-theme'])(
  'a page of three characters in %s',
  (layout) => {
    const { page, diagnostics } = buildIssue({ headline: '题目', blocks: [{ text: '正文。' }] }, layout);
    expect(diagnostics.map(({ code }) => code)).toEqual(['short']);
    expect(page?.characters).toEqual({ copy: 5, set: 5 });
  },
);
