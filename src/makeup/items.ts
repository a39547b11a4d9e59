import type { Colour } from '../base/colour.ts';
import type { Em, Pt } from '../base/units.ts';
import type { NameLine, TypeLine } from '../model/galley.ts';
import type { Align } from '../model/layout.ts';
import type { DisplayItem, ItemRole } from '../model/page.ts';

/** Where and how a set line is printed. `y` is the baseline; a line that runs down has its axis at `x`, its top at `y`. */
export interface LinePlace {
  readonly x: Pt;
  readonly y: Pt;
  readonly size: Pt;
  readonly colour: Colour;
  readonly role: ItemRole;
}

/** Depth of the em box of a Han face under its baseline (CLREQ: Han faces have none; the fonts put it at 0.12 em). */
const DESCENT: Em = 0.12;

/** Baseline of a line of `size` whose em box stands in the middle of a strip of `height` from `top`. */
export function centredBaseline(top: Pt, height: Pt, size: Pt): Pt {
  return top + (height + size) / 2 - DESCENT * size;
}

/** White in front of something narrower than its line by `slack`. */
export function indentOf(align: Align, slack: Pt): Pt {
  return align === 'centre' ? slack / 2 : align === 'end' ? slack : 0;
}

/** The items of a set line at its place; each run keeps the place where it was written. */
export function lineItems(line: TypeLine, { x, y, size, colour, role }: LinePlace): readonly DisplayItem[] {
  const runs = line.runs.map((run): DisplayItem => ({
    kind: 'glyphs',
    role,
    font: run.font,
    size: size * run.scale,
    colour,
    x: x + (run.across ?? 0) * size,
    y: y + run.dy * size,
    ...(run.stance && { stance: run.stance }),
    glyphs: run.glyphs.map(({ id, dx, dy, text }) => ({
      id,
      dx: dx * size,
      ...(dy !== undefined && { dy: dy * size }),
      text,
    })),
    ...(run.origin && { origin: run.origin }),
    ...(run.passage && { passage: run.passage }),
    ...(run.endsAtSpace && { endsAtSpace: run.endsAtSpace }),
  }));
  const dots = line.dots.map((dot): DisplayItem => ({
    kind: 'dot',
    role: 'decoration',
    fill: colour,
    x: x + dot.dx * size,
    y: y + dot.dy * size,
    radius: dot.radius * size,
  }));
  const names = line.names.map((name) => nameItem(name, { x, y, size, colour, role: 'decoration' }));
  return [...runs, ...names, ...dots];
}

/** The line of a name is a bar, that of a title a wave. */
function nameItem(name: NameLine, { x, y, size, colour, role }: LinePlace): DisplayItem {
  const { direction, amplitude } = name;
  const length = name.length * size;
  const weight = name.weight * size;
  const start = { x: x + name.dx * size, y: y + name.dy * size };
  if (amplitude > 0) {
    return {
      kind: 'wave',
      role,
      fill: colour,
      ...start,
      direction,
      length,
      amplitude: amplitude * size,
      weight,
    };
  }
  const bar =
    direction === 'vertical'
      ? { x: start.x - weight / 2, y: start.y, width: weight, height: length }
      : { x: start.x, y: start.y - weight / 2, width: length, height: weight };
  return { kind: 'rect', role, fill: colour, ...bar };
}
