import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { withTemporaryFolder } from '../files.ts';
import type { Context } from './io.ts';

/** A path as git writes it: of a file or folder as it was at a revision. */
export interface RevisionPath {
  readonly revision: string;
  readonly path: string;
}

/** `HEAD~1:issues/x.yaml`; a letter alone before the colon is a drive. */
export function revisionPath(word: string): RevisionPath | undefined {
  const [, revision, path = ''] = /^([^:]{2,}):(.*)$/.exec(word) ?? [];
  return revision === undefined ? undefined : { revision, path };
}

/**
 * Does something in the current folder as it was at a revision, laid out beside the project and removed afterwards.
 * `undefined` when git knows no such revision here.
 */
export async function atRevision<T>(
  revision: string,
  context: Context,
  work: (past: Context) => Promise<T>,
): Promise<T | undefined> {
  const { io } = context;
  const commit = await git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    io.cwd,
    context,
  );
  const root = await git(['rev-parse', '--show-toplevel'], io.cwd, context);
  const prefix = await git(['rev-parse', '--show-prefix'], io.cwd, context);
  if (!commit || !root || prefix === undefined) return undefined;
  return withTemporaryFolder(async (folder) => {
    const index = { GIT_INDEX_FILE: join(folder, '.index') };
    const read = await git(['read-tree', commit], root, context, index);
    const laid =
      read === undefined
        ? read
        : await git(['checkout-index', '--all', `--prefix=${folder}/`], root, context, index);
    if (laid === undefined) return undefined;
    return work({ ...context, io: { ...io, cwd: join(folder, prefix) } });
  });
}

/** What git prints; `undefined` when it fails or is not there. */
function git(
  words: readonly string[],
  cwd: string,
  { io }: Context,
  more: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', words, { cwd, env: { ...io.env, ...more } }, (error, stdout) =>
      resolve(error ? undefined : stdout.trim()),
    );
  });
}
