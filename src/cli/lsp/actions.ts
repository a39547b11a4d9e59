import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver/node';
import type { Diagnostic, Hint } from '../../base/diagnostic.ts';
import { editOf, type SourceEdit } from '../../base/edits.ts';
import { writtenAt, type SourceRange } from '../../base/source.ts';
import { sentence } from '../../output/messages.ts';
import type { MessageLanguage } from '../../output/messages-type.ts';
import { rangeIn } from './document.ts';
import { touches } from './room-hints.ts';

/** Where the files of a build are known to the editor. */
export interface ActionCall {
  readonly language: MessageLanguage;
  readonly uriOf: (path: string) => string;
  /** The problem as the editor was told of it. */
  readonly told: (diagnostic: Diagnostic) => CodeAction['diagnostics'];
}

/** What the hints of the problems at a place would write: the name that was meant, or a line of the price list. */
export function actionsAt(
  diagnostics: readonly Diagnostic[],
  selection: SourceRange,
  call: ActionCall,
): readonly CodeAction[] {
  const here = diagnostics.filter(({ range }) => {
    return range?.file.path === selection.file.path && touches(range, selection.start, selection.end);
  });
  return here.flatMap((diagnostic) => {
    const { hints = [] } = diagnostic;
    const actions = hints.flatMap((hint): readonly CodeAction[] => {
      const edits = editsOf(hint, diagnostic.range);
      if (edits.length === 0) return [];
      const title = sentence('hint', hint.code, hint.values ?? {}, call.language);
      return [
        {
          title,
          kind: CodeActionKind.QuickFix,
          edit: { changes: changesOf(edits, call) },
          diagnostics: call.told(diagnostic) ?? [],
        },
      ];
    });
    const [only] = actions;
    return actions.length === 1 && only ? [{ ...only, isPreferred: true }] : actions;
  });
}

/** The edits of a hint; none when it is advice, or when one of its changes cannot be written. */
function editsOf(hint: Hint, range: SourceRange | undefined): readonly SourceEdit[] {
  if (hint.changes) {
    const edits = hint.changes.map(editOf);
    return edits.every((edit) => edit !== undefined) ? edits : [];
  }
  const text = range && replacement(hint, writtenAt(range));
  return range && text !== undefined ? [{ range, text }] : [];
}

/** What a hint writes in place of the faulty words. */
function replacement({ code, values = {} }: Hint, written: string): string | undefined {
  switch (code) {
    case 'did-you-mean':
      return String(values['name']);
    case 'write-inks':
      return String(values['inks']);
    case 'fullwidth-space':
      return written.replaceAll('\u3000', ' ').trim();
    default:
      return undefined;
  }
}

function changesOf(
  edits: readonly SourceEdit[],
  { uriOf }: ActionCall,
): Readonly<Record<string, TextEdit[]>> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { range, text } of edits) {
    (changes[uriOf(range.file.path)] ??= []).push({ range: rangeIn(range), newText: text });
  }
  return changes;
}
