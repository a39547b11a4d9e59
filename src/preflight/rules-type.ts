import type { Facts } from './facts.ts';
import { inkCount, inksOf, type Inks } from './inks.ts';
import type { Mark } from './marks.ts';
import { isInside, touches, type Box } from './matrix.ts';
import { casesOfMarks, isPrinted, type Case, type Rule } from './rule.ts';
import { isRegistration } from './rules-colour.ts';

const ASKED = 'what newspapers ask of advertisements';

/** A line thinner than this is as good as none: the width of one dot of the plate. */
const NO_WIDTH = 0.01;
/** Black from which a letter counts as black, and other inks from which it counts as mixed. */
const BLACK = 0.85;
const MIXED = 0.05;

export const LINE_RULES: readonly Rule[] = [
  {
    id: 'line-hair',
    severity: 'warning',
    source: ASKED,
    test: (facts) =>
      lines(facts, (thickness) => thickness > NO_WIDTH && thickness < facts.limits.hairline - 1e-6),
  },
  {
    id: 'line-zero',
    severity: 'error',
    source: 'ISO 32000-1, 8.4.3.2: as thin as the device can',
    test: (facts) => lines(facts, (thickness) => thickness <= NO_WIDTH),
  },
];

function lines(facts: Facts, isThin: (thickness: number) => boolean): Iterable<Case> {
  return casesOfMarks(facts, (mark, page) => {
    const { thickness } = mark;
    if (thickness === undefined || !isThin(thickness) || !isPrinted(mark, page)) return undefined;
    return { subject: mark.kind, measure: -thickness, values: { weight: thickness } };
  });
}

export const TYPE_RULES: readonly Rule[] = [
  {
    id: 'type-small',
    severity: 'warning',
    source: ASKED,
    test: (facts) =>
      type(facts, facts.limits.type.solid, (inks) => !inks || (inkCount(inks) === 1 && !isTint(inks))),
  },
  {
    id: 'type-tint',
    severity: 'warning',
    source: ASKED,
    test: (facts) =>
      type(facts, facts.limits.type.tint, (inks) => inks && inkCount(inks) === 1 && isTint(inks)),
  },
  {
    id: 'type-colour',
    severity: 'warning',
    source: ASKED,
    test: (facts) =>
      type(facts, facts.limits.type.colour, (inks) => inks && inkCount(inks) > 1 && !isRich(inks)),
  },
  {
    id: 'type-reversed',
    severity: 'warning',
    source: ASKED,
    test: (facts) => type(facts, facts.limits.type.reversed, (inks) => inks && inkCount(inks) === 0),
  },
  {
    id: 'black-rich',
    severity: 'error',
    source: 'four plates never meet so closely',
    test: (facts) => type(facts, facts.limits.richBlack, (inks) => inks && isRich(inks)),
  },
  { id: 'black-knockout', severity: 'warning', source: 'newspaper plants', test: knockedOut },
];

function isTint({ c, m, y, k }: Inks): boolean {
  return Math.max(c, m, y, k) < 0.995;
}

function isRich({ c, m, y, k }: Inks): boolean {
  return k >= BLACK && c + m + y > MIXED;
}

function type(
  facts: Facts,
  least: number,
  isSuch: (inks: Inks | undefined) => boolean | undefined,
): Iterable<Case> {
  return casesOfMarks(facts, (mark, page) => {
    const { size, paint } = mark;
    if (size === undefined || !paint || size >= least - 0.01 || isRegistration(mark)) return undefined;
    if (!isSuch(inksOf(paint.space, paint.values)) || !isPrinted(mark, page)) return undefined;
    return { subject: '', measure: -size, values: { size, least } };
  });
}

/** Most grounds of a page that letters are compared with. */
const MOST_GROUNDS = 4000;

interface Ground {
  readonly box: Box;
  readonly coloured: boolean;
}

/** Black letters that are cut out of a coloured ground below them, so that paper shows when the plates are off. */
function* knockedOut(facts: Facts): Iterable<Case> {
  const grounds = new Map<number, Ground[]>();
  yield* casesOfMarks(facts, (mark, page) => {
    const below = grounds.get(page.number) ?? [];
    grounds.set(page.number, below);
    if (mark.kind !== 'text') {
      if (mark.kind !== 'stroke' && below.length < MOST_GROUNDS) below.push(groundOf(mark));
      return undefined;
    }
    const { paint, size = 0 } = mark;
    const inks = paint && inksOf(paint.space, paint.values);
    const black = inks && inks.k > 0.995 && inks.c + inks.m + inks.y === 0;
    if (!black || darkens(mark) || overprints(mark) || !isPrinted(mark, page)) return undefined;
    return liesOnColour(mark.box, below) ? { subject: '', measure: -size, values: { size } } : undefined;
  });
}

function darkens({ blend }: Mark): boolean {
  return blend === 'Multiply' || blend === 'Darken';
}

function groundOf({ box, paint, image }: Mark): Ground {
  if (image && !image.stencil) return { box, coloured: (image.space?.components ?? 4) > 1 };
  const inks = paint && inksOf(paint.space, paint.values);
  return { box, coloured: !inks || inks.c + inks.m + inks.y > 0 };
}

/** Whether the topmost ground under a box is coloured; one without colour that covers it hides those below. */
function liesOnColour(box: Box, grounds: readonly Ground[]): boolean {
  const top = grounds.findLast((ground) =>
    ground.coloured ? touches(ground.box, box) : isInside(box, ground.box, 0.5),
  );
  return top?.coloured ?? false;
}

/** Whether a mark leaves what lies below where it has no ink (ISO 32000-1, table 149): process inks need mode 1. */
function overprints({ overprint, overprintMode, paint }: Mark): boolean {
  if (!overprint) return false;
  return paint?.space.kind === 'cmyk' ? overprintMode === 1 : paint?.space.kind === 'separation';
}

export const OVERPRINT_RULES: readonly Rule[] = [
  {
    id: 'overprint-white',
    severity: 'error',
    source: 'ISO 32000-1, 8.6.7: it vanishes',
    test: (facts) =>
      casesOfMarks(facts, (mark, page) => {
        const { paint, kind, image } = mark;
        if (!paint || (kind === 'image' && !image?.stencil) || paint.shadingInk !== undefined)
          return undefined;
        const inks = inksOf(paint.space, paint.values);
        const white = inks && inkCount(inks) === 0;
        return white && overprints(mark) && isPrinted(mark, page)
          ? { subject: '', values: { printed: kind } }
          : undefined;
      }),
  },
  {
    id: 'overprint-profile',
    severity: 'error',
    source: 'ISO 15930-7',
    test: (facts) =>
      casesOfMarks(facts, ({ paint, overprint, overprintMode }) => {
        const four = paint?.space.kind === 'icc' && paint.space.components === 4;
        return four && overprint && overprintMode === 1 ? { subject: '' } : undefined;
      }),
  },
];
