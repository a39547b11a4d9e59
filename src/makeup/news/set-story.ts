import type { Pt } from '../../base/units.ts';
import type { TypeLine } from '../../model/galley.ts';
import type { Cells } from '../../model/news.ts';
import { countOf, lengthOf, withoutSpaces } from '../copy.ts';
import { charactersIn } from '../reports.ts';
import type { StoryItem } from './flow.ts';
import { obstaclesOf } from './forms.ts';
import { LEAST_UNDER, stripCost } from './curve.ts';
import type { Kit } from './kit.ts';
import { rungOf } from './ladder.ts';
import { leftOutCost } from './leave-out.ts';
import { legsOf } from './legs.ts';
import { pourStory, type Leg, type StoryPour, type Vessel } from './pour.ts';
import { roomCost, wholeLines } from './text-costs.ts';
import type { Way } from './ways.ts';

/** A story in its place, every number chosen. */
export interface SetStory {
  readonly kit: Kit;
  /** Rectangles of its outline; the first holds its head. */
  readonly cells: readonly Cells[];
  readonly way: Way;
  /** Head and pictures, in columns and lines of the story, in this order. */
  readonly obstacles: readonly Cells[];
  readonly legs: readonly Leg[];
  readonly pour: StoryPour;
  readonly cost: number;
  /** Lines over all columns that stay empty at its foot beyond one. */
  readonly short: number;
  /** What found no room. */
  readonly over: { readonly lines: number; readonly characters: number };
}

/** The same story in the same shape in another place. */
export function movedTo(set: SetStory, cells: readonly Cells[]): SetStory {
  const [from] = set.cells;
  const [to] = cells;
  if (!from || !to || (from.column === to.column && from.line === to.line)) return set;
  const { grid } = set.kit.shop.design;
  const right = (to.column - from.column) * (grid.columnWidth + grid.gutter);
  const down = to.line - from.line;
  return {
    ...set,
    cells,
    legs: set.legs.map((leg) => ({ ...leg, x: leg.x + right, line: leg.line + down })),
  };
}

/** Ways of setting a story that are poured: until one fills it, until one leaves it uneven, and for what does not fit. */
const TRIES = { full: 24, uneven: 3, misfit: 4 } as const;
/** Lines by which feet may differ: in a full story, in an uneven one, and where only what goes in is counted. */
const RAGGED = { full: 1, uneven: 3, misfit: 4 } as const;

/** Sets a story in its outline: full if it can be, else as full as it comes, else what goes in with the rest counted. */
export function setStory(kit: Kit, cells: readonly Cells[]): SetStory {
  const ways = likely(kit, cells);
  const { full, uneven } = RAGGED;
  return (
    firstOf(ways.slice(0, TRIES.full), (way) => poured(kit, cells, way, { ragged: full })) ??
    firstOf(ways.slice(0, TRIES.uneven), (way) => poured(kit, cells, way, { ragged: uneven })) ??
    shortOf(kit, cells, ways) ??
    overOf(kit, cells, ways)
  );
}

