import type { Position, Range } from 'vscode-languageserver/node';
import type { SourceFile, SourceRange } from '../../base/source.ts';
import { issueDefinition } from '../../read/issue-definition.ts';
import { layoutDefinition } from '../../read/layout-definition.ts';
import { DEFAULT_SIZES } from '../../read/lengths.ts';
import type { JsonSchema } from '../../read/json-schema.ts';
import { paperDefinition } from '../../read/paper.ts';
import type { FileKind } from '../project-folder.ts';

export const SCHEMAS: Readonly<Record<FileKind, JsonSchema>> = {
  issue: issueDefinition.schema,
  layout: layoutDefinition(DEFAULT_SIZES).schema,
  paper: paperDefinition.schema,
};

/** Line and UTF-16 column from 0, as editors count. */
export function positionIn({ text }: SourceFile, offset: number): Position {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - start };
}

export function rangeIn({ file, start, end }: SourceRange): Range {
  return { start: positionIn(file, start), end: positionIn(file, end) };
}

/** The offset of a place; past the end of a line it is the end of the line. */
export function offsetIn({ text }: SourceFile, { line, character }: Position): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(text.length, before + Math.min(character, lines[line]?.length ?? 0));
}
