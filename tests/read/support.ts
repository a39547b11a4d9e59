import type { Diagnostic, Report } from '../../src/base/diagnostic.ts';
import { positionAt } from '../../src/base/source.ts';
import type { SourceFile } from '../../src/base/source.ts';
import type { InlineMark, Text } from '../../src/model/issue.ts';

export interface Reading<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
  /** One line for each problem: `line:column code`, and the code and value of its first hint. */
  readonly problems: readonly string[];
}

/** Reads a text and keeps what was reported. */
export function reading<T>(reader: (file: SourceFile, report: Report) => T, text: string): Reading<T> {
  const diagnostics: Diagnostic[] = [];
  const value = reader({ path: 'page.yaml', text }, (diagnostic) => diagnostics.push(diagnostic));
  return { value, diagnostics, problems: diagnostics.map(shown) };
}

function shown({ code, range, hints }: Diagnostic): string {
  const at = range && positionAt(range.file, range.start);
  const hint = hints?.[0];
  const remedy = hint ? ` → ${[hint.code, ...Object.values(hint.values ?? {})].join(' ')}` : '';
  return `${at?.line}:${at?.column} ${code}${remedy}`;
}

/** A text with its marks written as brackets: `甲[strong 乙]丙`, a turn as `¦`. */
export function marked({ characters, marks }: Text): string {
  const openings = (at: number) => marks.filter(({ kind, start }) => kind !== 'turn' && start === at);
  const shownAt = (at: number) =>
    ']'.repeat(marks.filter(({ kind, end }) => kind !== 'turn' && end === at).length) +
    (marks.some(({ kind, start }) => kind === 'turn' && start === at) ? '¦' : '') +
    openings(at).map(named).join('');
  return (
    [...characters].reduce(
      ({ at, text }, character) => ({ at: at + character.length, text: text + shownAt(at) + character }),
      { at: 0, text: '' },
    ).text + shownAt(characters.length)
  );
}

function named(mark: InlineMark): string {
  return mark.kind === 'ruby' ? `[ruby ${mark.annotation.characters}: ` : `[${mark.kind} `;
}
