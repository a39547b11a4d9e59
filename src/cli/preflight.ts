import { resolve } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { readBytes, writeFiles, type Reading } from '../files.ts';
import type { Preflight } from '../model/preflight.ts';
import type { Page } from '../model/page.ts';
import { writePdf } from '../output/pdf.ts';
import { preflightEntry } from '../output/preflight-json.ts';
import { preflightText, verdictOf } from '../output/preflight-text.ts';
import { NEWSPRINT } from '../preflight/limits.ts';
import type { PreflightOptions } from '../preflight/preflight.ts';
import { readLayout } from '../read/layout.ts';
import { openComposer } from '../typeset/composer.ts';
import { cannotRead, readFonts, readLayouts } from './desk.ts';
import { checksum } from './draw.ts';
import { EXIT, jsonText, say, type Context, type ExitCode } from './io.ts';
import { exitCodeOf, layoutsWith, show } from './issues.ts';
import { preflightSheet } from './preflight-sheet.ts';
import { standardOf } from './press.ts';

export interface PreflightArguments {
  readonly layout?: string;
  readonly pdfx?: string;
  readonly report?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** The standards of press as files name them. */
const JUDGED = { 'pdf-x1a': 'PDF/X-1a', 'pdf-x4': 'PDF/X-4' } as const;

/** A file of the call, looked through as far as it could be read. */
interface Looked {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly result?: Preflight;
  /** Why there is none. */
  readonly reason?: string;
}

/** `pagegen preflight`: says of each PDF whether it is fit for press, and writes a sheet about it if one is wanted. */
export async function preflightFiles(
  paths: readonly string[],
  options: PreflightArguments,
  context: Context,
): Promise<ExitCode> {
  const standard = standardOf(options.pdfx, context);
  if (typeof standard === 'number') return standard;
  const asked = options.layout === undefined ? {} : wantedBy(options.layout, context);
  if (typeof asked === 'number') return asked;
  const wanted: PreflightOptions = { ...asked, ...(standard && { standard: JUDGED[standard] }) };
  const looked: Looked[] = [];
  for (const path of paths) {
    const one = await lookThrough(path, wanted, context);
    looked.push(one);
    if (!options.json) tell(one, options, context);
  }
  if (options.json) context.io.stdout(jsonOf(looked, options, context));
  const failed = options.report === undefined ? undefined : await writeSheets(looked, options, context);
  return failed ?? exitCode(looked, options);
}

/** What a layout asks of the pages set in it; one that is not there, or is faulty, ends the command. */
function wantedBy(name: string, context: Context): PreflightOptions | ExitCode {
  const layouts = layoutsWith(name, readLayouts(context), context);
  if (typeof layouts === 'number') return layouts;
  const file = layouts.get(name);
  const diagnostics: Diagnostic[] = [];
  const layout = file && readLayout(file, (diagnostic) => diagnostics.push(diagnostic));
  if (!layout) {
    show(diagnostics, context);
    return exitCodeOf(diagnostics, false);
  }
  const { trim, bleed } = layout.paper;
  const { ink, leastRule, standard } = layout.press;
  return {
    sheet: { name, width: trim.width, height: trim.height, bleed },
    limits: {
      ...NEWSPRINT,
      ...(ink && { ink: { most: ink.most, high: ink.warn } }),
      ...(leastRule !== undefined && { hairline: leastRule }),
    },
    ...(standard && { standard: JUDGED[standard] }),
  };
}

async function lookThrough(path: string, wanted: PreflightOptions, { io }: Context): Promise<Looked> {
  const reading: Reading<Uint8Array> =
    path === '-' ? { kind: 'read', content: await io.stdin() } : readBytes(resolve(io.cwd, path));
  if (reading.kind === 'failed') return { path, bytes: new Uint8Array(), reason: reading.reason };
  const bytes = reading.content;
  // Loaded here, so that no other command waits for it.
  const { preflight } = await import('../preflight/preflight.ts');
  const result = await preflight(bytes, wanted);
  return result ? { path, bytes, result } : { path, bytes, reason: 'not-pdf' };
}

function tell({ path, result, reason }: Looked, options: PreflightArguments, context: Context): void {
  const { language, colour, io } = context;
  if (result) io.stdout(preflightText(path, result, options.strict ?? false, { language, colour }));
  else show([cannotRead(path, reason ?? '')], context);
}

function jsonOf(looked: readonly Looked[], options: PreflightArguments, context: Context): string {
  const { version, language } = context;
  return jsonText({
    version,
    ok: exitCode(looked, options) === EXIT.done,
    files: looked.map(({ path, result, reason }) =>
      result
        ? preflightEntry(path, result, { strict: options.strict ?? false, language })
        : { path, readable: false, ok: false, reason },
    ),
  });
}

/** A file that cannot be read goes before one that is not fit. */
function exitCode(looked: readonly Looked[], { strict = false }: PreflightArguments): ExitCode {
  if (looked.some(({ result }) => !result)) return EXIT.usage;
  return looked.every(({ result }) => result && verdictOf(result, strict).fit) ? EXIT.done : EXIT.faulty;
}

/** Writes the sheets of all files as one PDF; gives an exit code when that cannot be done. */
async function writeSheets(
  looked: readonly Looked[],
  { report = '', strict = false }: PreflightArguments,
  context: Context,
): Promise<ExitCode | undefined> {
  const { language, version, io } = context;
  const problems: Diagnostic[] = [];
  const fonts = readFonts(context, (diagnostic) => problems.push(diagnostic));
  if (!fonts) {
    show(problems, context);
    return exitCodeOf(problems, false);
  }
  const tools = { fonts, composer: openComposer(fonts) };
  const pages = looked.flatMap(({ path, bytes, result }): readonly Page[] => {
    const facts = { path, bytes: bytes.length, sha256: checksum(bytes), strict, language, version };
    return result ? [preflightSheet(result, facts, tools)] : [];
  });
  if (pages.length === 0) return undefined;
  const failure = writeFiles([
    { path: resolve(io.cwd, report), bytes: await writePdf(pages, fonts, { version }) },
  ]);
  if (failure === undefined) return undefined;
  say(context, { zh: `无法写入 ${report}：${failure}`, en: `cannot write ${report}: ${failure}` });
  return EXIT.usage;
}
