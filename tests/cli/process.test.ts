import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import { folderWith, ROOT } from './run.ts';

const COMMAND = join(ROOT, 'bin/pagegen.mjs');

function pagegen(cwd: string, argv: readonly string[], input = '') {
  return spawnSync(process.execPath, [COMMAND, ...argv], {
    cwd,
    input,
    encoding: 'utf8',
    timeout: 20_000,
    env: { LANG: 'zh_CN.UTF-8' },
  });
}

beforeAll(() => {
  const steps = [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], ['scripts/bundle.mjs']];
  for (const step of steps) {
    const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: ROOT, encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  }
});

test.each(['watch', 'preview'])('%s ends by itself when the call is wrong', (command) => {
  const cwd = folderWith({ 'x.yaml': SAMPLE_ISSUE });
  const { status, stderr } = pagegen(cwd, [command, 'x.yaml', '--layout', 'nosuch']);
  expect(stderr).toContain('没有名为 nosuch 的版式');
  expect(status).toBe(2);
});

test('the installed command builds standard input to a PDF and keeps stdout for JSON', () => {
  const cwd = folderWith({});
  const { status, stdout } = pagegen(cwd, ['build', '-', '-o', 'x.pdf', '--json'], SAMPLE_ISSUE);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, outputs: [{ path: 'x.pdf', kind: 'pdf' }] });
  expect(status).toBe(0);
});

test('exit codes reach the shell', () => {
  const cwd = folderWith({ 'bad.yaml': 'headlin: 标题\n' });
  expect(pagegen(cwd, ['check', 'bad.yaml']).status).toBe(1);
  expect(pagegen(cwd, ['check', 'none.yaml']).status).toBe(2);
  expect(pagegen(cwd, ['build', '--nonsense']).status).toBe(2);
});

test('messages carry no colour where stderr is no terminal', () => {
  const { stderr } = pagegen(folderWith({ 'bad.yaml': 'headlin: 标题\n' }), ['check', 'bad.yaml']);
  expect(stderr).toContain('错误[');
  expect(stderr).not.toContain('\u001b');
});
