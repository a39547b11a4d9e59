import { BLACK } from '../base/colour.ts';
import type { Report } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import type { Ranged, SourceRange } from '../base/source.ts';
import { TOLERANCE } from '../base/units.ts';
import type { Pt } from '../base/units.ts';
import type {
  Align,
  BylineDesign,
  Elastic,
  FolioDesign,
  HeadingDesign,
  LeadDesign,
  TitleDesign,
} from '../model/layout.ts';
import { refuse } from './define.ts';
import type { LayoutRecord } from './layout-definition.ts';
import {
  DEFAULT_FOLIO,
  DEFAULT_LEAD,
  DEFAULT_STYLES,
  DEFAULT_TITLE,
  REFERENCE_WIDTH,
} from './layout-defaults.ts';
import type { DefaultStyle } from './layout-defaults.ts';
import { STYLE_KEYS } from './style-definition.ts';
import type { StyleKey, StyleRecord } from './style-definition.ts';
import { toPoints } from './lengths.ts';
import type { Length, Yardstick } from './lengths.ts';

type Regions = LayoutRecord['regions'];
type Region = NonNullable<Regions['lead']>;
export type StyleName = keyof typeof DEFAULT_STYLES;

/** What is wanted to turn a style into a design. */
export interface StyleContext {
  readonly written: LayoutRecord;
  /** Body characters, lines and columns. */
  readonly body: Yardstick;
  /** The role of fonts.yaml that a face of the layout is. */
  readonly roleOf: (face: string) => string;
  readonly report: Report;
}

/** A style as written, and what stands in for what it does not say. */
interface Style {
  readonly written: StyleRecord | undefined;
  readonly fallback: DefaultStyle;
  readonly region: Region | undefined;
}

const REGION_OF: Readonly<Record<StyleName, keyof Omit<Regions, 'range' | 'keys' | 'others'>>> = {
  kicker: 'kicker',
  'headline.lead': 'headline',
  deck: 'deck',
  lead: 'lead',
  byline: 'byline',
  folio: 'folio',
};

function styleOf(name: StyleName, { written }: StyleContext): Style {
  const region = written.regions[REGION_OF[name]];
  const chosen = region?.style?.value ?? name;
  const { styles } = written;
  const own = isStyleKey(chosen) ? styles?.[chosen] : styles?.others.get(chosen);
  return { written: own, fallback: DEFAULT_STYLES[name], region };
}

function isStyleKey(name: string): name is StyleKey {
  return (STYLE_KEYS as readonly string[]).includes(name);
}

/** Reports the names of styles that regions use and nobody wrote. */
export function checkStyleNames({ regions, styles }: LayoutRecord, report: Report): void {
  const known = [...new Set([...STYLE_KEYS, ...(styles?.others.keys() ?? [])])];
  for (const name of Object.values(REGION_OF)) {
    const style = regions[name]?.style;
    if (!style || known.includes(style.value)) continue;
    report({
      severity: 'error',
      code: 'unknown-style',
      values: { name: style.value },
      range: style.range,
      hints: nameHints(style.value, known),
    });
  }
}

export function headingDesign(
  name: 'kicker' | 'headline.lead' | 'deck',
  context: StyleContext,
): HeadingDesign {
  const style = styleOf(name, context);
  const { written, fallback, region } = style;
  const size = sizeOf(style, context);
  return {
    face: context.roleOf(written?.face?.value ?? fallback.face),
    size,
    lines: linesOf(written?.lines, context.report),
    leading: leadingFactor(style, size.natural, context),
    align: alignOf(style, region),
    colour: written?.colour?.value ?? BLACK,
    above: aboveOf(style, context),
  };
}

export function leadDesign(context: StyleContext): LeadDesign {
  const style = styleOf('lead', context);
  const { written, fallback, region } = style;
  const size = sizeOf(style, context);
  const own: Yardstick = { ...context.body, em: size.natural };
  const characters = (length: Ranged<Length> | undefined, other: number) =>
    length ? inEm(length.value, own) : other;
  const frame = region?.frame;
  const [across, down = across] =
    written?.padding?.value.map(({ value }) => toPoints(value, context.body)) ?? [];
  return {
    face: context.roleOf(written?.face?.value ?? fallback.face),
    size,
    leading: leadingFactor(style, size.natural, context),
    maxMeasure: characters(written?.max_measure, DEFAULT_LEAD.maxMeasure),
    gutter: characters(written?.gutter, DEFAULT_LEAD.gutter),
    frame: { rule: frame?.rule?.value ?? 'none', ...(frame?.tint ? { tint: frame.tint.value } : {}) },
    padding: {
      across: across ?? DEFAULT_LEAD.padding.across * context.body.em,
      down: down ?? DEFAULT_LEAD.padding.down * context.body.line,
    },
    above: aboveOf(style, context),
  };
}

export function bylineDesign(context: StyleContext): BylineDesign {
  const style = styleOf('byline', context);
  const { written, fallback, region } = style;
  const face = context.roleOf(written?.face?.value ?? fallback.face);
  const roleFace = written?.role_face ? context.roleOf(written.role_face.value) : face;
  return { face, roleFace, size: sizeOf(style, context).natural, align: alignOf(style, region) };
}

