import type { Rect } from '../../base/geometry.ts';
import { TOLERANCE, type Em, type Pt } from '../../base/units.ts';
import type { TypeLine } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Elastic } from '../../model/layout.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { ChartPart } from '../../model/story.ts';
import { BLACK } from '../../base/colour.ts';
import { lineItems } from '../items.ts';
import {
  AXIS,
  bar,
  block,
  fills,
  FIGURES,
  LABEL_LEADING,
  LABEL_SIZE,
  labelItems,
  labelWidth,
  type ChartDesk,
} from './chart-desk.ts';
import { numberWords } from './chart-scale.ts';
import { HAN_ASCENT, HAN_MIDDLE, linesOf, partStyle } from './part.ts';
import { roughWidth } from './rough.ts';

/** Heights of a bar and of the white between the bars of two labels, points. */
const BAR: Elastic = { least: 6.2, natural: 7.5, most: 11 };
const WHITE: Elastic = { least: 4.8, natural: 6, most: 10 };
/** Share of the width up to which labels stand beside their bars; wider ones stand over them. */
const BESIDE = 0.4;
/** White between label and axis, and between bar and value, em. */
const AFTER_LABEL: Em = 0.7;
const BEFORE_VALUE: Em = 0.4;
/** Shares of the plot that values may take when they stand at one side, and at either of two. */
const MOST_FOR_VALUES = { one: 0.6, two: 0.35 } as const;

/** Height of lying bars over a width, points. */
export function acrossHeight({ labels, series }: ChartPart, width: Pt): Elastic {
  const bars = Math.max(1, series.length);
  const widths = labels.map((label) => roughWidth(label) * LABEL_SIZE);
  const over = standsOver(labels, width);
  const lines = widths.map((each) => Math.max(1, Math.ceil((each * ROUGHNESS) / width)));
  const words = over ? lines.reduce((sum, count) => sum + heightOver(count), 0) : 0;
  const height = (share: keyof Elastic): Pt => {
    const pitch = bars * BAR[share] + WHITE[share];
    return words + labels.length * (over ? pitch : Math.max(pitch, LABEL_LEADING * LABEL_SIZE));
  };
  return { least: height('least'), natural: height('natural'), most: height('most') };
}

/** Height of a label of so many lines over its bars with the white under it, points. */
function heightOver(lines: number): Pt {
  return ((lines - 1) * LABEL_LEADING + 1 + OVER_BARS) * LABEL_SIZE;
}

/** White between a label and the bars under it, em. */
const OVER_BARS: Em = 0.3;

/** What turns add to the lines of a label. */
const ROUGHNESS = 1.1;

/** Whether labels stand over their bars: told from their characters, so that measuring and drawing agree. */
function standsOver(labels: readonly Text[], width: Pt): boolean {
  return Math.max(0, ...labels.map(roughWidth)) * LABEL_SIZE > width * BESIDE;
}

/** Lying bars from one axis, a row a label in the order of the copy, each with its value at its end. */
export function acrossItems(desk: ChartDesk, plot: Rect): readonly DisplayItem[] {
  const { labels, series } = desk.part;
  const over = standsOver(labels, plot.width);
  const field = fieldOf(desk, plot, over);
  const set = labels.map((label) =>
    linesOf(
      label,
      partStyle(desk.design.styles.table.face, 'start', desk.design),
      field.words / LABEL_SIZE + TOLERANCE,
      desk.composer,
    ),
  );
  const words = set.map((lines) => (over ? heightOver(lines.length) : 0));
  const left = plot.height - words.reduce((sum, height) => sum + height, 0);
  const pitch = left / Math.max(1, labels.length);
  let y = plot.y;
  const rows = set.map((lines, index) => {
    const top = y;
    y += pitch + (words[index] ?? 0);
    return { lines, top, bars: top + (words[index] ?? 0), index };
  });
  // Labels over bars part the axis into one piece a row.
  const white = (pitch * WHITE.natural) / (series.length * BAR.natural + WHITE.natural) / 2;
  const axes = over
    ? rows.map(({ bars }) => ({ y: bars - white / 2, height: pitch - white }))
    : [{ y: plot.y, height: plot.height }];
  return [
    ...rows.flatMap((row) => [
      ...labelOf(row, { plot, pitch, over, axis: field }),
      ...series.flatMap((_, each) => barOf(row, each, { field, pitch, over }, desk)),
    ]),
    ...axes.map((piece) => bar({ ...piece, x: field.nought - AXIS / 2, width: AXIS })),
  ];
}

