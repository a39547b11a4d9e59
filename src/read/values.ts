import { formatColour, inksForRgb, parseColour, spotColour } from '../base/colour.ts';
import type { Colour } from '../base/colour.ts';
import type { Hint } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import { writtenAt } from '../base/source.ts';
import type { Ranged } from '../base/source.ts';
import type { FrameRule } from '../model/layout.ts';
import type { FrameLine } from '../model/story.ts';
import { byKind, list, mapped, oneOf, problem, scalar } from './define.ts';
import type { Definition, Place } from './define.ts';
import { parseBreak, parseLength, parseSpan, readEm } from './lengths.ts';
import { trimmed, wordsOf } from './node.ts';
import type { YamlScalar } from './node.ts';
import type { ColumnBreak, ColumnSpan, Length, SizeTable } from './lengths.ts';

const LENGTH_EXAMPLES = '10.5pt, 12mm, 小五, 13字, 2L, 5c, 10%';

export function lengthOf(sizes: SizeTable): Definition<Ranged<Length>> {
  return scalar({
    parse: (text) => parseLength(text, sizes),
    expected: LENGTH_EXAMPLES,
    code: 'bad-length',
    schema: { type: ['string', 'number'], examples: ['10.5pt', '小五', '13字', '2L', '5c', '占4行'] },
  });
}

/** A distance between baselines: a length, or a factor of the size written without a unit (1.25). */
export function leadingOf(sizes: SizeTable): Definition<Ranged<Length>> {
  return scalar({
    parse: (text) => {
      const factor = /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
      if (factor === undefined) return parseLength(text, sizes);
      return factor > 0 && factor < 3 ? { amount: factor, unit: 'em' as const } : undefined;
    },
    expected: '1.25, 11.25pt',
    code: 'bad-length',
    schema: { type: ['string', 'number'], examples: [1.25, '11.25pt'] },
  });
}

/** One value or several; none at all when one of them could not be read. */
export function oneOrMore<T>(item: Definition<Ranged<T>>): Definition<Ranged<readonly Ranged<T>[]>> {
  const one = mapped(item, (value) => ({ value: [value], range: value.range }));
  const several = list(item, 1);
  const whole: Definition<Ranged<readonly Ranged<T>[]>> = {
    ...several,
    read: (node, place) => {
      if (node.kind === 'list' && node.items.length === 0)
        return problem(node, place, { code: 'missing-key' });
      const read = several.read(node, place);
      return node.kind === 'list' && read?.value.length === node.items.length ? read : undefined;
    },
  };
  return byKind({ scalar: one, list: whole });
}

/** Exactly two values. */
export function pairOf<T>(
  item: Definition<Ranged<T>>,
  example: string,
): Definition<Ranged<readonly [Ranged<T>, Ranged<T>]>> {
  const both = list(item, 2);
  return {
    schema: { ...both.schema, maxItems: 2 },
    read: (node, place) => {
      const read = both.read(node, place);
      if (!read) return undefined;
      const [first, second] = read.value;
      if (node.kind === 'list' && node.items.length === 2) {
        return first && second ? { value: [first, second], range: read.range } : undefined;
      }
      const values = { value: writtenAt(read.range) };
      return problem(node, place, { code: 'bad-value', values, hints: [expectedHint(example)] });
    },
  };
}

function expectedHint(what: string): Hint {
  return { code: 'expected', values: { what } };
}

interface NumberRule {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  /** Units that may stand after the number. */
  readonly unit?: RegExp;
}

export function numberBetween({ least, most, whole, unit }: NumberRule): Definition<Ranged<number>> {
  const type = unit ? (['string', 'number'] as const) : whole ? 'integer' : 'number';
  return scalar({
    parse: (text) => {
      const bare = unit ? text.replace(unit, '').trim() : text;
      const number = /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
      return number >= least && number <= most && (!whole || Number.isInteger(number)) ? number : undefined;
    },
    expected: `${least}–${most}`,
    schema: { type, ...(unit ? {} : { minimum: least, maximum: most }) },
  });
}

/** Whole body lines: `2`, `2L`, `2行` or `占2行`. */
export const wholeLines = numberBetween({
  least: 0,
  most: 200,
  whole: true,
  unit: /^占\s*(?=\d+\s*行$)|(L|行)$/g,
});

/** Em within limits. */
export function emBetween(least: number, most: number): Definition<Ranged<number>> {
  return scalar({
    parse: (text) => {
      const em = readEm(text);
      return em !== undefined && em >= least && em <= most ? em : undefined;
    },
    expected: `${least}em–${most}em`,
    schema: { type: ['string', 'number'], examples: ['0.5em'] },
  });
}

export const yesOrNo: Definition<Ranged<boolean>> = scalar({
  parse: (text) => ({ true: true, yes: true, 是: true, false: false, no: false, 否: false })[text],
  expected: 'true, false',
  schema: { type: 'boolean' },
});

export const columnSpan: Definition<Ranged<ColumnSpan | 'all'>> = scalar({
  parse: parseSpan,
  expected: 'all, 3, 1-5',
  schema: { type: ['string', 'integer'], examples: ['all', '1-5'] },
});

export const columnBreak: Definition<Ranged<ColumnBreak>> = scalar({
  parse: parseBreak,
  expected: '5破2, 5-2',
  schema: { type: 'string', pattern: '^\\d+\\s*[破-]\\s*\\d+$', examples: ['5破2'] },
});

/** Inks in percent, or a spot ink of the layout: `spot:NAME`, `spot:NAME 30%`. RGB is refused with the inks to write. */
export const colour: Definition<Ranged<Colour>> = withColours<never>(() => undefined);

