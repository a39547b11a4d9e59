import type { Elastic } from '../../model/layout.ts';
import type { NewsDesign, Rung, RungName } from '../../model/news.ts';

/** The rung of the ladder by its name, if the layout has it. */
export function rungOf({ ladder }: NewsDesign, name: RungName): Rung | undefined {
  return ladder.find(({ rung }) => rung === name);
}

/** The order of the ladder that the costs are made for. */
const USUAL: readonly RungName[] = [
  'punctuation',
  'pull-line',
  'headline-size',
  'head-space',
  'picture-height',
  'optional-paragraphs',
  'columns',
  'picture-width',
  'filler',
];

/** How much dearer, or cheaper, a rung is for each place that the layout moves it down, or up. */
const DEARER = 1.25;

/** The weight of a rung's costs: 1 where it stands as usual or the layout does not have it. */
export function rungWeight({ ladder }: NewsDesign, name: RungName): number {
  const own = ladder.findIndex(({ rung }) => rung === name);
  if (own < 0) return 1;
  const usual = USUAL.filter((rung) => ladder.some((other) => other.rung === rung)).indexOf(name);
  return DEARER ** (own - usual);
}

/** Sizes of a head that the ladder lets the copy-fitter use: the first, and as many steps down as it says. */
export function allowedSizes<Size>(sizes: readonly Size[], design: NewsDesign): readonly Size[] {
  return sizes.slice(0, 1 + (rungOf(design, 'headline-size')?.most ?? 0));
}

/** White of a head within the limits of the ladder; without the rung it is natural, to the whole line that it needs. */
export function allowedWhite(white: Elastic, design: NewsDesign): Elastic {
  const rung = rungOf(design, 'head-space');
  const { natural } = white;
  return rung ? white : { least: natural - 0.5, natural, most: natural + 0.5 };
}
