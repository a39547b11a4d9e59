import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pourStory, type Leg, type StoryPour, type Vessel } from '../../../src/makeup/news/pour.ts';
import { fakeComposer, flowOf } from '../../support/fake-composer.ts';

const KEEP = { widow: 2, orphan: 2, afterTitle: 2 };

const legsOf = (depths: readonly number[]): readonly Leg[] =>
  depths.map((lines, index) => ({ x: 100 * index, width: 90, measure: 20, line: 0, lines, foot: true }));

function vessel(depths: readonly number[], change: Partial<Vessel> = {}): Vessel {
  return {
    legs: legsOf(depths),
    keep: KEEP,
    ragged: 1,
    composer: fakeComposer,
    leftOut: () => undefined,
    open: false,
    pull: undefined,
    ...change,
  };
}

const leftOut: Vessel['leftOut'] = ({ optional }) => (optional ? 40 : undefined);

/** One word a leg: `#` a line of a block, a letter for each line of a paragraph, `.` white. */
function picture(poured: StoryPour | undefined, depths: readonly number[]): string {
  if (!poured) return 'does not fit';
  const legs = depths.map((lines) => Array<string>(lines).fill('.'));
  let letter = 96;
  for (const { item, pieces } of poured.placed) {
    if (item.kind === 'text') letter += 1;
    const mark = item.kind === 'text' ? String.fromCharCode(letter) : '#';
    for (const { leg, line, count } of pieces) legs[leg]?.fill(mark, line, line + count);
  }
  return legs.map((lines) => lines.join('')).join(' ');
}

describe('a story is poured into its legs', () => {
  test.each<[string, string, readonly number[], string, Partial<Vessel>]>([
    ['a paragraph runs through them', '12', [4, 4, 4], 'aaaa aaaa aaaa', {}],
    [
      'legs of different depths',
      '4 6',
      [3, 5, 2],
      'aaa abbbb bb',
      { keep: { widow: 1, orphan: 1, afterTitle: 0 } },
    ],
    ['a shortfall stands in the last', '4 4 3', [4, 4, 4], 'aaaa bbbb ccc.', {}],
    ['no lone line opens a leg', '5 6', [4, 7], 'does not fit', {}],
    ['no lone line closes one', '3 5', [4, 5], 'aaa. bbbbb', {}],
    ['a subhead stays with two lines', '4 # 6', [7, 6], 'does not fit', {}],
    ['a subhead with just two lines under it', '4 # 6', [8, 4], 'aaaa##bb bbbb', {}],
    [
      'a subhead with one line under it and the next paragraph elsewhere',
      '4 # 1 5',
      [8, 5],
      'does not fit',
      {},
    ],
    ['a block is not parted', '2 =5 3', [4, 6], 'does not fit', {}],
    ['a block goes to the next leg', '4 =5 3', [4, 8], 'aaaa #####bbb', {}],
    ['a paragraph takes a line more where that fills', '3+ 4', [8], 'aaaabbbb', { ragged: 0, pull: 0 }],
    ['a paragraph gives up a line as the rung allows', '-5 4', [8], 'aaaabbbb', { pull: 5 }],
    ['not one whose last line is too long for the rung', '-5 4', [8], 'does not fit', { pull: 2 }],
    ['a part that may go does where it has to', '4 3? 4', [8], 'aaaacccc', { leftOut }],
    ['it stays where it goes in', '4 3? 4', [11], 'aaaabbbcccc', { leftOut }],
    [
      'a part of several texts goes though the one before could stand longer',
      '3+ 1?_2?',
      [4],
      'aaaa',
      { leftOut, pull: 5, ragged: 0 },
    ],
    ['without the rung a paragraph is not longer', '3+', [4], 'does not fit', { ragged: 0 }],
    ['it does not go without leave', '4 3? 4', [8], 'does not fit', {}],
    ['feet within one line, not two', '4 4', [6, 4], 'does not fit', {}],
    ['two lines where they may be ragged', '4 =4', [6, 4], 'aaaa.. ####', { ragged: 2 }],
  ])('%s', (_, flow, depths, expected, change) => {
    expect(picture(pourStory(flowOf(flow), vessel(depths, change)), depths)).toBe(expected);
  });

  test('what finds no room is counted where the last leg has no end', () => {
    const depths = [4, 4, 1000];
    const poured = pourStory(
      flowOf('5 6 7'),
      vessel(depths, { keep: { widow: 1, orphan: 1, afterTitle: 0 }, open: true, ragged: 4 }),
    );
    expect(poured!.feet).toEqual([4, 4, 10]);
  });

  test('leaving out is dearer than a line more or fewer, and a ragged foot is dearest', () => {
    const cost = (flow: string, depths: readonly number[], change: Partial<Vessel> = {}): number =>
      pourStory(flowOf(flow), vessel(depths, change))!.cost;
    const exact = cost('4 4', [8]);
    const longer = cost('4+ 4', [9], { pull: 5 });
    const left = cost('4 4 3?', [8], { leftOut });
    const ragged = cost('4 =4', [6, 4], { ragged: 2 });
    expect(exact).toBe(0);
    expect(longer).toBeGreaterThan(exact);
    expect(left).toBeGreaterThan(longer);
    expect(ragged).toBeGreaterThan(left);
  });
});

