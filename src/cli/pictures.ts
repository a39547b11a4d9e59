import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Ranged, SourceFile } from '../base/source.ts';
import { readBytes } from '../files.ts';
import type { PictureFacts } from '../model/news.ts';
import type { Page, PlacedPicture } from '../model/page.ts';
import type { PictureContents } from '../model/picture.ts';
import { renderPages } from '../output/pdfium.ts';
import type { PictureTools } from '../pictures/prepare.ts';
import type { Context } from './io.ts';
import { openStore } from './picture-store.ts';
import type { OpenPress } from './press.ts';

/**
 * What the picture files are that an issue names, by their paths as written: `missing` where there is none. The libraries
 * that read them are loaded only when there is one.
 */
export async function readPictureFacts(
  names: readonly Ranged<string>[],
  context: Context,
): Promise<ReadonlyMap<string, PictureFacts>> {
  const facts = new Map<string, PictureFacts>();
  for (const { value, range } of names) {
    if (!facts.has(value)) facts.set(value, await factsOf(resolve(folderOf(range.file, context), value)));
  }
  return facts;
}

async function factsOf(path: string): Promise<PictureFacts> {
  const reading = readBytes(path);
  if (reading.kind === 'failed') {
    const { reason } = reading;
    return reason === 'ENOENT' || reason === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'broken', reason };
  }
  const { pictureFacts } = await import('../pictures/facts.ts');
  return pictureFacts(reading.content);
}

/** The folder that the paths of a file start from; the current one for standard input. */
export function folderOf({ path }: SourceFile, { io }: Context): string {
  return path === '-' ? io.cwd : dirname(resolve(io.cwd, path));
}

/** How the pictures of an issue are to be prepared. */
export interface Preparing {
  /** Whether screens will show them. */
  readonly proof: boolean;
  /** Whether prepared pictures may be taken from earlier calls and kept for later ones. */
  readonly cache: boolean;
}

/** The pictures of pages in the inks of their press, and what is wrong with them. */
export interface OpenPictures {
  readonly contents: PictureContents;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the pictures of pages ready to be written; without a press there are none. */
export async function openPictures(
  pages: readonly Page[],
  { press, options, profilePath }: OpenPress,
  { proof, cache }: Preparing,
  context: Context,
): Promise<OpenPictures> {
  const pictures = pages.flatMap(({ items }) => items.filter((item) => item.kind === 'picture'));
  if (pictures.length === 0 || !options) return { contents: new Map(), diagnostics: [] };
  const { preparePictures } = await import('../pictures/prepare.ts');
  const { NEWSPRINT } = await import('../pictures/window.ts');
  const store = cache ? openStore(context) : undefined;
  const tools: PictureTools = {
    press: { profile: { path: profilePath, bytes: options.intent.profile.bytes }, most: press.ink.most },
    resolution: NEWSPRINT,
    read: (picture) => readPicture(picture, context),
    ...(store && { store }),
    ...(proof && { paintPdf }),
  };
  const diagnostics: Diagnostic[] = [];
  const contents = await preparePictures(pages, tools, (diagnostic) => diagnostics.push(diagnostic));
  return { contents, diagnostics };
}

function readPicture({ file, origin }: PlacedPicture, context: Context): Uint8Array | undefined {
  const folder = origin ? folderOf(origin.file, context) : context.io.cwd;
  const reading = readBytes(resolve(folder, file));
  return reading.kind === 'read' ? reading.content : undefined;
}

const paintPdf: NonNullable<PictureTools['paintPdf']> = async (pdf, dpi) => {
  const [page] = await renderPages(pdf, dpi);
  return page && { width: page.width, height: page.height, channels: 3, data: page.pixels };
};
