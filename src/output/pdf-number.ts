/** Rounded to a thousandth, as numbers stand in the file; never a negative nought. */
export function pdfNumber(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
