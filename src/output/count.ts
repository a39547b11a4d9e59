import type { SourceRange } from '../base/source.ts';
import type { Issue, PageCopy, Text, ThemedBlock } from '../model/issue.ts';
import { storyTexts } from '../model/news-texts.ts';
import type { GlyphRun, ItemRole, Page } from '../model/page.ts';
import type { NewsCopy, Story } from '../model/story.ts';

/** Copy of one part of a page: what was written and what it took. */
export interface CountRow {
  readonly part: 'kicker' | 'headline' | 'deck' | 'lead' | 'block' | 'story';
  /** Title of a block, head of a story as written. */
  readonly title?: string;
  /** Non-space characters. */
  readonly characters: number;
  readonly lines: number;
  /** Where the part stands in the copy. */
  readonly range?: SourceRange;
}

/** The rows of the page at `index` of an issue: pages of one story come first, then those of several. */
export function countRows(
  { pages, news }: Issue,
  page: Page,
  index: number,
): readonly CountRow[] | undefined {
  const copy = pages[index];
  if (copy) return countPage(copy, page);
  const several = news[index - pages.length];
  return several && countNews(several, page);
}

/** Characters and lines of a page by part, in reading order. */
export function countPage(copy: PageCopy, page: Page): readonly CountRow[] {
  const heads = (['kicker', 'headline', 'deck', 'lead'] as const).flatMap((part): CountRow[] => {
    const texts = [copy[part] ?? []].flat();
    if (texts.length === 0) return [];
    const place = texts[0] ? { range: texts[0].range } : {};
    return [{ part, characters: sumOf(texts), lines: linesIn(page, part, copy.range), ...place }];
  });
  return [...heads, ...copy.blocks.map((block) => countBlock(block, page))];
}

/** Characters of every story of a page of several, and the lines of its columns. */
export function countNews(copy: NewsCopy, page: Page): readonly CountRow[] {
  return copy.stories.map((story) => countStory(story, page));
}

function countStory(story: Story, page: Page): CountRow {
  const legs = page.stories.find(({ id }) => id === story.id)?.legs ?? [];
  return {
    part: 'story',
    title: story.head?.main.characters ?? story.id,
    characters: sumOf(storyTexts(story).map(([, text]) => text)),
    lines: legs.reduce((sum, leg) => sum + leg.lines, 0),
    range: story.head?.range ?? story.range,
  };
}

function countBlock({ title, text, range }: ThemedBlock, page: Page): CountRow {
  const characters = sumOf(title ? [title, ...text] : text);
  return {
    part: 'block',
    ...(title && { title: title.characters }),
    characters,
    lines: linesIn(page, 'body', range),
    range: title?.range ?? range,
  };
}

function sumOf(texts: readonly Text[]): number {
  return texts.reduce((sum, text) => sum + charactersOf(text), 0);
}

/** Non-space characters of a text, annotations included: they stand on the page too. */
function charactersOf({ characters, marks }: Text): number {
  const annotations = marks.map((mark) => (mark.kind === 'ruby' ? mark.annotation.characters : ''));
  return [...(characters + annotations.join('')).replace(/\s/gu, '')].length;
}

/** Lines of one role that come from a range of the file; annotations, set at half the size, stand on no line of their own. */
function linesIn(page: Page, role: ItemRole, range: SourceRange): number {
  const runs = page.items.filter((item): item is GlyphRun => {
    return (
      item.kind === 'glyphs' &&
      item.role === role &&
      item.origin?.file === range.file &&
      isWithin(item.origin, range)
    );
  });
  const largest = Math.max(0, ...runs.map(({ size }) => size));
  const baselines = runs
    .filter(({ size, stance }) => size > 0.6 * largest && stance !== 'turned')
    .map(({ x, y, stance }) => (stance === 'down' ? x : y));
  return baselines.filter((y, i) => y !== baselines[i - 1]).length;
}

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return inner.start >= outer.start && inner.start < outer.end;
}
