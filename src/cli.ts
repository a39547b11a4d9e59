import { Command, CommanderError } from 'commander';
import { tellBug } from './cli/bug.ts';
import { build } from './cli/build.ts';
import type { CommandEntry, CommandName } from './cli/command-entry.ts';
import { COMMANDS, LANGUAGE } from './cli/commands.ts';
import { completion } from './cli/completion.ts';
import { count } from './cli/count.ts';
import { init } from './cli/init.ts';
import { EXIT, languageOf, refuse, wantsColour, type Context, type ExitCode, type Io } from './cli/io.ts';
import { lines } from './cli/lines.ts';
import { listFonts, listLayouts, printSchema } from './cli/lists.ts';
import { propose, type ProposeOptions } from './cli/propose.ts';
import { preflightFiles } from './cli/preflight.ts';
import type { PreviewOptions } from './cli/preview.ts';
import type { BuildOptions } from './cli/tell.ts';
import { complaintOf, HELP_TITLES } from './cli/words.ts';
import { cellsOf } from './output/cells.ts';
import type { MessageLanguage } from './output/messages-type.ts';

/** Facts of the installed package. */
export interface Package {
  readonly version: string;
  /** Absolute. */
  readonly folder: string;
}

/** Runs one call of pagegen; `argv` without node and script. Gives the exit code and never throws. */
export async function main(argv: readonly string[], io: Io, installed: Package): Promise<ExitCode> {
  const context: Context = {
    io,
    language: messageLanguage(argv) ?? languageOf(io.env),
    colour: wantsColour(io),
    version: installed.version,
    home: installed.folder,
  };
  let exitCode: ExitCode = EXIT.done;
  try {
    const program = programFor(context, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return misuse(error, context);
    tellBug(error, context);
    return EXIT.bug;
  }
}

/** `--lang zh` or `--lang en` anywhere on the line; other words belong to `lines`. */
function messageLanguage(argv: readonly string[]): MessageLanguage | undefined {
  const words = argv.flatMap((word, i) =>
    word === '--lang' ? [argv[i + 1]] : [/^--lang=(.*)$/.exec(word)?.[1]],
  );
  return words.find(isMessageLanguage);
}

function isMessageLanguage(word: string | undefined): word is MessageLanguage {
  return word === 'zh' || word === 'en';
}

type Settle = (exitCode: ExitCode) => void;

function programFor(context: Context, settle: Settle): Command {
  const program = prepared(new Command('pagegen'), context)
    .description(
      context.language === 'zh'
        ? '报纸版面自动排版：稿件文件进，付印 PDF 出'
        : 'Automatic typesetter of Chinese newspaper pages: issue files in, press-ready PDF out',
    )
    .version(context.version, '-V, --version', context.language === 'zh' ? '显示版本' : 'show the version')
    .option(LANGUAGE.flags, LANGUAGE.about[context.language])
    .enablePositionalOptions();
  for (const entry of COMMANDS) program.addCommand(commandFor(entry, context, settle));
  return program;
}

function commandFor(entry: CommandEntry, context: Context, settle: Settle): Command {
  const { language } = context;
  const command = prepared(new Command(entry.name), context).description(entry.about[language]);
  for (const argument of [entry.argument, entry.second]) {
    if (argument) command.argument(argument.form, argument.about[language]);
  }
  for (const { flags, about } of entry.options) command.option(flags, about[language]);
  if (entry.name !== 'lines') command.option(LANGUAGE.flags, LANGUAGE.about[language]);
  command.addHelpText('after', examplesOf(entry, language));
  return command.action(async (...given: readonly unknown[]) => {
    const options = command.opts<Options>();
    const wrong = entry.name === 'lines' ? undefined : wrongLanguage(options.lang, context);
    settle(wrong ?? (await ACTIONS[entry.name](wordsOf(given), options, context)));
  });
}

function examplesOf({ example, examples = [] }: CommandEntry, language: MessageLanguage): string {
  const title = HELP_TITLES[language]['Example:'];
  const more = examples.map(({ line, about }) => `\n      ${line}\n        ${about[language]}`);
  return [`\n${title} ${example}`, ...more].join('');
}

/** Help in the reader's language on stdout; errors are thrown to `main`, which words them. */
function prepared(command: Command, { io, language }: Context): Command {
  const titles = HELP_TITLES[language];
  return command
    .exitOverride()
    .helpOption('-h, --help', language === 'zh' ? '显示帮助' : 'show help')
    .helpCommand(false)
    .configureHelp({ displayWidth: cellsOf, styleTitle: (title) => titles[title] ?? title, helpWidth: 100 })
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: (text) => io.stderr(text),
      outputError: () => {},
    });
}

/** Options as commander gives them: one field for each flag that was used. */
interface Options extends Omit<BuildOptions, 'write'>, ProposeOptions, PreviewOptions {
  readonly lang?: string;
  readonly pdfx?: string;
  readonly report?: string;
  readonly news?: boolean;
  readonly png?: string;
}

type Action = (words: readonly string[], options: Options, context: Context) => ExitCode | Promise<ExitCode>;

const ACTIONS: Readonly<Record<CommandName, Action>> = {
  build: (issues, options, context) => build(issues, { ...options, write: true }, context),
  check: (issues, options, context) => build(issues, { ...options, write: false }, context),
  propose: ([issue = ''], options, context) => propose(issue, options, context),
  preview: async (issues, options, context) => {
    const { preview } = await import('./cli/preview.ts');
    return preview(issues, options, context);
  },
  watch: async (issues, options, context) => {
    const { watchIssues } = await import('./cli/watch.ts');
    return watchIssues(issues, options, context);
  },
  count,
  lines: ([path = '-'], { lang, ...options }, context) => {
    const language = lang === undefined || isMessageLanguage(lang) ? {} : { language: lang };
    return lines(path, { ...options, ...language }, context);
  },
  preflight: preflightFiles,
  layouts: (_, options, context) => listLayouts(options, context),
  fonts: (_, options, context) => listFonts(options, context),
  schema: ([kind = ''], _, context) => printSchema(kind, context),
  init: ([folder = '.'], options, context) => init(folder, options, context),
  diff: async ([before = '', after = ''], options, context) => {
    const { diff } = await import('./cli/diff.ts');
    return diff([before, after], options, context);
  },
  lsp: async (_, options, context) => {
    const { lsp } = await import('./cli/lsp/server.ts');
    return lsp(options, context);
  },
  completion: ([shell = ''], _, context) => completion(shell, context),
};

/** The arguments of a command: commander gives them first, those that are several as one list. */
function wordsOf(given: readonly unknown[]): readonly string[] {
  return given.flat().filter((word) => typeof word === 'string');
}

function wrongLanguage(lang: string | undefined, context: Context): ExitCode | undefined {
  if (lang === undefined || isMessageLanguage(lang)) return undefined;
  return refuse(context, {
    zh: `--lang 只能是 zh 或 en，不是 ${lang}`,
    en: `--lang is zh or en, not ${lang}`,
  });
}

/** Help and version end with 0; everything else that commander refuses is a wrong use. */
function misuse(error: CommanderError, context: Context): ExitCode {
  if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return EXIT.done;
  if (error.code === 'commander.help') return EXIT.usage;
  return refuse(context, complaintOf(error.code, error.message));
}
