import type { Composer } from '../model/galley.ts';
import type { Design } from '../model/layout.ts';
import type { PagePlan } from '../model/plan.ts';
import { flowingCopy, lengthened, lengthOf, truncated } from './copy.ts';
import { goesOn } from './fit.ts';

/** Characters of lead and blocks that go on the page: the most that `goesOn` says yes to. */
export function charactersThatFit(plan: PagePlan, composer: Composer): number {
  const total = lengthOf(flowingCopy(plan));
  const most = Math.min(total, characterLimit(plan));
  const dense = inDensestDesigns(plan);
  return greatest(most, (count) => goesOn(truncated(dense, count), composer));
}

/** Han characters that may still be written at the end of the last paragraph before the page overflows. */
export function charactersToSpare(plan: PagePlan, composer: Composer): number {
  const dense = inDensestDesigns(plan);
  return greatest(characterLimit(plan), (count) => goesOn(lengthened(dense, count), composer));
}

/** More than a page ever holds: the cells of its densest grid, every mark of half width. */
export function characterLimit({ designs }: PagePlan): number {
  return Math.ceil(1.5 * Math.max(...designs.map(cellsIn)));
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

/** Share of the cells of the densest grid below which a design never holds the most: line ends cost a few in a hundred. */
const DENSE = 0.88;

/** The page with only the designs that may hold the most. */
function inDensestDesigns(plan: PagePlan): PagePlan {
  const most = Math.max(...plan.designs.map(cellsIn));
  return { ...plan, designs: plan.designs.filter((design) => cellsIn(design) >= DENSE * most) };
}

function cellsIn({ flow, grid }: Design): number {
  return flow.reduce((sum, { measure }) => sum + measure, 0) * grid.lines;
}
