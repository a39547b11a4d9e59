import type { NewsDesign, PlannedPicture } from '../../model/news.ts';
import { widthOf } from './story-columns.ts';

/** How far pictures may leave the width that their copy asks for: a rung of the ladder. */
export interface Resize {
  readonly steps: number;
  readonly design: NewsDesign;
}

interface Width {
  readonly columns: number;
  /** Columns of the story that a picture may take. */
  readonly room: number;
}

/** By how many columns this width differs from what the copy asks; `undefined` when the picture may not have it. */
export function changeOf(
  picture: PlannedPicture,
  { columns, room }: Width,
  resize: Resize | undefined,
): number | undefined {
  const asked = Math.min(picture.columns ?? columns, room);
  const change = Math.abs(columns - asked);
  if (change === 0) return change;
  if (!resize || change > resize.steps) return undefined;
  return columns < asked || isFine(picture, columns, resize.design) ? change : undefined;
}

/** Whether a picture has the pixels for so many columns, also where its sides are cropped for more height. */
function isFine({ raster, size, crop }: PlannedPicture, columns: number, design: NewsDesign): boolean {
  const [, most] = crop ?? design.pictures.crop;
  const inches = (widthOf(columns, design) * (1 + most)) / 72;
  return !raster || size.width >= inches * design.pictures.warnDpi;
}
