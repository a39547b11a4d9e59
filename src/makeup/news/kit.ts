import type { PlannedStory } from '../../model/news.ts';
import { curveOf, stepCost, stepTable } from './curve.ts';
import { storyFlow, type Shop, type StoryItem } from './flow.ts';
import { runsDown, type HeadPlace } from './forms.ts';
import { kept } from './kept.ts';
import { type StoryColumns } from './story-columns.ts';
import { textCosts, type TextCosts } from './text-costs.ts';
import { stripOption, type VerticalOption } from './vertical-head.ts';
import { waysOf, type Way } from './ways.ts';

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
  /** What it costs over so many columns by its lines, from 0 up to those of the page. */
  readonly curve: (columns: number) => Float64Array;
  /** What it costs as an L of so many cells (column times line), its head and pictures in the upper lines over all columns. */
  readonly step: (columns: number, cells: number, upper: number) => number;
}

/** Makes the kit of a story; nothing is worked out before it is asked for. */
export function kitOf(story: PlannedStory, shop: Shop): Kit {
  const { head } = story;
  const flows = { under: storyFlow(story, shop, false), beside: storyFlow(story, shop, true) };
  const items = (place: HeadPlace): readonly StoryItem[] => (runsDown(place) ? flows.beside : flows.under);
  const texts = new Map<string, TextCosts>();
  const base = {
    story,
    shop,
    items,
    ways: kept((columns: number) => waysOf(story, columns, shop)),
    strip: kept((lines: number) => head && stripOption(head, lines, shop)),
    text: (columns: StoryColumns, place: HeadPlace): TextCosts => {
      const { measure = 1, width = 1 } = columns.columns[0] ?? {};
      const key = `${measure} ${Math.round(width)} ${runsDown(place)}`;
      const known = texts.get(key) ?? textCosts(items(place), { measure, width }, shop);
      texts.set(key, known);
      return known;
    },
  };
  const steps = kept((columns: number) => stepTable(base, columns));
  return {
    ...base,
    curve: kept((columns: number) => curveOf(base, columns)),
    step: (columns, cells, upper) => stepCost(steps(columns), cells, upper),
  };
}
