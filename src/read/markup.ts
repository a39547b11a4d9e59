import type { Annotation, InlineMark } from '../model/issue.ts';

/** One UTF-16 unit of copy with its offset in the file. A line end of the source is `\n`. */
export interface CopyUnit {
  readonly character: string;
  readonly offset: number;
  /** Taken as it is, because a backslash stood before it. */
  readonly escaped: boolean;
}

export interface MarkedCopy {
  readonly units: readonly CopyUnit[];
  /** Spans of `units`. */
  readonly marks: readonly InlineMark[];
}

/** Told of each sign that has no partner, with the unit where it stands. */
export type UnpairedSign = (sign: string, unit: CopyUnit) => void;

type SpanKind = 'strong' | 'emphasis';

interface OpenSpan {
  readonly kind: SpanKind;
  readonly start: number;
  readonly sign: CopyUnit;
}

interface Parsing {
  readonly copy: readonly CopyUnit[];
  readonly units: CopyUnit[];
  readonly marks: InlineMark[];
  readonly open: OpenSpan[];
  readonly unpaired: UnpairedSign;
}

const SIGNS: Readonly<Record<SpanKind, string>> = { strong: '**', emphasis: '*' };

/**
 * Takes the inline signs out of one paragraph: `**strong**`, `*emphasis*`, `{base|reading}`, `{name|_}`, `{title|~}`, `\` before a character to
 * take it as it is, and `|` as a forced turn where `turns`. A `*` between digits or between spaces is itself.
 */
export function readMarkup(copy: readonly CopyUnit[], turns: boolean, unpaired: UnpairedSign): MarkedCopy {
  const parsing: Parsing = { copy, units: [], marks: [], open: [], unpaired };
  let at = 0;
  while (at < copy.length) at = readSign(parsing, at, turns);
  for (const { kind, sign } of parsing.open) unpaired(SIGNS[kind], sign);
  // Of two marks on the same span the one that ended later stands outside.
  const outerFirst = parsing.marks.toReversed();
  const marks = outerFirst.toSorted((left, right) => left.start - right.start || right.end - left.end);
  return { units: parsing.units, marks };
}

/** Reads what stands at `at`; the index after it. */
function readSign(parsing: Parsing, at: number, turns: boolean): number {
  const { copy, units, marks } = parsing;
  const unit = copy[at]!;
  if (unit.escaped) return put(parsing, at, 1);
  switch (unit.character) {
    case '\\':
      return readEscape(parsing, at);
    case '*':
      return readStars(parsing, at);
    case '{':
      return readRuby(parsing, at);
    case '|':
      if (!turns) return put(parsing, at, 1);
      marks.push({ kind: 'turn', start: units.length, end: units.length });
      return at + 1;
    default:
      return put(parsing, at, 1);
  }
}

function put({ copy, units }: Parsing, at: number, count: number): number {
  for (const unit of copy.slice(at, at + count)) units.push(unit);
  return at + count;
}

function readEscape(parsing: Parsing, at: number): number {
  const next = parsing.copy[at + 1];
  if (!next || next.character === '\n') return put(parsing, at, 1);
  const paired = /[\uD800-\uDBFF]/.test(next.character) ? 2 : 1;
  for (const unit of parsing.copy.slice(at + 1, at + 1 + paired))
    parsing.units.push({ ...unit, escaped: true });
  return at + 1 + paired;
}

function readStars(parsing: Parsing, at: number): number {
  const { copy, open, unpaired } = parsing;
  let count = 1;
  while (copy[at + count]?.character === '*') count += 1;
  const sign = copy[at]!;
  const kind = count === 2 ? 'strong' : 'emphasis';
  const standsAlone = isPlainStar(copy[at - 1]?.character, copy[at + count]?.character);
  if (standsAlone && !open.some((span) => span.kind === kind)) return put(parsing, at, count);
  if (count > 3) {
    unpaired('*'.repeat(count), sign);
    return put(parsing, at, count);
  }
  for (let left = count; left > 0;) {
    const single = left === 1 || (left === 3 && open.at(-1)?.kind === 'emphasis');
    turnSpan(parsing, single ? 'emphasis' : 'strong', sign);
    left -= single ? 1 : 2;
  }
  return at + count;
}

/** `3*4` and `甲 * 乙`: multiplication and lists, no emphasis. */
function isPlainStar(before: string | undefined, after: string | undefined): boolean {
  const isSpace = (character: string | undefined) => character === undefined || /\s/.test(character);
  const isDigit = (character: string | undefined) => character !== undefined && /[0-9]/.test(character);
  return (isDigit(before) && isDigit(after)) || (isSpace(before) && after !== undefined && isSpace(after));
}

/** Closes the span of this kind if one is open, else opens one. Spans inside it that did not end are unpaired. */
function turnSpan({ units, marks, open, unpaired }: Parsing, kind: SpanKind, sign: CopyUnit): void {
  const index = open.findLastIndex((span) => span.kind === kind);
  if (index < 0) {
    open.push({ kind, start: units.length, sign });
    return;
  }
  for (const span of open.splice(index + 1)) unpaired(SIGNS[span.kind], span.sign);
  const { start } = open.pop()!;
  if (start === units.length) unpaired(SIGNS[kind] + SIGNS[kind], sign);
  else marks.push({ kind, start, end: units.length });
}

function readRuby(parsing: Parsing, at: number): number {
  const { copy, units, marks, unpaired } = parsing;
  const bar = nextSign(copy, at + 1, '|{}');
  const end = copy[bar]?.character === '|' ? nextSign(copy, bar + 1, '{}') : copy.length;
  if (copy[end]?.character !== '}') {
    unpaired('{', copy[at]!);
    return put(parsing, at, 1);
  }
  const base = readMarkup(copy.slice(at + 1, bar), false, unpaired);
  const annotation = annotationOf(copy.slice(bar + 1, end), unpaired);
  const start = units.length;
  for (const unit of base.units) units.push(unit);
  for (const mark of base.marks.toReversed())
    marks.push({ ...mark, start: mark.start + start, end: mark.end + start });
  const line = end === bar + 2 ? LINES.get(annotation.characters) : undefined;
  if (base.units.length === 0 || annotation.characters === '') unpaired('{|}', copy[at]!);
  else if (line) marks.push({ kind: line, start, end: units.length });
  else marks.push({ kind: 'ruby', start, end: units.length, annotation });
  return end + 1;
}

/** What stands in the place of a reading for a line beside the base. */
const LINES: ReadonlyMap<string, 'name-line' | 'title-line'> = new Map([
  ['_', 'name-line'],
  ['~', 'title-line'],
]);

/** Index of the next of these signs that is not escaped, else the length. */
function nextSign(copy: readonly CopyUnit[], from: number, signs: string): number {
  let at = from;
  while (at < copy.length && !signs.includes(copy[at]!.character)) at += copy[at]!.character === '\\' ? 2 : 1;
  return Math.min(at, copy.length);
}

function annotationOf(copy: readonly CopyUnit[], unpaired: UnpairedSign): Annotation {
  const { units } = readMarkup(copy, false, unpaired);
  const kept = units.filter(({ character }, index) => {
    const before = units[index - 1]?.character;
    return !/\s/.test(character) || (before !== undefined && !/\s/.test(before) && index < units.length - 1);
  });
  const characters = kept.map(({ character }) => character.replace(/\s/, ' ')).join('');
  return { characters, offsets: kept.map(({ offset }) => offset) };
}
