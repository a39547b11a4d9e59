import { beforeAll, describe, expect, test } from 'vitest';
import { feetOf, unevenFeet } from '../../src/base/legs.ts';
import { parse } from 'yaml';
import type { GlyphRun, Page, PlacedStory } from '../../src/model/page.ts';
import { dumpPage } from '../../src/output/dump.ts';
import {
  filesOf,
  makeNews,
  newsSample,
  NEWS_SAMPLES,
  pressPdf,
  storyNamed,
  type NewsPage,
  type NewsSample,
} from '../support/news-pages.ts';
import { readPdf, type ReadPage } from '../support/pdf-reader.ts';

/** Labels of the axis of a chart that is too narrow for all of them. */
const LABELS_LEFT_OUT: Partial<Record<NewsSample, number>> = { 'water-grid': 3 };

const made = new Map<NewsSample, NewsPage>();
const read = new Map<NewsSample, ReadPage>();

beforeAll(async () => {
  for (const name of NEWS_SAMPLES) {
    const page = makeNews(await filesOf(newsSample(name)));
    made.set(name, page);
    const [pdf] = await readPdf(await pressPdf(page.page));
    read.set(name, pdf!);
  }
});

/** Body lines that a frame keeps free at its foot. */
const FRAME_FOOT = 1;

/** Texts of fewer characters may well stand on a page twice. */
const LONG = 12;

interface Words {
  readonly words: string;
  readonly optional: boolean;
}

type Plain = string | number | { readonly [key: string]: Plain } | readonly Plain[];

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** A stroke says where a headline turns. */
const withoutTurns = (plain: Plain | undefined): Plain | undefined =>
  typeof plain === 'string' ? plain.replaceAll('|', '') : plain;

/** Every string in a part of the file, in its order; a switch, a unit or the name of a file is no text. */
function stringsOf(plain: Plain | undefined, optional = false): readonly Words[] {
  if (typeof plain === 'string' || typeof plain === 'number')
    return [{ words: withoutSpaces(String(plain)), optional }];
  if (!plain) return [];
  if (Array.isArray(plain)) return plain.flatMap((one: Plain) => stringsOf(one, optional));
  const map = plain as { readonly [key: string]: Plain };
  const mayGo = optional || (map['optional'] as unknown) === true;
  return ['title', 'text', 'subhead', 'quote', 'by', 'list', 'items'].flatMap((key) =>
    stringsOf(map[key], mayGo),
  );
}

/** The stories as the file writes them: head, columns and captions, each to be read in one go. */
function writtenStories(
  yaml: string,
): readonly { readonly id: string; readonly runs: readonly (readonly Words[])[] }[] {
  const { articles } = parse(yaml) as { readonly articles: readonly { readonly [key: string]: Plain }[] };
  return articles.map((story) => {
    const head = story['headline'] as { readonly [key: string]: Plain };
    const images = [story['images'] ?? []].flat() as readonly { readonly [key: string]: Plain }[];
    return {
      id: String(story['id']),
      runs: [
        ['kicker', 'main', 'deck'].flatMap((key) => stringsOf(withoutTurns(head[key]))),
        ['editor_note', 'lead', 'body', 'items', 'table'].flatMap((key) => stringsOf(story[key])),
        images.flatMap(({ caption, credit }) => [...stringsOf(caption), ...stringsOf(credit)]),
      ],
    };
  });
}

const pageOf = (name: NewsSample): Page => made.get(name)!.page;

