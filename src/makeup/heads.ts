import { TOLERANCE, type Em, type Pt } from '../base/units.ts';
import type { FontRole } from '../model/face.ts';
import type { Composer, HeadingVariant, SetVariant, TypeLine } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Design, Elastic, HeadingDesign } from '../model/layout.ts';
import type { PagePlan } from '../model/plan.ts';
import { setByline, type BylineSet } from './byline.ts';
import { COSTS } from './costs.ts';

/** Everything above the blocks, set and stacked, with the white between that the fitter may still vary. */
export interface HeadSet {
  readonly pieces: readonly HeadPiece[];
  /** White under the last piece. */
  readonly below: Elastic;
  /** Height of the pieces without any white, points; the folio is one of them. */
  readonly ink: Pt;
  /** The white above all pieces and below the last, points. */
  readonly white: Elastic;
  readonly cost: number;
}

export type HeadPiece = FolioPiece | HeadingPiece | LeadPiece | BylinePiece;

interface Stacked {
  readonly height: Pt;
  readonly above: Elastic;
}

export interface FolioPiece extends Stacked {
  readonly kind: 'folio';
}

export interface HeadingPiece extends Stacked {
  readonly kind: 'kicker' | 'headline' | 'deck';
  readonly text: Text;
  readonly design: HeadingDesign;
  readonly size: Pt;
  readonly lines: readonly TypeLine[];
  /** Width when it does not fit at its least size; else 0. */
  readonly over: Pt;
}

export interface LeadPiece extends Stacked {
  readonly kind: 'lead';
  readonly size: Pt;
  readonly leading: Pt;
  /** Left edges of the columns from the left of the type area. */
  readonly columns: readonly Pt[];
  readonly measure: Pt;
  /** Lines in reading order; the first `rows` stand in the first column. */
  readonly lines: readonly LeadLine[];
  readonly rows: number;
  readonly byline?: { readonly set: BylineSet; readonly row: number };
}

export interface LeadLine {
  readonly line: TypeLine;
  readonly text: Text;
}

export interface BylinePiece extends Stacked {
  readonly kind: 'byline';
  readonly set: BylineSet;
}

const NONE: Elastic = { least: 0, natural: 0, most: 0 };

/** The ways in which the heads of a page may be set in a design, best first: every headline turn with every lead size. */
export function setHeads(plan: PagePlan, design: Design, composer: Composer): readonly HeadSet[] {
  const byline = setByline(plan.byline, design.byline, composer);
  const headlines = headlineVariants(plan.headline, design, composer);
  const leads = leadVariants(plan, design, composer, byline);
  const sets = headlines.flatMap((headline) =>
    leads.map((lead) => stack([
      ...folioPiece(design),
      ...smallHeading('kicker', plan.kicker, design, composer, headline.piece),
      headline.piece,
      ...smallHeading('deck', plan.deck, design, composer, headline.piece),
      ...lead.pieces,
    ], design, headline.cost + lead.cost)),
  );
  return sets.sort((a, b) => a.cost - b.cost);
}

function stack(pieces: readonly HeadPiece[], design: Design, cost: number): HeadSet {
  const below = design.lead.above;
  const sum = (of: (piece: HeadPiece) => number): number => pieces.reduce((total, piece) => total + of(piece), 0);
  return {
    pieces,
    below,
    ink: sum((piece) => piece.height),
    white: {
      least: sum((piece) => piece.above.least) + below.least,
      natural: sum((piece) => piece.above.natural) + below.natural,
      most: sum((piece) => piece.above.most) + below.most,
    },
    cost,
  };
}

function folioPiece({ folio, leading }: Design): readonly FolioPiece[] {
  return folio ? [{ kind: 'folio', height: folio.lines * leading, above: NONE }] : [];
}

interface Costed<Piece> {
  readonly piece: Piece;
  readonly cost: number;
}

/** Share of the type area that a heading may fill. */
const FULL: number = 0.985;

function headlineVariants(text: Text, design: Design, composer: Composer): readonly Costed<HeadingPiece>[] {
  const style = design.headline;
  const variants: Costed<HeadingPiece>[] = [];
  for (let count = style.lines.least; count <= style.lines.most; count += 1) {
    const set = composer.heading(text, style.face, count);
    if (!set) continue;
    const fitting = (design.grid.width * FULL) / set.width;
    const sizes = new Set([Math.min(fitting, style.size.most), Math.min(fitting, style.size.natural)]);
    for (const size of sizes) {
      if (size + TOLERANCE < style.size.least) continue;
      variants.push({
        piece: headingPiece('headline', text, style, set, size, 0),
        cost: sizeCost(size, style.size.natural) + set.cost,
      });
    }
  }
  return variants.length > 0 ? variants : [squeezed('headline', text, design, composer, style)];
}

