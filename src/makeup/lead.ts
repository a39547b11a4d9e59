import { BLACK, type Colour } from '../base/colour.ts';
import type { Pt } from '../base/units.ts';
import type { Design, FrameRule } from '../model/layout.ts';
import type { DisplayItem } from '../model/page.ts';
import type { PagePlan } from '../model/plan.ts';
import { phraseItems } from './byline.ts';
import type { LeadPiece } from './heads.ts';
import { centredBaseline, indentOf, lineItems } from './items.ts';

/** Weights of the rules over and under a framed text, points; coloured ones are 1 pt or more. */
const FRAMES: Readonly<Record<FrameRule, { readonly over: Pt; readonly under: Pt }>> = {
  none: { over: 0, under: 0 },
  thin: { over: 0.5, under: 0.5 },
  thick: { over: 2, under: 2 },
  'thick-thin': { over: 2.2, under: 1 },
  'thin-thick': { over: 1, under: 2.2 },
  double: { over: 1, under: 1 },
};

/** The lead in its box: tint, rules over and under it, columns of text, the byline at its foot. */
export function leadItems(piece: LeadPiece, y: Pt, plan: PagePlan, design: Design): readonly DisplayItem[] {
  const top = y + design.lead.padding.down;
  return [
    ...frameItems(piece, y, plan.accent.fill, design),
    ...piece.lines.flatMap(({ line }, index) => {
      const x = design.grid.left + (piece.columns[Math.floor(index / piece.rows)] ?? 0);
      const baseline = rowBaseline(top, index % piece.rows, piece);
      return lineItems(line, { x, y: baseline, size: piece.size, colour: BLACK, role: 'lead' });
    }),
    ...bylineItems(piece, top, design),
  ];
}

function rowBaseline(top: Pt, row: number, { leading, size }: LeadPiece): Pt {
  return centredBaseline(top + row * leading, leading, size);
}

function frameItems(
  { height }: LeadPiece,
  y: Pt,
  colour: Colour,
  { grid, lead }: Design,
): readonly DisplayItem[] {
  const { over, under } = FRAMES[lead.frame.rule];
  const box = { x: grid.left, width: grid.width };
  const bar = (top: Pt, weight: Pt, fill: Colour): DisplayItem[] =>
    weight > 0 ? [{ kind: 'rect', role: 'decoration', fill, ...box, y: top, height: weight }] : [];
  return [
    ...(lead.frame.tint ? bar(y, height, lead.frame.tint) : []),
    ...bar(y, over, colour),
    ...bar(y + height - under, under, colour),
  ];
}

function bylineItems(piece: LeadPiece, top: Pt, design: Design): readonly DisplayItem[] {
  if (!piece.byline) return [];
  const { set, row } = piece.byline;
  const column = piece.columns.at(-1) ?? 0;
  const x = design.grid.left + column + indentOf(design.byline.align, piece.measure - set.width);
  const baseline = rowBaseline(top, row, piece);
  return phraseItems(set.phrases, { x, y: baseline, role: 'byline' });
}
