import type { Hover } from 'vscode-languageserver/node';
import type { SourceRange } from '../../base/source.ts';
import type { YamlNode } from '../../read/node.ts';
import { parseYaml } from '../../read/yaml.ts';
import { rangeIn, SCHEMAS } from './document.ts';
import type { Written } from './names.ts';
import { aboutOf, isNamed, keysOf, placeIn, valuesOf } from './schema-walk.ts';

/** The meaning of the key under the cursor: its names, what it says, which values it takes. */
export function hoverAt({ file, kind, context }: Written, offset: number): Hover | undefined {
  const root = parseYaml(file, () => {})?.root;
  const found = root && keyAt(root, offset, []);
  if (!found) return undefined;
  const key = found.path.at(-1) ?? '';
  const around = placeIn(SCHEMAS[kind], found.path.slice(0, -1));
  const entry = around.schemas.flatMap(keysOf).find((one) => isNamed(one, key));
  if (!entry) return undefined;
  const { language } = context;
  const { fixed, examples } = valuesOf(placeIn(entry.schema, []).schemas);
  const [values, such] = language === 'zh' ? ['可写', '例如'] : ['Values', 'For instance'];
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ');
  const lines = [
    [entry.name, ...entry.aliases].map((name) => `**${name}**`).join(' · '),
    aboutOf(entry.schema, language),
    ...(fixed.length > 0 ? [`${values}: ${code(fixed)}`] : []),
    ...(examples.length > 0 ? [`${such}: ${code(examples)}`] : []),
  ];
  return { contents: { kind: 'markdown', value: lines.join('\n\n') }, range: rangeIn(found.range) };
}

interface FoundKey {
  readonly path: readonly string[];
  readonly range: SourceRange;
}

/** The key that is written at an offset, with the keys around it. */
function keyAt(node: YamlNode, offset: number, path: readonly string[]): FoundKey | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    return firstOf(node.items, (item) => keyAt(item, offset, [...path, '*']));
  }
  return firstOf(node.entries, ({ key, value }) => {
    const own = [...path, key.value];
    const within = offset >= key.range.start && offset <= key.range.end;
    return within ? { path: own, range: key.range } : keyAt(value, offset, own);
  });
}

function firstOf<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
