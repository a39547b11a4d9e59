import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { SourceFile } from '../../src/base/source.ts';
import { proposePages, type Sources } from '../../src/build.ts';
import type { NewsPlan } from '../../src/model/news.ts';
import type { Page } from '../../src/model/page.ts';
import { lockText } from '../../src/read/lock.ts';
import {
  filesOf,
  fonts,
  makeNews,
  newsSample,
  storyDump,
  type NewsPage,
  type NewsSample,
} from '../support/news-pages.ts';

/** A place in the middle of the longest paragraph of a story, between Han characters: its offset in the file. */
function middleOf(news: NewsPlan, id: string): number {
  const story = news.stories.find((one) => one.id === id)!;
  const texts = story.parts.flatMap((part) =>
    part.kind === 'paragraph' && !part.optional ? [part.text] : [],
  );
  const [longest] = texts.toSorted((a, b) => b.characters.length - a.characters.length);
  const { characters, offsets } = longest!;
  const isHan = (at: number): boolean => /\p{Script=Han}/u.test(characters[at] ?? '');
  for (let at = characters.length >> 1; at < characters.length - 2; at += 1) {
    if ([-1, 0, 1, 2].every((step) => isHan(at + step))) return offsets[at]!;
  }
  throw new Error(`story ${id} has no place for a change`);
}

/** Changes of the text in front of, and behind, a place in it. */
const CHANGES = {
  'another word of the same width': (text: string, at: number) =>
    `${text.slice(0, at)}渡船${text.slice(at + 2)}`,
  'a character more': (text: string, at: number) => `${text.slice(0, at)}湖${text.slice(at)}`,
  'a character less': (text: string, at: number) => text.slice(0, at) + text.slice(at + 1),
} as const;

const SAMPLES: readonly (readonly [NewsSample, readonly string[]])[] = [
  ['ferry-city', ['ferry', 'comment']],
  ['front-page', ['school']],
  ['night-tabloid', ['market']],
  ['briefs-tabloid', ['choir']],
];

const linesOf = ({ regions }: Page, id: string): number => regions.find(({ name }) => name === id)!.lines;

/** Ids of the stories whose items differ. */
function moved(before: Page, after: Page): readonly string[] {
  return before.stories.map(({ id }) => id).filter((id) => storyDump(before, id) !== storyDump(after, id));
}

function changed(
  sources: Sources,
  news: NewsPlan,
  id: string,
  change: (text: string, at: number) => string,
): Sources {
  const { issue } = sources;
  return { ...sources, issue: { ...issue, text: change(issue.text, middleOf(news, id)) } };
}

describe.each(SAMPLES)('%s', (name, ids) => {
  let sources: Sources;
  let before: NewsPage;
  let lock: SourceFile;
  beforeAll(async () => {
    sources = await filesOf(newsSample(name));
    before = makeNews(sources);
    const [proposal] = proposePages(sources, fonts, unexpected, 1);
    lock = {
      path: 'x.lock.yaml',
      text: lockText(proposal!.layout, { stories: proposal!.places, adverts: proposal!.adverts }),
    };
  });

  test.each(ids)('a change of a word in %s moves nothing in the others', (id) => {
    const still = Object.values(CHANGES).map((change) => {
      const after = makeNews(changed(sources, before.news, id, change));
      if (linesOf(after.page, id) !== linesOf(before.page, id)) return false;
      expect(after.errors).toEqual([]);
      expect(moved(before.page, after.page)).toEqual([id]);
      return true;
    });
    // One of the longer and the shorter at least keeps the lines of its story.
    expect(still[0]).toBe(true);
    expect(still.filter(Boolean).length).toBeGreaterThanOrEqual(2);
  });

  test.each(ids)('with a lock file even a paragraph more in %s moves nothing in the others', (id) => {
    const paragraph = '湖上的风从码头吹过来，灯一盏一盏亮了，等船的人把领子竖起来，谁也没有先走。'.repeat(3);
    const longer = changed(
      sources,
      before.news,
      id,
      (text, at) => text.slice(0, at) + paragraph + text.slice(at),
    );
    const locked = makeNews({ ...sources, lock });
    expect(moved(before.page, locked.page)).toEqual([]);
    const after = makeNews({ ...longer, lock });
    expect(moved(before.page, after.page)).toEqual([id]);
    // What is too long for its place is told of that story alone.
    expect(new Set(after.errors)).toEqual(new Set(after.errors.length > 0 ? [`overset ${id}`] : []));
  });

  test('with a lock file a story that loses a sentence moves nothing in the others', () => {
    const [id] = ids;
    const shorter = changed(sources, before.news, id!, (text, at) => text.slice(0, at) + text.slice(at + 30));
    const after = makeNews({ ...shorter, lock });
    expect(moved(before.page, after.page)).toEqual([id]);
  });
});

function unexpected({ code, severity }: Diagnostic): void {
  if (severity === 'error') throw new Error(code);
}
