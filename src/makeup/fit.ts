import { TOLERANCE } from '../base/units.ts';
import type { Composer } from '../model/galley.ts';
import type { Design, Elastic } from '../model/layout.ts';
import type { PagePlan } from '../model/plan.ts';
import { COSTS } from './costs.ts';
import { flowsOf, type Flow } from './flow.ts';
import { setHeads, type HeadSet } from './heads.ts';
import { pour } from './pour.ts';
import type { Pour, Vessel } from './pour-model.ts';

/** A page whose every number is chosen: the design, the heads, the lines they take, and where each line of text stands. */
export interface Fit {
  readonly design: Design;
  readonly heads: HeadSet;
  /** Whole body lines from the top of the type area to the first line of the blocks. */
  readonly headLines: number;
  /** Whole body lines of every title. */
  readonly titleLines: number;
  /** Lines of each column of the flow; the feet stand on this line or one above. */
  readonly depth: number;
  readonly pour: Pour;
  readonly cost: number;
}

/** A choice of everything but the pour, with what it is known to cost. */
interface Candidate {
  readonly design: Design;
  readonly flow: Flow;
  readonly heads: HeadSet;
  readonly headLines: number;
  readonly titleLines: number;
  readonly room: number;
  readonly known: number;
  readonly estimate: number;
}

/**
 * Columns stand at least this many times as high as the white under them; with less under big heads a page looks as if
 * it were sinking.
 */
const COLUMNS_TO_FOOT = 7.7;

/** Pours that are tried before the best so far is taken; later candidates are dearer by estimate. */
const TRIALS = 250;

/** Lines by which a column may end above the others where feet are level. */
const LEVEL = 1;

/** Lines by which all columns may stay short of the foot without a word. */
export const SILENT_SHORTFALL = 2;

/**
 * Chooses what makes the page full: the design, the turn and size of the headline, the size of the lead, the white in
 * the heads, the lines of the titles and the gaps over them, the paragraphs that are set a line shorter or longer.
 * Page full and feet level first; when the copy is too short for that, level feet as low as they come.
 * `undefined` when the copy does not go on the page in any way.
 */
export function fitPage(plan: PagePlan, composer: Composer): Fit | undefined {
  const flows = flowsOf(plan, composer);
  const candidates = plan.designs.flatMap((design, index) =>
    candidatesOf(plan, { design, index, flow: flows(design) }, composer),
  );
  return fullFit(candidates) ?? shortFit(plan, candidates) ?? crowdedFit(candidates);
}

/** Whether the copy goes on the page at all, however it looks. */
export function goesOn(plan: PagePlan, composer: Composer): boolean {
  const flows = flowsOf(plan, composer);
  return plan.designs.some((design, index) => {
    const candidates = candidatesOf(plan, { design, index, flow: flows(design) }, composer);
    return (crowdedFit(candidates) ?? fullFit(candidates)) !== undefined;
  });
}

interface DesignInOrder {
  readonly design: Design;
  readonly index: number;
  readonly flow: Flow;
}

function candidatesOf(
  plan: PagePlan,
  { design, index, flow }: DesignInOrder,
  composer: Composer,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const heads of setHeads(plan, design, composer)) {
    const { least, most } = headLineRange(heads, design);
    for (let headLines = least; headLines <= most; headLines += 1) {
      if (!standsOnPage(headLines, plan, design)) break;
      const { occupy } = design.title;
      for (let titleLines = occupy.least; titleLines <= occupy.most; titleLines += 1) {
        const room = design.grid.lines - headLines;
        const known =
          COSTS.preference * index +
          heads.cost +
          COSTS.headSpace * strain(headLines * design.leading - heads.ink, heads.white) ** 2 +
          COSTS.titleHeight * (titleLines - occupy.natural) ** 2;
        const estimate = known + estimatedGapCost(flow, design, titleLines, room);
        candidates.push({ design, flow, heads, headLines, titleLines, room, known, estimate });
      }
    }
  }
  return candidates;
}

