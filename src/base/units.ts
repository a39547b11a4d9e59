/** PostScript point, 1/72 inch. The only unit of length past the readers. */
export type Pt = number;

/** Fraction of the type size in force; used for fonts and for the rules of setting. */
export type Em = number;

/** Lengths closer than this count as equal; 0.001 pt is a third of a micrometre. */
export const TOLERANCE: Pt = 1e-3;

/** Whether `needed` goes into `available`, allowing for rounding. */
export function fits(needed: Pt, available: Pt): boolean {
  return needed <= available + TOLERANCE;
}

/** Rounds to a thousandth of a point: what leaves for a file or a golden test. */
export function rounded(length: Pt): number {
  return Math.round(length * 1000) / 1000 + 0;
}
