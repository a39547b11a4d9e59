/** The way in which a text is set: lines from left to right, or lines that run down, from right to left. */
export type Direction = 'horizontal' | 'vertical';

/**
 * How the glyphs of a run of a line that runs down stand: `down` upright under each other, `turned` on their side, a
 * horizontal run turned clockwise by a quarter.
 */
export type Stance = 'down' | 'turned';
