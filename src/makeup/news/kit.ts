import type { Pt } from '../../base/units.ts';
import type { PlannedStory, Rung } from '../../model/news.ts';
import { cheapest } from '../cheapest.ts';
import { NEWS_COSTS } from './costs.ts';
import { storyFlow, type Shop, type StoryItem } from './flow.ts';
import {
  formsOf,
  linesAbove,
  storyColumns,
  runsDown,
  widthOf,
  type Form,
  type HeadPlace,
  type StoryColumns,
} from './forms.ts';
import { rungOf, rungWeight } from './ladder.ts';
import { atMeasure } from './pour.ts';
import { headOptions, type HeadOption } from './head.ts';
import { pictureOptions, type PictureOption } from './picture-options.ts';
import { verticalOption, type VerticalOption } from './vertical-head.ts';

/** A story with all that is known of it before it has a place; answers are kept. */
export interface Kit {
  readonly story: PlannedStory;
  readonly shop: Shop;
  /** What stands in its columns under a head, or beside one that runs down. */
  readonly items: (place: HeadPlace) => readonly StoryItem[];
  /** Ways to set it over so many basic columns, their heights open; cheapest first. */
  readonly ways: (columns: number) => readonly Way[];
  /** What a head that runs down a strip costs at this height; `undefined` when it does not go in. */
  readonly strip: (lines: number) => VerticalOption | undefined;
  /** What the text costs in so many lines of these columns. */
  readonly text: (columns: StoryColumns, place: HeadPlace) => TextCosts;
  /** What it costs over so many columns in every number of lines, from 0 up to the height of the page. */
  readonly curve: (columns: number) => Float64Array;
  /** What it costs as an L over so many columns whose cells are `area`, with its head and pictures in the upper lines. */
  readonly step: (columns: number, area: number, upper: number) => number;
}

/** A choice of form, head and picture heights. */
export interface Way {
  readonly columns: StoryColumns;
  readonly form: Form;
  readonly head: HeadOption;
  readonly pictures: readonly PictureOption[];
  /** Lines of all columns together that head and pictures take; a head in a strip takes its column besides. */
  readonly blocked: number;
  /** Columns of text. */
  readonly count: number;
  /** Lines down to the foot of the lowest thing that stands in the way. */
  readonly least: number;
  readonly cost: number;
}

/** Costs of a text by its lines, from `least` on. */
export interface TextCosts {
  readonly least: number;
  readonly costs: Float64Array;
}

export function kitOf(story: PlannedStory, shop: Shop): Kit {
  const { design } = shop;
  const flows = { under: storyFlow(story, shop, false), beside: storyFlow(story, shop, true) };
  const items = (place: HeadPlace): readonly StoryItem[] => (runsDown(place) ? flows.beside : flows.under);
  const ways = kept((columns: number) => waysOf(story, columns, shop));
  const strip = kept((lines: number) =>
    story.head
      ? verticalOption(
          story.head,
          { width: design.grid.columnWidth, height: (lines - 1) * design.leading },
          shop,
        )
      : undefined,
  );
  const texts = new Map<string, TextCosts>();
  const text = (columns: StoryColumns, place: HeadPlace): TextCosts => {
    const { measure = 1, width = 1 } = columns.columns[0] ?? {};
    const key = `${measure} ${Math.round(width)} ${runsDown(place)}`;
    const known = texts.get(key) ?? textCosts(items(place), { measure, width }, shop);
    texts.set(key, known);
    return known;
  };
  const base = { story, shop, items, ways, strip, text };
  const steps = kept((columns: number) => stepTable(base, columns));
  return {
    ...base,
    curve: kept((columns: number) => curveOf(base, columns)),
    step: (columns, area, upper) => {
      const { costs, least } = steps(columns);
      return (least[area] ?? Infinity) + 2 <= upper ? (costs[area] ?? Infinity) : Infinity;
    },
  };
}

function kept<Answer>(make: (key: number) => Answer): (key: number) => Answer {
  const known = new Map<number, Answer>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as Answer;
  };
}

