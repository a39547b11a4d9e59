import type { JsonSchema } from '../../read/json-schema.ts';
import type { MessageLanguage } from '../../output/messages-type.ts';

/** A key of a map as an editor shows it. */
export interface KeyEntry {
  /** The English name. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly schema: JsonSchema;
}

/** A place of a file: everything that may stand there, and its path in English keys. */
export interface SchemaPlace {
  readonly schemas: readonly JsonSchema[];
  /** `articles.*.place.with`: English keys, `*` for entries of lists and for names that are free. */
  readonly path: string;
}

/** Goes down a schema along keys as they were written, in either language. */
export function placeIn(schema: JsonSchema, path: readonly string[]): SchemaPlace {
  let schemas: readonly JsonSchema[] = [schema];
  const names: string[] = [];
  for (const key of path) {
    const open = schemas.flatMap(alternatives);
    const known = open.flatMap((one) => keysOf(one)).find((entry) => isNamed(entry, key));
    names.push(key === '*' ? '*' : (known?.name ?? '*'));
    schemas = open.flatMap((one) => childOf(one, key));
  }
  return { schemas: schemas.flatMap(alternatives), path: names.join('.') };
}

/** A schema and what it is made of or may be. */
function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  const { anyOf = [], allOf = [] } = schema;
  return [schema, ...[...anyOf, ...allOf].flatMap(alternatives)];
}

function childOf(schema: JsonSchema, key: string): readonly JsonSchema[] {
  if (key === '*') return schema.items ? [schema.items] : [];
  const own = schema.properties?.[key];
  if (own) return [own];
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}

/** The keys of a map: names that share one description object are one key under several names. */
export function keysOf({ properties = {} }: JsonSchema): readonly KeyEntry[] {
  const byPart = new Map<JsonSchema, string[]>();
  for (const [name, part] of Object.entries(properties))
    byPart.set(part, [...(byPart.get(part) ?? []), name]);
  return [...byPart].map(([schema, [name = '', ...aliases]]) => ({ name, aliases, schema }));
}

export function isNamed({ name, aliases }: KeyEntry, key: string): boolean {
  return name === key || aliases.includes(key);
}

/** The words that a value may be, and words that show how it is written. */
export function valuesOf(schemas: readonly JsonSchema[]): {
  readonly fixed: readonly string[];
  readonly examples: readonly string[];
} {
  const fixed = schemas.flatMap(({ enum: names = [], type }) => [
    ...names.map(String),
    ...(type === 'boolean' ? ['true', 'false'] : []),
  ]);
  const examples = schemas.flatMap(({ examples: shown = [] }) => shown.map(String));
  return { fixed: [...new Set(fixed)], examples: [...new Set(examples)] };
}

/** The half of a description that is in a language: `主题 / Headline`. */
export function aboutOf({ description = '' }: JsonSchema, language: MessageLanguage): string {
  const cut = /^([\s\S]*?\p{Script=Han}[\s\S]*?)\s*\/ (?=[^\p{Script=Han}]*$)([\s\S]*)$/u.exec(description);
  return (language === 'zh' ? cut?.[1] : cut?.[2]) ?? description;
}
