import type { Report } from '../../base/diagnostic.ts';
import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsDesign, NewsPlan } from '../../model/news.ts';
import type { DisplayItem, OutlineEntry, Page, PageGrid, RegionFit } from '../../model/page.ts';
import type { StoryPart } from '../../model/story.ts';
import { charactersOn, countOf, lengthOf, proveSame } from '../copy.ts';
import { advertItems, advertsOnPage } from './adverts.ts';
import { arrangePage } from './arrange.ts';
import type { Arrangement } from './arrangement.ts';
import { newsNotes } from './fit-notes.ts';
import { furnitureItems, furnitureTexts } from './furniture.ts';
import { storyItems } from './place-story.ts';
import { reportNews } from './reports.ts';
import { ownersOf, separatorsOf } from './separators.ts';
import type { SetStory } from './set-story.ts';
import { rectOf } from './story-columns.ts';
import { placedStory } from './story-facts.ts';
import { partTexts, storyTexts } from './texts.ts';

/**
 * Makes up a page of several stories: finds shapes and places, fits every story into its own, puts every line where it
 * stands, and proves that the copy is on the page once and in order. Reports `overset`, `short`, `head-too-long`,
 * `overfull-line`, `loose-line` and what the desk's wishes did not get.
 */
export function makeUpNews(plan: NewsPlan, composer: Composer, report: Report): Page {
  const [arrangement] = arrangePage(plan, composer);
  if (!arrangement) throw new Error('a page must take its stories in some way');
  reportNews(plan, arrangement, composer, report);
  return makeUpArrangement(plan, arrangement, composer);
}

/** The page of one arrangement. */
export function makeUpArrangement(plan: NewsPlan, arrangement: Arrangement, composer: Composer): Page {
  const { design } = plan;
  const { sets } = arrangement;
  const placed = sets.map(placedStory);
  const adverts = advertsOnPage(plan, arrangement.adverts);
  const places = adverts.map(({ cells }) => cells);
  const separators = separatorsOf(ownersOf(sets, places), design);
  const furniture = furnitureItems(plan, composer);
  const items = [
    ...furniture.head,
    ...sets.flatMap(storyItems),
    ...furniture.foot,
    ...adverts.flatMap((advert) => advertItems(advert, { design, composer, accent: plan.accent })),
    ...separators.items,
  ];
  return {
    paper: plan.paper,
    title: sets.find(({ kit }) => kit.story.rank === 1)?.kit.story.head?.main.characters ?? '',
    language: design.text.language,
    items,
    outline: outlineOf(placed),
    grid: pageGrid(design),
    regions: [...sets.map(regionOf), ...emptyFootOf(arrangement, design)],
    characters: { copy: lengthOf(copyOf(plan)), set: countOf(proveComplete(plan, sets, items)) },
    stories: placed,
    adverts: places.map((cells) => rectOf(cells, design)),
    separators: separators.rects,
    fit: newsNotes(arrangement),
    ...(plan.number !== undefined && { number: plan.number }),
    ...(plan.date !== undefined && { date: plan.date }),
  };
}

function pageGrid({ grid, leading, size }: NewsDesign): PageGrid {
  return {
    area: { x: grid.left, y: grid.top, width: grid.width, height: grid.lines * leading },
    columns: Array.from({ length: grid.columns }, (_, index) => ({
      x: grid.left + index * (grid.columnWidth + grid.gutter),
      width: grid.columnWidth,
    })),
    leading,
    lines: grid.lines,
    size,
  };
}

/** Every text of the page in the order in which it is set. */
function copyOf(plan: NewsPlan, printed?: (part: StoryPart) => readonly Text[]): readonly Text[] {
  const furniture = furnitureTexts(plan);
  return [
    ...furniture.head,
    ...plan.stories.flatMap((story) => storyTexts(story, printed)),
    ...furniture.foot,
  ];
}

/**
 * Nothing is lost, doubled or moved: the characters on the page are those of the copy in its order, but for optional parts
 * that were left out, labels that an axis has no room for, and what finds no room, which is reported. Gives the characters
 * that stand on the page.
 */
function proveComplete(plan: NewsPlan, sets: readonly SetStory[], items: readonly DisplayItem[]): string {
  const found = charactersOn(items);
  const isWhole = sets.every(({ over }) => over.lines === 0);
  if (isWhole) proveSame(copyOf(plan, printedBy(sets)), found);
  return found;
}

/** What is printed of a part: nothing when it was left out, of a chart the labels that its width shows. */
function printedBy(sets: readonly SetStory[]): (part: StoryPart) => readonly Text[] {
  const printed = new Map<StoryPart, readonly Text[]>();
  for (const { pour, legs } of sets) {
    for (const { item, pieces } of pour.placed) {
      const [piece] = pieces;
      if (!item.part) continue;
      if (!piece) printed.set(item.part, []);
      else if (item.kind === 'block' && item.part.kind === 'chart') {
        printed.set(item.part, item.texts(legs[piece.leg]?.width ?? 0));
      }
    }
  }
  return (part) => printed.get(part) ?? partTexts(part);
}

function outlineOf(stories: Page['stories']): readonly OutlineEntry[] {
  return stories.flatMap(({ head }) =>
    head ? [{ text: head.words, level: 1 as const, y: head.rect.y }] : [],
  );
}

/** The foot of the page under the lowest story, if it stays empty. */
function emptyFootOf({ sets, emptyFoot }: Arrangement, design: NewsDesign): readonly RegionFit[] {
  if (emptyFoot === 0) return [];
  const { grid } = design;
  const line = Math.max(...sets.flatMap(({ cells }) => cells.map((each) => each.line + each.lines)));
  const lines = emptyFoot * grid.columns;
  return [
    {
      name: 'page',
      rect: rectOf({ column: 0, columns: grid.columns, line, lines: emptyFoot }, design),
      lines: 0,
      room: lines,
      over: { lines: 0, characters: 0 },
      short: { lines, characters: lines * grid.measure },
    },
  ];
}

/** How the text of a story went into its place. */
function regionOf({ kit, cells, legs, pour, short, over, way }: SetStory): RegionFit {
  const { design } = kit.shop;
  const lines = pour.feet.slice(0, legs.length).reduce((sum, foot) => sum + foot, 0);
  const columns = way.columns.columns.length;
  const empty = legs.reduce((sum, leg) => sum + leg.lines, 0) - lines + short * columns;
  const measure = way.columns.columns[0]?.measure ?? design.grid.measure;
  const [first] = cells;
  return {
    name: kit.story.id,
    rect: first ? rectOf(first, design) : { x: 0, y: 0, width: 0, height: 0 },
    lines,
    room: lines + empty,
    over,
    short: { lines: empty, characters: empty * measure },
  };
}
