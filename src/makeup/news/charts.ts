import { BLACK } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Elastic } from '../../model/layout.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { ChartPart } from '../../model/story.ts';
import { lineItems } from '../items.ts';
import { acrossHeight, acrossItems } from './chart-across.ts';
import { LABEL_LEADING, LABEL_SIZE, MOST_TINTS, type ChartDesk } from './chart-desk.ts';
import { legendItems, legendOf, type Legend } from './chart-legend.ts';
import { lineChartItems, shownLabels } from './chart-line.ts';
import { pieHeight, pieItems } from './chart-pie.ts';
import { upItems } from './chart-up.ts';
import {
  gridBaseline,
  linesOf,
  partStyle,
  runIn,
  runInItems,
  type PartPlace,
  type RunInLine,
} from './part.ts';
import { roughWidth } from './rough.ts';
import { wordsAround } from './words.ts';

/** How a chart is drawn: bars that stand, bars that lie, lines, a pie. */
export type ChartForm = 'up' | 'across' | 'line' | 'pie';

/**
 * The form that suits a chart over a width. Bars lie where a label is wider than its bar's share. A pie of more slices than
 * tints can tell apart, of several series or with values that are no shares becomes bars, and so does a line of one point.
 */
export function chartForm({ form, labels, series }: ChartPart, width: Pt): ChartForm {
  const values = series.flatMap((row) => row.values.map(({ value }) => value));
  const shares = series.length === 1 && labels.length <= MOST_TINTS && values.every((value) => value >= 0);
  if (form === 'pie' && shares && values.some((value) => value > 0)) return 'pie';
  if (form === 'line' && labels.length > 1) return 'line';
  if (form === 'pie') return 'across';
  const slot = (width * PLOT_SHARE) / Math.max(1, labels.length);
  const widest = Math.max(0, ...labels.map(roughWidth)) * LABEL_SIZE;
  return widest <= slot * LABEL_SHARE && slot >= LEAST_SLOT * Math.max(1, series.length) ? 'up' : 'across';
}

/** Width of the plot without its axis, share of a slot that a label may fill, and the narrowest bar with its white. */
const PLOT_SHARE = 0.85;
const LABEL_SHARE = 0.9;
const LEAST_SLOT: Pt = 7;

/** Body lines of a chart over so many basic columns, white over and under it included. */
export function chartLines(part: ChartPart, columns: number, design: NewsDesign): Elastic {
  const { columnWidth, gutter } = design.grid;
  const width = columns * columnWidth + (columns - 1) * gutter;
  const words = [part.title ?? part.unit ?? part.series.find(({ name }) => name)?.name, part.source];
  const white = WHITE * words.filter((text) => text).length + UNDER_TITLE / design.leading;
  const around = roughRows(part, width, design) + white + OUTSIDE;
  const { least, natural, most } = plotHeight(part, width, design);
  const lines = (height: Pt): number => Math.ceil(around + height / design.leading);
  return { least: lines(least), natural: lines(natural), most: lines(most) };
}

function plotHeight(part: ChartPart, width: Pt, design: NewsDesign): Elastic {
  const form = chartForm(part, width);
  if (form === 'across') return acrossHeight(part, width);
  if (form === 'pie') return pieHeight(part, width);
  const least = LEAST_PLOT * design.leading;
  const [low, middle, high] = PLOT_SHAPES.map((share) => Math.max(least, share * width));
  return { least: low ?? least, natural: middle ?? least, most: high ?? least };
}

/** Heights of standing bars and lines as shares of their width, and the least in body lines. */
const PLOT_SHAPES = [0.34, 0.5, 0.75] as const;
const LEAST_PLOT = 6;

/** Body lines of title, unit, legend and source, somewhat more rather than less. */
function roughRows(part: ChartPart, width: Pt, design: NewsDesign): number {
  const rows = (text: Text | undefined, size: Pt, extra: Em = 0): number =>
    text ? Math.ceil(((roughWidth(text) + extra) * size * ROUGHNESS) / width) : 0;
  const names = part.series.flatMap(({ name }) => (name ? [roughWidth(name) + LEGEND_EXTRA] : []));
  const unit = part.unit ? roughWidth(part.unit) + UNIT_EXTRA : 0;
  const legend = part.series.length > 1 ? names.reduce((sum, name) => sum + name, 0) : 0;
  const key = legend + unit > 0 ? Math.ceil(((legend + unit) * LABEL_SIZE * ROUGHNESS) / width) : 0;
  return rows(part.title, design.size) + key + rows(part.source, LABEL_SIZE, SOURCE_EXTRA);
}

