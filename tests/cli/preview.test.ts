import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli.ts';
import type { SentIssue } from '../../src/model/preview.ts';
import { listen } from '../preview/client.ts';
import { folderWith, ROOT, run } from './run.ts';

// Whole pages are set several times over, on machines that do other work too.
vi.setConfig({ testTimeout: 180_000 });

const ISSUE = `layout: tabloid-theme
date: 2026-03-18
headline: 一片茶叶
blocks:
  - title: 采
    text: 清明前十天，山上的人比茶芽起得早。
`;

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A command that runs on, with what it has said so far. */
function start(cwd: string, argv: readonly string[]) {
  const stop = new AbortController();
  const told = { stdout: '', stderr: '' };
  const io = {
    cwd,
    env: {},
    terminal: false,
    stdin: async () => Buffer.from(''),
    stdout: (text: string) => void (told.stdout += text),
    stderr: (text: string) => void (told.stderr += text),
    clock: () => performance.now(),
    stop: stop.signal,
  };
  const ended = main(argv, io, { version: '9.9.9', folder: ROOT });
  const end = async () => {
    stop.abort();
    return ended;
  };
  stops.push(end);
  const said = async (words: string | RegExp, from = 0): Promise<number> => {
    for (;;) {
      const at = told.stderr.slice(from).search(words);
      if (at >= 0) return from + at + 1;
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  return { told, said, end };
}

async function preview(cwd: string, ...argv: readonly string[]) {
  const command = start(cwd, ['preview', ...argv]);
  while (!command.told.stdout.includes('\n')) await new Promise((done) => setTimeout(done, 10));
  const url = command.told.stdout.trim();
  const client = listen(url);
  stops.unshift(async () => client.close());
  return { ...command, url, client };
}

const codesOf = ({ problems }: SentIssue) => problems.map(({ code }) => code);
const rowsOf = ({ pages }: SentIssue) => pages[0]?.rows.map(({ characters }) => characters);

describe('preview', () => {
  test('shows the page, and a new one after every save, however it is saved', async () => {
    const cwd = folderWith({ 'tea.yaml': ISSUE });
    const { client, said, end, told } = await preview(cwd, 'tea.yaml');
    expect(await client.greeting).toMatchObject({ language: 'zh', issues: ['tea.yaml'] });
    const first = await client.next();
    expect(first.pages[0]).toMatchObject({ label: '1', title: '一片茶叶', stale: false });
    expect(first.files[0]).toMatchObject({ path: 'tea.yaml', absolute: join(cwd, 'tea.yaml'), text: ISSUE });
    await said('等候');

    writeFileSync(join(cwd, 'tea.yaml'), ISSUE.replace('比茶芽', '总是比茶芽'));
    const second = await client.next();
    expect(rowsOf(second)![1]).toBe(rowsOf(first)![1]! + 2);
    expect(Object.keys(second.parts).length).toBeLessThan(Object.keys(first.parts).length);

    // A new file takes the place of the old one, twice over.
    for (const word of ['最后', '一直']) {
      writeFileSync(join(cwd, '.tea.yaml.tmp'), ISSUE.replace('比茶芽', `${word}都比茶芽`));
      renameSync(join(cwd, '.tea.yaml.tmp'), join(cwd, 'tea.yaml'));
      expect(rowsOf(await client.next())![1]).toBe(rowsOf(first)![1]! + 3);
    }
    appendFileSync(join(cwd, 'tea.yaml'), '  - text: 又一段。\n');
    expect((await client.next()).pages[0]!.rows).toHaveLength(3);
    expect(told.stderr).toMatch(/tea\.yaml：1 版，0 个错误，1 个警告/);
    expect(await end()).toBe(0);
  });

  test('a broken file leaves the last good page with the error beside it, in both languages', async () => {
    const cwd = folderWith({ 'tea.yaml': ISSUE });
    const { client, said } = await preview(cwd, 'tea.yaml');
    const good = await client.next();
    await said('等候');
    writeFileSync(join(cwd, 'tea.yaml'), ISSUE.replace('blocks:', 'blocks: ['));
    const broken = await client.next();
    expect(codesOf(broken)).toContain('yaml-syntax');
    expect(broken.problems[0]!.message.en).toMatch(/[a-z]/);
    expect(broken.pages[0]).toMatchObject({ stale: true, order: good.pages[0]!.order });
    writeFileSync(join(cwd, 'tea.yaml'), ISSUE);
    const mended = await client.next();
    expect(codesOf(mended)).toEqual(['short']);
    expect(mended.pages[0]!.stale).toBe(false);
  });

  test('follows layout, paper and data too, also files that were not there', async () => {
    const layout = readFileSync(join(ROOT, 'layouts/tabloid-theme.yaml'), 'utf8');
    const cwd = folderWith({ 'own.yaml': layout, 'tea.yaml': ISSUE.replace('tabloid-theme', 'own.yaml') });
    const { client, said } = await preview(cwd, 'tea.yaml');
    const first = await client.next();
    await said('等候');
    writeFileSync(join(cwd, 'own.yaml'), layout.replace(/trim: \[[^,]*,/, 'trim: [290mm,'));
    const wider = await client.next();
    expect(wider.pages[0]!.width).not.toBe(first.pages[0]!.width);

    const issue = readFileSync(join(ROOT, 'issues/water-grid.yaml'), 'utf8');
    writeFileSync(join(cwd, 'tea.yaml'), issue.replace('data/leakage.csv', 'lake.csv'));
    expect(codesOf(await client.next())).toContain('missing-data');
    writeFileSync(join(cwd, 'lake.csv'), readFileSync(join(ROOT, 'issues/data/leakage.csv')));
    expect(codesOf(await client.next())).not.toContain('missing-data');
  });

  test('what the issue does not come from is left alone, and so is a save without a change', async () => {
    const cwd = folderWith({ 'tea.yaml': ISSUE, 'other.yaml': ISSUE });
    const { client, said, told } = await preview(cwd, 'tea.yaml');
    await client.next();
    const at = await said('等候');
    writeFileSync(join(cwd, 'other.yaml'), 'x');
    writeFileSync(join(cwd, 'tea.yaml'), ISSUE);
    writeFileSync(join(cwd, 'notes.txt'), 'x');
    await new Promise((done) => setTimeout(done, 300));
    expect(told.stderr.slice(at)).not.toMatch(/tea\.yaml：/);
  });

  test.each([
    [['preview', '-'], '标准输入'],
    [['preview', 'x.yaml', '--port', 'many'], '--port'],
    [['preview', 'x.yaml', '--port', '70000'], '--port'],
    [['preview', 'x.yaml', '--editor', 'https://evil.example/{path}'], '--editor'],
    [['preview', 'x.yaml', '--editor', 'javascript:alert({path})'], '--editor'],
    [['preview', 'x.yaml', '--editor', 'vscode://file/'], '--editor'],
    [['preview', 'x.yaml', '--layout', 'none'], 'none'],
    [['watch', '-'], '标准输入'],
    [['watch', 'x.yaml', '--pdfx', '9'], '--pdfx'],
  ])('%j is a wrong use', async (argv, word) => {
    const stop = AbortSignal.timeout(5000);
    const { code, stderr } = await run(folderWith({}), argv, { stop });
    expect(stderr).toContain(word);
    expect(code).toBe(2);
  });
});

describe('watch', () => {
  const bytesOf = (cwd: string, name: string) => readFileSync(join(cwd, 'out', `${name}.pdf`));

  test('builds what has changed and nothing else', async () => {
    const cwd = folderWith({ 'a.yaml': ISSUE, 'b.yaml': ISSUE.replace('一片茶叶', '一船茶叶') });
    const { said, end, told } = start(cwd, ['watch', 'a.yaml', 'b.yaml']);
    let at = await said('等候');
    const before = { a: bytesOf(cwd, 'a'), b: statSync(join(cwd, 'out/b.pdf')).mtimeMs };
    writeFileSync(join(cwd, 'a.yaml'), ISSUE.replace('比茶芽', '总是比茶芽'));
    at = await said(/a\.yaml → /, at);
    expect(bytesOf(cwd, 'a').equals(before.a)).toBe(false);
    expect(statSync(join(cwd, 'out/b.pdf')).mtimeMs).toBe(before.b);
    // The same as a build from nothing.
    await run(cwd, ['build', 'a.yaml', '-o', 'fresh.pdf']);
    expect(bytesOf(cwd, 'a').equals(readFileSync(join(cwd, 'fresh.pdf')))).toBe(true);

    writeFileSync(join(cwd, 'b.yaml'), 'headlin: 错\n');
    at = await said(/b\.yaml：未出版/, at);
    expect(statSync(join(cwd, 'out/b.pdf')).mtimeMs).toBe(before.b);
    writeFileSync(join(cwd, 'b.yaml'), ISSUE);
    await said(/b\.yaml → /, at);
    expect(told.stderr.match(/a\.yaml → /g)).toHaveLength(2);
    expect(await end()).toBe(0);
  });

  test('fonts that change set everything anew', async () => {
    const cwd = folderWith({ 'a.yaml': ISSUE, 'b.yaml': ISSUE });
    mkdirSync(join(cwd, 'fonts'));
    cpSync(join(ROOT, 'fonts'), join(cwd, 'fonts'), { recursive: true });
    const { said } = start(cwd, ['watch', 'a.yaml', 'b.yaml']);
    const at = await said('等候');
    const before = bytesOf(cwd, 'a');
    const list = readFileSync(join(cwd, 'fonts/fonts.yaml'), 'utf8');
    writeFileSync(join(cwd, 'fonts/fonts.yaml'), list.replaceAll('PGSong-Medium.ttf', 'PGKai-Regular.ttf'));
    await said(/a\.yaml → /, at);
    await said(/b\.yaml → /, at);
    expect(bytesOf(cwd, 'a').equals(before)).toBe(false);
  });
});
