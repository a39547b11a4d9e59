import type { YamlScalar } from './node.ts';

/**
 * One line of a scalar as it stands in the file: indents and YAML's own signs gone, escapes resolved. An escaped line
 * end (`\n` in double quotes) is a line end in `characters`.
 */
export interface SourceLine {
  readonly characters: string;
  /** Offset in the file of each UTF-16 unit of `characters`. */
  readonly offsets: readonly number[];
}

/**
 * The content of a scalar of any style, line by line. YAML's own folding of these lines gives the scalar's value (YAML
 * 1.2, 6.5 and 8.1); copy is joined by other rules, see text.ts.
 */
export function sourceLines(scalar: YamlScalar): readonly SourceLine[] {
  return scalar.style === 'literal' || scalar.style === 'folded' ? blockLines(scalar) : flowLines(scalar);
}

/** A span of the file. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function blockLines({ range, indent }: YamlScalar): readonly SourceLine[] {
  const { text } = range.file;
  const header = text.indexOf('\n', range.start);
  if (header < 0 || header >= range.end) return [];
  return spansOfLines(text, header + 1, range.end).map(({ start, end }) => {
    let cut = start;
    while (cut < end && cut - start < indent && text[cut] === ' ') cut += 1;
    return verbatim(text, { start: cut, end });
  });
}

function flowLines({ range, style }: YamlScalar): readonly SourceLine[] {
  const { text } = range.file;
  const quote = style === 'single' ? "'" : style === 'double' ? '"' : '';
  const closed = quote !== '' && range.end - range.start >= 2 && text[range.end - 1] === quote;
  const start = range.start + quote.length;
  const spans = spansOfLines(text, start, closed ? range.end - 1 : range.end, true);
  const lines: { characters: string; offsets: number[] }[] = [];
  let continues = false;
  spans.forEach((span, index) => {
    const escapes = style === 'double';
    const trimmed = trimSpan(text, span, { left: index > 0, right: index < spans.length - 1, escapes });
    const line = escapes ? unescaped(text, trimmed) : verbatim(text, trimmed, style === 'single');
    const last = lines.at(-1);
    if (continues && last) {
      last.characters += line.characters;
      for (const offset of line.offsets) last.offsets.push(offset);
    } else lines.push({ characters: line.characters, offsets: [...line.offsets] });
    continues = escapes && index < spans.length - 1 && endsEscaped(text, trimmed);
  });
  return lines;
}

/** Lines without their line ends; the empty one after a last line end only where `whole`. */
function spansOfLines(text: string, start: number, end: number, whole = false): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  while (from <= end) {
    const found = text.indexOf('\n', from);
    const lineEnd = found < 0 || found >= end ? end : found;
    if (from === end && !whole && spans.length > 0) break;
    const carriage = lineEnd < end && text[lineEnd - 1] === '\r' && lineEnd > from;
    spans.push({ start: from, end: carriage ? lineEnd - 1 : lineEnd });
    from = lineEnd + 1;
  }
  return spans;
}

interface TrimOptions {
  readonly left: boolean;
  readonly right: boolean;
  readonly escapes: boolean;
}

function trimSpan(text: string, { start, end }: Span, { left, right, escapes }: TrimOptions): Span {
  let from = start;
  let to = end;
  if (left) while (from < to && isBlank(text[from])) from += 1;
  if (right) while (to > from && isBlank(text[to - 1])) to -= 1;
  if (escapes && to < end && endsEscaped(text, { start: from, end: to })) to += 1;
  return { start: from, end: to };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** Whether a span ends in a backslash that escapes what comes after it. */
function endsEscaped(text: string, { start, end }: Span): boolean {
  let count = 0;
  while (end - count > start && text[end - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}

function verbatim(text: string, { start, end }: Span, doubled = false): SourceLine {
  let characters = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at += 1) {
    characters += text[at];
    offsets.push(at);
    if (doubled && text[at] === "'" && text[at + 1] === "'") at += 1;
  }
  return { characters, offsets };
}

/** Escapes of double-quoted scalars (YAML 1.2, 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function unescaped(text: string, { start, end }: Span): SourceLine {
  let characters = '';
  const offsets: number[] = [];
  const put = (content: string, at: number) => {
    characters += content;
    for (let unit = 0; unit < content.length; unit += 1) offsets.push(at);
  };
  for (let at = start; at < end; at += 1) {
    const character = text[at]!;
    if (character !== '\\') {
      put(character, at);
      continue;
    }
    if (at + 1 >= end) break;
    const sign = text[at + 1]!;
    const length = CODE_LENGTHS[sign];
    put(
      ESCAPES[sign] ?? (length ? coded(text.slice(at + 2, at + 2 + length)) : undefined) ?? `\\${sign}`,
      at,
    );
    at += 1 + (length ?? 0);
  }
  return { characters, offsets };
}

function coded(digits: string): string | undefined {
  const code = /^[0-9a-fA-F]+$/.test(digits) ? parseInt(digits, 16) : Infinity;
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
