import type { SourceRange } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import type { NewsPlan } from '../model/news.ts';
import type { GlyphRun, Page } from '../model/page.ts';

/** The furniture of a page as it is printed, and what was meant to be printed. */
export interface Furniture {
  readonly page: Page;
  readonly news: NewsPlan;
  /** Runs that belong to no story. */
  readonly runs: readonly GlyphRun[];
  /** Their characters without spaces. */
  readonly words: string;
}

export function furnitureOf(page: Page, news: NewsPlan): Furniture {
  const runs = page.items.filter(
    (item): item is GlyphRun => item.kind === 'glyphs' && item.story === undefined,
  );
  return { page, news, runs, words: wordsOf(runs) };
}

/** Characters of runs without spaces. */
export function wordsOf(runs: readonly GlyphRun[]): string {
  return solid(runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''));
}

export function solid(characters: string): string {
  return characters.replace(/\s/gu, '');
}

/** Whether a text of the files stands in the furniture: by its origin, or, from four characters on, by its words. */
export function isPrinted({ characters, range }: Text, { runs, words }: Furniture): boolean {
  const plain = solid(characters);
  return (
    runs.some(({ origin }) => origin && isWithin(origin, range)) ||
    ([...plain].length >= TELLING && words.includes(plain))
  );
}

/** So many characters are not found by chance among others. */
const TELLING = 4;

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.start < outer.end;
}

/** A page 1, or a layout that has a masthead. */
export function isFrontPage({ number }: Page, { design }: NewsPlan): boolean {
  return design.masthead !== undefined || /^[A-Z]?0*1$/.test(number ?? '');
}
