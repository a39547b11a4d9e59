import type { Colour } from '../base/colour.ts';
import type { DisplayItem } from './page.ts';

/** The colours that an item is printed in; those of a picture stand in its file. */
export function itemColours(item: DisplayItem): readonly Colour[] {
  switch (item.kind) {
    case 'glyphs':
      return [item.colour];
    case 'rect':
    case 'dot':
    case 'wave':
      return [item.fill];
    case 'path':
      return [...(item.fill ? [item.fill] : []), ...(item.stroke ? [item.stroke.colour] : [])];
    case 'picture':
      return [];
  }
}
