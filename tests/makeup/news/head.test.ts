import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headOptions, type HeadOption } from '../../../src/makeup/news/head.ts';
import type { NewsDesign, Rung } from '../../../src/model/news.ts';
import { copyText, RED } from '../../support/news-design.ts';
import { plannedHead, plannedStory } from '../../support/planned-story.ts';
import { composer, design, widthOf } from './desk.ts';

const rung = (name: Rung['rung'], most: number, least = 0): Rung => ({ rung: name, least, most });
const withLadder = (...ladder: readonly Rung[]): NewsDesign => ({ ...design, ladder });

function options(
  words: string,
  columns: number,
  page: NewsDesign = design,
  change = {},
): readonly HeadOption[] {
  const story = plannedStory({ head: plannedHead(words, change) });
  return headOptions(story, widthOf(columns), { design: page, composer, accent: RED });
}

const sizes = (all: readonly HeadOption[]): readonly number[] => [...new Set(all.map(({ size }) => size))];

describe('a head over its columns', () => {
  test('comes in whole lines, each number once, with its ink in them', () => {
    for (const all of [
      options('灯亮起来 手艺就回来了', 3),
      options('灯亮起来', 2),
      options('十二所学校的操场', 5),
    ]) {
      const lines = all.map((one) => one.lines);
      expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
      for (const one of all) expect(one.ink).toBeLessThanOrEqual(one.lines * design.leading);
    }
  });

  test('takes its first size where the ladder has no smaller ones', () => {
    expect(sizes(options('灯亮起来', 4))).toEqual([22]);
    expect(sizes(options('灯亮起来', 4, withLadder(rung('headline-size', 0))))).toEqual([22]);
  });

  test('goes down as many sizes as the ladder says, each at a price', () => {
    const more = withLadder(rung('headline-size', 1), rung('head-space', 2.5, 1));
    const all = options('灯亮起来', 4, more);
    for (const { size, step } of all) expect(size).toBe([22, 18][step]);
    // 13 characters at 22 pt are wider than two columns, at 18 pt they are not.
    const words = '一二三四五六七八九十百千万';
    const single = (page: NewsDesign): readonly HeadOption[] =>
      options(words, 2, page, { design: { ...design.heads[2]!, lines: { least: 1, most: 1 } } });
    expect(single(design)[0]!.over).toBeGreaterThan(0);
    const [first] = single(more);
    expect(first).toMatchObject({ over: 0, size: 18, step: 1 });
  });

  test('its white keeps to its limits only with the rung, else to half a line', () => {
    const spread = (page: NewsDesign): number => {
      const all = options('灯亮起来', 4, page, {
        design: { ...design.heads[2]!, lines: { least: 1, most: 1 } },
      });
      return all.at(-1)!.lines - all[0]!.lines + 1;
    };
    expect(spread(design)).toBeLessThanOrEqual(2);
    expect(spread(withLadder(rung('head-space', 3, 1)))).toBeGreaterThan(spread(design));
  });

  test('one that is too long in every size and turn says by how much', () => {
    const words = '长'.repeat(60);
    const [first] = options(words, 1);
    const set = 30 * 22;
    expect(first!.over).toBeCloseTo(set - widthOf(1), 3);
  });

  test('turns at its spaces and not without need', () => {
    const [first] = options('灯亮起来', 4);
    const heading = first!.pieces.find((piece) => piece.kind === 'heading');
    expect(heading?.kind === 'heading' && heading.set.lines).toHaveLength(1);
    const asked = options('灯亮起来 手艺就回来了真好', 2).toSorted((a, b) => a.cost - b.cost)[0]!;
    const turned = asked.pieces.find((piece) => piece.kind === 'heading' && piece.role === 'headline');
    expect(turned?.kind === 'heading' && turned.set.lines).toHaveLength(2);
  });

  test('kicker and deck stand smaller than the main line, in their order', () => {
    const all = options('灯亮起来', 4, design, {
      kicker: copyText('瓦窑口夜市'),
      deck: copyText('一百二十个摊位'),
    });
    for (const { pieces } of all) {
      const headings = pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece] : []));
      expect(headings.map(({ role }) => role)).toEqual(['kicker', 'headline', 'deck']);
      const [kicker, main, deck] = headings;
      expect(Math.max(kicker!.size, deck!.size)).toBeLessThanOrEqual(0.72 * main!.size + 1e-9);
    }
  });

  test('a story without a head has none, or its byline alone', () => {
    const shop = { design, composer, accent: RED };
    expect(headOptions(plannedStory(), 100, shop)).toMatchObject([{ lines: 0, pieces: [], size: 0 }]);
  });

  test('never is wider than its columns, but where it says so', () => {
    const name = fc.string({ unit: fc.constantFrom(...'灯亮手艺回来夜市'), minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(
        name,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 1 }),
        (words, columns, steps) => {
          for (const { pieces, over } of options(words, columns, withLadder(rung('headline-size', steps)))) {
            for (const piece of pieces) {
              if (piece.kind !== 'heading') continue;
              const width = piece.set.width * piece.size;
              if (over === 0) expect(width).toBeLessThanOrEqual(widthOf(columns));
              else expect(width - over).toBeCloseTo(widthOf(columns), 6);
              // A heading is set in the sizes of its list and no other.
              expect([22, 18].slice(0, 1 + steps)).toContain(piece.size);
            }
          }
        },
      ),
      { numRuns: 150, seed: 17 },
    );
  });
});
