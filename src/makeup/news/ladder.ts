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
  'filler',
];

/** How much dearer, or cheaper, a rung is than usual: a quarter for each place that the layout moves it down or up. */
export function rungWeight({ ladder }: NewsDesign, name: RungName): number {
  const own = ladder.findIndex(({ rung }) => rung === name);
  if (own < 0) return 1;
  const usual = USUAL.filter((rung) => ladder.some((other) => other.rung === rung)).indexOf(name);
  return 1.25 ** (own - usual);
}

/** Sizes of a head that the ladder lets the copy-fitter use: the first, and as many steps down as it says. */
export function allowedSizes<Size>(sizes: readonly Size[], design: NewsDesign): readonly Size[] {
  return sizes.slice(0, 1 + (rungOf(design, 'headline-size')?.most ?? 0));
}

/** White of a head within the limits of the ladder; without the rung it is natural, to the whole line that it needs. */
export function allowedWhite(white: Elastic, design: NewsDesign): Elastic {
  const rung = rungOf(design, 'head-space');
  if (!rung) return { least: white.natural - 0.5, natural: white.natural, most: white.natural + 0.5 };
  return white;
}

/** Change of a picture's height that the ladder allows, as shares. */
export function allowedCrop(design: NewsDesign): readonly [number, number] {
  const rung = rungOf(design, 'picture-height');
  return rung ? [rung.least, rung.most] : [0, 0];
}
