import type { Em } from '../base/units.ts';
import type { Measures } from '../model/galley.ts';
import type { Setting } from '../model/setting.ts';
import { COSTS, fitnessOf } from './costs.ts';
import { unevenness } from './fit.ts';
import type { Fit, Fitter } from './fit.ts';
import type { Items } from './items.ts';

/** A text to be broken: its items and where it stands in its paragraph. */
export interface BreakProblem {
  readonly items: Items;
  readonly setting: Setting;
  readonly measures: Measures;
  /** Blank before the first line. */
  readonly indent: Em;
  /** Whether its end is the end of the paragraph, where the last line must not be too short. */
  readonly endsParagraph: boolean;
}

/** Line ends of a set: sign offsets, ascending, the last one the number of signs; and what the lines cost. */
export interface BreakSet {
  readonly breaks: readonly number[];
  readonly cost: number;
}

export interface SearchProblem extends BreakProblem {
  readonly fit: Fitter;
  /** Breaks that no rule forbids, both ends included, ascending. */
  readonly legal: Int32Array;
  /** Lines looser than this are not considered, by measure. */
  readonly tolerance: (measure: Em) => Em;
  /** Whether a last line that is too short, and lines over their measure, are let through at a cost. */
  readonly lastResort: boolean;
}

/** Line counts kept at a break: its best one and so many fewer and more. */
const SPREAD = 2;
const FITNESSES = 3;
const STATES = (2 * SPREAD + 1) * FITNESSES;
/** Line counts that the ways to one break may differ by before all but those near the best are dropped. */
const SCRATCH_COUNTS = 48;
/** A line this far over its measure ends the look back: nothing longer can fit, whatever hangs or is trimmed. */
const HOPELESS: Em = 2;
const UNREACHED = -1000;
/** Sums of halves are not exact. */
const EQUAL: Em = 1e-6;

/**
 * Knuth & Plass (1981, p. 1137 to 1145) over the legal breaks: the best way to each break by number of lines and
 * fitness of its last line, kept for the line counts near the best one. Answers the best set first, then those of one
 * line fewer and one line more, as far as there are any; nothing when no set is legal. Time grows with breaks × signs
 * of a line, since a look back ends where no line can fit.
 */
export function searchBreaks(problem: SearchProblem): readonly BreakSet[] {
  const breaks = problem.legal.length;
  const search: Search = {
    ...problem,
    base: new Int32Array(breaks).fill(UNREACHED),
    cost: new Float64Array(breaks * STATES).fill(Infinity),
    previous: new Int32Array(breaks * STATES).fill(-1),
    trial: {
      base: 0,
      cost: new Float64Array(SCRATCH_COUNTS * FITNESSES),
      previous: new Int32Array(SCRATCH_COUNTS * FITNESSES),
    },
    ...extremes(problem, breaks),
  };
  search.base[0] = 0;
  search.cost[0] = 0;
  for (let to = 1; to < breaks; to += 1) relax(search, to);
  return readSets(search);
}

/** The table of states, by break × STATES + (count − base) × FITNESSES + fitness. */
interface Search extends SearchProblem {
  /** Line count of the first states kept at each break. */
  readonly base: Int32Array;
  readonly cost: Float64Array;
  /** Index of the state before. */
  readonly previous: Int32Array;
  /** The ways to the break that is being looked at. */
  readonly trial: { base: number; readonly cost: Float64Array; readonly previous: Int32Array };
  /** Least and greatest measure that a line may have, and the most space at a joint that the pass lets through. */
  readonly narrowest: Em;
  readonly widest: Em;
  readonly loosest: Em;
}

/** No set has more lines than there are breaks. */
function extremes({ measures, tolerance }: SearchProblem, breaks: number) {
  const all = new Set(Array.from({ length: breaks }, (_, line) => measures(line)));
  return {
    narrowest: Math.min(...all),
    widest: Math.max(...all),
    loosest: Math.max(...Array.from(all, tolerance)),
  };
}

/** Finds the best ways to one break from the breaks before it. */
function relax(search: Search, to: number): void {
  const { trial } = search;
  let met = false;
  for (let from = to - 1; from >= 0; from -= 1) {
    const base = search.base[from] ?? UNREACHED;
    if (base !== UNREACHED) {
      if (!met) {
        trial.cost.fill(Infinity);
        trial.base = base + 1 - SCRATCH_COUNTS / 2;
        met = true;
      }
      extend(search, from, to);
    }
    if (leastWidth(search, from, to) > search.widest + HOPELESS) break;
  }
  if (met) keepBest(search, to);
}

/** Width of the ink between two breaks when all blanks are gone. */
function leastWidth({ items, legal }: Search, from: number, to: number): Em {
  const start = legal[from] ?? 0;
  const end = (legal[to] ?? 0) - 1;
  const natural = (items.position[end] ?? 0) - (items.position[start] ?? 0);
  return natural - (items.shrinkAll[end] ?? 0) + (items.shrinkAll[start] ?? 0);
}

