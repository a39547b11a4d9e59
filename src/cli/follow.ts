import { resolve } from 'node:path';
import type { Desk } from './desk.ts';
import { openDesk, pathOfLock, withFreshFolders } from './desk.ts';
import { tellBug } from './bug.ts';
import { filesOfFonts, filesOfIssue } from './dependencies.ts';
import { EXIT, refuse, say, type Context, type ExitCode } from './io.ts';
import { deskFor, show, type SetIssue } from './issues.ts';
import { watchFiles } from './watcher.ts';

/** What is done with an issue at the start and after every change of a file that it was set from. */
export interface FollowedWork {
  /** Sets the issue at `index` and passes it on. */
  set(index: number, desk: Desk): Promise<SetIssue>;
  /** Told of a fault of ours while an issue was set; the next save may go well again. */
  failed?(index: number, error: unknown): void;
}

/**
 * Sets issues, and each again whenever a file has changed that it comes from, until it is stopped. Faces stay open as long
 * as no font file changes. Gives an exit code at once when the call is wrong.
 */
export async function followIssues(
  issues: readonly string[],
  layout: string | undefined,
  work: FollowedWork,
  context: Context,
): Promise<ExitCode> {
  if (issues.includes('-')) return noStandardInput(context);
  const watcher = watchFiles(context.io.stop);
  const ownFiles = issues.map((path) => [resolve(context.io.cwd, path), pathOfLock(path, context).path]);
  watcher.follow(ownFiles.flat());
  const sources: Set<string>[] = ownFiles.map((paths) => new Set(paths));
  const first = deskNow(layout, context);
  if (typeof first === 'number') return watcher.close().then(() => first);
  let desk = first;
  let fontFiles = filesOfFonts(context);
  watcher.follow(fontFiles);
  const setAll = async (indices: readonly number[]) => {
    for (const index of indices) {
      const set = desk && (await setOne(index, desk, work, context));
      if (!set) continue;
      const now = filesOfIssue(set, layout, context);
      // Copy that cannot be read names nothing; what it named before may still be what mends it.
      sources[index] = new Set(set.pages.length > 0 ? now : [...(sources[index] ?? []), ...now]);
      watcher.follow(now);
    }
  };
  await setAll(issues.map((_, index) => index));
  sayFollowing(issues, context);
  for await (const changed of watcher.changes) {
    const isIn = (paths: ReadonlySet<string>) => [...changed].some((path) => paths.has(path));
    const all = !desk || isIn(fontFiles);
    const affected = issues.flatMap((_, index) => (all || isIn(sources[index] ?? new Set()) ? [index] : []));
    const next = all ? deskNow(layout, context) : desk && withFreshFolders(desk, context);
    if (typeof next !== 'number') desk = next;
    if (all) watcher.follow((fontFiles = filesOfFonts(context)));
    await setAll(affected);
  }
  return EXIT.done;
}

/** The desk with the layout that was asked for; `undefined` while its font list cannot be read. */
function deskNow(layout: string | undefined, context: Context): Desk | undefined | ExitCode {
  const { desk, diagnostics } = openDesk(context);
  show(diagnostics, context);
  return desk && deskFor(desk, layout, context);
}

async function setOne(
  index: number,
  desk: Desk,
  work: FollowedWork,
  context: Context,
): Promise<SetIssue | undefined> {
  try {
    return await work.set(index, desk);
  } catch (error) {
    tellBug(error, context);
    work.failed?.(index, error);
    return undefined;
  }
}

/** Says what is being waited for. */
function sayFollowing(issues: readonly string[], context: Context): void {
  say(context, {
    zh: `等候 ${issues.join('、')} 的改动；按 Ctrl-C 结束`,
    en: `waiting for changes of ${issues.join(', ')}; Ctrl-C ends`,
  });
}

function noStandardInput(context: Context): ExitCode {
  return refuse(context, {
    zh: '标准输入没有改动可等；请给稿件文件的名字',
    en: 'standard input does not change; name an issue file',
  });
}
