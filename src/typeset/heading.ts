import type { Em } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
import type { Direction } from '../model/direction.ts';
import type { FontRole } from '../model/face.ts';
import type { HeadingVariant } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import { DEFAULT_SETTING } from '../model/setting.ts';
import type { Language, Setting } from '../model/setting.ts';
import { itemsOf } from './items.ts';
import type { Items } from './items.ts';
import { placeLine } from './place.ts';
import type { PlacedText } from './place.ts';
import { annotate } from './ruby.ts';
import { settler } from './settle.ts';
import type { Settler } from './settle.ts';
import type { Sign } from './sign.ts';
import { signsOf } from './signs.ts';
import { TURN_COSTS, markedCosts, turnCosts } from './turns.ts';
import { verticalSigns } from './vertical.ts';

/**
 * The best turn of a heading into exactly 1, 2 … `lines` lines, as far as there is one; turns by sense (turns.ts).
 * Forced turns are always taken, so a heading with n of them has n + 1 lines at least. Spaces at turns vanish. A variant's
 * width leaves out the blank halves of marks at line edges: quotes hang out optically. Reports nothing.
 */
export function setHeading(
  heading: Text,
  { role, direction = 'horizontal', language = 'zh-Hans' }: HeadingStyle,
  lines: number,
  fonts: FontBook,
): readonly HeadingVariant[] {
  const setting: Setting = { ...DEFAULT_SETTING, ...HEADING, language };
  const source = { kind: 'fonts', fonts, plain: role, strong: role } as const;
  const across = signsOf(heading.characters, heading.marks, source, setting);
  const set = direction === 'vertical' ? verticalSigns(across, fonts, setting.tracking) : across;
  const plain = set.map(withoutBracketBlanks);
  const { signs, rubies } = annotate(plain, heading.marks, source, { ...setting, direction });
  const items = itemsOf(signs, setting);
  const placed = { text: heading, signs, rubies, direction };
  const settle = settler(items, setting);
  const problem = problemOf(heading, placed, items, language);
  return turnSets(problem, Math.max(lines, problem.forced.length + 1)).map((set) =>
    variantOf(set, placed, settle),
  );
}

/** The face of a heading, the way it runs (horizontal when not said) and its language. */
export interface HeadingStyle {
  readonly role: FontRole;
  readonly direction?: Direction;
  readonly language?: Language;
}

const HEADING = {
  startTrim: 'force',
  endTrim: 'force',
  hang: 'none',
  align: 'start',
  indent: 0,
  overflow: 'push-out',
} as const;

/** At the size of a heading quotation marks and brackets are half an em wide (house). */
function withoutBracketBlanks(sign: Sign): Sign {
  const isBracket = sign.kind === 'opening' || sign.kind === 'closing';
  return isBracket ? { ...sign, before: 0, after: 0 } : sign;
}

interface TurnProblem {
  readonly items: Items;
  /** Sign offsets of the turns that the copy demands. */
  readonly forced: readonly number[];
  /** Turns at the marked places alone. */
  readonly marked: Turns;
  /** All turns; looks the words up at the first call. */
  readonly whole: () => Turns;
}

interface Turns {
  readonly costs: readonly number[];
  /** Sign offsets at which a line may begin or end, ascending, 0 and the end included. */
  readonly places: readonly number[];
}

interface TurnSet {
  readonly ends: readonly number[];
  readonly cost: number;
}

function problemOf(heading: Text, { signs }: PlacedText, items: Items, language: Language): TurnProblem {
  const turns = new Set(heading.marks.filter((mark) => mark.kind === 'turn').map((mark) => mark.start));
  const forced = signs.flatMap((sign, at) => (at > 0 && turns.has(sign.start) ? [at] : []));
  const turnsAt = (costs: readonly number[]): Turns => {
    const known = costs.map((cost, at) => (forced.includes(at) ? 0 : cost));
    const inner = known.flatMap((cost, at) => (at > 0 && cost < Infinity ? [at] : []));
    return { costs: known, places: [0, ...inner, signs.length] };
  };
  const costs = markedCosts(signs, items);
  let whole: Turns | undefined;
  return {
    items,
    forced,
    marked: turnsAt(costs),
    whole: () => (whole ??= turnsAt(turnCosts(heading.characters, signs, items, language))),
  };
}

