import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import { folderWith, ROOT, run } from './run.ts';

const OLD = '车上是水芹和茭白，摊主姓罗，在这里卖了十九年菜。';
const NEW = '车上是水芹和茭白，摊主姓罗，在这里卖了整整十九年菜。';
const CHANGED = SAMPLE_ISSUE.replace(OLD, NEW);

test('one sentence of a sample changed: that sentence, and the lines that turned, and nothing else', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE, 'b.yaml': CHANGED });
  const { code, stdout } = await run(cwd, ['diff', 'a.yaml', 'b.yaml', '--json']);
  expect(code).toBe(0);
  const [{ words, pages }] = JSON.parse(stdout).issues;
  expect(words).toHaveLength(1);
  expect(words[0]).toMatchObject({
    kind: 'changed',
    place: { kind: 'block', label: '二十个早晨', part: 'text', number: 1 },
    before: { text: OLD },
    after: { text: NEW, line: 23 },
    pieces: [{ kind: 'same' }, { kind: 'added', text: '整整' }, { kind: 'same' }],
  });
  const [page] = pages;
  expect(page).toMatchObject({ page: '3', changes: [], shifted: 0 });
  expect(page.turned).toHaveLength(1);
  const [{ place, before, after }] = page.turned;
  expect(place).toMatchObject({ label: '二十个早晨', part: 'text', number: 1 });
  // The lines hold the end of the paragraph from the changed words on, before and after.
  expect(before.join('')).toContain('十九年菜');
  expect(after.join('')).toBe(before.join('').replace('十九年菜', '整整十九年菜'));
  const text = await run(cwd, ['diff', 'a.yaml', 'b.yaml']);
  expect(text.stdout).toContain(
    `  字句：1 处\n    分题块“二十个早晨”正文第 1 段\n      - ${OLD}\n      + ${NEW}\n`,
  );
  expect(text.stdout).toContain(`    转行不同：原 ${before.length} 行，现 ${after.length} 行\n`);
});

test('the same twice: no changes', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE });
  const { code, stdout } = await run(cwd, ['diff', 'a.yaml', 'a.yaml']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'a.yaml → a.yaml\n  没有改动\n' });
});

test('sentences that come, go and move; a block that is renamed stays the same block', async () => {
  const moved =
    '哪家的秤要靠墙，哪家的鱼池离不开地漏，哪家的老顾客认的是柱子上\n      那块旧招牌，图纸上都有了标注。';
  expect(SAMPLE_ISSUE).toContain(moved);
  const text = SAMPLE_ISSUE.replace(moved, '')
    .replace('  - title: 水往低处走', '  - title: 水向低处流')
    .replace('收摊以后冲洗，一个人二十分钟就能做完。', `收摊以后冲洗，一个人二十分钟就能做完。${moved}`)
    .replace('凌晨四点半，第一辆', '天没有亮。凌晨四点半，第一辆');
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE, 'b.yaml': text });
  const { stdout } = await run(cwd, ['diff', 'a.yaml', 'b.yaml', '--json', '--lang', 'en']);
  const [{ words }] = JSON.parse(stdout).issues;
  const found = words.map(
    ({ kind, place, after }: { kind: string; place: { label: string }; after?: { text: string } }) => [
      kind,
      place.label,
      after?.text.slice(0, 5),
    ],
  );
  expect(found).toEqual([
    ['added', '二十个早晨', '天没有亮。'],
    ['moved', '二十个早晨', '哪家的秤要'],
    ['changed', '水向低处流', '水向低处流'],
  ]);
});

test('a page of several stories: what moved, which head has another size', async () => {
  const news = readFileSync(join(ROOT, 'issues/briefs-tabloid.yaml'), 'utf8');
  const cwd = folderWith({
    'issues/a.yaml': news,
    'issues/b.yaml': news.replace(/^ {4}body:\n( {6}- [^\n]*\n)/m, '    body:\n$1$1$1$1'),
  });
  mkdirSync(join(cwd, 'papers'), { recursive: true });
  writeFileSync(
    join(cwd, 'papers/chenghu-daily.yaml'),
    readFileSync(join(ROOT, 'papers/chenghu-daily.yaml')),
  );
  const { stdout } = await run(cwd, ['diff', 'issues/a.yaml', 'issues/b.yaml', '--json']);
  const [{ words, pages }] = JSON.parse(stdout).issues;
  expect(words.every(({ kind }: { kind: string }) => kind === 'added')).toBe(true);
  expect(words.length).toBeGreaterThan(2);
  const changes: readonly { kind: string; from?: object; to?: object }[] = pages[0].changes;
  const moved = changes.filter(({ kind }) => kind === 'story-moved' || kind === 'story-resized');
  expect(moved.length).toBeGreaterThan(0);
  for (const { from, to } of moved) expect(from).not.toEqual(to);
});

