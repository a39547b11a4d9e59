import type { Em } from '../base/units.ts';
import type { EdgeTrim, Setting } from '../model/setting.ts';
import { COSTS, LIMITS, fitnessOf } from './costs.ts';
import type { Items } from './items.ts';
import { SHRINK_ORDER, WORD_SPACED } from './rules.ts';

/** How one line comes to its measure. All lengths in em. */
export interface Fit {
  measure: Em;
  /** Half-open span of signs that have ink on the line. */
  start: number;
  end: number;
  /** Last sign whose joint before it may give or take; the one before a hung mark's. */
  inner: number;
  /** natural width − measure after the trims: > 0 is to be shrunk, < 0 to be stretched. */
  excess: Em;
  /** What is left over when everything has given way; > 0: the line does not fit. */
  over: Em;
  /** Space added to each joint if the line is justified. */
  gap: Em;
  /** Space added to word spaces and gaps to Latin beyond their limits. */
  beyond: Em;
  startBlank: Em;
  endBlank: Em;
  hung: boolean;
  cost: number;
}

/** Which line of its paragraph. */
export interface LinePlace {
  readonly measure: Em;
  readonly indent: Em;
  /** The first line of the paragraph, or the first after a forced break. */
  readonly first: boolean;
  /** The last line of the paragraph, or the last before a forced break: never stretched. */
  readonly last: boolean;
}

export type Fitter = (from: number, to: number, place: LinePlace) => Fit;

/** Widths closer than this are equal: a millionth of an em is nothing, and sums of halves are not exact. */
const EQUAL: Em = 1e-6;

/**
 * A function that fits a line between two breaks into its measure by the setting's rules (CLREQ
 * #procedures_for_inter-character_spacing_reduction and _expansion). It answers in one record that is used again at
 * the next call: the breaker asks hundreds of thousands of times.
 */
export function fitter(items: Items, setting: Setting): Fitter {
  const edges = edgeTrims(setting);
  const spaced = WORD_SPACED.has(setting.language);
  const fit = emptyFit();
  return (from, to, place) => {
    const startTrim = place.first ? edges.first : edges.start;
    fit.start = items.firstInk[from] ?? 0;
    fit.end = Math.max(fit.start, items.lastInk[to] ?? 0);
    fit.inner = fit.end - 1;
    fit.measure = place.measure;
    fit.gap = 0;
    fit.beyond = 0;
    fit.over = 0;
    fit.cost = COSTS.line;
    fit.startBlank = startTrim === 'force' ? 0 : at(items.before, fit.start);
    fit.endBlank = edges.end === 'force' || fit.end === 0 ? 0 : at(items.after, fit.end - 1);
    fit.excess =
      place.indent + inkOf(items, fit) + at(items.hyphen, to) + fit.startBlank + fit.endBlank - place.measure;
    fit.hung = mayHang(items, fit, setting);
    if (fit.hung) hang(items, fit);
    if (fit.excess > EQUAL) trimEdges(fit, startTrim, edges.end);
    if (fit.excess > EQUAL) shrinkLine(items, fit, setting);
    else if (fit.excess < -EQUAL && !place.last) {
      if (spaced) fit.cost += wordSpaceCost(items, fit);
      stretchLine(items, fit);
    }
    return fit;
  };
}

function emptyFit(): Fit {
  const lengths = { measure: 0, excess: 0, over: 0, gap: 0, beyond: 0, startBlank: 0, endBlank: 0 };
  return { ...lengths, start: 0, end: 0, inner: 0, hung: false, cost: 0 };
}

function inkOf(items: Items, { start, end }: Fit): Em {
  return end > start ? faceEnd(items, end - 1) - at(items.position, start) : 0;
}

function faceEnd(items: Items, sign: number): Em {
  return at(items.position, sign) + at(items.face, sign);
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0;
}

interface EdgeTrims {
  readonly first: EdgeTrim;
  readonly start: EdgeTrim;
  readonly end: EdgeTrim;
}

/** The css styles decide both line edges themselves (css-text-4 #text-spacing-trim-property). */
function edgeTrims(setting: Setting): EdgeTrims {
  switch (setting.punctuation) {
    case 'css-normal':
      return { first: 'none', start: 'none', end: 'allow' };
    case 'css-space-first':
      return { first: 'none', start: 'force', end: 'allow' };
    case 'css-trim-start':
      return { first: 'force', start: 'force', end: 'allow' };
    case 'css-space-all':
    case 'css-trim-all':
      return { first: 'none', start: 'none', end: 'none' };
    default:
      return { first: setting.startTrim, start: setting.startTrim, end: setting.endTrim };
  }
}

