import { BLACK } from '../../src/base/colour.ts';
import type { Rect } from '../../src/base/geometry.ts';
import type { SourceFile, SourceRange } from '../../src/base/source.ts';
import type { Text } from '../../src/model/issue.ts';
import {
  NO_LOCK,
  type LintLevel,
  type NewsDesign,
  type NewsPlan,
  type PlannedStory,
} from '../../src/model/news.ts';
import type { DisplayItem, GlyphRun, Page, PlacedLeg, PlacedStory } from '../../src/model/page.ts';
import type { Allowance, HeadForm, PaperCopy, StoryPart, StoryRole } from '../../src/model/story.ts';
import { pageOf } from '../output/page-of.ts';

/** Small numbers that are easy to count with: 8 columns of 100 pt, 10 pt apart, 100 lines of 10 pt. */
export const GRID = { column: 100, gutter: 10, leading: 10, columns: 8, lines: 100, size: 9 } as const;

const AREA: Rect = { x: 0, y: 0, width: 870, height: 1000 };

/** Whole columns and lines, both from 1 and both ends included: `cells(1, 3, 5, 20)` is columns 1–3, lines 5–20. */
export function cells(firstColumn: number, lastColumn: number, firstLine: number, lastLine: number): Rect {
  const step = GRID.column + GRID.gutter;
  return {
    x: (firstColumn - 1) * step,
    y: (firstLine - 1) * GRID.leading,
    width: (lastColumn - firstColumn + 1) * step - GRID.gutter,
    height: (lastLine - firstLine + 1) * GRID.leading,
  };
}

type Cell = readonly [number, number, number, number];

/** A story by its cells; legs as `[column, first line, last line, lines set, lines at which subheads begin]`. */
export interface StorySketch {
  readonly id: string;
  readonly outline: readonly Cell[];
  readonly head?: Cell;
  readonly size?: number;
  readonly face?: string;
  readonly vertical?: boolean;
  readonly form?: HeadForm;
  readonly role?: StoryRole;
  readonly legs?: readonly (readonly [number, number, number, number?, (readonly number[])?])[];
  readonly pictures?: readonly { readonly at: Cell; readonly caption?: Cell }[];
  readonly framed?: boolean;
  /** Names of checks that it allows. */
  readonly allow?: readonly string[];
  /** Paragraphs by number of lines, poured into the legs in order; needed by checks of single lines. */
  readonly paragraphs?: readonly number[];
  /** Space between characters, em. */
  readonly loose?: number;
}

export interface PageSketch {
  readonly stories: readonly StorySketch[];
  readonly adverts?: readonly Cell[];
  /** Rules between stories. */
  readonly rules?: readonly Rect[];
  readonly items?: readonly DisplayItem[];
  readonly lint?: Readonly<Record<string, LintLevel>>;
  readonly number?: string;
  readonly date?: string;
  readonly language?: string;
  readonly title?: PaperCopy | undefined;
  readonly masthead?: NewsPlan['masthead'];
  readonly folio?: Partial<NewsPlan['folio']>;
  readonly hasMasthead?: boolean;
}

/** A file whose every line is told by its number, so that ranges can be traced. */
const FILE: SourceFile = {
  path: 'issue.yaml',
  text: Array.from({ length: 60 }, (_, i) => `line ${i + 1}\n`).join(''),
};

/** The range of one line of the file, from 1. */
export function lineRange(line: number): SourceRange {
  const starts = FILE.text.split('\n').map((text) => text.length + 1);
  const start = starts.slice(0, line - 1).reduce((sum, length) => sum + length, 0);
  return { file: FILE, start, end: start + starts[line - 1]! - 1 };
}

export function textAt(characters: string, range: SourceRange = lineRange(1)): Text {
  return { characters, offsets: [...characters].map((_, i) => range.start + i), marks: [], range };
}

/** A page and its plan from a sketch; the head of the nth story is written in line n × 5. */
export function pageOfStories(sketch: PageSketch): { readonly page: Page; readonly news: NewsPlan } {
  const { stories, adverts = [], rules = [], items = [] } = sketch;
  const page: Page = {
    ...pageOf([...stories.flatMap(runsOf), ...items]),
    paper: { trim: { width: 910, height: 1040 }, bleed: 0 },
    number: sketch.number ?? '2',
    date: sketch.date ?? '2026-03-18',
    language: sketch.language ?? 'zh-Hans',
    grid: {
      area: AREA,
      columns: Array.from({ length: GRID.columns }, (_, i) => ({ x: i * 110, width: GRID.column })),
      leading: GRID.leading,
      lines: GRID.lines,
      size: GRID.size,
    },
    regions: [],
    stories: stories.map(placed),
    adverts: adverts.map((advert) => cells(...advert)),
    separators: rules,
  };
  return { page, news: planOf(sketch) };
}

