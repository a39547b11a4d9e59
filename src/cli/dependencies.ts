import { basename, join, resolve } from 'node:path';
import { DEFAULT_PRESS } from '../model/press.ts';
import { pictureNames, tableNames } from '../read/file-names.ts';
import { readIssue } from '../read/issue.ts';
import { pathOfLock, readFontFiles } from './desk.ts';
import type { Context } from './io.ts';
import type { SetIssue } from './issues.ts';
import { folderOf } from './pictures.ts';
import { openPress } from './press.ts';

/**
 * The files that an issue was set from, absolute: itself, its lock, layout, paper, data, pictures and printing condition;
 * also those that it names and that are not there.
 */
export function filesOfIssue(
  { path, source, files, pages }: SetIssue,
  layoutName: string | undefined,
  context: Context,
): ReadonlySet<string> {
  const own = [resolve(context.io.cwd, path), pathOfLock(path, context).path];
  const issue = source && readIssue(source, () => {}, files);
  if (!source || !issue) return new Set(own);
  const folder = folderOf(source, context);
  const layout = layoutName ?? issue.layout.value;
  const layouts = placesOf('layouts', layout, layoutName === undefined ? folder : context.io.cwd, context);
  const paper = issue.paperName?.value;
  const papers = paper === undefined ? [] : placesOf('papers', paper, folder, context);
  const pictures = pictureNames(issue).map(({ value, range }) =>
    resolve(folderOf(range.file, context), value),
  );
  const tables = tableNames(issue).map(({ value }) => resolve(folder, value));
  const profile = pages.some(({ press }) => (press ?? DEFAULT_PRESS).profile)
    ? [openPress(pages, undefined, context).profilePath]
    : [];
  return new Set([...own, ...layouts, ...papers, ...pictures, ...tables, ...profile]);
}

/** Where a layout or a paper of this name may stand. */
function placesOf(
  kind: 'layouts' | 'papers',
  name: string,
  folder: string,
  { home, io }: Context,
): readonly string[] {
  if (basename(name) !== name || /\.ya?ml$/.test(name)) return [resolve(folder, name)];
  return [io.cwd, home].flatMap((place) =>
    ['.yaml', '.yml'].map((ending) => join(place, kind, name + ending)),
  );
}

/** The font list and the font files that it names, absolute. */
export function filesOfFonts(context: Context): ReadonlySet<string> {
  const lists = [context.io.cwd, context.home].map((folder) => join(folder, 'fonts', 'fonts.yaml'));
  const found = readFontFiles(context, () => {});
  const faces = found ? [...found.list.faces.values()] : [];
  return new Set([...lists, ...faces.map(({ file }) => resolve(found?.folder ?? '', file.value))]);
}
