import type { Pt } from '../base/units.ts';
import type { Elastic } from '../model/layout.ts';
import { COSTS } from './costs.ts';

/** What a headline of this size costs. */
export function headlineSizeCost(size: Pt, { natural }: Elastic): number {
  const step = Math.log(size / natural);
  return (step < 0 ? COSTS.smallHeadline : COSTS.largeHeadline) * step * step;
}

/** What a lead of this size costs. */
export function leadSizeCost(size: Pt, { natural }: Elastic): number {
  return COSTS.leadSize * Math.log(size / natural) ** 2;
}

/** Sizes of the lead that are tried, the natural one first, to a tenth of a point. */
export function leadSizes({ least, natural, most }: Elastic): readonly Pt[] {
  const sizes = [natural, least, most, (natural + most) / 2].map((size) => Math.round(size * 10) / 10);
  return [...new Set(sizes)];
}

/** Size of a kicker or deck: it grows and shrinks with the headline, half as fast. */
export function sizeBesideHeadline({ least, natural, most }: Elastic, headline: Pt, ofHeadline: Elastic): Pt {
  const wanted = natural * Math.sqrt(headline / ofHeadline.natural);
  return Math.min(most, Math.max(least, wanted));
}
