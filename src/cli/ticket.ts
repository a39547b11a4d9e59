import { dirname, join } from 'node:path';
import { writeFiles } from '../files.ts';
import type { JobFile, JobTicket } from '../output/job.ts';
import type { OutputEntry } from '../output/report.ts';
import { checksum } from './draw.ts';
import { jsonText, say, type Context } from './io.ts';

/** A PDF of this call that a ticket names. */
export interface TicketFile {
  /** Absolute path of the PDF, and its path as messages show it. */
  readonly pdf: string;
  readonly shown: string;
  readonly job: JobFile;
}

/**
 * Writes `job.json` beside the PDFs of a call, one in each folder. Gives its entries for the report; `undefined` when one
 * could not be written.
 */
export function writeTickets(
  files: readonly TicketFile[],
  context: Context,
): readonly OutputEntry[] | undefined {
  const folders = [...new Set(files.map(({ pdf }) => dirname(pdf)))];
  const entries: OutputEntry[] = [];
  for (const folder of folders) {
    const here = files.filter(({ pdf }) => dirname(pdf) === folder);
    const ticket: JobTicket = {
      job: 1,
      producer: `pagegen ${context.version}`,
      files: here.map(({ job }) => job),
    };
    const bytes = Buffer.from(jsonText(ticket));
    const shown = join(dirname(here[0]?.shown ?? ''), 'job.json');
    const failure = writeFiles([{ path: join(folder, 'job.json'), bytes }]);
    if (failure !== undefined) {
      say(context, { zh: `写不了 ${shown}（${failure}）`, en: `cannot write ${shown} (${failure})` });
      return undefined;
    }
    const pages = here.reduce((sum, { job }) => sum + job.pages.length, 0);
    entries.push({ path: shown, kind: 'json', pages, sha256: checksum(bytes) });
  }
  return entries;
}
