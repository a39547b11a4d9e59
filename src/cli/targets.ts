import { basename, extname, join, relative, resolve } from 'node:path';
import { isFolder } from '../files.ts';
import { refuse, type Context, type ExitCode } from './io.ts';

/** An issue and the PDF to be made of it. */
export interface Target {
  readonly issue: string;
  /** Absolute. */
  readonly pdf: string;
  /** As messages show it: relative to the current folder unless it was given as an absolute path. */
  readonly shown: string;
  /** Whether the command gives the name of the PDF itself. */
  readonly given: boolean;
}

/** Where each issue goes; two issues for one file, or one file for several issues, is a wrong use of the command. */
export function planTargets(
  issues: readonly string[],
  output: string | undefined,
  context: Context,
): readonly Target[] | ExitCode {
  const isFile = output !== undefined && /\.pdf$/i.test(output) && !isFolder(resolve(context.io.cwd, output));
  if (isFile && issues.length > 1) {
    return refuse(context, {
      zh: `${issues.length} 份稿件不能写进同一个文件 ${output}；-o 请给文件夹`,
      en: `${issues.length} issues cannot go into one file ${output}; give -o a folder`,
    });
  }
  const targets = issues.map((issue): Target => {
    const shown = isFile ? output : join(output ?? 'out', stemOf(issue) + '.pdf');
    return { issue, pdf: resolve(context.io.cwd, shown), shown, given: isFile };
  });
  return clashOf(targets, context) ?? targets;
}

/** File name without folder and ending; standard input is called `stdin`. */
function stemOf(issue: string): string {
  return issue === '-' ? 'stdin' : basename(issue, extname(issue));
}

function clashOf(targets: readonly Target[], context: Context): ExitCode | undefined {
  const first = new Map<string, string>();
  for (const { issue, pdf } of targets) {
    const other = first.get(pdf);
    if (other === undefined) {
      first.set(pdf, issue);
      continue;
    }
    const path = relative(context.io.cwd, pdf);
    return refuse(context, {
      zh: `${other} 和 ${issue} 都要写 ${path}；请分开编排或改名`,
      en: `${other} and ${issue} would both write ${path}; build them apart or rename one`,
    });
  }
  return undefined;
}
