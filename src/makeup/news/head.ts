import { TOLERANCE, type Pt } from '../../base/units.ts';
import type { FontRole } from '../../model/face.ts';
import type { HeadingVariant } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { PlannedHead, PlannedStory, SmallHeadDesign } from '../../model/news.ts';
import { strain } from '../fit.ts';
import { bylineRows } from './byline-rows.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Shop } from './flow.ts';
import { fittingSet, headingSets } from './heading-sets.ts';
import { allowedSizes, allowedWhite, rungWeight } from './ladder.ts';
import { summaryLines } from './summary.ts';

/** A head set over its columns, in whole body lines. */
export interface HeadOption {
  readonly lines: number;
  readonly cost: number;
  readonly pieces: readonly HeadPiece[];
  /** Height of the pieces, points; the byline is not one of them. */
  readonly ink: Pt;
  /** Size of the main line, points, and how far down its list of sizes it stands. */
  readonly size: Pt;
  readonly step: number;
  /** Width by which the main line is too long at its least size; else 0. */
  readonly over: Pt;
  /** Body lines at its foot that hold the byline. */
  readonly byline: number;
}

export type HeadPiece = HeadingPiece | SummaryPiece;

/** The points of a long story under its head, in whole body lines. */
export interface SummaryPiece {
  readonly kind: 'summary';
  readonly lines: number;
  readonly height: Pt;
}

export interface HeadingPiece {
  readonly kind: 'heading';
  readonly role: 'kicker' | 'headline' | 'deck';
  readonly text: Text;
  readonly face: FontRole;
  readonly size: Pt;
  readonly set: HeadingVariant;
  readonly leading: number;
  readonly height: Pt;
}

/** What stands over the columns of a story without a headline, or with one that runs down. */
export const NO_HEAD: HeadOption = {
  lines: 0,
  cost: 0,
  pieces: [],
  ink: 0,
  size: 0,
  step: 0,
  over: 0,
  byline: 0,
};

/** Share of its width that a heading may fill. */
const FULL = 0.985;

/** The ways in which a head may stand over columns of this width: the cheapest for each number of lines, fewest first. */
export function headOptions(story: PlannedStory, width: Pt, shop: Shop): readonly HeadOption[] {
  const { head } = story;
  const byline = story.bylinePlace === 'under-headline' ? bylineRows(story, width, shop).length : 0;
  if (!head) return [{ ...NO_HEAD, lines: byline, byline }];
  const best = new Map<number, HeadOption>();
  for (const main of mainLines(head, width, shop)) {
    const pieces = stacked(head, main, width, shop);
    const ink = pieces.reduce((sum, { height }) => sum + height, 0);
    for (const option of whitened({ ...main, pieces, ink, byline }, head, shop)) {
      const known = best.get(option.lines);
      if (!known || option.cost < known.cost) best.set(option.lines, option);
    }
  }
  return [...best.values()].sort((a, b) => a.lines - b.lines);
}

interface MainLine {
  readonly set: HeadingVariant;
  readonly size: Pt;
  readonly step: number;
  readonly cost: number;
  readonly over: Pt;
}

/** Width that a head fills before it looks too small for its columns. */
const LOOKS_FULL = 0.6;

/** Every size and number of lines in which the main line goes into its width; squeezed where there is none. */
function mainLines(
  { main, design }: PlannedHead,
  width: Pt,
  { composer, design: page }: Shop,
): readonly MainLine[] {
  const asked = turnsAsked(main);
  const found: MainLine[] = [];
  const step = NEWS_COSTS.headStep * rungWeight(page, 'headline-size');
  for (const [down, size] of allowedSizes(design.sizes, page).entries()) {
    for (let count = design.lines.least; count <= design.lines.most; count += 1) {
      const set = composer.heading(main, design.face, count);
      if (!set || set.width * size > width * FULL) continue;
      const empty = Math.max(0, LOOKS_FULL - (set.width * size) / width);
      const cost =
        step * down +
        NEWS_COSTS.headTurn * Math.max(0, count - 1 - asked) +
        NEWS_COSTS.headEmpty * empty * empty +
        set.cost / TURN_DEMERITS;
      found.push({ set, size, step: down, cost, over: 0 });
    }
  }
  return found.length > 0
    ? found
    : [squeezed(main, { ...design, sizes: allowedSizes(design.sizes, page) }, width, composer)];
}

