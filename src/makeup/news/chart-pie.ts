import { BLACK, PAPER, type Colour } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { TypeLine } from '../../model/galley.ts';
import type { Elastic, Theme } from '../../model/layout.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { ChartPart } from '../../model/story.ts';
import { lineItems } from '../items.ts';
import {
  block,
  fills,
  LABEL_LEADING,
  LABEL_SIZE,
  labelItems,
  labelWidth,
  shape,
  type ChartDesk,
} from './chart-desk.ts';
import { numberWords } from './chart-scale.ts';
import { HAN_ASCENT, HAN_MIDDLE, linesOf, partStyle } from './part.ts';
import { circlePath, pointAt, slicePath, type Circle } from './paths.ts';
import { roughWidth } from './rough.ts';

/** Width from which the key stands beside the circle; in narrower charts it stands under it. */
const BESIDE: Pt = 200;
/** Diameters of the circle as shares of the width beside a key and over one. */
const DIAMETER_BESIDE: Elastic = { least: 0.3, natural: 0.38, most: 0.46 };
const DIAMETER_OVER: Elastic = { least: 0.55, natural: 0.72, most: 0.9 };
/** Diameters that a wide chart does not go beyond, points. */
const DIAMETER: Elastic = { least: 80, natural: 110, most: 150 };
/** Baseline to baseline of the key, its block of colour and the white after it, em of labels. */
const KEY_LEADING: Em = 1.5;
const BLOCK: Em = 0.8;
const AFTER_BLOCK: Em = 0.55;
const BEFORE_VALUE: Em = 0.8;
/** White between circle and key, em. */
const BETWEEN: Em = 1.6;
/** White line between slices: what is reversed needs a point. */
const CUT: Pt = 1;
/** The first slice begins at the top. */
const TOP = -Math.PI / 2;

/** Height of a pie and its key over a width, points. */
export function pieHeight({ labels }: ChartPart, width: Pt): Elastic {
  const beside = width >= BESIDE;
  const room = (beside ? width * (1 - DIAMETER_BESIDE.natural) : width) - ROUGH_VALUE * LABEL_SIZE;
  const lines = labels.reduce(
    (sum, label) => sum + Math.max(1, Math.ceil((roughWidth(label) * LABEL_SIZE * 1.1) / Math.max(1, room))),
    0,
  );
  const key = (lines * LABEL_LEADING + labels.length * (KEY_LEADING - LABEL_LEADING)) * LABEL_SIZE;
  const height = (share: keyof Elastic): Pt =>
    beside
      ? Math.max(key, Math.min(DIAMETER[share], width * DIAMETER_BESIDE[share]))
      : key + BETWEEN * LABEL_SIZE + Math.min(DIAMETER[share], width * DIAMETER_OVER[share]);
  return { least: height('least'), natural: height('natural'), most: height('most') };
}

/** What block and value take of a line of the key, em. */
const ROUGH_VALUE: Em = 6;

/** A circle cut into slices in the order of the copy, clockwise from the top, and a key with every label and value. */
export function pieItems(desk: ChartDesk, plot: Rect): readonly DisplayItem[] {
  const values = desk.part.series[0]?.values.map(({ value }) => value) ?? [];
  const inks = sliceInks(values, desk.accent);
  const beside = plot.width >= BESIDE;
  const white = BETWEEN * LABEL_SIZE;
  const share = beside ? DIAMETER_BESIDE.most : DIAMETER_OVER.most;
  const most = Math.min(DIAMETER.most, share * plot.width);
  const guess = beside ? plot.width - Math.min(most, plot.height) - white : plot.width;
  const key = setKey(desk, guess, beside);
  const room = beside ? plot.height : plot.height - key.height - white;
  const diameter = Math.max(1, Math.min(most, room));
  const whole = beside ? diameter + white + key.width : 0;
  const left = beside ? plot.x + (plot.width - whole) / 2 : plot.x + (plot.width - diameter) / 2;
  const top = beside ? plot.y + (plot.height - diameter) / 2 : plot.y + (room - diameter) / 2;
  const circle = { x: left + diameter / 2, y: top + diameter / 2, radius: diameter / 2 };
  const keyPlace = beside
    ? { x: left + diameter + white, y: plot.y + (plot.height - key.height) / 2 }
    : { x: plot.x, y: plot.y + plot.height - key.height };
  return [...slices(values, inks, circle), ...keyItems(key, keyPlace, inks, desk)];
}

