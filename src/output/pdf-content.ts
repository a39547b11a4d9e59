import { BLACK, isBlack } from '../base/colour.ts';
import { rounded, TOLERANCE } from '../base/units.ts';
import type {
  DisplayItem,
  FilledDot,
  FilledRect,
  GlyphRun,
  Page,
  PaintedPath,
  PathSegment,
  Wave,
} from '../model/page.ts';
import type { InkCollection } from './pdf-colour.ts';
import type { GlyphCollection } from './pdf-font.ts';
import { drawMarks } from './pdf-marks.ts';
import { drawPicture } from './pdf-picture.ts';
import type { PictureCollection } from './pdf-picture.ts';
import type { Sheet } from './pdf-sheet.ts';
import type { ItemTag } from './pdf-structure.ts';
import { CLOSE_MARK, openMark } from './pdf-tags.ts';
import { showGlyphs } from './pdf-text.ts';
import { showUpright } from './pdf-vertical.ts';
import { waveCurves } from './wave.ts';
import type { Point } from './wave.ts';

/** What a page is drawn with: glyphs, inks and pictures are gathered while it is drawn. */
export interface Drawing {
  readonly sheet: Sheet;
  /** One for each item. */
  readonly tags: readonly ItemTag[];
  readonly glyphs: GlyphCollection;
  readonly inks: InkCollection;
  readonly pictures: PictureCollection;
}

/** The operators that paint the items of a page in their order, each stretch marked as what it is, and its marks. */
export function drawPage({ items }: Page, drawing: Drawing): readonly string[] {
  const operators: string[] = [];
  let paint = '';
  let open: ItemTag | undefined;
  items.forEach((item, index) => {
    const tag = drawing.tags[index];
    if (tag && tag !== open) operators.push(...(open ? [CLOSE_MARK] : []), openMark(tag));
    open = tag;
    const wanted = paintOf(item, drawing.inks);
    if (wanted !== paint) operators.push(wanted);
    paint = wanted;
    const next = items[index + 1];
    const goesOn = tag !== undefined && tag === drawing.tags[index + 1];
    const shown = goesOn ? withSpace(item, next, drawing.glyphs) : item;
    operators.push(draw(shown, drawing, [items[index - 1], next]));
  });
  if (open) operators.push(CLOSE_MARK);
  return drawing.sheet.marks ? [...operators, ...drawMarks(drawing.sheet)] : operators;
}

/** White from which words that stand side by side are read apart, em; a gap between Han and Latin is narrower. */
const APART = 0.4;

/** Words of one stretch that stand apart, or on another line as another text, have a space between them for readers. */
function withSpace(item: DisplayItem, next: DisplayItem | undefined, glyphs: GlyphCollection): DisplayItem {
  if (item.kind !== 'glyphs' || next?.kind !== 'glyphs' || item.stance || next.stance) return item;
  const last = item.glyphs.at(-1);
  if (!last || /^\s/u.test(next.glyphs[0]?.text ?? '')) return item;
  const end = item.x + last.dx + glyphs.face(item.font).font.advance(last.id) * item.size;
  const white = next.x + (next.glyphs[0]?.dx ?? 0) - end;
  const apart =
    Math.abs(item.y - next.y) > TOLERANCE
      ? item.passage?.start !== next.passage?.start && item.size === next.size
      : white > APART * Math.min(item.size, next.size);
  return apart ? { ...item, endsAtSpace: true } : item;
}

type Placing = Sheet['place'];

function draw(
  item: DisplayItem,
  { sheet: { place }, glyphs, inks, pictures }: Drawing,
  [last, next]: readonly (DisplayItem | undefined)[],
): string {
  switch (item.kind) {
    case 'glyphs': {
      const face = glyphs.face(item.font);
      const [x, y] = place(item.x, item.y);
      if (item.stance !== 'down') return showGlyphs(item, face, { x, y });
      const goesOn = isSameLine(item, next) || isInLineAcross(item, last);
      return showUpright(item, face, { x, y, endsLine: !goesOn });
    }
    case 'rect':
      return fillRect(item, place);
    case 'dot':
      return fillDot(item, place);
    case 'wave':
      return strokeWave(item, place, inks);
    case 'path':
      return paintPath(item, place, inks);
    case 'picture':
      return drawPicture(item, pictures.of(item), place);
  }
}

