import type { Cells } from '../../model/news.ts';
import { NEWS_COSTS } from './costs.ts';

/** Stories in an order, and what they cost in every shape. */
export interface SliceTask {
  /** Stories in order: the first is the most important. */
  readonly count: number;
  /** Cost of story `index` over so many columns by its lines (its shape curve); Infinity where it cannot stand. */
  readonly curve: (index: number, columns: number) => Float64Array;
  /** Cost of story `index` as an L: `left` columns to the first height, the others to the second. */
  readonly step: (index: number, columns: number, left: number, lines: readonly [number, number]) => number;
  readonly columns: number;
  readonly lines: number;
  /** Whether the page may end above its foot where no slicing fills it: as low as one goes. */
  readonly mayEndEarly: boolean;
  /** Lines of white between stories above each other. */
  readonly gap: number;
  /** Kind of the cut through the whole page; all when absent. */
  readonly root?: Cut;
  /** Whether the head of a story runs down, so that it may stand beside another. */
  readonly upright: (index: number) => boolean;
  /** Where the tables of runs are kept for other tasks with the same lines and gap; absent for none. */
  readonly kept?: KeptTables;
}

/** Tables of runs of stories, kept from task to task: an order and a refused shape change only some of them. */
export interface KeptTables {
  /** What story `index` is called: the same name for the same costs in every shape, and for a head that runs alike. */
  readonly name: (index: number) => string;
  readonly tables: Map<string, Table>;
}

/** A line through a part of the page: across, down, or round the first story as an L over two groups of others. */
export type Cut = 'across' | 'down' | 'step';

/** A cut: the first `count` stories above or at the left of the others; `size` lines or columns for them. */
interface Choice {
  readonly kind: Cut | 'leaf';
  readonly count: number;
  readonly size: number;
  /** Of a step: the stories before the right group, and the two heights of the L. */
  readonly more?: { readonly before: number; readonly lines: readonly [number, number] };
}

/** What a run of stories costs over so many columns by its lines, and by which cut. */
export interface Table {
  readonly costs: Float64Array;
  readonly choices: (Choice | undefined)[];
  /** The least and the greatest number of lines with a finite cost; none when the least is the greater. */
  least: number;
  most: number;
}

/**
 * The cheapest slicing of a page: the places of the stories in their order, or `undefined` when none has every story in a
 * place of its own.
 *
 * After DeTreville (An analytical approach to computerized news layout, MIT 1978) the page is cut again and again into the
 * first stories and the others, above or at the left of them. All cuts are tried by dynamic programming over runs of
 * stories, columns and lines: the table of a run adds the shape curves of its halves as Stockmeyer does (Optimal
 * orientations of cells in slicing floorplan designs, 1983), by (min, +) over heights for a cut across and height by height
 * for a cut down. Heights are whole lines, and every number of lines is tried.
 */
export function slicePage(task: SliceTask): readonly (readonly Cells[])[] | undefined {
  const { count, columns } = task;
  const table = tablesOf(task);
  const lines = endOf(table(0, count - 1, columns), task);
  if (lines === undefined) return undefined;
  const cells: (readonly Cells[])[] = Array.from({ length: count }, () => []);
  placeRun({ from: 0, to: count - 1, column: 0, columns, line: 0, lines }, { task, table, cells });
  return cells;
}

/** Lines down to which the page is filled: all of them, or as many as go where it may end early. */
function endOf({ costs }: Table, { lines, mayEndEarly }: SliceTask): number | undefined {
  if (Number.isFinite(costs[lines])) return lines;
  const last = mayEndEarly ? costs.findLastIndex(Number.isFinite) : -1;
  return last > 0 ? last : undefined;
}

type Ask = (from: number, to: number, width: number) => Table;

