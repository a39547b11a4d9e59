import { NUMBER_UNITS } from './rules.ts';
import type { Items } from './items.ts';
import type { Sign } from './sign.ts';

/**
 * What it costs to turn a heading at a place, by sense (typesetters' practice for headlines: never part a word, never
 * begin a line with 的; equal lines are worth less than sense). One table; the costs of a turn add up.
 */
export const TURN_COSTS = {
  /** A turn where the copy has neither a space nor a mark. */
  plain: 40,
  /** After a mark that ends a phrase: ， ； ： 、 。 and closing marks. */
  afterMark: 10,
  /** At a space, where the desk wants it. */
  space: 0,
  /** A line that begins with a particle of the word before it. */
  beforeParticle: 300,
  /** A line that ends with a word that belongs to what follows. */
  afterPreposition: 100,
  /** Between a number and its unit. */
  numberUnit: 300,
  /** Beside a word of one character, which is often a part of a name that no dictionary has. */
  shortWord: 60,
  /** Inside quotation marks or title marks. */
  insideQuotes: 80,
  /** Balance: `balance` × (difference from the mean width / mean width)². */
  balance: 400,
  /** A last line of less than `shortShare` of the mean. */
  shortLast: 150,
  shortShare: 0.4,
  /** A first line longer than the next by more than an em. */
  topHeavy: 8,
} as const;

const NEVER_FIRST = '的';
const PARTICLES = '了着等们地得过吗呢吧之';
/** Han that make a word of the one before them, which no dictionary lists whole: 读书人, 志愿者. */
const ENDINGS = '人者家员长性率型式类界度力感化';
const PREPOSITIONS = '和与在对将把被让从向为以及或由于';

/** Cost of a turn before each sign, Infinity where there must be none. Forced turns are not looked at here. */
export function turnCosts(characters: string, signs: readonly Sign[], items: Items): readonly number[] {
  const words = wordEdges(characters);
  const depth = quoteDepths(signs);
  return signs.map((sign, at) => {
    const last = signs[(items.lastInk[at] ?? 0) - 1];
    const first = signs[items.firstInk[at] ?? 0];
    if (!last || !first || items.penalty[at] === Infinity) return Infinity;
    const atSpace = signs[at - 1]?.kind === 'space';
    if (!atSpace && !words.has(sign.start)) return Infinity;
    const text = String.fromCodePoint(first.codePoint);
    if (!atSpace && text === NEVER_FIRST) return Infinity;
    return (depth[at] ?? 0) * TURN_COSTS.insideQuotes + placeCost(last, first, words, atSpace);
  });
}

function placeCost(last: Sign, first: Sign, words: ReadonlySet<number>, atSpace: boolean): number {
  if (atSpace) return TURN_COSTS.space;
  const head = String.fromCodePoint(first.codePoint);
  const tail = String.fromCodePoint(last.codePoint);
  if (MARKS.has(last.kind)) return TURN_COSTS.afterMark;
  let cost: number = TURN_COSTS.plain;
  if (PARTICLES.includes(head) || (ENDINGS.includes(head) && words.has(first.end)))
    cost += TURN_COSTS.beforeParticle;
  if (PREPOSITIONS.includes(tail) && words.has(last.start)) cost += TURN_COSTS.afterPreposition;
  if (last.kind === 'digit' && (NUMBER_UNITS.includes(head) || first.kind === 'han'))
    cost += TURN_COSTS.numberUnit;
  const isShort = isShortWord(first, words) || (isShortWord(last, words) && !ENDINGS.includes(tail));
  return isShort ? cost + TURN_COSTS.shortWord : cost;
}

/** Whether a Han is a word by itself and no preposition, before which or after which a phrase may well turn. */
function isShortWord(sign: Sign, words: ReadonlySet<number>): boolean {
  if (sign.kind !== 'han' || PREPOSITIONS.includes(String.fromCodePoint(sign.codePoint))) return false;
  return words.has(sign.start) && words.has(sign.end);
}

const MARKS: ReadonlySet<string> = new Set([
  'pause',
  'stop',
  'double-stop',
  'closing',
  'dash',
  'centred',
  'ellipsis',
]);

/** UTF-16 offsets at which a word begins or ends, by the segmenter's dictionary; spaces are looked through. */
function wordEdges(characters: string): ReadonlySet<number> {
  const edges = new Set<number>([characters.length]);
  for (const { index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(characters))
    edges.add(index);
  return edges;
}

/** How many pairs of brackets or quotation marks are open before each sign. */
function quoteDepths(signs: readonly Sign[]): readonly number[] {
  let depth = 0;
  return signs.map(({ kind }) => {
    const here = depth;
    if (kind === 'opening') depth += 1;
    if (kind === 'closing') depth = Math.max(0, depth - 1);
    return kind === 'closing' ? depth : here;
  });
}
