import type { Diagnostic } from '../base/diagnostic.ts';
import { nearestName } from '../base/names.ts';
import type { SourceFile } from '../base/source.ts';
import { makePages, type MadePage } from '../build.ts';
import { checkPage } from '../check/page.ts';
import type { Page } from '../model/page.ts';
import type { IssueFiles } from '../read/issue.ts';
import { formatDiagnostic } from '../output/report.ts';
import { cannotRead, readArgument, readLockFile, sourcesOfIssue, withFile, type Desk } from './desk.ts';
import { EXIT, refuse, type Context, type ExitCode } from './io.ts';

/** An issue after the whole way to its pages, or where it stopped. */
export interface SetIssue {
  /** As the command line names it. */
  readonly path: string;
  readonly source?: SourceFile;
  /** Papers and data that it names. */
  readonly files?: IssueFiles;
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Sets one issue; a file that cannot be read is a problem of it like any other. */
export async function setIssue(
  path: string,
  desk: Desk,
  layout: string | undefined,
  context: Context,
): Promise<SetIssue> {
  const { io } = context;
  const started = io.clock();
  const reading = await readArgument(path, context);
  if (reading.kind === 'failed') {
    return { path, pages: [], diagnostics: [cannotRead(path, reading.reason)], timings: {} };
  }
  const issue = reading.content;
  const named = await sourcesOfIssue(desk, issue, context);
  const read = io.clock();
  const diagnostics: Diagnostic[] = [];
  const lock = readLockFile(path, context);
  const sources = {
    issue,
    ...named,
    ...(lock && { lock }),
    ...(layout !== undefined && { layoutName: layout }),
  };
  const made = makePages(sources, desk.fonts, (diagnostic) => diagnostics.push(diagnostic));
  const checking = io.clock();
  const pages = checkedPages(made, diagnostics);
  const timings = { read_ms: read - started, pages_ms: checking - read, check_ms: io.clock() - checking };
  return { path, source: issue, files: named, pages, diagnostics, timings };
}

/** Faults of publication form and of files: they follow from nothing else. */
const OWN_FAULTS = /^(?:form-|low-resolution$|advert-shape$)/;

/**
 * Looks at the finished pages, adds what it finds to the problems, and gives the pages with what their stories allow among
 * the sentences of their report. On a page of faulty copy a taboo that is a warning may follow from the fault; it is told
 * when the fault is mended.
 */
function checkedPages(made: readonly MadePage[], diagnostics: Diagnostic[]): readonly Page[] {
  const faulty = !passes(diagnostics, false);
  return made.map(({ page, news }) => {
    const notes = checkPage(page, news, (diagnostic) => {
      const isConsequence = diagnostic.severity === 'warning' && !OWN_FAULTS.test(diagnostic.code);
      if (!faulty || !isConsequence) diagnostics.push(diagnostic);
    });
    return { ...page, fit: [...page.fit, ...notes] };
  });
}

/** The desk with the layout of `--layout`; an unknown one is a wrong use of the command. */
export function deskFor(desk: Desk, layout: string | undefined, context: Context): Desk | ExitCode {
  if (layout === undefined) return desk;
  const layouts = layoutsWith(layout, desk.layouts, context);
  return typeof layouts === 'number' ? layouts : { ...desk, layouts };
}

/** Layouts of which one has this name, or is this file; else a wrong use of the command. */
export function layoutsWith(
  name: string,
  known: Desk['layouts'],
  context: Context,
): Desk['layouts'] | ExitCode {
  const layouts = withFile(known, name, context.io.cwd, context);
  if (layouts.has(name)) return layouts;
  const names = [...known.keys()];
  const near = nearestName(name, names);
  return refuse(context, {
    zh: `没有名为 ${name} 的版式。${near === undefined ? `现有：${names.join('、')}` : `是不是想写 ${near}？`}`,
    en: `there is no layout ${name}. ${near === undefined ? `Known: ${names.join(', ')}` : `Did you mean ${near}?`}`,
  });
}

/** How many problems of each severity. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

export function tally(diagnostics: readonly Diagnostic[]): Tally {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** Whether the problems keep a page from press. */
export function passes(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  const { errors, warnings } = tally(diagnostics);
  return errors === 0 && !(strict && warnings > 0);
}

/** The exit code of a call: a file that cannot be read goes before faulty copy. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strict: boolean): ExitCode {
  if (diagnostics.some(({ code }) => code === 'cannot-read')) return EXIT.usage;
  return passes(diagnostics, strict) ? EXIT.done : EXIT.faulty;
}

/** Shows problems on stderr. */
export function show(diagnostics: readonly Diagnostic[], { io, language, colour }: Context): void {
  for (const diagnostic of diagnostics) io.stderr(formatDiagnostic(diagnostic, { language, colour }) + '\n');
}
