import type { Colour, SpotInk } from '../base/colour.ts';
import { rounded } from '../base/units.ts';
import { ALL_PLATES } from './pdf-marks.ts';
import type { PdfDocument, PdfReference } from './pdf-document.ts';

/** Gathers the spot inks of all pages and names their colour spaces. */
export interface InkCollection {
  /** The operator that takes a colour for what is filled, or for what is stroked. */
  fill(colour: Colour): string;
  stroke(colour: Colour): string;
  spots(): readonly (readonly [name: string, ink: SpotInk])[];
}

export function collectInks(): InkCollection {
  const spots = new Map<string, SpotInk>();
  const nameOf = (ink: SpotInk): string => {
    const known = [...spots].find(([, { name }]) => name === ink.name)?.[0];
    const name = known ?? `S${spots.size + 1}`;
    spots.set(name, ink);
    return name;
  };
  return {
    fill: (colour) =>
      colour.spot ? `/${nameOf(colour.spot)} cs ${rounded(colour.spot.tint / 100)} scn` : `${inks(colour)} k`,
    stroke: (colour) =>
      colour.spot ? `/${nameOf(colour.spot)} CS ${rounded(colour.spot.tint / 100)} SCN` : `${inks(colour)} K`,
    spots: () => [...spots],
  };
}

/** Inks as fractions, in the order of the file. */
function inks({ c, m, y, k }: Pick<Colour, 'c' | 'm' | 'y' | 'k'>): string {
  return fractions({ c, m, y, k }).join(' ');
}

function fractions({ c, m, y, k }: Pick<Colour, 'c' | 'm' | 'y' | 'k'>): readonly number[] {
  return [c, m, y, k].map((ink) => rounded(ink / 100));
}

/** A Separation space for each spot ink (ISO 32000-1, 8.6.6.4), and the one of all plates where marks are wanted. */
export function addColourSpaces(
  document: PdfDocument,
  { spots }: InkCollection,
  marks: boolean,
): ReadonlyMap<string, PdfReference> {
  const separation = (name: string, full: readonly number[]) =>
    document.add(['Separation', pdfName(name), 'DeviceCMYK', tintFunction(full)]);
  const spaces = spots().map(([key, ink]) => [key, separation(ink.name, fractions(ink.alternate))] as const);
  return new Map([...spaces, ...(marks ? [[ALL_PLATES, separation('All', [1, 1, 1, 1])] as const] : [])]);
}

function tintFunction(full: readonly number[]): object {
  return { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: full, N: 1 };
}

/** A name as it is written in a file: what is no plain letter as `#` and its byte (ISO 32000-1, 7.3.5). */
export function pdfName(name: string): string {
  return [...Buffer.from(name, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w.+-]/.test(character) ? character : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
