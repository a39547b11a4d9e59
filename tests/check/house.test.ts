import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { SourceFile } from '../../src/base/source.ts';
import { checkCopy } from '../../src/check/check.ts';
import type { CopyCheck, Issue, Text } from '../../src/model/issue.ts';
import type { HouseStyle, NewsCopy, Story } from '../../src/model/story.ts';

/** A story by what its texts say; each text stands in the file where it is first found. */
interface StoryWords {
  readonly headline?: string;
  readonly dateline?: string;
  readonly lead?: readonly string[];
  readonly body?: readonly string[];
  readonly caption?: string;
}

interface Words {
  readonly stories: readonly StoryWords[];
  readonly house: HouseStyle;
  readonly unchecked?: readonly CopyCheck[];
}

const HOUSE: HouseStyle = {
  dateline: '本报讯',
  banned: [{ word: '盲流', instead: '外来务工人员' }, { word: '残废' }],
};

function issueOf({ stories, house, unchecked = [] }: Words): Issue {
  const all = stories.flatMap(({ headline, dateline, lead = [], body = [], caption }) => [
    ...[headline, dateline, ...lead, ...body, caption].flatMap((words) => words ?? []),
  ]);
  const file: SourceFile = { path: 'x.yaml', text: all.join('\n') };
  const range = { file, start: 0, end: 0 };
  const text = (characters: string): Text => {
    const start = file.text.indexOf(characters);
    const offsets = characters.split('').map((_, i) => start + i);
    return { characters, offsets, marks: [], range: { file, start, end: start + characters.length } };
  };
  const story = (words: StoryWords, index: number): Story => ({
    range,
    id: `story-${index + 1}`,
    role: 'third',
    ...(words.headline !== undefined && {
      head: { range, main: text(words.headline), summary: [], direction: 'auto' },
    }),
    ...(words.dateline !== undefined && { dateline: text(words.dateline) }),
    editorNote: [],
    lead: (words.lead ?? []).map(text),
    parts: (words.body ?? []).map((one) => ({ kind: 'paragraph', range, text: text(one), optional: false })),
    pictures:
      words.caption === undefined
        ? []
        : [
            {
              range,
              file: { value: 'a.jpg', range },
              role: 'main',
              caption: text(words.caption),
              focus: [0.5, 0.5],
            },
          ],
    wish: { fixed: false },
    allowed: [],
  });
  const page: NewsCopy = {
    kind: 'news',
    range,
    credits: {},
    contacts: [],
    paper: { range, name: text(''), house },
    masthead: {},
    ears: [],
    stories: stories.map(story),
    adverts: [],
  };
  return { file, layout: { value: 'x', range }, pages: [], news: [page], unchecked, press: {} };
}

function found(words: Words): readonly (readonly [string, string, string | undefined])[] {
  const diagnostics: Diagnostic[] = [];
  checkCopy(issueOf(words), (one) => diagnostics.push(one));
  return diagnostics.map(({ code, range, hints }) => [
    code.replace('copy-', ''),
    range!.file.text.slice(range!.start, range!.end),
    hints?.[0]?.values?.['what']?.toString(),
  ]);
}

const story = (words: StoryWords, house = HOUSE) => found({ stories: [words], house });

test.each<readonly [StoryWords, string]>([
  [{ dateline: '本报消息', body: ['桥通了。'] }, '本报消息'],
  [{ dateline: '本报讯：', body: ['桥通了。'] }, '本报讯：'],
  [{ dateline: '【本报讯】', body: ['桥通了。'] }, '【本报讯】'],
  [{ body: ['本报消息 桥通了。', '路也通了。'] }, '本报消息'],
  [{ body: ['（本报讯）桥通了。'] }, '（本报讯）'],
  [{ lead: ['本刊讯 桥通了。'], body: ['路也通了。'] }, '本刊讯'],
])('%j: not the form of the house', (words, at) => {
  expect(story(words)).toEqual([['dateline', at, '本报讯']]);
});

test.each<StoryWords>([
  { dateline: '本报讯', body: ['桥通了。'] },
  { dateline: '本报讯（记者 许山）', body: ['桥通了。'] },
  { dateline: '据远帆社北城3月17日电', body: ['桥通了。'] },
  { body: ['本报讯 桥通了。'] },
  { body: ['桥通了。', '本报消息灵通。'] },
  { lead: ['桥通了。'], body: ['本报消息灵通。'] },
  { body: ['本报读者来电。'] },
])('%j: sound', (words) => {
  expect(story(words)).toEqual([]);
});

test('a house without a form takes every dateline', () => {
  expect(story({ dateline: '本报消息', body: ['桥通了。'] }, { banned: [] })).toEqual([]);
});

test('words that the house does not print, with those to write instead where it names any', () => {
  const words = { headline: '盲流还乡', body: ['他说“盲流”不好听。', '桥通了。'], caption: '残废军人。' };
  expect(story(words)).toEqual([
    ['banned-word', '盲流', '外来务工人员'],
    ['banned-word', '盲流', '外来务工人员'],
    ['banned-word', '残废', undefined],
  ]);
  const every = { stories: [words], house: HOUSE, unchecked: ['banned-word'] as const };
  expect(found(every)).toEqual([]);
  expect(story({ body: ['桥通了。'] }, { banned: [{ word: '' }] })).toEqual([]);
});

test('the other checks look at news pages, too', () => {
  const words = { headline: '桥通了', body: ['桥修好了,路也通了。', '好的的。'], caption: '桥头--新店。' };
  expect(story(words)).toEqual([
    ['half-width-mark', ',', '，'],
    ['doubled-word', '的的', '的'],
    ['dash', '--', '——'],
  ]);
});
