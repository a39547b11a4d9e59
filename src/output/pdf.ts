import { createHash } from 'node:crypto';
import type { FontBook } from '../fonts/font.ts';
import type { Page } from '../model/page.ts';
import { drawPage } from './pdf-content.ts';
import { openDocument, textString } from './pdf-document.ts';
import type { PdfDocument, PdfReference } from './pdf-document.ts';
import { addFont, collectGlyphs } from './pdf-font.ts';
import { describeIssue } from './pdf-metadata.ts';
import { addOutline } from './pdf-outline.ts';
import { drawStamp } from './pdf-stamp.ts';

export interface PdfOptions {
  /** Version of pagegen, named as the producer. */
  readonly version: string;
  /** Words written large across each page of an unfinished proof. */
  readonly stamp?: string;
}

/**
 * One PDF 1.6 of the pages: each item at its place in the order given, process colours only, every face embedded as a
 * subset, the text of each glyph searchable. Equal pages, faces and options give equal bytes.
 */
export async function writePdf(
  pages: readonly Page[],
  fonts: FontBook,
  options: PdfOptions,
): Promise<Uint8Array> {
  const issue = describeIssue(pages, options.version);
  const document = openDocument(issue);
  const glyphs = collectGlyphs(fonts);
  const contents = pages.map((page) => {
    const stamp = options.stamp ? drawStamp(options.stamp, page, { fonts, glyphs }) : [];
    return [...drawPage(page, glyphs), ...stamp].join('\n');
  });
  const faces = new Map(glyphs.faces().flatMap((face) => addFont(document, face)));
  const states = overprintStates(document);
  const references = pages.map((page, index) =>
    document.addPage({ paper: page.paper, content: contents[index] ?? '', fonts: faces, states }),
  );
  addOutline(document, pages, references);
  document.set('PageLabels', pageLabels(pages));
  const hash = createHash('sha256').update(JSON.stringify([issue, pages.map((page) => page.paper)]));
  for (const content of contents) hash.update(content);
  for (const face of glyphs.faces()) hash.update(face.program().bytes);
  return document.finish(new Uint8Array(hash.digest().subarray(0, 16)));
}

/** `GsK` for black letters, which print over what lies below (ISO 32000-1, 8.6.7), `GsN` for everything else. */
function overprintStates(document: PdfDocument): ReadonlyMap<string, PdfReference> {
  return new Map([
    ['GsK', document.add({ Type: 'ExtGState', OP: true, op: true, OPM: 1 })],
    ['GsN', document.add({ Type: 'ExtGState', OP: false, op: false, OPM: 0 })],
  ]);
}

/** The page numbers as printed (ISO 32000-1, 12.4.2); a page without one has an empty label. */
function pageLabels(pages: readonly Page[]): object {
  return { Nums: pages.flatMap((page, index) => [index, page.number ? { P: textString(page.number) } : {}]) };
}