describe.each(NEWS_SAMPLES)('%s', (name) => {
  test('goes to press without an error', () => {
    expect(made.get(name)!.errors).toEqual([]);
  });

  test('every column is full to within two lines, and those of one story end level', () => {
    const { stories, regions, grid } = pageOf(name);
    for (const { id, legs, outline, framed } of stories) {
      const feet = feetOf(legs);
      expect(feet, id).not.toEqual([]);
      expect(unevenFeet(feet), id).toBeLessThanOrEqual(1);
      for (const { rect, lines } of feet) {
        const below = outline.filter((each) => shareWidth(each, rect)).map(({ y, height }) => y + height);
        const empty = (Math.max(...below) - rect.y) / grid.leading - lines - (framed ? FRAME_FOOT : 0);
        expect(empty, `${id} at ${rect.x},${rect.y}`).toBeLessThanOrEqual(2.01);
      }
    }
    for (const { name: id, over } of regions) expect(over.lines, id).toBe(0);
  });

  test('the last line of a column stands where the page says', () => {
    const { stories, grid } = pageOf(name);
    let seen = 0;
    for (const { id, legs } of stories) {
      const runs = wordsOf(pageOf(name), ({ story }) => story === id);
      const text = runs.filter(({ role }) => role === 'body' || role === 'byline');
      const quotes = runs.filter(({ role }) => role === 'quote');
      for (const { rect, lines } of legs) {
        const foot = rect.y + lines * grid.leading;
        const lowest = (some: readonly GlyphRun[]): number =>
          Math.max(
            ...pointsOf(some)
              .filter(({ x }) => x > rect.x - 5 && x < rect.x + rect.width)
              .filter(({ y }) => y > rect.y && y < rect.y + rect.height + 1)
              .map(({ y }) => y),
          );
        const last = lowest(text);
        // A quote has white of its own below it.
        if (last === -Infinity || lowest(quotes) > last) continue;
        seen += 1;
        expect(foot - last, `${id} at ${rect.x}`).toBeLessThan(grid.leading);
        expect(foot - last, `${id} at ${rect.x}`).toBeGreaterThan(0);
      }
    }
    expect(seen).toBeGreaterThan(5);
  });

  test('no story leaves its outline, and no two stories share a cell', () => {
    const { stories, grid } = pageOf(name);
    const cells = new Map<string, string>();
    const width = grid.columns[0]!.width;
    for (const { id, outline } of stories) {
      for (const { x, y, width: wide, height } of outline) {
        for (const [column, { x: left }] of grid.columns.entries()) {
          if (left < x - 1 || left + width > x + wide + 1) continue;
          const first = Math.round((y - grid.area.y) / grid.leading);
          for (let line = first; line < first + Math.round(height / grid.leading); line += 1) {
            expect(line).toBeLessThan(grid.lines);
            const key = `${column} ${line}`;
            expect(cells.get(key), `${id} and another at ${key}`).toBeUndefined();
            cells.set(key, id);
          }
        }
      }
    }
  });

  test('a foreign reader finds each text of each story once, and in its order', () => {
    const whole = withoutSpaces(
      read
        .get(name)!
        .characters.map(({ text }) => text)
        .join(''),
    );
    const gone = new Map<string, number>();
    for (const { id, runs } of writtenStories(newsSample(name).text)) {
      for (const run of runs) {
        let from = 0;
        for (const { words, optional } of run) {
          const at = whole.indexOf(words, from);
          if (at < 0 && optional) {
            gone.set(id, (gone.get(id) ?? 0) + 1);
            continue;
          }
          expect(at, `${id}: ${words.slice(0, 20)}`).toBeGreaterThanOrEqual(0);
          if ([...words].length >= LONG)
            expect(whole.indexOf(words, at + 1), `${id} twice: ${words}`).toBe(-1);
          from = at + words.length;
        }
      }
    }
    const said = pageOf(name).fit.filter(({ code }) => code === 'fit-left-out' || code === 'fit-filler');
    expect([...gone]).toEqual(
      said.map(({ values }) => [values['story'], values['parts'] ?? values['items']]),
    );
  });

  test('loses no character but what the report leaves out', () => {
    const { characters, fit } = pageOf(name);
    const lost = characters.copy - characters.set;
    if (fit.some(({ code }) => code === 'fit-left-out' || code === 'fit-filler'))
      expect(lost).toBeGreaterThan(0);
    else expect(lost).toBe(LABELS_LEFT_OUT[name] ?? 0);
  });
});

