import { marksOf } from '../compare/marks.ts';
import type { PageMark } from '../model/difference.ts';
import type { Page } from '../model/page.ts';
import { differencePng, type MarkedPage } from '../output/difference-picture.ts';
import { writePdf } from '../output/pdf.ts';
import type { ComparedPair, SetSide } from './diff.ts';
import type { Context } from './io.ts';
import { openPictures } from './pictures.ts';
import { openPress } from './press.ts';

/** Dots an inch of the picture. */
const DPI = 110;

/** The pages of both sides beside each other with the changes marked; `undefined` when there are none. */
export async function pictureOf(
  pairs: readonly ComparedPair[],
  context: Context,
): Promise<Uint8Array | undefined> {
  const rows: (readonly [MarkedPage, MarkedPage])[] = [];
  for (const { sides, difference } of pairs) {
    for (const page of difference.pages) {
      const [old, fresh] = sides.map(({ pages }) => pages[page.page - 1]);
      if (!old || !fresh) continue;
      const marks = marksOf(difference, page, [old, fresh]);
      rows.push([
        await markedPage(old, sides[0], marks.before, context),
        await markedPage(fresh, sides[1], marks.after, context),
      ]);
    }
  }
  return rows.length > 0 ? differencePng(rows, DPI) : undefined;
}

async function markedPage(
  page: Page,
  { desk, context }: SetSide,
  marks: readonly PageMark[],
  { version }: Context,
): Promise<MarkedPage> {
  const press = openPress([page], undefined, context);
  const { contents } = await openPictures([page], press, { proof: false, cache: true }, context);
  const pdf = await writePdf([page], desk.fonts, { version, pictures: contents });
  return { pdf, bleed: page.paper.bleed, marks };
}
