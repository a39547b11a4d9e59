import { BLACK } from '../base/colour.ts';
import type { Pt } from '../base/units.ts';
import type { Composer } from '../model/galley.ts';
import type { Elastic, FlowColumn } from '../model/layout.ts';
import type { DisplayItem, OutlineEntry } from '../model/page.ts';
import type { PagePlan } from '../model/plan.ts';
import { boxItems } from './box.ts';
import { phraseItems } from './byline.ts';
import { strain, type Fit } from './fit.ts';
import { folioItems } from './folio.ts';
import type { BylinePiece, HeadPiece, HeadingPiece } from './heads.ts';
import { leadItems } from './lead.ts';
import { centredBaseline, indentOf, lineItems } from './items.ts';
import type { Placement } from './pour-model.ts';
import { titleItems, titleSize, type TitleRoom } from './title.ts';
import { verticalHeadItems } from './vertical-head-items.ts';

/** What stands on the page, in reading order. */
export interface Placed {
  readonly items: readonly DisplayItem[];
  readonly outline: readonly OutlineEntry[];
}

/** Turns the integers of a fit into items at their places: folio, heads, blocks, then the lines between columns. */
export function placePage(plan: PagePlan, fit: Fit, composer: Composer): Placed {
  const heads = placeHeads(plan, fit, composer);
  const size = titleSize(titlesOf(plan, fit), fit.design, composer);
  const blocks = fit.pour.placements.map((placement) => placeBlock(placement, size, { plan, fit, composer }));
  return {
    items: [...heads.items, ...blocks.flatMap(({ items }) => items), ...columnRules(fit)],
    outline: [...heads.outline, ...blocks.flatMap(({ outline }) => outline)],
  };
}

function placeHeads(plan: PagePlan, fit: Fit, composer: Composer): Placed {
  const { design, heads, headLines } = fit;
  const used = strain(headLines * design.leading - heads.ink, heads.white);
  const items: DisplayItem[] = [];
  const outline: OutlineEntry[] = [];
  let y = design.grid.top;
  for (const piece of heads.pieces) {
    y += strained(piece.above, used);
    items.push(...headItems(piece, y, { plan, fit, composer }));
    if (piece.kind === 'vertical-head') {
      outline.push({ text: plan.headline.characters, level: 1, y });
    }
    if (piece.kind === 'headline') outline.push({ text: piece.text.characters, level: 1, y });
    y += piece.height;
  }
  return { items, outline };
}

/** An elastic length pulled or pressed by a share of its allowance. */
function strained({ least, natural, most }: Elastic, share: number): number {
  return natural + share * (share < 0 ? natural - least : most - natural);
}

interface Job {
  readonly plan: PagePlan;
  readonly fit: Fit;
  readonly composer: Composer;
}

function headItems(piece: HeadPiece, y: Pt, { plan, fit, composer }: Job): readonly DisplayItem[] {
  switch (piece.kind) {
    case 'folio':
      return fit.design.folio ? folioItems(plan, fit.design, fit.design.folio, composer) : [];
    case 'kicker':
    case 'headline':
    case 'deck':
      return headingItems(piece, y, plan, fit);
    case 'lead':
      return leadItems(piece, y, plan, fit.design);
    case 'byline':
      return bylineItems(piece, y, fit);
    case 'vertical-head':
      return verticalHeadItems(piece, y, plan, fit.design);
  }
}

function headingItems(piece: HeadingPiece, y: Pt, plan: PagePlan, { design }: Fit): readonly DisplayItem[] {
  const { size, design: style } = piece;
  const colour = style.colour === 'accent' ? plan.accent.fill : style.colour;
  return piece.lines.flatMap((line, row) => {
    const slack = design.grid.width - line.width * size;
    const baseline = centredBaseline(y + row * size * style.leading, size, size);
    const x = design.grid.left + indentOf(style.align, slack);
    return lineItems(line, { x, y: baseline, size, colour, role: piece.kind });
  });
}

function bylineItems({ set, height }: BylinePiece, y: Pt, { design }: Fit): readonly DisplayItem[] {
  const x = design.grid.left + (design.grid.width - set.width) / 2;
  const baseline = centredBaseline(y, height, set.size);
  return phraseItems(set.phrases, { x, y: baseline, role: 'byline' });
}

/** Top of a line of the blocks. */
function lineTop(line: number, { design, headLines }: Fit): Pt {
  return design.grid.top + (headLines + line) * design.leading;
}

function columnAt(index: number, { design }: Fit): FlowColumn {
  const column = design.flow[index];
  if (!column) throw new Error(`the flow has no column ${index}`);
  return column;
}

function titlesOf({ blocks }: PagePlan, fit: Fit): readonly TitleRoom[] {
  return fit.pour.placements.flatMap((placement) => {
    const title = blocks[placement.block]?.title;
    if (placement.kind !== 'title' || !title) return [];
    return [{ title, column: columnAt(placement.column, fit), lines: placement.lines }];
  });
}

function placeBlock(placement: Placement, size: Pt, { plan, fit, composer }: Job): Placed {
  const block = plan.blocks[placement.block];
  if (!block) throw new Error(`the page has no block ${placement.block}`);
  if (placement.kind === 'title') {
    const y = lineTop(placement.line, fit);
    const place = {
      column: columnAt(placement.column, fit),
      y,
      lines: placement.lines,
      atHead: placement.line === 0,
    };
    return {
      items: titleItems(block, place, size, { design: fit.design, composer }),
      outline: block.title ? [{ text: block.title.characters, level: 2, y }] : [],
    };
  }
  if (placement.kind === 'box') {
    const [piece = { column: 0, line: 0 }] = placement.pieces;
    const { x, width } = columnAt(piece.column, fit);
    const place = { x, width, top: lineTop(piece.line, fit) };
    return { items: boxItems(placement.set, place, block, fit.design), outline: [] };
  }
  let next = 0;
  const items = placement.pieces.flatMap((piece) => {
    const lines = placement.variant.lines.slice(next, next + piece.count);
    next += piece.count;
    const column = columnAt(piece.column, fit);
    return lines.flatMap((line, row) => {
      const { leading, size } = fit.design;
      const y = centredBaseline(lineTop(piece.line + row, fit), leading, size);
      return lineItems(line, { x: column.x, y, size, colour: BLACK, role: 'body' });
    });
  });
  return { items, outline: [] };
}

/** A line in the middle of each gutter, over the whole depth of the columns. */
function columnRules(fit: Fit): readonly DisplayItem[] {
  const { columnRule, flow, leading, size } = fit.design;
  if (!columnRule) return [];
  const white = (leading - size) / 2;
  const top = lineTop(0, fit) + white;
  const height = Math.max(...fit.pour.feet) * leading - 2 * white;
  // Between columns of a line there is nothing to part.
  if (height <= leading) return [];
  return flow.slice(1).map((column, index): DisplayItem => {
    const before = columnAt(index, fit);
    const middle = (before.x + before.width + column.x) / 2;
    const { weight, colour } = columnRule;
    return {
      kind: 'rect',
      role: 'decoration',
      fill: colour,
      x: middle - weight / 2,
      y: top,
      width: weight,
      height,
    };
  });
}
