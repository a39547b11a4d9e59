import type { Colour } from '../base/colour.ts';
import type { Pt } from '../base/units.ts';
import type { FrameRule } from '../model/layout.ts';
import type { DisplayItem } from '../model/page.ts';

interface Band {
  readonly weight: Pt;
  /** White above the line. */
  readonly above: Pt;
}

/**
 * Trade rules as lines from top to bottom. 正线 thin, 反线 thick, 文武线 thick and thin. Coloured lines are 1 pt or more:
 * the register of newsprint is half a millimetre.
 */
const RULES: Readonly<Record<FrameRule, readonly Band[]>> = {
  none: [],
  thin: [{ weight: 0.5, above: 0 }],
  thick: [{ weight: 2, above: 0 }],
  'thick-thin': [
    { weight: 2.2, above: 0 },
    { weight: 0.5, above: 1.6 },
  ],
  'thin-thick': [
    { weight: 0.5, above: 0 },
    { weight: 2.2, above: 1.6 },
  ],
  double: [
    { weight: 0.5, above: 0 },
    { weight: 0.5, above: 1.6 },
  ],
};

/** A horizontal rule whose top is at `y`. */
export function ruleItems(
  rule: FrameRule,
  { x, y, width, colour }: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly colour: Colour },
): readonly DisplayItem[] {
  let top = y;
  return RULES[rule].map(({ weight, above }): DisplayItem => {
    const line: DisplayItem = {
      kind: 'rect',
      role: 'decoration',
      fill: colour,
      x,
      y: top + above,
      width,
      height: weight,
    };
    top += above + weight;
    return line;
  });
}
