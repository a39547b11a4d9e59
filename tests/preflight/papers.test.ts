import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PressStandard } from '../../src/model/preflight.ts';
import { NEWSPRINT } from '../../src/preflight/limits.ts';
import { RULES } from '../../src/preflight/rules.ts';
import { CHINESE } from '../../src/output/messages-zh.ts';
import { ENGLISH } from '../../src/output/messages-en.ts';
import { folderWith, ROOT, run } from '../cli/run.ts';

const paper = readFileSync(join(ROOT, 'docs/preflight.md'), 'utf8');

interface PaperRow {
  readonly id: string;
  readonly severities: readonly string[];
  readonly says: string;
  readonly source: string;
}

const rows = [...paper.matchAll(/^\| `([a-z0-9-]+)` \| (\S+) \| (\S+) \| (.*?) \| ([^|]*) \|$/gm)].map(
  ([, id = '', old = '', now = '', says = '', source = '']): PaperRow => {
    return { id, severities: [old, now], says, source };
  },
);
const rules = Object.values(RULES).flat();

test('the table of the paper has the rules of the code, in their order', () => {
  expect(rows.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
});

test.each(rules)('$id: severity, words and source are those of the code', ({ id, severity, source }) => {
  const row = rows.find((one) => one.id === id)!;
  const of = (standard: PressStandard) => {
    const word = typeof severity === 'string' ? severity : severity[standard];
    return word === 'none' ? '–' : word;
  };
  expect(row.severities).toEqual([of('PDF/X-1a'), of('PDF/X-4')]);
  expect(row.source).toBe(source);
  for (const sentence of [CHINESE.preflight[id], ENGLISH.preflight[id]]) {
    const words = sentence.replace(/ ?[（(][^（()）]*\{[^}]*\}[^（()）]*[）)]/g, '').split(/\{[^}]*\}/);
    for (const part of words) expect(row.says).toContain(part.trim());
  }
});

test('both languages say what to do about every rule, with no value left open', () => {
  for (const { id } of rules) {
    expect(CHINESE.remedy[id], id).toMatch(/\p{Script=Han}/u);
    expect(ENGLISH.remedy[id], id).toMatch(/[a-z]{3}/);
  }
});

test('the limits of the paper are those of the code', () => {
  const { ink, resolution, hairline, type, richBlack } = NEWSPRINT;
  const wanted = [
    `> ${ink.most} % | > ${ink.high} %`,
    `< ${resolution.least} | < ${resolution.low}`,
    `< ${resolution.line} |`,
    `< ${hairline} pt`,
    `| < ${type.solid} pt |`,
    `| < ${type.tint} pt |`,
    `| < ${type.colour} pt |`,
    `< ${richBlack} pt |`,
  ];
  expect(wanted.filter((words) => !paper.includes(words))).toEqual([]);
  expect(type.reversed).toBe(type.colour);
});

test('the command shown prints what is shown', async () => {
  const cwd = folderWith({});
  copyFileSync(join(ROOT, 'tests/fixtures/preflight/typst.pdf'), join(cwd, 'advert.pdf'));
  const [, shown = ''] = /^\$ pagegen preflight advert\.pdf\n([\s\S]*?)^```/m.exec(paper) ?? [];
  const { code, stdout } = await run(cwd, ['preflight', 'advert.pdf']);
  expect(code).toBe(1);
  const lines = shown.split('\n').filter((line) => line !== '' && line.trim() !== '…');
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.filter((line) => !stdout.split('\n').includes(line))).toEqual([]);
});
