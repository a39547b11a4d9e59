import type { MeasureRun, SetVariant } from '../model/galley.ts';
import { cheapest } from './cheapest.ts';
import { COSTS } from './costs.ts';
import type {
  BoxItem,
  FlowItem,
  ParagraphItem,
  Piece,
  Placement,
  Pour,
  TitleItem,
  Vessel,
} from './pour-model.ts';

interface State {
  readonly column: number;
  readonly line: number;
  /** Lines of text that must still follow in this column, after a title. */
  readonly owed: number;
  /** White above the title before, if it did not stand at a column head; 0 when there was none. */
  readonly gap: number;
  readonly cost: number;
  readonly from: State | undefined;
  readonly placement: Placement | undefined;
}

/**
 * Pours the items into the columns so that heads keep their text, no lone line opens or closes a column and the feet
 * end level, at the least cost after `COSTS`: a dynamic programme over (item, column, line), after Mittelbach's globally
 * optimised pagination (DocEng 2016) with whole lines for lengths. `undefined` when nothing of the kind exists.
 */
export function pour(items: readonly FlowItem[], vessel: Vessel): Pour | undefined {
  const { limit = Infinity } = vessel;
  let states: readonly State[] = [
    { column: 0, line: 0, owed: 0, gap: 0, cost: 0, from: undefined, placement: undefined },
  ];
  for (const item of items) {
    const next = new Map<number, State>();
    const add = (state: State): void => {
      if (state.cost < limit) keepCheapest(next, state, vessel);
    };
    for (const state of states) {
      if (item.kind === 'title') placeTitle(item, state, vessel, add);
      else if (item.kind === 'box') placeBox(item, state, vessel, add);
      else placeParagraph(item, state, vessel, add);
    }
    states = kept([...next.values()], vessel);
    if (states.length === 0) return undefined;
  }
  return cheapestEnd(states, vessel);
}

function kept(states: readonly State[], { beam }: Vessel): readonly State[] {
  if (beam === undefined || states.length <= beam) return states;
  return states.toSorted((a, b) => a.column - b.column || a.line - b.line || a.cost - b.cost).slice(0, beam);
}

function keepCheapest(states: Map<number, State>, state: State, { depth }: Vessel): void {
  // None of the numbers of a state is greater than the depth.
  const base = depth + 1;
  const key = ((state.column * base + state.line) * base + state.owed) * base + state.gap;
  const known = states.get(key);
  if (!known || state.cost < known.cost) states.set(key, state);
}

function depthOf(column: number, { depth, shallowFrom = Infinity }: Vessel): number {
  return column < shallowFrom ? depth : depth - 1;
}

function placeTitle(item: TitleItem, state: State, vessel: Vessel, add: (state: State) => void): void {
  const { keep } = vessel;
  const place = (column: number, line: number, gap: number, cost: number): void => {
    if (line + gap + item.lines + keep.afterTitle > depthOf(column, vessel)) return;
    const at = line + gap;
    add({
      column,
      line: at + item.lines,
      owed: keep.afterTitle,
      gap: at === 0 ? state.gap : gap,
      cost: state.cost + cost,
      from: state,
      placement: { kind: 'title', block: item.block, column, line: at, lines: item.lines, gap },
    });
  };
  if (state.line === 0) return place(state.column, 0, 0, 0);
  for (let gap = item.gap.least; gap <= item.gap.most; gap += 1) {
    const unequal = state.gap > 0 ? COSTS.unequalGap * (gap - state.gap) ** 2 : 0;
    place(state.column, state.line, gap, COSTS.gap * (gap - item.gap.natural) ** 2 + unequal);
  }
  const foot = footCost(state.line, vessel);
  if (foot === undefined || state.column + 1 >= vessel.measures.length) return;
  place(state.column + 1, 0, 0, foot + COSTS.owedLine * state.owed);
}

function placeParagraph(
  item: ParagraphItem,
  state: State,
  vessel: Vessel,
  add: (state: State) => void,
): void {
  // A column is filled to its foot, or left short so that a lone line or a head at the foot is avoided.
  const depth = depthOf(state.column, vessel);
  const spare = depth - state.line;
  const shorts = [0, 1, 2, 3, spare].filter((short) => vessel.depth - depth + short <= vessel.ragged);
  for (const short of new Set(shorts)) {
    const room = spare - short;
    if (room < 0) continue;
    const variants = item.set(() => shapeFrom(state.column, room, vessel));
    // A column is left short only by text that turns into the next one.
    if (short > 0 && variants.every(({ lines }) => lines.length <= room)) continue;
    const best = cheapest(variants);
    for (const variant of variants) {
      const placed = pieces(variant.lines.length, state, room, vessel);
      const next = placed && stateAfter(placed, short, state, vessel);
      if (!next) continue;
      const { block, index } = item;
      const change = variant.lines.length - best.lines.length;
      const placement = { kind: 'paragraph', block, index, variant, change, pieces: placed } as const;
      add({ ...next, cost: next.cost + costOf(variant, best), placement });
    }
  }
}

