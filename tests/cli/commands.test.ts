import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_NEWS, SAMPLE_PAPER } from '../../src/cli/sample-news.ts';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import { folderWith, run } from './run.ts';

test('init writes an issue that passes, and its schema; a second time nothing is touched', async () => {
  const cwd = folderWith({});
  const first = await run(cwd, ['init', 'paper']);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain('pagegen build paper/issues/my-first-page.yaml');
  const path = join(cwd, 'paper/issues/my-first-page.yaml');
  expect(readFileSync(path, 'utf8')).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/schemas\/issue\.schema\.json\n/,
  );
  expect(JSON.parse(readFileSync(join(cwd, 'paper/schemas/issue.schema.json'), 'utf8'))).toHaveProperty(
    'properties',
  );
  expect((await run(cwd, ['check', path])).code).toBe(0);
  const again = await run(cwd, ['init', 'paper']);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('已经有了');
  expect(readFileSync(path, 'utf8')).toBe(SAMPLE_ISSUE);
});

test('init --news writes a page of several stories with its paper, which passes; the day is today where it is known', async () => {
  const cwd = folderWith({ 'papers/my-paper.yaml': SAMPLE_PAPER.replace('柳溪日报 ', '我的日报 ') });
  const { code } = await run(cwd, ['init', '--news'], { today: () => '2027-01-02' });
  expect(code).toBe(0);
  const issue = readFileSync(join(cwd, 'issues/my-first-news.yaml'), 'utf8');
  expect(issue).toBe(
    SAMPLE_NEWS.replace(/^date: .*$/m, (line) => line.replace(/\d{4}-\d\d-\d\d/, '2027-01-02')),
  );
  expect(readFileSync(join(cwd, 'papers/my-paper.yaml'), 'utf8')).toContain('我的日报');
  for (const kind of ['issue', 'paper']) {
    expect(JSON.parse(readFileSync(join(cwd, `schemas/${kind}.schema.json`), 'utf8'))).toHaveProperty(
      'properties',
    );
  }
  const fresh = folderWith({});
  expect((await run(fresh, ['init', '--news'])).code).toBe(0);
  const checked = await run(fresh, ['check', 'issues/my-first-news.yaml']);
  expect(checked.code, checked.stderr).toBe(0);
});

test('count: each block with its characters and lines, the sums, the room', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE });
  const { code, stdout } = await run(cwd, ['count', 'a.yaml']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^a\.yaml 第3版/);
  for (const title of ['二十个早晨', '留一根柱子', '水往低处走', '开张那天']) {
    expect(stdout).toMatch(new RegExp(`^分题 +\\d+ +\\d+ +${title}$`, 'mu'));
  }
  expect(stdout).toMatch(/^主题 +8 +[12]$/mu);
  const { perLine, lines, characters, allowance } = JSON.parse(
    (await run(cwd, ['count', 'a.yaml', '--json'])).stdout,
  ).pages[0].official;
  expect(characters).toBe(perLine * lines);
  expect(stdout).toContain(
    `检查字数：${characters} 字（每行 ${perLine} 字，${lines} 行）\n差错至多 ${allowance} 个`,
  );
  const english = await run(cwd, ['count', 'a.yaml', '--lang', 'en']);
  expect(english.stdout).toContain(`counted for errors: ${characters} characters`);
  const json = JSON.parse((await run(cwd, ['count', 'a.yaml', '--json'])).stdout);
  const blocks = json.pages[0].parts.filter((part: { part: string }) => part.part === 'block');
  expect(blocks).toHaveLength(4);
  for (const { characters, lines } of blocks) {
    expect(lines).toBeGreaterThan(1);
    expect(characters).toBeGreaterThan(lines * 5);
  }
});

test('count: a chart counts the same whether its data stand in the issue or in a file', async () => {
  const story = (data: string) =>
    'layout: broadsheet-8x13\ndate: 2026-03-18\npage: 2\narticles:\n' +
    `  - {headline: {main: 水厂的一年}, chart: {type: bar, title: 日供水量, data: ${data}}}\n`;
  const cwd = folderWith({
    'inside.yaml': story('[[城东水厂, 12], [城西水厂, 15]]'),
    'file.yaml': story('water.csv'),
    'water.csv': '城东水厂,12\n城西水厂,15\n',
  });
  const { stdout } = await run(cwd, ['count', 'inside.yaml', 'file.yaml', '--json']);
  const [inside, file] = JSON.parse(stdout).pages;
  expect(file.parts).toEqual(inside.parts);
});

test('lines: one line a line, a blank line between paragraphs; the same as JSON', async () => {
  const cwd = folderWith({ 'text.txt': '一二三四五。六七八\n\n九十\n' });
  const args = ['lines', 'text.txt', '--font', 'ideal', '--measure', '5em'];
  expect(await run(cwd, args)).toEqual({ code: 0, stdout: '一二三四\n五。六七八\n\n九十\n', stderr: '' });
  const { stdout } = await run(cwd, [...args, '--json']);
  const [first] = JSON.parse(stdout).paragraphs;
  expect(first.lines.map((line: { text: string }) => line.text)).toEqual(['一二三四', '五。六七八']);
  const piped = await run(cwd, ['lines', '--font', 'ideal', '--measure', '5em'], {
    input: '一二三四五。六七八',
  });
  expect(piped.stdout).toBe('一二三四\n五。六七八\n');
});

test('lines: a measure with no legal break is a warning, not an error', async () => {
  const { code, stderr } = await run('/', ['lines', '-', '--font', 'ideal', '--measure', '2em'], {
    input: '（（（一））） 二',
  });
  expect(stderr).toContain('警告[overfull-line]');
  expect(code).toBe(0);
});

test('layouts and fonts list what there is; --json gives the same as data', async () => {
  const layouts = await run('/', ['layouts']);
  expect(layouts.stdout).toMatch(/^broadsheet-theme +对开专题 +390 × 550 mm/m);
  expect(JSON.parse((await run('/', ['layouts', '--json'])).stdout).layouts.length).toBeGreaterThan(0);
  const fonts = await run('/', ['fonts']);
  expect(fonts.stdout).toMatch(/^body +报宋 .*GB 2312 6763\/6763$/m);
  expect(JSON.parse((await run('/', ['fonts', '--json'])).stdout).fonts[0]).toMatchObject({
    role: 'body',
    trade: '报宋',
  });
});

test('schema prints a JSON Schema of each kind of file', async () => {
  for (const [kind, key] of [
    ['issue', 'headline'],
    ['layout', 'page'],
  ] as const) {
    const { code, stdout } = await run('/', ['schema', kind]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).properties).toHaveProperty(key);
  }
});

test('a folder without fonts of its own takes those of the package; a bad list of its own is told', async () => {
  const cwd = folderWith({ 'a.yaml': SAMPLE_ISSUE, 'fonts/fonts.yaml': 'faces: [\n' });
  const { code, stderr } = await run(cwd, ['check', 'a.yaml']);
  expect(stderr).toContain('fonts/fonts.yaml:');
  expect(code).toBe(1);
  expect(readdirSync(cwd)).not.toContain('out');
});
