import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource, shownPath, sourceFrom, writeFiles, yamlFilesIn } from '../../src/files.ts';
import { folderWith } from './run.ts';

test('all files are written, in folders made for them, over what was there', () => {
  const folder = folderWith({ 'a.txt': 'old' });
  const files = [
    { path: join(folder, 'a.txt'), bytes: 'new' },
    { path: join(folder, 'deep/er/b.bin'), bytes: Uint8Array.of(1, 2) },
  ];
  expect(writeFiles(files)).toBeUndefined();
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('new');
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual([
    'a.txt',
    'deep',
    'deep/er',
    'deep/er/b.bin',
  ]);
});

test('one file that cannot be written: none is, what was there stays, no temporary file', () => {
  const folder = folderWith({ 'a.txt': 'old', 'b.txt': 'a file, no folder' });
  const files = [
    { path: join(folder, 'a.txt'), bytes: 'new' },
    { path: join(folder, 'b.txt/c.txt'), bytes: 'new' },
  ];
  expect(writeFiles(files)).toMatch(/^E[A-Z]+$/);
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder).toSorted()).toEqual(['a.txt', 'b.txt']);
});

test('a source is UTF-8 without byte-order mark, its lines end with \\n', () => {
  const folder = folderWith({ 'a.yaml': '\uFEFF主题: 甲\r\n副题: 乙\r\n' });
  const reading = readSource(join(folder, 'a.yaml'), 'a.yaml');
  expect(reading).toEqual({ kind: 'read', content: { path: 'a.yaml', text: '主题: 甲\n副题: 乙\n' } });
});

test('another encoding, a folder and a missing file are refused by name', () => {
  const folder = folderWith({ 'a.yaml': '' });
  const gbk = Uint8Array.of(0xb1, 0xea, 0xcc, 0xe2);
  writeFileSync(join(folder, 'gbk.yaml'), gbk);
  expect(sourceFrom(gbk, '-')).toEqual({ kind: 'failed', reason: 'encoding' });
  expect(readSource(join(folder, 'gbk.yaml'), '')).toEqual({ kind: 'failed', reason: 'encoding' });
  expect(readSource(folder, '')).toEqual({ kind: 'failed', reason: 'EISDIR' });
  expect(readSource(join(folder, 'none.yaml'), '')).toEqual({ kind: 'failed', reason: 'ENOENT' });
});

test('layouts are the YAML files of a folder, by name; a folder that is not there has none', () => {
  const folder = folderWith({ 'b.yaml': '', 'a.yml': '', 'notes.md': '' });
  expect([...yamlFilesIn(folder).keys()]).toEqual(['a', 'b']);
  expect(yamlFilesIn(join(folder, 'none')).size).toBe(0);
});

test.each([
  ['/paper/issues/a.yaml', 'issues/a.yaml'],
  ['/paper/..a.yaml', '..a.yaml'],
  ['/other/a.yaml', '/other/a.yaml'],
])('in /paper, %s is shown as %s', (path, shown) => {
  expect(shownPath(path, '/paper')).toBe(shown);
});
