import type { Em } from '../base/units.ts';
import type { Setting } from '../model/setting.ts';
import { fitter } from './fit.ts';
import type { Fit, LinePlace } from './fit.ts';
import type { Items } from './items.ts';
import { SHRINK_ORDER } from './rules.ts';
import type { ShrinkClass } from './rules.ts';

/** A line with every space decided, in em. */
export interface SettledLine {
  /** Half-open span of signs that have ink on the line. */
  readonly first: number;
  readonly end: number;
  /** Blank before the first face: indent and an untrimmed half. */
  readonly startBlank: Em;
  readonly indent: Em;
  readonly endBlank: Em;
  /** Space behind each sign of the span but the last. */
  readonly spaces: readonly Em[];
  readonly hung: boolean;
  /** Width of the hyphen behind the last face, where the line ends inside a word; else 0. */
  readonly hyphen: Em;
  readonly gap: Em;
  readonly over: Em;
  /** < 0: share of the possible shrink that was used; > 0: space at a joint as a share of 1/4 em (JIS X 4051). */
  readonly ratio: number;
  /** From the left edge of the measure to the end of the last face that does not hang. */
  readonly width: Em;
}

/** Decides the spaces of the lines of one text; a line that the setting only aligns is shrunk but never stretched. */
export function settler(
  items: Items,
  setting: Setting,
): (from: number, to: number, place: LinePlace) => SettledLine {
  const fit = fitter(items, setting);
  return (from, to, place) => {
    const hyphen = items.hyphen[to] ?? 0;
    const line = settle(items, setting, fit(from, to, place), place);
    return hyphen > 0 ? { ...line, hyphen, width: line.width + hyphen } : line;
  };
}

export type Settler = ReturnType<typeof settler>;

function settle(items: Items, setting: Setting, fit: Fit, place: LinePlace): SettledLine {
  const { start: first, end, inner } = fit;
  const share = sharesOf(items, fit, place.last || setting.align === 'start');
  const spaces: Em[] = [];
  let width = place.indent + fit.startBlank;
  for (let at = first; at < end; at += 1) {
    const joint = items.joints[at];
    const space = joint && at < end - 1 ? joint.natural + (at < inner ? share.of(joint) : 0) : 0;
    if (at < end - 1) spaces.push(space);
    if (at <= inner) width += (items.face[at] ?? 0) + (at < inner ? space : 0);
  }
  return {
    first,
    end,
    startBlank: place.indent + fit.startBlank,
    indent: place.indent,
    endBlank: fit.endBlank,
    spaces,
    hung: fit.hung,
    hyphen: 0,
    gap: share.gap,
    over: fit.over,
    ratio: share.ratio,
    width,
  };
}

interface Shares {
  readonly gap: Em;
  readonly ratio: number;
  /** What is added to a joint. */
  readonly of: (joint: Items['joints'][number]) => Em;
}

const NATURAL: Shares = { gap: 0, ratio: 0, of: () => 0 };

function sharesOf(items: Items, fit: Fit, natural: boolean): Shares {
  if (fit.excess > 0) return shrinkShares(items, fit);
  return natural || fit.excess === 0 ? NATURAL : stretchShares(items, fit);
}

function within(sums: Float64Array | Int32Array | undefined, { start, inner }: Fit): number {
  return Math.max(0, (sums?.[inner] ?? 0) - (sums?.[start] ?? 0));
}

/** One class after the other is used up evenly. */
function shrinkShares(items: Items, fit: Fit): Shares {
  const used = new Map<ShrinkClass, number>();
  const total = within(items.shrinkAll, fit);
  let need = fit.excess - fit.over;
  SHRINK_ORDER.forEach((name, step) => {
    const available = within(items.shrink[step], fit);
    const taken = Math.min(need, available);
    used.set(name, available > 0 ? taken / available : 0);
    need -= taken;
  });
  const ratio = total > 0 ? -(fit.excess - fit.over) / total : 0;
  return {
    gap: 0,
    ratio,
    of: (joint) => -joint.shrink * (used.get(joint.gives) ?? 0) - joint.tight * (used.get('figure') ?? 0),
  };
}

/** Word spaces, then gaps to Latin up to their limits, then every joint alike (and these too where need be). */
function stretchShares(items: Items, fit: Fit): Shares {
  const word = within(items.takeWord, fit);
  const gapTake = within(items.takeGap, fit);
  const need = -fit.excess;
  const wordShare = word > 0 ? Math.min(1, need / word) : 0;
  const gapShare = gapTake > 0 ? Math.min(1, Math.max(0, need - word) / gapTake) : 0;
  const hasJoints = within(items.plainJoints, fit) + within(items.elasticJoints, fit) > 0;
  const gap = hasJoints ? fit.gap : 0;
  return {
    gap,
    ratio: gap / 0.25,
    of: (joint) => {
      const taken = joint.take * (joint.gives === 'word' ? wordShare : gapShare);
      return taken + (joint.stretched ? gap : joint.elastic ? fit.beyond : 0);
    },
  };
}
