import type { Colour, Inks } from '../base/colour.ts';
import type { DiagnosticCode, Hint, Report, Values, Severity } from '../base/diagnostic.ts';
import { writtenAt } from '../base/source.ts';
import type { Ranged, SourceRange } from '../base/source.ts';
import type { JsonSchema } from './json-schema.ts';
import { isEmpty, trimmed, wordsOf } from './node.ts';
import type { YamlList, YamlMap, YamlNode, YamlScalar } from './node.ts';

/**
 * What may be written at one place of a file, said once: `read` turns a node into a value with its ranges, `schema`
 * tells an editor the same.
 */
export interface Definition<T> {
  readonly schema: JsonSchema;
  /** `undefined` after the reason was reported. */
  readonly read: (node: YamlNode, place: Place) => T | undefined;
  /** Whether a key with nothing after it is read at all; it counts as absent otherwise. */
  readonly readsEmpty?: boolean;
}

/** Where a value stands: under which key, and whom to tell. */
export interface Place {
  /** The key as it was written; in a list, the key of the list. */
  readonly key: Ranged<string>;
  readonly report: Report;
  /** The inks that a layout names, and where its colours are noted. */
  readonly palette?: Palette;
}

/** Colours of a layout file. */
export interface Palette {
  /** Spot inks by name, each with the process inks that stand for it. */
  readonly spots: ReadonlyMap<string, Inks>;
  /** Notes where a colour is written. */
  readonly note: (colour: Colour, range: SourceRange) => void;
}

/** An error to report; the key is among its values already. */
export interface Problem {
  readonly severity?: Severity;
  readonly code: DiagnosticCode;
  readonly values?: Values;
  readonly hints?: readonly Hint[];
}

/** Reports an error at a node, or at its key when nothing was written after it. */
export function problem(
  node: YamlNode,
  place: Place,
  { code, values, hints = [], severity = 'error' }: Problem,
): undefined {
  const range = isEmpty(node) && node.range.start === node.range.end ? place.key.range : trimmed(node.range);
  place.report({ severity, code, values: { key: place.key.value, ...values }, range, hints });
  return undefined;
}

/** Reports a value that is good in itself but not here; `what` may be written instead. */
export function refuse(report: Report, range: SourceRange, key: string, what: string): undefined {
  const hints = [{ code: 'expected', values: { what } }] as const;
  report({ severity: 'error', code: 'bad-value', values: { key, value: writtenAt(range) }, range, hints });
  return undefined;
}

/** Reports a row that is not as long as the others. */
export function reportUneven(
  report: Report,
  range: SourceRange,
  values: { readonly key: string; readonly count: number; readonly wanted: number },
): undefined {
  report({ severity: 'error', code: 'uneven-rows', values, range });
  return undefined;
}

/** The place of what is missing from a range: its first character. */
export function startOf({ file, start }: SourceRange): SourceRange {
  return { file, start, end: start + 1 };
}

export type ExpectedKind = 'text' | 'list' | 'map';

const KINDS: Readonly<Record<YamlNode['kind'], ExpectedKind>> = { scalar: 'text', list: 'list', map: 'map' };

/** Reports that something else than text, list or map stands here. */
export function wrongType(node: YamlNode, place: Place, expected: string): undefined {
  const values = { expected, found: KINDS[node.kind] };
  const hints: Hint[] = [];
  if (expected.includes('map') && hasWideColon(node)) hints.push({ code: 'fullwidth-colon' });
  if (expected === 'list' && node.kind === 'map') hints.push({ code: 'list-dash' });
  return problem(node, place, { code: 'wrong-type', values, hints });
}

/** Hints for signs of the Chinese keyboard that look like YAML's own, where a short value was wanted. */
function slipHints(node: YamlNode): readonly Hint[] {
  if (node.kind !== 'scalar') return [];
  if (hasWideColon(node)) return [{ code: 'fullwidth-colon' }];
  return node.value.includes('，') ? [{ code: 'fullwidth-comma' }] : [];
}

/** `键：值`, meant as a key and its value. */
function hasWideColon(node: YamlNode): boolean {
  return node.kind === 'scalar' && /^\s*[^\s:：“”]{1,12}：/.test(node.value);
}

/** A scalar, given to `parse`; what it refuses is reported as `code` with `expected` as the hint. */
export interface ScalarRule<T> {
  readonly parse: (text: string) => T | undefined;
  /** Allowed forms: numbers, names and examples that read alike in every language. */
  readonly expected: string;
  readonly schema: JsonSchema;
  readonly code?: DiagnosticCode;
  readonly hints?: (text: string) => readonly Hint[];
}

