import type { Diagnostic, Hint } from '../base/diagnostic.ts';
import { nearestName } from '../base/names.ts';
import type { Ranged, SourceRange } from '../base/source.ts';
import { duplicateKey, notBuilt, startOf, wrongType } from './define.ts';
import type { Definition, Place } from './define.ts';
import type { JsonSchema } from './json-schema.ts';
import { isEmpty, trimmed } from './node.ts';
import type { YamlEntry, YamlMap } from './node.ts';

/** One key of a map. */
export interface Field<T, Required extends boolean = boolean> {
  readonly definition: Definition<T>;
  readonly required: Required;
  /** Chinese and English in one line: `引题 / Line above the headline`. */
  readonly about: string;
  /** Other names of the key. */
  readonly aliases: readonly string[];
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

type ValueOf<F> = F extends Field<infer T> ? T : never;

/** What a map with these fields is read into: its values, and where it and its keys stand. */
export type RecordOf<F extends Fields, R = never> = {
  readonly [K in keyof F as F[K]['required'] extends true ? K : never]: ValueOf<F[K]>;
} & {
  readonly [K in keyof F as F[K]['required'] extends true ? never : K]?: ValueOf<F[K]>;
} & {
  readonly range: SourceRange;
  /** Where the keys were written. */
  readonly keys: Readonly<Partial<Record<keyof F, SourceRange>>>;
  /** What other keys hold, by key; empty in a map that is closed. */
  readonly others: ReadonlyMap<string, R>;
};

export function required<T>(
  definition: Definition<T>,
  about: string,
  ...aliases: readonly string[]
): Field<T, true> {
  return { definition, required: true, about, aliases };
}

export function optional<T>(
  definition: Definition<T>,
  about: string,
  ...aliases: readonly string[]
): Field<T, false> {
  return { definition, required: false, about, aliases };
}

/**
 * A map with these keys. Reports `missing-key`, `unknown-key` (every one, with the name that was meant), `duplicate-key`
 * and what the fields report; a key that is missing because it was misspelt is told once. With `rest`, other keys are
 * read by it, unless one of ours was meant. At least one of the keys of `oneOf` must be written.
 */
export function record<F extends Fields, R = never>(
  fields: F,
  rest?: Definition<R>,
  oneOf: readonly (keyof F & string)[] = [],
): Definition<RecordOf<F, R>> {
  const names = nameTable(fields);
  const needed = neededKeys(fields, oneOf);
  return {
    schema: schemaOf(fields, needed, rest),
    read: (node, place) => {
      if (node.kind !== 'map') return wrongType(node, place, 'map');
      const sorted = sortEntries(node, names, rest !== undefined);
      const { values, keys } = readKnown(sorted.known, fields, place);
      const others = new Map<string, R>();
      for (const { key, value } of sorted.other) {
        const read = rest?.read(value, { ...place, key });
        if (read !== undefined) others.set(key.value, read);
      }
      for (const stray of sorted.unknown) place.report(unknownKey(stray, fields));
      const excused = new Set(sorted.unknown.map(({ meant }) => meant && names.get(meant)));
      const later = sorted.known.some(({ field }) => fields[field]?.definition === notBuilt);
      const complete = reportMissing({ fields, needed, values, keys, excused, later }, node, place);
      const whole = { ...values, range: trimmed(node.range), keys, others };
      return complete ? (whole as unknown as RecordOf<F, R>) : undefined;
    },
  };
}

/** Keys of which at least one must be written: each required one alone, and those that may stand for each other. */
function neededKeys(fields: Fields, oneOf: readonly string[]): readonly (readonly string[])[] {
  const alone = Object.keys(fields).filter((name) => fields[name]?.required);
  return [...alone.map((name) => [name]), ...(oneOf.length > 0 ? [oneOf] : [])];
}

interface KnownValues {
  readonly values: Readonly<Record<string, unknown>>;
  readonly keys: Readonly<Record<string, SourceRange>>;
}

function readKnown(known: SortedEntries['known'], fields: Fields, place: Place): KnownValues {
  const values: Record<string, unknown> = {};
  const keys: Record<string, SourceRange> = {};
  for (const { key, value, field } of known) {
    const definition = fields[field]?.definition;
    if (field in keys) place.report(duplicateKey(key));
    if (!definition || field in keys) continue;
    keys[field] = key.range;
    if (isEmpty(value) && !definition.readsEmpty) continue;
    const read = definition.read(value, { ...place, key });
    if (read !== undefined) values[field] = read;
  }
  return { values, keys };
}

type NameTable = ReadonlyMap<string, string>;

function nameTable(fields: Fields): NameTable {
  const pairs = Object.entries(fields).flatMap(([field, { aliases }]) =>
    [field, ...aliases].map((name) => [name, field]),
  );
  return new Map(pairs as [string, string][]);
}

interface Stray {
  readonly key: Ranged<string>;
  readonly meant?: string;
  readonly hints: readonly Hint[];
}

interface SortedEntries {
  readonly known: (YamlEntry & { readonly field: string })[];
  readonly other: YamlEntry[];
  readonly unknown: Stray[];
}

function sortEntries(node: YamlMap, names: NameTable, open: boolean): SortedEntries {
  const sorted: SortedEntries = { known: [], other: [], unknown: [] };
  for (const { key, value } of node.entries) {
    const field = names.get(key.value);
    if (field !== undefined) sorted.known.push({ key, value, field });
    else {
      const stray = strayKey(key, names, open);
      if (open && !stray.meant) sorted.other.push({ key, value });
      else sorted.unknown.push(stray);
    }
  }
  return sorted;
}

/** What was meant by a key that is none of ours. An open map takes only slips of one or two letters for a mistake. */
function strayKey(key: Ranged<string>, names: NameTable, open: boolean): Stray {
  const typed = key.value.replace(/\u3000/g, ' ').trim();
  const hints: Hint[] = [];
  if (key.value.includes('\u3000')) hints.push({ code: 'fullwidth-space' });
  const beforeColon = /^([^：]+)：/.exec(typed)?.[1];
  if (beforeColon !== undefined) hints.push({ code: 'fullwidth-colon' });
  const plain = beforeColon?.trim() ?? typed;
  const all = [...names.keys()];
  const meant = names.has(plain) ? plain : nearestName(plain, all, open ? 2 : undefined);
  if (meant !== undefined && hints.length === 0)
    hints.push({ code: 'did-you-mean', values: { name: meant } });
  return { key, hints, ...(meant === undefined ? {} : { meant }) };
}

function unknownKey({ key, hints: own }: Stray, fields: Fields): Diagnostic {
  const built = Object.entries(fields).filter(([, { definition }]) => definition !== notBuilt);
  const known: Hint = { code: 'known-names', values: { names: built.map(([name]) => name).join(', ') } };
  const hints = own.length > 0 ? own : [known];
  const range = key.range.end > key.range.start ? key.range : startOf(key.range);
  return { severity: 'error', code: 'unknown-key', values: { key: key.value.trim() }, range, hints };
}

interface MissingCheck {
  readonly fields: Fields;
  readonly needed: readonly (readonly string[])[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly keys: Readonly<Record<string, SourceRange>>;
  readonly excused: ReadonlySet<string | undefined>;
  /** The map holds keys of a later engine, which may stand for what is missing. */
  readonly later: boolean;
}

/** Whether every key that is needed was read; those that are absent or left empty are reported. */
function reportMissing(
  { fields, needed, values, keys, excused, later }: MissingCheck,
  node: YamlMap,
  place: Place,
): boolean {
  let complete = true;
  for (const names of needed) {
    if (names.some((name) => name in values)) continue;
    complete = false;
    const told = names.some((name) => isTold(name, fields, node));
    if (names.some((name) => excused.has(name)) || later || told) continue;
    const name = names.find((one) => keys[one] !== undefined) ?? names[0] ?? '';
    const written = names.map((one) => keys[one]).find((range) => range !== undefined);
    const range = written ?? startOf(node.range);
    place.report({ severity: 'error', code: 'missing-key', values: { key: name }, range });
  }
  return complete;
}

/** Whether something was written for a key, so that its own definition has told what is wrong with it. */
function isTold(name: string, fields: Fields, node: YamlMap): boolean {
  const { aliases = [], definition } = fields[name] ?? {};
  const written = node.entries.find(({ key }) => key.value === name || aliases.includes(key.value));
  return written !== undefined && ((definition?.readsEmpty ?? false) || !isEmpty(written.value));
}

/** Schema of a map in which one of these keys is written, under any of its names. */
export function writtenSchema(fields: Fields, names: readonly string[]): JsonSchema {
  const all = names.flatMap((name) => [name, ...(fields[name]?.aliases ?? [])]);
  return { anyOf: all.map((key) => ({ required: [key] })) };
}

function schemaOf(
  fields: Fields,
  needed: readonly (readonly string[])[],
  rest: Definition<unknown> | undefined,
): JsonSchema {
  const entries = Object.entries(fields);
  const properties = Object.fromEntries(
    entries.flatMap(([name, { definition, about, aliases }]) => {
      const described = { description: about, ...definition.schema };
      return [name, ...aliases].map((key) => [key, described]);
    }),
  );
  return {
    type: 'object',
    properties,
    additionalProperties: rest ? rest.schema : false,
    ...(needed.length > 0 ? { allOf: needed.map((names) => writtenSchema(fields, names)) } : {}),
  };
}
