import type { SourceFile, SourceRange } from '../base/source.ts';
import type { Text } from '../model/issue.ts';

/** One cell of a CSV file: its characters, each with its place in the file. */
export type CsvCell = Text;

/**
 * The rows of a CSV file (RFC 4180): cells parted by commas, in double quotes where they hold a comma, a quote (doubled)
 * or a line end. Blanks around a cell and empty lines are left out. The places of the characters are kept, which the
 * packages for CSV do not do. An unclosed quote ends with the file.
 */
export function readCsv(file: SourceFile): readonly (readonly CsvCell[])[] {
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let at = 0;
  while (at < file.text.length) {
    const { cell, next } = readCell(file, at);
    row.push(cell);
    at = next + 1;
    if (file.text[next] === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some(({ characters }) => characters !== ''));
}

interface ReadCell {
  readonly cell: CsvCell;
  /** The comma or line end after it, or the end of the file. */
  readonly next: number;
}

function readCell(file: SourceFile, start: number): ReadCell {
  const { text } = file;
  let at = start;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\uFEFF') at += 1;
  if (text[at] === '"') return readQuoted(file, at + 1);
  let end = at;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1;
  const next = end;
  while (end > at && /\s/.test(text[end - 1] ?? '')) end -= 1;
  const offsets = Array.from({ length: end - at }, (_, index) => at + index);
  return { cell: cellOf(offsets, { file, start: at, end }), next };
}

function readQuoted(file: SourceFile, start: number): ReadCell {
  const { text } = file;
  const offsets: number[] = [];
  let at = start;
  for (; at < text.length; at += 1) {
    if (text[at] === '"' && text[at + 1] !== '"') break;
    offsets.push(at);
    if (text[at] === '"') at += 1;
  }
  let next = at + 1;
  while (next < text.length && text[next] !== ',' && text[next] !== '\n') next += 1;
  return { cell: cellOf(offsets, { file, start, end: Math.min(at, text.length) }), next };
}

function cellOf(offsets: readonly number[], range: SourceRange): CsvCell {
  const characters = offsets.map((offset) => range.file.text[offset]).join('');
  return { characters, offsets, marks: [], range };
}
