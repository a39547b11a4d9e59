import type { Diagnostic } from '../base/diagnostic.ts';
import { checkCopy } from '../check/check.ts';
import { writeFiles } from '../files.ts';
import { readIssue } from '../read/issue.ts';
import { openDesk, type Desk } from './desk.ts';
import { drawIssue } from './draw.ts';
import { say, type Context, type ExitCode } from './io.ts';
import { deskFor, passes, setIssue, show, type SetIssue } from './issues.ts';
import { planTargets, type Target } from './targets.ts';
import { tellEnd, tellIssue, type BuildOptions, type Built } from './tell.ts';

/** `pagegen build` and `pagegen check`: every issue for itself; a faulty one does not keep the others from press. */
export async function build(
  issues: readonly string[],
  options: BuildOptions,
  context: Context,
): Promise<ExitCode> {
  const { clock } = context.io;
  const started = clock();
  const targets = planTargets(issues, options.output, context);
  if (typeof targets === 'number') return targets;
  const { desk: opened, diagnostics: fontProblems } = openDesk(context);
  show(fontProblems, context);
  const call = { options, context, fontProblems };
  const timings = { fonts_ms: clock() - started };
  if (!opened) return tellEnd(call, [], timings);
  const desk = deskFor(opened, options.layout, context);
  if (typeof desk === 'number') return desk;
  const built: Built[] = [];
  for (const target of targets) {
    const known = fontProblems.length;
    const issue = await buildIssue(target, desk, options, context);
    show(fontProblems.slice(known), context);
    tellIssue(call, target, issue);
    built.push(issue);
  }
  return tellEnd(call, built, { ...timings, ...sumOf(built), total_ms: clock() - started });
}

/** Sets an issue and writes it if it may go to press. */
async function buildIssue(
  target: Target,
  desk: Desk,
  options: BuildOptions,
  context: Context,
): Promise<Built> {
  const set = await setIssue(target.issue, desk, options.layout, context);
  const issue = options.write ? set : withCopyCheck(set, context);
  show(issue.diagnostics, context);
  const sound = passes([...issue.diagnostics, ...desk.diagnostics], options.strict ?? false);
  if (!options.write || issue.pages.length === 0 || !(sound || options.force))
    return { ...issue, outputs: [] };
  const drawing = context.io.clock();
  const files = await drawIssue(issue, target, desk, { proof: options.proof ?? false, sound, context });
  const writing = context.io.clock();
  const failure = writeFiles(files);
  if (failure !== undefined) {
    say(context, {
      zh: `写不了 ${target.shown}（${failure}）`,
      en: `cannot write ${target.shown} (${failure})`,
    });
    return { ...issue, outputs: [], unwritable: true };
  }
  const timings = { ...issue.timings, draw_ms: writing - drawing, write_ms: context.io.clock() - writing };
  return { ...issue, outputs: files.map(({ entry }) => entry), timings };
}

/** What the copy check finds stands behind what the build itself has to say. */
function withCopyCheck(issue: SetIssue, { io }: Context): SetIssue {
  const started = io.clock();
  const read = issue.source && readIssue(issue.source, () => {}, issue.files);
  const found: Diagnostic[] = [];
  if (read) checkCopy(read, (diagnostic) => found.push(diagnostic));
  const timings = { ...issue.timings, copy_ms: io.clock() - started };
  return { ...issue, diagnostics: [...issue.diagnostics, ...found], timings };
}

function sumOf(built: readonly Built[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const { timings } of built) {
    for (const [stage, ms] of Object.entries(timings)) sum[stage] = (sum[stage] ?? 0) + ms;
  }
  return sum;
}