/** The tables of all runs of stories over all numbers of columns, short runs first; of all stories, over the whole page. */
function tablesOf(task: SliceTask): Ask {
  const { count, columns, kept } = task;
  const tables = new Map<number, Table>();
  const keyOf = ({ from, to, width }: Run): number => (from * count + to) * (columns + 1) + width;
  const ask: Ask = (from, to, width) => {
    const known = tables.get(keyOf({ from, to, width }));
    if (!known) throw new Error('a part of the page was not worked out');
    return known;
  };
  const names = kept ? Array.from({ length: count }, (_, index) => kept.name(index)) : [];
  const add = (run: Run): void => {
    const name = `${names.slice(run.from, run.to + 1).join(' ')} / ${run.width}`;
    const table = kept?.tables.get(name) ?? tableOf(run, false, task, ask);
    kept?.tables.set(name, table);
    tables.set(keyOf(run), table);
  };
  for (let size = 1; size < count; size += 1) {
    for (let from = 0; from + size <= count; from += 1) {
      for (let width = 1; width <= columns; width += 1) add({ from, to: from + size - 1, width });
    }
  }
  const page = { from: 0, to: count - 1, width: columns };
  tables.set(keyOf(page), tableOf(page, true, task, ask));
  return ask;
}

/** A run of stories in a rectangle of the page. */
interface Part extends Cells {
  readonly from: number;
  readonly to: number;
}

interface Placing {
  readonly task: SliceTask;
  readonly table: Ask;
  /** The places found so far, by story. */
  readonly cells: (readonly Cells[])[];
}

/** Gives the stories of a run their places by the cuts that its table chose. */
function placeRun({ from, to, ...part }: Part, placing: Placing): void {
  const { task, table, cells } = placing;
  const { column, columns, line, lines } = part;
  const choice = table(from, to, columns).choices[lines];
  if (!choice) throw new Error('a part of the page has no cut');
  const { kind, count, size, more } = choice;
  const at = from + count;
  const first = { ...part, from, to: at - 1 };
  const rest = { ...part, from: at, to };
  if (kind === 'leaf') cells[from] = [part];
  else if (kind === 'across') {
    placeRun({ ...first, lines: size }, placing);
    placeRun({ ...rest, ...below(part, size + task.gap) }, placing);
  } else if (kind === 'down') {
    placeRun({ ...first, columns: size }, placing);
    placeRun({ ...rest, column: column + size, columns: columns - size }, placing);
  } else if (more) {
    const [left, right] = more.lines;
    cells[from] = stepCells(part, size, more.lines);
    const under = below({ line, lines }, left + task.gap);
    placeRun({ ...rest, ...under, to: from + more.before - 1, columns: size }, placing);
    const beside = {
      ...below({ line, lines }, right + task.gap),
      column: column + size,
      columns: columns - size,
    };
    placeRun({ ...rest, ...beside, from: from + more.before }, placing);
  }
}

/** What is left of some lines under the first of them. */
function below({ line, lines }: Pick<Cells, 'line' | 'lines'>, first: number): Pick<Cells, 'line' | 'lines'> {
  return { line: line + first, lines: lines - first };
}

