import { join, resolve } from 'node:path';
import { exists, writeFiles } from '../files.ts';
import { issueSchema } from '../read/schema.ts';
import { EXIT, jsonText, say, type Bilingual, type Context, type ExitCode } from './io.ts';
import { SAMPLE_ISSUE } from './sample.ts';

/** `pagegen init`: a new issue to start from, and the schema that editors check it with. Nothing is overwritten. */
export function init(folder: string, context: Context): ExitCode {
  const shown = join(folder, 'issues', 'my-first-page.yaml');
  const schemaPath = resolve(context.io.cwd, folder, 'schemas', 'issue.schema.json');
  const path = resolve(context.io.cwd, shown);
  if (exists(path)) {
    return complain(context, {
      zh: `${shown} 已经有了，没有动它`,
      en: `${shown} is there already and was left alone`,
    });
  }
  const schema = { path: schemaPath, bytes: jsonText(issueSchema()) };
  const failure = writeFiles([{ path, bytes: SAMPLE_ISSUE }, ...(exists(schemaPath) ? [] : [schema])]);
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

function complain(context: Context, text: Bilingual): ExitCode {
  say(context, text);
  return EXIT.usage;
}
