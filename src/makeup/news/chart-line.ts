import { PAPER } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { DisplayItem, PathSegment } from '../../model/page.ts';
import { FIGURES, LABEL_SIZE, labelItems, labelWidth, pens, type ChartDesk } from './chart-desk.ts';
import { needsNought, numberWords } from './chart-scale.ts';
import { axisItems, fieldOf, labelBaseline, widestAxis, type Field } from './chart-up.ts';
import { circlePath } from './paths.ts';

/** White between two labels, and between a point and its value, em. */
const BETWEEN_LABELS: Em = 0.7;
const OVER_POINT: Em = 0.55;
/** Radius of points, and most points that have their values beside them. */
const POINT: Pt = 1.7;
const MOST_VALUES = 10;

/**
 * Which labels are printed over a width: all, or every second, third … counted back from the last, so that the newest is
 * among them.
 */
export function shownLabels(desk: ChartDesk, width: Pt): readonly number[] {
  const { labels } = desk.part;
  const last = labels.length - 1;
  const widths = labels.map((label) => labelWidth(label, desk));
  const field = width - widestAxis(desk, withNought(desk), width);
  const step = (field - 2 * insetOf(desk, field)) / Math.max(1, last);
  const white = BETWEEN_LABELS * LABEL_SIZE;
  for (let skip = 1; skip <= last; skip += 1) {
    const shown = labels.flatMap((_, index) => ((last - index) % skip === 0 ? [index] : []));
    const apart = shown.slice(1).every((index, at) => {
      const before = shown[at] ?? 0;
      return ((widths[before] ?? 0) + (widths[index] ?? 0)) / 2 + white <= (index - before) * step;
    });
    if (apart) return shown;
  }
  return last >= 0 ? [last] : [];
}

function withNought({ part }: ChartDesk): boolean {
  return needsNought(part.series.flatMap((row) => row.values.map(({ value }) => value)));
}

/** White beside the first and the last point, which have label and value over their middles, of a field so wide. */
function insetOf(desk: ChartDesk, width: Pt): Pt {
  const { labels, series } = desk.part;
  const values = series.length === 1 ? (series[0]?.values ?? []) : [];
  const figures = values.map(({ value }) => labelWidth(numberWords(value), desk));
  const widest = Math.max(0, ...labels.map((label) => labelWidth(label, desk)), ...figures);
  return Math.min(widest / 2, width / 3);
}

/** Lines from point to point; a single series of few points has its values at them. */
export function lineChartItems(desk: ChartDesk, plot: Rect): readonly DisplayItem[] {
  const { labels, series } = desk.part;
  const over = series.length === 1 ? (OVER_POINT + FIGURES) * LABEL_SIZE : 0;
  const field = fieldOf(desk, plot, { withNought: withNought(desk), over, under: 0 });
  const inset = insetOf(desk, field.width);
  const step = (field.width - 2 * inset) / (labels.length - 1);
  const x = (index: number): Pt => field.x + inset + index * step;
  const names = shownLabels(desk, plot.width).flatMap((index) => {
    const label = labels[index];
    const most = 2 * Math.min(x(index) - plot.x, plot.x + plot.width - x(index));
    return label
      ? labelItems(label, { x: x(index), y: labelBaseline(plot), align: 'centre', most }, desk)
      : [];
  });
  const strokes = pens(series.length, desk.accent);
  // The first series is drawn last, over the others.
  const lines = series
    .map((row, each): DisplayItem => {
      const points = row.values.map(({ value }, index) => ({ x: x(index), y: field.place(value) }));
      const stroke = strokes[each] ?? { weight: 1, colour: desk.accent.fill };
      return { kind: 'path', role: 'chart', segments: polyline(points), stroke: { ...stroke, round: false } };
    })
    .toReversed();
  const valued = valuesFit(desk, step);
  const points = pointItems(desk, field, { x, valued });
  return [...axisItems(field, plot, !valued, desk), ...lines, ...points, ...names];
}

function polyline(points: readonly { readonly x: Pt; readonly y: Pt }[]): readonly PathSegment[] {
  return points.map((point, index) => ({ kind: index === 0 ? 'move' : 'line', ...point }));
}

/** Whether every point of a single series has room for its value. */
function valuesFit(desk: ChartDesk, step: Pt): boolean {
  const { series } = desk.part;
  const words = series.flatMap((row) => row.values.map(({ value }) => numberWords(value)));
  const widest = Math.max(...words.map((word) => labelWidth(word, desk)));
  const room = step - BETWEEN_VALUES * LABEL_SIZE;
  return series.length === 1 && words.length <= MOST_VALUES && widest <= room;
}

/** White between two values, em. */
const BETWEEN_VALUES: Em = 0.4;

/** Points of a single series with their values over them, or of the last value only where they would touch. */
function pointItems(
  desk: ChartDesk,
  field: Field,
  { x, valued }: { readonly x: (index: number) => Pt; readonly valued: boolean },
): readonly DisplayItem[] {
  const { series } = desk.part;
  const only = series.length === 1 ? series[0] : undefined;
  if (!only) return [];
  const words = only.values.map(({ value }) => numberWords(value));
  const last = words.length - 1;
  return only.values.flatMap(({ value }, index) => {
    if (!valued && index !== last) return [];
    const y = field.place(value);
    const place = {
      x: x(index),
      y: y - OVER_POINT * LABEL_SIZE,
      align: 'centre',
      most: 2 * Math.min(x(index) - field.x, field.x + field.width - x(index)),
    } as const;
    return [
      {
        kind: 'path',
        role: 'chart',
        segments: circlePath(x(index), y, POINT),
        fill: PAPER,
        stroke: { weight: 1, colour: desk.accent.fill },
      } satisfies DisplayItem,
      ...labelItems(words[index] ?? '', place, desk),
    ];
  });
}
