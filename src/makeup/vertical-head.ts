import { TOLERANCE, type Em, type Pt } from '../base/units.ts';
import type { HeadingVariant } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Design, Elastic, FlowColumn, HeadingDesign } from '../model/layout.ts';
import type { PagePlan } from '../model/plan.ts';
import type { BylineSet } from './byline.ts';
import { COSTS } from './costs.ts';
import type { LeadPiece, Shop } from './heads.ts';
import { headlineSizeCost, leadSizeCost, leadSizes, sizeBesideHeadline } from './head-sizes.ts';
import { leadPiece } from './lead-setting.ts';

/**
 * A headline that runs down in whole columns at the right of the type area, the kicker at its right, the deck at its
 * left (引题在右，副题在左), and the lead in a box of the same height over the columns that are left.
 */
export interface VerticalHeadPiece {
  readonly kind: 'vertical-head';
  readonly height: Pt;
  readonly above: Elastic;
  /** In reading order, from right to left. */
  readonly headings: readonly VerticalHeading[];
  readonly lead: LeadPiece;
  /** The design with the width and the padding of the lead's box. */
  readonly leadDesign: Design;
}

export interface VerticalHeading {
  readonly kind: 'kicker' | 'headline' | 'deck';
  readonly text: Text;
  readonly design: HeadingDesign;
  readonly size: Pt;
  readonly set: HeadingVariant;
  /** Axes of its lines from the left of the type area. */
  readonly axes: readonly Pt[];
  /** Distance of its top from the top of the head. */
  readonly top: Pt;
  /** White added between its characters, in em. */
  readonly spread: Em;
}

export interface VerticalHeadVariant {
  readonly piece: VerticalHeadPiece;
  readonly cost: number;
}

/** The ways in which a page may have its headline run down; none without a lead or with a single column. */
export function verticalHeads(
  plan: PagePlan,
  byline: BylineSet | undefined,
  shop: Shop,
): readonly VerticalHeadVariant[] {
  if (plan.lead.length === 0) return [];
  const { headline, lead } = shop.design;
  const turns = turnsOf(plan.headline, headline, shop);
  return stripsOf(shop.design).flatMap((strip) =>
    turns.flatMap((set) =>
      leadSizes(lead.size).flatMap((leadSize) => goodSizes({ plan, byline, shop, strip, set, leadSize })),
    ),
  );
}

/** The columns that a headline may stand in: its left edge and width, and the width that is left for the lead. */
interface Strip {
  readonly x: Pt;
  readonly width: Pt;
  readonly lead: Pt;
}

/** Share of the type area that a headline may take, and that it gets where no columns are so narrow. */
const MOST_SHARE = 0.4;
const FREE_SHARE = 0.34;

/** Strips of whole columns at the right; a free one where the columns are too wide for that. */
function stripsOf({ flow, grid }: Design): readonly Strip[] {
  const ordered = flow.toSorted((one, other) => one.x - other.x);
  const whole = ordered.slice(1).flatMap((column, index): readonly Strip[] => {
    const before: FlowColumn | undefined = ordered[index];
    const x = column.x - grid.left;
    const width = grid.width - x;
    return before && width <= MOST_SHARE * grid.width
      ? [{ x, width, lead: before.x + before.width - grid.left }]
      : [];
  });
  if (whole.length > 0) return whole;
  const width = FREE_SHARE * grid.width;
  return [{ x: grid.width - width, width, lead: grid.width - width - grid.gutter }];
}

interface Job {
  readonly plan: PagePlan;
  readonly byline: BylineSet | undefined;
  readonly shop: Shop;
  readonly strip: Strip;
  readonly set: HeadingVariant;
  readonly leadSize: Pt;
}

function turnsOf(text: Text, { face, lines }: HeadingDesign, { composer }: Shop): readonly HeadingVariant[] {
  const counts = Array.from({ length: lines.most }, (_, index) => index + 1);
  return counts.flatMap((count) => composer.heading(text, face, count, 'vertical') ?? []);
}

/** Sizes of the headline that are tried. */
const STEPS = 12;
/** The most that the headline is spread, and the lead's leading opened, to come to one height. */
const MOST_SPREAD: Em = 0.3;
const MOST_OPENED = 1.25;

/** How much dearer than the best size another may be. */
const DEARER = 250;

/** The best size of the headline and those near to it, which make the head higher or lower. */
function goodSizes(job: Job): readonly VerticalHeadVariant[] {
  const { least, most } = job.shop.design.headline.size;
  const lead = narrowLead(job);
  const sizes = Array.from({ length: STEPS + 1 }, (_, step) => least * (most / least) ** (step / STEPS));
  const variants = sizes.flatMap((size) => atSize(job, size, lead) ?? []);
  const cheapest = Math.min(...variants.map(({ cost }) => cost));
  return variants.filter(({ cost }) => cost <= cheapest + DEARER);
}

interface NarrowLead {
  readonly piece: LeadPiece;
  readonly design: Design;
}