/** A box stands under its title, or at the head of the next column when it has none. */
function placeBox(item: BoxItem, state: State, vessel: Vessel, add: (state: State) => void): void {
  const place = (column: number, line: number, foot: number): void => {
    const sets = item.sets(vessel.measures[column] ?? 0);
    const least = Math.min(...sets.map(({ cost }) => cost));
    for (const set of sets) {
      if (line + set.height > depthOf(column, vessel)) continue;
      const pieces = [{ column, line, count: set.height }];
      const placement = { kind: 'box', block: item.block, set, pieces } as const;
      const cost = state.cost + foot + set.cost - least;
      add({ column, line: line + set.height, owed: 0, gap: state.gap, cost, from: state, placement });
    }
  };
  place(state.column, state.line, 0);
  const foot = footCost(state.line, vessel);
  const next = state.column + 1;
  if (state.owed === 0 && state.line > 0 && foot !== undefined && next < vessel.measures.length)
    place(next, 0, foot);
}

/** What a setting costs beyond the best one, and what its torn lines cost when another design has none. */
function costOf(variant: SetVariant, best: SetVariant): number {
  const torn = variant.loosest > TORN ? COSTS.torn : 0;
  return COSTS.setting * (variant.cost - best.cost) + torn;
}

/** Space at the joints of a line that a reader sees, em. */
const TORN = 0.05;

/** Where the next item begins after these pieces, in a column left `short` lines short; `undefined` if it may not be. */
function stateAfter(
  placed: readonly Piece[],
  short: number,
  state: State,
  vessel: Vessel,
): Omit<State, 'placement'> | undefined {
  const last = placed.at(-1);
  if (!last || last.column >= vessel.measures.length) return undefined;
  const turned = last.column > state.column;
  if (short > 0 && !turned) return undefined;
  const first = placed[0]?.column === state.column ? placed[0].count : 0;
  if (turned && first < state.owed) return undefined;
  const foot = turned ? (footCost(depthOf(state.column, vessel) - short, vessel) ?? 0) : 0;
  return {
    column: last.column,
    line: last.line + last.count,
    owed: turned ? 0 : Math.max(0, state.owed - first),
    gap: state.gap,
    cost: state.cost + foot,
    from: state,
  };
}

/** The lines that follow: `room` of this column, then the next columns; runs of one measure are joined. */
function shapeFrom(column: number, room: number, vessel: Vessel): readonly MeasureRun[] {
  const { measures } = vessel;
  const runs: { measure: number; lines: number }[] = [];
  for (let next = column; next < measures.length; next += 1) {
    const measure = measures[next] ?? 0;
    const lines = next === column ? room : depthOf(next, vessel);
    const last = runs.at(-1);
    if (last && last.measure === measure) last.lines += lines;
    else if (lines > 0) runs.push({ measure, lines });
  }
  const last = runs.at(-1) ?? { measure: measures.at(-1) ?? 1, lines: 0 };
  return [...runs.slice(0, -1), { measure: last.measure, lines: Infinity }];
}

/**
 * Where `count` lines go when this column has room for `room` more; `undefined` when they go beyond the last column or a lone
 * line would stand somewhere.
 */
function pieces(count: number, { column, line }: State, room: number, vessel: Vessel): Piece[] | undefined {
  const { keep } = vessel;
  if (count <= room) return [{ column, line, count }];
  if (room > 0 && room < keep.orphan) return undefined;
  const placed: Piece[] = room > 0 ? [{ column, line, count: room }] : [];
  let left = count - room;
  for (let next = column + 1; left > 0; next += 1) {
    // Columns of no depth hold nothing: without an end the pieces would go on for ever.
    if (next >= vessel.measures.length) return undefined;
    const here = Math.min(left, depthOf(next, vessel));
    placed.push({ column: next, line: 0, count: here });
    left -= here;
  }
  const tail = placed.at(-1)?.count ?? 0;
  return placed.length > 1 && tail < keep.widow ? undefined : placed;
}

/** Cost of a column that ends after `line` lines; `undefined` when it may not. */
function footCost(line: number, { depth, ragged }: Vessel): number | undefined {
  const short = depth - line;
  return short <= ragged ? COSTS.shortColumn * short * short : undefined;
}

function cheapestEnd(states: readonly State[], vessel: Vessel): Pour | undefined {
  const lastColumn = vessel.measures.length - 1;
  let end: State | undefined;
  let least = Infinity;
  for (const state of states) {
    const short = vessel.depth - state.line + (lastColumn - state.column) * vessel.depth;
    if (short > vessel.ragged) continue;
    const cost = state.cost + COSTS.shortLastColumn * short + COSTS.owedLine * state.owed;
    if (cost < least) [end, least] = [state, cost];
  }
  return end && { cost: least, placements: placementsOf(end), feet: feetOf(end, vessel) };
}

function placementsOf(end: State): readonly Placement[] {
  const placements: Placement[] = [];
  for (let state: State | undefined = end; state; state = state.from) {
    if (state.placement) placements.push(state.placement);
  }
  return placements.reverse();
}

function feetOf(end: State, { measures }: Vessel): readonly number[] {
  const feet = measures.map(() => 0);
  for (const placement of placementsOf(end)) {
    const parts = placement.kind === 'title' ? [{ ...placement, count: placement.lines }] : placement.pieces;
    for (const { column, line, count } of parts) feet[column] = Math.max(feet[column] ?? 0, line + count);
  }
  return feet;
}