/** A colour, or `accent` for the layout's own. */
export const colourOrAccent: Definition<Ranged<Colour | 'accent'>> = withColours((text) =>
  text === 'accent' || text === '主色' ? 'accent' : undefined,
);

/** A process colour or a spot ink, and what else `parse` knows. */
function withColours<T>(parse: (text: string) => T | undefined): Definition<Ranged<T | Colour>> {
  const written = scalar<T | Colour>({
    parse: (text) => parse(text) ?? parseColour(text),
    expected: 'K100, C0 M100 Y90 K0, spot:NAME',
    code: 'bad-colour',
    hints: inksInstead,
    schema: { type: 'string', examples: ['K100', 'M100 Y90', 'spot:NAME'] },
  });
  return {
    ...written,
    readsEmpty: true,
    read: (node, place) => {
      const { file, end } = node.range;
      if (node.kind !== 'scalar') return written.read(node, place);
      if (node.value !== '') {
        const read = SPOT.test(node.value) ? readSpot(node, place) : written.read(node, place);
        if (read && isColour(read.value)) place.palette?.note(read.value, read.range);
        return read;
      }
      // `fill: #c00` is a comment to YAML; the colour stands behind it.
      const rest = /^:?\s*(#[0-9a-f]{3,8})\b/i.exec(file.text.slice(end, end + 40))?.[1];
      const values = { value: rest ?? '' };
      return problem(node, place, { code: 'bad-colour', values, hints: rest ? inksInstead(rest) : [] });
    },
  };
}

function isColour(value: unknown): value is Colour {
  return typeof value === 'object' && value !== null && 'k' in value;
}

const SPOT = /^\s*spot:/i;

/** A spot ink that the layout names; a tint of 0 would print nothing. */
function readSpot(node: YamlScalar, place: Place): Ranged<Colour> | undefined {
  const [, name = '', tint = '100'] =
    /^spot:\s*(.+?)(?:\s+(\d{1,3}(?:\.\d+)?)\s*%)?$/i.exec(node.value.trim()) ?? [];
  const inks = place.palette?.spots.get(name);
  if (inks && Number(tint) > 0 && Number(tint) <= 100) {
    return { value: spotColour(name, inks, Number(tint)), range: trimmed(node.range) };
  }
  if (inks) return problem(node, place, { code: 'bad-colour', values: { value: wordsOf(node) } });
  const known = [...(place.palette?.spots.keys() ?? [])];
  return problem(node, place, { code: 'unknown-ink', values: { name }, hints: nameHints(name, known) });
}

function inksInstead(text: string): readonly Hint[] {
  const channels = rgbOf(text);
  if (!channels) return [];
  const [red = 0, green = 0, blue = 0] = channels;
  return [{ code: 'write-inks', values: { inks: formatColour(inksForRgb(red, green, blue)) } }];
}

/** `#c00`, `#cc0000` or `rgb(204, 0, 0)`. */
function rgbOf(text: string): readonly number[] | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short) return short.slice(1).map((digit) => parseInt(digit + digit, 16));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (long) return long.slice(1).map((digits) => parseInt(digits, 16));
  const numbers = /^rgba?\(\s*(\d{1,3})[\s,，]+(\d{1,3})[\s,，]+(\d{1,3})\b.*\)$/i.exec(text);
  const channels = numbers?.slice(1).map(Number);
  return channels?.every((channel) => channel <= 255) ? channels : undefined;
}

/** 线型; the Chinese names read from the outer line to the inner one. */
export const frameRule: Definition<Ranged<FrameRule>> = oneOf<FrameRule>({
  none: ['无'],
  thin: ['正线'],
  thick: ['反线'],
  'thick-thin': ['武文线'],
  'thin-thick': ['文武线'],
  double: ['双线'],
});

/** Rules of boxes: those of frames, a dotted one and one with ornaments. */
export const frameLine: Definition<Ranged<FrameLine>> = oneOf<FrameLine>({
  none: ['无'],
  thin: ['正线'],
  thick: ['反线'],
  'thick-thin': ['武文线'],
  'thin-thick': ['文武线'],
  double: ['双线'],
  dotted: ['点线'],
  ornament: ['花线'],
});

/** A share of the whole within limits: `-8%`, or `0.4` without a unit. */
export function shareBetween(least: number, most: number): Definition<Ranged<number>> {
  return scalar({
    parse: (text) => {
      const [, number, percent] = /^(-?\d+(?:\.\d+)?)\s*(%?)$/.exec(text) ?? [];
      const share = Number(number) / (percent === '%' ? 100 : 1);
      return share >= least && share <= most ? share : undefined;
    },
    expected: `${least * 100}%–${most * 100}%`,
    schema: { type: ['string', 'number'], examples: [`${most * 100}%`] },
  });
}

/** A rule in the gutters: `none`, `hairline`, or a weight and perhaps a colour (`0.35pt K50`). */
export const columnRule: Definition<Ranged<{ readonly weight: number; readonly colour?: Colour } | 'none'>> =
  scalar({
    parse: (text) => {
      if (text === 'none' || text === '无') return 'none';
      const [weight = '', ...inks] = text.split(/\s+/);
      const length = weight === 'hairline' ? { amount: 0.25, unit: 'pt' } : parseLength(weight);
      const ink = inks.length > 0 ? parseColour(inks.join(' ')) : undefined;
      if (length?.unit !== 'pt' || length.amount <= 0 || length.amount > 20 || (inks.length > 0 && !ink))
        return undefined;
      return { weight: length.amount, ...(ink ? { colour: ink } : {}) };
    },
    expected: 'none, hairline, 0.35pt, 0.35pt K50',
    schema: { type: 'string', examples: ['none', '0.35pt'] },
  });
