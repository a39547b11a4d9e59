import { BLACK, type Colour } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import { TOLERANCE, type Pt } from '../../base/units.ts';
import type { NewsDesign, NewsStyles, PlannedFrame } from '../../model/news.ts';
import type { DisplayItem, PaintedPath, PathSegment } from '../../model/page.ts';
import type { FrameLine } from '../../model/story.ts';
import { printableWeight } from './part.ts';
import { boxPath, circlePath, shrunk } from './paths.ts';

/** A line of a frame, from the outside in. */
interface Band {
  readonly weight: Pt;
  /** White outside of it. */
  readonly outside: Pt;
}

const THIN: Pt = 0.5;
const THICK: Pt = 2;
/** White between two lines of a frame: wide enough to stay open when the ink spreads. */
const BETWEEN: Pt = 1.5;

/**
 * Trade rules of frames: 正线 thin, 反线 thick, 文武线 thick with thin, 双线 double. Rules of boxes are drawn 0.5 pt and
 * more, coloured ones 1 pt and more.
 */
const BANDS: Readonly<Record<Exclude<FrameLine, 'dotted' | 'ornament'>, readonly Band[]>> = {
  none: [],
  thin: [{ weight: THIN, outside: 0 }],
  thick: [{ weight: THICK, outside: 0 }],
  'thick-thin': [
    { weight: THICK, outside: 0 },
    { weight: THIN, outside: BETWEEN },
  ],
  'thin-thick': [
    { weight: THIN, outside: 0 },
    { weight: THICK, outside: BETWEEN },
  ],
  double: [
    { weight: THIN, outside: 0 },
    { weight: THIN, outside: BETWEEN },
  ],
};

/** Dots of 点线: radius and distance from middle to middle. */
const DOT = { radius: 0.6, pitch: 3.2 } as const;

/** 花线: a row of flowers and dots between two thin lines. */
const ORNAMENT = { width: 7, petal: 2.6, waist: 0.62, dot: 0.6, pitch: 9, line: THIN } as const;

/** White that the text inside a frame needs between it and the edge of the frame's rectangle. */
export function frameInset(rule: FrameLine, design: NewsDesign): Pt {
  return frameWidth(rule) + design.styles.box.padding;
}

/** How far the lines of a frame in black reach in from the edge. */
export function frameWidth(rule: FrameLine): Pt {
  if (rule === 'dotted') return 2 * DOT.radius;
  if (rule === 'ornament') return ORNAMENT.width + 2 * ORNAMENT.line;
  return BANDS[rule].reduce((sum, { weight, outside }) => sum + weight + outside, 0);
}

export interface FrameInk {
  readonly colour: Colour;
  /** Radius of round corners. */
  readonly radius: Pt;
}

/** The tint and the lines of a frame, all inside its rectangle: to be painted before what stands in it. */
export function frameItems(
  frame: Pick<PlannedFrame, 'rule' | 'tint' | 'corner'>,
  rect: Rect,
  { colour, radius }: FrameInk,
): readonly DisplayItem[] {
  const round = frame.corner === 'round' ? radius : 0;
  const tint = frame.tint ? [tintItem(frame.tint, rect, round)] : [];
  return [...tint, ...lineItems(frame.rule, rect, colour, round)];
}

/** Frame of what has no frame of its own in the copy, in black: ears, advertisements. */
export function plainFrame(rule: FrameLine, rect: Rect): readonly DisplayItem[] {
  return frameItems({ rule, corner: 'square' }, rect, { colour: BLACK, radius: 0 });
}

/** Tint and rule of a box that brings no frame of its own, all inside its rectangle; its rule is at least a thin one. */
export function boxItems(
  { tint, rule }: Pick<NewsStyles['box'], 'tint' | 'rule'>,
  rect: Rect,
): readonly DisplayItem[] {
  const weight = printableWeight(Math.max(THIN, rule.weight), rule.colour);
  return [tintItem(tint, rect, 0), stroked(boxPath(shrunk(rect, weight / 2)), weight, rule.colour)];
}

function tintItem(fill: Colour, rect: Rect, radius: Pt): DisplayItem {
  if (radius === 0) return { kind: 'rect', role: 'decoration', fill, ...rect };
  return { kind: 'path', role: 'decoration', fill, segments: boxPath(rect, radius) };
}

function lineItems(rule: FrameLine, rect: Rect, colour: Colour, radius: Pt): readonly DisplayItem[] {
  if (rule === 'dotted') return [dotted(rect, colour, radius)];
  if (rule === 'ornament') return ornament(rect, colour, radius);
  let edge = 0;
  return BANDS[rule].map(({ weight: drawn, outside }): PaintedPath => {
    const weight = printableWeight(drawn, colour);
    const path = shrunk(rect, edge + outside + weight / 2);
    edge += outside + weight;
    return stroked(boxPath(path, radius - edge + weight / 2), weight, colour);
  });
}

/** One stroke all round, so that its corners are mitred. */
function stroked(segments: readonly PathSegment[], weight: Pt, colour: Colour): PaintedPath {
  return { kind: 'path', role: 'decoration', segments, stroke: { weight, colour } };
}

