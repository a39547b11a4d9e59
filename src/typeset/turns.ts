import type { Language } from '../model/setting.ts';
import type { Items } from './items.ts';
import type { Sign } from './sign.ts';
import { wordsOf } from './words.ts';
import type { Word, Words } from './words.ts';

/**
 * What it costs to turn a heading at a place, by sense (typesetters' practice for headlines: never part a word, never
 * begin a line with 的; equal lines are worth less than sense). The costs of a place add up.
 */
export const TURN_COSTS = {
  /** A turn where the copy has neither a space nor a mark. */
  plain: 40,
  /** After a mark that ends a phrase: ， ； ： 、 。 and closing marks. */
  afterMark: 10,
  /** After 、, whose parts are read together. */
  afterList: 60,
  /** At a space, where the desk wants it. */
  space: 0,
  /** Between a number and its unit. */
  numberUnit: 300,
  /** At an edge of a word that another reading of the copy does not have. */
  unsure: 60,
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
  topHeavy: 12,
} as const;

/** One row of the table of phrases: parts of speech (or words) on either side of a turn, and what that adds. */
export interface TurnRule {
  readonly left?: Side;
  readonly right?: Side;
  readonly cost: number;
  readonly why: string;
}

/**
 * What matches a word: its part of speech begins with one of `parts`, it is one of `words`, or it begins with a
 * character of `begins`. A guessed word (a name perhaps, part of speech x) counts as one of `words` by its first character.
 */
interface Side {
  readonly parts?: readonly string[];
  readonly words?: string;
  readonly begins?: string;
}

/** Han that end a word which the dictionary does not list whole. */
const ENDINGS = '人者家员长性率型式类界度力感化队处部局厂站店馆院所室楼桥路线网群级桩赛奖证';
const NOUNS = ['n', 's', 'j', 'l'];

/** All rows that match are added. Parts of speech are those of words.ts. House, after the practice of headline desks. */
export const TURN_RULES: readonly TurnRule[] = [
  { right: { words: '的' }, cost: Infinity, why: 'a line never begins with 的' },
  { right: { parts: ['u', 'k', 'y'] }, cost: 300, why: 'a particle or an ending belongs to the word before' },
  {
    right: { words: '了 着 过 地 得 们 等 之 里 中 上 下 前 后 内 外 间' },
    cost: 300,
    why: 'the same, by character',
  },
  {
    right: { words: [...ENDINGS].join(' ') },
    cost: 200,
    why: 'these make one word with the one before: 读书人',
  },
  { left: { parts: ['p', 'c'] }, cost: 120, why: 'a preposition or a conjunction belongs to what follows' },
  {
    left: { words: '和 与 在 对 将 把 被 让 从 向 为 以 或 由 到' },
    cost: 120,
    why: 'the same, by character',
  },
  { left: { parts: ['d'] }, cost: 80, why: 'an adverb belongs to its verb' },
  { left: { parts: ['r'] }, cost: 80, why: 'a pronoun stands before its word: 他的|菜' },
  { left: { begins: '这那每各某哪该本' }, cost: 80, why: 'the same, with a classifier: 这支|队伍' },
  {
    left: { words: '市 省 县 区 镇 乡 村 全国 全省 全市 全县 我国 我省 我市 我县' },
    cost: 80,
    why: 'a place or an office stands before what belongs to it',
  },
  { left: { parts: ['m'] }, right: { parts: ['q', 'm'] }, cost: 120, why: 'a number and its unit' },
  {
    left: { parts: ['m'] },
    right: { parts: ['n', 's', 't', 'a'] },
    cost: 40,
    why: 'a number and what it counts',
  },
  {
    left: { begins: '首' },
    right: { parts: ['n', 's', 'a', 'b'] },
    cost: -50,
    why: 'an ordinal closes what it names first',
  },
  { left: { parts: ['t'] }, cost: 30, why: 'a time belongs to what happens then' },
  {
    left: { words: '今起 今日 今天 昨日 昨天 近日 明日 明天 同比 环比' },
    cost: 60,
    why: 'the same, by word',
  },
  {
    left: { parts: ['a', 'b', 'z'] },
    right: { parts: [...NOUNS, 'v'] },
    cost: 60,
    why: 'an attribute and its noun',
  },
  {
    left: { parts: NOUNS },
    right: { parts: ['n', 's'] },
    cost: 50,
    why: 'two nouns in a row are mostly one name',
  },
  { left: { parts: ['v'] }, right: { parts: ['n', 's'] }, cost: 25, why: 'a verb and its object' },
  { left: { parts: ['v', 'ul', 'uz', 'ug'] }, right: { parts: ['m'] }, cost: 50, why: 'a verb and how much' },
  { left: { parts: ['ul', 'uz', 'ug'] }, cost: 40, why: 'a verb with 了, 着 or 过 and its object' },
  {
    left: { parts: ['x'] },
    right: { parts: ['v'] },
    cost: 25,
    why: 'an unknown word before a verb may be its verb',
  },
  {
    right: { parts: ['v', 'p', 'c', 'd'] },
    cost: -15,
    why: 'a phrase begins with a verb, a preposition or a conjunction',
  },
  {
    right: { words: '同比 环比 今起 如何 怎样 怎么 为何 为什么' },
    cost: -25,
    why: 'so does a comparison or a question',
  },
];

