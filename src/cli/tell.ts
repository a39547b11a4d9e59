import type { Diagnostic } from '../base/diagnostic.ts';
import type { FitCode, Page } from '../model/page.ts';
import { sentence } from '../output/messages.ts';
import { diagnosticEntry, pageEntry, type BuildReport, type OutputEntry } from '../output/report.ts';
import { EXIT, jsonText, say, type Context, type ExitCode } from './io.ts';
import { exitCodeOf, passes, tally, type SetIssue } from './issues.ts';
import type { Target } from './targets.ts';
import type { TicketFile } from './ticket.ts';

export interface BuildOptions {
  readonly output?: string;
  readonly layout?: string;
  readonly proof?: boolean;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
  /** `false` for pictures that are neither taken from earlier calls nor kept for later ones. */
  readonly cache?: boolean;
  /** Standard of the PDF, before what layout and issue say. */
  readonly pdfx?: string;
  /** Write a job ticket in any case. */
  readonly job?: boolean;
  /** `false` for `check`: everything is done but writing. */
  readonly write: boolean;
}

/** One call of `build` or `check`. */
export interface Call {
  readonly options: BuildOptions;
  readonly context: Context;
  /** Problems of the fonts, which stand against every issue; they may grow as faces are opened. */
  readonly fontProblems: readonly Diagnostic[];
}

/** An issue of the call after writing. */
export interface Built extends SetIssue {
  readonly outputs: readonly OutputEntry[];
  /** PDFs for the job ticket, if one is wanted. */
  readonly tickets: readonly TicketFile[];
  /** Whether its files could not be written. */
  readonly unwritable?: boolean;
}

/** One line of progress for an issue that is done. */
export function tellIssue({ options, context, fontProblems }: Call, { issue }: Target, built: Built): void {
  const problems = [...built.diagnostics, ...fontProblems];
  const { errors, warnings } = tally(problems);
  const zh = `${errors} 个错误，${warnings} 个警告`;
  const en = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  if (built.outputs.length > 0) {
    const seconds = (Object.values(built.timings).reduce((sum, ms) => sum + ms, 0) / 1000).toFixed(2);
    const { length } = built.pages;
    const pdfs = built.outputs.filter(({ kind }) => kind === 'pdf');
    const shown = pdfs.map(({ path }) => path).join(' ');
    say(context, {
      zh: `${issue} → ${shown}：${length} 版，${zh}，${seconds} 秒`,
      en: `${issue} -> ${shown}: ${counted(length, 'page')}, ${en}, ${seconds} s`,
    });
  } else if (!built.unwritable && passes(problems, options.strict ?? false)) {
    say(context, { zh: `${issue}：通过，${zh}`, en: `${issue}: passed, ${en}` });
  } else if (options.write) {
    say(context, { zh: `${issue}：未出版，${zh}`, en: `${issue}: not written, ${en}` });
  } else {
    say(context, { zh: `${issue}：未通过，${zh}`, en: `${issue}: not passed, ${en}` });
  }
  tellDecisions(built.pages, context);
}

/** What the editor answers for and must see without asking: copy that is not printed, taboos that are accepted. */
const DECISIONS: ReadonlySet<FitCode> = new Set(['fit-left-out', 'fit-filler', 'allowed']);

function tellDecisions(pages: readonly Page[], { io, language }: Context): void {
  for (const { code, values } of pages.flatMap(({ fit }) => fit)) {
    if (DECISIONS.has(code)) io.stderr(`  ${sentence('fit', code, values, language)}\n`);
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Prints the report if it is asked for and gives the exit code. `tickets` is `undefined` after one could not be written. */
export function tellEnd(
  { options, context, fontProblems }: Call,
  built: readonly Built[],
  timings: Readonly<Record<string, number>>,
  tickets: readonly OutputEntry[] | undefined,
): ExitCode {
  const diagnostics = [...fontProblems, ...built.flatMap((issue) => issue.diagnostics)];
  const unwritable = tickets === undefined || built.some((issue) => issue.unwritable);
  const exitCode = unwritable ? EXIT.usage : exitCodeOf(diagnostics, options.strict ?? false);
  if (!options.json) return exitCode;
  const { version, language } = context;
  const report: BuildReport = {
    version,
    ok: exitCode === EXIT.done,
    outputs: [
      ...built.flatMap((issue) => issue.outputs.map((entry) => ({ ...naming(issue, built), ...entry }))),
      ...(tickets ?? []),
    ],
    diagnostics: diagnostics.map((diagnostic) => diagnosticEntry(diagnostic, language)),
    pages: built.flatMap((issue) =>
      issue.pages.map((page, i) => ({ ...naming(issue, built), ...pageEntry(page, i, language) })),
    ),
    timings: inMilliseconds(timings),
  };
  context.io.stdout(jsonText(report));
  return exitCode;
}

/** Entries name their issue when there are several. */
function naming({ path }: Built, built: readonly Built[]): { readonly issue?: string } {
  return built.length > 1 ? { issue: path } : {};
}

function inMilliseconds(timings: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const rounded = ([stage, ms]: readonly [string, number]) => [stage, Math.round(ms * 10) / 10] as const;
  return Object.fromEntries(Object.entries(timings).map(rounded));
}
