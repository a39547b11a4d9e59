import type { Em } from '../base/units.ts';
import type { Fit, Fitter } from './fit.ts';
import { lastUnits } from './search.ts';
import type { BreakProblem, BreakSet } from './search.ts';

/**
 * Line after line, each as full as the rules permit (CLREQ #prohibition_rules_for_line_start_end): a line that would
 * not come out even takes one more unit in by shrinking (`push-in`), else ends at the last break that fits. A measure
 * with no legal break lets the line run on to the next one. Then the last break is moved back if the last line is too
 * short.
 */
export function firstFit(problem: BreakProblem, fit: Fitter, legal: Int32Array): BreakSet {
  const desk: Desk = { problem, fit, legal };
  const ends: number[] = [];
  let from = 0;
  while (from < legal.length - 1) {
    from = lineEnd(desk, from, ends.length);
    ends.push(from);
  }
  const kept = problem.endsParagraph ? withLongerLast(desk, ends) : ends;
  return { breaks: kept.map((end) => legal[end] ?? 0), cost: costOf(desk, kept) };
}

/** Slack that counts as none. */
const EVEN: Em = 1e-6;

interface Desk {
  readonly problem: BreakProblem;
  readonly fit: Fitter;
  readonly legal: Int32Array;
}

/** Index of the legal break that ends the line from `from`. */
function lineEnd(desk: Desk, from: number, line: number): number {
  let best = -1;
  let slack = 0;
  for (let to = from + 1; to < desk.legal.length; to += 1) {
    const tried = tryLine(desk, from, to, line);
    if (tried.excess <= EVEN) {
      best = to;
      slack = -tried.excess;
      continue;
    }
    const takesIn = tried.over === 0 && slack > EVEN;
    return best < 0 || takesIn ? to : best;
  }
  return best;
}

/** Fits the line between two legal breaks. */
function tryLine({ problem, fit, legal }: Desk, from: number, to: number, line: number): Fit {
  const first = from === 0;
  return fit(legal[from] ?? 0, legal[to] ?? 0, {
    measure: problem.measures(line),
    indent: first ? problem.indent : 0,
    first,
    last: to === legal.length - 1,
  });
}

/** Moves the last break back until the last line holds enough characters, if a legal break lets it. */
function withLongerLast(desk: Desk, ends: readonly number[]): readonly number[] {
  const { problem, legal } = desk;
  const last = ends.length - 2;
  const turn = ends[last];
  const isShort = (at: number) => lastUnits(problem.items, legal[at] ?? 0) < problem.setting.shortLast;
  if (turn === undefined || !isShort(turn)) return ends;
  for (let to = turn - 1; to > (ends[last - 1] ?? 0); to -= 1) {
    if (tryLine(desk, to, legal.length - 1, last + 1).over > 0) break;
    if (!isShort(to)) return ends.with(last, to);
  }
  return ends;
}

function costOf(desk: Desk, ends: readonly number[]): number {
  return ends.reduce((cost, to, line) => {
    const penalty = desk.problem.items.penalty[desk.legal[to] ?? 0] ?? 0;
    return cost + tryLine(desk, ends[line - 1] ?? 0, to, line).cost + penalty;
  }, 0);
}
