import { readColourSpace, type ColourSpace } from './colour-space.ts';
import { readFunction } from './functions.ts';
import { inksOf, totalInk } from './inks.ts';
import { isArray, numbersOf, type PdfFile, type PdfValue } from './objects.ts';

export interface ShadingFacts {
  readonly space: ColourSpace;
  /** Greatest total ink in percent along the function; absent when it has none or the space has no inks. */
  readonly ink?: number;
}

/** Places of the domain at which the colour is looked at. */
const STEPS = 32;

/** Colours of a shading (ISO 32000-1, 8.7.4.5). Meshes that name their colours point by point are not followed. */
export function readShading(file: PdfFile, shading: PdfValue, resources: PdfValue): ShadingFacts {
  const space = readColourSpace(file, file.get(shading, 'ColorSpace'), resources);
  const named = file.get(shading, 'Function');
  const functions = (isArray(named) ? named : named === undefined ? [] : [named]).map((value) =>
    readFunction(file, value),
  );
  const domain = numbersOf(file, file.get(shading, 'Domain')) ?? [0, 1];
  if (functions.length === 0 || domain.length !== 2) return { space };
  const totals = Array.from({ length: STEPS + 1 }, (_, i) => {
    const place = domain[0]! + ((domain[1]! - domain[0]!) * i) / STEPS;
    const inks = inksOf(
      space,
      functions.flatMap((one) => one?.([place]) ?? []),
    );
    return inks && totalInk(inks);
  });
  const known = totals.filter((total) => total !== undefined);
  return known.length > 0 ? { space, ink: Math.max(...known) } : { space };
}
