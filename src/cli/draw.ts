import { createHash } from 'node:crypto';
import type { FileToWrite } from '../files.ts';
import { writePdf } from '../output/pdf.ts';
import { writePng } from '../output/png.ts';
import type { OutputEntry } from '../output/report.ts';
import { writeSvg } from '../output/svg.ts';
import type { Desk } from './desk.ts';
import type { Context } from './io.ts';
import type { SetIssue } from './issues.ts';
import type { Target } from './targets.ts';

/** Dots an inch of the PNG proof. */
const PROOF_DPI = 150;

/** Word across a proof that was written in spite of errors. */
const STAMP = '未完成';

/** A file to be written with its entry in the report. */
export interface Drawn extends FileToWrite {
  readonly entry: OutputEntry;
}

export interface Drawing {
  readonly proof: boolean;
  /** Whether the pages may go to press; else their proofs are stamped. */
  readonly sound: boolean;
  readonly context: Context;
}

/** The PDF and, beside it, the proofs of each page: a PNG made from the PDF and an SVG with the grid. */
export async function drawIssue(
  issue: SetIssue,
  target: Target,
  desk: Desk,
  { proof, sound, context: { version } }: Drawing,
): Promise<readonly Drawn[]> {
  const { pages } = issue;
  const pdf = await writePdf(pages, desk.fonts, { version });
  const drawn = [drawnFile(target, pdf, { suffix: '.pdf', kind: 'pdf', pages: pages.length })];
  if (!proof) return drawn;
  const stamp = sound ? {} : { stamp: STAMP };
  const stamped = sound ? pdf : await writePdf(pages, desk.fonts, { version, ...stamp });
  const images = await writePng(stamped, PROOF_DPI);
  for (const [i, page] of pages.entries()) {
    const place = pages.length > 1 ? `-${i + 1}` : '';
    const image = images[i];
    if (image) drawn.push(drawnFile(target, image, { suffix: `${place}.png`, kind: 'png', pages: 1 }));
    const svg = Buffer.from(writeSvg(page, desk.fonts, { overlay: true, ...stamp }));
    drawn.push(drawnFile(target, svg, { suffix: `${place}.svg`, kind: 'svg', pages: 1 }));
  }
  return drawn;
}

interface Naming extends Pick<OutputEntry, 'kind' | 'pages'> {
  /** Stands in for the `.pdf` of the target. */
  readonly suffix: string;
}

function drawnFile({ pdf, shown }: Target, bytes: Uint8Array, { suffix, kind, pages }: Naming): Drawn {
  const named = (path: string) => path.replace(/\.pdf$/i, suffix);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path: named(pdf), bytes, entry: { path: named(shown), kind, pages, sha256 } };
}