/** The costs of turns at the spaces that the desk wrote, Infinity elsewhere. */
export function markedCosts(signs: readonly Sign[], items: Items): readonly number[] {
  const depth = quoteDepths(signs);
  return signs.map((_, at) => {
    if (signs[at - 1]?.kind !== 'space' || items.penalty[at] === Infinity) return Infinity;
    return (depth[at] ?? 0) * TURN_COSTS.insideQuotes + TURN_COSTS.space;
  });
}

/** Cost of a turn before each sign, Infinity where there must be none. Forced turns are not looked at here. */
export function turnCosts(
  characters: string,
  signs: readonly Sign[],
  items: Items,
  language: Language = 'zh-Hans',
): readonly number[] {
  const marked = markedCosts(signs, items);
  const reading = readingOf(characters, language);
  const depth = quoteDepths(signs);
  return signs.map((_, at) => {
    const last = signs[(items.lastInk[at] ?? 0) - 1];
    const first = signs[items.firstInk[at] ?? 0];
    if (!last || !first || items.penalty[at] === Infinity) return Infinity;
    if (signs[at - 1]?.kind === 'space') return marked[at] ?? Infinity;
    return (depth[at] ?? 0) * TURN_COSTS.insideQuotes + placeCost(last, first, reading);
  });
}

/** A heading with its words by where they begin and end. */
interface Reading extends Words {
  readonly characters: string;
  readonly starting: ReadonlyMap<number, Word>;
  readonly ending: ReadonlyMap<number, Word>;
}

function readingOf(characters: string, language: Language): Reading {
  const words = wordsOf(characters, language);
  return {
    ...words,
    characters,
    starting: new Map(words.words.map((word) => [word.start, word])),
    ending: new Map(words.words.map((word) => [word.end, word])),
  };
}

function placeCost(last: Sign, first: Sign, reading: Reading): number {
  if (last.codePoint === LIST_COMMA) return TURN_COSTS.afterList;
  if (MARKS.has(last.kind)) return TURN_COSTS.afterMark;
  const right = reading.starting.get(first.start);
  const left = reading.ending.get(last.end);
  const known = right !== undefined || OPENINGS.has(first.kind);
  const plain = reading.edges.has(first.start);
  if (!known && !plain) return Infinity;
  let cost: number = TURN_COSTS.plain + (known && plain ? 0 : TURN_COSTS.unsure);
  const before = { text: textOf(left, last, reading), part: left?.part ?? 'x' };
  const after = { text: textOf(right, first, reading), part: right?.part ?? 'x' };
  for (const rule of TURN_RULES) if (matches(rule, before, after)) cost += rule.cost;
  if (last.kind === 'digit' && first.kind === 'han') cost += TURN_COSTS.numberUnit;
  if (isShort(before, last) && !ENDINGS.includes(before.text)) cost += TURN_COSTS.shortWord;
  if (isShort(after, first)) cost += TURN_COSTS.shortWord;
  return cost;
}

/** The word beside a turn, or the one character there when the turn is inside a guessed name. */
function textOf(word: Word | undefined, sign: Sign, { characters }: Reading): string {
  return word ? characters.slice(word.start, word.end) : String.fromCodePoint(sign.codePoint);
}

interface Neighbour {
  readonly text: string;
  readonly part: string;
}

function matches({ left, right }: TurnRule, before: Neighbour, after: Neighbour): boolean {
  return (!left || isSide(left, before)) && (!right || isSide(right, after));
}

function isSide({ parts, words, begins }: Side, { text, part }: Neighbour): boolean {
  const head = String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (words !== undefined) return words.split(' ').includes(part === 'x' ? head : text);
  if (begins !== undefined) return begins.includes(head);
  return parts?.some((name) => part.startsWith(name)) ?? false;
}

/** A Han that is a word by itself and has no part in the grammar. */
function isShort({ text, part }: Neighbour, sign: Sign): boolean {
  return sign.kind === 'han' && [...text].length === 1 && !/^[pcdur]/.test(part);
}

const LIST_COMMA = 0x3001;
const OPENINGS: ReadonlySet<string> = new Set(['opening', 'dash', 'latin-opening']);
const MARKS: ReadonlySet<string> = new Set([
  'pause',
  'stop',
  'double-stop',
  'closing',
  'dash',
  'centred',
  'ellipsis',
]);

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