function waysOf(story: PlannedStory, count: number, shop: Shop): readonly Way[] {
  const { design } = shop;
  return storyColumns(story, count, design, shop.broken ?? false)
    .flatMap((columns, index) => {
      const broken = index > 0 ? NEWS_COSTS.brokenColumns * rungWeight(design, 'columns') : 0;
      return formsOf(story, count, columns).flatMap((form) =>
        waysOfForm(story, { form, columns, count, broken }, shop),
      );
    })
    .sort((a, b) => a.cost - b.cost);
}

interface Formed {
  readonly form: Form;
  readonly columns: StoryColumns;
  readonly count: number;
  readonly broken: number;
}

/** Ways that are kept of a form with several pictures; the heights of later pictures hardly matter. */
const MOST_HEIGHTS = 80;

function waysOfForm(story: PlannedStory, formed: Formed, shop: Shop): readonly Way[] {
  const { form, columns, count, broken } = formed;
  const { design } = shop;
  const width = (over: number): Pt => (over === count ? columns.inner.width : widthOf(over, design));
  const heads: readonly HeadOption[] =
    form.head.place === 'strip'
      ? [NO_HEAD]
      : form.head.place === 'side'
        ? sideOptions(story, shop)
        : headOptions(story, width(form.head.columns), shop);
  const heights = form.pictures.map((place, index) => {
    const picture = story.pictures[index];
    return picture ? pictureOptions(picture, width(place.columns), shop) : [];
  });
  const strips = form.head.place === 'strip' ? 1 : 0;
  return combinations(heights, MOST_HEIGHTS).flatMap((pictures) =>
    heads.map((head): Way => {
      const blocked = blockedBy(form, head, pictures, columns, count);
      const lowest = lowestOf(form, head, pictures);
      const cost = form.cost + broken + head.cost + pictures.reduce((sum, picture) => sum + picture.cost, 0);
      return {
        columns,
        form,
        head,
        pictures,
        blocked,
        count: columns.columns.length - strips,
        least: lowest,
        cost,
      };
    }),
  );
}

const NO_HEAD: HeadOption = {
  lines: 0,
  cost: 0,
  pieces: [],
  ink: 0,
  size: 0,
  step: 0,
  over: 0,
  byline: 0,
};

/** Heights of a head that runs down with text under it: from the least on that its sizes need. */
function sideOptions({ head }: PlannedStory, shop: Shop): readonly HeadOption[] {
  if (!head) return [];
  const { grid, leading } = shop.design;
  const options: HeadOption[] = [];
  for (let lines = SIDE.least; lines <= SIDE.most; lines += 1) {
    const option = verticalOption(head, { width: grid.columnWidth, height: (lines - 1) * leading }, shop);
    if (option)
      options.push({ ...NO_HEAD, lines, cost: option.cost + NEWS_COSTS.sideHead, size: option.size });
  }
  return options;
}

/** Body lines of such a head. */
const SIDE = { least: 10, most: 36 } as const;

/** One option of each list; the dearest are left out when there are too many. */
function combinations(
  lists: readonly (readonly PictureOption[])[],
  most: number,
): readonly (readonly PictureOption[])[] {
  let found: readonly (readonly PictureOption[])[] = [[]];
  const costOf = (options: readonly PictureOption[]): number =>
    options.reduce((sum, { cost }) => sum + cost, 0);
  for (const list of lists) {
    found = found.flatMap((known) => list.map((option) => [...known, option]));
    if (found.length > most) found = [...found].sort((a, b) => costOf(a) - costOf(b)).slice(0, most);
  }
  return found;
}

/** Lines of the text columns that head and pictures take. */
function blockedBy(
  form: Form,
  head: HeadOption,
  pictures: readonly PictureOption[],
  { columns }: StoryColumns,
  count: number,
): number {
  const share = (over: number): number => (over * columns.length) / count;
  const picture = form.pictures.reduce(
    (sum, place, index) => sum + share(place.columns) * (pictures[index]?.lines ?? 0),
    0,
  );
  return (form.head.place === 'strip' ? 0 : share(form.head.columns) * head.lines) + picture;
}