function sizeCost(size: Pt, natural: Pt): number {
  const step = Math.log(size / natural);
  return (step < 0 ? COSTS.smallHeadline : COSTS.largeHeadline) * step * step;
}

/** A heading that is too long for its least size: set at that size in most lines, and reported by make-up. */
function squeezed(
  kind: HeadingPiece['kind'],
  text: Text,
  design: Design,
  composer: Composer,
  style: HeadingDesign,
): Costed<HeadingPiece> {
  const set = mostLines(text, style.face, style.lines.most, composer);
  const over = Math.max(0, set.width * style.size.least - design.grid.width);
  return { piece: headingPiece(kind, text, style, set, style.size.least, over), cost: set.cost };
}

function mostLines(text: Text, face: FontRole, most: number, composer: Composer): HeadingVariant {
  for (let count = most; count >= 1; count -= 1) {
    const set = composer.heading(text, face, count);
    if (set) return set;
  }
  throw new Error('a heading must set in one line');
}

function headingPiece(
  kind: HeadingPiece['kind'],
  text: Text,
  design: HeadingDesign,
  set: HeadingVariant,
  size: Pt,
  over: Pt,
): HeadingPiece {
  // The last line takes its em box, the lines over it their full leading.
  const height = size * (1 + (set.lines.length - 1) * design.leading);
  return { kind, text, design, size, lines: set.lines, over, height, above: design.above };
}

/** Kicker and deck grow and shrink with the headline, half as fast. */
function smallHeading(
  kind: 'kicker' | 'deck',
  text: Text | undefined,
  design: Design,
  composer: Composer,
  headline: HeadingPiece,
): readonly HeadingPiece[] {
  if (!text) return [];
  const style = design[kind];
  const wanted = style.size.natural * Math.sqrt(headline.size / design.headline.size.natural);
  const cap = Math.min(style.size.most, Math.max(style.size.least, wanted));
  for (let count = style.lines.least; count <= style.lines.most; count += 1) {
    const set = composer.heading(text, style.face, count);
    const size = set ? Math.min(cap, (design.grid.width * FULL) / set.width) : 0;
    if (set && size + TOLERANCE >= style.size.least) return [headingPiece(kind, text, style, set, size, 0)];
  }
  return [squeezed(kind, text, design, composer, style).piece];
}

interface LeadVariant {
  readonly pieces: readonly HeadPiece[];
  readonly cost: number;
}

function leadVariants(
  plan: PagePlan,
  design: Design,
  composer: Composer,
  byline: BylineSet | undefined,
): readonly LeadVariant[] {
  if (plan.lead.length === 0) return [{ pieces: byline ? [bylinePiece(byline, design)] : [], cost: 0 }];
  const { least, natural, most } = design.lead.size;
  const sizes = [natural, least, most, (natural + most) / 2].map((size) => Math.round(size * 10) / 10);
  return [...new Set(sizes)].map((size) => ({
    pieces: [leadPiece(plan.lead, size, design, composer, byline)],
    cost: COSTS.leadSize * Math.log(size / natural) ** 2,
  }));
}

function bylinePiece(set: BylineSet, { byline, deck }: Design): BylinePiece {
  return { kind: 'byline', set, height: byline.size * 1.2, above: deck.above };
}

/** White between a lead and a byline that shares its last line, in em of the lead. */
const BYLINE_CLEARANCE: Em = 2;

function leadPiece(
  texts: readonly Text[],
  size: Pt,
  design: Design,
  composer: Composer,
  byline: BylineSet | undefined,
): LeadPiece {
  const { lead, grid, text } = design;
  const inner = grid.width - 2 * lead.padding.across;
  const { count, measure } = leadColumns(inner / size, lead.maxMeasure, lead.gutter);
  const style = { plain: lead.face, strong: design.faces.strong, setting: text };
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

function leadColumns(width: Em, maxMeasure: number, gutter: number): { count: number; measure: number } {
  for (let count = 1; ; count += 1) {
    const measure = Math.floor((width - (count - 1) * gutter) / count + TOLERANCE);
    if (measure <= maxMeasure || measure < 12) return { count, measure: Math.max(measure, 1) };
  }
}

/** The setting of least cost. */
export function cheapest(variants: readonly SetVariant[]): SetVariant {
  return variants.reduce((best, variant) => (variant.cost < best.cost ? variant : best));
}
