import { INCH } from '../base/units.ts';
import type { Facts } from './facts.ts';
import type { ImageFacts } from './image.ts';
import type { Mark } from './marks.ts';
import { casesOfMarks, isPrinted, X1A_ONLY, type Case, type Rule } from './rule.ts';
import { placeOf } from './rules-colour.ts';

const PLANTS = 'newspaper plants: screen of 85 lines an inch';

export const PICTURE_RULES: readonly Rule[] = [
  {
    id: 'picture-coarse',
    severity: 'error',
    source: PLANTS,
    test: (facts) => coarse(facts, false, (dots) => dots < facts.limits.resolution.least),
  },
  {
    id: 'picture-soft',
    severity: 'warning',
    source: PLANTS,
    test: (facts) =>
      coarse(facts, false, (dots) => {
        const { least, low } = facts.limits.resolution;
        return dots >= least && dots < low;
      }),
  },
  {
    id: 'picture-line',
    severity: 'warning',
    source: 'newspaper plants: 600 to 1000 for pictures of one bit',
    test: (facts) => coarse(facts, true, (dots) => dots < facts.limits.resolution.line),
  },
  {
    id: 'picture-damaged',
    severity: 'error',
    source: 'ISO 32000-1, 8.9.5',
    test: (facts) => pictures(facts, ({ fault }) => fault !== undefined),
  },
  {
    id: 'picture-replaced',
    severity: 'error',
    source: 'ISO 15930',
    test: (facts) => pictures(facts, ({ replaced }) => replaced),
  },
  {
    id: 'picture-inverted',
    severity: 'warning',
    source: 'programs disagree on inks of a JPEG with the mark of Adobe',
    test: (facts) => pictures(facts, ({ marked }) => marked),
  },
  {
    id: 'picture-jpx',
    severity: X1A_ONLY,
    source: 'ISO 15930-4',
    test: (facts) => pictures(facts, ({ jpx }) => jpx),
  },
];

function pictures(facts: Facts, wanted: (image: ImageFacts) => boolean): Iterable<Case> {
  return casesOfMarks(facts, (mark) =>
    mark.image && wanted(mark.image) ? { subject: placeOf(mark), values: sizeOf(mark.image) } : undefined,
  );
}

function sizeOf({ width, height }: ImageFacts): { readonly width: number; readonly height: number } {
  return { width, height };
}

function coarse(facts: Facts, line: boolean, isCoarse: (dots: number) => boolean): Iterable<Case> {
  return casesOfMarks(facts, (mark, page) => {
    const dots = resolutionOf(mark);
    if (dots === undefined || !isCoarse(dots) || !isPrinted(mark, page)) return undefined;
    if (line !== (mark.image?.bits === 1)) return undefined;
    return {
      subject: placeOf(mark),
      measure: -dots,
      values: { dots: Math.round(dots), ...sizeOf(mark.image!) },
    };
  });
}

/** Dots an inch at the printed size along the coarser side; a side of one dot is an even tint and has none. */
export function resolutionOf({ image, sides }: Mark): number | undefined {
  if (!image || !sides) return undefined;
  const along = [
    [image.width, sides[0]],
    [image.height, sides[1]],
  ] as const;
  const known = along
    .filter(([count, side]) => count > 1 && side > 0)
    .map(([count, side]) => (count * INCH) / side);
  return known.length > 0 ? Math.min(...known) : undefined;
}
