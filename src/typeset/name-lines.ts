import type { Em } from '../base/units.ts';
import type { Direction } from '../model/direction.ts';
import type { NameLine } from '../model/galley.ts';
import type { NameMark, Sign } from './sign.ts';

/**
 * Lines of names and titles: under the characters, in a line that runs down to the left of them (CLREQ
 * #handling_interlinear_punctuation; GB/T 15834 5.1.8). `down` and `left` are the distance of the line's middle from the
 * baseline and from the axis, `inset` is the white at both ends, so that those of two names in a row stand apart.
 */
const LINE = { down: 0.17, left: -0.55, weight: 0.05, amplitude: 0.05, inset: 0.1 } as const;

/** Where emphasis dots stand under characters that have such a line: outside of it, em under the baseline. */
export const DOT_UNDER_LINE: Em = 0.31;

/** The signs of one set line. */
export interface SetSigns {
  readonly signs: readonly Sign[];
  /** Half-open span of `signs` that stands on the line. */
  readonly first: number;
  readonly end: number;
  /** Where the face of each sign of the span begins, em, and where the last one ends. */
  readonly places: readonly Em[];
}

/** The lines of the names and titles of a set line; one that goes on in the next line runs to the end of its last character. */
export function nameLines(set: SetSigns, direction: Direction): readonly NameLine[] {
  const { signs, first, end, places } = set;
  const lines: NameLine[] = [];
  for (let at = first; at < end; at += 1) {
    const mark = signs[at]?.named;
    if (!mark) continue;
    let last = at;
    while (last + 1 < end && signs[last + 1]?.named === mark) last += 1;
    const from = (places[at - first] ?? 0) + insetAt(mark, signs[at - 1]);
    const to = (places[last - first] ?? 0) + (signs[last]?.face ?? 0) - insetAt(mark, signs[last + 1]);
    lines.push(lineAt(mark, { from, length: to - from }, direction));
    at = last;
  }
  return lines;
}

function insetAt(mark: NameMark, neighbour: Sign | undefined): Em {
  return neighbour?.named === mark ? 0 : LINE.inset;
}

function lineAt(
  { kind }: NameMark,
  { from, length }: { readonly from: Em; readonly length: Em },
  direction: Direction,
): NameLine {
  const place = direction === 'vertical' ? { dx: LINE.left, dy: from } : { dx: from, dy: LINE.down };
  const amplitude = kind === 'title-line' ? LINE.amplitude : 0;
  return { ...place, length, direction, weight: LINE.weight, amplitude };
}