/** Whether the last mark hangs: always, or when it alone goes over the measure (css-text-3 #hanging-punctuation). */
function mayHang(items: Items, fit: Fit, setting: Setting): boolean {
  if (setting.hang === 'none' || fit.end - fit.start < 2 || items.hanging[fit.end - 1] !== 1) return false;
  if (setting.hang === 'force-end') return true;
  return fit.excess > EQUAL && fit.excess - hungWidth(items, fit) <= EQUAL;
}

/** What a hung last mark takes off the line: its face, its blank and the joint before it. */
function hungWidth(items: Items, { end, endBlank }: Fit): Em {
  return faceEnd(items, end - 1) + endBlank - faceEnd(items, end - 2);
}

function hang(items: Items, fit: Fit): void {
  fit.excess -= hungWidth(items, fit);
  fit.inner = fit.end - 2;
  fit.endBlank = 0;
  fit.cost += COSTS.hang;
}

/** Halves the mark at the line end, then the one at its start, each wholly or not at all. */
function trimEdges(fit: Fit, startTrim: EdgeTrim, endTrim: EdgeTrim): void {
  if (endTrim === 'allow' && fit.endBlank > 0) {
    fit.excess -= fit.endBlank;
    fit.endBlank = 0;
    fit.cost += COSTS.endTrim;
  }
  if (fit.excess > EQUAL && startTrim === 'allow' && fit.startBlank > 0) {
    fit.excess -= fit.startBlank;
    fit.startBlank = 0;
    fit.cost += COSTS.startTrim;
  }
}

function shrinkLine(items: Items, fit: Fit, setting: Setting): void {
  let need = fit.excess;
  if (setting.overflow === 'push-in') {
    for (let step = 0; step < SHRINK_ORDER.length && need > EQUAL; step += 1) {
      const sums = items.shrink[step];
      const available = sums ? at(sums, fit.inner) - at(sums, fit.start) : 0;
      if (available <= EQUAL) continue;
      const used = Math.min(need, available);
      fit.cost += (SHRINK_WEIGHTS[step] ?? 0) * (used / available) ** 2;
      need -= used;
    }
  }
  if (need > EQUAL) fit.over = need;
}

const SHRINK_WEIGHTS = SHRINK_ORDER.map((name) => COSTS.shrink[name]);

function wordSpaceCost(items: Items, { start, inner, excess }: Fit): number {
  const word = at(items.takeWord, inner) - at(items.takeWord, start);
  return word > 0 ? COSTS.wordSpaces * Math.min(1, -excess / word) ** 2 : 0;
}

function stretchLine(items: Items, fit: Fit): void {
  const { start, inner } = fit;
  const word = at(items.takeWord, inner) - at(items.takeWord, start);
  const take = word + at(items.takeGap, inner) - at(items.takeGap, start);
  const rest = -fit.excess - take;
  if (rest <= EQUAL) return;
  const plain = at(items.plainJoints, inner) - at(items.plainJoints, start);
  const elastic = at(items.elasticJoints, inner) - at(items.elasticJoints, start);
  const ragged = plain + elastic === 0;
  spread(fit, rest, ragged ? Math.max(1, inner - start) : plain, elastic);
  const seen = ragged ? COSTS.ragged : Math.min(1, (plain + 1) / fit.measure);
  fit.cost += seen * COSTS.stretch * (100 * fit.gap) ** 2;
  if (fit.gap > LIMITS.share) fit.cost += COSTS.visible;
  if (fit.gap > LIMITS.bad) fit.cost += seen * COSTS.bad;
}

/**
 * Gives the rest to the joints alike. Where that would be seen (`LIMITS.share`), word spaces and gaps to Latin go
 * beyond their limit and take an equal part of what is above it: a line of few other joints is not torn apart.
 */
function spread(fit: Fit, rest: Em, plain: number, elastic: number): void {
  const even = plain > 0 ? rest / plain : Infinity;
  if (even <= LIMITS.share) {
    fit.gap = even;
    return;
  }
  const first = plain > 0 ? LIMITS.share : 0;
  const joints = plain + elastic;
  fit.beyond = (rest - first * plain) / joints;
  fit.gap = first + fit.beyond;
}

/** Demerits for two lines of very different looseness, one over the other; the last line is natural. */
export function unevenness(above: number, gap: Em, last: boolean): number {
  return !last && Math.abs(above - fitnessOf(gap)) > 1 ? COSTS.uneven : 0;
}
