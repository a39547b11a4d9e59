import type { Rect } from '../../base/geometry.ts';
import { buttingHeads, HEAD_REACH, wallsBetween } from '../../base/head-boxes.ts';
import { feetOf, unevenFeet } from '../../base/legs.ts';
import type { Cells, NewsDesign, NewsPlan } from '../../model/news.ts';
import type { PlacedStory } from '../../model/page.ts';
import type { ScoreSheet, ScoreTerm } from '../../model/proposal.ts';
import { ownersOf, separatorsOf } from './separators.ts';
import type { SetStory } from './set-story.ts';
import { rectOf } from './story-columns.ts';
import { placedStory } from './story-facts.ts';
import { missedWishes } from './wishes.ts';

/** Points off for one of each; a layout may weigh the terms otherwise. */
const WEIGHTS: Readonly<Record<ScoreTerm, number>> = {
  'overset-lines': 2,
  'empty-lines': 0.5,
  fit: 0.02,
  rank: 2,
  'head-order': 3,
  tombstones: 0.8,
  'straight-gaps': 7,
  'uneven-feet': 2,
  measures: 0.5,
  wishes: 5,
  'left-out': 3,
};

/** Stories and advertisements in their places, and lines that stay empty at the foot. */
interface Placed {
  readonly sets: readonly SetStory[];
  readonly adverts: readonly Cells[];
  readonly emptyFoot: number;
}

/**
 * Scores an arrangement by the terms of a layout desk. Tombstones and feet are measured as the checks of the page measure
 * them, so that a page that is chosen for them passes.
 */
export function scoreOf({ design }: NewsPlan, { sets, adverts, emptyFoot }: Placed): ScoreSheet {
  const stories = sets.map(placedStory);
  const short = sum(sets, (set) => set.short * (set.cells[0]?.columns ?? 1));
  const counts: Readonly<Record<ScoreTerm, number>> = {
    'overset-lines': sum(sets, ({ over }) => over.lines),
    'empty-lines': short + emptyFoot * design.grid.columns,
    fit: sum(sets, ({ cost }) => cost),
    rank: rankFaults(sets),
    'head-order': headFaults(sets),
    tombstones: tombstones(stories, sets, adverts, design),
    'straight-gaps': straightGaps(sets, adverts, design.grid.columns),
    'uneven-feet': stories.filter(({ legs }) => unevenFeet(feetOf(legs)) > LEVEL).length,
    measures: Math.max(0, measuresOf(sets) - MEASURES),
    wishes: sum(sets, (set) => missedWishes(set, sets).length),
    'left-out': sum(sets, ({ pour }) => pour.placed.filter(({ pieces }) => pieces.length === 0).length),
  };
  const terms = (Object.keys(counts) as ScoreTerm[]).map((name) => {
    const weight = design.weights.get(name) ?? WEIGHTS[name];
    return { name, count: counts[name], off: counts[name] * weight };
  });
  const off = sum(terms, (term) => term.off);
  return { total: Math.max(0, Math.round((100 - off) * 100) / 100), terms };
}

/** Lines by which feet may differ and still count as level. */
const LEVEL = 1;
/** Measures that a page may have without looking restless. */
const MEASURES = 3;

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function measuresOf(sets: readonly SetStory[]): number {
  return new Set(sets.flatMap(({ legs }) => legs.map(({ measure }) => measure))).size;
}

/** Pairs of stories of which the lesser stands above and left of the better. */
function rankFaults(sets: readonly SetStory[]): number {
  let faults = 0;
  for (const one of sets) {
    for (const other of sets) {
      const [a, b] = [one.cells[0], other.cells[0]];
      if (!a || !b || one.kit.story.rank >= other.kit.story.rank) continue;
      if (b.line < a.line && b.column <= a.column) faults += 1;
    }
  }
  return faults;
}

/** Heads larger than that of a better story. */
function headFaults(sets: readonly SetStory[]): number {
  const sized = sets
    .filter(({ way }) => way.head.size > 0)
    .sort((a, b) => a.kit.story.rank - b.kit.story.rank);
  return sized.slice(1).filter(({ way }, index) => way.head.size > (sized[index]?.way.head.size ?? Infinity))
    .length;
}

/** Heads side by side with nothing between them. */
function tombstones(
  stories: readonly PlacedStory[],
  sets: readonly SetStory[],
  adverts: readonly Cells[],
  design: NewsDesign,
): number {
  const rules = separatorsOf(ownersOf(sets, adverts), design).rects;
  const walls = wallsBetween(stories, [...rules, ...rectsOf(adverts, design)]);
  const heads = stories.flatMap(({ head }) => head ?? []);
  return buttingHeads(heads, walls, HEAD_REACH * design.grid.gutter).length;
}

/**
 * Gutters and lines through the whole page of stories, over the advertisements at its foot, that cross none. The checks of
 * the page tell of gaps through nine tenths of it, too; counted here, they lead to pages with text that jumps.
 */
function straightGaps(sets: readonly SetStory[], adverts: readonly Cells[], columns: number): number {
  const cells = sets.flatMap((set) => set.cells);
  const [first] = cells;
  if (!first || sets.length < 2) return 0;
  const foot = adverts.reduce((least, { line }) => Math.min(least, line), Infinity);
  const inner = cells.filter(({ line }) => line < foot);
  let gaps = 0;
  for (let column = 1; column < columns; column += 1) {
    if (inner.every((each) => each.column >= column || each.column + each.columns <= column)) gaps += 1;
  }
  const tops = new Set(inner.map(({ line }) => line));
  const top = Math.min(...tops);
  for (const line of tops) {
    if (line > top && inner.every((each) => each.line >= line || each.line + each.lines < line + 1))
      gaps += 1;
  }
  return gaps;
}

function rectsOf(adverts: readonly Cells[], design: NewsDesign): readonly Rect[] {
  return adverts.map((cells) => rectOf(cells, design));
}
