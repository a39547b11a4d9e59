import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import type { BuildReport } from '../../src/output/report.ts';
import { folderWith, ROOT, run } from './run.ts';

/** The page number stands white in its block of colour: at 9 points it would fill up. */
const THEME = readFileSync(join(ROOT, 'layouts/broadsheet-theme.yaml'), 'utf8');
const SMALL = THEME.replace(/number_size: [\d.]+pt/, 'number_size: 9pt');

const folder = () => {
  const issue = SAMPLE_ISSUE.replace(/^layout: .*$/m, 'layout: small');
  return folderWith({ 'layouts/small.yaml': SMALL, 'a.yaml': issue });
};

const codesOf = (stdout: string) => (JSON.parse(stdout) as BuildReport).diagnostics.map(({ code }) => code);

test('build and check look at the finished page', async () => {
  expect(SMALL).not.toBe(THEME);
  const cwd = folder();
  const { code, stderr } = await run(cwd, ['check', 'a.yaml']);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /警告\[taboo-reversed-type\] 反白字 9 磅，小于 10.5 磅印出来会糊（第1栏第1–?\d?行）/,
  );
  for (const command of ['check', 'build']) {
    const { stdout } = await run(cwd, [command, 'a.yaml', '--json']);
    expect(codesOf(stdout)).toContain('taboo-reversed-type');
    expect((JSON.parse(stdout) as BuildReport).timings).toHaveProperty('check_ms');
  }
});

test('what it finds keeps the page from press with --strict, and --force writes it all the same', async () => {
  const cwd = folder();
  const strict = await run(cwd, ['build', 'a.yaml', '--json', '--strict']);
  expect(strict.code).toBe(1);
  expect((JSON.parse(strict.stdout) as BuildReport).outputs).toEqual([]);
  const forced = await run(cwd, ['build', 'a.yaml', '--json', '--strict', '--force']);
  expect(forced.code).toBe(1);
  expect((JSON.parse(forced.stdout) as BuildReport).outputs).toHaveLength(1);
});

test('what the editor answers for is told without asking: taboos that a story accepts, parts that are left out', async () => {
  const { code, stdout, stderr } = await run(ROOT, ['check', 'issues/berliner.yaml', '--json']);
  expect(code).toBe(0);
  const [page] = (JSON.parse(stdout) as BuildReport).pages;
  const answered = page?.fit.filter((one) => /编辑准许|略去可删段/.test(one)) ?? [];
  expect(answered.length).toBeGreaterThan(0);
  const told = stderr.split('\n').filter((line) => line.startsWith('  ') && /编辑准许|略去可删段/.test(line));
  expect(told).toEqual(answered.map((one) => `  ${one}`));
});
