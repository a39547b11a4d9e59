import { isBlack, type Colour } from '../../base/colour.ts';
import { TOLERANCE, type Em, type Pt } from '../../base/units.ts';
import type { Composer, ParagraphStyle, TypeLine } from '../../model/galley.ts';
import type { FontRole } from '../../model/face.ts';
import type { InlineMark, Text } from '../../model/issue.ts';
import type { Theme } from '../../model/layout.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem, ItemRole } from '../../model/page.ts';
import type { Setting } from '../../model/setting.ts';
import { cheapest } from '../cheapest.ts';
import { centredBaseline, lineItems, type LinePlace } from '../items.ts';

/** Where a part of a story stands: whole body lines from `y`, the top of the first. */
export interface PartPlace {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  /** Body lines that it has; never fewer than its measuring function asked for. */
  readonly lines: number;
  /** The colour of the page. */
  readonly accent: Theme;
}

/** Baseline of body line `line` of a place: every baseline of the page's grid is one of these. */
export function gridBaseline({ y }: Pick<PartPlace, 'y'>, line: number, design: NewsDesign): Pt {
  return centredBaseline(y + line * design.leading, design.leading, design.size);
}

/** Body lines that hold a height. */
export function linesFor(height: Pt, { leading }: NewsDesign): number {
  return Math.ceil(height / leading - TOLERANCE / leading);
}

/** Least weight of a rule in black, and of one in a colour (the register of newsprint is half a millimetre), points. */
export const LEAST_WEIGHT = { black: 0.25, colour: 1 } as const;

/** A weight, or the least that prints in its colour. */
export function printableWeight(weight: Pt, colour: Colour): Pt {
  return Math.max(weight, isBlack(colour) ? LEAST_WEIGHT.black : LEAST_WEIGHT.colour);
}

/** A horizontal bar whose middle is at `y`. */
export function ruleItem(
  { x, y, width }: { readonly x: Pt; readonly y: Pt; readonly width: Pt },
  weight: Pt,
  fill: Colour,
  role: ItemRole = 'decoration',
): DisplayItem {
  const height = printableWeight(weight, fill);
  return { kind: 'rect', role, fill, x, y: y - height / 2, width, height };
}

/** The characters from `start` to `end` as a text of their own, with their places in the file. */
export function partOf(text: Text, start: number, end: number): Text {
  const clip = (mark: InlineMark): readonly InlineMark[] =>
    mark.start < end && mark.end >= start && (mark.end > start || mark.kind === 'turn')
      ? [{ ...mark, start: Math.max(0, mark.start - start), end: Math.min(mark.end, end) - start }]
      : [];
  const { file } = text.range;
  const from = text.offsets[start] ?? text.range.start;
  const last = text.offsets[end - 1];
  return {
    characters: text.characters.slice(start, end),
    offsets: text.offsets.slice(start, end),
    marks: text.marks.flatMap(clip),
    range: { file, start: from, end: last === undefined ? text.range.end : last + 1 },
  };
}

/** Text of a part without an indent: `justify` for columns of text, `start` for cells and points. */
export function partStyle(
  face: FontRole,
  align: Setting['align'],
  { text, faces }: NewsDesign,
): ParagraphStyle {
  return { plain: face, strong: faces.strong, setting: { ...text, indent: 0, align } };
}

/** The best lines of a text at one measure, in em of the size it is printed at. */
export function linesOf(
  text: Text,
  style: ParagraphStyle,
  measure: Em,
  composer: Composer,
): readonly TypeLine[] {
  return cheapest(composer.paragraph(text, style, [{ measure, lines: Infinity }])).lines;
}

/** Width by which the widest line is over its measure, em; 0 when all go in. */
export function overOf(lines: readonly TypeLine[]): Em {
  return lines.reduce((most, { over }) => Math.max(most, over), 0);
}

/** A line with the words that the engine sets in front of it; `x` in em from the left edge. */
export interface RunInLine {
  readonly line: TypeLine;
  readonly x: Em;
  readonly label?: { readonly line: TypeLine; readonly x: Em };
}

/** A text whose first line begins with words of the engine: `start` em in, and `after` em of white behind them. */
export function runIn(
  text: Text,
  label: { readonly words: string; readonly face: FontRole; readonly start: Em; readonly after: Em },
  { style, measure }: { readonly style: ParagraphStyle; readonly measure: Em },
  composer: Composer,
): readonly RunInLine[] {
  const line = label.words === '' ? undefined : composer.line(label.words, label.face);
  const start = label.start + (line ? line.width + label.after : 0);
  const shape = [
    { measure: Math.max(1, measure - start), lines: 1 },
    { measure, lines: Infinity },
  ];
  return cheapest(composer.paragraph(text, style, shape)).lines.map((each, row) => ({
    line: each,
    x: row === 0 ? start : 0,
    ...(row === 0 && line && { label: { line, x: label.start } }),
  }));
}

/** The items of such a line, its left edge at `x`. */
export function runInItems({ line, x, label }: RunInLine, place: LinePlace): readonly DisplayItem[] {
  const at = (dx: Em): LinePlace => ({ ...place, x: place.x + dx * place.size });
  return [...(label ? lineItems(label.line, at(label.x)) : []), ...lineItems(line, at(x))];
}

/** The em box of a Han face over and under its baseline. */
export const HAN_ASCENT: Em = 0.88;
export const HAN_DESCENT: Em = 0.12;
/** Middle of Han characters over the baseline. */
export const HAN_MIDDLE: Em = 0.38;
