import { basename, join, relative, resolve } from 'node:path';
import { exists, isFolder, readSource, yamlFilesIn } from '../files.ts';
import { refuse, type Context, type ExitCode } from './io.ts';
import { kindOf, projectOf } from './project-folder.ts';
import { atRevision, revisionPath } from './revision.ts';

/** One of the two that are compared: an issue or a folder of issues, now or at a revision. */
export interface Side {
  /** As the command line names it. */
  readonly shown: string;
  readonly folder: boolean;
  /** The world in which its issues are set. */
  readonly context: Context;
  /** Issue files by name, as paths from the current folder of that world. */
  readonly issues: ReadonlyMap<string, string>;
}

/** Does something with a side while its files are there; a wrong name is a wrong use of the command. */
export async function withSide(
  word: string,
  context: Context,
  work: (side: Side) => Promise<ExitCode>,
): Promise<ExitCode> {
  const past = exists(resolve(context.io.cwd, word)) ? undefined : revisionPath(word);
  if (!past) return withPath(word, word, context, work);
  const done = await atRevision(past.revision, context, (then) =>
    withPath(past.path || '.', word, then, work),
  );
  return (
    done ??
    refuse(context, {
      zh: `这里的 git 没有版本 ${past.revision}`,
      en: `git knows no revision ${past.revision} here`,
    })
  );
}

async function withPath(
  path: string,
  shown: string,
  context: Context,
  work: (side: Side) => Promise<ExitCode>,
): Promise<ExitCode> {
  const whole = resolve(context.io.cwd, path);
  if (!exists(whole)) {
    return refuse(context, {
      zh: `没有 ${shown} 这个文件或文件夹`,
      en: `there is no file or folder ${shown}`,
    });
  }
  if (!isFolder(whole)) {
    return work({ shown, folder: false, context, issues: new Map([[basename(path), path]]) });
  }
  const cwd = projectOf(join(whole, 'x.yaml'), context.io.cwd);
  const own = { ...context, io: { ...context.io, cwd } };
  return work({ shown, folder: true, context: own, issues: issuesIn(whole, cwd) });
}

/** The issues of a folder and of its folder `issues`. */
function issuesIn(folder: string, cwd: string): ReadonlyMap<string, string> {
  const paths = [folder, join(folder, 'issues')].flatMap((one) => [...yamlFilesIn(one).values()]);
  const issues = paths.filter((path) => {
    const reading = readSource(path, path);
    return reading.kind === 'read' && kindOf(path, reading.content.text) === 'issue';
  });
  return new Map(issues.map((path) => [basename(path), relative(cwd, path)]));
}
