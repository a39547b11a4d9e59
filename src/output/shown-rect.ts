import type { Rect } from '../base/geometry.ts';
import type { PlacedPicture } from '../model/page.ts';
import type { PictureContent } from '../model/picture.ts';

/** Where on the page lies what a content holds of its picture; it may go beyond the part that shows. */
export function shownRect({ whole }: PlacedPicture, { area }: PictureContent): Rect {
  return {
    x: whole.x + area.x * whole.width,
    y: whole.y + area.y * whole.height,
    width: area.width * whole.width,
    height: area.height * whole.height,
  };
}
