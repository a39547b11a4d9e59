import type { Pt } from '../../base/units.ts';
import type { Composer, MeasureRun, SetVariant } from '../../model/galley.ts';
import type { Keep } from '../../model/layout.ts';
import { cheapest } from '../cheapest.ts';
import { NEWS_COSTS } from './costs.ts';
import type { BlockItem, StoryItem, TextItem } from './flow.ts';
import { atMeasure, mayTake, settingCost } from './settings.ts';

/** A piece of a column that a story's text runs through: whole lines of one measure. */
export interface Leg {
  readonly x: Pt;
  readonly width: Pt;
  /** Whole body characters. */
  readonly measure: number;
  /** First line, from the top of the type area. */
  readonly line: number;
  readonly lines: number;
  /** Whether it ends at the foot of the story, where all feet are level. */
  readonly foot: boolean;
}

/** Consecutive lines of an item in one leg, the first of them on line `line` of the leg. */
export interface Piece {
  readonly leg: number;
  readonly line: number;
  readonly count: number;
}

export interface Poured {
  readonly item: StoryItem;
  /** Of a text. */
  readonly variant?: SetVariant;
  /** A text set in so many lines more than its best setting. */
  readonly change: number;
  /** Empty for what was left out. */
  readonly pieces: readonly Piece[];
}

export interface StoryPour {
  readonly cost: number;
  readonly placed: readonly Poured[];
  /** Lines used of each leg. */
  readonly feet: readonly number[];
}

export interface Vessel {
  readonly legs: readonly Leg[];
  readonly keep: Keep;
  /** Lines by which a leg may end early. */
  readonly ragged: number;
  readonly composer: Composer;
  /** Characters that a last line may have at most to be pulled in; without it every paragraph takes its best setting. */
  readonly pull: number | undefined;
  /** What it costs to leave an item out; `undefined` for one that stays. */
  readonly leftOut: (item: StoryItem) => number | undefined;
  /** Whether the text may end anywhere, for counting what finds no room in a last leg without end. */
  readonly open: boolean;
}

interface State {
  readonly leg: number;
  readonly line: number;
  /** Lines of text that must still follow in this leg. */
  readonly owed: number;
  readonly cost: number;
  readonly from: State | undefined;
  readonly placed: Poured | undefined;
}

/**
 * Pours a story into its legs so that they are full, no lone line opens or closes one, and no subhead stands without its
 * text: a dynamic programme over (item, leg, line), after Mittelbach's globally optimised pagination (DocEng 2016), with
 * paragraphs in one line fewer or more and optional parts left out as its variants. `undefined` when there is no such way.
 */
export function pourStory(items: readonly StoryItem[], vessel: Vessel): StoryPour | undefined {
  let states: readonly State[] = [{ leg: 0, line: 0, owed: 0, cost: 0, from: undefined, placed: undefined }];
  for (const [index, item] of items.entries()) {
    const next = new Map<number, State>();
    const add = (state: State): void => {
      const key = keyOf(state);
      const known = next.get(key);
      if (!known || state.cost < known.cost) next.set(key, state);
    };
    const before = items[index - 1];
    const goesOn = before !== undefined && before.part === item.part;
    const cost = vessel.leftOut(item);
    for (const state of states) {
      if (cost !== undefined) leaveOut({ item, goesOn, cost }, state, add);
      if (item.kind === 'text') placeText(item, state, vessel, add);
      else placeBlock(item, state, vessel, add);
    }
    states = [...next.values()];
    if (states.length === 0) return undefined;
  }
  return best(states, vessel);
}

/**
 * What the rest of the pour depends on, and whether a part is being left out. Legs have under 1000 lines, but for a last one
 * without end, and owe under 256.
 */
function keyOf({ leg, line, owed, placed }: State): number {
  return ((leg * 1000 + line) * 256 + owed) * 2 + (placed && isGone(placed) ? 1 : 0);
}

function isGone({ pieces }: Poured): boolean {
  return pieces.length === 0;
}

interface Leaving {
  readonly item: StoryItem;
  /** Whether the item before is of the same part. */
  readonly goesOn: boolean;
  readonly cost: number;
}

/** All items of a part go together: the first decides. */
function leaveOut({ item, goesOn, cost }: Leaving, state: State, add: (state: State) => void): void {
  if (goesOn && !(state.placed && isGone(state.placed))) return;
  const placed: Poured = { item, change: 0, pieces: [] };
  add({ ...state, cost: state.cost + (goesOn ? 0 : cost), from: state, placed });
}

/** Whether the part of the item has been left out before it. */
function isLeftOut(item: StoryItem, state: State): boolean {
  const last = state.placed;
  return item.optional && last !== undefined && last.item.part === item.part && isGone(last);
}

function placeText(item: TextItem, state: State, vessel: Vessel, add: (state: State) => void): void {
  if (isLeftOut(item, state)) return;
  for (const short of shorts(state, vessel)) {
    const room = roomOf(state, vessel) - short;
    const variants = settings(item, state.leg, room, vessel);
    const least = cheapest(variants);
    for (const variant of variants) {
      const change = variant.lines.length - least.lines.length;
      if (!mayTake(variant, least, vessel.pull)) continue;
      const pieces = piecesOf(variant.lines.length, state, room, vessel);
      const first = pieces?.[0];
      const last = pieces?.at(-1);
      if (!pieces || !first || !last) continue;
      const turned = last.leg > state.leg;
      if (short > 0 && !turned) continue;
      const here = first.leg === state.leg ? first.count : 0;
      if (turned && here < state.owed) continue;
      const cost = state.cost + footCost(turned ? short : 0, state.leg, vessel) + settingCost(variant, least);
      const owed = turned ? 0 : Math.max(0, state.owed - here);
      add({
        leg: last.leg,
        line: last.line + last.count,
        owed,
        cost,
        from: state,
        placed: { item, variant, change, pieces },
      });
    }
  }
}

