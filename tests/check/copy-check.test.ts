import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { checkCopy } from '../../src/check/check.ts';
import { COPY_RULES } from '../../src/check/rules.ts';
import type { CopyCheck } from '../../src/model/issue.ts';
import { readIssue } from '../../src/read/issue.ts';
import { issueSchema } from '../../src/read/schema.ts';

/** What needs the style of a house: see house.test.ts. */
const OF_THE_HOUSE: ReadonlySet<string> = new Set(['dateline', 'banned-word']);

const CHECKS = (Object.keys(COPY_RULES) as CopyCheck[]).filter((check) => !OF_THE_HOUSE.has(check));

interface CopyCase {
  readonly row: string;
  readonly copy: string;
  /** The copy with ⟦ ⟧ around what must be found. */
  readonly marked: string;
  readonly finds: readonly string[];
  readonly issue: string;
}

const FIELDS: Readonly<Record<string, string>> = { 题: 'headline', 引: 'kicker', 导: 'lead', 署名: 'byline' };

/** The issue of a row; the copy stands in a literal block, so that no sign of it is YAML's. */
function issueWith(place: string, copy: string): string {
  const field = FIELDS[place];
  const head = `${place === '繁' ? 'lang: zh-Hant\n' : ''}${field === 'headline' ? '' : 'headline: 水\n'}`;
  const paragraphs = copy.split('¶').join('\n\n      ');
  return field
    ? `${head}${field}: |\n      ${paragraphs}\n`
    : `${head}blocks:\n  - text: |\n      ${paragraphs}\n`;
}

const cases: readonly CopyCase[] = readFileSync(new URL('../cases/copy-check.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((row) => {
    const [, place = '', left = '', right = ''] = /^(?:(\S+)> )?(.*?)(?: → (.*))?$/.exec(row) ?? [];
    const copy = left.replace(/[⟦⟧]/g, '');
    const finds = right === '' ? [] : right.split(' ; ');
    return { row, copy, marked: left, finds, issue: issueWith(place, copy) };
  });

function found(text: string): readonly Diagnostic[] {
  const issue = readIssue({ path: 'x.yaml', text }, () => {});
  const diagnostics: Diagnostic[] = [];
  if (issue) checkCopy(issue, (diagnostic) => diagnostics.push(diagnostic));
  return diagnostics;
}

/** The file with ⟦ ⟧ around the ranges of what was found. */
function markedFile(text: string, diagnostics: readonly Diagnostic[]): string {
  return diagnostics.toReversed().reduce((marked, { range }) => {
    const { start, end } = range!;
    return `${marked.slice(0, start)}⟦${marked.slice(start, end)}⟧${marked.slice(end)}`;
  }, text);
}

const told = ({ code, hints }: Diagnostic) =>
  `${code.replace('copy-', '')} ${hints?.[0]?.values?.['what']?.toString()}`;

test.each(cases)('$row', ({ marked, finds, issue }) => {
  const diagnostics = found(issue);
  expect(diagnostics.map(told)).toEqual(finds);
  expect(markedFile(issue, diagnostics)).toContain(marked.split('¶').join('\n\n      '));
});

test('half of the cases and more are right as they are, and every check has cases', () => {
  const clean = cases.filter(({ finds }) => finds.length === 0);
  expect(cases.length).toBeGreaterThan(150);
  expect(clean.length / cases.length).toBeGreaterThan(0.5);
  const checked = new Set(cases.flatMap(({ finds }) => finds.map((find) => find.split(' ')[0])));
  expect([...checked].toSorted()).toEqual(CHECKS.toSorted());
});

describe('switches', () => {
  const faulty = cases.filter(({ finds }) => finds.length > 0);

  test.each(CHECKS)('%s: off is quiet, on is as usual', (check) => {
    const { issue, finds } = faulty.find((one) => one.finds.every((find) => find.startsWith(`${check} `)))!;
    expect(found(`check: {${check}: off}\n${issue}`)).toEqual([]);
    expect(found(`检查: {${check}: on}\n${issue}`).map(told)).toEqual(finds);
  });

  test('the schema knows every check, and a misspelt one is told with the right name', () => {
    const properties = issueSchema()['properties'] as Record<string, { properties: object }>;
    expect(Object.keys(properties['check']!.properties)).toEqual(
      expect.arrayContaining(Object.keys(COPY_RULES)),
    );
    const problems: Diagnostic[] = [];
    readIssue({ path: 'x.yaml', text: 'headline: 水\ncheck: {straight-qoute: off}' }, (one) =>
      problems.push(one),
    );
    expect(problems).toMatchObject([
      { code: 'unknown-key', hints: [{ code: 'did-you-mean', values: { name: 'straight-quote' } }] },
    ]);
  });
});

test('Japanese and Korean copy is left alone', () => {
  expect(found('lang: ja\nheadline: 水\nblocks: [{text: "桥,路"}]')).toEqual([]);
  expect(found('lang: zh-Hans\nheadline: 水\nblocks: [{text: "桥,路"}]')).toHaveLength(1);
});

test('places: behind inline marks, in ruby and over a line end of the source', () => {
  const text = 'headline: 水\nblocks:\n  - text: |\n      **桥**修好{了|le}的\n      的路,也通了\n';
  const diagnostics = found(text);
  expect(diagnostics.map(told)).toEqual(['doubled-word 的', 'half-width-mark ，']);
  expect(diagnostics.map(({ range }) => text.slice(range!.start, range!.end))).toEqual(['的\n      的', ',']);
});

const SIGNS = [...'桥修好了的的和說体ab19０ '].concat([
  ...`,.;:?!()"'“”‘’《》，。、；：？！…—-~～·•%％一二三〇年月日万`,
]);

test('any copy: warnings with a place inside the file and words to write instead, in the order of the file', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 60 }), (signs) => {
      const text = issueWith('', `桥${signs.join('')}`);
      const diagnostics = found(text);
      const starts = diagnostics.map(({ range }) => range!.start);
      expect(starts).toEqual(starts.toSorted((left, right) => left - right));
      for (const { severity, range, hints } of diagnostics) {
        expect(severity).toBe('warning');
        expect(range!.end).toBeGreaterThan(range!.start);
        expect(range!.end).toBeLessThanOrEqual(text.length);
        expect(hints?.[0]?.values?.['what']).not.toBe('');
        expect(hints?.[0]?.values?.['what']).not.toBe(text.slice(range!.start, range!.end));
      }
    }),
  );
});
