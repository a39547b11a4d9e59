import type { Composer } from '../model/galley.ts';
import type { PagePlan } from '../model/plan.ts';
import { flowingCopy, lengthened, lengthOf, truncated } from './copy.ts';
import { goesOn } from './fit.ts';

/** Characters of lead and blocks that go on the page: the most that `goesOn` says yes to. */
export function charactersThatFit(plan: PagePlan, composer: Composer): number {
  const total = lengthOf(flowingCopy(plan));
  const most = Math.min(total, characterLimit(plan));
  return greatest(most, (count) => goesOn(truncated(plan, count), composer));
}

/** Han characters that may still be written at the end of the last paragraph before the page overflows. */
export function charactersToSpare(plan: PagePlan, composer: Composer): number {
  return greatest(characterLimit(plan), (count) => {
    const longer = lengthened(plan, count);
    return longer !== undefined && goesOn(longer, composer);
  });
}

/** More than a page ever holds: the cells of its densest grid, every mark of half width. */
export function characterLimit({ designs }: PagePlan): number {
  const cells = designs.map(
    ({ flow, grid }) => flow.reduce((sum, { measure }) => sum + measure, 0) * grid.lines,
  );
  return Math.ceil(1.5 * Math.max(...cells));
}

/** The greatest number up to `most` that passes, when all smaller ones do; 0 when none does. */
function greatest(most: number, passes: (count: number) => boolean): number {
  let yes = 0;
  let no = most + 1;
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (passes(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
