import { BLACK, isBlack, type Colour } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { FontRole } from '../../model/face.ts';
import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Align, Theme } from '../../model/layout.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem, PaintedPath } from '../../model/page.ts';
import type { ChartPart } from '../../model/story.ts';
import { indentOf, lineItems } from '../items.ts';
import { boxPath, shrunk } from './paths.ts';

/** What a chart is drawn with. */
export interface ChartDesk {
  readonly part: ChartPart;
  readonly design: NewsDesign;
  readonly composer: Composer;
  readonly accent: Theme;
}

/** Type of labels, legends and sources, points: between the least for solid type and the body (hei). */
export const LABEL_SIZE: Pt = 7.5;
/** Baseline to baseline of labels, and the height of figures over the baseline, em. */
export const LABEL_LEADING: Em = 1.25;
export const FIGURES: Em = 0.74;
/** Weights of axes, and of the lines of the scale, in black, points. */
export const AXIS: Pt = 0.5;
export const SCALE: Pt = 0.25;

export interface LabelPlace {
  readonly x: Pt;
  /** Baseline. */
  readonly y: Pt;
  /** Which part of the words stands at `x`. */
  readonly align: Align;
  /** Wider words are set smaller. */
  readonly most?: Pt;
  readonly face?: FontRole;
}

/** One line of words of a chart; `text` as a string is written by the engine. */
export function labelItems(
  text: Text | string,
  { x, y, align, most = Infinity, face }: LabelPlace,
  desk: ChartDesk,
): readonly DisplayItem[] {
  const line = desk.composer.line(text, face ?? desk.design.styles.table.face);
  const size = Math.min(LABEL_SIZE, line.width > 0 ? most / line.width : LABEL_SIZE);
  return lineItems(line, {
    x: x - indentOf(align, line.width * size),
    y,
    size,
    colour: BLACK,
    role: 'chart',
  });
}

/** Width of words in the type of labels, points. */
export function labelWidth(text: Text | string, { composer, design }: ChartDesk): Pt {
  return composer.line(text, design.styles.table.face).width * LABEL_SIZE;
}

/** Whether values are drawn as lines: a line needs two points. */
export function isLineChart({ form, labels }: ChartPart): boolean {
  return form === 'line' && labels.length > 1;
}

/** A closed shape of a chart. */
export function shape(segments: PaintedPath['segments'], fill: Colour): PaintedPath {
  return {
    kind: 'path',
    role: 'chart',
    segments,
    fill,
    ...(isPale(fill) && { stroke: { weight: SCALE, colour: BLACK } }),
  };
}

/** A block of colour, its outline if it needs one inside of it. */
export function block(rect: Rect, fill: Colour): PaintedPath {
  return shape(boxPath(isPale(fill) ? shrunk(rect, SCALE / 2) : rect), fill);
}

/** A tint so light that it needs an outline on a tinted ground. */
function isPale({ c, m, y, k }: Colour): boolean {
  return c + m + y + k < 20;
}

/** A bar of solid colour, or a line of the scale. */
export function bar({ x, y, width, height }: Rect, fill: Colour = BLACK): DisplayItem {
  return { kind: 'rect', role: 'chart', fill, x, y, width, height };
}

/**
 * Tints of black beside the accent, by how many there are: their steps stay apart when the press adds a quarter to the
 * middle tones.
 */
const TINTS: readonly (readonly number[])[] = [
  [],
  [38],
  [55, 20],
  [65, 36, 14],
  [70, 46, 27, 12],
  [75, 55, 38, 24, 12],
];

/** Parts that tints can tell apart: the accent and five steps of black. */
export const MOST_TINTS = TINTS.length;

/** Fills for `count` series or slices, the accent first; beyond the tints they begin anew. */
export function fills(count: number, accent: Theme): readonly Colour[] {
  const tints = TINTS[Math.min(count, MOST_TINTS) - 1] ?? [];
  const all = [accent.fill, ...tints.map((k): Colour => ({ c: 0, m: 0, y: 0, k }))];
  return Array.from({ length: count }, (_, index) => all[index % all.length] ?? accent.fill);
}

type Pen = NonNullable<PaintedPath['stroke']>;

/** Pens of line charts: the accent, then black in ways that need no colour. */
export function pens(count: number, accent: Theme): readonly Pen[] {
  const black: readonly Pen[] = [
    { weight: 0.8, colour: BLACK },
    { weight: 1, colour: BLACK, dashes: [4, 2] },
    { weight: 1, colour: BLACK, dashes: [1, 1.6] },
    { weight: 1, colour: BLACK, dashes: [7, 1.6, 1, 1.6] },
  ];
  // Beside a black accent a second solid black line would look the same.
  const others = isBlack(accent.fill) ? black.slice(1) : black;
  const all: readonly Pen[] = [{ weight: 1.5, colour: accent.fill }, ...others];
  return Array.from({ length: count }, (_, index) => all[index % all.length] ?? { weight: 1, colour: BLACK });
}
