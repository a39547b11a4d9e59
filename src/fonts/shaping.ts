import { classOf, coverageIndex } from './glyph-sets.ts';
import { openLayout, type Lookup } from './layout-tables.ts';
import { remembered } from './remembered.ts';
import { viewOf } from './sfnt.ts';
import type { FontTables } from './truetype.ts';

/** A glyph of a shaped run and its advance, in font units. */
export interface RunGlyph {
  readonly id: number;
  readonly advance: number;
}

/** What is asked of a run. */
export interface Wanted {
  /** A feature beside those that every text has. */
  readonly feature?: string;
  readonly kerning: boolean;
}

/**
 * Shapes a run of glyphs by single substitutions and kerning; `undefined` when its glyphs meet anything else in the
 * tables (ligatures, marks, contexts), which needs a shaper that knows more.
 */
export type Shaper = (glyphs: readonly number[], wanted: Wanted) => readonly RunGlyph[] | undefined;

export interface ShapingSource {
  readonly tables: FontTables;
  readonly advance: (glyph: number) => number;
  readonly script: string;
  readonly language: string;
}

/** Features that work on every text; ligatures and contextual forms are left out (see `NO_LIGATURES` in fontkit.ts). */
const SUBSTITUTIONS = ['rvrn', 'ltra', 'ltrm', 'ccmp', 'locl', 'rlig', 'rclt'];
const POSITIONS = ['mark', 'mkmk', 'curs'];

const SINGLE = 1;
const LIGATURE = 4;
const PAIR = 2;
const CONTEXT = 7;
const MARK_CLASS = 3;

export function openShaper({ tables, advance, script, language }: ShapingSource): Shaper {
  const layout = (tag: string, extension: number) => {
    const table = tables(tag);
    return table?.length ? openLayout(table, { script, language, extension }) : undefined;
  };
  const [substitutions, positions] = [layout('GSUB', 7), layout('GPOS', 9)];
  const marks = markClasses(tables);
  const substitutionsWith = remembered((feature: string | undefined) =>
    substitutions?.lookupsOf([...SUBSTITUTIONS, ...(feature === undefined ? [] : [feature])]),
  );
  const positionsWith = remembered((kerning: boolean) =>
    positions?.lookupsOf([...POSITIONS, ...(kerning ? ['kern'] : [])]),
  );
  return (glyphs, { feature, kerning }) => {
    const lookups = substitutionsWith(feature);
    const ids = substitutions && lookups ? substituted(substitutions.view, glyphs, lookups) : glyphs;
    if (!ids || ids.some(marks)) return undefined;
    const run = ids.map((id) => ({ id, advance: advance(id) }));
    const places = positionsWith(kerning);
    return positions && places ? positioned(positions.view, run, places) : run;
  };
}

/** Whether a glyph is a mark that has no width of its own (OpenType 1.9, `GDEF`). */
function markClasses(tables: FontTables): (glyph: number) => boolean {
  const view = viewOf(tables('GDEF') ?? new Uint8Array());
  const classes = view.byteLength >= 12 ? view.getUint16(4) : 0;
  return (glyph) => classes > 0 && classOf(view, classes, glyph) === MARK_CLASS;
}

function substituted(
  view: DataView,
  glyphs: readonly number[],
  lookups: readonly Lookup[],
): readonly number[] | undefined {
  let run = glyphs;
  for (const lookup of lookups) {
    if (lookup.type === SINGLE && lookup.flags === 0) run = run.map((id) => single(view, lookup, id));
    else if (lookup.type !== LIGATURE || lookup.flags !== 0 || joins(view, lookup, run)) return undefined;
  }
  return run;
}

function single(view: DataView, { subtables }: Lookup, glyph: number): number {
  for (const at of subtables) {
    const index = coverageIndex(view, at + view.getUint16(at + 2), glyph);
    if (index < 0) continue;
    if (view.getUint16(at) === 1) return (glyph + view.getInt16(at + 4)) & 0xffff;
    return view.getUint16(at + 6 + 2 * index);
  }
  return glyph;
}