function placeBlock(item: BlockItem, state: State, vessel: Vessel, add: (state: State) => void): void {
  if (isLeftOut(item, state)) return;
  const place = (leg: number, line: number, foot: number): void => {
    const { width, lines } = legAt(leg, vessel);
    for (const choice of item.lines(width)) {
      if (line + choice.lines + item.keepNext > lines) continue;
      const pieces = [{ leg, line, count: choice.lines }];
      add({
        leg,
        line: line + choice.lines,
        owed: item.keepNext,
        cost: state.cost + foot + choice.cost,
        from: state,
        placed: { item, change: 0, pieces },
      });
    }
  };
  place(state.leg, state.line, 0);
  const short = roomOf(state, vessel);
  const next = state.leg + 1;
  if (state.line > 0 && state.owed === 0 && short <= vessel.ragged && next < vessel.legs.length) {
    place(next, 0, footCost(short, state.leg, vessel));
  }
  const last = vessel.legs.length - 1;
  if (vessel.open && state.leg < last) place(last, 0, NEWS_COSTS.raggedFoot);
}

function legAt(index: number, { legs }: Vessel): Leg {
  const leg = legs[index];
  if (!leg) throw new Error(`the story has no leg ${index}`);
  return leg;
}

function roomOf({ leg, line }: State, vessel: Vessel): number {
  return legAt(leg, vessel).lines - line;
}

/** Lines by which this leg may end early: up to the limit, or all that is left of it when nothing more goes in. */
function shorts(state: State, vessel: Vessel): readonly number[] {
  const room = roomOf(state, vessel);
  const most = state.leg + 1 < vessel.legs.length ? Math.min(room, vessel.ragged) : 0;
  return Array.from({ length: most + 1 }, (_, short) => short);
}

/** How much dearer a short foot is for each leg that still follows. */
const EARLY = 0.1;

/** A leg that ends a line early: a shortfall belongs to the feet of the last columns (CLREQ, column balancing). */
function footCost(short: number, leg: number, vessel: Vessel): number {
  if (short === 0) return 0;
  const early = vessel.legs.length - leg;
  const level = NEWS_COSTS.footLine * short * (1 + EARLY * early);
  return short > 1 ? level + NEWS_COSTS.raggedFoot * (short - 1) : level;
}

function piecesOf(
  count: number,
  { leg, line }: State,
  room: number,
  vessel: Vessel,
): readonly Piece[] | undefined {
  const { keep, legs } = vessel;
  if (count <= room) return [{ leg, line, count }];
  if (room > 0 && room < keep.orphan) return undefined;
  const placed: Piece[] = room > 0 ? [{ leg, line, count: room }] : [];
  let left = count - room;
  for (let next = leg + 1; left > 0; next += 1) {
    const there = legs[next];
    if (!there) return undefined;
    const here = Math.min(left, there.lines);
    placed.push({ leg: next, line: 0, count: here });
    left -= here;
  }
  const tail = placed.at(-1)?.count ?? 0;
  return placed.length > 1 && tail < keep.widow ? undefined : placed;
}

/** How a text sets from here on; only one that reaches into another measure has to be set for both. */
function settings(item: TextItem, leg: number, room: number, vessel: Vessel): readonly SetVariant[] {
  const { composer, legs } = vessel;
  const { measure } = legAt(leg, vessel);
  const alone = atMeasure(item, measure, composer);
  const uniform = legs.slice(leg).every((other) => other.measure === measure);
  if (uniform || alone.every(({ lines }) => lines.length <= room)) return alone;
  return composer.paragraph(item.text, item.style, shapeFrom(leg, room, item.inset, legs));
}

function shapeFrom(leg: number, room: number, inset: number, legs: readonly Leg[]): readonly MeasureRun[] {
  const runs: { measure: number; lines: number }[] = [];
  for (let next = leg; next < legs.length; next += 1) {
    const measure = (legs[next]?.measure ?? 1) - inset;
    const lines = next === leg ? room : (legs[next]?.lines ?? 0);
    const last = runs.at(-1);
    if (last && last.measure === measure) last.lines += lines;
    else if (lines > 0) runs.push({ measure, lines });
  }
  const last = runs.pop();
  return last ? [...runs, { measure: last.measure, lines: Infinity }] : [];
}

function best(states: readonly State[], vessel: Vessel): StoryPour | undefined {
  const { legs } = vessel;
  let end: State | undefined;
  let least = Infinity;
  for (const state of states) {
    const cost = vessel.open ? state.cost : endCost(state, vessel);
    if (cost === undefined) continue;
    if (cost < least) [end, least] = [state, cost];
  }
  return end && { cost: least, ...placedOf(end, legs) };
}

/** What it costs to end here; `undefined` where too much would stay empty. */
function endCost(state: State, vessel: Vessel): number | undefined {
  const short = roomOf(state, vessel);
  if (state.leg < vessel.legs.length - 1 || short > vessel.ragged) return undefined;
  return state.cost + footCost(short, state.leg, vessel);
}

function placedOf(end: State, legs: readonly Leg[]): Pick<StoryPour, 'placed' | 'feet'> {
  const placed: Poured[] = [];
  for (let state: State | undefined = end; state; state = state.from) {
    if (state.placed) placed.push(state.placed);
  }
  placed.reverse();
  const feet = legs.map(() => 0);
  for (const { leg, line, count } of placed.flatMap(({ pieces }) => pieces)) {
    feet[leg] = Math.max(feet[leg] ?? 0, line + count);
  }
  return { placed, feet };
}
