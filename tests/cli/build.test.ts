import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import type { BuildReport } from '../../src/output/report.ts';
import { folderWith, ROOT, run } from './run.ts';

/** A theme that no layout has: the page can be made all the same. */
const FAULTY = SAMPLE_ISSUE.replace('theme: blue', 'theme: 茶色');

/** Nothing of it can be read. */
const UNREADABLE = 'headline: [\n';

const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

test('a good issue: PDF in out/, one line of progress, stdout empty, the same bytes again', async () => {
  const cwd = folderWith({ 'issues/a.yaml': SAMPLE_ISSUE });
  const { code, stdout, stderr } = await run(cwd, ['build', 'issues/a.yaml']);
  expect(stderr).toContain('issues/a.yaml → out/a.pdf：1 版，0 个错误');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(filesOf(join(cwd, 'out'))).toEqual(['a.pdf']);
  const first = readFileSync(join(cwd, 'out/a.pdf'));
  await run(cwd, ['build', 'issues/a.yaml', '-o', 'again/b.pdf']);
  expect(readFileSync(join(cwd, 'again/b.pdf')).equals(first)).toBe(true);
});

test('--proof --json: one document, three outputs with their sums, figures of the page', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE });
  const { code, stdout } = await run(cwd, ['build', 'a.yaml', '--proof', '--json', '-o', 'proofs']);
  const report = JSON.parse(stdout) as BuildReport;
  expect(code).toBe(0);
  expect(Object.keys(report)).toEqual(['version', 'ok', 'outputs', 'diagnostics', 'pages', 'timings']);
  expect(report).toMatchObject({ version: '9.9.9', ok: true });
  expect(report.outputs.map(({ path, kind, pages }) => [path, kind, pages])).toEqual([
    ['proofs/a.pdf', 'pdf', 1],
    ['proofs/a.png', 'png', 1],
    ['proofs/a.svg', 'svg', 1],
  ]);
  for (const { path, sha256 } of report.outputs) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(cwd, path)))
        .digest('hex'),
    ).toBe(sha256);
  }
  expect(filesOf(join(cwd, 'proofs'))).toEqual(['a.pdf', 'a.png', 'a.svg']);
  expect(report.pages).toHaveLength(1);
  expect(report.pages[0]).toMatchObject({ page: '3' });
  expect(report.pages[0]).not.toHaveProperty('issue');
  expect(report.pages[0]?.characters.set).toBe(report.pages[0]?.characters.copy);
  expect(report.timings).toHaveProperty('total_ms');
  expect(readFileSync(join(cwd, 'proofs/a.svg'), 'utf8')).not.toContain('未完成');
});

test('a faulty issue: exit code 1, its place in the file, nothing written', async () => {
  const cwd = folderWith({ 'a.yaml': FAULTY });
  const { code, stdout, stderr } = await run(cwd, ['build', 'a.yaml', '--json']);
  const report = JSON.parse(stdout) as BuildReport;
  const line = FAULTY.split('\n').findIndex((text) => text.includes('茶色')) + 1;
  expect(code).toBe(1);
  expect(stderr).toContain(`a.yaml:${line}:12: 错误[unknown-theme]`);
  expect(stderr).toContain('＾＾');
  expect(stderr).toContain('a.yaml：未出版，1 个错误');
  expect(report).toMatchObject({ ok: false, outputs: [] });
  const place = { path: 'a.yaml', line, column: 12, endLine: line, endColumn: 14 };
  expect(report.diagnostics).toContainEqual(
    expect.objectContaining({ severity: 'error', code: 'unknown-theme', ...place }),
  );
  expect(filesOf(cwd)).toEqual(['a.yaml']);
});

