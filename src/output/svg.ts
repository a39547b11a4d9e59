import { toHex } from '../base/colour.ts';
import { rounded, type Pt } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
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
import type { PictureContents } from '../model/picture.ts';
import { overlayOf } from './svg-overlay.ts';
import { drawPicture } from './svg-picture.ts';
import { waveCurves } from './wave.ts';
import type { Point } from './wave.ts';
import { escapedXml } from './xml.ts';

export interface SvgOptions {
  /** Draws the counted grid, the line numbers and the regions over the page: the 版样 of a proof. */
  readonly overlay?: boolean;
  /** What the page shows of its pictures; the place of one that is not here is grey. */
  readonly pictures?: PictureContents;
  /** A word printed large and pale across the page, for instance 未完成. */
  readonly stamp?: string;
}

/**
 * The trimmed page as SVG, one unit a point: every glyph as an outline, painted at its place; process colours as a
 * screen preview. A second witness of the display list beside the PDF, not a file for print.
 */
export function writeSvg(page: Page, fonts: FontBook, options: SvgOptions = {}): string {
  const { width, height } = page.paper.trim;
  const size = `width="${rounded(width)}pt" height="${rounded(height)}pt" viewBox="0 0 ${rounded(width)} ${rounded(height)}"`;
  const symbols = glyphIds(page);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} lang="${escapedXml(page.language)}">`,
    `<title>${escapedXml(page.title)}</title>`,
    `<defs>${outlines(symbols, fonts)}</defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...page.items.map((item) => drawItem(item, symbols, options.pictures)),
    ...(options.overlay ? [overlayOf(page)] : []),
    ...(options.stamp ? [stampOf(page, options.stamp)] : []),
    '</svg>\n',
  ].join('\n');
}

function drawItem(item: DisplayItem, symbols: Symbols, pictures?: PictureContents): string {
  return item.kind === 'glyphs' ? drawRun(item, symbols) : drawShape(item, pictures);
}

/** An item that holds no glyphs, as one SVG element in points. */
export function drawShape(item: Exclude<DisplayItem, GlyphRun>, pictures?: PictureContents): string {
  switch (item.kind) {
    case 'rect':
      return drawRect(item);
    case 'dot':
      return drawDot(item);
    case 'wave':
      return drawWave(item);
    case 'path':
      return drawPath(item);
    case 'picture':
      return drawPicture(item, pictures?.get(item));
  }
}

/** Names of the outlines in order of first use, by face and glyph. */
type Symbols = ReadonlyMap<string, { readonly id: string; readonly font: string; readonly glyph: number }>;

function glyphIds(page: Page): Symbols {
  const symbols = new Map<string, { id: string; font: string; glyph: number }>();
  for (const item of page.items) {
    if (item.kind !== 'glyphs') continue;
    for (const { id } of item.glyphs) {
      const key = `${item.font} ${id}`;
      if (!symbols.has(key)) symbols.set(key, { id: `g${symbols.size}`, font: item.font, glyph: id });
    }
  }
  return symbols;
}

function outlines(symbols: Symbols, fonts: FontBook): string {
  return [...symbols.values()]
    .map(({ id, font, glyph }) => `<path id="${id}" d="${fonts.get(font).outline(glyph)}"/>`)
    .join('\n');
}

/** A run in em of its size, so that one outline serves every size. */
function drawRun(run: GlyphRun, symbols: Symbols): string {
  const em = (name: 'x' | 'y', length: Pt): string => {
    const value = Math.round((length / run.size) * 1e5) / 1e5;
    return value === 0 ? '' : ` ${name}="${value}"`;
  };
  const glyphs = run.glyphs.map(
    ({ id, dx, dy = 0 }) =>
      `<use href="#${symbols.get(`${run.font} ${id}`)?.id}"${em('x', dx)}${em('y', dy)}/>`,
  );
  const turn = run.stance === 'turned' ? ' rotate(90)' : '';
  const place = `translate(${rounded(run.x)} ${rounded(run.y)})${turn} scale(${rounded(run.size)})`;
  return `<g class="${run.role}" fill="${toHex(run.colour)}" transform="${place}">${glyphs.join('')}</g>`;
}

function drawRect(item: FilledRect): string {
  const place = `x="${rounded(item.x)}" y="${rounded(item.y)}" width="${rounded(item.width)}" height="${rounded(item.height)}"`;
  return `<rect class="${item.role}" ${place} fill="${toHex(item.fill)}"/>`;
}

function drawDot({ role, x, y, radius, fill }: FilledDot): string {
  return `<circle class="${role}" cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}" fill="${toHex(fill)}"/>`;
}

function drawWave(wave: Wave): string {
  const points = (each: readonly Point[]): string =>
    each.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`).join(' ');
  const curves = waveCurves(wave).map((curve) => `C${points(curve)}`);
  const stroke = `fill="none" stroke="${toHex(wave.fill)}" stroke-width="${rounded(wave.weight)}" stroke-linecap="round"`;
  return `<path class="${wave.role}" ${stroke} d="M${points([wave])}${curves.join('')}"/>`;
}

function drawPath({ role, segments, fill, stroke }: PaintedPath): string {
  const pen = stroke
    ? ` stroke="${toHex(stroke.colour)}" stroke-width="${rounded(stroke.weight)}"` +
      (stroke.dashes ? ` stroke-dasharray="${stroke.dashes.map(rounded).join(' ')}"` : '') +
      (stroke.round ? ' stroke-linecap="round"' : '')
    : '';
  const outline = segments.map(svgSegment).join('');
  return `<path class="${role}" fill="${fill ? toHex(fill) : 'none'}"${pen} d="${outline}"/>`;
}

function svgSegment(segment: PathSegment): string {
  if (segment.kind === 'close') return 'z';
  const end = `${rounded(segment.x)} ${rounded(segment.y)}`;
  if (segment.kind !== 'curve') return `${segment.kind === 'move' ? 'M' : 'L'}${end}`;
  const { x1, y1, x2, y2 } = segment;
  return `C${rounded(x1)} ${rounded(y1)} ${rounded(x2)} ${rounded(y2)} ${end}`;
}

function stampOf({ paper: { trim } }: Page, stamp: string): string {
  const size = rounded(trim.width / (stamp.length + 1));
  const place = `translate(${rounded(trim.width / 2)} ${rounded(trim.height / 2)}) rotate(-30)`;
  const look = `font-family="sans-serif" font-weight="bold" text-anchor="middle" fill="#d00000" fill-opacity="0.25"`;
  return `<text class="stamp" transform="${place}" font-size="${size}" ${look}>${escapedXml(stamp)}</text>`;
}