/** How values become places: those at the nought of the axis and how long one unit is. */
interface Field {
  /** Width of the labels. */
  readonly words: Pt;
  readonly left: Pt;
  readonly right: Pt;
  readonly nought: Pt;
  readonly unit: Pt;
}

function fieldOf(desk: ChartDesk, plot: Rect, over: boolean): Field {
  const { labels, series } = desk.part;
  const values = series.flatMap((row) => row.values.map(({ value }) => value));
  const words = over ? plot.width : Math.max(0, ...labels.map((label) => labelWidth(label, desk)));
  const left = plot.x + (over || words === 0 ? AXIS / 2 : words + AFTER_LABEL * LABEL_SIZE);
  const room = plot.x + plot.width - left;
  const bothSides = values.some((value) => value < 0) && values.some((value) => value >= 0);
  const most = MOST_FOR_VALUES[bothSides ? 'two' : 'one'];
  const white = (chosen: readonly number[]): Pt => {
    if (chosen.length === 0) return AXIS / 2;
    const widest = Math.max(...chosen.map((value) => labelWidth(numberWords(value), desk)));
    return Math.min(widest + BEFORE_VALUE * LABEL_SIZE, room * most);
  };
  const before = white(values.filter((value) => value < 0));
  const after = white(values.filter((value) => value >= 0));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const unit = high > low ? (room - before - after) / (high - low) : 0;
  return { words, left, right: plot.x + plot.width, nought: left + before - low * unit, unit };
}

interface LabelRow {
  readonly lines: readonly TypeLine[];
  readonly top: Pt;
  readonly bars: Pt;
  readonly index: number;
}

/** A label beside the middle of its bars, right against the axis, or over them from the left edge. */
function labelOf(
  { lines, top }: LabelRow,
  {
    plot,
    pitch,
    over,
    axis,
  }: { readonly plot: Rect; readonly pitch: Pt; readonly over: boolean; readonly axis: Field },
): readonly DisplayItem[] {
  const middle = top + pitch / 2 + HAN_MIDDLE * LABEL_SIZE;
  return lines.flatMap((line, row) => {
    const slack = over ? 0 : axis.words - line.width * LABEL_SIZE;
    const first = over ? top + HAN_ASCENT * LABEL_SIZE : middle;
    const y = first + row * LABEL_LEADING * LABEL_SIZE;
    return lineItems(line, { x: plot.x + slack, y, size: LABEL_SIZE, colour: BLACK, role: 'chart' });
  });
}

function barOf(
  row: LabelRow,
  each: number,
  { field, pitch, over }: { readonly field: Field; readonly pitch: Pt; readonly over: boolean },
  desk: ChartDesk,
): readonly DisplayItem[] {
  const { part, accent } = desk;
  const value = part.series[each]?.values[row.index]?.value ?? 0;
  const count = part.series.length;
  const share = count * BAR.natural + WHITE.natural;
  const height = (pitch * BAR.natural) / share;
  // Over its bars a label stands close to them: their white is all below.
  const above = over ? 0 : (pitch * WHITE.natural) / share / 2;
  const y = row.bars + above + each * height;
  const length = Math.abs(value) * field.unit;
  const x = value < 0 ? field.nought - length : field.nought;
  const fill = fills(count, accent)[each] ?? accent.fill;
  const baseline = y + height / 2 + (FIGURES / 2) * LABEL_SIZE;
  const white = BEFORE_VALUE * LABEL_SIZE;
  const end = value < 0 ? x - white : x + length + white;
  const most = Math.max(1, value < 0 ? end - field.left : field.right - end);
  const align = value < 0 ? 'end' : 'start';
  return [
    ...(length > 0 ? [block({ x, y, width: length, height }, fill)] : []),
    ...labelItems(numberWords(value), { x: end, y: baseline, align, most }, desk),
  ];
}
