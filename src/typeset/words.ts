import { createRequire } from 'node:module';
import type * as Jieba from 'jieba-wasm';
import type { Language } from '../model/setting.ts';

/** A word of a text with its part of speech, named as in the dictionary of jieba (ICTCLAS: n noun, v verb, p preposition …). */
export interface Word {
  /** Half-open span of UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly part: string;
}

export interface Words {
  /** The words as they most likely are, names guessed. */
  readonly words: readonly Word[];
  /** Offsets at which words begin or end when no name is guessed; where both agree the edge is sure. */
  readonly edges: ReadonlySet<number>;
}

/** The words of a text: in zh-Hans by a kept dictionary, in other languages by the segmenter of the runtime. */
export function wordsOf(text: string, language: Language): Words {
  return language === 'zh-Hans' ? dictionaryWords(text) : segmentedWords(text, language);
}

/** The dictionary, four megabytes: loaded by the first heading that asks for it. */
let jieba: typeof Jieba | undefined;
const require = createRequire(import.meta.url);

/** Particles of Japanese, which belong to the word before them. */
const PARTICLES = 'のはがをにへと';

function segmentedWords(text: string, language: Language): Words {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  const words = segments.map(({ segment, index }) => {
    return { start: index, end: index + segment.length, part: PARTICLES.includes(segment) ? 'u' : 'x' };
  });
  return { words, edges: new Set([...words.map(({ start }) => start), text.length]) };
}

function dictionaryWords(text: string): Words {
  const { cut, tag } = (jieba ??= require('jieba-wasm') as typeof Jieba);
  let start = 0;
  const words = tag(text, true).map(({ word, tag: part }) => {
    const at = start;
    start += word.length;
    return { start: at, end: start, part };
  });
  let end = 0;
  const edges = new Set([0]);
  for (const word of cut(text, false)) edges.add((end += word.length));
  return { words, edges };
}
