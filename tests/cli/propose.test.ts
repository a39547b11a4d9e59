import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import type { ProposalEntry } from '../../src/output/proposal.ts';
import { folderWith, ROOT, run } from './run.ts';

/** A small page of three stories that can be arranged in several ways. */
const text = (words: string, times: number): string => words.repeat(times);
const LAKE = '湖上的风从码头吹过来，灯一盏一盏亮了，等船的人把领子竖起来，谁也没有先走。';
const NEWS = `pagegen: 1
layout: tabloid-news
paper: chenghu-daily
date: 2026-04-17
page: {number: 6, section: 夜城}
credits: {editor: 毕夜阑}
articles:
  - id: market
    role: lead
    headline: {kicker: 瓦窑口夜市, main: 灯亮起来 手艺就回来了}
    body:
${Array.from({ length: 10 }, (_, at) => `      - 第${at + 1}段，${text(LAKE, 3)}`).join('\n')}
  - id: bus
    role: second
    headline: {main: 末班车 又多等了七分钟}
    body:
${Array.from({ length: 8 }, (_, at) => `      - 第${at + 1}段，${text(LAKE, 2)}`).join('\n')}
  - id: star
    role: third
    headline: {main: 关灯一小时 看见三百颗星}
    body:
${Array.from({ length: 6 }, (_, at) => `      - 第${at + 1}段，${text(LAKE, 3)}`).join('\n')}
  - id: watch
    role: comment
    headline: {main: 夜里的账}
    body:
${Array.from({ length: 5 }, (_, at) => `      - 第${at + 1}段，${text(LAKE, 2)}`).join('\n')}
`;

interface Proposals {
  readonly ok: boolean;
  readonly issue: string;
  readonly proposals: readonly (ProposalEntry & {
    readonly number: number;
    readonly outputs: readonly { readonly path: string; readonly kind: string; readonly sha256: string }[];
  })[];
}

const filesOf = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() : [];

test('proofs of the best arrangements, each with its score sheet; the same bytes twice', async () => {
  const cwd = folderWith({ 'a.yaml': NEWS });
  const { code, stdout, stderr } = await run(cwd, ['propose', 'a.yaml', '-n', '2', '--json']);
  expect(code, stderr).toBe(0);
  const { ok, issue, proposals } = JSON.parse(stdout) as Proposals;
  expect({ ok, issue }).toEqual({ ok: true, issue: 'a.yaml' });
  expect(proposals.map(({ number }) => number)).toEqual([1, 2]);
  for (const { number, outputs, places, score, terms } of proposals) {
    expect(outputs.map(({ path, kind }) => [path, kind])).toEqual([
      [`out/a-${number}.pdf`, 'pdf'],
      [`out/a-${number}.png`, 'png'],
      [`out/a-${number}.svg`, 'svg'],
    ]);
    for (const { path } of outputs) expect(readFileSync(join(cwd, path)).length).toBeGreaterThan(1000);
    expect(Object.keys(places)).toEqual(['market', 'bus', 'star', 'watch']);
    const off = terms.reduce((sum, term) => sum + term.off, 0);
    expect(score).toBeCloseTo(100 - off, 0);
    for (const { label } of terms) expect(label).toMatch(/\p{Script=Han}/u);
  }
  expect(proposals[0]!.places).not.toEqual(proposals[1]!.places);
  expect(filesOf(join(cwd, 'out'))).toHaveLength(6);
  const again = JSON.parse((await run(cwd, ['propose', 'a.yaml', '-n', '2', '--json'])).stdout) as Proposals;
  const sums = (all: Proposals['proposals']): readonly string[] =>
    all.flatMap(({ outputs }) => outputs.map(({ sha256 }) => sha256));
  expect(sums(again.proposals)).toEqual(sums(proposals));
});

test('--choose writes the lock beside the issue, with which build gives that page', async () => {
  const cwd = folderWith({ 'pages/a.yaml': NEWS });
  const proofs = await run(cwd, ['propose', 'pages/a.yaml', '-n', '2', '--json']);
  const { proposals } = JSON.parse(proofs.stdout) as Proposals;
  expect(existsSync(join(cwd, 'pages/a.lock.yaml'))).toBe(false);
  for (const { number, places } of proposals.toReversed()) {
    const { code, stdout, stderr } = await run(cwd, ['propose', 'pages/a.yaml', '--choose', String(number)]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`第 ${number} 种排法记在 pages/a.lock.yaml`);
    const lock = readFileSync(join(cwd, 'pages/a.lock.yaml'), 'utf8');
    for (const [id, [place]] of Object.entries(places)) {
      expect(lock).toContain(
        `"${id}": [{cols: ${String(place!['cols'])}, lines: ${String(place!['lines'])}}`,
      );
    }
  }
  const built = await run(cwd, ['build', 'pages/a.yaml', '--proof', '-o', 'locked', '--json']);
  expect(built.code, built.stderr).toBe(0);
  const [page] = JSON.parse(built.stdout).pages;
  expect(page.fit[0]).toContain('锁定');
  // The proof of the proposal and that of the build show the same page.
  const shown = (path: string): string => readFileSync(join(cwd, path)).toString('base64');
  expect(shown('locked/a.png') === shown('out/a-1.png')).toBe(true);
  expect(shown('locked/a.png') === shown('out/a-2.png')).toBe(false);
});