/** The lead over the columns beside the headline, in one column of lines. */
function narrowLead({ plan, byline, shop, strip, leadSize }: Job): NarrowLead {
  const { grid, lead } = shop.design;
  const design: Design = {
    ...shop.design,
    grid: { ...grid, width: strip.lead },
    lead: { ...lead, maxMeasure: Infinity },
  };
  return { piece: leadPiece(plan.lead, leadSize, byline, { ...shop, design }), design };
}

function atSize(job: Job, size: Pt, lead: NarrowLead): VerticalHeadVariant | undefined {
  const { shop, set, strip, leadSize } = job;
  const style = shop.design.headline;
  const length = set.width * size;
  const text = lead.piece.height;
  const height = Math.max(length, text);
  const others = sideHeadings(job, size, height);
  const spread = spreadOf(set, size, height);
  if (!others || spread > MOST_SPREAD) return undefined;
  const headline = { kind: 'headline', text: job.plan.headline, design: style, size, set, spread } as const;
  const headings = arranged([...others.kicker, headline, ...others.deck], strip, height);
  if (!headings) return undefined;
  const opened = openLead(lead, height);
  const cost =
    headlineSizeCost(size, style.size) +
    set.cost +
    COSTS.emptyStrip * headings.unused ** 2 +
    leadSizeCost(leadSize, shop.design.lead.size) +
    COSTS.emptyBeside * (opened.empty ** 2 + spread ** 2);
  const { piece, design: leadDesign } = opened.lead;
  const above = shop.design.lead.above;
  return {
    piece: { kind: 'vertical-head', height, above, headings: headings.placed, lead: piece, leadDesign },
    cost,
  };
}

/** White between the characters of the longest line that makes the headline as long as the lead is high, in em. */
function spreadOf({ width, lines }: HeadingVariant, size: Pt, height: Pt): Em {
  const joints = Math.max(...lines.map(({ runs }) => runs.flatMap(({ glyphs }) => glyphs).length)) - 1;
  return joints > 0 ? Math.max(0, (height / size - width) / joints) : 0;
}

/** Opens the lead's lines to fill its box, and centres them in what is still empty; `empty` is a share of the box. */
function openLead({ piece, design }: NarrowLead, height: Pt): { lead: NarrowLead; empty: number } {
  const { rows } = piece;
  const text = rows * piece.leading;
  const room = height - 2 * design.lead.padding.down;
  const leading = piece.leading * Math.min(MOST_OPENED, Math.max(1, room / text));
  const down = (height - rows * leading) / 2;
  const padding = { ...design.lead.padding, down };
  return {
    lead: {
      piece: { ...piece, leading, height },
      design: { ...design, lead: { ...design.lead, padding } },
    },
    empty: Math.max(0, room - rows * leading) / height,
  };
}

type Unplaced = Omit<VerticalHeading, 'axes' | 'top'>;

/** Kicker and deck beside the headline, as many lines as they need; `undefined` when they are too long for it. */
function sideHeadings(
  { plan, shop }: Job,
  size: Pt,
  height: Pt,
): { readonly kicker: readonly Unplaced[]; readonly deck: readonly Unplaced[] } | undefined {
  const beside = (kind: 'kicker' | 'deck', text: Text | undefined): readonly Unplaced[] | undefined => {
    if (!text) return [];
    const design = shop.design[kind];
    const cap = sizeBesideHeadline(design.size, size, shop.design.headline.size);
    for (const set of turnsOf(text, design, shop)) {
      const fitting = Math.min(cap, height / set.width);
      if (fitting + TOLERANCE >= design.size.least)
        return [{ kind, text, design, size: fitting, set, spread: 0 }];
    }
    return undefined;
  };
  const kicker = beside('kicker', plan.kicker);
  const deck = beside('deck', plan.deck);
  return kicker && deck ? { kicker, deck } : undefined;
}

/** White between headings, in em of the smaller one. */
const BETWEEN: Em = 0.7;

/**
 * Puts the lines side by side from right to left in the middle of the strip, and tells what share of it stays empty;
 * `undefined` when it is too narrow.
 */
function arranged(
  headings: readonly Unplaced[],
  strip: Strip,
  height: Pt,
): { readonly placed: readonly VerticalHeading[]; readonly unused: number } | undefined {
  const widths = headings.map(
    ({ size, set, design }) => size * (1 + (set.lines.length - 1) * design.leading),
  );
  const gaps = headings.map((heading, index) => {
    const next = headings[index + 1];
    return next ? BETWEEN * Math.min(heading.size, next.size) : 0;
  });
  const total = [...widths, ...gaps].reduce((sum, width) => sum + width, 0);
  if (total > strip.width) return undefined;
  let right = strip.x + (strip.width + total) / 2;
  const placed = headings.map((heading, index): VerticalHeading => {
    const { kind, size, set, design } = heading;
    const axes = set.lines.map((_, line) => right - size * (0.5 + line * design.leading));
    right -= (widths[index] ?? 0) + (gaps[index] ?? 0);
    // The deck ends level with the headline, everything else begins with it.
    const top = kind === 'deck' ? height - set.width * size : 0;
    return { ...heading, axes, top };
  });
  return { placed, unused: 1 - total / strip.width };
}
