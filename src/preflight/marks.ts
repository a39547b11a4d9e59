import type { ColourSpace } from './colour-space.ts';
import type { PageFont } from './font.ts';
import type { ImageFacts } from './image.ts';
import type { Box } from './matrix.ts';

/** Colour of a mark. */
export interface Paint {
  readonly space: ColourSpace;
  readonly values: readonly number[];
  /** Greatest total ink of a shading in percent, where the paint is one. */
  readonly shadingInk?: number;
}

/** One thing printed on a page. */
export interface Mark {
  readonly kind: 'text' | 'fill' | 'stroke' | 'image' | 'shading';
  /** Where it stands, as far as its clip lets it be seen; empty (left over right) when nothing of it is. */
  readonly box: Box;
  /** Absent for pictures that bring their own colours. */
  readonly paint?: Paint;
  readonly overprint: boolean;
  readonly overprintMode: number;
  readonly alpha: number;
  readonly blend: string;
  /** Whether a soft mask is in force. */
  readonly softMask: boolean;
  /** Printed width of the line of a stroke, or the less side of a filled rectangle, in points. */
  readonly thickness?: number;
  /** Printed size of text in points. */
  readonly size?: number;
  readonly image?: ImageFacts;
  /** Printed length of both sides of a picture in points. */
  readonly sides?: readonly [number, number];
}

/** Something in a content stream that cannot stand. */
export interface Trouble {
  readonly code: TroubleCode;
  /** The operator, resource or value. */
  readonly name: string;
}

export type TroubleCode =
  | 'operator'
  | 'operands'
  | 'nesting'
  | 'resource'
  | 'colour-space'
  | 'rendering-intent'
  | 'blend-mode'
  | 'too-much';

/** What a font shows on a page. */
export interface FontDraft {
  readonly font: PageFont;
  readonly codes: Set<number>;
  visible: boolean;
}
