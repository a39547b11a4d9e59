import { MILLIMETRE, rounded } from '../base/units.ts';
import type { Pt } from '../base/units.ts';
import type { Sheet } from './pdf-sheet.ts';

/** Distance of a mark from the bleed, its length, its weight; the radius of a register mark. */
const CLEAR: Pt = 2 * MILLIMETRE;
const LENGTH: Pt = 6 * MILLIMETRE;
const WEIGHT: Pt = 0.25;
const RADIUS: Pt = 1.5 * MILLIMETRE;

/** Name of the colour space in which marks print on every plate. */
export const ALL_PLATES = 'SAll';

/** Crop marks at the corners of the trim and register marks at the middle of its sides, all outside the bleed. */
export function drawMarks({ trim, bleed = trim }: Sheet): readonly string[] {
  const [left, bottom, right, top] = trim;
  const out = left - bleed[0] + CLEAR;
  const crops = [
    ...[bottom, top].flatMap((y) => [
      line([left - out, y], [left - out - LENGTH, y]),
      line([right + out, y], [right + out + LENGTH, y]),
    ]),
    ...[left, right].flatMap((x) => [
      line([x, bottom - out], [x, bottom - out - LENGTH]),
      line([x, top + out], [x, top + out + LENGTH]),
    ]),
  ];
  const away = out + LENGTH / 2;
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const targets = [
    target(x, bottom - away),
    target(x, top + away),
    target(left - away, y),
    target(right + away, y),
  ];
  const pen = `q /GsN gs /${ALL_PLATES} CS 1 SCN ${WEIGHT} w`;
  return ['/Artifact <</Type /Page>> BDC', pen, ...crops, ...targets, 'Q', 'EMC'];
}

type Point = readonly [x: Pt, y: Pt];

function line(from: Point, to: Point): string {
  return `${from.map(rounded).join(' ')} m ${to.map(rounded).join(' ')} l S`;
}

/** A cross in a circle. */
function target(x: Pt, y: Pt): string {
  const arm = LENGTH / 2;
  const k = RADIUS * (4 / 3) * (Math.SQRT2 - 1);
  const at = (dx: Pt, dy: Pt) => `${rounded(x + dx)} ${rounded(y + dy)}`;
  const circle = [
    `${at(RADIUS, 0)} m`,
    `${at(RADIUS, k)} ${at(k, RADIUS)} ${at(0, RADIUS)} c`,
    `${at(-k, RADIUS)} ${at(-RADIUS, k)} ${at(-RADIUS, 0)} c`,
    `${at(-RADIUS, -k)} ${at(-k, -RADIUS)} ${at(0, -RADIUS)} c`,
    `${at(k, -RADIUS)} ${at(RADIUS, -k)} ${at(RADIUS, 0)} c S`,
  ];
  const cross = [line([x - arm, y], [x + arm, y]), line([x, y - arm], [x, y + arm])];
  return [...cross, ...circle].join(' ');
}
