import type { Em } from '../base/units.ts';
import type { ShrinkClass } from './rules.ts';

/**
 * The one table of demerits. A set of lines costs the sum over its lines; the breaker looks for the least sum
 * (Knuth & Plass 1981, p. 1128, generalised). One unit is about what nobody sees.
 */
export const COSTS = {
  /** Every line: of two equal sets the shorter one. */
  line: 1,
  /**
   * A joint stretched by g em costs `stretch` (100 g)²: 0.01 em 10, 0.03 em (comfortable) 90, 0.08 em (bad) 640; in a
   * line of few joints, such as one of numbers, only by its joints' share of the measure: the sum is the variance of the text.
   */
  stretch: 10,
  /**
   * A line without joints, such as a part of an address, ends short: this share of what its white would cost between its
   * letters, for white at a line end is seen less than holes.
   */
  ragged: 0.25,
  /** Added when a joint passes `LIMITS.share`: a step, so that two lines just under it are better than one just over. */
  visible: 30,
  /** Added when a joint passes `LIMITS.bad`: such a line is seen from afar. */
  bad: 500,
  /**
   * Word spaces opened to their limit, in languages that justify by them: in proportion to the square of the share used, so
   * that the spaces of all lines are opened alike. Elsewhere they are few and give way for nothing.
   */
  wordSpaces: 100,
  /** Using up a shrink class costs its weight times the square of the share used; CLREQ's order of reduction rises. */
  shrink: { word: 2, bracket: 5, pause: 8, gap: 12, stop: 20, figure: 40 } satisfies Record<
    ShrinkClass,
    number
  >,
  /** A line-end mark halved because the line needs it: the first thing CLREQ gives up. */
  endTrim: 1,
  /** A line-start mark halved because the line needs it. */
  startTrim: 2,
  /** A mark hung outside the measure. */
  hang: 10,
  /** A clearly loose line under or over a tight one: both are seen (Knuth & Plass fitness classes, p. 1154). */
  uneven: 60,
  /** A last line of fewer characters than the setting asks for, when nothing else was legal. */
  shortLast: 4000,
  /** A last line of two characters: legal, but nearly a lone one. */
  twoLast: 100,
  /** Between a number and the unit written after it. */
  numberUnit: 30,
  /** After the connector of a range: 63%～|68%. */
  range: 30,
  /** After a hyphen before a digit, as in 0573-|85012345: a number is read whole, so that only a loose line pays it. */
  insideNumber: 300,
  /** Where a hyphen divides a word (twice that when the line before ends with one too), after a hyphen or at a slash inside a Latin word or address. */
  hyphen: 50,
  /**
   * Inside a word of an address: better than a torn line, worse than a loose one. No other finite penalty may come up to it:
   * breaks.ts tells the cuts inside words by it.
   */
  insideAddress: 2500,
  /** A line that begins with a dash or an ellipsis; more when the setting says to avoid it. */
  dashStart: 15,
  dashStartAvoided: 250,
  /** A line wider than its measure: anything legal is better. */
  overfull: 1e6,
} as const;

/** Bounds of the passes of the search, em of space at a joint. */
export const LIMITS = {
  /** Quality that a variant must keep: at measures of `wide` em and more, and below. */
  wide: 20,
  fineWide: 0.03,
  fineNarrow: 0.06,
  /** Above this word spaces and gaps to Latin share what is left: no joint is torn open beside a gap that stands. */
  share: 0.03,
  /** Above this the second pass gives way to the third. */
  bad: 0.08,
} as const;

/** The gap up to which a set is good enough to be offered as a variant at this measure. */
export function fineGap(measure: Em): Em {
  return measure >= LIMITS.wide ? LIMITS.fineWide : LIMITS.fineNarrow;
}

/** Fitness of a line by the space at its joints: 0 tight or natural, 1 a little loose, 2 loose. */
export function fitnessOf(gap: Em): 0 | 1 | 2 {
  if (gap <= 0.012) return 0;
  return gap <= 0.035 ? 1 : 2;
}
