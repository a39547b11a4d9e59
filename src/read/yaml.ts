import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Node, Pair, Scalar, YAMLMap } from 'yaml';
import type { Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source.ts';
import { isEmpty } from './node.ts';
import type { ScalarStyle, YamlEntry, YamlNode, YamlScalar } from './node.ts';
import { syntaxProblems } from './yaml-problems.ts';

/** Bytes of the largest file that is read. */
const SIZE_LIMIT = 2 * 1024 * 1024;
/** Lists and maps inside one another; an issue file has five. */
const DEPTH_LIMIT = 40;
/** Uses of anchors in one file: a guard against files that multiply themselves. */
const ALIAS_LIMIT = 100;

/** What the readers walk over. `sound` is false when the file broke the rules of YAML. */
export interface YamlFile {
  readonly root: YamlNode;
  readonly sound: boolean;
  /** Reports what is found in the tree, but for what only follows from a fault of syntax already reported. */
  readonly report: Report;
}

/**
 * Reads YAML 1.2 without resolving any scalar: `08` stays `08`. Reports `empty-file`, `too-large`, `yaml-syntax` and
 * `tab` (in indents). `undefined` when there is nothing to walk over.
 */
export function parseYaml(file: SourceFile, report: Report): YamlFile | undefined {
  const size = file.text.length > SIZE_LIMIT / 3 ? Buffer.byteLength(file.text) : file.text.length;
  if (size > SIZE_LIMIT) {
    const megabytes = (bytes: number) => Math.ceil((bytes / 1024 / 1024) * 10) / 10;
    const values = { size: megabytes(size), limit: megabytes(SIZE_LIMIT) };
    report({ severity: 'error', code: 'too-large', values, range: { file, start: 0, end: 0 } });
    return undefined;
  }
  const problems = syntaxProblems(file, report);
  problems.checkCharacters();
  const document = parsed(file, problems);
  if (!document) return undefined;
  const root = convertDocument(document, file, problems);
  if (!root) return undefined;
  for (const error of document.errors) problems.fault(error.code, error.pos[0], error.pos[1]);
  if (isEmpty(root)) {
    const range = { file, start: 0, end: 0 };
    if (problems.none())
      report({ severity: 'error', code: 'empty-file', values: { path: file.path }, range });
    return undefined;
  }
  return { root, sound: problems.none(), report: problems.withoutConsequences };
}

type Problems = ReturnType<typeof syntaxProblems>;

/** The parser of the package calls itself for nested lists and may run out of stack on a hostile file. */
function parsed(file: SourceFile, problems: Problems): Document.Parsed | undefined {
  try {
    const options = {
      prettyErrors: false,
      schema: 'failsafe',
      uniqueKeys: false,
      keepSourceTokens: true,
    } as const;
    return parseDocument(file.text, options);
  } catch {
    problems.fault('RESOURCE_EXHAUSTION', 0, 0);
    return undefined;
  }
}

interface Conversion {
  readonly file: SourceFile;
  readonly problems: Problems;
  readonly anchors: Map<string, Anchor>;
  aliases: number;
  /** References to what itself holds references: the file would grow without bounds. */
  bomb: boolean;
}

interface Anchor {
  readonly node: YamlNode;
  readonly start: number;
  readonly holdsAliases: boolean;
  used: boolean;
}

/** The tree of a document; `undefined` after it was refused whole. */
function convertDocument(
  document: Document.Parsed,
  file: SourceFile,
  problems: Problems,
): YamlNode | undefined {
  const conversion: Conversion = { file, problems, anchors: new Map(), aliases: 0, bomb: false };
  const root = convert(document.contents, conversion, 0, document.contents?.range[0] ?? 0);
  if (conversion.bomb) return undefined;
  for (const { start, used } of conversion.anchors.values())
    if (!used) problems.fault('ANCHOR', start, start + 1);
  return root;
}

type AnyNode = Node | Pair | null | undefined;

function convert(node: AnyNode, conversion: Conversion, depth: number, at: number): YamlNode {
  const { file, problems } = conversion;
  if (!node || !('range' in node) || !node.range) return emptyScalar(file, at);
  const [start, end] = node.range;
  const range = { file, start, end: Math.max(start, end) };
  if (depth > DEPTH_LIMIT) {
    problems.fault('TOO_DEEP', start, start + 1);
    return emptyScalar(file, start);
  }
  if (isAlias(node)) return convertAlias(node, conversion, start);
  if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
    problems.fault('TAG', propertyStart(file, start, '!'), start);
  const aliasesBefore = conversion.aliases;
  const converted = ((): YamlNode => {
    if (isMap(node)) return { kind: 'map', range, entries: entriesOf(node, conversion, depth) };
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item as AnyNode, conversion, depth + 1, end));
      return { kind: 'list', range, items };
    }
    return isScalar(node) ? convertScalar(node, conversion) : emptyScalar(file, start);
  })();
  if (node.anchor) {
    const anchorAt = propertyStart(file, start, '&');
    const holdsAliases = conversion.aliases > aliasesBefore;
    conversion.anchors.set(node.anchor, { node: converted, start: anchorAt, holdsAliases, used: false });
  }
  return converted;
}