function lowestOf(form: Form, head: HeadOption, pictures: readonly PictureOption[]): number {
  const feet: number[] = [];
  const above = linesAbove(
    form.pictures,
    pictures.map(({ lines }) => lines),
  );
  for (const [index, { from }] of form.pictures.entries()) {
    const top = from === 'head' ? above + head.lines : typeof from === 'number' ? (feet[from] ?? 0) : 0;
    feet.push(top + (pictures[index]?.lines ?? 0));
  }
  return Math.max(above + head.lines, ...feet);
}

/** Every number of lines that a text may take in columns of one measure, with the least that each costs. */
function textCosts(
  items: readonly StoryItem[],
  { measure, width }: { readonly measure: number; readonly width: Pt },
  { design, composer }: Shop,
): TextCosts {
  let costs = new Map<number, number>([[0, 0]]);
  const pull = rungOf(design, 'pull-line');
  const leaves = rungOf(design, 'optional-paragraphs') !== undefined;
  for (const [part, group] of grouped(items)) {
    const choices = group.map((item): readonly Choice[] =>
      item.kind === 'block' ? item.lines(width) : textChoices(atMeasure(item, measure, composer), pull),
    );
    let next = costs;
    for (const list of choices) next = added(next, list);
    if (part?.optional && leaves) {
      const cost = NEWS_COSTS.leftOut * rungWeight(design, 'optional-paragraphs');
      next = merged(next, added(costs, [{ lines: 0, cost }]));
    }
    costs = next;
  }
  const least = Math.min(...costs.keys());
  const most = Math.max(...costs.keys());
  const table = new Float64Array(most - least + 1).fill(Infinity);
  for (const [lines, cost] of costs) table[lines - least] = cost;
  return { least, costs: table };
}

interface Choice {
  readonly lines: number;
  readonly cost: number;
}

function textChoices(
  variants: ReturnType<Shop['composer']['paragraph']>,
  pull: Rung | undefined,
): readonly Choice[] {
  const least = cheapest(variants);
  return variants
    .filter((variant) => variant === least || (pull && mayPull(variant.lines.length, least, pull)))
    .map((variant) => ({
      lines: variant.lines.length,
      cost: variant === least ? 0 : NEWS_COSTS.paragraphLine + Math.max(0, variant.cost - least.cost) / 40,
    }));
}

function mayPull(lines: number, least: ReturnType<typeof cheapest>, pull: Rung): boolean {
  return lines > least.lines.length || (least.lines.at(-1)?.width ?? 0) <= pull.most;
}

function added(costs: ReadonlyMap<number, number>, choices: readonly Choice[]): Map<number, number> {
  const next = new Map<number, number>();
  for (const [lines, cost] of costs) {
    for (const choice of choices) keepLeast(next, lines + choice.lines, cost + choice.cost);
  }
  return next;
}

function merged(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const both = new Map(one);
  for (const [lines, cost] of other) keepLeast(both, lines, cost);
  return both;
}

function keepLeast(costs: Map<number, number>, lines: number, cost: number): void {
  const known = costs.get(lines);
  if (known === undefined || cost < known) costs.set(lines, cost);
}

interface OptionalPart {
  readonly optional: boolean;
}

/** Items of one part together. */
function grouped(
  items: readonly StoryItem[],
): readonly (readonly [OptionalPart | undefined, readonly StoryItem[]])[] {
  const groups: [OptionalPart | undefined, StoryItem[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && item.part && last[1][0]?.part === item.part) last[1].push(item);
    else groups.push([item.part ? { optional: item.optional } : undefined, [item]]);
  }
  return groups;
}

/**
 * What a text costs in a room of so many lines over `count` columns: full, or up to one line less in every column.
 */
export function roomCost({ least, costs }: TextCosts, room: number, count: number): number {
  let best = Infinity;
  for (let short = 0; short < count; short += 1) {
    const cost = (costs[room - short - least] ?? Infinity) + NEWS_COSTS.footLine * short;
    if (cost < best) best = cost;
  }
  return best;
}

