import type { Diagnostic } from '../base/diagnostic.ts';
import { checkCopy } from '../check/check.ts';
import { writeFiles } from '../files.ts';
import type { PictureContents } from '../model/picture.ts';
import type { PressStandard } from '../model/press.ts';
import { readIssue } from '../read/issue.ts';
import { openDesk, type Desk } from './desk.ts';
import { drawFile, type Drawn } from './draw.ts';
import { say, type Context, type ExitCode } from './io.ts';
import { deskFor, passes, setIssue, show, type SetIssue } from './issues.ts';
import { planFiles, type PlannedFile, type TakenNames } from './names.ts';
import { openPictures } from './pictures.ts';
import { openPress, standardOf, type OpenPress } from './press.ts';
import { planTargets, type Target } from './targets.ts';
import { tellEnd, tellIssue, type BuildOptions, type Built } from './tell.ts';
import { writeTickets, type TicketFile } from './ticket.ts';

/** `pagegen build` and `pagegen check`: every issue for itself; a faulty one does not keep the others from press. */
export async function build(
  issues: readonly string[],
  options: BuildOptions,
  context: Context,
): Promise<ExitCode> {
  const { clock } = context.io;
  const started = clock();
  const standard = standardOf(options.pdfx, context);
  if (typeof standard === 'number') return standard;
  const targets = planTargets(issues, options.output, context);
  if (typeof targets === 'number') return targets;
  const { desk: opened, diagnostics: fontProblems } = openDesk(context);
  show(fontProblems, context);
  const call = { options, context, fontProblems };
  const timings = { fonts_ms: clock() - started };
  if (!opened) return tellEnd(call, [], timings, []);
  const desk = deskFor(opened, options.layout, context);
  if (typeof desk === 'number') return desk;
  const built: Built[] = [];
  const drawing = { options, context, taken: new Map(), ...(standard && { standard }) };
  for (const target of targets) {
    const known = fontProblems.length;
    const issue = await buildIssue(target, desk, drawing);
    show(fontProblems.slice(known), context);
    tellIssue(call, target, issue);
    built.push(issue);
  }
  const tickets = writeTickets(
    built.flatMap((issue) => issue.tickets),
    context,
  );
  return tellEnd(call, built, { ...timings, ...sumOf(built), total_ms: clock() - started }, tickets);
}

/** What the issues of one call share while they are built. */
export interface BuildCall {
  readonly options: BuildOptions;
  readonly context: Context;
  readonly standard?: PressStandard;
  readonly taken: TakenNames;
}

/** An issue that only needs to be written, and how. */
interface ReadyIssue {
  readonly issue: SetIssue;
  readonly files: readonly PlannedFile[];
  readonly press: OpenPress;
  readonly pictures: PictureContents;
}

/** Sets an issue and gets ready what it is written with; everything that is wrong with it is found by then. */
async function readyIssue(target: Target, desk: Desk, call: BuildCall): Promise<ReadyIssue> {
  const { options, context, standard, taken } = call;
  const set = await setIssue(target.issue, desk, options.layout, context);
  const press = openPress(set.pages, standard, context);
  const opening = context.io.clock();
  const preparing = { proof: options.proof ?? false, cache: options.cache ?? true };
  const pictures = await openPictures(set.pages, press, preparing, context);
  const plan = planFiles(set.pages, target, press.press, taken);
  const found = [...press.diagnostics, ...pictures.diagnostics, ...(options.write ? plan.diagnostics : [])];
  const ready = {
    ...set,
    diagnostics: [...set.diagnostics, ...(set.pages.length > 0 ? found : [])],
    timings: { ...set.timings, pictures_ms: context.io.clock() - opening },
  };
  const issue = options.write ? ready : withCopyCheck(ready, context);
  return { issue, press, files: plan.files, pictures: pictures.contents };
}

/** Everything that `check` says of one issue, with its pages. */
export async function checkIssue(path: string, desk: Desk, context: Context): Promise<SetIssue> {
  const [target] = [planTargets([path], undefined, context)].flat();
  if (typeof target !== 'object') return { path, pages: [], diagnostics: [], timings: {} };
  const { issue } = await readyIssue(target, desk, { options: { write: false }, context, taken: new Map() });
  return issue;
}

/** Sets an issue and writes it if it may go to press. */
export async function buildIssue(target: Target, desk: Desk, call: BuildCall): Promise<Built> {
  const { options, context } = call;
  const { issue, press, files, pictures } = await readyIssue(target, desk, call);
  show(issue.diagnostics, context);
  const sound = passes([...issue.diagnostics, ...desk.diagnostics], options.strict ?? false);
  const unwritten = { ...issue, outputs: [], tickets: [] };
  if (!options.write || issue.pages.length === 0 || !(sound || options.force)) return unwritten;
  const drawing = context.io.clock();
  const drawn: Drawn[] = [];
  for (const file of files) {
    const how = { proof: options.proof ?? false, press: press.options, pictures, sound, context };
    drawn.push(...(await drawFile(file, desk, how)));
  }
  const writing = context.io.clock();
  const failure = writeFiles(drawn);
  if (failure !== undefined) {
    say(context, {
      zh: `写不了 ${target.shown}（${failure}）`,
      en: `cannot write ${target.shown} (${failure})`,
    });
    return { ...unwritten, unwritable: true };
  }
  const timings = { ...issue.timings, draw_ms: writing - drawing, write_ms: context.io.clock() - writing };
  const tickets = (options.job ?? press.press.job) ? drawn.flatMap(ticketOf) : [];
  return { ...issue, outputs: drawn.map(({ entry }) => entry), tickets, timings };
}

function ticketOf({ path, entry, job }: Drawn): readonly TicketFile[] {
  return job ? [{ pdf: path, shown: entry.path, job }] : [];
}

/** What the copy check finds stands behind what the build itself has to say. */
export function withCopyCheck(issue: SetIssue, { io }: Context): SetIssue {
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
