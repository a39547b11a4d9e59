import { inflateSync } from 'node:zlib';
import type { PlainDictionary, PlainObject, PlainValue } from '../model/picture.ts';

/** What a foreign page brings that a press may not take. */
export interface ForeignFaults {
  /** Colours of screens and of measuring: `RGB`, `Lab`. */
  readonly colours: readonly string[];
  /** Names of fonts that are not in the file. */
  readonly fonts: readonly string[];
  /** Whether something is to be seen through. */
  readonly transparent: boolean;
}

/** Looks through the objects of a form: a first look, which tells where in the copy a fault came from. */
export function faultsOf(objects: readonly PlainObject[]): ForeignFaults {
  const colours = new Set<string>();
  const fonts = new Set<string>();
  let transparent = false;
  for (const { value, stream } of objects) {
    eachDictionary(value, (dictionary) => {
      const missing = missingFont(dictionary, objects);
      if (missing !== undefined) fonts.add(missing);
      transparent ||= seesThrough(dictionary);
    });
    for (const name of namesIn(value, objects)) {
      const colour = FOREIGN_SPACES[name];
      if (colour) colours.add(colour);
    }
    if (stream && isContent(value) && setsRgb(value, stream)) colours.add('RGB');
  }
  return { colours: [...colours].toSorted(), fonts: [...fonts].toSorted(), transparent };
}

const FOREIGN_SPACES: Readonly<Record<string, string>> = {
  DeviceRGB: 'RGB',
  CalRGB: 'RGB',
  'ICCBased 3': 'RGB',
  Lab: 'Lab',
};

function isDictionary(value: PlainValue): value is PlainDictionary {
  return typeof value === 'object' && 'kind' in value && value.kind === 'dictionary';
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function nameOf(value: PlainValue): string | undefined {
  return typeof value === 'object' && 'kind' in value && value.kind === 'name' ? value.name : undefined;
}

function entry(dictionary: PlainDictionary, key: string): PlainValue {
  return dictionary.entries.find(([name]) => name === key)?.[1];
}

function followed(value: PlainValue, objects: readonly PlainObject[]): PlainValue {
  const isReference = typeof value === 'object' && 'kind' in value && value.kind === 'reference';
  return isReference ? objects[value.index]?.value : value;
}

function eachDictionary(value: PlainValue, action: (dictionary: PlainDictionary) => void): void {
  if (isList(value)) value.forEach((one) => eachDictionary(one, action));
  else if (isDictionary(value)) {
    action(value);
    value.entries.forEach(([, one]) => eachDictionary(one, action));
  }
}

/** Names of colour spaces in a value; a profile counts with its channels. */
function namesIn(value: PlainValue, objects: readonly PlainObject[]): readonly string[] {
  if (isDictionary(value)) return value.entries.flatMap(([, one]) => namesIn(one, objects));
  if (!isList(value)) return [nameOf(value) ?? ''];
  const [first, second] = value;
  const profile = nameOf(first) === 'ICCBased' ? followed(second, objects) : undefined;
  const channels = isDictionary(profile) ? [`ICCBased ${String(entry(profile, 'N'))}`] : [];
  return [...channels, ...value.flatMap((one) => namesIn(one, objects))];
}

const FONT_PROGRAMS = new Set(['FontFile', 'FontFile2', 'FontFile3']);

/** The name of a font without a program; Type 0 fonts have theirs in their descendants, Type 3 need none. */
function missingFont(font: PlainDictionary, objects: readonly PlainObject[]): string | undefined {
  const kind = nameOf(entry(font, 'Subtype'));
  if (nameOf(entry(font, 'Type')) !== 'Font' || kind === 'Type0' || kind === 'Type3') return undefined;
  const descriptor = followed(entry(font, 'FontDescriptor'), objects);
  const embedded = isDictionary(descriptor) && descriptor.entries.some(([key]) => FONT_PROGRAMS.has(key));
  return embedded ? undefined : (nameOf(entry(font, 'BaseFont')) ?? '?');
}

const OPAQUE_MODES = new Set(['Normal', 'Compatible']);

/** Whether a graphics state, a group or a picture lets something shine through (ISO 32000-1, 11.6.4 and 11.6.5). */
function seesThrough(dictionary: PlainDictionary): boolean {
  return dictionary.entries.some(([key, value]) => {
    if (key === 'CA' || key === 'ca') return typeof value === 'number' && value < 1;
    if (key === 'SMask') return nameOf(value) !== 'None';
    return key === 'BM' && !OPAQUE_MODES.has(nameOf(isList(value) ? value[0] : value) ?? 'Normal');
  });
}

/** Forms and patterns hold operators; the form of the page stands among them. */
function isContent(value: PlainValue): value is PlainDictionary {
  return (
    isDictionary(value) && (nameOf(entry(value, 'Subtype')) === 'Form' || entry(value, 'PatternType') === 1)
  );
}

/** Three numbers and the operator that makes them the colour of what follows. */
const RGB_OPERATOR = /(?:^|\s)(?:[-+]?\d*\.?\d+\s+){3}(?:rg|RG)(?=\s|$)/;

function setsRgb(dictionary: PlainDictionary, stream: Uint8Array): boolean {
  const filter = entry(dictionary, 'Filter');
  const [only] = isList(filter) ? filter : [filter];
  if (filter !== undefined && nameOf(only) !== 'FlateDecode') return false;
  try {
    const bytes = filter === undefined ? stream : inflateSync(stream);
    return RGB_OPERATOR.test(Buffer.from(bytes).toString('latin1'));
  } catch {
    return false;
  }
}
