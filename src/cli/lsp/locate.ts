/** Where the cursor stands in a YAML file that may be half written. */
export interface Location {
  /** Keys from the root as they are written, `*` for an entry of a list; of a value its key is the last. */
  readonly path: readonly string[];
  /** What is being written: a key, a value, or in an entry of a list that may yet be either. */
  readonly kind: 'key' | 'value' | 'either';
  /** Where the word under the cursor begins. */
  readonly start: number;
  /** Keys that the same map has. */
  readonly siblings: ReadonlySet<string>;
  /** Column of the keys of the map. */
  readonly indent: number;
  /** Whether it stands between braces or brackets. */
  readonly flow: boolean;
}

/** A map or list that is open at some line: `key` is its key in the map around it, or `*`. */
interface Level {
  readonly indent: number;
  readonly key: string;
}

/** `键: 值`; the colon of the Chinese keyboard is taken for what was meant. */
const PAIR = /^(["']?)([^\s"'{}[\],#&*!|>%@`-][^"'{}[\],#]*?)\1\s*(?::(?=\s|$)|：)\s*/u;

/**
 * Finds the path by indents, as an editor must while the file is broken; `undefined` within a block of text or a comment.
 * Braces and brackets are followed from the line on which they open.
 */
export function locate(text: string, offset: number): Location | undefined {
  const lines = text.slice(0, offset).split('\n');
  const last = lines.length - 1;
  let levels: readonly Level[] = [];
  let block: number | undefined;
  for (const [index, line] of lines.entries()) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const empty = line.trim() === '';
    if (block !== undefined) {
      if (indent > block || (empty && index < last)) {
        if (index === last) return undefined;
        continue;
      }
      block = undefined;
    }
    if (index === last) break;
    if (empty || /^\s*#/.test(line)) continue;
    levels = entered(levels, line).levels;
    if (/(?:^|[\s:：])[|>][-+\d]*\s*(?:#.*)?$/.test(line)) block = indent;
  }
  return atEnd(levels, lines, text.slice(offset));
}

interface Entered {
  readonly levels: readonly Level[];
  /** What stands behind the last dash and the key, and the column where it begins. */
  readonly rest: string;
  readonly column: number;
  readonly pair: boolean;
}

/** The levels that are open after the dashes and the key of a line. */
function entered(open: readonly Level[], line: string): Entered {
  let column = /^ */.exec(line)?.[0].length ?? 0;
  let rest = line.slice(column);
  const levels = open.filter(
    ({ indent, key }) => indent < column || (indent === column && key !== '*' && /^-(?:\s|$)/.test(rest)),
  );
  for (let dash = /^-(?:\s+|$)/.exec(rest); dash; dash = /^-(?:\s+|$)/.exec(rest)) {
    levels.push({ indent: column, key: '*' });
    column += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  const pair = PAIR.exec(rest);
  if (!pair) return { levels, rest, column, pair: false };
  const key = { indent: column, key: pair[2] ?? '' };
  return {
    levels: [...levels, key],
    rest: rest.slice(pair[0].length),
    column: column + pair[0].length,
    pair: true,
  };
}

/** The place at the end of the last line. */
function atEnd(levels: readonly Level[], lines: readonly string[], after: string): Location | undefined {
  const line = lines.at(-1) ?? '';
  const offset = lines.join('\n').length;
  if (/(?:^|\s)#/.test(line)) return undefined;
  const inside = openBracket(lines);
  if (inside) return inFlow(lines, inside, offset);
  const { levels: open, rest, column, pair } = entered(levels, line);
  const path = open.map(({ key }) => key);
  const flow = { flow: false };
  if (pair) {
    const indent = open.at(-1)?.indent ?? 0;
    return { path, kind: 'value', start: offset - rest.length, siblings: new Set(), indent, ...flow };
  }
  const siblings = new Set([
    ...keysAt(lines.slice(0, -1).toReversed(), column),
    ...keysAt(after.split('\n').slice(1), column),
  ]);
  const kind = open.at(-1)?.key === '*' && /-\s+\S*$/.test(line) ? 'either' : 'key';
  return { path, kind, start: offset - rest.length, siblings, indent: column, ...flow };
}

/** Keys that stand at a column in the lines on one side of a place, up to the end of the map. */
function keysAt(lines: readonly string[], column: number): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (indent > column) continue;
    const dashes = /^(?:-\s+)+/.exec(line.slice(indent))?.[0].length ?? 0;
    if (indent + dashes !== column) break;
    const key = PAIR.exec(line.slice(column))?.[2];
    if (key) found.push(key);
    if (dashes > 0) break;
  }
  return found;
}

/** The line on which the outermost bracket that is still open stands, as far back as lines go on in it. */
function openBracket(lines: readonly string[]): { readonly line: number } | undefined {
  let start: number | undefined;
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    if (depth === 0 && !/(?:^\s*|[:：]\s+|:\s*|-\s+)[[{]/.test(line)) continue;
    if (depth === 0) start = index;
    depth = Math.max(0, depth + bracketsOf(line));
    // A line that begins a key of the block style shows that the bracket was only forgotten.
    if (depth > 0 && index > (start ?? 0) && index < lines.length - 1 && /^\S[^{}[\]]*:\s*$/.test(line))
      depth = 0;
  }
  return depth > 0 && start !== undefined ? { line: start } : undefined;
}

function bracketsOf(line: string): number {
  const plain = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').replace(/\s#.*$/, '');
  return [...plain].reduce((sum, sign) => sum + ('{['.includes(sign) ? 1 : '}]'.includes(sign) ? -1 : 0), 0);
}

interface FlowLevel {
  readonly kind: '{' | '[';
  key: string | undefined;
  readonly keys: Set<string>;
}

/** The place within braces and brackets, which are walked through from the line that opens them. */
function inFlow(
  lines: readonly string[],
  { line: first }: { readonly line: number },
  offset: number,
): Location {
  const before = levelsBefore(lines.slice(0, first));
  const head = entered(before, lines[first] ?? '');
  const body = [head.rest, ...lines.slice(first + 1)].join('\n');
  const open: FlowLevel[] = [];
  let word = '';
  for (const sign of body.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length))) {
    const top = open.at(-1);
    if (sign === '{' || sign === '[') open.push({ kind: sign, key: undefined, keys: new Set() });
    else if (sign === '}' || sign === ']') open.pop();
    else if ((sign === ':' || sign === '：') && top?.kind === '{' && top.key === undefined) {
      top.key = word.trim();
      top.keys.add(top.key);
    } else if (sign === ',' && top) top.key = undefined;
    word = '{[}],:：'.includes(sign) ? '' : word + sign;
  }
  const top = open.at(-1);
  const inner = open.flatMap(({ kind, key }) => (kind === '[' ? ['*'] : key === undefined ? [] : [key]));
  const path = [...head.levels.map(({ key }) => key), ...inner];
  const kind = top?.kind === '{' ? (top.key === undefined ? 'key' : 'value') : 'either';
  const start = offset - word.trimStart().length;
  return { path, kind, start, siblings: top?.keys ?? new Set(), indent: 0, flow: true };
}

function levelsBefore(lines: readonly string[]): readonly Level[] {
  let levels: readonly Level[] = [];
  let block: number | undefined;
  for (const line of lines) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || (block !== undefined && indent > block)) continue;
    block = undefined;
    if (/^\s*#/.test(line)) continue;
    levels = entered(levels, line).levels;
    if (/(?:^|[\s:：])[|>][-+\d]*\s*(?:#.*)?$/.test(line)) block = indent;
  }
  return levels;
}