/** `undefined` in a layout without a region for the folio. */
export function folioDesign(context: StyleContext): FolioDesign | undefined {
  const { written: layout, body } = context;
  const region = layout.regions.folio;
  if (!layout.regions.keys.folio) return undefined;
  const style = styleOf('folio', context);
  const { written, fallback } = style;
  const face = context.roleOf(written?.face?.value ?? fallback.face);
  const scale = defaultScale(body);
  const points = (length: Ranged<Length> | undefined, other: Pt) =>
    length ? toPoints(length.value, body) : other;
  const height = points(region?.height, DEFAULT_FOLIO.lines * body.line);
  return {
    lines: Math.max(1, Math.ceil((height - TOLERANCE) / body.line)),
    size: sizeOf(style, context).natural,
    face,
    sectionFace: context.roleOf(written?.section_face?.value ?? DEFAULT_FOLIO.sectionFace),
    sectionSize: points(written?.section_size, DEFAULT_FOLIO.sectionSize * scale),
    numberSize: points(written?.number_size, DEFAULT_FOLIO.numberSize * scale),
    rule: written?.rule?.value ?? region?.frame?.rule?.value ?? DEFAULT_FOLIO.rule,
  };
}

/** The head of a block; its lines are whole body lines. */
export function titleDesign({ written, body, roleOf, report }: StyleContext): TitleDesign {
  const title = written.block?.title;
  const face = roleOf(title?.face?.value ?? DEFAULT_TITLE.face);
  const lines = (wanted: Ranged<readonly Ranged<number>[]> | undefined, other: Elastic, key: string) =>
    wanted
      ? (elastic(wanted.value.map(({ value }) => value)) ?? unordered(report, wanted.range, key, other))
      : other;
  return {
    form: title?.form?.value ?? DEFAULT_TITLE.form,
    face,
    numeralFace: roleOf(title?.numeral_face?.value ?? DEFAULT_TITLE.numeralFace),
    size: title?.size ? toPoints(title.size.value, body) : DEFAULT_TITLE.size * body.em,
    align: title?.align?.value ?? DEFAULT_TITLE.align,
    occupy: lines(title?.occupy, DEFAULT_TITLE.occupy, 'occupy'),
    gap: lines(title?.gap, DEFAULT_TITLE.gap, 'gap'),
  };
}

/** [least, natural, most]; one value is all three, two are [least, most] with the least as the natural one. */
export function elastic(values: readonly number[]): Elastic | undefined {
  const [first, second = first, third] = values;
  if (first === undefined || second === undefined || values.length > 3) return undefined;
  const range = third === undefined ? [first, first, second] : [first, second, third];
  const [least = 0, natural = 0, most = 0] = range;
  return least <= natural && natural <= most ? { least, natural, most } : undefined;
}

/** Reports sizes or lines that do not grow from the first to the last. */
export function unordered<T>(report: Report, range: SourceRange, key: string, other: T): T {
  refuse(report, range, key, '[1, 2, 4]');
  return other;
}

/** Default sizes are drawn for a broadsheet's width and shrink with the type area. */
export function defaultScale({ whole }: Yardstick): number {
  return Math.min(1, whole / REFERENCE_WIDTH);
}

function sizeOf({ written, fallback }: Style, { body, report }: StyleContext): Elastic {
  const scale = fallback.unit === 'em' ? body.em : defaultScale(body);
  const [least, natural, most] = fallback.size;
  const other = { least: least * scale, natural: natural * scale, most: most * scale };
  const points = (lengths: readonly Ranged<Length>[]) =>
    lengths.map(({ value }) => toPoints(value, { ...body, whole: body.em }));
  const { size, sizes } = written ?? {};
  if (size) {
    const read = elastic(points(size.value));
    return read && read.least > 0 ? read : unordered(report, size.range, 'size', other);
  }
  if (!sizes) return other;
  const ordered = points(sizes.value).toSorted((left, right) => left - right);
  const largest = ordered.at(-1) ?? other.most;
  return { least: ordered[0] ?? other.least, natural: largest, most: largest };
}

/** A length as a multiple of the yardstick's type size. */
function inEm(length: Length, yardstick: Yardstick): number {
  return length.unit === 'em' ? length.amount : toPoints(length, yardstick) / yardstick.em;
}

function leadingFactor({ written, fallback }: Style, size: Pt, context: StyleContext): number {
  return factorOf(written, size, fallback.leading, context);
}

/** Baseline to baseline of a head, as a factor of its size. */
export function leadingOfHead(written: StyleRecord | undefined, size: Pt, context: StyleContext): number {
  return factorOf(written, size, DEFAULT_STYLES['headline.lead'].leading, context);
}

function factorOf(
  written: StyleRecord | undefined,
  size: Pt,
  other: number,
  { body, report }: StyleContext,
): number {
  if (!written?.leading) return other;
  const factor = inEm(written.leading.value, { ...body, em: size });
  if (factor >= 0.8 && factor <= 4) return factor;
  refuse(report, written.leading.range, 'leading', '0.8–4');
  return other;
}

function aboveOf({ written, fallback }: Style, { body, report }: StyleContext): Elastic {
  const [least, natural, most] = fallback.above;
  const other = { least: least * body.line, natural: natural * body.line, most: most * body.line };
  if (!written?.above) return other;
  const read = elastic(written.above.value.map(({ value }) => toPoints(value, body)));
  return read ?? unordered(report, written.above.range, 'above', other);
}

/** Turns that a head may take. */
export function linesOf(
  written: StyleRecord['lines'] | undefined,
  report: Report,
): { readonly least: number; readonly most: number } {
  const [first, second = first] = written?.value.map(({ value }) => value) ?? [1, 2];
  if (first !== undefined && second !== undefined && first <= second) return { least: first, most: second };
  if (written) refuse(report, written.range, 'lines', '[1, 2]');
  return { least: 1, most: 2 };
}

function alignOf({ written, fallback }: Style, region: Region | undefined): Align {
  return written?.align?.value ?? region?.align?.value ?? fallback.align;
}