const storyLine = (index: number) => 5 * (index + 1);

function placed(sketch: StorySketch, index: number): PlacedStory {
  const { id, outline, head, legs = [], pictures = [], framed = false } = sketch;
  return {
    id,
    role: sketch.role ?? 'third',
    rank: index + 1,
    range: lineRange(storyLine(index)),
    outline: outline.map((cell) => cells(...cell)),
    ...(head && {
      head: {
        rect: cells(...head),
        size: sketch.size ?? 20,
        face: sketch.face ?? 'Head',
        direction: sketch.vertical ? 'vertical' : 'horizontal',
        words: `题${id}`,
      },
    }),
    legs: legs.map(leg),
    pictures: pictures.map(({ at, caption }) => ({
      rect: cells(...at),
      ...(caption && { caption: cells(...caption) }),
    })),
    framed,
  };
}

function leg([column, first, last, lines, subheads = []]: NonNullable<
  StorySketch['legs']
>[number]): PlacedLeg {
  const room = last - first + 1;
  return { rect: cells(column, column, first, last), room, lines: lines ?? room, subheads };
}

/** One run for each line of the paragraphs, poured into the legs; a paragraph p of story n is written in line 5n + 1 + p. */
function runsOf(sketch: StorySketch, index: number): readonly GlyphRun[] {
  const { id, legs = [], paragraphs = [], loose = 0 } = sketch;
  const owners = paragraphs.flatMap((lines, paragraph) => Array.from({ length: lines }, () => paragraph));
  const places = legs
    .map(leg)
    .flatMap(({ rect, lines }) =>
      Array.from({ length: lines }, (_, line) => ({ x: rect.x, y: rect.y + line * GRID.leading + 8 })),
    );
  return owners.slice(0, places.length).map((paragraph, i): GlyphRun => ({
    kind: 'glyphs',
    role: 'body',
    story: id,
    font: 'Body',
    size: GRID.size,
    colour: BLACK,
    ...places[i]!,
    glyphs: [...'水乡春早'].map((text, at) => ({ id: at, dx: at * GRID.size * (1 + loose), text })),
    origin: lineRange(storyLine(index) + 1 + paragraph),
    passage: lineRange(storyLine(index) + 1 + paragraph),
  }));
}

/** A run of furniture, or of anything else, at a place. */
export function run(words: string, change: Partial<GlyphRun> = {}): GlyphRun {
  const size = change.size ?? 9;
  return {
    kind: 'glyphs',
    role: 'folio',
    font: 'Hei',
    size,
    colour: BLACK,
    x: 0,
    y: 8,
    glyphs: [...words].map((text, i) => ({ id: i, dx: i * size, text })),
    ...change,
  };
}

function planOf(sketch: PageSketch): NewsPlan {
  const design = {
    masthead: sketch.hasMasthead ? {} : undefined,
    lint: new Map(Object.entries(sketch.lint ?? {})),
    styles: { subhead: { occupy: { least: 1, natural: 1, most: 2 } } },
  } as unknown as NewsDesign;
  return {
    kind: 'news',
    paper: { trim: { width: 910, height: 1040 }, bleed: 0 },
    accent: { fill: BLACK, ink: BLACK },
    folio: { day: [], credits: [], ...sketch.folio },
    title: sketch.title,
    masthead: sketch.masthead ?? {},
    contacts: [],
    ears: [],
    stories: sketch.stories.map(planned),
    adverts: [],
    design,
    lock: NO_LOCK,
  };
}

function planned(sketch: StorySketch, index: number): PlannedStory {
  const line = storyLine(index);
  const parts = (sketch.paragraphs ?? []).map((_, p): StoryPart => {
    const range = lineRange(line + 1 + p);
    return { kind: 'paragraph', range, text: textAt('水乡春早', range), optional: false };
  });
  const allowed = (sketch.allow ?? []).map((name): Allowance => {
    const range = lineRange(line + 4);
    return { range, check: { value: name, range }, why: textAt('总编签字', range) };
  });
  const range = lineRange(line);
  const head = { range, main: textAt(`题${sketch.id}`, range), summary: [], direction: 'auto' as const };
  return {
    range,
    id: sketch.id,
    role: sketch.role ?? 'third',
    rank: index + 1,
    ...(sketch.head && {
      head: {
        ...head,
        ...(sketch.form && { form: sketch.form }),
        design: {} as NonNullable<PlannedStory['head']>['design'],
      },
    }),
    byline: [],
    bylinePlace: 'end',
    editorNote: [],
    lead: [],
    parts,
    pictures: [],
    wish: { fixed: false },
    allowed,
  };
}