export function scalar<T>({
  parse,
  expected,
  schema,
  code = 'bad-value',
  hints,
}: ScalarRule<T>): Definition<Ranged<T>> {
  return {
    schema,
    read: (node, place) => {
      if (node.kind !== 'scalar') return wrongType(node, place, 'text');
      const value = parse(node.value.trim());
      if (value !== undefined) return { value, range: trimmed(node.range) };
      const own = hints?.(node.value.trim()) ?? [];
      const asked: Hint = { code: 'expected', values: { what: expected } };
      const remedies = own.length > 0 ? own : [...slipHints(node), asked];
      return problem(node, place, { code, values: { value: wordsOf(node) }, hints: remedies });
    },
  };
}

/** Any words, without inline marks. */
export const words: Definition<Ranged<string>> = scalar({
  parse: (text) => (text === '' ? undefined : text),
  expected: 'A',
  schema: { type: ['string', 'number'] },
});

/** The only version of the file formats. */
export const version: Definition<unknown> = scalar({
  parse: (text) => (text === '1' ? 1 : undefined),
  expected: '1',
  schema: { const: 1 },
});

/** One of a few names, each also under its other names; the first name is the value. */
export function oneOf<T extends string>(
  names: Readonly<Record<T, readonly string[]>>,
): Definition<Ranged<T>> {
  const entries = Object.entries(names) as [T, readonly string[]][];
  const all = entries.flatMap(([name, others]) => [name, ...others]);
  return scalar({
    parse: (text) => entries.find(([name, others]) => name === text || others.includes(text))?.[0],
    expected: entries.map(([name]) => name).join(', '),
    schema: { enum: all },
  });
}

/** `oneOf` for names that have no other names. */
export function oneOfNames<T extends string>(...names: readonly T[]): Definition<Ranged<T>> {
  return oneOf(
    Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<T, readonly string[]>,
  );
}

/** A list; items that could not be read are left out. An empty one is reported as missing where items are wanted. */
export function list<T>(item: Definition<T>, minItems = 0): Definition<Ranged<readonly T[]>> {
  return {
    schema: { type: 'array', items: item.schema, ...(minItems > 0 ? { minItems } : {}) },
    read: (node, place) => {
      if (node.kind !== 'list') return wrongType(node, place, 'list');
      if (node.items.length === 0 && minItems > 0) return problem(node, place, { code: 'missing-key' });
      const items = node.items.map((child) =>
        item.read(child, { ...place, key: { ...place.key, range: node.range } }),
      );
      return { value: items.filter((value) => value !== undefined), range: trimmed(node.range) };
    },
  };
}

interface NodeKinds {
  readonly scalar: YamlScalar;
  readonly list: YamlList;
  readonly map: YamlMap;
}

/** Different definitions for text, list and map. */
export function byKind<K extends keyof NodeKinds, T>(
  kinds: Readonly<Record<K, Definition<T>>>,
): Definition<T> {
  const definitions = Object.entries(kinds) as [K, Definition<T>][];
  return {
    schema: { anyOf: definitions.map(([, definition]) => definition.schema) },
    read: (node, place) => {
      const found = definitions.find(([kind]) => kind === node.kind);
      if (found) return found[1].read(node, place);
      const expected = (['scalar', 'list', 'map'] as const).filter((kind) => kind in kinds);
      return wrongType(node, place, expected.map((kind) => KINDS[kind]).join('-or-'));
    },
  };
}

/** The same definition with values that an editor may show as examples. */
export function shown<T>(
  definition: Definition<T>,
  ...examples: readonly (string | number)[]
): Definition<T> {
  return { ...definition, schema: { ...definition.schema, examples } };
}

/** The same definition with its value turned into another. */
export function mapped<T, U>(definition: Definition<T>, change: (value: T) => U): Definition<U> {
  return {
    ...definition,
    read: (node, place) => {
      const value = definition.read(node, place);
      return value === undefined ? undefined : change(value);
    },
  };
}

/** A map whose keys are free names. */
export function dictionary<T>(item: Definition<T>): Definition<Ranged<ReadonlyMap<string, T>>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema },
    read: (node, place) => {
      if (node.kind !== 'map') return wrongType(node, place, 'map');
      const values = new Map<string, T>();
      for (const { key, value } of node.entries) {
        const own = { ...place, key };
        if (values.has(key.value)) place.report(duplicateKey(key));
        const read = item.read(value, own);
        if (read !== undefined) values.set(key.value, read);
      }
      return { value: values, range: trimmed(node.range) };
    },
  };
}

export function duplicateKey(key: Ranged<string>) {
  return { severity: 'error', code: 'duplicate-key', values: { key: key.value }, range: key.range } as const;
}

/** Accepted and not looked at: keys that a later engine will use. */
export const anything: Definition<undefined> = { schema: {}, read: () => undefined };

/** Known, but nothing answers to it yet: `not-built`. */
export const notBuilt: Definition<undefined> = {
  schema: {},
  read: (_, { key, report }) => {
    report({ severity: 'error', code: 'not-built', values: { key: key.value }, range: key.range });
    return undefined;
  },
};
