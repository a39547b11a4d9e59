/** A rectangle of cells, a basic column by a body line each, counted from 0. */
interface CellBlock {
  readonly column: number;
  readonly columns: number;
  readonly line: number;
  readonly lines: number;
}

/** Columns or lines as people write them: the first and the last, counted from 1. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** Whether two blocks have a cell in common. */
export function cellsOverlap(one: CellBlock, other: CellBlock): boolean {
  return (
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns &&
    one.line < other.line + other.lines &&
    other.line < one.line + one.lines
  );
}

/** Whether any two of several blocks have a cell in common. */
export function anyOverlap(blocks: readonly CellBlock[]): boolean {
  return blocks.some((one, index) => blocks.slice(index + 1).some((other) => cellsOverlap(one, other)));
}

export function cellsFromSpans(columns: Span, lines: Span): CellBlock {
  return {
    column: columns.first - 1,
    columns: columns.last - columns.first + 1,
    line: lines.first - 1,
    lines: lines.last - lines.first + 1,
  };
}

/** Columns or lines as people write them: `1-5`. */
export function spanText(first: number, count: number): string {
  return `${first + 1}-${first + count}`;
}
