import type { Values } from '../base/diagnostic.ts';
import type { Facts } from './facts.ts';
import type { FontFacts } from './font-facts.ts';
import type { Case, Rule } from './rule.ts';

const PDF_X = 'ISO 15930';
const FS_TYPE = 'OpenType, OS/2 fsType';

/** Bits of `fsType`. */
const USAGE = 0x0f;
const RESTRICTED = 0x02;
const NO_SUBSET = 0x100;
const BITMAPS_ONLY = 0x200;

export const FONT_RULES: readonly Rule[] = [
  {
    id: 'font-embedded',
    severity: 'error',
    source: PDF_X,
    test: (facts) => fonts(facts, ({ embedded, visible }) => !embedded && visible && {}),
  },
  {
    id: 'font-subset',
    severity: 'warning',
    source: 'newspaper plants',
    test: (facts) => fonts(facts, ({ embedded, subset }) => embedded && !subset && {}),
  },
  {
    id: 'font-unicode',
    severity: 'warning',
    source: 'ISO 32000-1, 9.10',
    test: (facts) => fonts(facts, ({ unmapped }) => unmapped > 0 && { count: unmapped }),
  },
  {
    id: 'font-licence',
    severity: 'error',
    source: FS_TYPE,
    test: (facts) =>
      fonts(facts, ({ embedding = 0, embedded, subset }) => {
        const refused =
          (embedding & USAGE) === RESTRICTED ||
          (embedding & BITMAPS_ONLY) !== 0 ||
          ((embedding & NO_SUBSET) !== 0 && subset);
        return embedded && refused && { bits: embedding };
      }),
  },
  {
    id: 'font-program',
    severity: 'error',
    source: `${PDF_X}; ISO 32000-1, table 126`,
    test: (facts) => fonts(facts, ({ fault }) => (fault === 'damaged' || fault === 'kind') && {}),
  },
  {
    id: 'font-length',
    severity: 'warning',
    source: 'ISO 32000-1, table 127',
    test: (facts) => fonts(facts, ({ fault }) => fault === 'length' && {}),
  },
  {
    id: 'font-entries',
    severity: 'error',
    source: 'ISO 32000-1, 9.7',
    test: (facts) => fonts(facts, ({ lacks }) => lacks !== undefined && { entry: lacks }),
  },
  {
    id: 'font-glyphs',
    severity: 'error',
    source: PDF_X,
    test: (facts) => fonts(facts, ({ absent }) => absent > 0 && { count: absent }),
  },
  {
    id: 'font-box',
    severity: 'error',
    source: PDF_X,
    test: (facts) => fonts(facts, ({ boxes, visible }) => boxes > 0 && visible && { count: boxes }),
  },
  {
    id: 'font-widths',
    severity: 'error',
    source: PDF_X,
    test: (facts) => fonts(facts, ({ wide }) => wide > 0 && { count: wide }),
  },
];

/** A case for each font of which something holds, with what there is to tell. */
function fonts({ fonts: all }: Facts, look: (font: FontFacts) => Values | false): readonly Case[] {
  return all.flatMap((font) => {
    const values = look(font);
    if (values === false) return [];
    return [{ page: font.page, subject: font.name, values: { name: font.name || font.subtype, ...values } }];
  });
}
