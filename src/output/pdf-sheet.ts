import type { Size } from '../base/geometry.ts';
import { MILLIMETRE, rounded } from '../base/units.ts';
import type { Pt } from '../base/units.ts';
import type { Paper } from '../model/page.ts';

/** How a page lies on the sheet of the file: points, origin at the bottom left of the media box, y up. */
export interface Sheet {
  readonly media: Size;
  /** Boxes as left, bottom, right, top. */
  readonly trim: Box;
  readonly bleed?: Box;
  readonly marks: boolean;
  /** From the page's points (y down from the top of the trim) to the sheet's. */
  readonly place: (x: Pt, y: Pt) => readonly [x: number, y: number];
}

export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Room for marks outside the bleed. */
const SLUG: Pt = 12 * MILLIMETRE;

/** A sheet is as big as the page with its bleed, and bigger all round by the room that marks need. */
export function sheetOf({ trim, bleed }: Paper, marks: boolean): Sheet {
  const edge = bleed + (marks ? SLUG : 0);
  const media = { width: rounded(trim.width + 2 * edge), height: rounded(trim.height + 2 * edge) };
  const around = (by: Pt): Box => [
    rounded(edge - by),
    rounded(edge - by),
    rounded(edge + trim.width + by),
    rounded(edge + trim.height + by),
  ];
  return {
    media,
    trim: around(0),
    ...(bleed > 0 && { bleed: around(bleed) }),
    marks,
    place: (x, y) => [rounded(x + edge), rounded(trim.height + edge - y)],
  };
}
