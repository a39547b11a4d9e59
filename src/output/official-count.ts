import type { Page } from '../model/page.ts';

/** The characters of a page as they are counted when its errors are (报纸编校差错率计算方法, 2020). */
export interface OfficialCount {
  /** Body characters in a line over the whole type area, gutters included, and body lines from top to foot. */
  readonly perLine: number;
  readonly lines: number;
  /** Characters that pictures take; four fifths of them count. */
  readonly pictures: number;
  readonly characters: number;
  /** Errors that the characters allow, to a hundredth. */
  readonly allowance: number;
}

/** A picture of its own worth counts four fifths of the characters that it takes. */
const PICTURE_SHARE = 0.8;

/** Errors allowed in a character (报纸期刊质量管理规定, 2020). */
const ALLOWED = 3 / 10_000;

/**
 * Counted characters = line length × lines over the whole type area: gutters, folio, masthead, heads, tables, captions and
 * advertisements count as the space they take. Pictures of the stories count four fifths.
 */
export function officialCount({ grid, items }: Page): OfficialCount {
  const { area, size, leading, lines } = grid;
  // A width of whole characters may come out a hair short of them.
  const perLine = Math.floor(area.width / size + 0.01);
  const covered = items.reduce(
    (sum, item) =>
      item.kind === 'picture' && item.role === 'picture' && item.story !== undefined
        ? sum + item.width * item.height
        : sum,
    0,
  );
  const pictures = Math.round(covered / (size * leading));
  const characters = Math.round(perLine * lines - (1 - PICTURE_SHARE) * pictures);
  return { perLine, lines, pictures, characters, allowance: Math.floor(characters * ALLOWED * 100) / 100 };
}