/** Whether columns under so many lines of heads are high enough for the white under them. */
function standsOnPage(headLines: number, { paper }: PagePlan, { grid, leading, size }: Design): boolean {
  const columns = (grid.lines - headLines - 1) * leading;
  const foot = paper.trim.height - grid.top - grid.lines * leading + (leading - size) / 2;
  return columns >= COLUMNS_TO_FOOT * foot;
}

function headLineRange({ ink, white }: HeadSet, { leading }: Design): { least: number; most: number } {
  const least = Math.ceil((ink + white.least) / leading - TOLERANCE);
  return { least, most: Math.max(least, Math.floor((ink + white.most) / leading + TOLERANCE)) };
}

/** How far a length is from natural, as a share of what it may give (below 0) or take (above 0). */
export function strain(value: number, { least, natural, most }: Elastic): number {
  const allowance = value < natural ? natural - least : most - natural;
  return allowance > 0 ? (value - natural) / allowance : value === natural ? 0 : 1;
}

/** The cost of the gaps that would fill the page, if they could be had in fractions of a line. */
function estimatedGapCost(flow: Flow, design: Design, titleLines: number, room: number): number {
  const gaps = Math.max(1, flow.titles - design.flow.length);
  const white = flow.columns * room - flow.lines.best - flow.extraTitleLines - flow.titles * titleLines;
  const each = white / gaps - design.title.gap.natural;
  return COSTS.gap * gaps * each * each;
}

/** The best page whose feet stand level on the last line, or not more than `SILENT_SHORTFALL` lines above it. */
function fullFit(candidates: readonly Candidate[]): Fit | undefined {
  const order = [...candidates].sort((a, b) => a.estimate - b.estimate);
  for (let shortfall = 0; shortfall <= SILENT_SHORTFALL; shortfall += 1) {
    const fit = bestFit(order, shortfall);
    if (fit) return fit;
  }
  return undefined;
}

function bestFit(order: readonly Candidate[], shortfall: number): Fit | undefined {
  let best: Fit | undefined;
  let trials = 0;
  for (const candidate of order) {
    if (trials >= TRIALS && best) break;
    const depth = candidate.room - shortfall;
    if ((best && candidate.known >= best.cost) || !mayFill(candidate, depth)) continue;
    trials += 1;
    const limit = best ? best.cost - candidate.known : Infinity;
    const fit = tryPour(candidate, { depth, ragged: LEVEL, limit }, candidate.known);
    if (fit && (!best || fit.cost < best.cost)) best = fit;
  }
  return best;
}

/** Whether lines and gaps at their limits could fill the columns to this depth, `shallow` of them to one line less. */
function mayFill({ design, flow, titleLines }: Candidate, depth: number, shallow = 0): boolean {
  const { columns, doubt } = flow;
  const fixed = flow.titles * titleLines + flow.extraTitleLines;
  const least = flow.lines.least + fixed + Math.max(0, flow.titles - columns) * design.title.gap.least;
  const most = flow.lines.most + fixed + Math.max(0, flow.titles - 1) * design.title.gap.most;
  const room = columns * depth - shallow;
  return depth > 0 && least * (1 - doubt) <= room && most * (1 + doubt) >= columns * (depth - 1);
}

/** Candidates that are tried for copy that is too short, and depths for each. */
const SHORT_TRIALS = 8;
const SHORT_DEPTHS = 16;

/**
 * The copy is too short: a special page takes its biggest design with the most white, a news page its natural white;
 * the columns end level, or nearly so, as low as they then come.
 */
function shortFit(plan: PagePlan, candidates: readonly Candidate[]): Fit | undefined {
  const poster = plan.designs.length > 1;
  const order = [...candidates].sort((a, b) =>
    poster ? emptiness(a) - emptiness(b) || a.known - b.known : a.known - b.known,
  );
  const tried = order.filter(mayHold).slice(0, SHORT_TRIALS);
  return levelShort(tried, poster) ?? raggedShort(tried, poster);
}