test('people are told points, what took some off, and the files', async () => {
  const cwd = folderWith({ 'a.yaml': NEWS });
  const { stdout } = await run(cwd, ['propose', 'a.yaml', '-n', '1', '-o', 'proofs']);
  expect(stdout).toMatch(/^第 1 种排法：\d+(\.\d+)? 分\n/);
  expect(stdout).toMatch(/^ {2}−\d+\.\d{2} {2}\S/m);
  expect(stdout).toContain('  proofs/a-1.pdf\n');
  const english = await run(cwd, ['propose', 'a.yaml', '-n', '1', '-o', 'proofs', '--lang', 'en']);
  expect(english.stdout).toMatch(/^arrangement 1: \d+(\.\d+)? points\n/);
});

test.each([
  [['-n', '0'], '1 到 9'],
  [['-n', '10'], '1 到 9'],
  [['-n', '1.5'], '1 到 9'],
  [['-n', 'three'], '1 到 9'],
  [['--choose', '0'], '1 到 9'],
  [['--choose', 'x'], '1 到 9'],
])('%j is a wrong use', async (args, words) => {
  const cwd = folderWith({ 'a.yaml': NEWS });
  const { code, stdout, stderr } = await run(cwd, ['propose', 'a.yaml', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
  expect(filesOf(cwd)).toEqual(['a.yaml']);
});

test('more than there are: as many as there are; a choice beyond them is a wrong use', async () => {
  const cwd = folderWith({ 'a.yaml': NEWS.slice(0, NEWS.indexOf('  - id: bus')) });
  const { code, stdout } = await run(cwd, ['propose', 'a.yaml', '-n', '9', '--json']);
  expect(code).toBe(0);
  const count = (JSON.parse(stdout) as Proposals).proposals.length;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(9);
  const beyond = await run(cwd, ['propose', 'a.yaml', '--choose', '9']);
  expect(beyond.code).toBe(2);
  expect(beyond.stderr).toContain(`只有 ${count} 种排法`);
  expect(existsSync(join(cwd, 'a.lock.yaml'))).toBe(false);
});

test('a page of one story has nothing to choose', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE });
  const { code, stderr } = await run(cwd, ['propose', 'a.yaml']);
  expect(code).toBe(1);
  expect(stderr).toContain('不是多篇稿件的版面');
  expect(filesOf(cwd)).toEqual(['a.yaml']);
});

test('standard input has no place for a lock; a file that is not there is a wrong use', async () => {
  const cwd = folderWith({});
  const piped = await run(cwd, ['propose', '-', '--choose', '1'], { input: NEWS });
  expect(piped.code).toBe(2);
  expect(piped.stderr).toContain('标准输入');
  const missing = await run(cwd, ['propose', 'none.yaml']);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('none.yaml');
  expect(filesOf(cwd)).toEqual([]);
});

test('an issue whose YAML is faulty proposes nothing and says why', async () => {
  const cwd = folderWith({ 'a.yaml': NEWS.replace('role: lead', 'role: 头条二') });
  const { code, stdout, stderr } = await run(cwd, ['propose', 'a.yaml']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('a.yaml:9');
  expect(filesOf(cwd)).toEqual(['a.yaml']);
});

test('a profile that cannot be used is told once, and no proof is written', async () => {
  const layout = readFileSync(join(ROOT, 'layouts/tabloid-news.yaml'), 'utf8');
  const cwd = folderWith({
    'a.yaml': NEWS.replace('layout: tabloid-news', 'layout: house'),
    'layouts/house.yaml': `${layout}print: {profile: none.icc}\n`,
  });
  const { code, stdout, stderr } = await run(cwd, ['propose', 'a.yaml', '-n', '2', '--json']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.match(/\[bad-profile\]/g)).toHaveLength(1);
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});

test('a faulty lock file keeps the page from press, at its own place', async () => {
  const cwd = folderWith({ 'a.yaml': NEWS, 'a.lock.yaml': 'stories: [\n' });
  const { code, stderr } = await run(cwd, ['check', 'a.yaml']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/a\.lock\.yaml:\d+:\d+: /);
});

test('--layout makes the proposals in another layout', async () => {
  const cwd = folderWith({ 'a.yaml': NEWS.replace('layout: tabloid-news', 'layout: none') });
  expect((await run(cwd, ['propose', 'a.yaml', '-n', '1'])).code).toBe(1);
  expect((await run(cwd, ['propose', 'a.yaml', '-n', '1', '--layout', 'tabloid-news'])).code).toBe(0);
  expect((await run(cwd, ['propose', 'a.yaml', '-n', '1', '--layout', 'nowhere'])).code).toBe(2);
  expect(ROOT).not.toBe(cwd);
});