/** An L as two rectangles: the common height over all columns, then what is deeper at the left or at the right. */
export function stepCells(
  part: Cells,
  left: number,
  [first, second]: readonly [number, number],
): readonly Cells[] {
  const shallow = Math.min(first, second);
  const deep = Math.max(first, second);
  const own =
    first > second
      ? { column: part.column, columns: left }
      : { column: part.column + left, columns: part.columns - left };
  return [
    { ...part, lines: shallow },
    { ...own, line: part.line + shallow, lines: deep - shallow },
  ];
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

function tableOf(run: Run, whole: boolean, task: SliceTask, ask: Ask): Table {
  const { lines } = task;
  const found: Table = {
    costs: new Float64Array(lines + 1).fill(Infinity),
    choices: Array<Choice | undefined>(lines + 1).fill(undefined),
    least: lines + 1,
    most: 0,
  };
  if (run.from === run.to) {
    const curve = task.curve(run.from, run.width);
    for (let height = 1; height <= lines; height += 1) {
      offer(found, height, curve[height] ?? Infinity, LEAF);
    }
    return found;
  }
  const allowed = (cut: Cut): boolean => !whole || task.root === undefined || task.root === cut;
  const through = whole ? NEWS_COSTS.fullBreak : 0;
  const onlyWhole = whole && !task.mayEndEarly;
  if (allowed('across')) cutAcross(found, run, { task, ask, through, whole: onlyWhole });
  if (allowed('down')) cutDown(found, run, { task, ask, through, whole: onlyWhole });
  // One L a page is enough to break its straight lines.
  if (whole && allowed('step')) cutInSteps(found, run, { task, ask });
  return found;
}

const LEAF: Choice = { kind: 'leaf', count: 0, size: 0 };

function offer(table: Table, height: number, cost: number, choice: Choice): void {
  if (cost < (table.costs[height] ?? Infinity)) {
    table.costs[height] = cost;
    table.choices[height] = choice;
    if (height < table.least) table.least = height;
    if (height > table.most) table.most = height;
  }
}

interface Cutting {
  readonly task: SliceTask;
  readonly ask: Ask;
  readonly through: number;
  /** Only the height of the page is wanted. */
  readonly whole: boolean;
}

function cutAcross(found: Table, { from, to, width }: Run, { task, ask, through, whole }: Cutting): void {
  const { lines, gap } = task;
  for (let at = from + 1; at <= to; at += 1) {
    const above = ask(from, at - 1, width);
    const below = ask(at, to, width);
    for (let size = above.least; size <= above.most; size += 1) {
      const first = (above.costs[size] ?? Infinity) + through;
      if (!Number.isFinite(first)) continue;
      const choice: Choice = { kind: 'across', count: at - from, size };
      const most = Math.min(below.most, lines - size - gap);
      for (let rest = whole ? lines - size - gap : below.least; rest <= most; rest += 1) {
        const cost = first + (below.costs[rest] ?? Infinity);
        const height = size + gap + rest;
        if (cost < (found.costs[height] ?? Infinity)) offer(found, height, cost, choice);
      }
    }
  }
}

function cutDown(found: Table, { from, to, width }: Run, { task, ask, through }: Cutting): void {
  for (let at = from + 1; at <= to; at += 1) {
    const beside = through + (task.upright(from) || task.upright(at) ? 0 : NEWS_COSTS.tombstone);
    for (let size = 1; size < width; size += 1) {
      const left = ask(from, at - 1, size);
      const right = ask(at, to, width - size);
      const choice: Choice = { kind: 'down', count: at - from, size };
      const most = Math.min(left.most, right.most);
      for (let height = Math.max(left.least, right.least); height <= most; height += 1) {
        const cost = (left.costs[height] ?? Infinity) + (right.costs[height] ?? Infinity) + beside;
        if (cost < (found.costs[height] ?? Infinity)) offer(found, height, cost, choice);
      }
    }
  }
}

/** Lines of the upper part of an L, and the least and greatest height of its step. */
const STEP = { upper: 12, least: 8, most: 34 } as const;

/** The first story as an L over two groups: its columns at the left end higher or lower than those at the right. */
function cutInSteps(
  found: Table,
  { from, to, width }: Run,
  { task, ask }: Pick<Cutting, 'task' | 'ask'>,
): void {
  const { step, lines, gap } = task;
  if (to - from < 2) return;
  for (let middle = from + 2; middle <= to; middle += 1) {
    for (let size = 1; size < width; size += 1) {
      const left = ask(from + 1, middle - 1, size).costs;
      const right = ask(middle, to, width - size).costs;
      for (let first = STEP.upper; first + gap < lines; first += 1) {
        const under = left[lines - first - gap] ?? Infinity;
        if (!Number.isFinite(under)) continue;
        const last = Math.min(first + STEP.most, lines - gap - 1);
        for (let second = Math.max(STEP.upper, first - STEP.most); second <= last; second += 1) {
          if (Math.abs(second - first) < STEP.least) continue;
          const rest = under + (right[lines - second - gap] ?? Infinity) + NEWS_COSTS.step;
          if (rest >= (found.costs[lines] ?? Infinity)) continue;
          const cost = rest + step(from, width, size, [first, second]);
          const more = { before: middle - from, lines: [first, second] as const };
          offer(found, lines, cost, { kind: 'step', count: 1, size, more });
        }
      }
    }
  }
}
