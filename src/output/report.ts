import { styleText } from 'node:util';
import type { Diagnostic, DiagnosticCode, Hint, Severity } from '../base/diagnostic.ts';
import { editOf } from '../base/edits.ts';
import { positionAt, type SourceRange } from '../base/source.ts';
import { rounded } from '../base/units.ts';
import type { Page, RegionFit } from '../model/page.ts';
import { codeFrame } from './frame.ts';
import type { MessageLanguage } from './messages-type.ts';
import { sentence } from './messages.ts';

export interface ReportStyle {
  readonly language: MessageLanguage;
  /** Escape codes for colour: only for a terminal that shows them. */
  readonly colour: boolean;
}

const LABELS = {
  zh: { error: '错误', warning: '警告', hint: '提示' },
  en: { error: 'error', warning: 'warning', hint: 'hint' },
} as const;

/** A problem for people: place, sentence, the source line with carets under the range, remedies. */
export function formatDiagnostic(diagnostic: Diagnostic, style: ReportStyle): string {
  const { severity, code, values, range, hints = [] } = diagnostic;
  const labels = LABELS[style.language];
  const paint = (format: Paint, text: string) =>
    style.colour ? styleText(format, text, { validateStream: false }) : text;
  const tone = severity === 'error' ? 'red' : 'yellow';
  const label = paint(['bold', tone], `${labels[severity]}[${code}]`);
  const lines = [placeOf(diagnostic) + `${label} ${sentence('diagnostic', code, values, style.language)}`];
  if (range && range.file.text !== '') {
    const frame = codeFrame(range);
    lines.push('  ' + frame.source, '  ' + paint([tone], frame.carets));
  }
  for (const hint of hints) {
    const remedy = sentence('hint', hint.code, hint.values ?? {}, style.language);
    lines.push(
      `  ${paint(['cyan'], labels.hint + ':')} ${remedy}`,
      ...changedLines(hint).map((line) => `      ${line}`),
    );
  }
  return lines.join('\n');
}

/** What the file says after a remedy, as it is to be written; lines that go are named by their first words. */
function changedLines({ changes = [] }: Hint): readonly string[] {
  return changes.flatMap((change) => {
    const edit = editOf(change);
    if (!edit) return [];
    const { range, text } = edit;
    const gone = range.file.text.slice(range.start, range.end).trim();
    return text === ''
      ? [`- ${gone.split('\n', 1)[0]}`]
      : text
          .replace(/^\n/, '')
          .split('\n')
          .map((line) => `+ ${line}`);
  });
}

type Paint = Extract<Parameters<typeof styleText>[0], readonly unknown[]>;

/** `path:line:column: `, or nothing for a problem without a place. */
function placeOf({ range }: Diagnostic): string {
  if (!range) return '';
  const { line, column } = positionAt(range.file, range.start);
  return `${range.file.path}:${line}:${column}: `;
}

/** What a script or a desk tool reads of a build. Lines and columns from 1, columns in code points. */
export interface BuildReport {
  readonly version: string;
  readonly ok: boolean;
  readonly outputs: readonly OutputEntry[];
  readonly diagnostics: readonly DiagnosticEntry[];
  readonly pages: readonly PageEntry[];
  /** Milliseconds by stage, and `total_ms`. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface OutputEntry {
  readonly issue?: string;
  readonly path: string;
  readonly kind: 'pdf' | 'png' | 'svg' | 'json' | 'html';
  readonly pages: number;
  readonly sha256: string;
}

export interface DiagnosticEntry {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly hints: readonly string[];
  /** Changes of the file that remedies make, all of one remedy together; only where a hint says them exactly. */
  readonly fixes?: readonly FixEntry[];
}

/** A remedy as text to put into the file. */
export interface FixEntry {
  readonly message: string;
  readonly edits: readonly (PlaceEntry & { readonly text: string })[];
}

interface PlaceEntry {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface PageEntry {
  readonly issue?: string;
  readonly page: string;
  readonly characters: { readonly copy: number; readonly set: number };
  readonly regions: readonly RegionEntry[];
  readonly fit: readonly string[];
}

export type RegionEntry = Pick<RegionFit, 'name' | 'lines' | 'room' | 'over' | 'short'>;

/** A problem as an entry of the report. */
export function diagnosticEntry(diagnostic: Diagnostic, language: MessageLanguage): DiagnosticEntry {
  const { severity, code, values, range, hints = [] } = diagnostic;
  const message = sentence('diagnostic', code, values, language);
  const remedies = hints.map((hint) => sentence('hint', hint.code, hint.values ?? {}, language));
  const fixes = hints.flatMap((hint, index) => fixEntry(hint, remedies[index] ?? ''));
  const fixed = fixes.length > 0 ? { fixes } : {};
  if (!range) return { severity, code, message, hints: remedies, ...fixed };
  return { severity, code, message, ...placeEntry(range), hints: remedies, ...fixed };
}

function placeEntry(range: SourceRange): PlaceEntry {
  const start = positionAt(range.file, range.start);
  const end = positionAt(range.file, range.end);
  return { path: range.file.path, ...start, endLine: end.line, endColumn: end.column };
}

function fixEntry({ changes = [] }: Hint, message: string): readonly FixEntry[] {
  const edits = changes.map(editOf);
  if (edits.length === 0 || edits.some((edit) => edit === undefined)) return [];
  return [
    {
      message,
      edits: edits.flatMap((edit) => (edit ? [{ ...placeEntry(edit.range), text: edit.text }] : [])),
    },
  ];
}

/** A page as an entry of the report; a page without a printed number is named by its place in the issue, from 1. */
export function pageEntry(page: Page, index: number, language: MessageLanguage): PageEntry {
  return {
    page: page.number ?? String(index + 1),
    characters: page.characters,
    regions: page.regions.map(({ name, lines, room, over, short }) => {
      return { name, lines: rounded(lines), room: rounded(room), over, short };
    }),
    fit: page.fit.map(({ code, values }) => sentence('fit', code, values, language)),
  };
}
