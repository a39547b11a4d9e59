import { describe, expect, test } from 'vitest';
import { kitOf } from '../../../src/makeup/news/kit.ts';
import { inRegions } from '../../../src/makeup/news/regions.ts';
import type { NewsDesign, NewsRegion, PlannedStory } from '../../../src/model/news.ts';
import type { ParagraphPart } from '../../../src/model/story.ts';
import { copyText, frontPlan, RANGE, RED } from '../../support/news-design.ts';
import { plannedHead, plannedStory } from '../../support/planned-story.ts';
import { composer, design } from './desk.ts';

const region = (
  name: string,
  column: number,
  columns: number,
  lines: number,
  use: NewsRegion['use'] = 'stories',
): NewsRegion => ({
  name,
  cells: [{ column, columns, line: 10, lines }],
  use,
  range: RANGE,
});

/** A story of so many characters. */
function story(id: string, rank: number, count: number, more: Partial<PlannedStory> = {}): PlannedStory {
  const words = '湖上的风从码头吹过来灯一盏一盏亮了等船的人把领子竖起来谁也没有先走'.repeat(99);
  const paragraph = (at: number): ParagraphPart => ({
    kind: 'paragraph',
    range: RANGE,
    text: copyText(`${words.slice(at, at + 99)}。`),
    optional: false,
  });
  const parts = Array.from({ length: Math.max(1, Math.round(count / 100)) }, (_, index) => paragraph(index));
  return plannedStory({ id, rank, head: plannedHead('灯亮起来'), parts, ...more });
}

/** The region that each story gets. */
function placed(
  stories: readonly PlannedStory[],
  regions: readonly NewsRegion[],
): Readonly<Record<string, string>> | undefined {
  const own: NewsDesign = { ...design, regions, heads: [design.heads[2]!] };
  const shop = { design: own, composer, accent: RED };
  const found = inRegions(
    frontPlan({ stories, design: own }),
    stories.map((one) => kitOf(one, shop)),
  );
  return (
    found &&
    Object.fromEntries(
      found.sets.map(({ kit, cells }) => [
        kit.story.id,
        regions.find((one) => JSON.stringify(one.cells) === JSON.stringify(cells))!.name,
      ]),
    )
  );
}

const EQUAL = [region('first', 0, 2, 40), region('second', 2, 2, 40), region('third', 4, 2, 40)];

describe('regions', () => {
  test('go to equal stories by their rank, whatever the order of the file', () => {
    const stories = [story('c', 3, 800), story('a', 1, 800), story('b', 2, 800)];
    expect(placed(stories, EQUAL)).toEqual({ a: 'first', b: 'second', c: 'third' });
  });

  test('go to those that fit them', () => {
    const regions = [region('small', 0, 2, 20), region('large', 2, 2, 70)];
    expect(placed([story('long', 1, 1500), story('short', 2, 300)], regions)).toEqual({
      long: 'large',
      short: 'small',
    });
  });

  test('a story gets the one that it asks for, before one of higher rank', () => {
    const stories = [
      story('a', 1, 800),
      story('b', 2, 800, { wish: { fixed: false, region: { value: 'first', range: RANGE } } }),
    ];
    expect(placed(stories, EQUAL)).toEqual({ a: 'second', b: 'first' });
  });

  test('are not enough for more stories than there are', () => {
    const stories = Array.from({ length: 4 }, (_, index) => story(`s${index}`, index + 1, 300));
    expect(placed(stories, EQUAL)).toBeUndefined();
    expect(placed(stories, [])).toBeUndefined();
  });

  test('of advertisements take no story', () => {
    const regions = [region('ads', 0, 4, 40, 'ads'), region('first', 4, 2, 40)];
    expect(placed([story('a', 1, 800)], regions)).toEqual({ a: 'first' });
    const own: NewsDesign = { ...design, regions, heads: [design.heads[2]!] };
    const plan = frontPlan({ stories: [story('a', 1, 800)], design: own });
    const kits = plan.stories.map((one) => kitOf(one, { design: own, composer, accent: RED }));
    expect(inRegions(plan, kits)!.adverts).toEqual(regions[0]!.cells);
  });
});
