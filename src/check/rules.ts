import type { CopyCheck } from '../model/issue.ts';
import type { CopyPart, Finder } from './copy.ts';
import {
  dashes,
  doubledMarks,
  ellipses,
  fullWidthForms,
  halfWidthMarks,
  markOrder,
  nameDots,
  waves,
} from './marks.ts';
import { bannedWords, datelines } from './house.ts';
import { approximateNumbers, numberRanges, numberStyle, thousands } from './numbers.ts';
import { nestedQuotes, straightQuotes } from './quotes.ts';
import { mixedScript } from './script.ts';
import { doubledWords, straySpaces } from './words.ts';

export interface CopyRule {
  readonly source: string;
  readonly parts: readonly CopyPart[];
  /** A rule of the Mainland; copy in Traditional Chinese is not held to it. */
  readonly mainland: boolean;
  readonly find: Finder;
}

const BODY: readonly CopyPart[] = ['lead', 'text', 'opening'];
const COPY: readonly CopyPart[] = ['kicker', 'headline', 'deck', 'dateline', 'title', ...BODY];
const ALL: readonly CopyPart[] = [...COPY, 'label'];

const everywhere = (find: Finder, source: string, parts: readonly CopyPart[]): CopyRule => {
  return { find, source, parts, mainland: false };
};
const mainland = (find: Finder, source: string, parts: readonly CopyPart[]): CopyRule => {
  return { find, source, parts, mainland: true };
};

/** Every check by the name that an issue may switch off. */
export const COPY_RULES: Readonly<Record<CopyCheck, CopyRule>> = {
  'straight-quote': everywhere(straightQuotes, 'GB/T 15834, 4.8.1; CLREQ, quotation marks', ALL),
  'nested-quote': everywhere(nestedQuotes, 'GB/T 15834, 4.8.3 and 4.15.3', ALL),
  'half-width-mark': everywhere(halfWidthMarks, 'GB/T 15834, 5.1.1 to 5.1.3', ALL),
  'full-width-form': mainland(fullWidthForms, 'GB/T 15835, 5.1.7; CLREQ, mixed text', ALL),
  'doubled-mark': everywhere(doubledMarks, 'GB/T 15834, 4.2.3 and 4.3.3', COPY),
  'mark-order': everywhere(markOrder, 'GB/T 15834, 4.8.3, 4.9.3 and 5.1.1', COPY),
  ellipsis: everywhere(ellipses, 'GB/T 15834, 4.11.2 and 5.1.5', COPY),
  dash: everywhere(dashes, 'GB/T 15834, 4.10.2, 4.13.3 and 5.1.4', COPY),
  wave: everywhere(waves, 'GB/T 15834, 4.13.2', COPY),
  'name-dot': mainland(nameDots, 'GB/T 15834, 4.14.2', ALL),
  'doubled-word': everywhere(doubledWords, 'none: what proof-readers call 衍字', COPY),
  'stray-space': everywhere(straySpaces, 'CLREQ: no space between Chinese words', BODY),
  'mixed-script': everywhere(mixedScript, '通用规范汉字表 (2013)', ALL),
  'number-style': mainland(numberStyle, 'GB/T 15835, 4.3.3, 5.1.4 and 5.2.5', COPY),
  'approximate-number': mainland(approximateNumbers, 'GB/T 15835, 4.2.2 and 5.2.1', COPY),
  'number-range': mainland(numberRanges, 'GB/T 15835, 5.1.3', COPY),
  thousands: mainland(thousands, 'GB/T 15835, 4.3.3 and 5.1.1', COPY),
  dateline: everywhere(datelines, 'none: the house style of the paper', ['dateline', 'opening']),
  'banned-word': everywhere(bannedWords, 'none: the house style of the paper', ALL),
};
