import { expect, test } from 'vitest';
import type { GlyphRun } from '../../src/model/page.ts';
import { buildIssue, LAYOUTS, sample } from '../support/project.ts';

/** The news grid with five basic columns broken into two and three into two: 34 and 20 characters. */
function brokenColumns(): { path: string; text: string } {
  const text = LAYOUTS.get('broadsheet-8x13')?.text ?? '';
  const columns = 'columns: [{cols: 1-5, break: 5破2}, {cols: 6-8, break: 3破2}]';
  return {
    path: 'broken.yaml',
    text: text.replace('blocks: {cols: all, fill: true}', `blocks: {${columns}}`),
  };
}

test('one flow runs through columns of different measure', () => {
  const { page, errors } = buildIssue(sample('harbour'), brokenColumns());
  expect(errors).toEqual([]);
  if (!page) throw new Error('no page');
  expect(page.grid.columns.map(({ width }) => Math.round(width / page.grid.size))).toEqual([34, 34, 20, 20]);
  expect(page.characters.set).toBe(page.characters.copy);
  const body = page.items.filter((item): item is GlyphRun => item.kind === 'glyphs' && item.role === 'body');
  const lines = page.grid.columns.map((column) => {
    const runs = body.filter(({ x }) => Math.abs(x - column.x) < 0.01);
    const ends = runs.map(({ x, glyphs, size }) => x + (glyphs.at(-1)?.dx ?? 0) + size - column.x);
    // Full lines reach the edge of their own column; only the trimmed blank of a mark goes beyond it.
    expect(Math.max(...ends)).toBeLessThanOrEqual(column.width + 0.7 * page.grid.size);
    expect(Math.max(...ends)).toBeGreaterThan(column.width - 0.01);
    return new Set(runs.map(({ y }) => y.toFixed(2))).size;
  });
  expect(Math.min(...lines)).toBeGreaterThan(5);
});