test('--force writes a faulty issue all the same, stamps its proof, and still ends with 1', async () => {
  const cwd = folderWith({ 'a.yaml': FAULTY });
  const { code } = await run(cwd, ['build', 'a.yaml', '--force', '--proof']);
  expect(code).toBe(1);
  expect(filesOf(join(cwd, 'out'))).toEqual(['a.pdf', 'a.png', 'a.svg']);
  expect(readFileSync(join(cwd, 'out/a.svg'), 'utf8')).toContain('未完成');
});

test('--strict: the same warnings keep a page from press', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE.replace('三轮车从', '‘三轮车从') });
  const plain = await run(cwd, ['check', 'a.yaml']);
  expect(plain.stderr).toContain('警告[unclosed-quote]');
  expect(plain.code).toBe(0);
  const strict = await run(cwd, ['build', 'a.yaml', '--strict', '--json']);
  expect(JSON.parse(strict.stdout)).toMatchObject({ ok: false, outputs: [] });
  expect(strict.code).toBe(1);
  expect(filesOf(cwd)).toEqual(['a.yaml']);
});

test('several issues: one document that names them; a bad one does not hold up the good one', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE, 'b.yaml': UNREADABLE });
  const { code, stdout, stderr } = await run(cwd, ['build', 'a.yaml', 'b.yaml', 'c.yaml', '--json']);
  const report = JSON.parse(stdout) as BuildReport;
  expect(report.outputs.map(({ issue, path }) => [issue, path])).toEqual([['a.yaml', 'out/a.pdf']]);
  expect(report.pages.map(({ issue }) => issue)).toEqual(['a.yaml']);
  expect(report.diagnostics.map((one) => one.code)).toEqual(
    expect.arrayContaining(['yaml-syntax', 'cannot-read']),
  );
  expect(stderr).toContain('b.yaml：未出版');
  expect(stderr).toContain('c.yaml：未出版');
  expect(code).toBe(2);
});

test('check writes nothing and says that the issue passed', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE });
  const { code, stderr } = await run(cwd, ['check', 'a.yaml']);
  expect(stderr).toContain('a.yaml：通过');
  expect(code).toBe(0);
  expect(filesOf(cwd)).toEqual(['a.yaml']);
});

test('a place that cannot be written: exit code 2 and no temporary file', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE });
  mkdirSync(join(cwd, 'out/a.pdf'), { recursive: true });
  const { code, stderr, stdout } = await run(cwd, ['build', 'a.yaml', '--proof', '--json']);
  expect(stderr).toContain('写不了 out/a.pdf（EISDIR）');
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, outputs: [] });
  expect(code).toBe(2);
  expect(filesOf(join(cwd, 'out'))).toEqual(['a.pdf']);
});

test('- reads the issue from standard input', async () => {
  const cwd = folderWith({});
  const { code } = await run(cwd, ['build', '-', '-o', 'x.pdf'], { input: SAMPLE_ISSUE });
  expect(code).toBe(0);
  expect(filesOf(cwd)).toEqual(['x.pdf']);
});

test('a layout is a name here, a name in the package, or a path from the issue file', async () => {
  const layout = readFileSync(join(ROOT, 'layouts/tabloid-theme.yaml'), 'utf8');
  const named = (name: string) => SAMPLE_ISSUE.replace('layout: tabloid-theme', `layout: ${name}`);
  const cwd = folderWith({
    'layouts/own.yaml': layout,
    'issues/own.yaml': named('own'),
    'issues/path.yaml': named('../designs/far.yaml'),
    'issues/none.yaml': named('ownn'),
    'designs/far.yaml': layout,
  });
  const codes = await Promise.all(
    ['own', 'path', 'none'].map(async (name) => (await run(cwd, ['check', `issues/${name}.yaml`])).code),
  );
  expect(codes).toEqual([0, 0, 1]);
  expect((await run(cwd, ['check', 'issues/none.yaml', '--layout', 'own'])).code).toBe(0);
  expect((await run(cwd, ['check', 'issues/none.yaml', '--layout', 'designs/far.yaml'])).code).toBe(0);
});
