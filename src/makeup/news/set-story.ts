import type { Cells } from '../../model/news.ts';
import type { Pt } from '../../base/units.ts';
import { countOf, lengthOf } from '../copy.ts';
import type { StoryItem } from './flow.ts';
import { obstaclesOf } from './forms.ts';
import { LEAST_UNDER, stripCost } from './curve.ts';
import type { Kit } from './kit.ts';
import { rungOf } from './ladder.ts';
import { legsOf } from './legs.ts';
import { pourStory, type Leg, type StoryPour } from './pour.ts';
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

/** Ways of setting a story that are poured before the best is taken. */
const TRIES = 24;

/** Sets a story in its outline: full if it can be, else as full as it comes, else what goes in with the rest counted. */
export function setStory(kit: Kit, cells: readonly Cells[]): SetStory {
  const ways = likely(kit, cells);
  const full = firstOf(ways.slice(0, TRIES), (way) => poured(kit, cells, way, { ragged: 1 }));
  if (full) return full;
  const uneven = firstOf(ways.slice(0, 3), (way) => poured(kit, cells, way, { ragged: 3 }));
  return uneven ?? shortOf(kit, cells, ways) ?? overOf(kit, cells, ways);
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
  return room < text.least ? 1e6 + 1e3 * (text.least - room) : 1e4 + 1e2 * Math.max(0, room - most);
}

interface Pouring {
  readonly ragged: number;
  /** Lines that all feet stay short. */
  readonly less?: number;
  /** Whether what finds no room may go on in a leg that is not there. */
  readonly overflow?: boolean;
}

/** Lines of the leg that takes what finds no room. */
const ENDLESS = 100_000;

function poured(kit: Kit, cells: readonly Cells[], way: Way, pouring: Pouring): SetStory | undefined {
  const [first] = cells;
  const { design, composer } = kit.shop;
  if (!first) return undefined;
  const obstacles = obstaclesOf(way.form, {
    head: way.head.lines,
    pictures: way.pictures.map(({ lines }) => lines),
    height: first.lines - way.columns.inset,
  });
  const { less = 0, overflow = false, ragged } = pouring;
  const all = legsOf(cells, way.columns, obstacles, design);
  const legs = all
    .map((leg) => (leg.foot ? { ...leg, lines: leg.lines - less } : leg))
    .filter(({ lines }) => lines > 0);
  const last = legs.at(-1);
  if (!last && kit.items(way.form.head.place).length > 0 && !overflow) return undefined;
  const endless: Leg = { ...(last ?? { x: 0, width: 1, measure: 1, line: 0, foot: true }), lines: ENDLESS };
  const pull = rungOf(design, 'pull-line');
  const vessel = {
    legs: overflow ? [...legs, endless] : legs,
    // What is only counted need not look well.
    keep: overflow ? { widow: 1, orphan: 1, afterTitle: 0 } : design.keep,
    ragged,
    composer,
    pull: pull?.most ?? 0,
    mayLeaveOut: rungOf(design, 'optional-paragraphs') !== undefined,
  };
  if (kit.items(way.form.head.place).length === 0) {
    return {
      kit,
      cells,
      way,
      obstacles,
      legs,
      pour: { cost: 0, placed: [], feet: [] },
      cost: way.cost,
      short: 0,
      over: NOTHING,
    };
  }
  const pour = pourStory(kit.items(way.form.head.place), overflow ? { ...vessel, open: true } : vessel);
  if (!pour) return undefined;
  const over = overflow ? overflowOf(pour, legs.length, endless.width) : NOTHING;
  // A text that goes in without the rules for lone lines does not stand well: it counts as a line short.
  const empty = overflow && over.lines === 0 ? Math.max(1, emptiest(legs, pour)) : less;
  return { kit, cells, way, obstacles, legs, pour, cost: way.cost + pour.cost, short: empty, over };
}

/** Lines that stay empty in the emptiest leg. */
function emptiest(legs: readonly Leg[], { feet }: StoryPour): number {
  return Math.max(0, ...legs.map(({ lines }, index) => lines - (feet[index] ?? 0)));
}

const NOTHING = { lines: 0, characters: 0 } as const;

/** The text is too short for its place: all feet as low as they come. */
function shortOf(kit: Kit, cells: readonly Cells[], ways: readonly Way[]): SetStory | undefined {
  const [first] = cells;
  for (const ragged of [1, 3]) {
    for (const way of ways.slice(0, 4)) {
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
    .slice(0, 4)
    .flatMap((way) => poured(kit, cells, way, { ragged: 4, overflow: true }) ?? []);
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

function charactersOf({
  runs,
}: NonNullable<StoryPour['placed'][number]['variant']>['lines'][number]): number {
  const words = runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
  return countOf(words.replace(/\s/gu, ''));
}

function blockCharacters(item: StoryItem, width: Pt): number {
  return item.kind === 'block' ? lengthOf(item.texts(width)) : 0;
}