/** Dots in equal steps with one in each corner: a whole number a side, or in all when the corners are round. */
function dotted(rect: Rect, fill: Colour, radius: Pt): DisplayItem {
  const track = shrunk(rect, DOT.radius);
  const segments = stations(track, DOT.pitch, radius).flatMap(({ x, y }) => circlePath(x, y, DOT.radius));
  return { kind: 'path', role: 'decoration', fill, segments };
}

interface Point {
  readonly x: Pt;
  readonly y: Pt;
}

/** Points in equal steps along a rectangle, clockwise from its top left corner. */
export function stations(rect: Rect, pitch: Pt, radius: Pt = 0): readonly Point[] {
  const { x, y, width, height } = rect;
  const [right, foot] = [x + width, y + height];
  if (radius > 0) return roundStations(rect, pitch, Math.min(radius, width / 2, height / 2));
  const side = (from: Point, to: Point): readonly Point[] => {
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    const count = Math.max(1, Math.round(length / pitch));
    return Array.from({ length: count }, (_, index) => ({
      x: from.x + ((to.x - from.x) * index) / count,
      y: from.y + ((to.y - from.y) * index) / count,
    }));
  };
  return [
    ...side({ x, y }, { x: right, y }),
    ...side({ x: right, y }, { x: right, y: foot }),
    ...side({ x: right, y: foot }, { x, y: foot }),
    ...side({ x, y: foot }, { x, y }),
  ];
}

/** Equal steps along four sides and four quarters of a circle, from the middle of the top. */
function roundStations({ x, y, width, height }: Rect, pitch: Pt, r: Pt): readonly Point[] {
  const arc = (Math.PI / 2) * r;
  const [across, down] = [width - 2 * r, height - 2 * r];
  const quarter = (cx: Pt, cy: Pt, from: number) => (at: Pt) => ({
    x: cx + r * Math.cos(from + at / r),
    y: cy + r * Math.sin(from + at / r),
  });
  const [left, right, top, foot] = [x + r, x + width - r, y + r, y + height - r];
  const pieces = [
    { length: across / 2, point: (at: Pt) => ({ x: x + width / 2 + at, y }) },
    { length: arc, point: quarter(right, top, -Math.PI / 2) },
    { length: down, point: (at: Pt) => ({ x: x + width, y: top + at }) },
    { length: arc, point: quarter(right, foot, 0) },
    { length: across, point: (at: Pt) => ({ x: right - at, y: y + height }) },
    { length: arc, point: quarter(left, foot, Math.PI / 2) },
    { length: down, point: (at: Pt) => ({ x, y: foot - at }) },
    { length: arc, point: quarter(left, top, Math.PI) },
    { length: across / 2, point: (at: Pt) => ({ x: left + at, y }) },
  ];
  const whole = pieces.reduce((sum, { length }) => sum + length, 0);
  // A multiple of four stands alike at all four sides.
  const count = 4 * Math.max(1, Math.round(whole / pitch / 4));
  return Array.from({ length: count }, (_, index) => {
    let at = (whole * index) / count;
    const piece = pieces.find(({ length }) => {
      if (at <= length + TOLERANCE) return true;
      at -= length;
      return false;
    });
    return piece?.point(at) ?? { x: x + width / 2, y };
  });
}

/** Flowers at equal steps with one in each corner, dots half-way between them, a thin line at both sides. */
function ornament(rect: Rect, colour: Colour, radius: Pt): readonly DisplayItem[] {
  const weight = printableWeight(ORNAMENT.line, colour);
  const reach = ORNAMENT.width + 2 * ORNAMENT.line;
  const track = shrunk(rect, reach / 2);
  const points = stations(track, ORNAMENT.pitch, radius && Math.max(TOLERANCE, radius - reach / 2));
  const flowers = points.flatMap(flower);
  const dots = points.flatMap((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    return circlePath((point.x + next.x) / 2, (point.y + next.y) / 2, ORNAMENT.dot);
  });
  const inner = reach - weight;
  return [
    stroked(boxPath(shrunk(rect, weight / 2), radius - weight / 2), weight, colour),
    { kind: 'path', role: 'decoration', fill: colour, segments: [...flowers, ...dots] },
    stroked(boxPath(shrunk(rect, inner + weight / 2), radius - inner - weight / 2), weight, colour),
  ];
}

/** Four petals, each a leaf of two curves from the middle. */
function flower({ x, y }: Point): readonly PathSegment[] {
  const { petal, waist } = ORNAMENT;
  return [0, 1, 2, 3].flatMap((quarter): readonly PathSegment[] => {
    const angle = (quarter * Math.PI) / 2 + Math.PI / 4;
    const at = (along: number, beside: number): Point => ({
      x: x + petal * (along * Math.cos(angle) - beside * Math.sin(angle)),
      y: y + petal * (along * Math.sin(angle) + beside * Math.cos(angle)),
    });
    const curve = (side: number, end: Point): PathSegment => {
      const [one, other] =
        side > 0 ? [at(0.35, waist), at(0.85, waist)] : [at(0.85, -waist), at(0.35, -waist)];
      return { kind: 'curve', x1: one.x, y1: one.y, x2: other.x, y2: other.y, ...end };
    };
    return [{ kind: 'move', ...at(0, 0) }, curve(1, at(1.15, 0)), curve(-1, at(0, 0)), { kind: 'close' }];
  });
}
