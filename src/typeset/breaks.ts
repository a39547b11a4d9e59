import type { Em } from '../base/units.ts';
import { LIMITS, fineGap } from './costs.ts';
import { firstFit } from './first-fit.ts';
import { fitter } from './fit.ts';
import type { Items } from './items.ts';
import { searchBreaks } from './search.ts';
import type { BreakProblem, BreakSet } from './search.ts';

/**
 * The break sets of a text by ascending number of lines: for `first-fit` one, for `total-fit` the best with its
 * neighbours of one line fewer and one line more where they keep the limits of costs.ts. The passes: fine joints,
 * tolerable joints, any joints, and at last also a last line that is too short and lines over their measure.
 */
export function breakItems(problem: BreakProblem): readonly BreakSet[] {
  const { items, setting, measures } = problem;
  if (items.count === 0 || measures(0) === Infinity) return [{ breaks: [items.count], cost: 0 }];
  const fit = fitter(items, setting);
  const legal = legalBreaks(items);
  if (setting.breaking === 'first-fit') return [firstFit(problem, fit, legal)];
  for (const { variants, ...pass } of PASSES) {
    const found = searchBreaks({ ...problem, ...pass, fit, legal });
    if (found.length > 0) return variants ? found.toSorted(byLines) : found.slice(0, 1);
  }
  return [firstFit(problem, fit, legal)];
}

interface Pass {
  readonly tolerance: (measure: Em) => Em;
  readonly variants: boolean;
  readonly lastResort: boolean;
}

const PASSES: readonly Pass[] = [
  { tolerance: fineGap, variants: true, lastResort: false },
  { tolerance: () => LIMITS.bad, variants: false, lastResort: false },
  { tolerance: () => Infinity, variants: false, lastResort: false },
  { tolerance: () => Infinity, variants: false, lastResort: true },
];

function byLines(one: BreakSet, other: BreakSet): number {
  return one.breaks.length - other.breaks.length;
}

function legalBreaks(items: Items): Int32Array {
  const legal: number[] = [];
  for (let at = 0; at <= items.count; at += 1) if ((items.penalty[at] ?? 0) < Infinity) legal.push(at);
  return Int32Array.from(legal);
}
