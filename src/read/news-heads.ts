import { BLACK } from '../base/colour.ts';
import type { Ranged } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { Elastic } from '../model/layout.ts';
import type { Rung, SmallHeadDesign, StoryHeadDesign } from '../model/news.ts';
import type { StoryRole } from '../model/story.ts';
import { refuse } from './define.ts';
import { RANKED_HEADS, ROLE_HEADS } from './layout-defaults.ts';
import type { DefaultHead } from './layout-defaults.ts';
import { defaultScale, elastic, leadingOfHead, linesOf, unordered } from './layout-styles.ts';
import type { StyleContext } from './layout-styles.ts';
import { toPoints } from './lengths.ts';
import type { Length, SizeTable } from './lengths.ts';
import { stepped } from './size-steps.ts';
import type { StyleRecord } from './style-definition.ts';

/** What the heads of a page of several stories are worked out from. */
export interface HeadContext extends StyleContext {
  readonly sizes: SizeTable;
  readonly ladder: readonly Rung[];
  /** The ink of the layout's accent. */
  readonly accent: StoryHeadDesign['colour'];
}

/** Heads by rank, the last one for all ranks after it. */
export function rankedHeads(context: HeadContext): readonly StoryHeadDesign[] {
  return RANKED_HEADS.map((head) => headDesign(head, context));
}

/** Heads by the roles that say more than a rank. */
export function roleHeads(context: HeadContext): ReadonlyMap<StoryRole, StoryHeadDesign> {
  return new Map(
    ROLE_HEADS.flatMap((head) => {
      const design = headDesign(head, context);
      return head.roles.map((role) => [role, design] as const);
    }),
  );
}

function headDesign(head: DefaultHead, context: HeadContext): StoryHeadDesign {
  const { written, report, roleOf, accent } = context;
  const style = written.styles?.[head.style];
  const sizes = sizesOf(style, head, context);
  const largest = sizes[0] ?? context.body.em;
  const colour = style?.colour?.value ?? BLACK;
  return {
    face: roleOf(style?.face?.value ?? head.face),
    sizes,
    lines: linesOf(style?.lines, report),
    leading: leadingOfHead(style, largest, context),
    align: style?.align?.value ?? 'centre',
    colour: colour === 'accent' ? accent : colour,
    white: whiteOf(style, head, largest, context),
    kicker: smallHead('kicker', largest, context),
    deck: smallHead('deck', largest, context),
  };
}

/** Sizes to choose from, largest first: those listed, or from the natural to the least of an elastic size. */
function sizesOf(
  style: StyleRecord | undefined,
  head: DefaultHead,
  { body, report }: HeadContext,
): readonly Pt[] {
  const least = 1.2 * body.em;
  const other = head.sizes.map((size) => Math.max(least, rounded(size * defaultScale(body))));
  const points = (lengths: readonly Ranged<Length>[]) =>
    lengths.map(({ value }) => toPoints(value, { ...body, whole: body.em }));
  const written = style?.sizes ?? style?.size;
  if (!written) return distinct(other);
  const values = points(written.value);
  if (values.some((size) => size <= 0)) {
    refuse(report, written.range, style?.sizes ? 'sizes' : 'size', '[60pt, 56pt, 52pt]');
    return distinct(other);
  }
  if (style?.sizes) return distinct(values.toSorted((one, next) => next - one));
  const range = elastic(values);
  if (!range) return unordered(report, written.range, 'size', distinct(other));
  const { least: smallest, natural } = range;
  return distinct([natural, rounded(Math.sqrt(natural * smallest)), smallest]);
}

function distinct(sizes: readonly Pt[]): readonly Pt[] {
  return [...new Set(sizes)];
}

/** Sizes that are counted out, to half a point. */
function rounded(size: Pt): Pt {
  return Math.round(size * 2) / 2;
}

/**
 * White of a head in body lines: what its style says; or what is left of the lines that it occupies (占行), or a default,
 * within the rung `head-space` of the ladder. Without that rung it stays.
 */
function whiteOf(
  style: StyleRecord | undefined,
  head: DefaultHead,
  size: Pt,
  { body, ladder, report }: HeadContext,
): Elastic {
  if (style?.white) {
    const lines = style.white.value.map(({ value }) => toPoints(value, body) / body.line);
    const read = elastic(lines);
    if (read && read.least >= 0) return read;
    return unordered(report, style.white.range, 'white', fixed(head.white));
  }
  const occupied = style?.occupy?.value[0]?.value;
  const natural = occupied === undefined ? head.white : Math.max(0, occupied - size / body.line);
  const rung = ladder.find(({ rung: name }) => name === 'head-space');
  if (!rung) return fixed(natural);
  const { least, most } = rung;
  return { least: Math.min(least, most), natural: Math.min(most, Math.max(least, natural)), most };
}

function fixed(value: number): Elastic {
  return { least: value, natural: value, most: value };
}

/** Kicker and deck stand two 号 under the main line (trade rule of 引题 and 副题), never under the body. */
const USUAL_STEP = -2;

/**
 * The style `news.kicker` or `news.deck` with a size of its own; else a number of 号 below the main line, for which the
 * style `kicker` or `deck` gives face and step (its size is that of pages of one story).
 */
function smallHead(name: 'kicker' | 'deck', main: Pt, context: HeadContext): SmallHeadDesign {
  const { written, body, roleOf, sizes } = context;
  const own = written.styles?.[`news.${name}`];
  const shared = written.styles?.[name];
  const face = roleOf(own?.face?.value ?? shared?.face?.value ?? 'kai');
  const size = own?.size?.value[0] ?? own?.sizes?.value[0];
  if (size) return { face, size: toPoints(size.value, { ...body, whole: body.em }) };
  const step = own?.step?.value ?? shared?.step?.value ?? USUAL_STEP;
  return { face, size: Math.max(body.em, rounded(stepped(main, step, sizes))) };
}
