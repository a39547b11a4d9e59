import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import type { JsonSchema } from '../../read/json-schema.ts';
import { LATER } from '../../read/common-definition.ts';
import { NEWS_PAGE_KEYS, STORY_PAGE_KEYS } from '../../read/issue-definition.ts';
import { positionIn, SCHEMAS } from './document.ts';
import { locate, type Location } from './locate.ts';
import { isPlain, namesFor, type Written } from './names.ts';
import {
  aboutOf,
  isNamed,
  keysOf,
  placeIn,
  valuesOf,
  type KeyEntry,
  type SchemaPlace,
} from './schema-walk.ts';

/** What may be written at a place: keys that the map does not have yet, or the values of a key. */
export function completionsAt(written: Written, offset: number): readonly CompletionItem[] {
  const location = locate(written.file.text, offset);
  if (!location) return [];
  const place = placeIn(SCHEMAS[written.kind], location.path);
  const call = { written, offset, location, place };
  return [
    ...(location.kind === 'value' ? [] : keyItems(call)),
    ...(location.kind === 'key' ? [] : valueItems(call)),
  ];
}

interface CompletionCall {
  readonly written: Written;
  readonly offset: number;
  readonly location: Location;
  readonly place: SchemaPlace;
}

/** Keys of the one kind of page once a key of the other is written. */
function otherKind({ written, location, place }: CompletionCall): readonly string[] {
  if (written.kind !== 'issue' || place.path !== '') return [];
  const has = (names: readonly string[]) =>
    place.schemas
      .flatMap(keysOf)
      .some(
        (entry) => names.includes(entry.name) && [...location.siblings].some((key) => isNamed(entry, key)),
      );
  if (has(NEWS_PAGE_KEYS)) return STORY_PAGE_KEYS;
  return has(STORY_PAGE_KEYS) ? NEWS_PAGE_KEYS : [];
}

function keyItems(call: CompletionCall): readonly CompletionItem[] {
  const { location, place } = call;
  const others = otherKind(call);
  const entries = place.schemas.flatMap(keysOf).filter((entry) => {
    const taken = [...location.siblings].some((key) => isNamed(entry, key));
    return !taken && entry.schema.description !== LATER && !others.includes(entry.name);
  });
  const seen = new Set<string>();
  const fresh = entries.filter(({ name }) => !seen.has(name) && seen.add(name));
  return fresh.flatMap((entry, index) => keyItem(entry, index, call));
}

/** One item for the English name and one for each Chinese one, in the order of the definition. */
function keyItem(entry: KeyEntry, index: number, call: CompletionCall): readonly CompletionItem[] {
  const { written, offset, location } = call;
  const { language } = written.context;
  const range = { start: positionIn(written.file, location.start), end: positionIn(written.file, offset) };
  const about = aboutOf(entry.schema, language);
  return [entry.name, ...entry.aliases].map((label, place) => ({
    label,
    kind: CompletionItemKind.Property,
    detail: [entry.name, ...entry.aliases].filter((name) => name !== label).join(' · '),
    documentation: about,
    sortText: `${place === 0 ? 'a' : 'b'}${String(index).padStart(3, '0')}`,
    textEdit: { range, newText: `${label}:${openingOf(entry.schema, location)}` },
  }));
}

/** What follows a key: a space, or for what can only be a list or a map the beginning of it on the next line. */
function openingOf(schema: JsonSchema, { indent, flow }: Location): string {
  const kinds = new Set(typesOf(schema));
  const under = `\n${' '.repeat(indent + 2)}`;
  if (flow || kinds.size !== 1) return ' ';
  return kinds.has('array') ? `${under}- ` : kinds.has('object') ? under : ' ';
}

function typesOf({ type, anyOf = [] }: JsonSchema): readonly string[] {
  return [...[type ?? []].flat(), ...anyOf.flatMap(typesOf)];
}

function valueItems({ written, offset, location, place }: CompletionCall): readonly CompletionItem[] {
  const { fixed, examples } = valuesOf(place.schemas);
  const names = namesFor(place.path, written);
  const range = { start: positionIn(written.file, location.start), end: positionIn(written.file, offset) };
  const known = new Set([...fixed, ...names]);
  const shown = names.length > 0 ? [] : examples.filter((example) => !known.has(example));
  const item = (label: string, kind: CompletionItemKind, rank: string): CompletionItem => ({
    label,
    kind,
    sortText: rank,
    textEdit: {
      range,
      newText: kind === CompletionItemKind.File && !isPlain(label) ? JSON.stringify(label) : label,
    },
  });
  const named = /(?:^|\.)(?:file|logo|profile)$/.test(place.path)
    ? CompletionItemKind.File
    : CompletionItemKind.Reference;
  return [
    ...names.map((name) => item(name, named, `a${name}`)),
    ...fixed.map((name, index) =>
      item(name, CompletionItemKind.EnumMember, `b${String(index).padStart(3, '0')}`),
    ),
    ...shown.map((name, index) => item(name, CompletionItemKind.Value, `c${String(index).padStart(3, '0')}`)),
  ];
}