/** Whether a run may contain a ligature: a glyph and its neighbour begin one. */
function joins(view: DataView, { subtables }: Lookup, run: readonly number[]): boolean {
  return subtables.some((at) =>
    run.some((id, place) => {
      const index = coverageIndex(view, at + view.getUint16(at + 2), id);
      if (index < 0) return false;
      const set = at + view.getUint16(at + 6 + 2 * index);
      return Array.from({ length: view.getUint16(set) }, (_, i) => set + view.getUint16(set + 2 + 2 * i)).some(
        (ligature) => view.getUint16(ligature + 2) < 2 || view.getUint16(ligature + 4) === run[place + 1],
      );
    }),
  );
}

function positioned(
  view: DataView,
  run: readonly RunGlyph[],
  lookups: readonly Lookup[],
): readonly RunGlyph[] | undefined {
  const advances = run.map(({ advance }) => advance);
  for (const lookup of lookups) {
    if (lookup.type !== PAIR || lookup.flags !== 0) {
      if (lookup.type >= CONTEXT || run.some(({ id }) => touches(view, lookup, id))) return undefined;
      continue;
    }
    for (let place = 0; place + 1 < run.length; place += 1) {
      const [left, right] = pairValues(view, lookup, run[place]?.id ?? 0, run[place + 1]?.id ?? 0);
      advances[place] = (advances[place] ?? 0) + left;
      advances[place + 1] = (advances[place + 1] ?? 0) + right;
    }
  }
  return run.map(({ id }, place) => ({ id, advance: advances[place] ?? 0 }));
}

/** Whether a lookup begins with a glyph: the first coverage stands at the same place in all types below `CONTEXT`. */
function touches(view: DataView, { subtables }: Lookup, glyph: number): boolean {
  return subtables.some((at) => coverageIndex(view, at + view.getUint16(at + 2), glyph) >= 0);
}

/** Field of a value record that holds the change of the advance (OpenType 1.9, `GPOS`). */
const X_ADVANCE = 4;

/** What a lookup adds to the advances of two neighbours. */
function pairValues(
  view: DataView,
  { subtables }: Lookup,
  left: number,
  right: number,
): readonly [number, number] {
  for (const at of subtables) {
    const index = coverageIndex(view, at + view.getUint16(at + 2), left);
    if (index < 0) continue;
    const values = view.getUint16(at) === 1 ? pairOf(view, at, index, right) : classPair(view, at, left, right);
    if (values !== undefined) return advancesAt(view, at, values);
  }
  return [0, 0];
}

/** Place of the values of a pair that is named by its glyphs. */
function pairOf(view: DataView, at: number, index: number, right: number): number | undefined {
  const set = at + view.getUint16(at + 10 + 2 * index);
  const size = 2 + sizeOf(view.getUint16(at + 4)) + sizeOf(view.getUint16(at + 6));
  for (let pair = set + 2, count = view.getUint16(set); count > 0; pair += size, count -= 1) {
    if (view.getUint16(pair) === right) return pair + 2;
  }
  return undefined;
}

/** Place of the values of two classes of glyphs. */
function classPair(view: DataView, at: number, left: number, right: number): number {
  const first = classOf(view, at + view.getUint16(at + 8), left);
  const second = classOf(view, at + view.getUint16(at + 10), right);
  const size = sizeOf(view.getUint16(at + 4)) + sizeOf(view.getUint16(at + 6));
  return at + 16 + (first * view.getUint16(at + 14) + second) * size;
}

function advancesAt(view: DataView, at: number, values: number): readonly [number, number] {
  const [first, second] = [view.getUint16(at + 4), view.getUint16(at + 6)];
  return [advanceAt(view, first, values), advanceAt(view, second, values + sizeOf(first))];
}

function advanceAt(view: DataView, format: number, at: number): number {
  return format & X_ADVANCE ? view.getInt16(at + sizeOf(format & (X_ADVANCE - 1))) : 0;
}

/** Bytes of a value record of a format: two for each bit. */
function sizeOf(format: number): number {
  let bits = 0;
  for (let rest = format & 0xff; rest > 0; rest >>= 1) bits += rest & 1;
  return 2 * bits;
}
