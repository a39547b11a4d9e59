import { describe, expect, test } from 'vitest';
import { FORM_RULES } from '../../src/check/form-rules.ts';
import { TABOOS } from '../../src/check/taboos.ts';
import type { BuildReport } from '../../src/output/report.ts';
import { folderWith, run } from '../cli/run.ts';
import { FORM_ISSUES, MARK, SOUND_NEWS, TABOO_ISSUES, WHOLE_PAPER, type BrokenIssue } from './broken-news.ts';

interface Files {
  readonly layout: string;
  readonly issue: string;
  readonly paper?: string;
}

/** What `pagegen check` reports of an issue in a folder of its own. */
async function checked({ layout, issue, paper = WHOLE_PAPER }: Files): Promise<BuildReport> {
  const files = { 'layouts/trial.yaml': layout, 'papers/chenghu.yaml': paper, 'issue.yaml': issue };
  const { stdout, stderr } = await run(folderWith(files), ['check', 'issue.yaml', '--json']);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as BuildReport;
}

/** Line of the mark, from 1. */
const lineOf = (text: string): number => text.split('\n').findIndex((line) => line.includes(MARK)) + 1;

const rows = [...TABOO_ISSUES, ...FORM_ISSUES];

describe('issues that break one rule', () => {
  test('the page that breaks none passes', async () => {
    const { ok, pages, diagnostics } = await checked(SOUND_NEWS);
    expect({ ok, pages: pages.length }, JSON.stringify(diagnostics)).toEqual({ ok: true, pages: 1 });
  });

  test.each(rows)('$code is told at its line', async (row) => {
    const { diagnostics } = await checked(row);
    const told = diagnostics.filter(({ code }) => code === row.code);
    expect(told, JSON.stringify(diagnostics, undefined, 1)).not.toEqual([]);
    const line = lineOf(row.at === 'paper' ? (row.paper ?? WHOLE_PAPER) : row.issue);
    if (line > 0) expect(told[0]?.line).toBe(line);
    expect(told[0]?.path).toContain(row.at === 'paper' ? 'chenghu.yaml' : 'issue.yaml');
  });

  test.each(rows)('$code is not told of the same page made right', async ({ code, sound }) => {
    const { diagnostics, pages } = await checked(sound);
    expect(pages).toHaveLength(1);
    expect(diagnostics.map((one) => one.code)).not.toContain(code);
  });

  test('errors keep the page from press, and an allowance lets it go', async () => {
    const strict = TABOO_ISSUES.find(({ code }) => code === 'taboo-tombstone')!;
    const layout = strict.layout.replace('lint: {', 'lint: {tombstone: error, full_break: off, ');
    const cwd = folderWith({ 'layouts/trial.yaml': layout, 'issue.yaml': strict.issue });
    const refused = await run(cwd, ['build', 'issue.yaml', '--json']);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout).outputs).toEqual([]);
    const allowed = strict.issue.replace(
      '    role: lead',
      '    allow: [碰题]\n    why: 两篇是一组\n    role: lead',
    );
    const { diagnostics, pages } = await checked({ layout, issue: allowed });
    expect(diagnostics.map(({ code }) => code)).not.toContain('taboo-tombstone');
    expect(pages[0]?.fit.join('\n')).toContain('两篇是一组');
  });
});

/** What a layout cannot force, because make-up itself keeps to the rule; tried on made pages in tests/check/. */
const KEPT_BY_MAKE_UP = [
  'taboo-text-off-head',
  'taboo-wrong-turn',
  'taboo-uneven-feet',
  'taboo-picture-in-leg',
  'taboo-collision',
  'taboo-caption-between',
  'taboo-reversed-type',
  'form-advertisement',
];

test('every rule has an issue that breaks it, or is kept by make-up', () => {
  const codes = [
    ...Object.keys(TABOOS).map((name) => `taboo-${name}`),
    ...[...Object.keys(FORM_RULES), 'points'].map((name) => `form-${name}`),
  ];
  const broken = rows.map(({ code }: BrokenIssue) => code);
  expect([...broken, ...KEPT_BY_MAKE_UP].toSorted()).toEqual(codes.toSorted());
});