function firstOf<T, Answer>(list: readonly T[], ask: (item: T) => Answer | undefined): Answer | undefined {
  for (const item of list) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** The ways that go into the outline, those first whose text should fill it best. */
function likely(kit: Kit, cells: readonly Cells[]): readonly Way[] {
  const [first] = cells;
  if (!first) throw new Error('a story needs a place');
  const area = cells.reduce((sum, { columns, lines }) => sum + columns * lines, 0);
  const all = kit.ways(first.columns).filter((way) => Number.isFinite(stripCost(kit, way, first.lines)));
  const sized = all.filter(({ least }) => least + LEAST_UNDER <= first.lines);
  const ways = sized.length > 0 ? sized : [...all].sort((a, b) => a.least - b.least).slice(0, 1);
  return ways
    .map((way) => ({
      way,
      estimate: way.cost + stripCost(kit, way, first.lines) + misfit(kit, way, area, first),
    }))
    .sort((a, b) => a.estimate - b.estimate)
    .map(({ way }) => way);
}

/** Estimates of a text that is too long for its room, and of one that is too short: any that fits is better than both. */
const ESTIMATE = { long: 1e6, longLine: 1e3, short: 1e4, shortLine: 1e2 } as const;

/** Cost of the text in the room that a way leaves it, and of what it is too short or too long. */
function misfit(kit: Kit, way: Way, area: number, { columns, lines }: Cells): number {
  const text = kit.text(way.columns, way.form.head.place);
  const share = way.columns.columns.length / columns;
  const strip = way.form.head.place === 'strip' ? lines : 0;
  const inset = way.columns.inset * way.columns.columns.length;
  const room = wholeLines((area - strip) * share - inset - way.blocked);
  const cost = roomCost(text, room, Math.max(1, way.count));
  if (Number.isFinite(cost)) return cost;
  const most = text.least + text.costs.length - 1;
  return room < text.least
    ? ESTIMATE.long + ESTIMATE.longLine * (text.least - room)
    : ESTIMATE.short + ESTIMATE.shortLine * Math.max(0, room - most);
}

interface Pouring {
  /** Lines by which a leg may end early. */
  readonly ragged: number;
  /** Lines that all feet stay short. */
  readonly less?: number;
  /** Whether what finds no room may go on in a leg that is not there. */
  readonly overflow?: boolean;
}

/** The story poured in one way; `undefined` where its text does not go into its legs so. */
function poured(kit: Kit, cells: readonly Cells[], way: Way, pouring: Pouring): SetStory | undefined {
  const items = kit.items(way.form.head.place);
  const { obstacles, legs } = roomOf(kit, cells, way, pouring.less ?? 0);
  const set = { kit, cells, way, obstacles, legs };
  if (items.length === 0) return { ...set, pour: NO_POUR, cost: way.cost, short: 0, over: NOTHING };
  const { overflow = false, less = 0 } = pouring;
  if (!overflow && (legs.length === 0 || !mayFill(kit, way, legs, pouring.ragged))) return undefined;
  const vessel = vesselOf(kit, legs, pouring);
  const pour = pourStory(items, vessel);
  if (!pour) return undefined;
  const over = overflow ? overflowOf(pour, legs.length, vessel.legs.at(-1)?.width ?? 1) : NOTHING;
  // A text that goes in without the rules for lone lines does not stand well: it counts as a line short.
  const short = overflow && over.lines === 0 ? Math.max(1, emptiest(legs, pour)) : less;
  return { ...set, pour, cost: way.cost + pour.cost, short, over };
}

/** Whether its text has a number of lines that fills these legs, as far as that is known without pouring it. */
function mayFill(kit: Kit, { columns, form }: Way, legs: readonly Leg[], ragged: number): boolean {
  const [first] = columns.columns;
  const isUniform = legs.every(({ measure, width }) => measure === first?.measure && width === first.width);
  if (!isUniform) return true;
  const { least, costs } = kit.text(columns, form.head.place);
  const room = legs.reduce((sum, { lines }) => sum + lines, 0);
  return wholeLines(room) >= least && room - ragged * legs.length <= least + costs.length - 1;
}

const NO_POUR: StoryPour = { cost: 0, placed: [], feet: [] };
const NOTHING: SetStory['over'] = { lines: 0, characters: 0 };

/** Head and pictures in the outline, and the legs round them, those at the foot `less` lines shorter. */
function roomOf(
  kit: Kit,
  cells: readonly Cells[],
  way: Way,
  less: number,
): Pick<SetStory, 'obstacles' | 'legs'> {
  const obstacles = obstaclesOf(way.form, {
    head: way.head.lines,
    pictures: way.pictures.map(({ lines }) => lines),
    height: (cells[0]?.lines ?? 0) - way.columns.inset,
  });
  const legs = legsOf(cells, way.columns, obstacles, kit.shop.design)
    .map((leg) => (leg.foot ? { ...leg, lines: leg.lines - less } : leg))
    .filter(({ lines }) => lines > 0);
  return { obstacles, legs };
}

/** Lines of the leg that takes what finds no room. */
const ENDLESS = 100_000;

function vesselOf({ shop }: Kit, legs: readonly Leg[], { ragged, overflow = false }: Pouring): Vessel {
  const { design, composer } = shop;
  const rules = {
    ragged,
    composer,
    pull: rungOf(design, 'pull-line')?.most,
    leftOut: (item: StoryItem) => leftOutCost(item, design),
  };
  if (!overflow) return { ...rules, legs, keep: design.keep, open: false };
  const last = legs.at(-1) ?? { x: 0, width: 1, measure: 1, line: 0, foot: true };
  // What is only counted need not look well.
  const keep = { widow: 1, orphan: 1, afterTitle: 0 };
  return { ...rules, legs: [...legs, { ...last, lines: ENDLESS }], keep, open: true };
}

/** Lines that stay empty in the emptiest leg. */
function emptiest(legs: readonly Leg[], { feet }: StoryPour): number {
  return Math.max(0, ...legs.map(({ lines }, index) => lines - (feet[index] ?? 0)));
}

/** The text is too short for its place: all feet as low as they come. */
function shortOf(kit: Kit, cells: readonly Cells[], ways: readonly Way[]): SetStory | undefined {
  const [first] = cells;
  for (const ragged of [RAGGED.full, RAGGED.uneven]) {
    for (const way of ways.slice(0, TRIES.misfit)) {
      for (let less = 1; less < (first?.lines ?? 0) - way.least; less += 1) {
        const set = poured(kit, cells, way, { ragged, less });
        if (set) return set;
      }
    }
  }
  return undefined;
}

/** The text is too long: what goes in, and the rest counted. */
function overOf(kit: Kit, cells: readonly Cells[], ways: readonly Way[]): SetStory {
  const sets = ways
    .slice(0, TRIES.misfit)
    .flatMap((way) => poured(kit, cells, way, { ragged: RAGGED.misfit, overflow: true }) ?? []);
  const [best] = sets.toSorted((a, b) => a.over.characters - b.over.characters || a.cost - b.cost);
  if (!best) throw new Error(`story ${kit.story.id} cannot be set`);
  return best;
}

function overflowOf({ placed }: StoryPour, legs: number, width: Pt): SetStory['over'] {
  let lines = 0;
  let characters = 0;
  for (const { item, variant, pieces } of placed) {
    const beyond = pieces.filter(({ leg }) => leg >= legs).reduce((sum, { count }) => sum + count, 0);
    if (beyond === 0) continue;
    lines += beyond;
    characters += variant
      ? variant.lines.slice(variant.lines.length - beyond).reduce((sum, line) => sum + charactersOf(line), 0)
      : blockCharacters(item, width);
  }
  return { lines, characters };
}

function charactersOf(line: TypeLine): number {
  return countOf(withoutSpaces(charactersIn(line)));
}

function blockCharacters(item: StoryItem, width: Pt): number {
  return item.kind === 'block' ? lengthOf(item.texts(width)) : 0;
}
