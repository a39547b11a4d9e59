import { expect, test } from 'vitest';
import type { Text } from '../../src/model/issue.ts';
import type { NewsCopy, Story } from '../../src/model/story.ts';
import { countNews } from '../../src/output/count.ts';
import { lineRange, pageOfStories, textAt } from '../check/page-of-stories.ts';

const story = (id: string, headline: string, ...paragraphs: readonly Text[]): Story => {
  const range = lineRange(1);
  return {
    range,
    id,
    role: 'third',
    head: { range, main: textAt(headline), summary: [], direction: 'auto' },
    editorNote: [],
    lead: [],
    parts: paragraphs.map((text) => ({ kind: 'paragraph', range, text, optional: false })),
    pictures: [],
    wish: { fixed: false },
    allowed: [],
  };
};

test('a news page: the characters of each story, its spaces left out, and the lines of its columns', () => {
  const { page } = pageOfStories({
    stories: [
      {
        id: 'a',
        outline: [[1, 2, 1, 20]],
        head: [1, 2, 1, 4],
        legs: [
          [1, 5, 20],
          [2, 5, 20, 15],
        ],
      },
      { id: 'b', outline: [[3, 3, 1, 20]], head: [3, 3, 1, 4], legs: [[3, 5, 20]] },
    ],
  });
  const copy: NewsCopy = {
    kind: 'news',
    range: lineRange(1),
    credits: {},
    contacts: [],
    masthead: {},
    ears: [],
    stories: [
      story('a', '老桥 通车', textAt('桥通了。'), textAt('路也通了。')),
      story('b', '短波', textAt('雨。')),
    ],
    adverts: [],
  };
  expect(countNews(copy, page)).toMatchObject([
    { part: 'story', title: '老桥 通车', characters: 13, lines: 31 },
    { part: 'story', title: '短波', characters: 4, lines: 16 },
  ]);
});
