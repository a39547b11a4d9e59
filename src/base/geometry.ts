import type { Pt } from './units.ts';

export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

/** Origin at the top left of the trimmed page, y growing downwards. */
export interface Rect extends Size {
  readonly x: Pt;
  readonly y: Pt;
}
