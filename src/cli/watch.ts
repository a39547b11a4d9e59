import { buildIssue } from './build.ts';
import { followIssues } from './follow.ts';
import type { Context, ExitCode } from './io.ts';
import { show } from './issues.ts';
import { standardOf } from './press.ts';
import { planTargets } from './targets.ts';
import { tellIssue, type BuildOptions } from './tell.ts';

/** `pagegen watch`: builds every issue, and each again when a file has changed that it comes from. */
export async function watchIssues(
  issues: readonly string[],
  given: Omit<BuildOptions, 'write'>,
  context: Context,
): Promise<ExitCode> {
  const options = { ...given, write: true };
  const standard = standardOf(options.pdfx, context);
  if (typeof standard === 'number') return standard;
  const targets = planTargets(issues, options.output, context);
  if (typeof targets === 'number') return targets;
  const written = new Map(targets.map(({ issue }) => [issue, new Map<string, string>()]));
  return followIssues(
    issues,
    options.layout,
    {
      set: async (index, desk) => {
        const target = targets[index];
        if (!target) throw new Error(`no target ${index}`);
        const known = desk.diagnostics.length;
        const taken = new Map([...written.values()].flatMap((names) => [...names]));
        for (const [name, issue] of taken) if (issue === target.issue) taken.delete(name);
        const call = { options, context, taken, ...(standard && { standard }) };
        const built = await buildIssue(target, desk, call);
        written.set(target.issue, new Map([...taken].filter(([, issue]) => issue === target.issue)));
        show(desk.diagnostics.slice(known), context);
        tellIssue({ options, context, fontProblems: desk.diagnostics }, target, built);
        return built;
      },
    },
    context,
  );
}
