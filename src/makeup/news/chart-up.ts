import type { Rect } from '../../base/geometry.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { DisplayItem } from '../../model/page.ts';
import {
  AXIS,
  bar,
  block,
  fills,
  FIGURES,
  LABEL_SIZE,
  labelItems,
  labelWidth,
  SCALE,
  type ChartDesk,
} from './chart-desk.ts';
import { numberWords, scaleOf, type Scale } from './chart-scale.ts';

/** Share of a slot that its bars fill, white between figures of the axis and the plot, and over a bar, em. */
const FILLED = 0.62;
const AFTER_TICK: Em = 0.6;
const OVER_BAR: Em = 0.3;
/** White between the plot and the labels under it, em. */
const OVER_LABEL: Em = 0.5;
/** Least distance of two marks of the axis. */
const LEAST_STEP: Pt = 16;
/** Most steps of an axis. */
const MOST_STEPS = 6;
/** Share of its height that a field keeps at the least beside the white for figures. */
const SHRINK = 0.8;
/** Length of the marks where no lines run across the field. */
const MARK: Pt = 3;
/** Widest bar. */
const WIDEST_BAR: Pt = 30;

/** What a chart asks of its field. */
export interface Needs {
  readonly withNought: boolean;
  /** White over the greatest value and under the least one that is negative, points. */
  readonly over: Pt;
  readonly under: Pt;
}

/** Where an axis of values stands and how they become places. */
export interface Field extends Rect {
  readonly scale: Scale;
  readonly place: (value: number) => Pt;
}

/**
 * The field of a chart with an axis of values that runs up at its left: what labels and figures leave of the plot.
 */
export function fieldOf(desk: ChartDesk, plot: Rect, { withNought, over, under }: Needs): Field {
  const values = desk.part.series.flatMap((row) => row.values.map(({ value }) => value));
  const tick = (FIGURES / 2) * LABEL_SIZE;
  const words = (1 + OVER_LABEL) * LABEL_SIZE;
  const rough = Math.max(1, plot.height - words - tick);
  const steps = Math.max(1, Math.min(MOST_STEPS, Math.floor(rough / LEAST_STEP)));
  const scale = scaleOf(values, steps, withNought);
  // A value near the end of the axis needs white beyond it for its figures.
  const beyond = (distance: number, white: Pt): Pt =>
    Math.max(0, white - (distance / (scale.most - scale.least)) * rough * SHRINK);
  const head = Math.max(tick, beyond(scale.most - Math.max(...values), over));
  const foot = words + beyond(Math.min(...values) - scale.least, Math.min(...values) < 0 ? under : 0);
  const height = Math.max(1, plot.height - foot - head);
  const widest = Math.max(...scale.ticks.map((tick) => labelWidth(tickWords(tick, scale), desk)));
  const left = Math.min(widest + AFTER_TICK * LABEL_SIZE, plot.width / 2);
  const y = plot.y + head;
  const unit = height / (scale.most - scale.least);
  return {
    x: plot.x + left,
    y,
    width: plot.width - left,
    height,
    scale,
    place: (value) => y + (scale.most - value) * unit,
  };
}

/** Width that the figures of an axis take at the most, whatever its height. */
export function widestAxis(desk: ChartDesk, withNought: boolean, width: Pt): Pt {
  const values = desk.part.series.flatMap((row) => row.values.map(({ value }) => value));
  const widths = Array.from({ length: MOST_STEPS }, (_, steps) => {
    const scale = scaleOf(values, steps + 1, withNought);
    return scale.ticks.map((tick) => labelWidth(tickWords(tick, scale), desk));
  });
  return Math.min(Math.max(...widths.flat()) + AFTER_TICK * LABEL_SIZE, width / 2);
}

function tickWords(tick: number, { decimals }: Scale): string {
  return numberWords(tick, decimals);
}

/**
 * Figures at the marks, and the axis that values stand on. Thin lines run across the field at the marks, or, where every
 * value has its figures, short ones at its edge.
 */
export function axisItems(
  field: Field,
  plot: Rect,
  across: boolean,
  desk: ChartDesk,
): readonly DisplayItem[] {
  const { scale, place } = field;
  const base = scale.ticks.includes(0) ? 0 : scale.least;
  return scale.ticks.flatMap((tick) => {
    const weight = tick === base ? AXIS : SCALE;
    const y = place(tick);
    const width = across || tick === base ? field.width : MARK;
    const x = field.x - AFTER_TICK * LABEL_SIZE;
    const words = { x, y: y + (FIGURES / 2) * LABEL_SIZE, align: 'end', most: x - plot.x } as const;
    return [
      bar({ x: field.x, y: y - weight / 2, width, height: weight }),
      ...labelItems(tickWords(tick, scale), words, desk),
    ];
  });
}

/** Baseline of the labels under a plot. */
export function labelBaseline(plot: Rect): Pt {
  return plot.y + plot.height - 0.12 * LABEL_SIZE;
}

/** Standing bars side by side for each label, values over those that are wide enough for them. */
export function upItems(desk: ChartDesk, plot: Rect): readonly DisplayItem[] {
  const { labels, series } = desk.part;
  const figures = (OVER_BAR + FIGURES) * LABEL_SIZE;
  const rough = fieldOf(desk, plot, { withNought: true, over: 0, under: 0 });
  const slot = rough.width / Math.max(1, labels.length);
  const valued = valuesFit(desk, slot);
  const white = valued ? figures : 0;
  const field = fieldOf(desk, plot, { withNought: true, over: white, under: white });
  const names = labels.flatMap((label, index) => {
    const x = field.x + (index + 0.5) * slot;
    return labelItems(label, { x, y: labelBaseline(plot), align: 'centre', most: slot }, desk);
  });
  const bars = labels.flatMap((_, index) =>
    series.flatMap((_, each) => barOf({ index, each, valued, slot }, field, desk)),
  );
  return [...axisItems(field, plot, !valued, desk), ...bars, ...names];
}

/** Whether every value goes over its bar without touching the next. */
function valuesFit(desk: ChartDesk, slot: Pt): boolean {
  const values = desk.part.series.flatMap((row) => row.values.map(({ value }) => value));
  const widest = Math.max(0, ...values.map((value) => labelWidth(numberWords(value), desk)));
  const room = desk.part.series.length > 1 ? (slot * FILLED) / desk.part.series.length : slot * 0.95;
  return widest <= room;
}

interface UpBar {
  readonly index: number;
  readonly each: number;
  readonly valued: boolean;
  readonly slot: Pt;
}

function barOf({ index, each, valued, slot }: UpBar, field: Field, desk: ChartDesk): readonly DisplayItem[] {
  const { series } = desk.part;
  const value = series[each]?.values[index]?.value ?? 0;
  const count = series.length;
  const width = Math.min(WIDEST_BAR, (slot * FILLED) / count);
  const x = field.x + (index + 0.5) * slot + (each - count / 2) * width;
  const [end, base] = [field.place(value), field.place(0)];
  const rect = { x, y: Math.min(end, base), width, height: Math.abs(end - base) };
  const fill = fills(count, desk.accent)[each] ?? desk.accent.fill;
  const white = OVER_BAR * LABEL_SIZE;
  const y = value < 0 ? end + white + FIGURES * LABEL_SIZE : end - white;
  return [
    ...(rect.height > 0 ? [block(rect, fill)] : []),
    ...(valued ? labelItems(numberWords(value), { x: x + width / 2, y, align: 'centre' }, desk) : []),
  ];
}
