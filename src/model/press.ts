import type { Ranged } from '../base/source.ts';
import type { Pt } from '../base/units.ts';

/** How pages go to press and what their files are called: `print` and `output` of the layout, and over them the issue's. */
export interface Press {
  readonly standard: PressStandard;
  /** The profile of the printing condition: a name in profiles/, or a path relative to the file that names it. */
  readonly profile?: Ranged<string>;
  /** Name of the printing condition, as it is registered or as the print shop calls it. */
  readonly condition?: string;
  /** Crop and register marks outside the trim. */
  readonly marks: boolean;
  /** Sum of all inks in one place, percent: above `warn` it is warned, above `most` the page does not go to press. */
  readonly ink: { readonly warn: number; readonly most: number };
  readonly richBlack: 'forbid' | 'allow';
  /** Rules thinner than this may break off in print. */
  readonly leastRule: Pt;
  /** Whether a job ticket goes with the files. */
  readonly job: boolean;
  /** Pattern of the file name, for instance `CHR_{date:YYYYMMDD}_{section}{page:000}_{colour}{version}.pdf`. */
  readonly name?: Ranged<string>;
  /** Number or name of this delivery of the page. */
  readonly version: string;
}

/** What a layout or an issue says of it. */
export type PressWish = Partial<Press>;

/** PDF/X-4 is on PDF 1.6, PDF/X-1a:2003 on PDF 1.4. */
export type PressStandard = 'pdf-x4' | 'pdf-x1a';

/** Limits of coldset newspaper presses (ISO 12647-3: 220 % recommended; 240 % is what most houses still take). */
export const DEFAULT_PRESS: Press = {
  standard: 'pdf-x4',
  marks: false,
  ink: { warn: 220, most: 240 },
  richBlack: 'forbid',
  leastRule: 0.25,
  job: false,
  version: '1',
};
