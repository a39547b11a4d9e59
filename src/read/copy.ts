import type { Severity } from '../base/diagnostic.ts';
import type { Text } from '../model/issue.ts';
import { problem, wrongType } from './define.ts';
import type { Definition } from './define.ts';
import type { JsonSchema } from './json-schema.ts';
import { isEmpty, wordsOf } from './node.ts';
import type { YamlNode, YamlScalar } from './node.ts';
import type { SpaceRule } from './spacing.ts';
import { readText } from './text.ts';

const TEXT_SCHEMA: JsonSchema = { type: ['string', 'number'] };

/** A heading: one text in which spaces and `|` say where it may turn. */
export const heading: Definition<Text> = single('heading');

/** Names and labels: one text whose spaces are printed. */
export const label: Definition<Text> = single('plain');

/** One paragraph of text, in which spaces beside Han are the engine's; a blank line inside it is refused. */
export const paragraph: Definition<Text> = single('body');

/** A cell of a table, which may be empty. */
export const cell: Definition<Text> = {
  ...paragraph,
  read: (node, place) =>
    isEmpty(node)
      ? { characters: '', offsets: [], marks: [], range: node.range }
      : paragraph.read(node, place),
};

/** A text or a list of texts, one entry for each paragraph; reported as missing when nothing is in it. */
export const paragraphs: Definition<readonly Text[]> = body('error');

/** Like `paragraphs`, but a text that is not yet written is only warned of: the page can be set without it. */
export const unwrittenParagraphs: Definition<readonly Text[]> = body('warning');

function body(empty: Severity): Definition<readonly Text[]> {
  return {
    schema: { anyOf: [TEXT_SCHEMA, { type: 'array', items: TEXT_SCHEMA }] },
    ...(empty === 'warning' && { readsEmpty: true }),
    read: (node, place) => {
      const scalars = scalarsOf(node);
      if (!scalars) return wrongType(node, place, 'text-or-list');
      for (const child of scalars.others) wrongType(child, place, 'text');
      const texts = readText(scalars.scalars, 'body', place.report);
      if (texts.length > 0) return texts;
      problem(node, place, { code: 'missing-key', severity: empty });
      return empty === 'warning' ? [] : undefined;
    },
  };
}

/** One name or a list of names. */
export const names: Definition<readonly Text[]> = {
  schema: { anyOf: [TEXT_SCHEMA, { type: 'array', items: TEXT_SCHEMA }] },
  read: (node, place) => {
    const scalars = scalarsOf(node);
    if (!scalars) return wrongType(node, place, 'text-or-list');
    for (const child of scalars.others) wrongType(child, place, 'text');
    for (const child of node.kind === 'list' ? scalars.scalars : []) {
      const hint = { code: 'fullwidth-comma' } as const;
      if (/[，、]/.test(child.value))
        problem(child, place, { code: 'bad-value', values: { value: child.value.trim() }, hints: [hint] });
    }
    const texts = scalars.scalars.flatMap((child) => readText([child], 'plain', place.report));
    return texts.length > 0 ? texts : problem(node, place, { code: 'missing-key' });
  },
};

function single(rule: SpaceRule): Definition<Text> {
  return {
    schema: TEXT_SCHEMA,
    read: (node, place) => {
      if (node.kind !== 'scalar') return wrongType(node, place, 'text');
      const [text, second] = readText([node], rule, place.report);
      if (!text) return problem(node, place, { code: 'missing-key' });
      return second ? problem(node, place, { code: 'bad-value', values: { value: wordsOf(node) } }) : text;
    },
  };
}

interface Scalars {
  readonly scalars: readonly YamlScalar[];
  readonly others: readonly YamlNode[];
}

function scalarsOf(node: YamlNode): Scalars | undefined {
  if (node.kind === 'map') return undefined;
  const nodes: readonly YamlNode[] = node.kind === 'list' ? node.items : [node];
  const scalars = nodes.filter((child) => child.kind === 'scalar');
  const others = nodes.filter((child) => child.kind !== 'scalar');
  return { scalars, others };
}
