/** PostScript point, 1/72 inch. The only unit of length past the readers. */
export type Pt = number;

/** Points in an inch and in a millimetre. */
export const INCH: Pt = 72;
export const MILLIMETRE: Pt = INCH / 25.4;

/** Fraction of the type size in force; used for fonts and for the rules of setting. */
export type Em = number;

/** Lengths closer than this count as equal; 0.001 pt is a third of a micrometre. */
export const TOLERANCE: Pt = 1e-3;

/** Whether `needed` goes into `available`, allowing for rounding. */
export function fits(needed: Pt, available: Pt): boolean {
  return needed <= available + TOLERANCE;
}

/** Rounds to a thousandth, of a point where it is a length, as numbers leave for a file; never a negative nought. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
