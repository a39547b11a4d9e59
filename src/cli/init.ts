import { join, resolve } from 'node:path';
import { exists, writeFiles, type FileToWrite } from '../files.ts';
import { issueSchema, paperSchema } from '../read/schema.ts';
import { EXIT, jsonText, say, type Bilingual, type Context, type ExitCode } from './io.ts';
import { SAMPLE_NEWS, SAMPLE_PAPER } from './sample-news.ts';
import { SAMPLE_ISSUE } from './sample.ts';

export interface InitOptions {
  /** A page of several stories. */
  readonly news?: boolean;
}

/** What an issue needs beside itself, by its path in the new folder. */
interface Start {
  readonly issue: string;
  readonly text: string;
  readonly others: () => Readonly<Record<string, string>>;
}

const STORY: Start = {
  issue: 'my-first-page.yaml',
  text: SAMPLE_ISSUE,
  others: () => ({ 'schemas/issue.schema.json': jsonText(issueSchema()) }),
};

const NEWS: Start = {
  issue: 'my-first-news.yaml',
  text: SAMPLE_NEWS,
  others: () => ({
    'papers/my-paper.yaml': SAMPLE_PAPER,
    'schemas/issue.schema.json': jsonText(issueSchema()),
    'schemas/paper.schema.json': jsonText(paperSchema()),
  }),
};

/** `pagegen init`: a new issue to start from, and the schema that editors check it with. Nothing is overwritten. */
export function init(folder: string, { news = false }: InitOptions, context: Context): ExitCode {
  const start = news ? NEWS : STORY;
  const shown = join(folder, 'issues', start.issue);
  const path = resolve(context.io.cwd, shown);
  if (exists(path)) {
    return complain(context, {
      zh: `${shown} 已经有了，没有动它`,
      en: `${shown} is there already and was left alone`,
    });
  }
  const failure = writeFiles([
    { path, bytes: dated(start.text, context) },
    ...missing(start, folder, context),
  ]);
  if (failure !== undefined) {
    return complain(context, {
      zh: `写不了 ${shown}（${failure}）`,
      en: `cannot write ${shown} (${failure})`,
    });
  }
  say(context, {
    zh: `已写好 ${shown}。下一步：pagegen build ${shown}`,
    en: `wrote ${shown}. Next: pagegen build ${shown}`,
  });
  return EXIT.done;
}

/** The other files of a start that are not there yet. */
function missing({ others }: Start, folder: string, { io }: Context): readonly FileToWrite[] {
  return Object.entries(others())
    .map(([name, bytes]) => ({ path: resolve(io.cwd, folder, name), bytes }))
    .filter(({ path }) => !exists(path));
}

/** The issue for today, where the day is known. */
function dated(text: string, { io }: Context): string {
  const today = io.today?.();
  return today === undefined ? text : text.replace(/^date: \S+/m, `date: ${today}`);
}

function complain(context: Context, text: Bilingual): ExitCode {
  say(context, text);
  return EXIT.usage;
}
