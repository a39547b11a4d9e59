import type { ColourSpace, Separation } from './colour-space.ts';
import type { Facts } from './facts.ts';
import { inksOf, PROCESS_INKS, totalInk } from './inks.ts';
import type { Mark } from './marks.ts';
import { shared } from './matrix.ts';
import {
  casesOfMarks,
  isPrinted,
  spacesIn,
  troubles,
  X1A_FIRST,
  X4_ONLY,
  type Case,
  type Rule,
} from './rule.ts';

const PDF_X = 'ISO 15930';
const MOST_INKS = 32;

export const COLOUR_RULES: readonly Rule[] = [
  {
    id: 'colour-rgb',
    severity: 'error',
    source: `${PDF_X}: device colour only as the output intent has it`,
    test: (facts) => spaces(facts, ({ kind }) => kind === 'rgb'),
  },
  {
    id: 'colour-rgb-profile',
    severity: X1A_FIRST,
    source: `${PDF_X}-4`,
    test: (facts) =>
      spaces(facts, (space) => space.kind === 'calrgb' || (space.kind === 'icc' && space.components === 3)),
  },
  {
    id: 'colour-lab',
    severity: X1A_FIRST,
    source: `${PDF_X}-4`,
    test: (facts) => spaces(facts, ({ kind }) => kind === 'lab'),
  },
  {
    id: 'colour-gray-profile',
    severity: X1A_FIRST,
    source: `${PDF_X}-4; black may come out in four inks`,
    test: (facts) =>
      spaces(facts, (space) => space.kind === 'calgray' || (space.kind === 'icc' && space.components === 1)),
  },
  {
    id: 'colour-cmyk-profile',
    severity: X1A_FIRST,
    source: `${PDF_X}-4; the press converts inks into other inks`,
    test: (facts) => spaces(facts, (space) => isFour(space) && !isOfIntent(space, facts)),
  },
  {
    id: 'colour-intent-twice',
    severity: 'error',
    source: `${PDF_X}-7`,
    test: (facts) => spaces(facts, (space) => isOfIntent(space, facts)),
  },
  {
    id: 'colour-profile-damaged',
    severity: 'error',
    source: 'ICC.1',
    test: (facts) =>
      spaces(facts, (space) => {
        if (space.kind !== 'icc') return false;
        const { profile, components } = space;
        return !profile?.whole || profile.channels !== components;
      }),
  },
  {
    id: 'colour-space',
    severity: 'error',
    source: 'ISO 32000-1, 8.6',
    test: (facts) => troubles(facts, 'colour-space'),
  },
  {
    id: 'colour-spot',
    severity: 'warning',
    source: 'a newspaper press prints four inks',
    test: (facts) =>
      namedInks(
        facts,
        ({ names }) => names.filter((name) => !PROCESS_INKS.has(name)).join(', ') || undefined,
      ),
  },
  { id: 'colour-spot-twice', severity: 'error', source: PDF_X, test: spotsOfTwoKinds },
  {
    id: 'colour-inks',
    severity: X4_ONLY,
    source: `${PDF_X}-7`,
    test: (facts) =>
      namedInks(facts, ({ kind, names, described }) => {
        if (kind !== 'devicen') return undefined;
        const undescribed = names.filter((name) => !PROCESS_INKS.has(name) && !described.includes(name));
        return names.length > MOST_INKS ? String(names.length) : undescribed[0];
      }),
  },
  {
    id: 'colour-registration',
    severity: 'error',
    source: 'only for marks outside the page',
    test: (facts) =>
      casesOfMarks(facts, (mark, page) => {
        const known = page.boxes.TrimBox ?? page.boxes.ArtBox;
        const inTrim = known && isPrinted({ ...mark, box: shared(mark.box, page.trim) }, page);
        return inTrim && isRegistration(mark) && (mark.paint?.values[0] ?? 0) > 0 ? {} : undefined;
      }),
  },
];

export function isRegistration({ paint }: Mark): boolean {
  return paint?.space.kind === 'separation' && paint.space.names[0] === 'All';
}

function isFour(space: ColourSpace): boolean {
  return space.kind === 'icc' && space.components === 4;
}

function isOfIntent(space: ColourSpace, { intents: [intent] }: Facts): boolean {
  return (
    space.kind === 'icc' &&
    isFour(space) &&
    space.profile !== undefined &&
    space.profile.hash === intent?.profile?.hash
  );
}

