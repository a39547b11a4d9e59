import type { Language } from '../model/setting.ts';
import { addressSpans } from './addresses.ts';
import { classOf } from './classes.ts';
import type { CharacterClass } from './classes.ts';
import { straightQuotes } from './straight-quotes.ts';

/**
 * The class of every code point among its neighbours: quotation marks and apostrophes are Latin only inside Latin,
 * points inside numbers are part of the number, signs before a number are prefixes, dashes come in pairs, straight
 * quotation marks of Chinese copy are Chinese ones.
 */
export function classesOf(codePoints: readonly number[], language: Language): readonly CharacterClass[] {
  const classes = codePoints.map((codePoint) => classOf(codePoint, language));
  const straight = straightQuotes(codePoints, language);
  for (const [at, name] of straight.latin) classes[at] = name;
  for (const [at, mark] of straight.eastern) classes[at] = classOf(mark, language);
  for (let at = 0; at < codePoints.length; at += 1) {
    const rule = CONTEXT.get(codePoints[at] ?? 0);
    const changed = rule?.(around(codePoints, classes, at));
    if (changed) classes[at] = changed;
  }
  pairDashes(codePoints, classes);
  for (const { start, end } of addressSpans(codePoints)) classes.fill('latin', start, end);
  return classes;
}

interface Neighbours {
  readonly before: CharacterClass | undefined;
  readonly after: CharacterClass | undefined;
  /** The neighbours when spaces are passed over. */
  readonly left: CharacterClass | undefined;
  readonly right: CharacterClass | undefined;
}

function around(codePoints: readonly number[], classes: readonly CharacterClass[], at: number): Neighbours {
  let left = at - 1;
  let right = at + 1;
  while (classes[left] === 'space') left -= 1;
  while (classes[right] === 'space') right += 1;
  return {
    before: classes[at - 1],
    after: digitOrLatin(codePoints[at + 1], classes[at + 1]),
    left: classes[left],
    right: digitOrLatin(codePoints[right], classes[right]),
  };
}

/** A mark to the right has not been looked at yet: only letters and digits count as Latin there. */
function digitOrLatin(
  codePoint: number | undefined,
  name: CharacterClass | undefined,
): CharacterClass | undefined {
  return name === 'latin' && codePoint !== undefined && codePoint < 0x80 && !isLetter(codePoint)
    ? undefined
    : name;
}

function isLetter(codePoint: number): boolean {
  return (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
}

function isWordy(name: CharacterClass | undefined): boolean {
  return name === 'latin' || name === 'digit';
}

type ContextRule = (near: Neighbours) => CharacterClass | undefined;

/** Chinese unless both neighbours are Latin letters or digits (CLREQ, section on quotation marks). */
const quotation: ContextRule = ({ left, right }) => (isWordy(left) && isWordy(right) ? 'latin' : undefined);

/** Points and slashes inside a number belong to it (CLREQ issue 262, GB/T 15834 5.1.9); inside a word, to the word. */
const point: ContextRule = ({ before, after }) => {
  if (before === 'digit' && after === 'digit') return 'digit';
  return isWordy(before) && isWordy(after) ? 'latin' : undefined;
};

const sign: ContextRule = ({ before, after }) => {
  if (after === 'digit' && !isWordy(before)) return 'prefix';
  return isWordy(before) && isWordy(after) ? 'latin' : undefined;
};

const hyphen: ContextRule = ({ before, after }) => {
  if (before === 'latin' && isWordy(after)) return 'latin';
  if (before === 'digit' && after === 'latin') return 'latin';
  if (after === 'digit' && before !== 'digit' && before !== 'suffix') {
    return before === 'han' || before === 'unit' ? undefined : 'prefix';
  }
  return undefined;
};

const tilde: ContextRule = ({ before, after }) =>
  before === 'latin' && isWordy(after) ? 'latin' : undefined;

const CONTEXT: ReadonlyMap<number, ContextRule> = new Map(
  (
    [
      ['“”‘’', quotation],
      ['.,:/', point],
      ['+−±#', sign],
      ['-‑', hyphen],
      ['~', tilde],
      ['–', ({ before, after }) => (before === 'latin' && after === 'latin' ? 'latin' : undefined)],
    ] as const satisfies readonly (readonly [string, ContextRule])[]
  ).flatMap(([characters, rule]) => [...characters].map((each) => [each.codePointAt(0) ?? 0, rule] as const)),
);

/** —— is a dash of two em; an em dash left alone is the long connector (GB/T 15834 5.1.4, 5.1.6). */
function pairDashes(codePoints: readonly number[], classes: CharacterClass[]): void {
  for (let at = 0; at < codePoints.length; at += 1) {
    const codePoint = codePoints[at];
    if (codePoint !== 0x2014 && codePoint !== 0x2015) continue;
    const paired = codePoints[at + 1] === codePoint;
    classes[at] = paired ? 'dash' : 'long-connector';
    if (!paired) continue;
    classes[at + 1] = 'dash';
    at += 1;
  }
}
