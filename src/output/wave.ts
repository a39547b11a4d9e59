import type { Pt } from '../base/units.ts';
import type { Wave } from '../model/page.ts';

export interface Point {
  readonly x: Pt;
  readonly y: Pt;
}

/** Length of half a wave, in amplitudes. */
const HALF = 3.6;
/** Handles of the curve that comes nearest to half a sine: their place along it, and their height in amplitudes. */
const HANDLE = { along: 0.3642, height: 4 / 3 } as const;

/**
 * The wavy line as cubic curves from its start on: two handles and an end for each half wave, in points of the page. It
 * holds a whole number of half waves, two at least.
 */
export function waveCurves({ x, y, direction, length, amplitude }: Wave): readonly (readonly Point[])[] {
  const count = Math.max(2, Math.round(length / (HALF * amplitude)));
  const half = length / count;
  const at = (along: Pt, away: Pt): Point =>
    direction === 'vertical' ? { x: x + away, y: y + along } : { x: x + along, y: y + away };
  return Array.from({ length: count }, (_, index) => {
    const start = index * half;
    const height = HANDLE.height * amplitude * (index % 2 === 0 ? -1 : 1);
    return [
      at(start + HANDLE.along * half, height),
      at(start + (1 - HANDLE.along) * half, height),
      at(start + half, 0),
    ];
  });
}
