import type { Position, Range } from 'vscode-languageserver/node';
import type { SourceFile, SourceRange } from '../../base/source.ts';
import { issueDefinition } from '../../read/issue-definition.ts';
import { layoutDefinition } from '../../read/layout-definition.ts';
import { DEFAULT_SIZES } from '../../read/lengths.ts';
import type { JsonSchema } from '../../read/json-schema.ts';
import { paperDefinition } from '../../read/paper.ts';

export type DocumentKind = 'issue' | 'layout' | 'paper';

export const SCHEMAS: Readonly<Record<DocumentKind, JsonSchema>> = {
  issue: issueDefinition.schema,
  layout: layoutDefinition(DEFAULT_SIZES).schema,
  paper: paperDefinition.schema,
};

/** Folders of a project whose YAML files are of one kind. */
const FOLDERS: Readonly<Record<string, DocumentKind>> = {
  issues: 'issue',
  layouts: 'layout',
  papers: 'paper',
};

/** Keys at the left margin by which a file is known that stands in no folder of ours, the surest first. */
const SIGNS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['layout', /^pagegen-layout\s*:/m],
  ['paper', /^pagegen-paper\s*:/m],
  ['issue', /^(?:headline|articles|主题|标题|稿件|pagegen)\s*:/m],
];

/** What a YAML file is; `undefined` for what is none of ours, a lock file among them. */
export function kindOf(path: string, text: string): DocumentKind | undefined {
  if (/\.lock\.ya?ml$/i.test(path) || !/\.ya?ml$/i.test(path)) return undefined;
  const folder = path.split(/[\\/]/).at(-2) ?? '';
  return FOLDERS[folder] ?? SIGNS.find(([, sign]) => sign.test(text))?.[0];
}

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
