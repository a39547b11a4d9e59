import type { Em } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
import type { Direction } from '../model/direction.ts';
import type { FontRole } from '../model/face.ts';
import type { Measures, SetVariant, TypeLine } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Setting } from '../model/setting.ts';
import { breakItems } from './breaks.ts';
import { divided } from './divide.ts';
import { itemsOf } from './items.ts';
import type { Items } from './items.ts';
import { placeLine } from './place.ts';
import type { PlacedText } from './place.ts';
import { annotate } from './ruby.ts';
import type { BreakSet } from './search.ts';
import { settler } from './settle.ts';
import { signsOf } from './signs.ts';
import { verticalSigns } from './vertical.ts';

/** A paragraph to be set: its copy, the faces of plain and strong text, and the rules. */
export interface Paragraph {
  readonly text: Text;
  readonly roles: { readonly plain: FontRole; readonly strong: FontRole };
  readonly setting: Setting;
  /** Horizontal when absent. */
  readonly direction?: Direction;
}

/** A paragraph shaped and itemised, ready to be set at any measure. Widths are em, so it serves all type sizes. */
export interface PreparedParagraph extends PlacedText {
  readonly text: Text;
  readonly items: Items;
  readonly setting: Setting;
}

/** Shapes and itemises a paragraph once, to be set at several measures. Reports nothing; see coverage.ts for faces. */
export function prepareParagraph(
  { text, roles, setting, direction = 'horizontal' }: Paragraph,
  fonts: FontBook,
): PreparedParagraph {
  const source = { kind: 'fonts', fonts, ...roles } as const;
  const across = signsOf(text.characters, text.marks, source, setting);
  const plain =
    direction === 'vertical'
      ? verticalSigns(across, fonts, setting.tracking)
      : divided(across, source, setting);
  const { signs, rubies } = annotate(plain, text.marks, source, { ...setting, direction });
  return { text, signs, rubies, direction, items: itemsOf(signs, setting), setting };
}

/**
 * Sets a prepared paragraph at a measure for each line: the variants by ascending number of lines – the best one and, where
 * they keep the limits of costs.ts, those of one line fewer and more; for `first-fit` one. Reports nothing.
 */
export function setPrepared(prepared: PreparedParagraph, measures: Measures): readonly SetVariant[] {
  const { items, setting } = prepared;
  if (items.count === 0) return [{ lines: [], cost: 0, loosest: 0 }];
  const place = linePlacer(prepared, measures);
  const problem = { items, setting, measures, indent: setting.indent, endsParagraph: true };
  return breakItems(problem).map((set) => variantOf(set, place));
}

/** What a line may hold beyond its measure: a hung mark, and the space behind its last sign. */
const BEYOND: Em = 3;

/** Lines that the paragraph takes at least, were every line full and all its blanks gone. */
export function leastLines({ items, setting }: PreparedParagraph, measure: Em): number {
  if (items.count === 0) return 0;
  const widthAt = (sign: number): Em => (items.position[sign] ?? 0) - (items.shrinkAll[sign] ?? 0);
  let widest = 0;
  let start = 0;
  for (let at = 1; at <= items.count; at += 1) {
    if ((items.penalty[at] ?? 0) === Infinity) continue;
    widest = Math.max(widest, widthAt(at) - widthAt(start));
    start = at;
  }
  // What cannot be broken runs over its line, which then holds more than its measure.
  const runsOver = widest > measure - setting.indent;
  return runsOver ? 1 : Math.ceil(widthAt(items.count) / (measure + BEYOND));
}

type LinePlacer = (from: number, to: number, line: number) => TypeLine;

/** Lines by their breaks; variants share the lines that they have in common. */
function linePlacer(prepared: PreparedParagraph, measures: Measures): LinePlacer {
  const { items, setting } = prepared;
  const settleLine = settler(items, setting);
  const known = new Map<string, TypeLine>();
  return (from, to, line) => {
    const measure = measures(line);
    const key = `${from} ${to} ${measure}`;
    const first = from === 0;
    const place = { measure, indent: first ? setting.indent : 0, first, last: to === items.count };
    const placed = known.get(key) ?? placeLine(prepared, settleLine(from, to, place), [from, to], measure);
    known.set(key, placed);
    return placed;
  };
}

function variantOf({ breaks, cost }: BreakSet, place: LinePlacer): SetVariant {
  const lines = breaks.map((to, line) => place(breaks[line - 1] ?? 0, to, line));
  return { lines, cost, loosest: lines.reduce((most, line) => Math.max(most, line.gap), 0) };
}