/** Demerits of a bad turn that weigh as much as one unit of make-up. */
const TURN_DEMERITS = 20;

/** Turns that the copy asks for: its word spaces and the places that are marked. */
function turnsAsked({ characters, marks }: Text): number {
  return characters.split(' ').length - 1 + marks.filter(({ kind }) => kind === 'turn').length;
}

/** What a head that is too long for its columns costs beside one that goes in. */
const TOO_LONG = 3000;

/** The main line at its least size in as many lines as it may take. */
function squeezed(
  main: Text,
  { face, lines, sizes }: PlannedHead['design'],
  width: Pt,
  composer: Shop['composer'],
): MainLine {
  const size = sizes.at(-1) ?? 1;
  const set = fittingSet(headingSets(main, { face, most: lines.most }, composer), () => false);
  return { set, size, step: sizes.length - 1, cost: TOO_LONG, over: Math.max(0, set.width * size - width) };
}

/** The pieces of a head from top to bottom. */
function stacked(head: PlannedHead, main: MainLine, width: Pt, shop: Shop): readonly HeadPiece[] {
  const { design } = head;
  const small = (role: SmallHead['role'], text: Text | undefined, style: SmallHeadDesign) =>
    text ? [smallPiece({ role, text, style }, width, main.size, shop)] : [];
  const points = summaryLines(head, width, shop.design, shop.composer);
  const middle: HeadPiece = {
    kind: 'heading',
    role: 'headline',
    text: head.main,
    face: design.face,
    size: main.size,
    set: main.set,
    leading: design.leading,
    height: main.size * (1 + (main.set.lines.length - 1) * design.leading),
  };
  return [
    ...small('kicker', head.kicker, design.kicker),
    middle,
    ...small('deck', head.deck, design.deck),
    ...(points > 0
      ? [{ kind: 'summary', lines: points, height: points * shop.design.leading } as const]
      : []),
  ];
}

/** A kicker or deck may shrink to this share of its size before it turns, and stays this much smaller than the main line. */
const LEAST_SHRINK = 0.8;
const MOST_BESIDE_MAIN = 0.72;
/** Baseline to baseline, as a factor of the size. */
const SMALL_LEADING = 1.2;

interface SmallHead {
  readonly role: 'kicker' | 'deck';
  readonly text: Text;
  readonly style: SmallHeadDesign;
}

/** A kicker or deck beside a main line of size `main`: in as few lines as leave it large enough. */
function smallPiece(
  { role, text, style: { face, size: natural } }: SmallHead,
  width: Pt,
  main: Pt,
  { composer }: Shop,
): HeadPiece {
  const most = Math.min(natural, main * MOST_BESIDE_MAIN);
  const sizeOf = (set: HeadingVariant): Pt => Math.min(most, (width * FULL) / set.width);
  const sets = headingSets(text, { face, most: MOST_SMALL_LINES }, composer);
  const set = fittingSet(sets, (each) => sizeOf(each) >= most * LEAST_SHRINK);
  const size = sizeOf(set);
  const height = size * (1 + (set.lines.length - 1) * SMALL_LEADING);
  return { kind: 'heading', role, text, face, size, set, leading: SMALL_LEADING, height };
}

/** Lines of a kicker or deck at the most. */
const MOST_SMALL_LINES = 3;

type Inked = Omit<HeadOption, 'lines'>;

/** The same head in every whole number of lines that its white allows. */
function whitened(inked: Inked & MainLine, head: PlannedHead, { design }: Shop): readonly HeadOption[] {
  const white = allowedWhite(head.design.white, design);
  const weight = NEWS_COSTS.headWhite * rungWeight(design, 'head-space');
  const { leading } = design;
  const { ink, byline, pieces, size, step, over } = inked;
  // Every small head wants some of the white between it and the main line.
  const more = (pieces.length - 1) * BETWEEN;
  const range = { least: white.least + more, natural: white.natural + more, most: white.most + more };
  const least = Math.ceil(ink / leading + range.least - TOLERANCE);
  const most = Math.max(least, Math.floor(ink / leading + range.most + TOLERANCE));
  return Array.from({ length: most - least + 1 }, (_, index): HeadOption => {
    const lines = least + index;
    const cost = inked.cost + weight * strain(lines - ink / leading, range) ** 2;
    return { lines: lines + byline, cost, pieces, ink, size, step, over, byline };
  });
}

/** Body lines of white for each piece of a head beyond the first. */
const BETWEEN = 0.35;