/** Adds the line from one break to another to every state of the former. */
function extend(search: Search, from: number, to: number): void {
  const start = search.legal[from] ?? 0;
  const end = search.legal[to] ?? 0;
  const last = to === search.legal.length - 1;
  if (!last && naturalReach(search, start, end) + (end - start) * search.loosest < search.narrowest) return;
  let measure = NaN;
  let lineCost = Infinity;
  let gap = 0;
  for (let state = 0; state < STATES; state += 1) {
    const sofar = search.cost[from * STATES + state] ?? Infinity;
    if (sofar === Infinity) continue;
    const count = (search.base[from] ?? 0) + Math.floor(state / FITNESSES);
    const here = search.measures(count);
    if (here !== measure) {
      measure = here;
      const fit = search.fit(start, end, {
        measure,
        indent: start === 0 ? search.indent : 0,
        first: start === 0,
        last,
      });
      gap = fit.gap;
      lineCost = costOf(search, fit, from, to);
    }
    if (lineCost === Infinity) continue;
    const place = (count + 1 - search.trial.base) * FITNESSES + fitnessOf(gap);
    offer(search, place, sofar + lineCost + unevenness(state % FITNESSES, gap, last), from * STATES + state);
  }
}

/**
 * Width that a line takes when its blanks stand and its word spaces and gaps are opened to their limits. With the space that
 * the pass tolerates at every sign it is the widest that the line may be: most lines are too loose, and need not be fitted.
 */
function naturalReach({ items, indent }: Search, start: number, end: number): Em {
  const first = items.firstInk[start] ?? 0;
  const last = Math.max(first, (items.lastInk[end] ?? 0) - 1);
  const ink = (items.position[last] ?? 0) + (items.face[last] ?? 0) - (items.position[first] ?? 0);
  const blanks = (items.before[first] ?? 0) + (items.after[last] ?? 0) + (items.hyphen[end] ?? 0);
  const word = (items.takeWord[last] ?? 0) - (items.takeWord[first] ?? 0);
  const gap = (items.takeGap[last] ?? 0) - (items.takeGap[first] ?? 0);
  return (start === 0 ? indent : 0) + ink + blanks + word + gap + EQUAL;
}

function offer({ trial }: Search, place: number, cost: number, state: number): void {
  if (cost >= (trial.cost[place] ?? -Infinity)) return;
  trial.cost[place] = cost;
  trial.previous[place] = state;
}

/** Demerits of a line with its break, or Infinity when it is not let through in this pass. */
function costOf(search: Search, fit: Fit, from: number, to: number): number {
  const { items, setting, legal, lastResort } = search;
  let cost = fit.cost + (items.penalty[legal[to] ?? 0] ?? 0);
  if (fit.over > 0) {
    if (!lastResort || from !== to - 1) return Infinity;
    cost += COSTS.overfull * (1 + fit.over);
  }
  if (fit.gap > search.tolerance(fit.measure)) return Infinity;
  if (isDivided(items, legal[from]) && isDivided(items, legal[to])) cost += COSTS.hyphen;
  if (to < legal.length - 1 || from === 0 || !search.endsParagraph) return cost;
  const units = lastUnits(items, legal[from] ?? 0);
  if (units < setting.shortLast)
    return lastResort ? cost + COSTS.shortLast * (setting.shortLast - units) : Infinity;
  return units === 2 && setting.shortLast === 2 ? cost + COSTS.twoLast : cost;
}

function isDivided(items: Items, at: number | undefined): boolean {
  return (items.hyphen[at ?? 0] ?? 0) > 0;
}

/** Characters of a last line that begins at a sign, as people count them. */
export function lastUnits(items: Items, start: number): number {
  return (items.units[items.count] ?? 0) - (items.units[start] ?? 0);
}

/** Keeps of the ways to a break those whose line count is near that of the best. */
function keepBest({ trial, ...search }: Search, to: number): void {
  let best = 0;
  for (let place = 1; place < trial.cost.length; place += 1) {
    if ((trial.cost[place] ?? Infinity) < (trial.cost[best] ?? Infinity)) best = place;
  }
  if ((trial.cost[best] ?? Infinity) === Infinity) return;
  const first = Math.floor(best / FITNESSES) - SPREAD;
  search.base[to] = trial.base + first;
  for (let state = 0; state < STATES; state += 1) {
    search.cost[to * STATES + state] = trial.cost[first * FITNESSES + state] ?? Infinity;
    search.previous[to * STATES + state] = trial.previous[first * FITNESSES + state] ?? -1;
  }
}

/** The best set at the end of the text and its neighbours by one line. */
function readSets(search: Search): readonly BreakSet[] {
  const end = (search.legal.length - 1) * STATES;
  const ends: number[] = [];
  for (let count = 0; count < STATES / FITNESSES; count += 1) {
    const states = [0, 1, 2].map((fitness) => end + count * FITNESSES + fitness);
    ends.push(states.reduce((one, other) => (costAt(search, other) < costAt(search, one) ? other : one)));
  }
  const order = [SPREAD, SPREAD - 1, SPREAD + 1].map((count) => ends[count] ?? end);
  return order.filter((state) => costAt(search, state) < Infinity).map((state) => readSet(search, state));
}

function costAt(search: Search, state: number): number {
  return search.cost[state] ?? Infinity;
}

function readSet(search: Search, end: number): BreakSet {
  const breaks: number[] = [];
  for (let state = end; state >= STATES; state = search.previous[state] ?? 0) {
    breaks.push(search.legal[Math.floor(state / STATES)] ?? 0);
  }
  return { breaks: breaks.toReversed(), cost: costAt(search, end) };
}
