/**
 * Opening marks have their blank half in front, closing marks and stops behind (general categories of Unicode); a straight
 * quotation mark that is set as a Chinese one is either.
 */
export const OPENING = /^[\p{Ps}\p{Pi}"']$/u;
export const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]$/u;

/** Parts of an em in which cells are cut: what is left between cells is too little for a reader to see a space in it. */
const CUT_STEP = 0.25;
const MOST_CUT = 0.5;

/** How much is cut off a cell, in em, that lies over its neighbour by `overlap`. */
export function cutOf(overlap: number): number {
  return Math.max(0, Math.min(MOST_CUT, Math.round(overlap / CUT_STEP) * CUT_STEP));
}

/** Steps of a move for each 1/1000 em: a tenth keeps a glyph of 100 pt within 0.005 pt of its place. */
const MOVE_STEPS = 10;

/** A move of the pen, 1/1000 em, as it is written in the array of `TJ`. */
export function roundedMove(thousandths: number): number {
  return Math.round(thousandths * MOVE_STEPS) / MOVE_STEPS;
}