/** What the engine adds to names, unit and source, em, and what turns add to lines. */
const LEGEND_EXTRA: Em = 3.5;
const UNIT_EXTRA: Em = 4;
const SOURCE_EXTRA: Em = 5;
const ROUGHNESS = 1.1;
/** White over and under a chart, body lines. */
const OUTSIDE = 1.2;

/**
 * A chart at its place: title and unit, names of the series, plot, source. The numbers at marks and bars are written by
 * the engine from the values; all other words keep the place where they were written.
 */
export function chartItems(
  part: ChartPart,
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const desk: ChartDesk = { part, design, composer, accent: place.accent };
  const words = setWords(desk, place.width);
  const top = place.y + (OUTSIDE / 2) * design.leading;
  const foot = place.y + (place.lines - OUTSIDE / 2) * design.leading;
  const title = words.title.flatMap((line, row) => {
    const y = gridBaseline({ y: top }, row, design);
    return lineItems(line, { x: place.x, y, size: design.size, colour: BLACK, role: 'chart' });
  });
  const titled = top + words.title.length * design.leading;
  const last = gridBaseline({ y: top }, words.title.length - 1, design);
  const keyTop = words.besideTitle ? last - LABEL_SIZE : titled + UNDER_TITLE;
  const key = legendItems(words.legend, { x: place.x, y: keyTop, width: place.width }, desk);
  const sourceTop = foot - words.source.length * LABEL_SIZE * LABEL_LEADING;
  const source = words.source.flatMap((row, index) =>
    runInItems(row, {
      x: place.x,
      y: sourceTop + (index * LABEL_LEADING + 1) * LABEL_SIZE,
      size: LABEL_SIZE,
      colour: BLACK,
      role: 'chart',
    }),
  );
  const head = words.besideTitle ? titled : words.legend.height > 0 ? keyTop + words.legend.height : titled;
  const white = WHITE * design.leading;
  const plot = {
    x: place.x,
    y: head + (head > top ? white : 0),
    width: place.width,
    height: Math.max(1, sourceTop - head - (head > top ? white : 0) - (source.length > 0 ? white : 0)),
  };
  return [...title, ...key, ...plotItems(desk, plot), ...source];
}

/** White between words and plot, body lines, and between title and legend, points. */
const WHITE = 0.55;
const UNDER_TITLE: Pt = 1.5;

function plotItems(desk: ChartDesk, plot: Rect): readonly DisplayItem[] {
  switch (chartForm(desk.part, plot.width)) {
    case 'up':
      return upItems(desk, plot);
    case 'across':
      return acrossItems(desk, plot);
    case 'line':
      return lineChartItems(desk, plot);
    case 'pie':
      return pieItems(desk, plot);
  }
}

/** The texts of a chart that are printed over a width, in the order of printing: of many labels along a line only some. */
export function chartTexts(
  part: ChartPart,
  width: Pt,
  design: NewsDesign,
  composer: Composer,
): readonly Text[] {
  const desk: ChartDesk = { part, design, composer, accent: { fill: BLACK, ink: BLACK } };
  const form = chartForm(part, width);
  const labels = form === 'line' ? shownLabels(desk, width).map((index) => part.labels[index]) : part.labels;
  const named = part.series.length > 1 ? part.series.map(({ name }) => name) : [];
  return [part.title, ...named, part.unit, ...labels, part.source].flatMap((text) => text ?? []);
}

interface ChartWords {
  readonly title: readonly TypeLine[];
  /** Whether the legend, then a unit alone, stands at the end of the title. */
  readonly besideTitle: boolean;
  readonly legend: Legend;
  readonly source: readonly RunInLine[];
}

function setWords(desk: ChartDesk, width: Pt): ChartWords {
  const { part, design, composer } = desk;
  const { faces, styles, text } = design;
  const { face } = styles.table;
  const style = partStyle(face, 'start', design);
  const source = (copy: Text): readonly RunInLine[] => {
    const label = { words: wordsAround('chartSource', copy, text.language).before, face, start: 0, after: 0 };
    return runIn(copy, label, { style, measure: width / LABEL_SIZE }, composer);
  };
  const title = part.title
    ? linesOf(part.title, partStyle(faces.strong, 'start', design), width / design.size, composer)
    : [];
  const legend = legendOf(desk, width);
  const last = (title.at(-1)?.width ?? Infinity) * design.size;
  const unit = legend.unit?.row.width ?? Infinity;
  return {
    title,
    // A unit alone goes beside the title where it can.
    besideTitle: legend.names.length === 0 && last + unit + design.size <= width,
    legend,
    source: part.source ? source(part.source) : [],
  };
}
