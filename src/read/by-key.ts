import { nameHints } from '../base/names.ts';
import { problem, wrongType } from './define.ts';
import type { Definition, Place } from './define.ts';
import type { YamlMap } from './node.ts';

/** One of several kinds of map: the key that tells it from the others, under all its names, and what may stand in it. */
export interface Variant<T> {
  readonly aliases: readonly string[];
  readonly definition: Definition<T>;
}

/**
 * Maps that are told apart by the key that leads them. Reports `conflicting-keys` where two kinds are mixed, and
 * `unknown-key` with the name that was meant where none is there.
 */
export function byKey<T>(variants: Readonly<Record<string, Variant<T>>>): Definition<T> {
  const all = Object.entries(variants).map(([name, variant]) => ({
    names: [name, ...variant.aliases],
    ...variant,
  }));
  return {
    schema: { anyOf: all.map(({ definition }) => definition.schema) },
    read: (node, place) => {
      if (node.kind !== 'map') return wrongType(node, place, 'map');
      const found = all.flatMap(({ names, definition }) => {
        const entry = node.entries.find(({ key }) => names.includes(key.value));
        return entry ? [{ entry, definition }] : [];
      });
      const [first, second] = found;
      if (!first)
        return noVariant(
          node,
          place,
          all.flatMap(({ names }) => names),
        );
      if (!second) return first.definition.read(node, place);
      const { key } = second.entry;
      const values = { key: key.value, other: first.entry.key.value };
      place.report({ severity: 'error', code: 'conflicting-keys', values, range: key.range });
      return undefined;
    },
  };
}

function noVariant(node: YamlMap, place: Place, names: readonly string[]): undefined {
  const [entry] = node.entries;
  if (!entry) return problem(node, place, { code: 'missing-key', values: { key: names[0] ?? '' } });
  const { value, range } = entry.key;
  const hints = nameHints(value, names);
  place.report({ severity: 'error', code: 'unknown-key', values: { key: value }, range, hints });
  return undefined;
}