test('revisions of git: an issue as it was, with the layouts of that time', async () => {
  const layout = readFileSync(join(ROOT, 'layouts/tabloid-theme.yaml'), 'utf8');
  const own = SAMPLE_ISSUE.replace('layout: tabloid-theme', 'layout: own');
  const cwd = folderWith({ 'issues/x.yaml': own, 'layouts/own.yaml': layout, 'more/y.yaml': own });
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  writeFileSync(join(cwd, 'issues/x.yaml'), own.replace(OLD, NEW));
  const first = await run(cwd, ['diff', 'HEAD:issues/x.yaml', 'issues/x.yaml', '--json']);
  expect(first.stderr).toBe('');
  expect(JSON.parse(first.stdout).issues[0].words).toHaveLength(1);
  writeFileSync(
    join(cwd, 'layouts/own.yaml'),
    layout.replaceAll(
      /^ {2}headline\.lead: \{face: head, size: \[28pt, 46pt, 76pt\]/gm,
      '  headline.lead: {face: head, size: [28pt, 30pt, 30pt]',
    ),
  );
  git('commit', '-q', '-a', '-m', 'two');
  const folders = await run(cwd, ['diff', 'HEAD~1:issues', 'HEAD:issues', '--json']);
  expect(folders.stderr).toBe('');
  const [{ issue, words, pages }] = JSON.parse(folders.stdout).issues;
  expect([issue, words.length]).toEqual(['x.yaml', 1]);
  expect(pages[0].changes.map(({ kind }: { kind: string }) => kind)).toContain('head-resized');
  expect(execFileSync('git', ['status', '--porcelain'], { cwd, encoding: 'utf8' })).toBe('');
});

test('folders: pairs by name, and what only one of them has', async () => {
  const cwd = folderWith({
    'old/a.yaml': SAMPLE_ISSUE,
    'old/gone.yaml': SAMPLE_ISSUE,
    'new/a.yaml': CHANGED,
    'new/fresh.yaml': SAMPLE_ISSUE,
    'new/compose.yaml': 'services: {}\n',
  });
  const { code, stdout } = await run(cwd, ['diff', 'old', 'new']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^a\.yaml\n {2}字句：1 处\n/);
  expect(stdout).toContain('gone.yaml：只在 old\nfresh.yaml：只在 new\n');
  expect(stdout).not.toContain('compose');
});

test('the picture: both pages side by side, red and green at the words, yellow at the lines', async () => {
  const cwd = folderWith({
    'a.yaml': SAMPLE_ISSUE.replace(OLD, OLD.replace('十九', '二十九')),
    'b.yaml': CHANGED,
  });
  const { code, stderr } = await run(cwd, ['diff', 'a.yaml', 'b.yaml', '--png', 'c.png']);
  expect({ code, stderr: stderr.slice(0, 10) }).toEqual({ code: 0, stderr: '已写好 c.png：' });
  const { data, info } = await sharp(join(cwd, 'c.png')).raw().toBuffer({ resolveWithObject: true });
  const middle = info.width / 2;
  const seen = { left: new Set<string>(), right: new Set<string>() };
  for (let at = 0; at < data.length; at += info.channels) {
    const side = (at / info.channels) % info.width < middle ? seen.left : seen.right;
    side.add([...data.subarray(at, at + 3)].join());
  }
  // Words stand on lines that turned: their colours are multiplied.
  const over = (mark: readonly number[], ground: readonly number[]) =>
    mark.map((value, i) => Math.round((value * ground[i]!) / 255)).join();
  const yellow = [255, 238, 150];
  expect(seen.left).toContain(yellow.join());
  expect(seen.right).toContain(yellow.join());
  expect(seen.left).toContain(over([255, 130, 120], yellow));
  expect(seen.right).toContain(over([110, 225, 130], yellow));
  expect(seen.left).not.toContain(over([110, 225, 130], yellow));
});

test.each([
  [['nothing.yaml', 'a.yaml'], '没有 nothing.yaml 这个文件或文件夹'],
  [['HEAD:a.yaml', 'a.yaml'], '这里的 git 没有版本 HEAD'],
  [['--', '--output=x:a.yaml', 'a.yaml'], '这里的 git 没有版本 --output=x'],
  [['.', 'a.yaml'], '要同是文件，或同是文件夹'],
  [['a.yaml'], '缺少参数 new'],
])('pagegen diff %j is refused with 2 and a line that says why', async (words, said) => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE });
  const { code, stdout, stderr } = await run(cwd, ['diff', ...words]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(said);
});

test('faulty copy: the words are compared, the fault is told, and the exit code says so', async () => {
  const cwd = folderWith({
    'a.yaml': SAMPLE_ISSUE,
    'b.yaml': CHANGED.replace('layout: tabloid-theme', 'layout: none'),
  });
  const { code, stdout, stderr } = await run(cwd, ['diff', 'a.yaml', 'b.yaml', '--json']);
  expect(code).toBe(1);
  expect(stderr).toContain('unknown-layout');
  expect(JSON.parse(stdout).issues[0]).toMatchObject({ words: [{ kind: 'changed' }], pages: [] });
});
