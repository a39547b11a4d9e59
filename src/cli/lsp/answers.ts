import { resolve } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  Hover,
  InlayHint,
  InlayHintParams,
  TextDocumentPositionParams,
  TextDocuments,
} from 'vscode-languageserver/node';
import { actionsAt } from './actions.ts';
import { completionsAt } from './complete.ts';
import { offsetIn } from './document.ts';
import { kindOf, projectOf } from '../project-folder.ts';
import { hoverAt } from './hover.ts';
import type { Written } from './names.ts';
import { within } from './project.ts';
import { pathOf, uriOf, type Room } from './room.ts';
import { roomHints } from './room-hints.ts';
import { toldIn } from './told.ts';

/** The answers to an editor's questions about its open files. */
export function answersOf(documents: TextDocuments<TextDocument>, room: Room) {
  const { context, root } = room;
  const writtenIn = (uri: string): Written | undefined => {
    const path = pathOf(uri);
    const text = documents.get(uri)?.getText().replaceAll('\r\n', '\n');
    const kind = text === undefined ? undefined : kindOf(path, text);
    if (text === undefined || !kind) return undefined;
    return { kind, path, file: { path, text }, context: within(context, projectOf(path, root)) };
  };
  return {
    completion: ({ textDocument, position }: TextDocumentPositionParams): CompletionItem[] => {
      const written = writtenIn(textDocument.uri);
      return written ? [...completionsAt(written, offsetIn(written.file, position))] : [];
    },
    hover: ({ textDocument, position }: TextDocumentPositionParams): Hover | undefined => {
      const written = writtenIn(textDocument.uri);
      return written && hoverAt(written, offsetIn(written.file, position));
    },
    hints: (params: InlayHintParams): Promise<InlayHint[]> => hintsIn(params, room),
    actions: (params: CodeActionParams): Promise<CodeAction[]> => actionsIn(params, room),
  };
}

async function hintsIn({ textDocument, range }: InlayHintParams, room: Room): Promise<InlayHint[]> {
  const looked = await room.looked(textDocument.uri);
  if (!looked?.issue) return [];
  const hints = roomHints(looked.issue, looked.pages, looked.file, room.context.language);
  return hints.filter(({ position: { line } }) => line >= range.start.line && line <= range.end.line);
}

async function actionsIn({ textDocument, range }: CodeActionParams, room: Room): Promise<CodeAction[]> {
  const looked = await room.looked(textDocument.uri);
  if (!looked) return [];
  const { file, diagnostics } = looked;
  const { language } = room.context;
  const folder = projectOf(pathOf(textDocument.uri), room.root);
  const selection = { file, start: offsetIn(file, range.start), end: offsetIn(file, range.end) };
  return [
    ...actionsAt(diagnostics, selection, {
      language,
      uriOf: (path) => uriOf(resolve(folder, path)),
      told: (diagnostic) => [toldIn(language, diagnostic)],
    }),
  ];
}