/** For each number of lines the cheapest set of turns; a set at marked places is taken if no plain turn could be better. */
function turnSets(problem: TurnProblem, most: number): readonly TurnSet[] {
  const sets: TurnSet[] = [];
  for (let count = problem.forced.length + 1; count <= most; count += 1) {
    const marked = turnSet(problem, problem.marked, count);
    const set = marked && marked.cost <= TURN_COSTS.plain ? marked : turnSet(problem, problem.whole(), count);
    if (set) sets.push(set);
  }
  return sets;
}

/** The cheapest set of so many lines: a dynamic programme over places × lines. */
function turnSet({ items, forced }: TurnProblem, turns: Turns, count: number): TurnSet | undefined {
  const mean = inkWidth(items, 0, items.count) / count;
  const desk = { items, forced, ...turns };
  let ways: (TurnSet | undefined)[] = turns.places.map((_, at) =>
    at === 0 ? { ends: [], cost: 0 } : undefined,
  );
  for (let line = 1; line <= count; line += 1) {
    ways = turns.places.map((end, to) => bestWay(desk, ways, { to, end, mean, last: line === count }));
  }
  const set = ways.at(-1);
  return set && set.cost < Infinity ? set : undefined;
}

interface TurnDesk extends Turns {
  readonly items: Items;
  readonly forced: readonly number[];
}

interface LineEnd {
  readonly to: number;
  readonly end: number;
  readonly mean: Em;
  readonly last: boolean;
}

function bestWay(
  problem: TurnDesk,
  ways: readonly (TurnSet | undefined)[],
  line: LineEnd,
): TurnSet | undefined {
  let best: TurnSet | undefined;
  for (let from = 0; from < line.to; from += 1) {
    const way = ways[from];
    const start = problem.places[from] ?? 0;
    if (!way || problem.forced.some((turn) => turn > start && turn < line.end)) continue;
    const cost = way.cost + lineCost(problem, way, start, line);
    if (!best || cost < best.cost) best = { ends: [...way.ends, line.end], cost };
  }
  return best;
}

function lineCost(
  { items, costs }: TurnDesk,
  way: TurnSet,
  start: number,
  { end, mean, last }: LineEnd,
): number {
  const width = inkWidth(items, start, end);
  if (width === 0) return Infinity;
  const above = way.ends.length === 1 ? inkWidth(items, 0, start) : width;
  const turn = last && end === items.count ? 0 : (costs[end] ?? Infinity);
  const short = last && width < TURN_COSTS.shortShare * mean ? TURN_COSTS.shortLast : 0;
  const heavy = above > width + 1 ? TURN_COSTS.topHeavy : 0;
  return turn + short + heavy + TURN_COSTS.balance * ((width - mean) / mean) ** 2;
}

/** Width from the first face to the last, spaces at the edges left out. */
function inkWidth(items: Items, from: number, to: number): Em {
  const first = items.firstInk[from] ?? 0;
  const last = (items.lastInk[to] ?? 0) - 1;
  if (last < first) return 0;
  return (items.position[last] ?? 0) + (items.face[last] ?? 0) - (items.position[first] ?? 0);
}

function variantOf({ ends, cost }: TurnSet, placed: PlacedText, settle: Settler): HeadingVariant {
  const lines = ends.map((to, line) => {
    const from = ends[line - 1] ?? 0;
    const place = { measure: Infinity, indent: 0, first: line === 0, last: true };
    const settled = settle(from, to, place);
    return { ...placeLine(placed, settled, [from, to], Infinity), measure: settled.width };
  });
  return { lines, width: lines.reduce((most, line) => Math.max(most, line.width), 0), cost };
}