type Base = Omit<Kit, 'curve' | 'step'>;

/** Costs of a story by height, without those of its place. Heights at which it cannot be set cost Infinity. */
function curveOf(kit: Base, columns: number): Float64Array {
  const { grid } = kit.shop.design;
  const curve = new Float64Array(grid.lines + 1).fill(Infinity);
  for (const way of kit.ways(columns)) {
    const text = kit.text(way.columns, way.form.head.place);
    const { count, blocked, least } = way;
    const first = Math.max(
      least + LEAST_LEG,
      Math.floor((text.least + blocked) / Math.max(1, count)) + way.columns.inset,
    );
    for (let lines = first; lines <= grid.lines; lines += 1) {
      const room = Math.floor(count * (lines - way.columns.inset) - blocked + 1e-6);
      if (room - count >= text.least + text.costs.length) break;
      const cost =
        way.cost +
        stripCost(kit, way, lines) +
        roomCost(text, room, Math.max(1, count)) +
        legCost(way, lines);
      if (cost < (curve[lines] ?? Infinity)) curve[lines] = cost;
    }
  }
  for (let lines = 0; lines <= grid.lines; lines += 1) {
    curve[lines] = (curve[lines] ?? Infinity) + shapeCost(kit, columns, lines);
  }
  return curve;
}

/** The least costs of an L by its cells, and how deep the head and pictures of that way go. */
function stepTable(kit: Base, columns: number): { readonly costs: Float64Array; readonly least: Int16Array } {
  const { grid } = kit.shop.design;
  const size = columns * grid.lines + 1;
  const costs = new Float64Array(size).fill(Infinity);
  const least = new Int16Array(size);
  for (const way of kit.ways(columns)) {
    if (!way.columns.basic || way.form.head.place !== 'top') continue;
    const text = kit.text(way.columns, way.form.head.place);
    const most = Math.min(size - 1, Math.ceil(text.least + text.costs.length + columns + way.blocked));
    for (let area = Math.ceil(text.least + way.blocked); area <= most; area += 1) {
      const cost = way.cost + roomCost(text, Math.floor(area - way.blocked + 1e-6), way.count);
      if (cost >= (costs[area] ?? Infinity)) continue;
      costs[area] = cost;
      least[area] = way.least;
    }
  }
  return { costs, least };
}

/** Lines of text that stand under the lowest picture or the head at the least. */
const LEAST_LEG = 5;

export function stripCost(kit: Base, { form }: Way, lines: number): number {
  if (form.head.place !== 'strip') return 0;
  return kit.strip(lines)?.cost ?? Infinity;
}

function legCost({ head }: Way, lines: number): number {
  const leg = lines - head.lines;
  return leg < 5 ? NEWS_COSTS.leg : leg > 60 ? NEWS_COSTS.leg / 2 : 0;
}

/** Height to width of a story that looks well, and basic columns that its rank asks for. */
const WELL_SHAPED = 0.75;

function shapeCost({ story, shop: { design } }: Base, columns: number, lines: number): number {
  if (lines === 0) return 0;
  const { grid, leading } = design;
  const shape = (lines * leading) / widthOf(columns, design) / WELL_SHAPED;
  const wanted = wantedColumns(story, grid.columns);
  const wished = story.wish.columns ? NEWS_COSTS.wish : NEWS_COSTS.width;
  const wide = wanted === undefined ? 0 : wished * (columns - wanted) ** 2;
  const deep = story.wish.lines ? NEWS_COSTS.wishedLine * Math.abs(lines - story.wish.lines.value) : 0;
  return wide + deep + NEWS_COSTS.shape * Math.log(shape) ** 2;
}

/** Share of the page's columns for the first, the second and later stories. */
const WIDTHS = [0.62, 0.42] as const;

function wantedColumns({ rank, wish, frame, role }: PlannedStory, columns: number): number | undefined {
  if (wish.columns) return wish.columns.value;
  if (frame || role === 'box' || role === 'briefs') return undefined;
  const share = WIDTHS[rank - 1];
  return share === undefined ? undefined : Math.round(share * columns);
}
