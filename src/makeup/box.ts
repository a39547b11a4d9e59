import { BLACK, type Colour } from '../base/colour.ts';
import type { Rect } from '../base/geometry.ts';
import { TOLERANCE, type Em, type Pt } from '../base/units.ts';
import type { Composer, TypeLine } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Design } from '../model/layout.ts';
import type { DisplayItem } from '../model/page.ts';
import type { PlannedBlock } from '../model/plan.ts';
import { cheapest } from './cheapest.ts';
import { COSTS } from './costs.ts';
import { lineItems } from './items.ts';

/** The text of a vertical block, set in a frame that takes whole body lines of one column and cannot be parted. */
export interface BoxSet {
  /** Lines that run down, in reading order: the first stands at the right. */
  readonly lines: readonly TypeLine[];
  /** Length of every full line. */
  readonly length: Em;
  /** Whole body lines that it takes. */
  readonly height: number;
  readonly cost: number;
}

/** White between the frame and the text: at the sides, and at least at head and foot. */
const SIDE: Em = 0.55;
const HEAD: Em = 0.75;
/** Distance of the axes of lines next to each other (house: a little more than in horizontal text of this measure). */
const PITCH = { least: 1.42, natural: 1.6, most: 1.95 } as const;
/** Shortest and longest lines that are tried. */
const LENGTHS = { least: 6, most: 80 } as const;
/** Share of its characters that a text takes at the least in em: pairs of digits and marks stand in one. */
const DENSEST = 0.7;

/** The ways in which a text fills a box over one column: the flatter ones have more lines, closer together. */
export function boxSets(
  texts: readonly Text[],
  measure: number,
  design: Design,
  composer: Composer,
): readonly BoxSet[] {
  const width = measure - 2 * SIDE;
  const most = Math.floor(width / PITCH.least + TOLERANCE);
  const sets: BoxSet[] = [];
  const characters = texts.reduce((sum, text) => sum + text.characters.length, 0);
  const shortest = Math.max(LENGTHS.least, Math.floor((DENSEST * characters) / Math.max(1, most)));
  for (let length = shortest; length <= LENGTHS.most; length += 1) {
    const lines = texts.flatMap((text) => linesOf(text, length, design, composer));
    if (lines.length > most) continue;
    const pitch = width / lines.length;
    const height = heightOf(length, design);
    const last = sets.at(-1);
    if (pitch > PITCH.most && last) break;
    if (last?.height !== height) sets.push({ lines, length, height, cost: costOf(pitch, sets, lines) });
  }
  return sets;
}

function linesOf(text: Text, length: Em, design: Design, composer: Composer): readonly TypeLine[] {
  const { faces, text: setting } = design;
  const style = { plain: faces.body, strong: faces.strong, setting, direction: 'vertical' } as const;
  return cheapest(composer.paragraph(text, style, [{ measure: length, lines: Infinity }])).lines;
}

/** Whole body lines that hold lines of this length between the white at head and foot. */
function heightOf(length: Em, { size, leading }: Design): number {
  const outer = (length + 2 * HEAD) * size + (leading - size);
  return Math.ceil(outer / leading - TOLERANCE);
}

/** Pitches near the natural one are best; of boxes of so many lines the lower one leaves less empty. */
function costOf(pitch: Em, sets: readonly BoxSet[], lines: readonly TypeLine[]): number {
  const range = pitch < PITCH.natural ? PITCH.natural - PITCH.least : PITCH.most - PITCH.natural;
  const higher = sets.filter((set) => set.lines.length === lines.length).length;
  return COSTS.boxPitch * ((pitch - PITCH.natural) / range) ** 2 + COSTS.boxLine * higher;
}

/** Weights of the frame, outside and inside, and the white between them, points. */
const FRAME = { outer: 1.2, inner: 0.35, between: 2 } as const;
/** Weight of the lines between the lines of text, points. */
const HAIRLINE: Pt = 0.25;

/** The frame and the lines in it; `top` is the top of its first body line. */
export function boxItems(
  set: BoxSet,
  { x, width, top }: { readonly x: Pt; readonly width: Pt; readonly top: Pt },
  { theme }: PlannedBlock,
  design: Design,
): readonly DisplayItem[] {
  const { size, leading } = design;
  const white = (leading - size) / 2;
  const box: Rect = { x, y: top + white, width, height: set.height * leading - 2 * white };
  const start = box.y + (box.height - set.length * size) / 2;
  const pitch = (width - 2 * SIDE * size) / set.lines.length;
  const right = x + width - SIDE * size;
  const inset = FRAME.outer + FRAME.between;
  return [
    ...frameItems(box, FRAME.outer, theme.fill),
    ...frameItems(shrunk(box, inset), FRAME.inner, BLACK),
    ...set.lines.flatMap((line, index) => {
      const axis = right - (index + 0.5) * pitch;
      return lineItems(line, { x: axis, y: start, size, colour: BLACK, role: 'body' });
    }),
    ...set.lines.slice(1).map((_, index): DisplayItem => {
      const y = box.y + inset;
      const height = box.height - 2 * inset;
      const middle = right - (index + 1) * pitch - HAIRLINE / 2;
      return { kind: 'rect', role: 'decoration', fill: PALE, x: middle, y, width: HAIRLINE, height };
    }),
  ];
}

const PALE: Colour = { c: 0, m: 0, y: 0, k: 35 };

function shrunk({ x, y, width, height }: Rect, by: Pt): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** Four lines inside the edges of a box. */
function frameItems({ x, y, width, height }: Rect, weight: Pt, fill: Colour): readonly DisplayItem[] {
  const line = { kind: 'rect', role: 'decoration', fill } as const;
  return [
    { ...line, x, y, width, height: weight },
    { ...line, x, y: y + height - weight, width, height: weight },
    { ...line, x, y: y + weight, width: weight, height: height - 2 * weight },
    { ...line, x: x + width - weight, y: y + weight, width: weight, height: height - 2 * weight },
  ];
}
