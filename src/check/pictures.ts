import type { Report } from '../base/diagnostic.ts';
import { INCH, type Pt } from '../base/units.ts';
import type { NewsPlan, PlannedAdvert, PlannedPicture } from '../model/news.ts';
import type { Page, PlacedPicture } from '../model/page.ts';

/**
 * Looks at the size at which pictures came to stand: `low-resolution` for too few pixels an inch, by the limits of the
 * layout; `advert-shape` for an advertisement that is stretched to its place.
 */
export function checkPictures(page: Page, news: NewsPlan, report: Report): void {
  const pictures = [...news.stories.flatMap((story) => story.pictures), ...news.adverts];
  for (const item of page.items) {
    if (item.kind !== 'picture') continue;
    const planned = pictures.find(({ file }) => file.range === item.origin) ?? namedAs(item, pictures);
    if (!planned) continue;
    checkResolution(item, planned, news, report);
    if (item.role === 'advertisement') checkShape(item, planned, report);
  }
}

type Planned = PlannedPicture | PlannedAdvert;

function namedAs(item: PlacedPicture, pictures: readonly Planned[]): Planned | undefined {
  return pictures.find(({ file }) => file.value === item.file);
}

/** Pixels an inch of a picture so many pixels wide at a printed width. */
export function printedDpi({ width }: Planned['size'], printed: Pt): number {
  return (width / printed) * INCH;
}

function checkResolution(item: PlacedPicture, picture: Planned, { design }: NewsPlan, report: Report): void {
  if (!picture.raster) return;
  const { leastDpi, warnDpi } = design.pictures;
  const dpi = printedDpi(picture.size, item.whole.width);
  if (dpi >= warnDpi) return;
  const faulty = dpi < leastDpi;
  report({
    severity: faulty ? 'error' : 'warning',
    code: 'low-resolution',
    values: { path: item.file, dpi: Math.floor(dpi), least: faulty ? leastDpi : warnDpi },
    range: picture.file.range,
  });
}

/** How far the shape of a file may be from that of its place, as a share: nobody sees less. */
const STRETCH = 0.02;

function checkShape({ whole, file }: PlacedPicture, picture: Planned, report: Report): void {
  const { size } = picture;
  const ratio = size.width / size.height / (whole.width / whole.height);
  const off = Math.max(ratio, 1 / ratio) - 1;
  if (off <= STRETCH) return;
  const values = { path: file, percent: Math.ceil(off * 100) };
  report({ severity: 'warning', code: 'advert-shape', values, range: picture.file.range });
}
