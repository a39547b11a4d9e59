import { tagAt, viewOf } from './sfnt.ts';

/** One lookup of a layout table: its type, with extensions taken off, and the places of its subtables. */
export interface Lookup {
  readonly type: number;
  /** Bits that tell which glyphs it passes over. */
  readonly flags: number;
  readonly subtables: readonly number[];
}

/** A `GSUB` or `GPOS` table with the features of one script and language. */
export interface LayoutTable {
  readonly view: DataView;
  /** The lookups of these features in the order in which they work. */
  lookupsOf(features: readonly string[]): readonly Lookup[];
}

export interface LayoutChoice {
  readonly script: string;
  readonly language: string;
  /** Type of the lookups that only point to another: 7 in `GSUB`, 9 in `GPOS`. */
  readonly extension: number;
}

/** Scripts that stand in for one that a table lacks. */
const COMMON_SCRIPTS = ['DFLT', 'dflt', 'latn'];

/** Opens a layout table (OpenType 1.9, common table formats). */
export function openLayout(table: Uint8Array, choice: LayoutChoice): LayoutTable {
  const view = viewOf(table);
  const [scripts, features, lookups] = [view.getUint16(4), view.getUint16(6), view.getUint16(8)];
  const chosen = languageSystem(view, scripts, choice);
  const lists = chosen === undefined ? new Map() : featureLists(view, features, chosen);
  return {
    view,
    lookupsOf(names) {
      const indexes = names.flatMap((name): readonly number[] => lists.get(name) ?? []);
      return indexes.toSorted((a, b) => a - b).map((index) => lookupAt(view, lookups, index, choice));
    },
  };
}

/** Where the features of the language are named, else those of every language of the script. */
function languageSystem(view: DataView, scripts: number, choice: LayoutChoice): number | undefined {
  const offsetOf = (list: number, first: number, tag: string) => {
    for (let at = first, count = view.getUint16(first - 2); count > 0; at += 6, count -= 1) {
      if (tagAt(view, at) === tag) return list + view.getUint16(at + 4);
    }
    return undefined;
  };
  const found = [choice.script, ...COMMON_SCRIPTS].map((tag) => offsetOf(scripts, scripts + 2, tag));
  const script = found.find((at) => at !== undefined);
  if (script === undefined) return undefined;
  const common = view.getUint16(script);
  return offsetOf(script, script + 4, choice.language) ?? (common === 0 ? undefined : script + common);
}

/** The lookups of each feature that a language system names. */
function featureLists(
  view: DataView,
  features: number,
  system: number,
): ReadonlyMap<string, readonly number[]> {
  const indexes = uint16s(view, system + 6, view.getUint16(system + 4));
  return new Map(
    indexes.map((index) => {
      const record = features + 2 + 6 * index;
      const feature = features + view.getUint16(record + 4);
      return [tagAt(view, record), uint16s(view, feature + 4, view.getUint16(feature + 2))];
    }),
  );
}

function lookupAt(view: DataView, lookups: number, index: number, { extension }: LayoutChoice): Lookup {
  const at = lookups + view.getUint16(lookups + 2 + 2 * index);
  const type = view.getUint16(at);
  const subtables = uint16s(view, at + 6, view.getUint16(at + 4)).map((offset) => at + offset);
  const flags = view.getUint16(at + 2);
  const [first] = subtables;
  if (type !== extension || first === undefined) return { type, flags, subtables };
  const targets = subtables.map((subtable) => subtable + view.getUint32(subtable + 4));
  return { type: view.getUint16(first + 2), flags, subtables: targets };
}

function uint16s(view: DataView, at: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i));
}
