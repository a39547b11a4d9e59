import type { Rect } from '../base/geometry.ts';
import { rounded } from '../base/units.ts';
import type { PlacedPicture } from '../model/page.ts';
import type { PictureContent } from '../model/picture.ts';
import { shownRect } from './shown-rect.ts';
import { escapedXml } from './xml.ts';

/** A picture as a screen shows it, within its rectangle; without a preview, its place in grey. The file is named. */
export function drawPicture(item: PlacedPicture, content: PictureContent | undefined): string {
  const { role, file } = item;
  const title = `<title>${escapedXml(file)}</title>`;
  if (!content?.preview) return `<rect class="${role}" ${placed(item)} fill="#d8d8d8">${title}</rect>`;
  const { preview } = content;
  const view = [item.x, item.y, item.width, item.height].map(rounded).join(' ');
  const data = `data:${preview.format};base64,${Buffer.from(preview.bytes).toString('base64')}`;
  const image = `<image ${placed(shownRect(item, content))} preserveAspectRatio="none" href="${data}"/>`;
  return `<svg class="${role}" ${placed(item)} viewBox="${view}" preserveAspectRatio="none">${title}${image}</svg>`;
}

function placed({ x, y, width, height }: Rect): string {
  return `x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"`;
}
