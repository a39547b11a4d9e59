import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generateIssue, issueOf, shareOf, type GeneratedIssue } from '../support/generator.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SEEDS = Array.from({ length: 40 }, (_, at) => at * 97 + 5);
const MARKS = /[，。、；：！？“”‘’（）《》…—·]/g;

function wordsOf({ articles }: GeneratedIssue): readonly string[] {
  return articles.flatMap(({ body = [], items = [] }) =>
    [...body, ...items].map((part) => (typeof part === 'string' ? part : (part.text ?? ''))),
  );
}

describe.each(['broadsheet-8x13', 'tabloid-news'])('generated pages of %s', (layout) => {
  const issues = SEEDS.map((seed) => issueOf({ seed, layout }));

  test('equal seeds give equal files, other seeds other files', () => {
    const files = SEEDS.map((seed) => generateIssue({ seed, layout }));
    expect(files).toEqual(SEEDS.map((seed) => generateIssue({ seed, layout })));
    expect(new Set(files).size).toBe(SEEDS.length);
  });

  test.each([0.8, 1, 1.15])('take the share %s of the page that was asked for, by casting off', (share) => {
    for (const seed of SEEDS) {
      const taken = shareOf(issueOf({ seed, layout, share }));
      expect(Math.abs(taken - share), `seed ${seed}: ${taken}`).toBeLessThan(0.045 * share);
    }
  });

  test('have 3 to 10 stories with ids of their own, heads of 6 to 16 characters, and files that are there', () => {
    for (const { articles, ads = [] } of issues) {
      expect(articles.length).toBeGreaterThanOrEqual(3);
      expect(articles.length).toBeLessThanOrEqual(10);
      expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
      for (const { headline } of articles) expect([...headline.main].length).toBeLessThanOrEqual(16);
      for (const { file } of [...articles.flatMap(({ images = [] }) => images), ...ads]) {
        expect(existsSync(join(ROOT, 'issues', file)), file).toBe(true);
      }
    }
  });

  test('read like news: marks, few repeats, no place left unfilled', () => {
    const text = issues.flatMap(wordsOf);
    const whole = text.join('');
    expect(whole).not.toMatch(/[{}[\]|]|undefined|NaN/);
    const share = (whole.match(MARKS) ?? []).length / [...whole].length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.14);
    for (const issue of issues) {
      const sentences = wordsOf(issue)
        .flatMap((part) => part.split(/(?<=[。！？]”?)(?!”)/))
        .filter(Boolean);
      expect(new Set(sentences).size / sentences.length).toBeGreaterThan(0.98);
    }
  });

  test('are plain YAML', () => {
    const { layout: named, articles } = parse(generateIssue({ seed: 7, layout }));
    expect(named).toBe(layout);
    expect(articles[0].role).toBe('lead');
  });
});
