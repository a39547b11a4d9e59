import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import type { BuildReport } from '../../src/output/report.ts';
import { folderWith, ROOT, run } from './run.ts';

/** One slip in the lead: an ASCII comma. */
const SLIP = SAMPLE_ISSUE.replace('柳条巷菜市场要翻修了。', '柳条巷菜市场,要翻修了。');

const line = SLIP.split('\n').findIndex((text) => text.includes('菜市场,')) + 1;

/** The copy's own diagnostics in a JSON report. */
function copyFinds(stdout: string): BuildReport['diagnostics'] {
  return (JSON.parse(stdout) as BuildReport).diagnostics.filter(({ code }) => code.startsWith('copy-'));
}

test('check tells a slip of the copy with its place, the words to write and a mark under it', async () => {
  const cwd = folderWith({ 'a.yaml': SLIP });
  const { code, stdout, stderr } = await run(cwd, ['check', 'a.yaml']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain(`a.yaml:${line}:11: 警告[copy-half-width-mark] 中文里用了半角标点：,`);
  expect(stderr).toContain('提示: 应写成：，');
  const english = await run(cwd, ['check', 'a.yaml', '--lang', 'en']);
  expect(english.stderr).toContain('warning[copy-half-width-mark] half-width mark in Chinese: ,');
  expect(english.stderr).toContain('hint: write: ，');
});

test('--json has it as data, behind what the build itself has to say', async () => {
  const cwd = folderWith({ 'a.yaml': SLIP.replace('page: 3', 'page: 3\nlayuot: x') });
  const { code, stdout } = await run(cwd, ['check', 'a.yaml', '--json']);
  const { diagnostics, timings } = JSON.parse(stdout) as BuildReport;
  expect(code).toBe(1);
  expect(diagnostics.at(0)?.code).toBe('unknown-key');
  const place = { path: 'a.yaml', line: line + 1, column: 11, endLine: line + 1, endColumn: 12 };
  expect(diagnostics.at(-1)).toEqual({
    severity: 'warning',
    code: 'copy-half-width-mark',
    message: '中文里用了半角标点：,',
    ...place,
    hints: ['应写成：，'],
  });
  expect(timings).toHaveProperty('copy_ms');
});

test('--strict counts it; check: in the issue switches it off; build does not look at it', async () => {
  const cwd = folderWith({ 'a.yaml': SLIP, 'off.yaml': `check: {半角标点: 关}\n${SLIP}` });
  expect((await run(cwd, ['check', 'a.yaml', '--strict'])).code).toBe(1);
  expect(copyFinds((await run(cwd, ['check', 'off.yaml', '--json'])).stdout)).toEqual([]);
  expect(copyFinds((await run(cwd, ['check', 'a.yaml', '--json'])).stdout)).toHaveLength(1);
  expect(copyFinds((await run(cwd, ['build', 'a.yaml', '--json'])).stdout)).toEqual([]);
});

test('the issues that come with the program have no slips', async () => {
  const samples = readdirSync(join(ROOT, 'issues')).filter((name) => name.endsWith('.yaml'));
  const cwd = folderWith({
    'init.yaml': SAMPLE_ISSUE,
    ...Object.fromEntries(samples.map((name) => [name, readFileSync(join(ROOT, 'issues', name), 'utf8')])),
  });
  const { stdout } = await run(cwd, ['check', 'init.yaml', ...samples, '--json']);
  expect(copyFinds(stdout)).toEqual([]);
  // Every page of the samples is made up.
}, 120_000);
