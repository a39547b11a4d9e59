import type { Colour } from '../base/colour.ts';
import { boxAround } from '../base/rects.ts';
import type { GlyphRun } from '../model/page.ts';
import type { Finding, Scene } from './scene.ts';

/**
 * Least sizes in points that newsprint holds: type cut out of a dark ground fills up, type made of a screen frays (plants
 * ask for 10 pt and 8 pt of Latin; Han characters have more strokes).
 */
const LEAST = { reversed: 10.5, tinted: 9 } as const;

/** Light letters on a dark ground under 10.5 pt. */
export function reversedType(scene: Scene): readonly Finding[] {
  return smallType(scene, LEAST.reversed, isLight);
}

/** Letters printed in a screen, no ink of which is full, under 9 pt. */
export function tintedType(scene: Scene): readonly Finding[] {
  return smallType(scene, LEAST.tinted, (colour) => !isLight(colour) && strongest(colour) < FULL);
}

/** Inks in percent: what is no darker is paper, and what is at least so dark is solid. */
const PALE = 30;
const FULL = 95;

function isLight({ c, m, k }: Colour): boolean {
  return Math.max(c, m, k) <= PALE;
}

function strongest({ c, m, y, k }: Colour): number {
  return Math.max(c, m, y, k);
}

/** Small type of a colour, told once for each story and role. */
function smallType({ page }: Scene, least: number, isMeant: (colour: Colour) => boolean): readonly Finding[] {
  const groups = new Map<string, GlyphRun[]>();
  for (const item of page.items) {
    if (item.kind !== 'glyphs' || item.size >= least - 0.01 || !isMeant(item.colour)) continue;
    const key = `${item.story ?? ''} ${item.role}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((runs) => findingOf(runs, least));
}

function findingOf(runs: readonly GlyphRun[], least: number): Finding {
  const first = runs[0]!;
  const rects = runs.map(({ x, y, size, glyphs }) => {
    return { x, y: y - size, width: (glyphs.at(-1)?.dx ?? 0) + size, height: size };
  });
  const origin = runs.find((run) => run.origin)?.origin;
  return {
    stories: first.story === undefined ? [] : [first.story],
    rect: boxAround(rects),
    values: { role: first.role, size: Math.min(...runs.map(({ size }) => size)), least },
    ...(origin && { range: origin }),
  };
}
