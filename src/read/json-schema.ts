/** A JSON Schema of draft 07, as far as the readers write it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: string | number;
  readonly enum?: readonly (string | number | boolean)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly required?: readonly string[];
  readonly examples?: readonly (string | number)[];
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/** Shorter schemas are written out where they stand. */
const SHORTEST_SHARED = 160;

/**
 * The same schema with every longer part written once, where it comes first, and referred to from everywhere else (RFC
 * 6901 pointers). Descriptions stay at each place.
 */
export function shareParts(schema: JsonSchema): JsonSchema {
  return shared(schema, '#', new Map());
}

function shared(schema: JsonSchema, path: string, seen: Map<string, string>): JsonSchema {
  const { description, ...part } = schema;
  const text = JSON.stringify(part);
  const known = seen.get(text);
  if (known !== undefined) return { ...(description ? { description } : {}), allOf: [{ $ref: known }] };
  if (text.length >= SHORTEST_SHARED && path !== '#') seen.set(text, path);
  const children = (name: 'anyOf' | 'allOf') =>
    schema[name]?.map((child, index) => shared(child, `${path}/${name}/${index}`, seen));
  const { properties, additionalProperties, items } = schema;
  const anyOf = children('anyOf');
  const allOf = children('allOf');
  return {
    ...schema,
    ...(properties ? { properties: sharedProperties(properties, `${path}/properties`, seen) } : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: shared(additionalProperties, `${path}/additionalProperties`, seen) }
      : {}),
    ...(items ? { items: shared(items, `${path}/items`, seen) } : {}),
    ...(anyOf ? { anyOf } : {}),
    ...(allOf ? { allOf } : {}),
  };
}

function sharedProperties(
  properties: NonNullable<JsonSchema['properties']>,
  path: string,
  seen: Map<string, string>,
) {
  const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
  return Object.fromEntries(
    Object.entries(properties).map(([key, child]) => [key, shared(child, `${path}/${escaped(key)}`, seen)]),
  );
}
