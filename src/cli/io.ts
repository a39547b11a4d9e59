import type { MessageLanguage } from '../output/messages-type.ts';

/** The world as a command sees it: everything that a pure function may not touch. Tests give their own. */
export interface Io {
  /** Current folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stderr is a terminal. */
  readonly terminal: boolean;
  /** Reads the whole of standard input. */
  stdin(): Promise<Uint8Array>;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Milliseconds since some moment, for timings. */
  clock(): number;
  /** The day where whoever calls is, `YYYY-MM-DD`: only for files that are begun. */
  today?(): string;
  /** The standard streams themselves, for a conversation; absent where there is none to be had. */
  readonly streams?: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  /** Does something in so many milliseconds, unless the function that it gives is called before. */
  later?(milliseconds: number, work: () => void): () => void;
  /** Ends the commands that run on by themselves; without it they run until their process is ended. */
  readonly stop?: AbortSignal;
}

/** What every command is told beside its own options. */
export interface Context {
  readonly io: Io;
  readonly language: MessageLanguage;
  readonly colour: boolean;
  readonly version: string;
  /** Folder of the package: its own layouts/ and fonts/ stand there. */
  readonly home: string;
  /** Texts that stand in an editor, by absolute path: they go before what is on the disk. */
  readonly unsaved?: ReadonlyMap<string, string>;
}

/** Exit codes: what a script may rely on. */
export const EXIT = { done: 0, faulty: 1, usage: 2, bug: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A text in both languages of messages. */
export type Bilingual = Readonly<Record<MessageLanguage, string>>;

/** Writes one line of progress or complaint. */
export function say({ io, language }: Context, text: Bilingual): void {
  io.stderr(text[language] + '\n');
}

/** A value as commands print it for scripts. */
export function jsonText(value: object): string {
  return JSON.stringify(value, undefined, 2) + '\n';
}

/** Complains of a wrong use of the command. */
export function refuse(context: Context, text: Bilingual): ExitCode {
  const zh = `用法不对：${text.zh}`;
  say(context, { zh, en: `usage: ${text.en}` });
  return EXIT.usage;
}

/** Language of messages: the first of the variables that is set decides; anything but English is Chinese. */
export function languageOf(env: Io['env']): MessageLanguage {
  const { PAGEGEN_LANG, LC_ALL, LC_MESSAGES, LANG } = env;
  const named = [PAGEGEN_LANG, LC_ALL, LC_MESSAGES, LANG].find((value) => value);
  return named?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** Colour only on a terminal, and never against NO_COLOR. */
export function wantsColour({ env, terminal }: Io): boolean {
  return terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
