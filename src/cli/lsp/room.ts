import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic as Told } from 'vscode-languageserver/node';
import type { Context } from '../io.ts';
import { kindOf, projectOf } from '../project-folder.ts';
import { openLooks } from './looks.ts';
import { openProjects, type Looked } from './project.ts';
import { byFile, toldIn } from './told.ts';

/** Milliseconds without a key stroke after which a page is made up. */
const PAUSE = 250;

/** What the server needs of the connection to an editor. */
interface Line {
  readonly sendDiagnostics: (params: { readonly uri: string; readonly diagnostics: Told[] }) => Promise<void>;
  readonly window: { showErrorMessage(message: string): unknown };
  readonly languages: { readonly inlayHint: { refresh(): Promise<void> } };
}

export interface RoomOptions {
  readonly context: Context;
  /** Folder that the editor has open. */
  readonly root: string;
  readonly later: NonNullable<Context['io']['later']>;
  readonly connection: Line;
  readonly client: ClientCapabilities;
}

/** The files that are open in an editor, with what is known of each. */
export interface Room {
  readonly context: Context;
  readonly root: string;
  /** A file was opened or its text changed. */
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
  readonly lookAtAll: () => void;
  /** What is known of the newest text of a file. */
  readonly looked: (uri: string) => Promise<Looked | undefined>;
}

export function openRoom(options: RoomOptions): Room {
  const { context, root, later } = options;
  const known = new Map<string, Looked>();
  const open = new Set<string>();
  const board = openBoard(options);
  const looks = openLooks(PAUSE, later, lookIn(options, { known, open, board }));
  const lookAtAll = () => open.forEach((uri) => looks.ask(uri));
  return {
    context,
    root,
    lookAtAll,
    changed: (uri) => {
      open.add(uri);
      const kind = kindOf(pathOf(uri), context.unsaved?.get(pathOf(uri)) ?? '');
      // Layouts, papers and data may be those of any issue that is open.
      if (kind === 'issue') looks.ask(uri);
      else lookAtAll();
    },
    closed: (uri) => {
      open.delete(uri);
      known.delete(uri);
      looks.forget(uri);
      board.put(uri, undefined);
      lookAtAll();
    },
    looked: async (uri) => {
      await looks.settled(uri);
      return known.get(uri);
    },
  };
}

interface RoomState {
  readonly known: Map<string, Looked>;
  readonly open: ReadonlySet<string>;
  readonly board: ReturnType<typeof openBoard>;
}

/** Looks a file through and says what was found. A fault of ours is told to the editor, and the server goes on. */
function lookIn({ context, root, connection, client }: RoomOptions, { known, open, board }: RoomState) {
  const look = openProjects(context);
  return async (uri: string): Promise<void> => {
    try {
      const found = await look(pathOf(uri), root);
      if (!open.has(uri)) return;
      if (found) known.set(uri, found);
      else known.delete(uri);
      board.put(uri, found);
      if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    } catch (error) {
      const fact = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.window.showErrorMessage(`pagegen ${context.version}: ${fact}`);
    }
  };
}

/** What was said of each file, by whom: a layout is judged by itself and by every issue that is set with it. */
function openBoard({ context, root, connection }: RoomOptions) {
  const said = new Map<string, ReadonlyMap<string, readonly Told[]>>();
  const put = (uri: string, looked: Looked | undefined) => {
    const before = said.get(uri)?.keys() ?? [];
    const folder = projectOf(pathOf(uri), root);
    const found = looked ? [...byFile(looked.diagnostics, looked.file.path)] : [];
    const now = new Map(
      found.map(([path, diagnostics]) => [
        uriOf(resolve(folder, path)),
        diagnostics.map((diagnostic) => toldIn(context.language, diagnostic)),
      ]),
    );
    said.set(uri, now);
    for (const file of new Set([...before, ...now.keys()])) {
      const all = [...said.values()].flatMap((files) => files.get(file) ?? []);
      const once = new Map(all.map((told) => [JSON.stringify(told), told]));
      void connection.sendDiagnostics({ uri: file, diagnostics: [...once.values()] });
    }
  };
  return { put };
}

/** The path of a file of the editor; what is no file keeps its name. */
export function pathOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
