import type { Colour } from '../base/colour.ts';
import { PAPER } from '../base/colour.ts';
import { MILLIMETRE } from '../base/units.ts';
import type { Pt } from '../base/units.ts';
import type { Align, Theme } from '../model/layout.ts';

/** Width of the type area (350 mm) that the default sizes in points are drawn for. */
export const REFERENCE_WIDTH: Pt = 350 * MILLIMETRE;

/** A style of which nothing was written: [least, natural, most] in points or body em, white above in body lines. */
export interface DefaultStyle {
  readonly face: string;
  readonly unit: 'pt' | 'em';
  readonly size: readonly [number, number, number];
  readonly leading: number;
  readonly align: Align;
  readonly above: readonly [number, number, number];
}

export const DEFAULT_STYLES = {
  kicker: { face: 'kai', unit: 'pt', size: [20, 27, 40], leading: 1.2, align: 'centre', above: [0.5, 1, 2] },
  'headline.lead': {
    face: 'head',
    unit: 'pt',
    size: [40, 66, 112],
    leading: 1.15,
    align: 'centre',
    above: [0.3, 0.6, 1.5],
  },
  deck: { face: 'hei', unit: 'pt', size: [16, 20, 28], leading: 1.3, align: 'centre', above: [0.4, 0.6, 1] },
  lead: { face: 'kai', unit: 'em', size: [1.12, 1.2, 1.5], leading: 1.4, align: 'start', above: [0.6, 1, 2] },
  byline: { face: 'hei', unit: 'em', size: [0.72, 0.72, 0.72], leading: 1.2, align: 'end', above: [0, 0, 0] },
  folio: { face: 'hei', unit: 'pt', size: [9.5, 9.5, 9.5], leading: 1.2, align: 'start', above: [0, 0, 0] },
} as const satisfies Readonly<Record<string, DefaultStyle>>;

/** The title of a block: its size in body em, its lines and the white above it in body lines. */
export const DEFAULT_TITLE = {
  form: 'numeral-bar',
  face: 'hei',
  numeralFace: 'head',
  align: 'start',
  size: 1.55,
  occupy: { least: 3, natural: 3, most: 5 },
  gap: { least: 1, natural: 2, most: 4 },
} as const;

/** The lead: its longest measure and its gutter in characters of its own, the white in its frame in em and lines of body. */
export const DEFAULT_LEAD = {
  maxMeasure: 60,
  gutter: 2,
  padding: { across: 1.5, down: 0.6 },
} as const;

/** The folio: its height in body lines, the sizes of section and number in points for the reference width. */
export const DEFAULT_FOLIO = {
  lines: 3,
  sectionFace: 'head',
  sectionSize: 22,
  numberSize: 22,
  rule: 'thick-thin',
} as const;

const fills: readonly (readonly [string, Colour])[] = [
  ['red', { c: 0, m: 100, y: 90, k: 0 }],
  ['blue', { c: 100, m: 60, y: 0, k: 0 }],
  ['green', { c: 85, m: 0, y: 90, k: 20 }],
  ['gold', { c: 0, m: 35, y: 90, k: 20 }],
  ['grey', { c: 0, m: 0, y: 0, k: 70 }],
];

/** Colours of a layout that defines none. */
export const DEFAULT_THEMES: ReadonlyMap<string, Theme> = new Map(
  fills.map(([name, fill]) => [name, { fill, ink: PAPER }]),
);
