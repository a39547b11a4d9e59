import { positionAt, type SourceRange } from '../base/source.ts';
import { cellsOf } from './cells.ts';

/** Cells of a terminal that a source line may take; a longer one is cut to a window around the range. */
const WINDOW = 80;

/** Cells kept before the range when the line is cut. */
const BEFORE = 24;

export interface CodeFrame {
  readonly source: string;
  readonly carets: string;
}

/**
 * The source line of a range and the carets under it. A wide character has a full-width caret or an ideographic space
 * under it, so the carets stand right whatever the terminal makes of wide characters. A range of several lines is
 * marked to the end of its first; an empty range gets one caret.
 */
export function codeFrame(range: SourceRange): CodeFrame {
  const { text } = range.file;
  const lineStart = text.slice(0, range.start).lastIndexOf('\n') + 1;
  const next = text.indexOf('\n', lineStart);
  const characters = [...printable(text.slice(lineStart, next < 0 ? text.length : next))];
  const from = positionAt(range.file, range.start).column - 1;
  const marked = [...text.slice(range.start, range.end).split('\n', 1)[0]!].length;
  return cut(characters, from, Math.max(1, marked));
}

/** Tabs and other controls as one space each, so that a character stays one place of the line. */
function printable(line: string): string {
  return line.replace(/\r$/, '').replace(/\p{Cc}/gu, ' ');
}

function cut(characters: readonly string[], from: number, marked: number): CodeFrame {
  const [first, last] = windowOf(characters, from);
  const shown = characters.slice(first, last);
  const left = first > 0 ? '…' : '';
  const blank = characters.slice(first, from).map((character) => (isWide(character) ? '　' : ' '));
  const under = characters.slice(from, Math.min(from + marked, last));
  const carets = under.map((character) => (isWide(character) ? '＾' : '^'));
  return {
    source: (left + shown.join('') + (last < characters.length ? '…' : '')).trimEnd(),
    carets: (left && ' ') + blank.join('') + (carets.join('') || '^'),
  };
}

/** Half-open span of the characters shown: the whole line, or about 80 cells around `from`. */
function windowOf(characters: readonly string[], from: number): readonly [number, number] {
  if (cellsOf(characters.join('')) <= WINDOW) return [0, characters.length];
  let first = Math.min(from, characters.length);
  let cells = 0;
  while (first > 0 && cells < BEFORE) cells += cellsOf(characters[--first] ?? '');
  let last = Math.min(from, characters.length);
  while (last < characters.length && cells < WINDOW - 2) cells += cellsOf(characters[last++] ?? '');
  return [first, last];
}

function isWide(character: string): boolean {
  return cellsOf(character) === 2;
}