/** Where the tag or anchor in front of a node begins, searched backwards from the node on its line. */
function propertyStart(file: SourceFile, start: number, sign: string): number {
  const found = file.text.lastIndexOf(sign, start);
  return found < 0 ? start : found;
}

function convertAlias(node: Alias, conversion: Conversion, start: number): YamlNode {
  const anchor = conversion.anchors.get(node.source);
  conversion.aliases += 1;
  const endless = anchor !== undefined && (anchor.holdsAliases || conversion.aliases > ALIAS_LIMIT);
  if (!anchor || endless) {
    if (!conversion.bomb) {
      conversion.problems.fault(
        endless ? 'RESOURCE_EXHAUSTION' : 'ALIAS',
        start,
        node.range?.[1] ?? start + 1,
      );
    }
    conversion.bomb ||= endless;
    return emptyScalar(conversion.file, start);
  }
  anchor.used = true;
  return anchor.node;
}

function entriesOf(map: YAMLMap, conversion: Conversion, depth: number): readonly YamlEntry[] {
  const { file, problems } = conversion;
  return map.items.flatMap((pair): readonly YamlEntry[] => {
    const key = convert(pair.key as AnyNode, conversion, depth + 1, map.range?.[0] ?? 0);
    const value = convert(pair.value as AnyNode, conversion, depth + 1, key.range.end);
    if (key.kind !== 'scalar') {
      problems.fault('NON_STRING_KEY', key.range.start, key.range.end);
      return [];
    }
    return [{ key: { value: key.value, range: { ...key.range, file } }, value }];
  });
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function convertScalar(node: Scalar, { file, problems }: Conversion): YamlScalar {
  const [start, end] = node.range ?? [0, 0];
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
  const closing = style === 'single' ? "'" : style === 'double' ? '"' : '';
  if (closing && (end - start < 2 || file.text[end - 1] !== closing))
    problems.fault('UNCLOSED_STRING', start, end);
  const token = node.srcToken;
  const indent =
    token?.type === 'block-scalar' ? blockIndent(token.indent, token.source, file.text.slice(start)) : 0;
  return { kind: 'scalar', range: { file, start, end }, style, value: String(node.value ?? ''), indent };
}

/** Columns cut off each line of a block scalar: given in its header or taken from its first line (YAML 1.2, 8.1.1.1). */
function blockIndent(outer: number, source: string, text: string): number {
  const given = /^[|>][+-]?([1-9])/.exec(text)?.[1];
  if (given) return outer + Number(given);
  const first = source.split('\n').find((line) => line.trim() !== '');
  return first ? first.length - first.replace(/^ +/, '').length : outer;
}

function emptyScalar(file: SourceFile, at: number): YamlScalar {
  return { kind: 'scalar', range: { file, start: at, end: at }, style: 'plain', value: '', indent: 0 };
}
