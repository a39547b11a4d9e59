import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { CopyCheck, Issue } from '../model/issue.ts';
import { copiesOf, type Copy, type Find, type Script } from './copy.ts';
import { COPY_RULES, type CopyRule } from './rules.ts';
import { scriptOf } from './script.ts';

/**
 * Looks through the copy for slips of typing and of house style. Reports warnings only, in the order of the file, each
 * under `copy-` and the name of its check, with the words to write instead. Checks that the issue switches off, copy in
 * other languages than Chinese and what begins with a backslash in the file are left alone.
 */
export function checkCopy(issue: Issue, report: Report): void {
  const copies = copiesOf(issue);
  const script = scriptOfIssue(issue, copies);
  if (!script) return;
  const found = rulesFor(issue, script).flatMap(([check, { parts, find }]) =>
    find(
      copies.filter(({ part }) => parts.includes(part)),
      script,
    )
      .filter((one) => !isEscaped(one))
      .map((one) => diagnosticOf(check, one)),
  );
  for (const diagnostic of found.toSorted((left, right) => startOf(left) - startOf(right)))
    report(diagnostic);
}

function scriptOfIssue({ language }: Issue, copies: readonly Copy[]): Script | undefined {
  if (language === 'zh-Hans' || language === 'zh-Hant') return language;
  return language === undefined ? scriptOf(copies) : undefined;
}

function rulesFor({ unchecked }: Issue, script: Script): readonly (readonly [CopyCheck, CopyRule])[] {
  const rules = Object.entries(COPY_RULES) as [CopyCheck, CopyRule][];
  return rules.filter(
    ([check, { mainland }]) => !unchecked.includes(check) && (script === 'zh-Hans' || !mainland),
  );
}

/** A backslash before a sign takes it as it is, here as everywhere in the copy. */
function isEscaped({ copy: { text }, start }: Find): boolean {
  const offset = text.offsets[start] ?? 0;
  return text.range.file.text[offset - 1] === '\\';
}

function diagnosticOf(check: CopyCheck, { copy, start, end, instead }: Find): Diagnostic {
  const { text, characters } = copy;
  return {
    severity: 'warning',
    code: `copy-${check}`,
    values: { words: characters.slice(start, end) },
    range: {
      file: text.range.file,
      start: text.offsets[start] ?? text.range.start,
      end: (text.offsets[end - 1] ?? text.range.end - 1) + 1,
    },
    hints: instead === undefined ? [] : [{ code: 'expected', values: { what: instead } }],
  };
}

function startOf({ range }: Diagnostic): number {
  return range?.start ?? 0;
}
