/** PostScript name of a face; the key into the font book. */
export type FontKey = string;

/** A role that a face plays on the page, as fonts/fonts.yaml names it: `body`, `head`, `hei`, `kai`, `fang`. */
export type FontRole = string;
