import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DiagnosticCode, Report } from '../../src/base/diagnostic.ts';
import type { SourceFile } from '../../src/base/source.ts';
import { checkCopy } from '../../src/check/check.ts';
import { readFontList } from '../../src/read/fonts.ts';
import { readIssue } from '../../src/read/issue.ts';
import { readLayout } from '../../src/read/layout.ts';

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

test('most codes of the readers have an example that is tried', () => {
  expect(examples.length).toBeGreaterThan(15);
});