describe('what pages of several stories are made of', () => {
  const allStories = (): readonly PlacedStory[] => NEWS_SAMPLES.flatMap((name) => pageOf(name).stories);

  test('a story that is no rectangle goes round another', () => {
    const steps = allStories().filter(({ outline }) => outline.length > 1);
    expect(steps).not.toEqual([]);
    for (const { outline, legs } of steps) {
      const [upper, lower] = outline;
      expect(lower!.y).toBeCloseTo(upper!.y + upper!.height, 3);
      expect(lower!.width).toBeLessThan(upper!.width);
      const inLower = legs.filter(({ rect }) => rect.y + rect.height > lower!.y + 1);
      expect(inLower).not.toEqual([]);
    }
  });

  test('a picture stands in its text, which goes on beside it and under it', () => {
    const found = allStories().filter(({ pictures, legs }) =>
      pictures.some(({ rect, caption }) => {
        const foot = Math.max(rect.y + rect.height, caption ? caption.y + caption.height : 0);
        const isBeside = legs.some(
          (leg) => leg.rect.y < foot && leg.rect.y + leg.rect.height > rect.y && !shareWidth(leg.rect, rect),
        );
        const isUnder = legs.some((leg) => leg.rect.y >= foot - 1 && shareWidth(leg.rect, rect));
        return isBeside && isUnder;
      }),
    );
    expect(found).not.toEqual([]);
  });

  test('a headline runs down', () => {
    const { head } = storyNamed(pageOf('water-grid'), 'well');
    expect(head?.direction).toBe('vertical');
    const runs = wordsOf(pageOf('water-grid'), (run) => run.role === 'headline' && run.story === 'well');
    expect(runs.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')).join('')).toBe(
      '一口老井养着半条巷子',
    );
    for (const { x, y } of pointsOf(runs)) {
      expect(x).toBeGreaterThan(head!.rect.x - 1);
      expect(x).toBeLessThan(head!.rect.x + head!.rect.width + 1);
      expect(y).toBeLessThan(head!.rect.y + head!.rect.height + head!.size);
    }
    const lines = new Set(runs.map(({ x }) => Math.round(x)));
    expect(lines.size).toBeLessThanOrEqual(2);
    expect(head!.rect.height).toBeGreaterThan(5 * head!.size);
  });

  test('a page of briefs: more of them than of anything else, each under its title', () => {
    const page = pageOf('briefs-tabloid');
    const lines = (id: string): number => page.regions.find(({ name }) => name === id)!.lines;
    const others = page.stories.filter(({ id }) => id !== 'briefs').map(({ id }) => lines(id));
    expect(lines('briefs')).toBeGreaterThan(Math.max(...others));
    const { parts } = made.get('briefs-tabloid')!.news.stories.find(({ id }) => id === 'briefs')!;
    expect(parts.length).toBeGreaterThanOrEqual(12);
  });

  test.each([
    ['ferry-city', 'ads/spring.pdf'],
    ['night-tabloid', 'ads/tea.pdf'],
    ['market-tabloid', 'ads/bicycle.jpg'],
  ] as const)('the advertisement of %s stands at the foot, said to be one', (name, file) => {
    const { adverts, items, stories, grid } = pageOf(name);
    const picture = items.find((item) => item.kind === 'picture' && item.role === 'advertisement');
    expect(picture).toMatchObject({ file });
    expect(adverts).toHaveLength(1);
    const [place] = adverts;
    expect(place!.y + place!.height).toBeCloseTo(grid.area.y + grid.area.height, 3);
    for (const { outline } of stories) {
      for (const { y, height } of outline) expect(y + height).toBeLessThan(place!.y);
    }
    const word = wordsOf(pageOf(name), (run) => run.role === 'advertisement');
    expect(word.map(({ glyphs }) => glyphs.map(({ text }) => text).join(''))).toEqual(['广告']);
    for (const { x, y } of pointsOf(word)) {
      expect(x).toBeGreaterThan(place!.x);
      expect(x).toBeLessThan(place!.x + place!.width);
      expect(y).toBeGreaterThan(place!.y);
      expect(y).toBeLessThan(place!.y + place!.height);
    }
  });

  test('pages without advertisements do not say that they have one', () => {
    for (const name of ['water-grid', 'front-page', 'briefs-tabloid'] as const) {
      expect(read.get(name)!.text).not.toContain('广告');
    }
  });

  test('the front page has its masthead and both ears above all stories', () => {
    const { page } = made.get('front-page')!;
    const top = Math.min(...page.stories.flatMap(({ outline }) => outline.map(({ y }) => y)));
    const above = read.get('front-page')!.characters.filter(({ y }) => y < top);
    const words = withoutSpaces(above.map(({ text }) => text).join(''));
    for (const said of [
      '澄湖日报',
      '2026年3月20日',
      '星期五',
      '7423',
      '清明祭扫今起预约',
      '春分',
      '今晨5:58日出',
    ]) {
      expect(words).toContain(said);
    }
    const name = above.filter(({ size }) => size > 60);
    expect(name.map(({ text }) => text).join('')).toBe('澄湖日报');
  });
});

describe('the display lists', () => {
  test.each(['night-tabloid', 'briefs-tabloid'] as const)('%s', async (name) => {
    await expect(dumpPage(pageOf(name))).toMatchFileSnapshot(`../golden/${name}.txt`);
  });

  test('survive being copied as plain data', () => {
    const page = pageOf('ferry-city');
    expect(structuredClone(page)).toEqual(page);
  });
});

function shareWidth(one: { x: number; width: number }, other: { x: number; width: number }): boolean {
  return one.x < other.x + other.width - 1 && other.x < one.x + one.width - 1;
}

function wordsOf({ items }: Page, wanted: (run: GlyphRun) => boolean): readonly GlyphRun[] {
  return items.filter((item): item is GlyphRun => item.kind === 'glyphs' && wanted(item));
}

function pointsOf(runs: readonly GlyphRun[]): readonly { readonly x: number; readonly y: number }[] {
  return runs.flatMap(({ x, y, glyphs }) => glyphs.map(({ dx, dy = 0 }) => ({ x: x + dx, y: y + dy })));
}
