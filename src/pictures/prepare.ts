import type { Diagnostic, DiagnosticCode, Report, Severity, Values } from '../base/diagnostic.ts';
import type { Page, PlacedPicture } from '../model/page.ts';
import type { PictureContent, PictureContents } from '../model/picture.ts';
import { drawnDrawing, paintedDrawing } from './drawn.ts';
import type { PaintPdf } from './foreign.ts';
import { fromKept, keptBytes, keptName, placeKey, type PictureStore } from './kept.ts';
import { formatOf } from './kind.ts';
import { prepareRaster, type PreparedRaster, type RasterTools } from './raster.ts';
import { plainDrawing } from './svg-drawing.ts';
import { readDrawing } from './svg.ts';

/** What pictures are prepared with. */
export interface PictureTools extends RasterTools {
  /** The bytes of the file of a picture; `undefined` when it cannot be read. */
  read(picture: PlacedPicture): Uint8Array | undefined;
  /** Where prepared pictures are kept; without it each is made anew. */
  readonly store?: PictureStore;
  /** Paints PDF files for the screen; without it they have no preview. */
  readonly paintPdf?: PaintPdf;
}

/** Pictures that are unpacked at the same time: more would need much memory and gain little. */
const AT_ONCE = 2;

/**
 * Makes ready what the pages show of their pictures. Reports what cannot be used (`missing-picture`, `broken-picture`,
 * `foreign-font`) and what a press may not take as it is, at the place where the copy names the file.
 */
export async function preparePictures(
  pages: readonly Page[],
  tools: PictureTools,
  report: Report,
): Promise<PictureContents> {
  const groups = [...sameShown(pages).values()];
  const prepared: (Prepared | undefined)[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < groups.length; index = next++) {
      const [item] = groups[index] ?? [];
      if (item) prepared[index] = await prepareOne(item, tools);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  prepared.forEach((one) => one?.problems.forEach(report));
  return new Map(
    groups.flatMap((items, index) => {
      const content = prepared[index]?.content;
      return content ? items.map((item) => [item, content] as const) : [];
    }),
  );
}

/** The pictures that show the same part of the same file at the same size. */
function sameShown(pages: readonly Page[]): ReadonlyMap<string, readonly PlacedPicture[]> {
  const groups = new Map<string, PlacedPicture[]>();
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind !== 'picture') continue;
    const { file, origin } = item;
    const key = JSON.stringify([origin?.file.path, file, placeKey(item)]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

interface Prepared {
  readonly content?: PictureContent;
  readonly problems: readonly Diagnostic[];
}

async function prepareOne(item: PlacedPicture, tools: PictureTools): Promise<Prepared> {
  const tell = (severity: Severity, code: DiagnosticCode, values: Values = {}): Diagnostic => ({
    severity,
    code,
    values: { path: item.file, ...values },
    ...(item.origin && { range: item.origin }),
  });
  const bytes = tools.read(item);
  if (!bytes) return { problems: [tell('error', 'missing-picture')] };
  const broken = (reason: string): Prepared => ({ problems: [tell('error', 'broken-picture', { reason })] });
  try {
    const format = formatOf(bytes);
    const prepare = format === 'svg' ? prepareSvg : format === 'pdf' ? preparePdf : preparePixels;
    const prepared = await prepare(bytes, item, tools, tell);
    return typeof prepared === 'string' ? broken(prepared) : prepared;
  } catch {
    // The libraries throw on data that is damaged behind a sound head.
    return broken('damaged');
  }
}

type Tell = (severity: Severity, code: DiagnosticCode, values?: Values) => Diagnostic;
type Prepare = (
  bytes: Uint8Array,
  item: PlacedPicture,
  tools: PictureTools,
  tell: Tell,
) => Promise<Prepared | string>;

const preparePixels: Prepare = async (bytes, item, tools, tell) => {
  const { content, tooMuchInk } = await kept(bytes, item, tools, () => prepareRaster(bytes, item, tools));
  const values = { ink: Math.round(tooMuchInk ?? 0), most: tools.press.most };
  return { content, problems: tooMuchInk === undefined ? [] : [tell('warning', 'picture-ink', values)] };
};

/** The picture as it was kept, or else made and kept. */
async function kept(
  bytes: Uint8Array,
  item: PlacedPicture,
  { store, ...tools }: PictureTools,
  make: () => Promise<PreparedRaster>,
): Promise<PreparedRaster> {
  if (!store) return make();
  const name = keptName(bytes, item, tools);
  const found = store.get(name);
  const known = found && fromKept(found);
  if (known) return known;
  const made = await make();
  store.put(name, keptBytes(made));
  return made;
}

const prepareSvg: Prepare = async (bytes, item, tools, tell) => {
  const drawing = await readDrawing(bytes);
  if (typeof drawing === 'string') return drawing;
  const plain = plainDrawing(drawing.code);
  const content = plain
    ? await drawnDrawing(plain, drawing, item, tools)
    : (await kept(bytes, item, tools, () => paintedDrawing(drawing, item, tools))).content;
  return { content, problems: drawing.words ? [tell('warning', 'picture-words')] : [] };
};

const preparePdf: Prepare = async (bytes, item, tools, tell) => {
  // The library for PDF files takes a fifth of a second to load; most pages need none.
  const { prepareForeign } = await import('./foreign.ts');
  const prepared = await prepareForeign(bytes, item, tools.paintPdf);
  if (typeof prepared === 'string') return prepared;
  const { colours, fonts, transparent } = prepared.faults;
  return {
    content: prepared.content,
    problems: [
      ...(fonts.length > 0 ? [tell('error', 'foreign-font', { fonts: fonts.join(', ') })] : []),
      ...(colours.length > 0 ? [tell('warning', 'foreign-colour', { colours: colours.join(', ') })] : []),
      ...(transparent ? [tell('warning', 'see-through')] : []),
    ],
  };
};
