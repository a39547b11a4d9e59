import type { Values } from '../base/diagnostic.ts';
import type { Rect } from '../base/geometry.ts';
import { linesIn } from '../base/legs.ts';
import { boxAround, bottomOf, rightOf, sharedWidth } from '../base/rects.ts';
import type { SourceRange } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { NewsPlan, PlannedStory } from '../model/news.ts';
import type { GlyphRun, Page, PageGrid, PlacedStory } from '../model/page.ts';

/** A made-up page as the checks look at it; `news` is absent on a page of one story. */
export interface Scene {
  readonly page: Page;
  readonly news: NewsPlan | undefined;
  readonly stories: readonly SceneStory[];
  /** Rules between stories; a place for one that is not drawn has no thickness. */
  readonly rules: readonly Rect[];
  readonly gutter: Pt;
}

/** A story as it came to stand, with what was planned of it. */
export interface SceneStory extends PlacedStory {
  readonly planned: PlannedStory | undefined;
}

/** One thing found, at a place of the page. */
export interface Finding {
  /** Ids of the stories that it concerns, the one to be told first; none on a page of one story. */
  readonly stories: readonly string[];
  readonly rect: Rect;
  /** Where it was written, when that is more exact than the head of the story. */
  readonly range?: SourceRange;
  readonly values?: Values;
}

export function sceneOf(page: Page, news: NewsPlan | undefined): Scene {
  const planned = new Map(news?.stories.map((story) => [story.id, story]));
  const stories = page.stories.map((story) => ({ ...story, planned: planned.get(story.id) }));
  const rules = page.separators.filter(({ width, height }) => width > 0 && height > 0);
  return { page, news, stories, rules, gutter: gutterOf(page.grid) };
}

/** Gap between the first two columns; one character on a page of one column. */
function gutterOf({ columns, size }: PageGrid): Pt {
  const [first, second] = columns;
  return first && second ? second.x - first.x - first.width : size;
}

/** What prints of a story, piece by piece. */
export function printedOf({ head, legs, pictures }: SceneStory, scene: Scene): readonly Rect[] {
  return [
    ...(head ? [head.rect] : []),
    ...legs.map((leg) => linesIn(leg, scene.page.grid.leading)),
    ...pictures.flatMap(({ rect, caption }) => (caption ? [rect, caption] : [rect])),
  ];
}

/** Whole basic columns that a rectangle spans. */
export function columnsSpanned(rect: Rect, { page: { grid } }: Scene): number {
  return columnsUnder(rect, grid).length;
}

/** Numbers from 1 of the columns of which a rectangle takes more than a third. */
function columnsUnder(rect: Rect, { columns, area }: PageGrid): readonly number[] {
  return columns.flatMap(({ x, width }, i) =>
    sharedWidth(rect, { x, width, y: area.y, height: area.height }) > width / 3 ? [i + 1] : [],
  );
}

/** A place as the desk counts it: `columns` of the grid and, as `at`, lines from the top of the type area: `3` or `3–5`. */
export function placeOf(rect: Rect, { page: { grid } }: Scene): Values {
  const { area, leading, lines, columns } = grid;
  const under = columnsUnder(rect, grid);
  const lineAt = (y: Pt) => Math.min(lines, Math.max(1, Math.floor((y - area.y) / leading + SLACK) + 1));
  const top = lineAt(rect.y);
  const foot = Math.max(top, lineAt(bottomOf(rect) - 2 * SLACK * leading));
  return { columns: columnsTold(rect, under, columns), at: span(top, foot) };
}

/** Columns as they are told; a place in the gutter between the fifth and the sixth is `5|6`. */
function columnsTold(rect: Rect, under: readonly number[], columns: PageGrid['columns']): string {
  const [first] = under;
  if (first !== undefined) return span(first, under.at(-1) ?? first);
  const middle = rect.x + rect.width / 2;
  const before = Math.max(1, columns.filter(({ x }) => x <= middle).length);
  const column = columns[before - 1];
  const isInGutter = column && middle > column.x + column.width && before < columns.length;
  return isInGutter ? `${before}|${before + 1}` : String(before);
}

/** Part of a line by which a thing may miss the grid. */
const SLACK = 0.02;

function span(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** How a story is called: the words of its head, or its id. */
export function nameOf(story: PlacedStory): string {
  return story.head?.words ?? story.id;
}

/** Type of one line of a story in one leg, in reading order. */
export interface PrintedLine {
  readonly leg: number;
  readonly runs: readonly GlyphRun[];
}

const TEXT_ROLES: ReadonlySet<string> = new Set(['lead', 'body', 'list']);

/** Annotations are set at half the size and stand on no line of their own. */
const ANNOTATION = 0.6;

/** The lines of text of a story, leg by leg from the top; runs on one baseline are one line. */
export function linesOf(story: PlacedStory, { page }: Scene): readonly PrintedLine[] {
  const runs = page.items.filter(
    (item): item is GlyphRun =>
      item.kind === 'glyphs' && item.story === story.id && TEXT_ROLES.has(item.role) && !item.stance,
  );
  const largest = Math.max(0, ...runs.map(({ size }) => size));
  return story.legs.flatMap(({ rect }, leg) => {
    const inside = runs.filter((run) => run.size > ANNOTATION * largest && isInside(run, rect));
    const baselines = [...new Set(inside.map(({ y }) => y))].toSorted((one, other) => one - other);
    return baselines.map((baseline) => ({ leg, runs: inside.filter(({ y }) => y === baseline) }));
  });
}

function isInside({ x, y }: GlyphRun, rect: Rect): boolean {
  return x >= rect.x - 1 && x < rightOf(rect) && y > rect.y && y <= bottomOf(rect) + 1;
}

/** The part of the type area that stories and advertisements take; what stands over it is furniture. */
export function contentArea({ page, stories }: Scene): Rect {
  const rects = [...stories.flatMap(({ outline }) => outline), ...page.adverts];
  if (rects.length === 0) return page.grid.area;
  const { y } = boxAround(rects);
  const { area } = page.grid;
  return { ...area, y, height: bottomOf(area) - y };
}
