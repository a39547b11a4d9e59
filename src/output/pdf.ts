import { createHash } from 'node:crypto';
import type { FontBook } from '../fonts/font.ts';
import type { Page } from '../model/page.ts';
import type { PictureContents } from '../model/picture.ts';
import type { PressStandard } from '../model/press.ts';
import { addColourSpaces, collectInks } from './pdf-colour.ts';
import type { InkCollection } from './pdf-colour.ts';
import { drawPage } from './pdf-content.ts';
import { openDocument, textString } from './pdf-document.ts';
import type { PdfDocument, PdfPage, PdfReference } from './pdf-document.ts';
import { addFont, collectGlyphs } from './pdf-font.ts';
import type { PdfFace } from './pdf-font.ts';
import { addIntent } from './pdf-intent.ts';
import type { OutputIntent } from './pdf-intent.ts';
import { describeIssue } from './pdf-metadata.ts';
import { addOutline } from './pdf-outline.ts';
import { addPictures, bytesOf, collectPictures } from './pdf-picture.ts';
import type { PictureCollection } from './pdf-picture.ts';
import { sheetOf } from './pdf-sheet.ts';
import { drawStamp } from './pdf-stamp.ts';
import { structureOf } from './pdf-structure.ts';
import type { Structure, StructureElement } from './pdf-structure.ts';
import { addStructure } from './pdf-tags.ts';

export interface PdfOptions {
  /** Version of pagegen, named as the producer. */
  readonly version: string;
  /** How the file goes to press; without it it is a PDF of no press standard. */
  readonly press?: PressOptions;
  /** What the pages show of their pictures; the place of one that is not here is crossed out. */
  readonly pictures?: PictureContents;
  /** Words written large across each page of an unfinished proof. */
  readonly stamp?: string;
}

export interface PressOptions {
  readonly standard: PressStandard;
  readonly intent: OutputIntent;
  /** Crop and register marks outside the trim. */
  readonly marks: boolean;
  /** Version of the delivery. */
  readonly delivery: string;
}

/**
 * One PDF of the pages: each item at its place in the order given, process and spot colours only, every face embedded as a
 * subset, the text of each glyph searchable, headings and paragraphs tagged. With `press` it is PDF/X-4, or PDF/X-1a:2003.
 * Equal pages, faces and options give equal bytes.
 */
export async function writePdf(
  pages: readonly Page[],
  fonts: FontBook,
  options: PdfOptions,
): Promise<Uint8Array> {
  const drawn = drawPages(pages, fonts, options);
  const { press } = options;
  const id = identifierOf(pages, drawn, options);
  const document = openDocument(
    describeIssue(pages, {
      id,
      version: options.version,
      delivery: press?.delivery ?? '1',
      accessible: isTold(drawn.structure.root) && press?.standard !== 'pdf-x1a',
      ...(press && { standard: press.standard }),
    }),
  );
  const resources = {
    fonts: new Map(drawn.faces.flatMap((face) => addFont(document, face))),
    states: overprintStates(document),
    colourSpaces: addColourSpaces(document, drawn.inks, press?.marks ?? false),
    pictures: addPictures(document, drawn.pictures),
  };
  const written = drawn.sheets.map((page) => {
    return { sheet: page.sheet, reference: document.addPage({ ...page, ...resources }) };
  });
  addOutline(document, pages, written);
  addStructure(document, drawn.structure.root, written);
  document.set('PageLabels', pageLabels(pages));
  if (press) addIntent(document, press.intent);
  return document.finish(id);
}

/** The content of all pages, and what it was found to need. */
interface Drawn {
  readonly sheets: readonly Pick<PdfPage, 'sheet' | 'index' | 'content'>[];
  readonly structure: Structure;
  readonly faces: readonly PdfFace[];
  readonly inks: InkCollection;
  readonly pictures: PictureCollection;
}

function drawPages(pages: readonly Page[], fonts: FontBook, options: PdfOptions): Drawn {
  const { press, stamp, pictures = new Map() } = options;
  const tools = { glyphs: collectGlyphs(fonts), inks: collectInks(), pictures: collectPictures(pictures) };
  const structure = structureOf(pages);
  const sheets = pages.map((page, index) => {
    const sheet = sheetOf(page.paper, press?.marks ?? false);
    const content = drawPage(page, { ...tools, sheet, tags: structure.tags[index] ?? [] });
    const stamped = stamp ? drawStamp(stamp, page, { ...tools, fonts, sheet }) : [];
    return { sheet, index, content: [...content, ...stamped].join('\n') };
  });
  return { sheets, structure, faces: tools.glyphs.faces(), inks: tools.inks, pictures: tools.pictures };
}

/** 16 bytes that stand for everything in the file. */
function identifierOf(pages: readonly Page[], drawn: Drawn, options: PdfOptions): Uint8Array {
  const { press, pictures: _, ...rest } = options;
  const words = pages.map(({ title, date, language, number }) => [title, date, language, number]);
  const intent = press?.intent;
  return digestOf([
    JSON.stringify([words, drawn.structure.root, drawn.inks.spots(), rest]),
    press ? JSON.stringify({ ...press, intent: { ...intent, profile: '' } }) : '',
    intent?.profile.bytes ?? '',
    ...drawn.sheets.map(({ sheet, content }) => JSON.stringify(sheet) + content),
    ...drawn.faces.map((face) => face.program().bytes),
    ...drawn.pictures.contents().map(bytesOf),
  ]);
}

/** Whether every figure has words. */
function isTold({ type, alternate, kids }: StructureElement): boolean {
  return (type !== 'Figure' || !!alternate) && kids.every((kid) => !('type' in kid) || isTold(kid));
}

/** 16 bytes that stand for all parts together. */
function digestOf(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest().subarray(0, 16));
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
