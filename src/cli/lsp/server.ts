import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { EXIT, refuse, type Context, type ExitCode } from '../io.ts';
import { answersOf } from './answers.ts';
import { openRoom, pathOf, type Room } from './room.ts';

type Connection = ReturnType<typeof createConnection>;

/**
 * `pagegen lsp`: a language server on the standard streams. Ends when the editor says so; the package then ends the
 * process, as the protocol asks.
 */
export async function lsp(options: { readonly lang?: string }, context: Context): Promise<ExitCode> {
  const { streams, later } = context.io;
  if (!streams || !later) {
    return refuse(context, { zh: 'lsp 要由编辑器来开', en: 'lsp is to be started by an editor' });
  }
  const connection = createConnection(ProposedFeatures.all, streams.input, streams.output);
  const documents = new TextDocuments(TextDocument);
  const unsaved = new Map<string, string>();
  let room: Room | undefined;
  let client: ClientCapabilities = {};
  connection.onInitialize((params) => {
    client = params.capabilities;
    const language = options.lang === undefined ? (localeOf(params) ?? context.language) : context.language;
    room = openRoom({
      context: { ...context, language, unsaved },
      root: rootOf(params, context),
      later,
      connection,
      client,
    });
    listen(connection, documents, room);
    return greeting(context.version);
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) watchFiles(connection);
  });
  documents.onDidChangeContent(({ document }) => {
    unsaved.set(pathOf(document.uri), document.getText());
    room?.changed(document.uri);
  });
  documents.onDidClose(({ document }) => {
    unsaved.delete(pathOf(document.uri));
    room?.closed(document.uri);
  });
  connection.onDidChangeWatchedFiles(() => room?.lookAtAll());
  documents.listen(connection);
  connection.listen();
  return new Promise<ExitCode>((resolve) => connection.onExit(() => resolve(EXIT.done)));
}

/** Asks to be told of files that pages are made of, when they change on the disk. */
function watchFiles({ client }: Connection): void {
  const watchers = [{ globPattern: '**/*.{yaml,yml,csv,png,jpg,jpeg,tif,tiff,svg,pdf,icc}' }];
  void client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Answers to the questions of the editor; each is given when the newest text has been looked through, where it needs that. */
function listen(connection: Connection, documents: TextDocuments<TextDocument>, room: Room): void {
  const answers = answersOf(documents, room);
  connection.onCompletion(answers.completion);
  connection.onHover(answers.hover);
  connection.onCodeAction(answers.actions);
  connection.languages.inlayHint.on(answers.hints);
}

function greeting(version: string): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      completionProvider: { triggerCharacters: [':', ' ', '/', '-', '{', '['] },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      inlayHintProvider: true,
    },
    serverInfo: { name: 'pagegen', version },
  };
}

function localeOf({ locale }: InitializeParams): Context['language'] | undefined {
  if (!locale) return undefined;
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** The folder that the editor has open. */
function rootOf({ workspaceFolders, rootUri }: InitializeParams, { io }: Context): string {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri;
  return uri ? pathOf(uri) : io.cwd;
}
