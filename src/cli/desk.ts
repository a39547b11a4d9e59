import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source.ts';
import { exists, readBytes, readSource, shownPath, sourceFrom, yamlFilesIn, type Reading } from '../files.ts';
import { openFontBook } from '../fonts/book.ts';
import type { FontBook, FontFileStore } from '../fonts/font.ts';
import type { FontList } from '../model/font-list.ts';
import { readFontList } from '../read/fonts.ts';
import { readIssue } from '../read/issue.ts';
import type { Context } from './io.ts';

/** What every issue of a call shares. */
export interface Desk {
  readonly layouts: ReadonlyMap<string, SourceFile>;
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
    ? { desk: { layouts: readLayouts(context), fonts, diagnostics }, diagnostics }
    : { diagnostics };
}

/** The layouts by name: those of the package, and over them those of the current folder. */
export function readLayouts({ home, io }: Context): ReadonlyMap<string, SourceFile> {
  const layouts = new Map<string, SourceFile>();
  for (const folder of new Set([join(home, 'layouts'), join(io.cwd, 'layouts')])) {
    for (const [name, path] of yamlFilesIn(folder)) {
      const reading = readSource(path, shownPath(path, io.cwd));
      if (reading.kind === 'read') layouts.set(name, reading.content);
    }
  }
  return layouts;
}

/** The font list and its files by the path that the list writes. */
export interface FontFiles {
  readonly list: FontList;
  readonly files: FontFileStore;
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
  return list && { list, files: storeOf(list, dirname(path)) };
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
export async function readArgument(path: string, { io }: Context): Promise<Reading<SourceFile>> {
  return path === '-' ? sourceFrom(await io.stdin(), '-') : readSource(resolve(io.cwd, path), path);
}

/** `layouts` and with them the one that the issue names by a path, if it does; relative to the issue file. */
export function withLayoutOfIssue(
  layouts: ReadonlyMap<string, SourceFile>,
  issue: SourceFile,
  { io }: Context,
): ReadonlyMap<string, SourceFile> {
  const name = readIssue(issue, () => {})?.layout.value ?? '';
  const folder = issue.path === '-' ? io.cwd : dirname(resolve(io.cwd, issue.path));
  return withLayoutFile(layouts, name, folder, io.cwd);
}

/** `layouts` and with them the file `name` in `folder`, if the name is a path and the file can be read. */
export function withLayoutFile(
  layouts: ReadonlyMap<string, SourceFile>,
  name: string,
  folder: string,
  cwd: string,
): ReadonlyMap<string, SourceFile> {
  if (layouts.has(name) || (basename(name) === name && !/\.ya?ml$/.test(name))) return layouts;
  const path = resolve(folder, name);
  const reading = readSource(path, shownPath(path, cwd));
  return reading.kind === 'read' ? new Map([...layouts, [name, reading.content]]) : layouts;
}

export function cannotRead(path: string, reason: string): Diagnostic {
  return { severity: 'error', code: 'cannot-read', values: { path, reason } };
}
