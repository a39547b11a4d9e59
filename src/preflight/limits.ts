import type { PressLimits } from '../model/preflight.ts';

/**
 * A coldset newspaper press (ISO 12647-3): ink 240 % and better 220 %; pictures for a screen of 85 lines an inch; least
 * sizes of type as newspapers ask them of advertisements.
 */
export const NEWSPRINT: PressLimits = {
  ink: { most: 240, high: 220 },
  resolution: { least: 120, low: 170, line: 550 },
  hairline: 0.25,
  type: { solid: 6, tint: 8, colour: 10, reversed: 10 },
  richBlack: 24,
};
