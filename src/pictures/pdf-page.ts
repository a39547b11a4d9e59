import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import type { Rect, Size } from '../base/geometry.ts';

/** The first page of a foreign PDF. */
export interface ForeignPage {
  readonly page: PDFPage;
  /** The sheet after cutting, turned as a reader shows it; points. */
  readonly size: Size;
  /** Left, bottom, right and top of the sheet in the space of the page. */
  readonly box: Box;
  /** Quarters of a turn, clockwise. */
  readonly turns: number;
  /** What a reader shows, and where the sheet stands in it: upright points, y down. */
  readonly view: Rect;
}

export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Why a PDF cannot be used; words for it stand in the message catalogues. */
export type ForeignFault = 'damaged' | 'encrypted' | 'hidden-layers' | 'no-size';

/** Opens a PDF. Passwords of any kind, damage and layers that are switched off are faults: what shows must be what prints. */
export async function openForeignPage(bytes: Uint8Array): Promise<ForeignPage | ForeignFault> {
  const document = await load(bytes);
  if (document?.isEncrypted || (!document && namesEncryption(bytes))) return 'encrypted';
  if (!document) return 'damaged';
  try {
    if (hidesLayers(document)) return 'hidden-layers';
    return pageOf(document);
  } catch {
    return 'damaged';
  }
}

/** The entry stands unpacked at the end of every kind of file (ISO 32000-1, 7.5.5 and 7.5.8). */
function namesEncryption(bytes: Uint8Array): boolean {
  return /\/Encrypt\s+\d+\s+\d+\s+R/.test(Buffer.from(bytes).toString('latin1'));
}

async function load(bytes: Uint8Array): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: Infinity,
    });
  } catch {
    return undefined;
  }
}

/** Layers switched off by the file would show on our page, which has no layers (ISO 32000-1, 8.11.4). */
function hidesLayers({ catalog, context }: PDFDocument): boolean {
  const layers = context.lookupMaybe(catalog.get(PDFName.of('OCProperties')), PDFDict);
  const usual = layers && context.lookupMaybe(layers.get(PDFName.of('D')), PDFDict);
  const off = usual && context.lookupMaybe(usual.get(PDFName.of('OFF')), PDFArray);
  const base = usual && context.lookup(usual.get(PDFName.of('BaseState')));
  return (off?.size() ?? 0) > 0 || base === PDFName.of('OFF');
}

function pageOf(document: PDFDocument): ForeignPage | ForeignFault {
  const [page] = document.getPages();
  if (!page) return 'damaged';
  const media = boxOf(page, 'MediaBox');
  const shown = boxOf(page, 'CropBox') ?? media;
  const box = boxOf(page, 'TrimBox') ?? shown;
  if (!box || !shown) return 'no-size';
  const turns = ((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4;
  const { width, height } = uprightSize(box, turns);
  const view = uprightSize(shown, turns);
  // The margins at the left and top of the shown page, whichever sides of the box they are.
  const margins = [box[0] - shown[0], shown[3] - box[3], shown[2] - box[2], box[1] - shown[1]];
  const [x = 0, y = 0] = [margins[(4 - turns) % 4], margins[(5 - turns) % 4]];
  return { page, box, turns, size: { width, height }, view: { x, y, ...view } };
}

function uprightSize([left, bottom, right, top]: Box, turns: number): Size {
  const [width, height] = [right - left, top - bottom];
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** A box of the page, or of the branch of the tree that it hangs on, with its corners put in order. */
function boxOf({ node }: PDFPage, name: string): Box | undefined {
  const value = node.getInheritableAttribute(PDFName.of(name));
  const array = value && node.context.lookup(value);
  if (!(array instanceof PDFArray) || array.size() !== 4) return undefined;
  const [a = NaN, b = NaN, c = NaN, d = NaN] = array.asArray().map((entry) => {
    const number = node.context.lookup(entry);
    return number instanceof PDFNumber ? number.asNumber() : NaN;
  });
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] - box[0] > 0 && box[3] - box[1] > 0 ? box : undefined;
}

/** What a page paints: one stream as it stands in the file, or several undone and joined. Throws where data is damaged. */
export function contentOf({
  node,
}: PDFPage): { readonly stream: PDFRawStream } | { readonly bytes: Uint8Array } {
  const contents = node.context.lookup(node.get(PDFName.of('Contents')));
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const streams = parts.map((part) => part && node.context.lookup(part)).filter(isRawStream);
  const [only] = streams;
  if (only && streams.length === 1) return { stream: only };
  return { bytes: Buffer.concat(streams.flatMap((stream) => [decodedStream(stream), Buffer.from('\n')])) };
}

function isRawStream(value: PDFObject | undefined): value is PDFRawStream {
  return value instanceof PDFRawStream;
}

export function decodedStream(stream: PDFRawStream): Uint8Array {
  return decodePDFRawStream(stream).decode();
}