/** The accent for the largest slice, the tints from dark to light for the others by size. */
function sliceInks(values: readonly number[], accent: Theme): readonly Colour[] {
  const order = values
    .map((_, index) => index)
    .toSorted((one, other) => (values[other] ?? 0) - (values[one] ?? 0));
  const all = fills(values.length, accent);
  return values.map((_, index) => all[order.indexOf(index)] ?? accent.fill);
}

function slices(values: readonly number[], inks: readonly Colour[], circle: Circle): readonly DisplayItem[] {
  const sum = values.reduce((total, value) => total + value, 0);
  let angle = TOP;
  const parts = values.map((value, index) => {
    const from = angle;
    angle += (value / sum) * 2 * Math.PI;
    return { from, to: angle, value, ink: inks[index] ?? BLACK };
  });
  const shown = parts.filter(({ value }) => value > 0);
  if (shown.length === 1)
    return shown.map(({ ink }) => shape(circlePath(circle.x, circle.y, circle.radius), ink));
  const cuts = shown.map(({ from }): DisplayItem => {
    const segments = [
      { kind: 'move', x: circle.x, y: circle.y },
      { kind: 'line', ...pointAt(circle, from) },
    ] as const;
    return { kind: 'path', role: 'chart', segments, stroke: { weight: CUT, colour: PAPER } };
  });
  return [...shown.map(({ from, to, ink }) => shape(slicePath(circle, from, to), ink)), ...cuts];
}

interface Key {
  readonly labels: readonly (readonly TypeLine[])[];
  readonly values: readonly string[];
  readonly width: Pt;
  readonly height: Pt;
}

function setKey(desk: ChartDesk, room: Pt, beside: boolean): Key {
  const { part, composer, design } = desk;
  const values = part.series[0]?.values.map(({ value }) => numberWords(value)) ?? [];
  const widest = Math.max(0, ...values.map((value) => labelWidth(value, desk)));
  const around = (BLOCK + AFTER_BLOCK + BEFORE_VALUE) * LABEL_SIZE + widest;
  const style = partStyle(design.styles.table.face, 'start', design);
  const natural = Math.max(0, ...part.labels.map((label) => labelWidth(label, desk))) + 0.01;
  const words = Math.max(LABEL_SIZE, Math.min(natural, room - around));
  const labels = part.labels.map((label) => linesOf(label, style, words / LABEL_SIZE, composer));
  const lines = labels.reduce((sum, label) => sum + label.length, 0);
  const height = (lines * LABEL_LEADING + labels.length * (KEY_LEADING - LABEL_LEADING)) * LABEL_SIZE;
  // Under the circle the values stand at the right edge of the column.
  return { labels, values, width: beside ? Math.min(room, words + around) : room, height };
}

function keyItems(
  key: Key,
  { x, y }: { readonly x: Pt; readonly y: Pt },
  inks: readonly Colour[],
  desk: ChartDesk,
): readonly DisplayItem[] {
  let top = y;
  return key.labels.flatMap((lines, index) => {
    const first = top + ((KEY_LEADING - 1) / 2 + HAN_ASCENT) * LABEL_SIZE;
    top += (lines.length * LABEL_LEADING + (KEY_LEADING - LABEL_LEADING)) * LABEL_SIZE;
    const side = BLOCK * LABEL_SIZE;
    const square = { x, y: first - HAN_MIDDLE * LABEL_SIZE - side / 2, width: side, height: side };
    const words = {
      x: x + (BLOCK + AFTER_BLOCK) * LABEL_SIZE,
      size: LABEL_SIZE,
      colour: BLACK,
      role: 'chart',
    } as const;
    return [
      block(square, inks[index] ?? BLACK),
      ...lines.flatMap((line, row) =>
        lineItems(line, { ...words, y: first + row * LABEL_LEADING * LABEL_SIZE }),
      ),
      ...labelItems(key.values[index] ?? '', { x: x + key.width, y: first, align: 'end' }, desk),
    ];
  });
}
