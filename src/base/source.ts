/** A text as it was read, kept whole so that any range of it can be shown again. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Half-open span of UTF-16 offsets in a file. */
export interface SourceRange {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** What is written at a range. */
export function writtenAt({ file, start, end }: SourceRange): string {
  return file.text.slice(start, end);
}

/** A value together with the place where it was written. */
export interface Ranged<T> {
  readonly value: T;
  readonly range: SourceRange;
}

/** A place for people: 1-based, columns in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of one UTF-16 offset of a file. */
export function positionAt(file: SourceFile, offset: number): Position {
  const before = file.text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 };
}
