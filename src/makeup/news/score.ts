import type { Cells, NewsPlan } from '../../model/news.ts';
import type { ScoreSheet, ScoreTerm } from '../../model/proposal.ts';
import { runsDown } from './forms.ts';
import type { SetStory } from './set-story.ts';
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

/** Scores an arrangement by the terms of a layout desk. */
export function scoreOf({ design }: NewsPlan, { sets, adverts, emptyFoot }: Placed): ScoreSheet {
  const counts: Readonly<Record<ScoreTerm, number>> = {
    'overset-lines': sets.reduce((sum, { over }) => sum + over.lines, 0),
    'empty-lines': sets.reduce(
      (sum, { short, cells }) => sum + short * (cells[0]?.columns ?? 1),
      emptyFoot * design.grid.columns,
    ),
    fit: sets.reduce((sum, { cost }) => sum + cost, 0),
    rank: rankFaults(sets),
    'head-order': headFaults(sets),
    tombstones: tombstones(sets),
    'straight-gaps': straightGaps(sets, adverts, design.grid.columns),
    'uneven-feet': sets.filter(isUneven).length,
    measures: Math.max(0, new Set(sets.flatMap(({ legs }) => legs.map(({ measure }) => measure))).size - 3),
    wishes: sets.reduce((sum, set) => sum + missedWishes(set, sets).length, 0),
    'left-out': sets.reduce(
      (sum, { pour }) => sum + pour.placed.filter(({ pieces }) => pieces.length === 0).length,
      0,
    ),
  };
  const terms = (Object.keys(counts) as ScoreTerm[]).map((name) => {
    const weight = design.weights.get(name) ?? WEIGHTS[name];
    return { name, count: counts[name], off: counts[name] * weight };
  });
  const off = terms.reduce((sum, term) => sum + term.off, 0);
  return { total: Math.max(0, Math.round((100 - off) * 100) / 100), terms };
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

/** Heads of different stories on one line, side by side. */
function tombstones(sets: readonly SetStory[]): number {
  let pairs = 0;
  for (const [index, one] of sets.entries()) {
    for (const other of sets.slice(index + 1)) {
      const [a, b] = [one.cells[0], other.cells[0]];
      if (!a || !b || runsDown(one.way.form.head.place) || runsDown(other.way.form.head.place)) continue;
      const beside = a.column + a.columns === b.column || b.column + b.columns === a.column;
      const level = Math.abs(a.line - b.line) < Math.max(one.way.head.lines, other.way.head.lines) / 2;
      if (beside && level) pairs += 1;
    }
  }
  return pairs;
}

/** Gutters and lines through the whole page of stories that cross none. */
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

function isUneven({ legs, pour }: SetStory): boolean {
  const short = legs.map(({ lines }, index) => lines - (pour.feet[index] ?? 0));
  return Math.max(0, ...short) > 1;
}
