import type { Report } from '../base/diagnostic.ts';
import type { Composer, TypeLine } from '../model/galley.ts';
import type { DisplayItem, Page, PageGrid, RegionFit } from '../model/page.ts';
import type { PagePlan } from '../model/plan.ts';
import {
  copyOf,
  countOf,
  flowingCopy,
  lengthOf,
  charactersOn,
  proveSame,
  restOf,
  truncated,
} from './copy.ts';
import { fitPage, SILENT_SHORTFALL, type Fit } from './fit.ts';
import { leadOf } from './heads.ts';
import { fitNotes } from './notes.ts';
import { placePage } from './place.ts';
import { reportLines, reportLongHead } from './reports.ts';
import { titleOver, titleText } from './title.ts';
import { characterLimit, charactersThatFit, charactersToSpare } from './room.ts';

/**
 * Makes up the page: chooses what makes it full, puts every line at its place, and proves that the copy stands on it
 * once and in order. Reports `overset` (then the page holds what fits), `short`, `head-too-long`, `overfull-line` and
 * `loose-line`.
 */
export function makeUp(plan: PagePlan, composer: Composer, report: Report): Page {
  const whole = lengthOf(flowingCopy(plan)) > characterLimit(plan) ? undefined : fitPage(plan, composer);
  const count = whole ? undefined : charactersThatFit(plan, composer);
  const held = count === undefined ? plan : truncated(plan, count);
  const fit = whole ?? fitPage(held, composer);
  if (!fit) throw new Error('a page without lead and blocks must fit');
  const region = regionFit(plan, held, fit, composer);
  if (count !== undefined) reportOverset(plan, count, region, report);
  else reportShort(plan, fit, region, report);
  reportHeads(fit, report);
  reportTitles(held, fit, composer, report);
  reportLaid(held, fit, report);
  reportLines(linesOf(fit), report);
  const { items, outline } = placePage(held, fit, composer);
  reportRunaways(items, fit, report);
  const characters = charactersOn(items);
  proveSame(copyOf(held), characters);
  return {
    paper: plan.paper,
    title: plan.headline.characters,
    language: fit.design.text.language,
    items,
    outline,
    grid: pageGrid(fit),
    regions: [region],
    characters: { copy: lengthOf(copyOf(plan)), set: countOf(characters) },
    stories: [],
    adverts: [],
    separators: [],
    fit: fitNotes(fit),
    ...(plan.number !== undefined && { number: plan.number }),
    ...(plan.date !== undefined && { date: plan.date }),
  };
}

function regionFit(plan: PagePlan, held: PagePlan, fit: Fit, composer: Composer): RegionFit {
  const { design, headLines, pour } = fit;
  const { grid, leading } = design;
  const depth = grid.lines - headLines;
  const lines = pour.feet.reduce((sum, foot) => sum + foot, 0);
  const left = Math.min(...design.flow.map(({ x }) => x));
  const right = Math.max(...design.flow.map(({ x, width }) => x + width));
  const over = plan === held ? 0 : lengthOf(flowingCopy(plan)) - lengthOf(flowingCopy(held));
  // A page of several designs that is full has no room to tell of: more copy would only change the design.
  const open = plan === held && (plan.designs.length === 1 || isShort(fit));
  const spare = open ? charactersToSpare(plan, composer) : 0;
  const measure = design.flow.at(-1)?.measure ?? design.grid.measure;
  const spareLines = Math.ceil(spare / measure);
  return {
    name: 'blocks',
    rect: { x: left, y: grid.top + headLines * leading, width: right - left, height: depth * leading },
    lines,
    room: lines + spareLines,
    over: { lines: Math.ceil(over / measure), characters: over },
    short: { lines: spareLines, characters: spare },
  };
}

/** Whether more stays empty than a page may keep silent about. */
function isShort({ design, headLines, pour }: Fit): boolean {
  const room = design.flow.length * (design.grid.lines - headLines);
  const lines = pour.feet.reduce((sum, foot) => sum + foot, 0);
  return room - lines > SILENT_SHORTFALL * design.flow.length;
}

function reportOverset(plan: PagePlan, count: number, { name, over }: RegionFit, report: Report): void {
  const rest = restOf(plan, count);
  report({
    severity: 'error',
    code: 'overset',
    values: { region: name, lines: over.lines, characters: over.characters, words: rest?.words ?? '' },
    hints: [{ code: 'cut-copy', values: { characters: over.characters } }],
    ...(rest && { range: rest.range }),
  });
}

function reportShort(plan: PagePlan, fit: Fit, { name, short }: RegionFit, report: Report): void {
  if (!isShort(fit)) return;
  const last = flowingCopy(plan).at(-1) ?? plan.headline;
  report({
    severity: 'warning',
    code: 'short',
    values: { region: name, lines: short.lines, characters: short.characters },
    range: last.range,
    hints: [{ code: 'add-copy', values: { characters: short.characters } }],
  });
}

function reportHeads({ heads }: Fit, report: Report): void {
  for (const piece of heads.pieces) {
    if (piece.kind !== 'headline' && piece.kind !== 'kicker' && piece.kind !== 'deck') continue;
    reportLongHead({ head: piece.kind, range: piece.text.range, size: piece.size, over: piece.over }, report);
  }
}

function reportTitles(plan: PagePlan, { design }: Fit, composer: Composer, report: Report): void {
  for (const { title } of plan.blocks) {
    if (!title) continue;
    const { over, size } = titleOver(titleText(title, design, composer), design);
    reportLongHead({ head: 'title', range: title.range, size, over }, report);
  }
}

/** Words of folio and byline stand in one line, whatever their length: none may leave the type area. */
function reportRunaways(items: readonly DisplayItem[], { design }: Fit, report: Report): void {
  const { left, width } = design.grid;
  for (const item of items) {
    if (item.kind !== 'glyphs' || !item.origin || (item.role !== 'folio' && item.role !== 'byline')) continue;
    const places = item.glyphs.map(({ dx }) => item.x + dx);
    const over = Math.max(left - Math.min(...places), Math.max(...places) + item.size - left - width);
    if (over <= item.size) continue;
    reportLongHead({ head: item.role, range: item.origin, size: item.size, over }, report);
  }
}

/** A headline that was to run down and found no place for it. */
function reportLaid({ headline, headlineDirection }: PagePlan, { heads }: Fit, report: Report): void {
  if (headlineDirection === 'horizontal' || heads.pieces.some(({ kind }) => kind === 'vertical-head')) return;
  report({
    severity: 'warning',
    code: 'headline-laid',
    values: { words: headline.characters },
    range: headline.range,
    hints: [{ code: 'vertical-head' }],
  });
}

/** The lines of lead and body, for the report of bad ones. */
function linesOf({ pour, heads }: Fit): readonly TypeLine[] {
  const body = pour.placements.flatMap((placed) => {
    if (placed.kind === 'box') return placed.set.lines;
    return placed.kind === 'paragraph' ? placed.variant.lines : [];
  });
  const lead = heads.pieces.flatMap((piece) => leadOf(piece)?.lines.map(({ line }) => line) ?? []);
  return [...lead, ...body];
}

function pageGrid({ design }: Fit): PageGrid {
  const { grid, leading, size, flow } = design;
  return {
    area: { x: grid.left, y: grid.top, width: grid.width, height: grid.lines * leading },
    columns: flow.map(({ x, width }) => ({ x, width })),
    leading,
    lines: grid.lines,
    size,
  };
}
