import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileToWrite } from '../files.ts';
import type { PictureContents } from '../model/picture.ts';
import { jobFile, type JobFile } from '../output/job.ts';
import { writePdf, type PressOptions } from '../output/pdf.ts';
import { writePng } from '../output/png.ts';
import type { OutputEntry } from '../output/report.ts';
import { writeSvg } from '../output/svg.ts';
import type { Desk } from './desk.ts';
import type { Context } from './io.ts';
import type { PlannedFile } from './names.ts';

/** Dots an inch of the PNG proof. */
const PROOF_DPI = 150;

/** Word across a proof that was written in spite of errors. */
const STAMP = '未完成';

/** A file to be written with its entry in the report, and in the job ticket if it goes to the print shop. */
export interface Drawn extends FileToWrite {
  readonly entry: OutputEntry;
  readonly job?: JobFile;
}

export interface Drawing {
  readonly proof: boolean;
  /** Absent when the pages cannot go to press and are written all the same. */
  readonly press: PressOptions | undefined;
  readonly pictures: PictureContents;
  /** Whether the pages may go to press; else their proofs are stamped. */
  readonly sound: boolean;
  readonly context: Context;
}

/** The PDF and, beside it, the proofs of each page: a PNG made from the PDF and an SVG with the grid. */
export async function drawFile(
  file: PlannedFile,
  desk: Desk,
  { proof, press, pictures, sound, context: { version } }: Drawing,
): Promise<readonly Drawn[]> {
  const { pages } = file;
  const options = { version, pictures, ...(press && { press }) };
  const pdf = await writePdf(pages, desk.fonts, options);
  const main = drawnFile(file, pdf, { suffix: '.pdf', kind: 'pdf', pages: pages.length });
  const { sha256 } = main.entry;
  const delivered = { file: basename(file.pdf), bytes: pdf.length, sha256, passed: sound, pages };
  const drawn: Drawn[] = [{ ...main, ...(press && { job: jobFile(delivered, press) }) }];
  if (!proof) return drawn;
  const stamp = sound ? {} : { stamp: STAMP };
  const stamped = sound ? pdf : await writePdf(pages, desk.fonts, { ...options, ...stamp });
  const images = await writePng(stamped, PROOF_DPI);
  for (const [i, page] of pages.entries()) {
    const place = pages.length > 1 ? `-${i + 1}` : '';
    const image = images[i];
    if (image) drawn.push(drawnFile(file, image, { suffix: `${place}.png`, kind: 'png', pages: 1 }));
    const svg = Buffer.from(writeSvg(page, desk.fonts, { overlay: true, pictures, ...stamp }));
    drawn.push(drawnFile(file, svg, { suffix: `${place}.svg`, kind: 'svg', pages: 1 }));
  }
  return drawn;
}

interface Naming extends Pick<OutputEntry, 'kind' | 'pages'> {
  /** Stands in for the `.pdf` of the target. */
  readonly suffix: string;
}

function drawnFile({ pdf, shown }: PlannedFile, bytes: Uint8Array, { suffix, kind, pages }: Naming): Drawn {
  const named = (path: string) => path.replace(/\.pdf$/i, suffix);
  return { path: named(pdf), bytes, entry: { path: named(shown), kind, pages, sha256: checksum(bytes) } };
}

export function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
