import { relative } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceFile } from '../../base/source.ts';
import type { Issue } from '../../model/issue.ts';
import type { Page } from '../../model/page.ts';
import { readIssue } from '../../read/issue.ts';
import { readLayout } from '../../read/layout.ts';
import { readPaper } from '../../read/paper.ts';
import { checkIssue } from '../build.ts';
import { openDesk, readText, withFreshFolders, type Desk } from '../desk.ts';
import type { Context } from '../io.ts';
import { kindOf, projectOf } from '../project-folder.ts';

/** What is known of an open file after it was looked through. */
export interface Looked {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly issue?: Issue;
  readonly pages: readonly Page[];
}

/** Looks files through as `pagegen check` does, each in its own project; fonts are opened once a project. */
export function openProjects(context: Context): (path: string, root: string) => Promise<Looked | undefined> {
  const desks = new Map<string, { readonly desk?: Desk; readonly diagnostics: readonly Diagnostic[] }>();
  return async (path, root) => {
    const folder = projectOf(path, root);
    const own = within(context, folder);
    const reading = readText(path, own);
    if (reading.kind === 'failed') return undefined;
    const file = reading.content;
    const kind = kindOf(path, file.text);
    if (kind === 'layout' || kind === 'paper') return lookedThrough(file, kind);
    if (kind === undefined) return undefined;
    const opened = desks.get(folder) ?? openDesk(own);
    desks.set(folder, opened);
    return opened.desk
      ? checked(path, opened.desk, own)
      : { file, pages: [], diagnostics: opened.diagnostics };
  };
}

/** The context of a project. */
export function within(context: Context, folder: string): Context {
  return { ...context, io: { ...context.io, cwd: folder } };
}

function lookedThrough(file: SourceFile, kind: 'layout' | 'paper'): Looked {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  if (kind === 'layout') readLayout(file, report);
  else readPaper(file, report);
  return { file, pages: [], diagnostics };
}

/** A check of the issue as it stands in the editor, with layouts and papers as they stand there. */
async function checked(path: string, opened: Desk, context: Context): Promise<Looked> {
  const desk = withFreshFolders(opened, context);
  const shown = relative(context.io.cwd, path);
  const { source, files, pages, diagnostics } = await checkIssue(shown, desk, context);
  const file = source ?? { path: shown, text: '' };
  const issue = readIssue(file, () => {}, files);
  return { file, pages, diagnostics: [...desk.diagnostics, ...diagnostics], ...(issue && { issue }) };
}
