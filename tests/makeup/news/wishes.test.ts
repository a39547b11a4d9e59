import { describe, expect, test } from 'vitest';
import { missedWishes, standsIn } from '../../../src/makeup/news/wishes.ts';
import type { SetStory } from '../../../src/makeup/news/set-story.ts';
import type { Cells } from '../../../src/model/news.ts';
import type { Wish, Zone } from '../../../src/model/story.ts';
import { RANGE } from '../../support/news-design.ts';
import { plannedStory } from '../../support/planned-story.ts';

const AREA: Cells = { column: 0, columns: 8, line: 4, lines: 100 };

const at = (column: number, columns: number, line: number, lines: number): Cells => ({
  column,
  columns,
  line,
  lines,
});

/** As much of a set story as wishes are about. */
function set(id: string, cells: readonly Cells[], wish: Partial<Wish> = {}): SetStory {
  const story = plannedStory({ id, wish: { fixed: false, ...wish } });
  return { kit: { story }, cells } as unknown as SetStory;
}

const ranged = <Value>(value: Value): { readonly value: Value; readonly range: typeof RANGE } => ({
  value,
  range: RANGE,
});

describe('zones', () => {
  const TOP_LEFT = at(0, 4, 4, 40);
  const TOP_RIGHT = at(5, 3, 4, 40);
  const WIDE_TOP = at(0, 8, 4, 30);
  const MIDDLE = at(2, 4, 40, 20);
  const BOTTOM_LEFT = at(0, 3, 80, 24);
  const BOTTOM_RIGHT = at(4, 4, 70, 34);

  test.each<[Zone, readonly Cells[], readonly Cells[]]>([
    ['top', [TOP_LEFT, TOP_RIGHT, WIDE_TOP], [MIDDLE, BOTTOM_LEFT]],
    ['bottom', [BOTTOM_LEFT, BOTTOM_RIGHT], [TOP_LEFT, MIDDLE]],
    ['left', [TOP_LEFT, BOTTOM_LEFT], [TOP_RIGHT, BOTTOM_RIGHT]],
    ['right', [TOP_RIGHT, BOTTOM_RIGHT], [TOP_LEFT, BOTTOM_LEFT]],
    ['middle', [MIDDLE], [WIDE_TOP, BOTTOM_LEFT]],
    ['top-left', [TOP_LEFT, WIDE_TOP], [TOP_RIGHT, MIDDLE, BOTTOM_LEFT]],
    ['top-right', [TOP_RIGHT, WIDE_TOP], [TOP_LEFT, BOTTOM_RIGHT]],
    ['bottom-left', [BOTTOM_LEFT], [BOTTOM_RIGHT, TOP_LEFT]],
    ['bottom-right', [BOTTOM_RIGHT], [BOTTOM_LEFT, TOP_RIGHT]],
  ])('%s', (zone, inside, outside) => {
    for (const place of inside) expect(standsIn(zone, place, AREA), JSON.stringify(place)).toBe(true);
    for (const place of outside) expect(standsIn(zone, place, AREA), JSON.stringify(place)).toBe(false);
  });
});

describe('wishes', () => {
  const foot = set('foot', [at(0, 8, 60, 44)]);
  const missed = (one: SetStory, ...others: readonly SetStory[]): readonly string[] =>
    missedWishes(one, [one, ...others]).map(({ wish, asked }) => `${wish} ${asked}`);

  test.each<[string, Partial<Wish>, readonly Cells[], readonly string[]]>([
    ['none', {}, [at(0, 5, 4, 50)], []],
    [
      'granted',
      { zone: ranged<Zone>('top-left'), columns: ranged(4), lines: ranged(50) },
      [at(0, 4, 4, 50)],
      [],
    ],
    ['another width', { columns: ranged(5) }, [at(0, 4, 4, 50)], ['columns 5']],
    ['another depth', { lines: ranged(40) }, [at(0, 4, 4, 50)], ['lines 40']],
    ['another zone', { zone: ranged<Zone>('bottom') }, [at(0, 4, 4, 50)], ['zone bottom']],
    [
      'the depth of an L is that of all of it',
      { lines: ranged(50) },
      [at(0, 4, 4, 40), at(0, 2, 44, 10)],
      [],
    ],
    ['its width is that of its head', { columns: ranged(4) }, [at(0, 4, 4, 40), at(0, 2, 44, 10)], []],
  ])('%s', (_, wish, cells, expected) => {
    expect(missed(set('one', cells, wish), foot)).toEqual(expected);
  });

  test.each<[string, Cells, boolean]>([
    ['side by side', at(4, 4, 4, 50), true],
    ['one under the other', at(0, 4, 56, 40), true],
    ['with the separator between', at(0, 4, 57, 40), true],
    ['too far below', at(0, 4, 60, 40), false],
    ['a column between', at(5, 3, 4, 50), false],
    ['corner to corner', at(4, 4, 60, 40), false],
  ])('standing %s', (_, other, near) => {
    const place = at(0, 4, 4, 50);
    const beside = set('two', [other]);
    expect(missed(set('one', [place], { with: ranged('two') }), beside)).toEqual(near ? [] : ['with two']);
    expect(missed(set('one', [place], { apartFrom: ranged('two') }), beside)).toEqual(
      near ? ['apartFrom two'] : [],
    );
  });

  test('to stand by a story that is not on the page is not granted', () => {
    expect(missed(set('one', [at(0, 4, 4, 50)], { with: ranged('none') }), foot)).toEqual(['with none']);
  });
});
