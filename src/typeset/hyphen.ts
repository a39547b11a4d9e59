import { createRequire } from 'node:module';
import type createHyphenator from 'hyphen';
import type { HyphenationFunctionSync, PatternsDefinition } from 'hyphen';

/** Letters that must stand before and after a hyphen (patterns of TeX for American English: 2 and 3). */
const LEAST = { before: 2, after: 3 } as const;
/** Shorter words are not divided (house; typographic custom: five letters). */
const SHORTEST = 5;
const SOFT = '\u00ad';

/** Reads some thousand patterns: made for the first word that may be divided. */
let hyphenate: HyphenationFunctionSync | undefined;
const require = createRequire(import.meta.url);

function newHyphenator(): HyphenationFunctionSync {
  const create = require('hyphen') as typeof createHyphenator;
  const patterns = require('hyphen/patterns/en-us.js') as PatternsDefinition;
  return create(patterns, { minWordLength: SHORTEST, hyphenChar: SOFT }) as HyphenationFunctionSync;
}

/** Places at which an English word of letters alone may be divided, as offsets from its start, ascending (Liang 1983). */
export function divisionsOf(word: string): readonly number[] {
  if (word.length < SHORTEST) return [];
  hyphenate ??= newHyphenator();
  let at = 0;
  const places: number[] = [];
  for (const letter of hyphenate(word)) {
    if (letter === SOFT) places.push(at);
    else at += 1;
  }
  return places.filter((place) => place >= LEAST.before && word.length - place >= LEAST.after);
}
