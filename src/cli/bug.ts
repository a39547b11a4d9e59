import { say, type Bilingual, type Context } from './io.ts';

/** What is said of a fault of our own. */
export function bugWords(error: unknown, version: string): Bilingual {
  const fact = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    zh: `pagegen ${version} 自己出错了，不是稿件的错：${fact}。请把这一行、所用命令和稿件文件一起报告给维护者（见 CONTRIBUTING.md）。`,
    en: `pagegen ${version} failed by a fault of its own: ${fact}. Please report this line, the command and the issue file to the maintainers (see CONTRIBUTING.md).`,
  };
}

/** One line for the reader; the whole trace for us when PAGEGEN_DEBUG is set. */
export function tellBug(error: unknown, context: Context): void {
  say(context, bugWords(error, context.version));
  if (context.io.env['PAGEGEN_DEBUG'] && error instanceof Error) context.io.stderr(`${error.stack}\n`);
}
