import { GRAY, type ColourSpace } from './colour-space.ts';
import type { PageFont } from './font.ts';
import type { FontDraft, Mark, Paint, Trouble, TroubleCode } from './marks.ts';
import { IDENTITY, shared, type Box, type Matrix } from './matrix.ts';
import type { PdfDictionary, PdfFile, PdfStream, PdfValue } from './objects.ts';

/** Everything that `q` keeps and `Q` brings back (ISO 32000-1, tables 52 and 53). */
export interface GraphicsState {
  readonly ctm: Matrix;
  readonly clip: Box;
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly lineWidth: number;
  readonly overprintFill: boolean;
  readonly overprintStroke: boolean;
  readonly overprintMode: number;
  readonly alphaFill: number;
  readonly alphaStroke: number;
  readonly blend: string;
  readonly softMask: boolean;
  readonly font?: PageFont;
  readonly size: number;
  readonly characterSpace: number;
  readonly wordSpace: number;
  /** 1 for the natural width. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly renderMode: number;
}

/** What is gathered from one page, and how much more work may be done. */
export interface Machine {
  readonly file: PdfFile;
  readonly marks: Mark[];
  readonly troubles: Map<string, Trouble>;
  readonly fonts: Map<PdfDictionary, FontDraft>;
  /** Pattern cells and glyph descriptions that were looked into. */
  readonly seen: Set<PdfStream>;
  /** Operators left before the page is called too much. */
  budget: number;
  /** Runs a content stream inside another one. */
  readonly enter: (content: InnerContent, outer: Run) => void;
}

/** Transparency of a group as a whole (ISO 32000-1, 11.6.6): inside it begins anew. */
export interface Around {
  readonly alpha: number;
  readonly blend: string;
  readonly softMask: boolean;
}

export const OPAQUE: Around = { alpha: 1, blend: 'Normal', softMask: false };

export interface InnerContent {
  readonly stream: PdfStream;
  readonly resources: PdfValue;
  readonly state: GraphicsState;
  /** Where everything in it is said to stand: cells of a pattern are repeated elsewhere. */
  readonly area?: Box;
  readonly around?: Around;
}

/** One content stream as it is being read. */
export interface Run {
  readonly machine: Machine;
  readonly resources: PdfValue;
  readonly depth: number;
  /** The transformation that the stream began with. */
  readonly base: Matrix;
  readonly area?: Box;
  /** What the groups around it do to everything in them. */
  readonly around: Around;
  /** The streams around it; one that is drawn inside itself never ends. */
  readonly within: readonly PdfStream[];
  state: GraphicsState;
  readonly stack: GraphicsState[];
  /** Subpaths of the path being built, in points of the page. */
  subpaths: Subpath[];
  clipping: boolean;
  textMatrix: Matrix | undefined;
  lineMatrix: Matrix;
  markedDepth: number;
  compatible: number;
  /** Colour operators count for nothing: the description of an uncoloured glyph or cell. */
  uncoloured: boolean;
}

export interface Subpath {
  readonly points: (readonly [number, number])[];
  curved: boolean;
}

const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];
const BLACK: Paint = { space: GRAY, values: [0] };

export const FIRST_STATE: GraphicsState = {
  ctm: IDENTITY,
  clip: EVERYWHERE,
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
  alphaFill: 1,
  alphaStroke: 1,
  blend: 'Normal',
  softMask: false,
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  renderMode: 0,
};

export function change(run: Run, changes: Partial<GraphicsState>): void {
  run.state = { ...run.state, ...changes };
}

/** Most different troubles kept of one page. */
const MOST_TROUBLES = 500;

export function complain(
  { machine: { troubles } }: Pick<Run, 'machine'>,
  code: TroubleCode,
  name: string,
): void {
  if (troubles.size < MOST_TROUBLES) troubles.set(`${code} ${name}`, { code, name });
}

/** Most marks of one page that are kept. */
const MOST_MARKS = 400_000;

/** Adds a mark in the state of the run, painted in the colour for strokes or for fills. */
export function paintMark(
  run: Run,
  side: 'fill' | 'stroke',
  mark: Pick<Mark, 'kind' | 'box'> & Partial<Mark>,
): void {
  const { state, area, machine, around } = run;
  if (machine.marks.length >= MOST_MARKS) {
    complain(run, 'too-much', '');
    machine.budget = 0;
    return;
  }
  const fills = side === 'fill';
  machine.marks.push({
    paint: fills ? state.fill : state.stroke,
    overprint: fills ? state.overprintFill : state.overprintStroke,
    overprintMode: state.overprintMode,
    alpha: around.alpha * (fills ? state.alphaFill : state.alphaStroke),
    blend: state.blend === 'Normal' ? around.blend : state.blend,
    softMask: around.softMask || state.softMask,
    ...mark,
    box: area ?? shared(mark.box, state.clip),
  });
}

/** The colour of a space before any is chosen in it, and complaints of a space that is none. */
export function knownSpace(run: Run, space: ColourSpace): ColourSpace {
  if (space.kind === 'unknown') {
    complain(run, space.name ? 'resource' : 'colour-space', space.name || '?');
  }
  return space;
}
