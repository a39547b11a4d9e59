import type { Em } from '../base/units.ts';
import { COSTS, LIMITS, fineGap } from './costs.ts';
import { firstFit } from './first-fit.ts';
import { fitter } from './fit.ts';
import type { Items } from './items.ts';
import { searchBreaks } from './search.ts';
import type { BreakProblem, BreakSet } from './search.ts';

/**
 * The break sets of a text by ascending number of lines: for `first-fit` one, for `total-fit` the best with its
 * neighbours of one line fewer and one line more where they keep the limits of costs.ts. The passes: fine joints,
 * tolerable joints, any joints and cuts inside the words of an address, and at last also a last line that is too short and lines over their measure.
 */
export function breakItems(problem: BreakProblem): readonly BreakSet[] {
  const { items, setting, measures } = problem;
  if (items.count === 0 || measures(0) === Infinity) return [{ breaks: [items.count], cost: 0 }];
  const fit = fitter(items, setting);
  const legal = legalBreaks(items, Infinity);
  const usual = legalBreaks(items, COSTS.insideAddress);
  if (setting.breaking === 'first-fit') return [firstFit(problem, fit, legal)];
  for (const { variants, cuts, ...pass } of PASSES) {
    const found = searchBreaks({ ...problem, ...pass, fit, legal: cuts ? legal : usual });
    if (found.length > 0) return variants ? found.toSorted(byLines) : found.slice(0, 1);
  }
  return [firstFit(problem, fit, legal)];
}

interface Pass {
  readonly tolerance: (measure: Em) => Em;
  readonly variants: boolean;
  /** Whether an address may be cut inside its words. */
  readonly cuts: boolean;
  readonly lastResort: boolean;
}

const PASSES: readonly Pass[] = [
  { tolerance: fineGap, variants: true, cuts: false, lastResort: false },
  { tolerance: () => LIMITS.bad, variants: false, cuts: false, lastResort: false },
  { tolerance: () => Infinity, variants: false, cuts: true, lastResort: false },
  { tolerance: () => Infinity, variants: false, cuts: true, lastResort: true },
];

function byLines(one: BreakSet, other: BreakSet): number {
  return one.breaks.length - other.breaks.length;
}

/** Breaks of a cost under `most`, ascending. */
function legalBreaks(items: Items, most: number): Int32Array {
  const legal: number[] = [];
  for (let at = 0; at <= items.count; at += 1) if ((items.penalty[at] ?? 0) < most) legal.push(at);
  return Int32Array.from(legal);
}
