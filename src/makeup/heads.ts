import { TOLERANCE, type Pt } from '../base/units.ts';
import type { FontRole } from '../model/face.ts';
import type { Composer, HeadingVariant, TypeLine } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Design, Elastic, HeadingDesign } from '../model/layout.ts';
import type { PagePlan } from '../model/plan.ts';
import { setByline, type BylineSet } from './byline.ts';
import { COSTS } from './costs.ts';
import { headlineSizeCost, sizeBesideHeadline } from './head-sizes.ts';
import { setLeads } from './lead-setting.ts';
import { verticalHeads, type VerticalHeadPiece } from './vertical-head.ts';

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

export type HeadPiece = FolioPiece | HeadingPiece | LeadPiece | BylinePiece | VerticalHeadPiece;

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

/** What a head is set with: the numbers of the page and the composing room. */
export interface Shop {
  readonly design: Design;
  readonly composer: Composer;
}

const NONE: Elastic = { least: 0, natural: 0, most: 0 };

/** The ways in which the heads of a page may be set in a design, best first: every headline turn with every lead size. */
export function setHeads(plan: PagePlan, design: Design, composer: Composer): readonly HeadSet[] {
  const shop: Shop = { design, composer };
  const byline = setByline(plan.byline, design.byline, composer);
  const vertical = plan.headlineDirection === 'vertical' ? verticalHeads(plan, byline, shop) : [];
  if (vertical.length > 0) {
    return vertical
      .map(({ piece, cost }) => stack([...folioPiece(design), piece], design, cost))
      .toSorted((a, b) => a.cost - b.cost);
  }
  const headlines = headlineVariants(plan.headline, shop);
  const leads = setLeads(plan.lead, byline, shop);
  const sets = headlines.flatMap((headline) =>
    leads.map((lead) =>
      stack(
        [
          ...folioPiece(design),
          ...smallHeading('kicker', plan.kicker, headline.piece, shop),
          headline.piece,
          ...smallHeading('deck', plan.deck, headline.piece, shop),
          ...lead.pieces,
        ],
        design,
        headline.cost + lead.cost,
      ),
    ),
  );
  return sets.sort((a, b) => a.cost - b.cost);
}

function stack(pieces: readonly HeadPiece[], design: Design, cost: number): HeadSet {
  const below = design.lead.above;
  const sum = (of: (piece: HeadPiece) => number): number =>
    pieces.reduce((total, piece) => total + of(piece), 0);
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

interface Costed {
  readonly piece: HeadingPiece;
  readonly cost: number;
}

/** Share of the type area that a heading may fill. */
const FULL = 0.985;

function headlineVariants(text: Text, { design, composer }: Shop): readonly Costed[] {
  const style = design.headline;
  const variants: Costed[] = [];
  const asked =
    text.characters.split(' ').length - 1 + text.marks.filter(({ kind }) => kind === 'turn').length;
  for (let count = style.lines.least; count <= style.lines.most; count += 1) {
    const set = composer.heading(text, style.face, count);
    if (!set) continue;
    const fitting = (design.grid.width * FULL) / set.width;
    const sizes = new Set([Math.min(fitting, style.size.most), Math.min(fitting, style.size.natural)]);
    for (const size of sizes) {
      if (size + TOLERANCE < style.size.least) continue;
      variants.push({
        piece: headingPiece({ kind: 'headline', text, design: style, size, over: 0 }, set),
        cost:
          headlineSizeCost(size, style.size) +
          set.cost +
          COSTS.headlineLine * Math.max(0, count - 1 - asked) +
          COSTS.headlineTurn * Math.min(asked, count - 1),
      });
    }
  }
  return variants.length > 0 ? variants : [squeezed('headline', text, { design, composer })];
}

/** A heading that is too long for its least size: set at that size in most lines, and reported by make-up. */
function squeezed(kind: HeadingPiece['kind'], text: Text, { design, composer }: Shop): Costed {
  const style = design[kind];
  const set = mostLines(text, style.face, style.lines.most, composer);
  const size = style.size.least;
  const over = Math.max(0, set.width * size - design.grid.width);
  return { piece: headingPiece({ kind, text, design: style, size, over }, set), cost: set.cost };
}

function mostLines(text: Text, face: FontRole, most: number, composer: Composer): HeadingVariant {
  for (let count = most; count >= 1; count -= 1) {
    const set = composer.heading(text, face, count);
    if (set) return set;
  }
  throw new Error('a heading must set in one line');
}

function headingPiece(
  heading: Pick<HeadingPiece, 'kind' | 'text' | 'design' | 'size' | 'over'>,
  { lines }: HeadingVariant,
): HeadingPiece {
  // The last line takes its em box, the lines over it their full leading.
  const height = heading.size * (1 + (lines.length - 1) * heading.design.leading);
  return { ...heading, lines, height, above: heading.design.above };
}

/** A kicker or deck in as few lines as its size allows. */
function smallHeading(
  kind: 'kicker' | 'deck',
  text: Text | undefined,
  headline: HeadingPiece,
  { design, composer }: Shop,
): readonly HeadingPiece[] {
  if (!text) return [];
  const style = design[kind];
  const cap = sizeBesideHeadline(style.size, headline.size, design.headline.size);
  for (let count = style.lines.least; count <= style.lines.most; count += 1) {
    const set = composer.heading(text, style.face, count);
    const size = set ? Math.min(cap, (design.grid.width * FULL) / set.width) : 0;
    if (set && size + TOLERANCE >= style.size.least) {
      return [headingPiece({ kind, text, design: style, size, over: 0 }, set)];
    }
  }
  return [squeezed(kind, text, { design, composer }).piece];
}

/** The lead that stands in a piece, if one does. */
export function leadOf(piece: HeadPiece): LeadPiece | undefined {
  if (piece.kind === 'vertical-head') return piece.lead;
  return piece.kind === 'lead' ? piece : undefined;
}
