import type { Colour } from '../base/colour.ts';
import { PAPER } from '../base/colour.ts';
import { MILLIMETRE } from '../base/units.ts';
import type { Pt } from '../base/units.ts';
import type { Align, Theme } from '../model/layout.ts';
import type { StoryRole } from '../model/story.ts';

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

/** A head on a page of several stories: sizes in points for the reference width, white in body lines. */
export interface DefaultHead {
  readonly style: 'headline.lead' | 'headline.second' | 'headline.third' | RoleHeadStyle;
  readonly face: string;
  readonly sizes: readonly number[];
  readonly white: number;
}

export type RoleHeadStyle =
  'headline.brief' | 'headline.box' | 'headline.photo' | 'headline.comment' | 'headline.notice';

/** Heads by rank: the last one serves all ranks after it. */
export const RANKED_HEADS: readonly DefaultHead[] = [
  { style: 'headline.lead', face: 'head', sizes: [60, 56, 52], white: 2 },
  { style: 'headline.second', face: 'head', sizes: [34, 30, 28], white: 1.5 },
  { style: 'headline.third', face: 'hei', sizes: [24, 22, 20], white: 1.5 },
];

/** Heads of stories whose role says more than their rank. */
export const ROLE_HEADS: readonly (DefaultHead & { readonly roles: readonly StoryRole[] })[] = [
  { style: 'headline.brief', roles: ['brief', 'briefs'], face: 'hei', sizes: [18, 17, 16], white: 1 },
  { style: 'headline.box', roles: ['box'], face: 'hei', sizes: [18, 17, 16], white: 1 },
  { style: 'headline.photo', roles: ['photo'], face: 'hei', sizes: [22, 20, 18], white: 1.25 },
  { style: 'headline.comment', roles: ['comment'], face: 'kai', sizes: [26, 24, 22], white: 1.5 },
  { style: 'headline.notice', roles: ['notice'], face: 'hei', sizes: [16, 15, 14], white: 1 },
];

/** Texts on a page of several stories: face, and size in body em. */
export const NEWS_TEXTS = {
  lead: { face: 'kai', size: 1.16 },
  note: { face: 'kai', size: 1 },
  quote: { face: 'kai', size: 1.34 },
  caption: { face: 'kai', size: 0.89 },
  credit: { face: 'kai', size: 0.83 },
  table: { face: 'body', size: 0.94 },
  subhead: { face: 'hei', size: 1 },
  byline: { face: 'kai', size: 1 },
  brief: { face: 'hei', size: 1 },
  dateline: { face: 'hei', size: 1 },
  advert: { face: 'hei', size: 0.78 },
} as const;

/** Frame of a box: its tint, the weight of its rule in points, white in body em, radius of round corners in points. */
export const DEFAULT_BOX = { tint: { c: 0, m: 0, y: 0, k: 8 }, weight: 0.35, padding: 1, radius: 6 } as const;

/** The masthead: height in body lines, share of the columns for an ear, size of the name in points for the reference width. */
export const DEFAULT_MASTHEAD = {
  lines: 14,
  earShare: 3 / 8,
  nameFace: 'head',
  nameSize: { least: 60, natural: 84, most: 110 },
  face: 'hei',
  /** Of the small words, in points whatever the width. */
  size: 8,
} as const;

/** White between stories in body lines, and the weight of the rule between those side by side in points. */
export const DEFAULT_SEPARATOR = { lines: 1, across: 'thin', weight: 0.35 } as const;

/** Empty lines of a story from which it is told (newsroom practice: up to two are no fault). */
export const DEFAULT_UNDERSET = { warn: 2, error: 6 } as const;

/** Pictures on newsprint: screens of 85 to 130 lines want 170 to 200 pixels an inch, under 120 they fall apart. */
export const DEFAULT_PICTURES = { leastDpi: 120, warnDpi: 170 } as const;

/** Characters that a broken column of a news page holds at most where a layout allows all. */
export const LONGEST_BROKEN_MEASURE = 36;
