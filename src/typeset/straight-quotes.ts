import type { Language } from '../model/setting.ts';
import { classOf } from './classes.ts';
import type { CharacterClass } from './classes.ts';

/** The marks that straight pairs are set as: `"` as the first two, `'` as the last two; Korean keeps Latin ones (CLREQ, quotation marks). */
const QUOTES: Readonly<Record<Language, string>> = {
  'zh-Hans': '“”‘’',
  'zh-Hant': '「」『』',
  ja: '「」『』',
  ko: '',
};

const DOUBLE = 0x22;
const SINGLE = 0x27;

/** Straight quotation marks of a text as they are to be set, by index of the code point. */
export interface StraightQuotes {
  /** The mark of the language for each half of a pair that stands in or beside its characters. */
  readonly eastern: ReadonlyMap<number, number>;
  /** The class of every other `"`: the halves of a Latin pair, an inch behind a number, an unpaired one. */
  readonly latin: ReadonlyMap<number, CharacterClass>;
}

const NONE: StraightQuotes = { eastern: new Map(), latin: new Map() };

/**
 * Pairs the straight quotation marks of one paragraph, first opening, then closing (house; CLREQ: Chinese marks in Chinese
 * text). A pair of `"` is Chinese when a Han or a mark stands beside either half, a pair of `'` when both halves have one
 * inside: so no apostrophe of a Latin word is taken for one. What stands behind a number is feet or inches and opens nothing.
 */
export function straightQuotes(codePoints: readonly number[], language: Language): StraightQuotes {
  if (!codePoints.includes(DOUBLE) && !codePoints.includes(SINGLE)) return NONE;
  const sides = sidesOf(codePoints, language);
  const eastern = new Map<number, number>();
  const latin = new Map<number, CharacterClass>();
  const marks = Array.from(QUOTES[language], (each) => each.codePointAt(0) ?? 0);
  codePoints.forEach((codePoint, at) => {
    if (codePoint === DOUBLE) latin.set(at, sides.isNumber(at - 1) ? 'suffix' : 'latin-opening');
  });
  for (const [opening, closing] of doublePairs(codePoints, sides)) {
    const inEast = [opening, closing].some((at) => sides.isEast(at, -1) || sides.isEast(at, 1));
    latin.set(opening, 'latin-opening').set(closing, 'latin-closing');
    if (inEast) setPair(eastern, [opening, closing], marks.slice(0, 2));
  }
  for (const pair of singlePairs(codePoints, sides)) setPair(eastern, pair, marks.slice(2));
  for (const at of eastern.keys()) latin.delete(at);
  return { eastern, latin };
}

/** The characters of a text as they are set; each stands for the one at the same place of the copy. */
export function setCharacters(characters: string, language: Language): string {
  if (!/["']/.test(characters)) return characters;
  const codePoints = Array.from(characters, (each) => each.codePointAt(0) ?? 0);
  const { eastern } = straightQuotes(codePoints, language);
  return String.fromCodePoint(...codePoints.map((each, at) => eastern.get(at) ?? each));
}

type Pair = readonly [opening: number, closing: number];

function setPair(set: Map<number, number>, pair: Pair, marks: readonly number[]): void {
  pair.forEach((at, half) => {
    const mark = marks[half];
    if (mark !== undefined) set.set(at, mark);
  });
}

/** What stands beside a straight mark; other straight marks and spaces are passed over. */
interface Sides {
  readonly isEast: (at: number, step: -1 | 1) => boolean;
  readonly isWord: (at: number) => boolean;
  readonly isNumber: (at: number) => boolean;
}

const EAST: ReadonlySet<CharacterClass> = new Set([
  'han',
  'kana',
  'iteration',
  'opening',
  'closing',
  'pause',
  'stop',
  'double-stop',
  'centred',
  'interpunct',
  'ideographic-space',
]);

function sidesOf(codePoints: readonly number[], language: Language): Sides {
  const classAt = (at: number): CharacterClass => {
    const codePoint = codePoints[at];
    return codePoint === undefined ? 'space' : classOf(codePoint, language);
  };
  const isPassed = (at: number) => {
    const codePoint = codePoints[at];
    if (codePoint === undefined) return false;
    return codePoint === DOUBLE || codePoint === SINGLE || classOf(codePoint, language) === 'space';
  };
  const isNumber = (at: number) => classAt(at) === 'digit';
  return {
    isEast: (at, step) => {
      let beside = at + step;
      while (isPassed(beside)) beside += step;
      return EAST.has(classAt(beside));
    },
    isNumber,
    isWord: (at) => isNumber(at) || (classAt(at) === 'latin' && !isPassed(at)),
  };
}

/** A mark behind a number opens nothing; it closes unless that would leave the ones after it without a partner. */
function doublePairs(codePoints: readonly number[], { isNumber }: Sides): readonly Pair[] {
  const places = codePoints.flatMap((codePoint, at) => (codePoint === DOUBLE ? [at] : []));
  const pairs: Pair[] = [];
  let open: number | undefined;
  places.forEach((at, index) => {
    if (isNumber(at - 1)) {
      const after = places.slice(index + 1).filter((place) => !isNumber(place - 1));
      if (open === undefined || after.length % 2 === 1) return;
    }
    if (open === undefined) {
      open = at;
      return;
    }
    pairs.push([open, at]);
    open = undefined;
  });
  return pairs;
}

function singlePairs(codePoints: readonly number[], { isEast, isWord }: Sides): readonly Pair[] {
  const pairs: Pair[] = [];
  let open: number | undefined;
  codePoints.forEach((codePoint, at) => {
    if (codePoint !== SINGLE || isWord(at - 1)) return;
    if (open === undefined) {
      if (isEast(at, 1)) open = at;
    } else if (isEast(at, -1) && !isWord(at + 1)) {
      pairs.push([open, at]);
      open = undefined;
    }
  });
  return pairs;
}
