import type { Pt } from '../../base/units.ts';
import type { SetVariant } from '../../model/galley.ts';
import { cheapest } from '../cheapest.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Shop, StoryItem } from './flow.ts';
import { rungOf } from './ladder.ts';
import { leftOutCost } from './leave-out.ts';
import { atMeasure, mayTake, settingCost } from './settings.ts';

/** What a text costs by the lines that it takes: `costs[n]` for `least + n` lines, Infinity where it does not set so. */
export interface TextCosts {
  readonly least: number;
  readonly costs: Float64Array;
}

/**
 * Every number of lines that a text may take in columns of one measure, with the least that each costs: what its items cost
 * added up by (min, +), as if it never turned a column.
 */
export function textCosts(
  items: readonly StoryItem[],
  { measure, width }: { readonly measure: number; readonly width: Pt },
  { design, composer }: Shop,
): TextCosts {
  const pull = rungOf(design, 'pull-line')?.most;
  let costs: ByLines = new Map([[0, 0]]);
  for (const group of grouped(items)) {
    let next = costs;
    for (const item of group) {
      next = added(
        next,
        item.kind === 'block' ? item.lines(width) : textChoices(atMeasure(item, measure, composer), pull),
      );
    }
    const [first] = group;
    const gone = first && leftOutCost(first, design);
    costs = gone === undefined ? next : cheaper(next, added(costs, [{ lines: 0, cost: gone }]));
  }
  return tableOf(costs);
}

/** Least cost by number of lines. */
type ByLines = ReadonlyMap<number, number>;

interface Choice {
  readonly lines: number;
  readonly cost: number;
}

/** The settings of a paragraph; one that is shorter or longer than its best only as the ladder lets it. */
function textChoices(variants: readonly SetVariant[], pull: number | undefined): readonly Choice[] {
  const best = cheapest(variants);
  return variants
    .filter((variant) => mayTake(variant, best, pull))
    .map((variant) => ({ lines: variant.lines.length, cost: settingCost(variant, best) }));
}

function added(costs: ByLines, choices: readonly Choice[]): ByLines {
  const sums = new Map<number, number>();
  for (const [lines, cost] of costs) {
    for (const choice of choices) keepLeast(sums, lines + choice.lines, cost + choice.cost);
  }
  return sums;
}

function cheaper(one: ByLines, other: ByLines): ByLines {
  const both = new Map(one);
  for (const [lines, cost] of other) keepLeast(both, lines, cost);
  return both;
}

function keepLeast(costs: Map<number, number>, lines: number, cost: number): void {
  const known = costs.get(lines);
  if (known === undefined || cost < known) costs.set(lines, cost);
}

function tableOf(costs: ByLines): TextCosts {
  const least = Math.min(...costs.keys());
  const table = new Float64Array(Math.max(...costs.keys()) - least + 1).fill(Infinity);
  for (const [lines, cost] of costs) table[lines - least] = cost;
  return { least, costs: table };
}

/** Items of one part together: they stay, or are left out, as one. */
function grouped(items: readonly StoryItem[]): readonly (readonly StoryItem[])[] {
  const groups: StoryItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && item.part && last[0]?.part === item.part) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Whole lines in a room of fractions of them, which rounding must not make one fewer. */
export function wholeLines(room: number): number {
  return Math.floor(room + 1e-6);
}

/** What a text costs in a room of so many lines over `count` columns: full, or up to one line less in every column. */
export function roomCost({ least, costs }: TextCosts, room: number, count: number): number {
  let best = Infinity;
  for (let short = 0; short < count; short += 1) {
    const cost = (costs[room - short - least] ?? Infinity) + NEWS_COSTS.footLine * short;
    if (cost < best) best = cost;
  }
  return best;
}
