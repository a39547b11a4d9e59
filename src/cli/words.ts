import type { MessageLanguage } from '../output/messages-type.ts';
import type { Bilingual } from './io.ts';

/** Headings of the help, by commander's own. */
export const HELP_TITLES: Readonly<Record<MessageLanguage, Readonly<Record<string, string>>>> = {
  zh: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Example:': '例：',
  },
  en: { 'Example:': 'Example:' },
};

/** Sentences for what commander refuses, by its code; `{name}` is the word that it quotes. */
const COMPLAINTS: Readonly<Record<string, Bilingual>> = {
  'commander.unknownOption': { zh: '没有选项 {name}', en: 'there is no option {name}' },
  'commander.unknownCommand': { zh: '没有命令 {name}', en: 'there is no command {name}' },
  'commander.missingArgument': { zh: '缺少参数 {name}', en: 'argument {name} is missing' },
  'commander.optionMissingArgument': { zh: '选项 {name} 后面缺少值', en: 'option {name} needs a value' },
  'commander.excessArguments': { zh: '{name} 的参数太多', en: 'too many arguments for {name}' },
};

/** A wrong use in the reader's words, with the nearest name if commander found one. */
export function complaintOf(code: string, message: string): Bilingual {
  const name = /'([^']*)'/.exec(message)?.[1] ?? 'pagegen';
  const near = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message)?.[1];
  const text = COMPLAINTS[code] ?? { zh: message, en: message };
  const fill = (sentence: string) => sentence.replace('{name}', name);
  return {
    zh: `${fill(text.zh)}${near ? `；是不是 ${near}？` : '。'}详见 pagegen --help`,
    en: `${fill(text.en)}${near ? `; did you mean ${near}?` : '.'} See pagegen --help`,
  };
}