/** Feet on one line or, in the last columns, the line above: what the columns share out evenly (CLREQ, columns). */
function levelShort(candidates: readonly Candidate[], poster: boolean): Fit | undefined {
  for (const candidate of candidates) {
    const columns = candidate.design.flow.length;
    for (const depth of shortDepths(candidate, poster)) {
      for (let shallow = 0; shallow < columns; shallow += 1) {
        if (!mayFill(candidate, depth, shallow)) continue;
        const vessel = { depth, ragged: LEVEL, shallowFrom: columns - shallow };
        const fit = tryPour(candidate, vessel, shortCost(candidate, depth));
        if (fit) return fit;
      }
    }
  }
  return undefined;
}

/** Feet two or three lines apart, where heads and paragraphs would have to be parted otherwise. */
function raggedShort(candidates: readonly Candidate[], poster: boolean): Fit | undefined {
  for (const ragged of [2, 3]) {
    for (const candidate of candidates) {
      for (const depth of shortDepths(candidate, poster)) {
        const fit = tryPour(candidate, { depth, ragged }, shortCost(candidate, depth));
        if (fit) return fit;
      }
    }
  }
  return undefined;
}

function shortCost({ known, room }: Candidate, depth: number): number {
  return known + COSTS.shortPage * (room - depth);
}

/** Depths to try: from the deepest down for a special page, from the natural one outwards for a news page. */
function shortDepths({ design, flow, titleLines, room }: Candidate, poster: boolean): readonly number[] {
  const { gap } = design.title;
  const lines = flow.lines.best + flow.titles * titleLines + flow.extraTitleLines;
  const white = Math.max(0, flow.titles - 1) * (poster ? gap.most : gap.natural);
  const likely = Math.min(room, Math.ceil((lines + white) / flow.columns));
  const steps = Array.from({ length: SHORT_DEPTHS }, (_, step) => step);
  const depths = poster
    ? steps.map((step) => likely + 1 - step)
    : steps.flatMap((step) => [likely + step, likely - step - 1]);
  return depths.filter((depth) => depth > 0 && depth <= room);
}

/** Height that stays empty when everything that may grow has grown, points. */
function emptiness({ design, flow, titleLines, room }: Candidate): number {
  const gaps = Math.max(0, flow.titles - 1) * design.title.gap.most;
  const most = flow.lines.most + flow.titles * titleLines + flow.extraTitleLines + gaps;
  return (room - most / flow.columns) * design.leading;
}

/** Copy that goes on only with feet that are not level, in the tightest design. */
function crowdedFit(candidates: readonly Candidate[]): Fit | undefined {
  const tight = candidates
    .filter(({ titleLines, design }) => titleLines === design.title.occupy.least)
    .sort((a, b) => a.known - b.known);
  let best: Fit | undefined;
  for (const candidate of roomiest(tight)) {
    if (!mayHold(candidate)) continue;
    const fit = looselyPoured(candidate);
    if (fit && (!best || fit.cost < best.cost)) best = fit;
  }
  return best;
}

/** Of each design the candidate with the most room. */
function roomiest(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<Design, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.design);
    if (!known || candidate.room > known.room) best.set(candidate.design, candidate);
  }
  return [...best.values()];
}

function mayHold({ flow, titleLines, room }: Candidate): boolean {
  const least = flow.lines.least + flow.titles * titleLines + flow.extraTitleLines;
  return least * (1 - flow.doubt) <= flow.columns * room;
}

function tryPour(
  candidate: Candidate,
  vessel: Omit<Vessel, 'measures' | 'keep'>,
  known: number,
): Fit | undefined {
  const { design, flow, heads, headLines, titleLines } = candidate;
  const measures = design.flow.map((column) => column.measure);
  const best = pour(flow.items(titleLines), { ...vessel, measures, keep: design.keep });
  const { depth } = vessel;
  return best && { design, heads, headLines, titleLines, depth, pour: best, cost: known + best.cost };
}

/** States that are followed when the only question is whether the copy goes on. */
const BEAM = 12;

/** Feet as they come: what counts is that the copy goes on, with its heads and paragraphs kept together. */
function looselyPoured(candidate: Candidate): Fit | undefined {
  return tryPour(candidate, { depth: candidate.room, ragged: Infinity, beam: BEAM }, candidate.known);
}
