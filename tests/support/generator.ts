import type { SourceFile } from '../../src/base/source.ts';
import type { PictureFacts } from '../../src/model/news.ts';

interface GeneratedStory {
  readonly id: string;
  readonly headline: { readonly main: string };
  readonly body?: readonly (string | { readonly text?: string; readonly subhead?: string })[];
  readonly items?: readonly { readonly text: string }[];
  readonly images?: readonly { readonly file: string }[];
}

export interface GeneratedIssue {
  readonly articles: readonly GeneratedStory[];
  readonly ads?: readonly { readonly file: string }[];
}

/** bench/generate.mjs as the tests use it. */
interface Generator {
  readonly generateIssue: (wish: { seed: number; layout?: string; fill?: number }) => string;
  readonly issueOf: (wish: { seed: number; layout?: string; share?: number }) => GeneratedIssue;
  readonly shareOf: (issue: GeneratedIssue) => number;
}

export const { generateIssue, issueOf, shareOf } = (await import(
  new URL('../../bench/generate.mjs', import.meta.url).href
)) as Generator;

/** A page by chance: equal seeds give equal files. `fill` is the share of the page that the copy takes by casting off. */
export function generated(seed: number, layout: string, fill?: number): SourceFile {
  const text = generateIssue({ seed, layout, ...(fill !== undefined && { fill }) });
  return { path: `seed-${seed}.yaml`, text };
}

const photo = (width: number, height: number): PictureFacts => ({ kind: 'raster', width, height });
const advert = (width: number, height: number): PictureFacts => ({ kind: 'pdf', width, height });

/** What is known of the pictures that generated pages name. */
export const GENERATED_PICTURES: Readonly<Record<string, PictureFacts>> = {
  'photos/ferry.jpg': photo(2000, 1333),
  'photos/library.jpg': photo(2000, 1333),
  'photos/intake.jpg': photo(2000, 1333),
  'photos/bridge.png': photo(2000, 1333),
  'photos/paddy.webp': photo(1800, 1200),
  'photos/night-market.jpg': photo(2000, 1333),
  'photos/rain-street.jpg': photo(1200, 1700),
  'photos/fruit.jpg': photo(2000, 1333),
  'photos/cranes.jpg': photo(2000, 1250),
  'photos/old-quay.tif': photo(960, 663),
  'photos/tea.jpg': photo(1800, 1200),
  'photos/route-map.svg': { kind: 'vector', width: 900, height: 570 },
  'ads/spring.pdf': advert(999, 270),
  'ads/tea.pdf': advert(639, 202.5),
  'ads/bicycle.jpg': photo(1988, 630),
};