const word = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: 9 }).map((n) => `${n}+`) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: 9 }).map((n) => `-${n}`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map((n) => `${n}?`) },
  { weight: 1, arbitrary: fc.constant('# 4') },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }).map((n) => `=${n}`) },
);

describe('whatever is poured', () => {
  test('stands once and in order, full, level, without lone lines and with its subheads', () => {
    let poured = 0;
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 3, maxLength: 14 }).map((words) => words.join(' ')),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: -1, max: 3 }),
        (description, count, more) => {
          const items = flowOf(description);
          const natural = items.reduce(
            (sum, item) =>
              sum +
              (item.kind === 'block'
                ? item.lines(1)[0]!.lines
                : Number(/\d+/.exec(item.text.characters)![0])),
            0,
          );
          const depth = Math.ceil(natural / count) + more;
          const depths = Array.from({ length: count }, (_, index) => depth + (index % 2));
          const story = pourStory(items, vessel(depths, { leftOut, pull: 5 }));
          if (!story) return;
          poured += 1;
          expect(story.placed.map(({ item }) => item)).toEqual(items);
          let at = -1;
          for (const { item, variant, pieces } of story.placed) {
            if (pieces.length === 0) expect(item.optional).toBe(true);
            const lines = pieces.reduce((sum, each) => sum + each.count, 0);
            if (variant) expect(lines).toBe(variant.lines.length);
            for (const { leg, line, count: own } of pieces) {
              expect(leg * 1000 + line).toBeGreaterThan(at);
              expect(line + own).toBeLessThanOrEqual(depths[leg]!);
              at = leg * 1000 + line + own - 1;
            }
            if (item.kind === 'block') expect(pieces).toHaveLength(1);
            if (pieces.length > 1) {
              expect(pieces[0]!.count).toBeGreaterThanOrEqual(KEEP.orphan);
              expect(pieces.at(-1)!.count).toBeGreaterThanOrEqual(KEEP.widow);
            }
          }
          for (const [index, { item, pieces }] of story.placed.entries()) {
            if (item.kind !== 'block' || item.keepNext === 0) continue;
            const next = story.placed[index + 1]!.pieces[0]!;
            expect(next.leg).toBe(pieces[0]!.leg);
            expect(next.count).toBeGreaterThanOrEqual(2);
          }
          for (const [leg, foot] of story.feet.entries()) expect(depths[leg]! - foot).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
    expect(poured).toBeGreaterThan(60);
  });
});
