import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { diagnosticEntry, formatDiagnostic, pageEntry } from '../../src/output/report.ts';
import { pageOf } from './page-of.ts';

const FILE = { path: 'page.yaml', text: 'headline: 标题\nblocks:\n  - title: 甲\n    theme: 茶色\n' };
const start = FILE.text.indexOf('茶色');

const UNKNOWN_THEME: Diagnostic = {
  severity: 'error',
  code: 'unknown-theme',
  values: { name: '茶色' },
  range: { file: FILE, start, end: start + 2 },
  hints: [{ code: 'known-names', values: { names: 'red、blue' } }],
};

test('place, sentence, source line, full-width carets, remedy', () => {
  const lines = formatDiagnostic(UNKNOWN_THEME, { language: 'zh', colour: false }).split('\n');
  expect(lines[0]).toMatch(/^page\.yaml:4:12: 错误\[unknown-theme\] .*茶色/);
  expect(lines.slice(1, 3)).toEqual(['      theme: 茶色', '             ＾＾']);
  expect(lines[3]).toMatch(/^ {2}提示: .*red、blue/);
  expect(lines).toHaveLength(4);
});

test('in English the labels and the sentence change, the code does not', () => {
  const text = formatDiagnostic({ ...UNKNOWN_THEME, severity: 'warning' }, { language: 'en', colour: false });
  expect(text).toMatch(/^page\.yaml:4:12: warning\[unknown-theme\] .*茶色/);
  expect(text).toMatch(/\n {2}hint: .*red/);
  expect(text.replaceAll(/茶色|、/g, '')).not.toMatch(/\p{Script=Han}/u);
});

test('colour only where it is asked for', () => {
  expect(formatDiagnostic(UNKNOWN_THEME, { language: 'zh', colour: true })).toContain('\u001b[31m');
  expect(formatDiagnostic(UNKNOWN_THEME, { language: 'zh', colour: false })).not.toContain('\u001b');
});

test('a problem without a place is one line', () => {
  const problem: Diagnostic = {
    severity: 'error',
    code: 'cannot-read',
    values: { path: 'x.yaml', reason: 'ENOENT' },
  };
  expect(formatDiagnostic(problem, { language: 'zh', colour: false })).toMatch(
    /^错误\[cannot-read\] .*x\.yaml.*$/,
  );
  expect(diagnosticEntry(problem, 'zh')).not.toHaveProperty('line');
});

test('an entry of the report: positions from 1, columns in code points, the end beside the start', () => {
  const entry = diagnosticEntry(UNKNOWN_THEME, 'zh');
  expect(entry).toMatchObject({
    severity: 'error',
    code: 'unknown-theme',
    path: 'page.yaml',
    line: 4,
    column: 12,
    endLine: 4,
    endColumn: 14,
  });
  expect(entry.hints).toHaveLength(1);
});

test('a page: its figures, and what the copy-fitter did in sentences', () => {
  const page = { ...pageOf([]), fit: [{ code: 'fit-headline', values: { size: 66, lines: 2 } }] as const };
  const entry = pageEntry(page, 0, 'zh');
  expect(entry).toMatchObject({
    page: '3',
    characters: { copy: 3, set: 3 },
    regions: [
      {
        name: 'blocks',
        lines: 14,
        room: 16,
        over: { lines: 0, characters: 0 },
        short: { lines: 2, characters: 24 },
      },
    ],
  });
  expect(entry.regions[0]).not.toHaveProperty('rect');
  expect(entry.fit).toEqual([expect.stringMatching(/66.*2|2.*66/)]);
});

test('a page without a printed number goes by its place in the issue', () => {
  const { number: _, ...unnumbered } = pageOf([]);
  expect(pageEntry(unnumbered, 1, 'zh').page).toBe('2');
});