/** One finding a page for marks whose colour rests on such a space. */
function spaces(facts: Facts, wanted: (space: ColourSpace) => boolean): Iterable<Case> {
  return casesOfMarks(facts, ({ paint, kind }) => {
    const found = paint && spacesIn(paint.space).some(wanted);
    return found ? { subject: '', values: { printed: kind } } : undefined;
  });
}

function namedInks(facts: Facts, tell: (space: Separation) => string | undefined): Iterable<Case> {
  return casesOfMarks(facts, ({ paint }) => {
    for (const space of paint ? spacesIn(paint.space) : []) {
      const name = space.kind === 'separation' || space.kind === 'devicen' ? tell(space) : undefined;
      if (name !== undefined) return { subject: name, values: { name } };
    }
    return undefined;
  });
}

function* spotsOfTwoKinds(facts: Facts): Iterable<Case> {
  const known = new Map<string, string>();
  yield* casesOfMarks(facts, ({ paint }) => {
    for (const space of paint ? spacesIn(paint.space) : []) {
      if (space.kind !== 'separation' || PROCESS_INKS.has(space.names[0]!)) continue;
      const name = space.names[0]!;
      const looks = JSON.stringify(
        [1, 0.5].map((tint) => [space.alternate.kind, space.tint?.([tint]) ?? [], inksOf(space, [tint])]),
      );
      if ((known.get(name) ?? looks) !== looks) return { subject: name, values: { name } };
      known.set(name, looks);
    }
    return undefined;
  });
}

export const INK_RULES: readonly Rule[] = [
  {
    id: 'ink-flat',
    severity: 'error',
    source: 'newspaper plants: 240 %',
    test: (facts) => flat(facts, (ink) => ink > facts.limits.ink.most),
  },
  {
    id: 'ink-flat-high',
    severity: 'warning',
    source: 'ISO 12647-3: 220 %',
    test: (facts) => flat(facts, (ink) => ink > facts.limits.ink.high && ink <= facts.limits.ink.most),
  },
  {
    id: 'ink-picture',
    severity: 'error',
    source: 'newspaper plants: 240 %',
    test: (facts) => pictures(facts, (ink) => ink > facts.limits.ink.most + PICTURE_TOLERANCE),
  },
  {
    id: 'ink-picture-high',
    severity: 'warning',
    source: 'ISO 12647-3: 220 %',
    test: (facts) =>
      pictures(facts, (ink) => {
        const { most, high } = facts.limits.ink;
        return ink > high + PICTURE_TOLERANCE && ink <= most + PICTURE_TOLERANCE;
      }),
  },
  {
    id: 'ink-unmeasured',
    severity: 'warning',
    source: 'JPEG 2000, arithmetic coding',
    test: (facts) =>
      casesOfMarks(facts, (mark, page) =>
        mark.image?.unmeasured && isPrinted(mark, page) ? { subject: placeOf(mark) } : undefined,
      ),
  },
];

/** Rounding of samples and of compression may add this much, in percent of ink. */
const PICTURE_TOLERANCE = 2;
const FLAT_TOLERANCE = 0.01;

function flat(facts: Facts, isTooMuch: (ink: number) => boolean): Iterable<Case> {
  return casesOfMarks(facts, (mark, page) => {
    const ink = flatInk(mark);
    if (ink === undefined || !isTooMuch(ink - FLAT_TOLERANCE) || !isPrinted(mark, page)) return undefined;
    return { subject: '', measure: ink, values: { ink: Math.round(ink) } };
  });
}

/** Total ink in percent of a flat colour or shading; registration colour has a rule of its own. */
export function flatInk(mark: Mark): number | undefined {
  const { paint, kind, image } = mark;
  if (!paint || (kind === 'image' && !image?.stencil) || isRegistration(mark)) return undefined;
  if (paint.shadingInk !== undefined) return paint.shadingInk;
  const inks = inksOf(paint.space, paint.values);
  return inks && totalInk(inks);
}

function pictures(facts: Facts, isTooMuch: (ink: number) => boolean): Iterable<Case> {
  return casesOfMarks(facts, (mark, page) => {
    const ink = mark.image?.ink;
    if (ink === undefined || !isTooMuch(ink) || !isPrinted(mark, page)) return undefined;
    return { subject: placeOf(mark), measure: ink, values: { ink: Math.round(ink) } };
  });
}

/** Pictures at different places are different findings. */
export function placeOf({ box }: Mark): string {
  return box.map((edge) => Math.round(edge)).join(' ');
}
