import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source.ts';
import { exists, readBytes, readSource, shownPath, sourceFrom, yamlFilesIn, type Reading } from '../files.ts';
import type { Sources } from '../build.ts';
import { openFontBook } from '../fonts/book.ts';
import type { FontBook, FontFileStore } from '../fonts/font.ts';
import type { FontList } from '../model/font-list.ts';
import { readFontList } from '../read/fonts.ts';
import { pictureNames, tableNames } from '../read/file-names.ts';
import { readIssue } from '../read/issue.ts';
import type { IssueFiles } from '../read/issue.ts';
import type { Context } from './io.ts';
import { folderOf, readPictureFacts } from './pictures.ts';

/** What every issue of a call shares. */
export interface Desk {
  readonly layouts: ReadonlyMap<string, SourceFile>;
  readonly papers: ReadonlyMap<string, SourceFile>;
  readonly fonts: FontBook;
  /** Problems of the fonts, which are found as faces are opened: they stand against every issue. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads layouts and fonts; a font list that cannot be read gives the problem and no desk. */
export function openDesk(context: Context): {
  readonly desk?: Desk;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const fonts = readFonts(context, (diagnostic) => diagnostics.push(diagnostic));
  return fonts
    ? {
        desk: { layouts: readLayouts(context), papers: readFolder('papers', context), fonts, diagnostics },
        diagnostics,
      }
    : { diagnostics };
}

/** The desk with its layouts and papers read anew; faces stay open. */
export function withFreshFolders(desk: Desk, context: Context): Desk {
  return { ...desk, layouts: readLayouts(context), papers: readFolder('papers', context) };
}

/** The layouts by name: those of the package, and over them those of the current folder. */
export function readLayouts(context: Context): ReadonlyMap<string, SourceFile> {
  return readFolder('layouts', context);
}

/** Reads a text: what stands in the editor before what is on the disk. */
export function readText(
  path: string,
  { io, unsaved }: Context,
  shown = shownPath(path, io.cwd),
): Reading<SourceFile> {
  const text = unsaved?.get(path);
  return text === undefined
    ? readSource(path, shown)
    : { kind: 'read', content: { path: shown, text: text.replaceAll('\r\n', '\n') } };
}

/** The YAML files of a folder by name: those of the package, and over them those of the current folder. */
export function readFolder(kind: 'layouts' | 'papers', context: Context): ReadonlyMap<string, SourceFile> {
  const files = new Map<string, SourceFile>();
  for (const folder of new Set([join(context.home, kind), join(context.io.cwd, kind)])) {
    for (const [name, path] of yamlFilesIn(folder)) {
      const reading = readText(path, context);
      if (reading.kind === 'read') files.set(name, reading.content);
    }
  }
  return files;
}

/** The font list and its files by the path that the list writes. */
export interface FontFiles {
  readonly list: FontList;
  readonly files: FontFileStore;
  /** Folder that the paths of the list start from. */
  readonly folder: string;
}

/** The font list of the current folder, or else of the package. A font file that is not there is left out. */
export function readFontFiles({ home, io }: Context, report: Report): FontFiles | undefined {
  const candidates = [io.cwd, home].map((folder) => join(folder, 'fonts', 'fonts.yaml'));
  const [own = '', packaged = own] = candidates;
  const first = readSource(own, shownPath(own, io.cwd));
  const reading =
    first.kind === 'failed' && first.reason === 'ENOENT' ? readSource(packaged, packaged) : first;
  const path = reading === first ? own : packaged;
  if (reading.kind === 'failed') {
    report(cannotRead(shownPath(path, io.cwd), reading.reason));
    return undefined;
  }
  const list = readFontList(reading.content, report);
  return list && { list, files: storeOf(list, dirname(path)), folder: dirname(path) };
}

/** The font files of a list; each is read when a page first needs it. */
function storeOf(list: FontList, folder: string): FontFileStore {
  const paths = new Map(
    [...list.faces.values()].map(({ file }) => [file.value, resolve(folder, file.value)]),
  );
  const read = new Map<string, Uint8Array>();
  return {
    has: (name) => exists(paths.get(name) ?? ''),
    get: (name) => {
      const known = read.get(name);
      if (known) return known;
      const reading = readBytes(paths.get(name) ?? '');
      if (reading.kind === 'read') read.set(name, reading.content);
      return reading.kind === 'read' ? reading.content : undefined;
    },
  };
}

export function readFonts(context: Context, report: Report): FontBook | undefined {
  const found = readFontFiles(context, report);
  return found && openFontBook(found.list, found.files, report);
}

/** Reads a file of the command line; `-` is standard input. */
export async function readArgument(path: string, context: Context): Promise<Reading<SourceFile>> {
  const { io } = context;
  return path === '-' ? sourceFrom(await io.stdin(), '-') : readText(resolve(io.cwd, path), context, path);
}

/** Text files that an issue starts from, by the words with which it asks for them. */
export type IssueSources = Pick<Sources, 'layouts' | 'pictures'> & IssueFiles;

/** The layouts and papers of the desk, and with them what the issue names by a path; its CSV files; facts of its pictures. */
export async function sourcesOfIssue(
  { layouts, papers }: Pick<Desk, 'layouts' | 'papers'>,
  file: SourceFile,
  context: Context,
): Promise<IssueSources> {
  const folder = folderOf(file, context);
  const first = readIssue(file, () => {}, { papers, tables: new Map() });
  const named = first ? tableNames(first) : [];
  const known = withFile(papers, first?.paperName?.value ?? '', folder, context);
  // A paper that the issue names by a path may have a logo.
  const issue = known === papers ? first : readIssue(file, () => {}, { papers: known, tables: new Map() });
  return {
    layouts: withFile(layouts, first?.layout.value ?? '', folder, context),
    papers: known,
    pictures: await readPictureFacts(issue ? pictureNames(issue) : [], context),
    tables: new Map(
      named.flatMap(({ value }): readonly (readonly [string, SourceFile])[] => {
        const reading = readText(resolve(folder, value), context);
        return reading.kind === 'read' ? [[value, reading.content]] : [];
      }),
    ),
  };
}

/** The lock file of an issue, beside it: `x.lock.yaml` for `x.yaml`. */
export function pathOfLock(
  issue: string,
  { io }: Context,
): { readonly path: string; readonly shown: string } {
  const path = resolve(io.cwd, issue.replace(/\.ya?ml$/i, '') + '.lock.yaml');
  return { path, shown: shownPath(path, io.cwd) };
}

/** The lock file of an issue, if it has one. */
export function readLockFile(issue: string, context: Context): SourceFile | undefined {
  if (issue === '-') return undefined;
  const { path, shown } = pathOfLock(issue, context);
  const reading = exists(path) ? readText(path, context, shown) : undefined;
  return reading?.kind === 'read' ? reading.content : undefined;
}

/** `files` and with them the file `name` in `folder`, if the name is a path and the file can be read. */
export function withFile(
  files: ReadonlyMap<string, SourceFile>,
  name: string,
  folder: string,
  context: Context,
): ReadonlyMap<string, SourceFile> {
  if (files.has(name) || (basename(name) === name && !/\.ya?ml$/.test(name))) return files;
  const reading = readText(resolve(folder, name), context);
  return reading.kind === 'read' ? new Map([...files, [name, reading.content]]) : files;
}

export function cannotRead(path: string, reason: string): Diagnostic {
  return { severity: 'error', code: 'cannot-read', values: { path, reason } };
}
