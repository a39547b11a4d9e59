import { writtenAt } from '../base/source.ts';
import type { Ranged, SourceRange } from '../base/source.ts';

/** A YAML document as the readers see it: maps, lists and scalars with their places, nothing else. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly range: SourceRange;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: Ranged<string>;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly range: SourceRange;
  readonly items: readonly YamlNode[];
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly range: SourceRange;
  readonly style: ScalarStyle;
  /** Value after YAML's own folding and unescaping; never turned into a number or a truth value. */
  readonly value: string;
  /** Columns that a block scalar is indented by; 0 for other styles. */
  readonly indent: number;
}

/** Whether a key was written with nothing after it (or with an empty string). */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value.trim() === '';
}

/** The words of a node without its quotation marks and indents, for a message; long ones are cut. */
export function wordsOf(node: YamlNode): string {
  if (node.kind !== 'scalar') return node.kind;
  const words = [...node.value.trim().replace(/\s+/g, ' ')];
  return words.length > 24 ? words.slice(0, 24).join('') + '…' : words.join('');
}

/** A range without the white space at its end, which block scalars and maps carry. */
export function trimmed(range: SourceRange): SourceRange {
  return { ...range, end: range.start + writtenAt(range).trimEnd().length };
}