/** Whether the next item goes on in a line that runs down; the next line begins at least an em to the left. */
function isSameLine(run: GlyphRun, next: DisplayItem | undefined): boolean {
  if (next?.kind !== 'glyphs' || next.stance === undefined) return false;
  return Math.abs(next.x - run.x) < Math.max(run.size, next.size);
}

/** Whether a run is a reading in a line that runs across: behind its base, or behind the reading to its left. */
function isInLineAcross(run: GlyphRun, last: DisplayItem | undefined): boolean {
  if (last?.kind !== 'glyphs') return false;
  if (!last.stance) return last.size > 2 * run.size;
  const step = (run.x - last.x) / run.size;
  return last.size === run.size && step > 0 && step < MOST_READING_STEP;
}

/** A base with its reading beside it is less than five times as wide as the reading's letters. */
const MOST_READING_STEP = 5;

/** Black letters print over what lies below them, so that no white shows beside them; all other paint knocks out. */
function paintOf(item: DisplayItem, inks: InkCollection): string {
  if (item.kind === 'picture' || (item.kind === 'path' && !item.fill)) return '/GsN gs';
  const colour = item.kind === 'glyphs' ? item.colour : (item.fill ?? BLACK);
  return `/${item.kind === 'glyphs' && isBlack(colour) ? 'GsK' : 'GsN'} gs ${inks.fill(colour)}`;
}

function fillRect({ x, y, width, height }: FilledRect, place: Placing): string {
  const [left, bottom] = place(x, y + height);
  return `${left} ${bottom} ${rounded(width)} ${rounded(height)} re f`;
}

/** Length of the handles of four curves that draw a circle of radius 1. */
const CIRCLE = (4 / 3) * (Math.SQRT2 - 1);

function fillDot({ x, y, radius }: FilledDot, place: Placing): string {
  const at = (dx: number, dy: number) => place(x + dx * radius, y + dy * radius).join(' ');
  const quarter = (angle: number) => {
    const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))];
    const turned = (dx: number, dy: number) => at(dx * cos - dy * sin, dx * sin + dy * cos);
    return `${turned(1, CIRCLE)} ${turned(CIRCLE, 1)} ${turned(0, 1)} c`;
  };
  const quarters = [0, 1, 2, 3].map((index) => quarter((index * Math.PI) / 2));
  return `${at(1, 0)} m ${quarters.join(' ')} f`;
}

/** A stroked line with round ends; the graphics state outside stays as it is. */
function strokeWave(wave: Wave, place: Placing, inks: InkCollection): string {
  const at = ({ x, y }: Point) => place(x, y).join(' ');
  const curves = waveCurves(wave).map((curve) => `${curve.map(at).join(' ')} c`);
  return `q ${inks.stroke(wave.fill)} ${rounded(wave.weight)} w 1 J ${at(wave)} m ${curves.join(' ')} S Q`;
}

/** A shape filled and stroked; dashes and pen are its own. */
function paintPath({ segments, fill, stroke }: PaintedPath, place: Placing, inks: InkCollection): string {
  const outline = segments.map((segment) => drawSegment(segment, place)).join(' ');
  if (!stroke) return `${outline} f`;
  const { weight, colour, dashes = [], round = false } = stroke;
  const pen = `${inks.stroke(colour)} ${rounded(weight)} w ${round ? '1 J ' : ''}[${dashes.map(rounded).join(' ')}] 0 d`;
  return `q ${pen} ${outline} ${fill ? 'B' : 'S'} Q`;
}

function drawSegment(segment: PathSegment, place: Placing): string {
  if (segment.kind === 'close') return 'h';
  const end = place(segment.x, segment.y).join(' ');
  if (segment.kind !== 'curve') return `${end} ${segment.kind === 'move' ? 'm' : 'l'}`;
  const { x1, y1, x2, y2 } = segment;
  return `${place(x1, y1).join(' ')} ${place(x2, y2).join(' ')} ${end} c`;
}
