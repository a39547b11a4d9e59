import type { Issue, PageCopy, Text } from '../model/issue.ts';
import type { HouseStyle } from '../model/story.ts';
import { newsTexts, type NewsPart } from '../model/news-texts.ts';

/** The part of a page that a text is. */
export type CopyPart = NewsPart;

/** A text of the issue as the checks look at it. */
export interface Copy {
  readonly part: CopyPart;
  readonly text: Text;
  readonly characters: string;
  /** For each UTF-16 unit, how many quotations and titles it stands in. */
  readonly quoted: readonly number[];
  /** What the paper of the page holds its stories to, if it names one. */
  readonly house?: HouseStyle;
}

/** A span of a copy with the words to write in its place. */
export interface Find {
  readonly copy: Copy;
  readonly start: number;
  readonly end: number;
  /** Absent where the desk must find the words. */
  readonly instead?: string;
}

/** Where marks go by the rules of the Mainland, of Taiwan and Hong Kong. */
export type Script = 'zh-Hans' | 'zh-Hant';

/** Looks for one fault in all copy of an issue. */
export type Finder = (copies: readonly Copy[], script: Script) => readonly Find[];

/** Every text of the issue that is printed, in reading order. */
export function copiesOf(issue: Issue): readonly Copy[] {
  const pages = issue.pages.flatMap(partsOf).map(([part, text]) => copyOf(part, text));
  const news = issue.news.flatMap((page) => {
    const house = page.paper?.house;
    return newsTexts(page).map(([part, text]) => ({ ...copyOf(part, text), ...(house && { house }) }));
  });
  return [...pages, ...news];
}

function copyOf(part: CopyPart, text: Text): Copy {
  const { characters } = text;
  return { part, text, characters, quoted: depthOf(characters) };
}

type Part = readonly [CopyPart, Text];

function partsOf(page: PageCopy): readonly Part[] {
  const { section, edition, kicker, headline, deck, lead, byline, blocks, credits } = page;
  const one = (part: CopyPart, text: Text | undefined): readonly Part[] => (text ? [[part, text]] : []);
  const all = (part: CopyPart, texts: readonly Text[]) => texts.map((text): Part => [part, text]);
  const names = byline?.kind === 'roles' ? byline.roles.flatMap((role) => role.names) : [];
  return [
    ...one('label', section),
    ...one('label', edition),
    ...one('kicker', kicker),
    ...one('headline', headline),
    ...one('deck', deck),
    ...all('lead', lead),
    ...one('label', byline?.kind === 'written' ? byline.text : undefined),
    ...all('label', names),
    ...blocks.flatMap(({ title, text }) => one('title', title).concat(all('text', text))),
    ...one('label', credits.editor),
    ...one('label', credits.designer),
    ...one('label', credits.proofreader),
  ];
}

function depthOf(characters: string): readonly number[] {
  let depth = 0;
  return characters.split('').map((character) => {
    if ('“《「'.includes(character)) depth += 1;
    const here = depth;
    if ('”》」'.includes(character)) depth = Math.max(0, depth - 1);
    return here;
  });
}

/** A way of writing that is at fault. `instead` gives the words to write, or `undefined` where the match is right. */
export interface Pattern {
  /** With the flags `gu`. */
  readonly pattern: RegExp;
  readonly instead: string | ((match: RegExpExecArray, copy: Copy) => string | undefined);
  /** Parts where it is a fault; all that the check looks at when left out. */
  readonly parts?: readonly CopyPart[];
}

export function byPattern(...patterns: readonly Pattern[]): Finder {
  return (copies) => copies.flatMap((copy) => patterns.flatMap((pattern) => matchesIn(copy, pattern)));
}

function matchesIn(copy: Copy, { pattern, instead, parts }: Pattern): readonly Find[] {
  if (parts && !parts.includes(copy.part)) return [];
  return [...copy.characters.matchAll(pattern)].flatMap((match): readonly Find[] => {
    const words = typeof instead === 'string' ? instead : instead(match, copy);
    const end = match.index + match[0].length;
    return words === undefined ? [] : [{ copy, start: match.index, end, instead: words }];
  });
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
