/** Process inks in percent (0 to 100). */
export interface Inks {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
}

/** A process colour; or a spot ink, and then the process inks are what stands for it at its tint. */
export interface Colour extends Inks {
  readonly spot?: SpotInk;
}

/** An ink of its own beside the four process inks. */
export interface SpotInk {
  readonly name: string;
  /** Percent. */
  readonly tint: number;
  /** The process inks that stand for the full ink where the press has no unit for it. */
  readonly alternate: Inks;
}

/** A tint of a spot ink, percent. */
export function spotColour(name: string, alternate: Inks, tint = 100): Colour {
  const part = (ink: number) => Math.round(ink * tint) / 100;
  const inks = { c: part(alternate.c), m: part(alternate.m), y: part(alternate.y), k: part(alternate.k) };
  return { ...inks, spot: { name, tint, alternate } };
}

/** Whether it is the black ink alone, in full. */
export function isBlack({ c, m, y, k, spot }: Colour): boolean {
  return c === 0 && m === 0 && y === 0 && k === 100 && !spot;
}

/** All inks that are laid on each other to print it, percent. */
export function inkOf({ c, m, y, k, spot }: Colour): number {
  return spot ? spot.tint : c + m + y + k;
}

export const BLACK: Colour = { c: 0, m: 0, y: 0, k: 100 };
export const PAPER: Colour = { c: 0, m: 0, y: 0, k: 0 };

const INK = /^([CMYK])(\d{1,3}(?:\.\d+)?)$/i;

/** Reads `K100` or `C0 M100 Y90 K0` (any order, missing inks are 0); `undefined` when it is no such colour. */
export function parseColour(text: string): Colour | undefined {
  const inks = { c: 0, m: 0, y: 0, k: 0 };
  const seen = new Set<keyof Inks>();
  for (const part of text.trim().split(/\s+/)) {
    const match = INK.exec(part);
    const ink = match?.[1]?.toLowerCase() as keyof Inks | undefined;
    const value = Number(match?.[2]);
    if (!ink || seen.has(ink) || value > 100) return undefined;
    seen.add(ink);
    inks[ink] = value;
  }
  return inks;
}

/** As written in a layout file, in the order C M Y K, zero inks left out: `M100 Y90`, `K10`, `K0`, `spot:NAME 30%`. */
export function formatColour({ c, m, y, k, spot }: Colour): string {
  if (spot) return `spot:${spot.name}${spot.tint === 100 ? '' : ` ${spot.tint}%`}`;
  const inks = [
    ['C', c],
    ['M', m],
    ['Y', y],
    ['K', k],
  ] as const;
  return (
    inks
      .filter(([, value]) => value > 0)
      .map(([name, value]) => name + value)
      .join(' ') || 'K0'
  );
}

/** A plain preview of a process colour on a screen, `#rrggbb`: for SVG proofs only, never for print. */
export function toHex({ c, m, y, k }: Colour): string {
  const channel = (ink: number) => Math.round(255 * (1 - ink / 100) * (1 - k / 100));
  return '#' + [c, m, y].map((ink) => channel(ink).toString(16).padStart(2, '0')).join('');
}

/** The ink recipe to write instead of an RGB colour: complete grey replacement, whole percents. */
export function inksForRgb(red: number, green: number, blue: number): Colour {
  const white = Math.max(red, green, blue) / 255;
  const ink = (value: number) => (white === 0 ? 0 : Math.round(100 * (1 - value / 255 / white)));
  return { c: ink(red), m: ink(green), y: ink(blue), k: Math.round(100 * (1 - white)) };
}
