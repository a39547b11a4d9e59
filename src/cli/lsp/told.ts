import { DiagnosticSeverity, type Diagnostic as Told } from 'vscode-languageserver/node';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { sentence } from '../../output/messages.ts';
import type { MessageLanguage } from '../../output/messages-type.ts';
import { rangeIn } from './document.ts';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A problem as an editor shows it: its sentence, and the remedies below. */
export function toldIn(
  language: MessageLanguage,
  { severity, code, values, range, hints = [] }: Diagnostic,
): Told {
  const remedies = hints.map((hint) => sentence('hint', hint.code, hint.values ?? {}, language));
  return {
    range: range ? rangeIn(range) : START,
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    source: 'pagegen',
    message: [sentence('diagnostic', code, values, language), ...remedies].join('\n'),
  };
}

/** Problems by the path of the file that they stand in; those without a place stand in the file that was looked at. */
export function byFile(
  diagnostics: readonly Diagnostic[],
  path: string,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>([[path, []]]);
  for (const diagnostic of diagnostics) {
    const own = diagnostic.range?.file.path ?? path;
    files.set(own, [...(files.get(own) ?? []), diagnostic]);
  }
  return files;
}
