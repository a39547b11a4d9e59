import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { FORM_RULES } from '../../src/check/form-rules.ts';
import { TABOOS } from '../../src/check/taboos.ts';
import { TABOO_NAMES } from '../../src/model/page-checks.ts';
import { readLayout } from '../../src/read/layout.ts';
import { sentence } from '../../src/output/messages.ts';

const doc = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');

/** Rows of the tables of the paper whose first cell is a name in code. */
const rows = doc
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const SHOWN = { off: 'off', warning: 'warn', error: 'error' } as const;

test('the table of taboos is that of the program: name, trade name, default, in its order', () => {
  const written = rows.filter(([name]) => !name!.startsWith('`form-'));
  const made = Object.entries(TABOOS).map(([name, { level }]) => [
    `\`${name}\``,
    TABOO_NAMES[name as keyof typeof TABOO_NAMES],
    SHOWN[level],
  ]);
  expect(written.map((row) => row.slice(0, 3))).toEqual(made);
  for (const [, , , meaning, source] of written) {
    expect(meaning).toMatch(/\p{Script=Han}.*[a-z]{3}/u);
    expect(source).not.toBe('');
  }
});

test('the table of forms is that of the program: points, ours with a star, default, pages', () => {
  const written = rows.filter(([name]) => name!.startsWith('`form-') && name !== '`form-points`');
  const made = Object.entries(FORM_RULES).map(([name, { points, official, level, on }]) => [
    `\`form-${name}\``,
    `${points}${official ? '' : '＊'}`,
    SHOWN[level],
    on === 'front' ? '一版 front' : '各版 every',
  ]);
  expect(written.map((row) => row.slice(0, 4))).toEqual(made);
});

test('a layout may name every check, taboos by their trade names too', () => {
  const named = [
    ...Object.entries(TABOO_NAMES).flat(),
    ...[...Object.keys(FORM_RULES), 'points'].map((name) => `form-${name}`),
  ];
  for (const name of named) {
    const problems: Diagnostic[] = [];
    const text = `page: {trim: [390mm, 550mm]}\ngrid: {base: {size: 9pt, leading: 1.25}}\nregions: {blocks: {cols: all}}\nlint: {${name}: error}`;
    const layout = readLayout({ path: 'x.yaml', text }, (one) => problems.push(one));
    expect(problems, name).toEqual([]);
    expect([...(layout?.news?.lint.values() ?? [])], name).toContain('error');
  }
});

test('trade names are unique, and the example of the report is what the program says', () => {
  const names = Object.values(TABOO_NAMES);
  expect(new Set(names).size).toBe(names.length);
  const values = {
    story: '老桥下月通车',
    check: 'tombstone',
    columns: '1–8',
    at: '5–8',
    why: '和右边一篇是一组，总编签字',
  };
  expect(doc).toContain(sentence('fit', 'allowed', values, 'zh'));
});

test('every sentence of a check has its values filled, in both languages', () => {
  const values = {
    ...{ story: '甲', other: '乙', columns: '1', at: '2', size: 9, smaller: 8, least: 10, leg: 2, lines: 3 },
    ...{ words: '水', under: 1, differ: 2, role: 'body', keys: 'cn', reason: 'form-unwritten', points: 1 },
    ...{ check: 'tombstone', name: 'x', most: 3, why: '理由' },
  };
  const codes = [
    ...Object.keys(TABOOS).map((name) => `taboo-${name}`),
    ...[...Object.keys(FORM_RULES), 'points'].map((name) => `form-${name}`),
    ...['unknown-allowance', 'unused-allowance'],
  ];
  for (const language of ['zh', 'en'] as const) {
    for (const code of codes) {
      const said = sentence('diagnostic', code as never, values, language);
      expect(said, code).not.toMatch(/[{}]/);
      expect(said, code).not.toBe(code);
    }
  }
});
