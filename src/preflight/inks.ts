import type { ColourSpace, Separation } from './colour-space.ts';
import { rowOf } from './table.ts';

/** Amounts of ink, 0 to 1 each. */
export interface Inks {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
}

const PROCESS: Readonly<Record<string, keyof Inks>> = { Cyan: 'c', Magenta: 'm', Yellow: 'y', Black: 'k' };
/** Names of separations that need no plate of their own. */
export const PROCESS_INKS: ReadonlySet<string> = new Set([...Object.keys(PROCESS), 'All', 'None']);
const NO_INK: Inks = { c: 0, m: 0, y: 0, k: 0 };

/** The process inks that a colour lays on paper; `undefined` when they depend on a conversion (RGB, Lab). */
export function inksOf(space: ColourSpace, values: readonly number[]): Inks | undefined {
  switch (space.kind) {
    case 'gray':
    case 'calgray':
      return { ...NO_INK, k: 1 - unit(values[0]) };
    case 'cmyk':
      return fromFour(values);
    case 'icc':
      if (space.components === 1) return { ...NO_INK, k: 1 - unit(values[0]) };
      return space.components === 4 ? fromFour(values) : undefined;
    case 'separation':
    case 'devicen':
      return inksOfNames(space, values);
    case 'indexed':
      return inksOf(space.base, entryOf(space.table, space.base, values[0] ?? 0));
    default:
      return undefined;
  }
}

/** Sum of the inks in percent. */
export function totalInk({ c, m, y, k }: Inks): number {
  return (c + m + y + k) * 100;
}

/** How many of the four inks are used. */
export function inkCount({ c, m, y, k }: Inks): number {
  return [c, m, y, k].filter((ink) => ink > 0.005).length;
}

/** An entry of a colour table in the numbers of its base. */
export function entryOf(table: Uint8Array, base: ColourSpace, index: number): readonly number[] {
  const start = Math.round(index) * base.components;
  return Array.from({ length: base.components }, (_, i) => (table[start + i] ?? 0) / 255);
}

/** The colour that a space begins with when it is chosen (ISO 32000-1, table 74). */
export function initialColour(space: ColourSpace): readonly number[] {
  if (space.kind === 'cmyk' || (space.kind === 'icc' && space.components === 4)) return [0, 0, 0, 1];
  const start = space.kind === 'separation' || space.kind === 'devicen' ? 1 : 0;
  return Array.from({ length: space.components }, () => start);
}

function inksOfNames(space: Separation, values: readonly number[]): Inks | undefined {
  const { names, tint, alternate } = space;
  if (names.every((name) => name === 'None')) return NO_INK;
  const first = unit(values[0]);
  if (names[0] === 'All') return { c: first, m: first, y: first, k: first };
  if (names.every((name) => rowOf(PROCESS, name) || name === 'None')) {
    const inks = { ...NO_INK };
    for (const [i, name] of names.entries()) {
      const ink = rowOf(PROCESS, name);
      if (ink) inks[ink] = unit(values[i]);
    }
    return inks;
  }
  return tint && inksOf(alternate, tint(values));
}

function fromFour([c, m, y, k]: readonly number[]): Inks {
  return { c: unit(c), m: unit(m), y: unit(y), k: unit(k) };
}

function unit(value: number | undefined): number {
  return Math.min(Math.max(value ?? 0, 0), 1);
}
