import { INCH, MILLIMETRE, TOLERANCE } from '../base/units.ts';
import type { Em, Pt } from '../base/units.ts';

/** A length as it was written; `em`, `line`, `column` and `percent` get their points from a yardstick. */
export interface Length {
  readonly amount: number;
  readonly unit: LengthUnit;
}

export type LengthUnit = 'pt' | 'em' | 'line' | 'column' | 'percent';

/** 号 names and their points. */
export type SizeTable = ReadonlyMap<string, Pt>;

/**
 * 号 in points after CLREQ, type sizes (its smaller value where it gives two); 小初, 小三 and 小六 after common office
 * software. A layout's `sizes:` overrides single rows.
 */
export const DEFAULT_SIZES: SizeTable = new Map([
  ['初号', 42],
  ['小初', 36],
  ['一号', 27.5],
  ['小一', 24],
  ['二号', 21],
  ['小二', 18],
  ['三号', 15.75],
  ['小三', 15],
  ['四号', 13.75],
  ['小四', 12],
  ['五号', 10.5],
  ['小五', 9],
  ['新五号', 9],
  ['六号', 7.875],
  ['小六', 6.5],
  ['七号', 5.25],
]);

/** Factor and unit of each suffix. */
const SUFFIXES: Readonly<Record<string, readonly [number, LengthUnit]>> = {
  pt: [1, 'pt'],
  mm: [MILLIMETRE, 'pt'],
  cm: [INCH / 2.54, 'pt'],
  in: [INCH, 'pt'],
  em: [1, 'em'],
  字: [1, 'em'],
  L: [1, 'line'],
  行: [1, 'line'],
  c: [1, 'column'],
  栏: [1, 'column'],
  '%': [1, 'percent'],
};

const NUMBER = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)`;
const LENGTH = new RegExp(`^(${NUMBER})\\s*(${Object.keys(SUFFIXES).join('|')})$`);
const OCCUPIED = new RegExp(`^占\\s*(${NUMBER})\\s*行$`);

/** Reads `12mm`, `小五`, `13字`, `2L`, `占4行`, `5c`, `10%` or `0`; `undefined` when it is no length. */
export function parseLength(text: string, sizes: SizeTable = DEFAULT_SIZES): Length | undefined {
  const named = sizes.get(text);
  if (named !== undefined) return { amount: named, unit: 'pt' };
  if (text === '0') return { amount: 0, unit: 'pt' };
  const lines = OCCUPIED.exec(text)?.[1];
  if (lines !== undefined) return { amount: Number(lines), unit: 'line' };
  const [, amount, suffix] = LENGTH.exec(text) ?? [];
  const scale = suffix === undefined ? undefined : SUFFIXES[suffix];
  return scale && { amount: Number(amount) * scale[0], unit: scale[1] };
}

/** `2em`, `0.5字` or a bare number of em, as `pagegen lines` and the `text:` of a layout take it. */
export function readEm(text: string): Em | undefined {
  const amount = new RegExp(`^(${NUMBER})\\s*(?:em|字)?$`).exec(text.trim())?.[1];
  return amount === undefined ? undefined : Number(amount);
}

/** What relative lengths are relative to. */
export interface Yardstick {
  /** The type size in force. */
  readonly em: Pt;
  /** One body line. */
  readonly line: Pt;
  /** Width of one basic column and of a gutter. */
  readonly column: Pt;
  readonly gutter: Pt;
  /** What `%` is a part of. */
  readonly whole: Pt;
}

/** The points of a length. *k* columns are as wide as *k* merged ones, the gutters between them filled in. */
export function toPoints({ amount, unit }: Length, { em, line, column, gutter, whole }: Yardstick): Pt {
  switch (unit) {
    case 'pt':
      return amount;
    case 'em':
      return amount * em;
    case 'line':
      return amount * line;
    case 'column':
      return amount === 0 ? 0 : amount * column + (amount - 1) * gutter;
    case 'percent':
      return (amount / 100) * whole;
  }
}

/** Basic columns broken into others: `5破2` is five columns made into two. */
export interface ColumnBreak {
  readonly columns: number;
  readonly into: number;
}

/** Reads `5破2` or `5-2`. */
export function parseBreak(text: string): ColumnBreak | undefined {
  const match = /^(\d{1,2})\s*[破-]\s*(\d{1,2})$/.exec(text);
  const [columns, into] = [Number(match?.[1]), Number(match?.[2])];
  return match && columns > 0 && into > 0 ? { columns, into } : undefined;
}

/** Columns of the grid from the first to the last, counted from 1. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

/** Reads `all`, `3` or `1-5`. */
export function parseSpan(text: string): ColumnSpan | 'all' | undefined {
  if (text === 'all' || text === '全部') return 'all';
  const match = /^(\d{1,2})(?:\s*-\s*(\d{1,2}))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  return match && first >= 1 && last >= first ? { first, last } : undefined;
}

/** The whole number of units that go into a length. */
export function wholeUnits(length: Pt, unit: Pt): number {
  return Math.floor(length / unit + TOLERANCE / unit);
}
