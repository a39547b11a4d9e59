import type { Bilingual } from './io.ts';

export interface CommandEntry {
  readonly name: CommandName;
  /** Arguments as commander writes them, with what they are. */
  readonly argument?: ArgumentEntry;
  readonly second?: ArgumentEntry;
  readonly about: Bilingual;
  readonly example: string;
  /** Further examples, each with what it does. */
  readonly examples?: readonly ExampleEntry[];
  readonly options: readonly OptionEntry[];
}

export interface ArgumentEntry {
  readonly form: string;
  readonly about: Bilingual;
  readonly takes?: Takes;
}

export interface ExampleEntry {
  readonly line: string;
  readonly about: Bilingual;
}

/** What a shell may offer for a value: words, or the names of what there is; files when nothing is said. */
export type Takes = readonly string[] | 'layouts' | 'folders' | 'nothing';

export type CommandName =
  | 'build'
  | 'check'
  | 'propose'
  | 'preview'
  | 'watch'
  | 'count'
  | 'diff'
  | 'lines'
  | 'preflight'
  | 'layouts'
  | 'fonts'
  | 'schema'
  | 'init'
  | 'lsp'
  | 'completion';

export interface OptionEntry {
  readonly flags: string;
  readonly about: Bilingual;
  readonly takes?: Takes;
}

export const JSON_OUT: OptionEntry = {
  flags: '--json',
  about: { zh: '结果写成一份 JSON，送标准输出', en: 'print the result as one JSON document' },
};
