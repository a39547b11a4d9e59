import type { SetVariant } from '../model/galley.ts';

/** The setting of least cost. */
export function cheapest(variants: readonly SetVariant[]): SetVariant {
  return variants.reduce((best, variant) => (variant.cost < best.cost ? variant : best));
}
