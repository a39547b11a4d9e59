import Pdfkit from 'pdfkit';
import type { IssueDescription } from './pdf-metadata.ts';
import type { Sheet } from './pdf-sheet.ts';

/** An object of the file that others may point to. */
export type PdfReference = object;

/** A PDF file being written: objects, pages and the catalogue. pdfkit writes them; it sets no type and draws nothing. */
export interface PdfDocument {
  /** Adds a dictionary, with `stream` as its data. Text strings are made by `textString`, plain strings are names. */
  add(dictionary: object, stream?: string | Uint8Array): PdfReference;
  addPage(page: PdfPage): PdfReference;
  /** An object to be pointed at now and given its value later, with a stream if it is the dictionary of one. */
  promise(): { readonly reference: PdfReference; fulfil(value: unknown, stream?: Uint8Array): void };
  /** Sets an entry of the catalogue. */
  set(key: string, value: unknown): void;
  /** Ends the file; `id` is its identifier. */
  finish(id: Uint8Array): Promise<Uint8Array>;
}

export interface PdfPage {
  readonly sheet: Sheet;
  /** Its number in the tree of content parents. */
  readonly index: number;
  /** Content in plain PDF space: points, origin at the bottom left of the media box. */
  readonly content: string;
  readonly fonts: ReadonlyMap<string, PdfReference>;
  readonly states: ReadonlyMap<string, PdfReference>;
  readonly colourSpaces: ReadonlyMap<string, PdfReference>;
  /** Pictures by the names that the content gives them. */
  readonly pictures: ReadonlyMap<string, PdfReference>;
}

/** Opens a file with the title, dates and language of the issue in its information and its XMP packet. */
export function openDocument(issue: IssueDescription): PdfDocument {
  const document = newDocument(issue);
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => document.on('end', () => resolve()));
  const add = (dictionary: object, stream?: string | Uint8Array) => {
    const object = document.ref(dictionary);
    object.end(stream);
    return object;
  };
  return {
    add,
    addPage: (page) => addPage(document, page, issue),
    promise() {
      const reference = document.ref({});
      const fulfil = (value: unknown, stream?: Uint8Array) => {
        reference.data = value as PdfkitReference['data'];
        reference.compress = stream !== undefined && reference.data['Filter'] === undefined;
        reference.end(stream?.length === 0 ? Buffer.from('\n') : stream);
      };
      return { reference, fulfil };
    },
    set(key, value) {
      document._root.data[key] = value;
    },
    async finish(id) {
      document._id = id;
      document.end();
      await finished;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

/** A string of text, as opposed to a name. */
export function textString(text: string): object {
  return Object(text) as object;
}

/** A name in the information dictionary, whose plain strings pdfkit takes for texts. */
function nameObject(name: string): object {
  return { [Symbol.toStringTag]: 'Name', toString: () => `/${name}` };
}

/** The parts of pdfkit 0.20.2 that are used; those with an underscore, `endMetadata`, `endMarkings` and `page` are its inner ones. */
interface PdfkitDocument {
  _root: PdfkitReference;
  _id: Uint8Array;
  endMetadata: () => void;
  endMarkings: () => void;
  readonly info: Record<string, unknown>;
  readonly page: {
    readonly dictionary: PdfkitReference;
    readonly resources: PdfkitReference;
    readonly content: PdfkitReference;
  };
  on(event: 'data' | 'end', listener: (chunk: Uint8Array) => void): void;
  ref(dictionary: object): PdfkitReference;
  addPage(options: object): void;
  addContent(content: string): void;
  end(): void;
}

interface PdfkitReference {
  compress: boolean;
  data: Record<string, unknown>;
  end(stream?: string | Uint8Array): void;
}

function newDocument(issue: IssueDescription): PdfkitDocument {
  const options = {
    autoFirstPage: false,
    font: '',
    pdfVersion: issue.pdfVersion,
    lang: issue.language,
    displayTitle: true,
  };
  // pdfkit wants a date here; the one that is written follows.
  const info = { CreationDate: new Date(0) };
  const document = new Pdfkit({
    ...options,
    info,
  } as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfkitDocument;
  Object.assign(document.info, {
    Title: issue.title,
    Creator: issue.producer,
    Producer: issue.producer,
    CreationDate: issue.date.pdf,
    ModDate: issue.date.pdf,
    Trapped: nameObject('False'),
    ...issue.conformance,
  });
  // The packet stays readable for programs that know nothing of PDF; pdfkit's own is not escaped.
  const packet = document.ref({ Type: 'Metadata', Subtype: 'XML' });
  packet.compress = false;
  packet.end(Buffer.from(issue.xmp));
  document._root.data['Metadata'] = packet;
  document.endMetadata = () => undefined;
  // The structure tree is written whole by its own file.
  document.endMarkings = () => undefined;
  const names = document._root.data['Names'] as PdfkitReference;
  delete names.data['Dests'];
  return document;
}

function addPage(document: PdfkitDocument, page: PdfPage, issue: IssueDescription): PdfReference {
  const { sheet, content } = page;
  const { width, height } = sheet.media;
  document.addPage({ size: [width, height], margin: 0 });
  const { dictionary, resources } = document.page;
  dictionary.data['TrimBox'] = sheet.trim;
  if (sheet.bleed) dictionary.data['BleedBox'] = sheet.bleed;
  dictionary.data['StructParents'] = page.index;
  // The order of the keyboard; PDF 1.4 does not know it (ISO 32000-1, table 30).
  if (issue.pdfVersion === '1.4') delete dictionary.data['Tabs'];
  else dictionary.data['Tabs'] = 'S';
  delete dictionary.data['UserUnit'];
  delete resources.data['ProcSet'];
  const used = (all: ReadonlyMap<string, PdfReference>) =>
    [...all].filter(([name]) => content.includes(`/${name} `));
  if (used(page.fonts).length > 0) resources.data['Font'] = Object.fromEntries(used(page.fonts));
  if (used(page.colourSpaces).length > 0) {
    resources.data['ColorSpace'] = Object.fromEntries(used(page.colourSpaces));
  }
  if (used(page.pictures).length > 0) resources.data['XObject'] = Object.fromEntries(used(page.pictures));
  resources.data['ExtGState'] = Object.fromEntries(page.states);
  // pdfkit has turned the page upside down; the same turn again gives plain PDF space.
  document.addContent(`1 0 0 -1 0 ${height} cm`);
  document.addContent(content);
  return dictionary;
}
