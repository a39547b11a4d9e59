import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DiagnosticCode, Report } from '../../src/base/diagnostic.ts';
import type { SourceFile } from '../../src/base/source.ts';
import { checkCopy } from '../../src/check/check.ts';
import { readFontList } from '../../src/read/fonts.ts';
import { readIssue } from '../../src/read/issue.ts';
import { readLayout } from '../../src/read/layout.ts';
import { folderWith, run } from '../cli/run.ts';

const root = new URL('../../', import.meta.url);
const doc = readFileSync(new URL('docs/diagnostics.md', root), 'utf8');
const source = readFileSync(new URL('src/base/diagnostic.ts', root), 'utf8');
const union = /type DiagnosticCode =([^;]*);/.exec(source)?.[1] ?? '';
const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code as DiagnosticCode);
const entries = new Map(
  doc
    .split(/^### /m)
    .slice(1)
    .map((entry) => [/`([a-z-]+)`/.exec(entry)?.[1] ?? '', entry]),
);

test('every code has one entry and no entry is without a code', () => {
  expect([...entries.keys()].toSorted()).toEqual(codes.toSorted());
});

test.each([...entries])('%s: severity, both languages, an example and a remedy', (_, entry) => {
  expect(entry).toMatch(/^(error|warning)/m);
  expect(entry).toMatch(/^\p{Script=Han}|^`.*\p{Script=Han}/mu);
  expect(entry).toMatch(/^[A-Z`].*[a-z]{3}/m);
  expect(entry).toMatch(/^```/m);
  expect(entry).toMatch(/^改法 Remedy: /m);
});

type Reader = (file: SourceFile, report: Report) => unknown;
const READERS: Readonly<Record<string, Reader>> = {
  'issue.yaml': readIssue,
  'copy.yaml': (file, report) => {
    const issue = readIssue(file, report);
    if (issue) checkCopy(issue, report);
  },
  'layout.yaml': readLayout,
  'fonts.yaml': readFontList,
};

const examples = [...entries].flatMap(([code, entry]) => {
  const text = /^```yaml\n([\s\S]*?)^```/m.exec(entry)?.[1] ?? '';
  const reader = READERS[/^# (\S+)/.exec(text)?.[1] ?? ''];
  return reader ? [{ code, text, reader }] : [];
});

test.each(examples)('the example of $code is reported as that and nothing else', ({ code, text, reader }) => {
  const reported = new Set<string>();
  reader({ path: 'example.yaml', text }, (diagnostic) => reported.add(diagnostic.code));
  expect([...reported]).toEqual([code]);
});

/** A small sheet for examples that show a part of a layout alone, or none: `my-page`. */
const SHEET = [
  'page: {trim: [100mm, 140mm]}',
  'grid: {base: {size: 小五, leading: 1.25}, columns: 2, measure: 11字}',
  'regions: {}',
];
const STORY =
  'layout: my-page\nheadline: 大桥通车\nblocks:\n  - {title: 首日, text: 昨日上午八时，大桥通车。}\n';

/** The files of an example by their paths: each begins with `# folder/name.yaml`. */
function filesOf(example: string): Readonly<Record<string, string>> {
  const parts = example.split(/^# (?=\w+\/\S+\.yaml\n)/m).slice(1);
  if (parts.length === 0) return {};
  const files: Record<string, string> = { 'layouts/my-page.yaml': '' };
  for (const part of parts) files[part.split('\n', 1)[0]!] = part.slice(part.indexOf('\n') + 1);
  const written = files['layouts/my-page.yaml'] ?? '';
  const isThere = (line: string) => written.split('\n').some((own) => own.startsWith(line.split(' ', 1)[0]!));
  files['layouts/my-page.yaml'] = [written, ...SHEET.filter((line) => !isThere(line))].join('\n');
  if (!Object.keys(files).some((path) => path.startsWith('issues/'))) files['issues/1.yaml'] = STORY;
  return files;
}

const calls = [...entries].flatMap(([code, entry]) => {
  const text = /^```yaml\n([\s\S]*?)^```/m.exec(entry)?.[1] ?? '';
  const files = filesOf(text);
  return Object.keys(files).length > 0 ? [{ code, files }] : [];
});

test.each(calls)('the example of $code is told of by the command', async ({ code, files }) => {
  const issues = Object.keys(files).filter((path) => path.startsWith('issues/'));
  // The profile and the names of files are looked at where files are written.
  const command = /^(?:bad-profile|name-taken)$/.test(code) ? 'build' : 'check';
  const { stdout, stderr } = await run(folderWith(files), [command, ...issues, '--json']);
  if (stdout === '') throw new Error(stderr);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };
  const told = diagnostics.map((one) => one.code);
  expect(told).toContain(code);
});

/** Codes whose example no paper can show, as a picture, a font or a long text, with the test that makes it. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^taboo-/, 'tests/check/taboos.test.ts'],
  [/^form-/, 'tests/check/form.test.ts'],
  [/^cannot-read$/, 'tests/cli/build.test.ts'],
  [/^too-large$/, 'tests/read/issue.test.ts'],
  [/^(?:broken-picture|low-resolution|advert-shape)$/, 'tests/cli/pictures.test.ts'],
  [/^picture-ink$/, 'tests/pictures/prepare.test.ts'],
  [/^(?:picture-words|foreign-colour|foreign-font|see-through)$/, 'tests/pictures/drawn.test.ts'],
  [/^(?:bad-font|font-licence)$/, 'tests/fonts/faces.test.ts'],
  [/^stale-lock$/, 'tests/read/lock.test.ts'],
  [/^advert-unplaced$/, 'tests/makeup/news/adverts.test.ts'],
  [/^overset$/, 'tests/pages/reports.test.ts'],
];

/** Whether a test expects it, alone or after its severity. */
const isQuoted = (code: string, text: string) => new RegExp(`'(?:(?:error|warning) )?${code}'`).test(text);

test('every other code is tried where its page, picture or font is made', () => {
  const tried = new Set([...examples, ...calls].map(({ code }) => code));
  const left = codes.filter((code) => {
    const [, file] = ELSEWHERE.find(([pattern]) => pattern.test(code)) ?? [];
    const text = file === undefined ? '' : readFileSync(new URL(file, root), 'utf8');
    const rule = /^(?:taboo|form)-(.*)$/.exec(code)?.[1];
    const isTried = rule === undefined ? isQuoted(code, text) : text.includes(rule);
    return !tried.has(code) && !isTried;
  });
  expect(left).toEqual([]);
});
