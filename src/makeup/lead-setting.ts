import { TOLERANCE, type Em, type Pt } from '../base/units.ts';
import type { ParagraphStyle } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Design } from '../model/layout.ts';
import type { BylineSet } from './byline.ts';
import { cheapest } from './cheapest.ts';
import { COSTS } from './costs.ts';
import { leadSizeCost, leadSizes } from './head-sizes.ts';
import type { BylinePiece, HeadPiece, LeadPiece, Shop } from './heads.ts';

/** One setting of what stands between the headline and the blocks. */
export interface LeadVariant {
  readonly pieces: readonly HeadPiece[];
  readonly cost: number;
}

/** The ways in which the lead may be set; without a lead the byline stands alone. */
export function setLeads(
  lead: readonly Text[],
  byline: BylineSet | undefined,
  shop: Shop,
): readonly LeadVariant[] {
  const { design } = shop;
  if (lead.length === 0) return [{ pieces: byline ? [bylinePiece(byline, design)] : [], cost: 0 }];
  const sizes = leadSizes(design.lead.size).filter((size) => mayStand(lead, size, shop));
  return sizes.map((size) => {
    const piece = leadPiece(lead, size, byline, shop);
    const empty = piece.columns.length * piece.rows - piece.lines.length;
    const uneven = piece.columns.length > 1 ? COSTS.leadRow * empty : 0;
    return { pieces: [piece], cost: leadSizeCost(size, design.lead.size) + uneven };
  });
}

/** Whether the lead may be lower than the type area: a lead of thousands of characters is not set to see that it is not. */
function mayStand(texts: readonly Text[], size: Pt, { design, composer }: Shop): boolean {
  const { count, measure } = leadColumns(size, design);
  const style = leadStyle(design);
  const lines = texts.reduce((sum, text) => sum + composer.leastLines(text, style, measure), 0);
  const height = Math.ceil(lines / count) * size * design.lead.leading;
  return height <= design.grid.lines * design.leading;
}

function leadStyle({ lead, faces, text }: Design): ParagraphStyle {
  return { plain: lead.face, strong: faces.strong, setting: text };
}

function bylinePiece(set: BylineSet, { byline, deck }: Design): BylinePiece {
  return { kind: 'byline', set, height: byline.size * 1.2, above: deck.above };
}

/** White between a lead and a byline that shares its last line, in em of the lead. */
const BYLINE_CLEARANCE: Em = 2;

/** The lead at a size over the width of the design's grid. */
export function leadPiece(
  texts: readonly Text[],
  size: Pt,
  byline: BylineSet | undefined,
  { design, composer }: Shop,
): LeadPiece {
  const { lead } = design;
  const { inner, count, measure } = leadColumns(size, design);
  const style = leadStyle(design);
  const lines = texts.flatMap((paragraph) =>
    cheapest(composer.paragraph(paragraph, style, [{ measure, lines: Infinity }])).lines.map((line) => ({
      line,
      text: paragraph,
    })),
  );
  const last = lines.at(-1)?.line;
  const bylineWidth = byline ? byline.width / size + BYLINE_CLEARANCE : 0;
  const shares = last !== undefined && last.width + bylineWidth <= measure;
  const total = lines.length + (byline && !shares ? 1 : 0);
  const rows = Math.ceil(total / count);
  const leading = size * lead.leading;
  // What a whole number of characters leaves over goes between the columns, or to both sides of a single one.
  const rest = inner / size - count * measure;
  const step = count > 1 ? measure + rest / (count - 1) : 0;
  const start = lead.padding.across + (count > 1 ? 0 : (rest / 2) * size);
  return {
    kind: 'lead',
    size,
    leading,
    columns: Array.from({ length: count }, (_, column) => start + column * step * size),
    measure: measure * size,
    lines,
    rows,
    height: rows * leading + 2 * lead.padding.down,
    above: lead.above,
    ...(byline && { byline: { set: byline, row: bylineRow(total, rows, count) } }),
  };
}

/** The byline ends the last column: on its last line, or at its foot when that column is empty. */
function bylineRow(total: number, rows: number, columns: number): number {
  const slot = Math.max(0, total - 1);
  return Math.floor(slot / rows) === columns - 1 ? slot % rows : rows - 1;
}

interface LeadColumns {
  /** Width inside the padding. */
  readonly inner: Pt;
  readonly count: number;
  readonly measure: number;
}

function leadColumns(size: Pt, { grid, lead }: Design): LeadColumns {
  const { maxMeasure, gutter, padding } = lead;
  const inner = grid.width - 2 * padding.across;
  for (let count = 1; ; count += 1) {
    const measure = Math.floor((inner / size - (count - 1) * gutter) / count + TOLERANCE);
    if (measure <= maxMeasure || measure < 12) return { inner, count, measure: Math.max(measure, 1) };
  }
}
