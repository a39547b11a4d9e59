import { toHex } from '../base/colour.ts';
import type { SourceRange } from '../base/source.ts';
import { rounded, type Em } from '../base/units.ts';
import type { Font, FontBook } from '../fonts/font.ts';
import type { GlyphRun, Page } from '../model/page.ts';
import type { PictureContents } from '../model/picture.ts';
import { drawShape } from './svg.ts';

/** One item of a page as SVG markup in points, with its place in the copy. */
export interface SvgPart {
  readonly markup: string;
  readonly origin?: SourceRange;
}

/** Units of an em in the outlines: those of most fonts, so that their numbers are whole. */
const UNITS = 1000;

/**
 * The items of a page, each as one SVG element: a run of glyphs is a single path, for a screen that shows thousands of
 * glyphs anew at every save. Equal items give equal markup, whatever page they stand on.
 */
export function svgParts(page: Page, fonts: FontBook, pictures?: PictureContents): readonly SvgPart[] {
  return page.items.map((item) => {
    const markup = item.kind === 'glyphs' ? drawRun(item, fonts) : drawShape(item, pictures);
    const origin = 'origin' in item ? item.origin : undefined;
    return { markup, ...(origin && { origin }) };
  });
}

function drawRun(run: GlyphRun, fonts: FontBook): string {
  const font = fonts.get(run.font);
  const units = (length: number): number => Math.round((length / run.size) * UNITS);
  const outlines = run.glyphs.map(({ id, dx, dy = 0 }) => {
    const outline = outlineOf(font, id);
    return outline === '' ? '' : `M${units(dx)} ${units(dy)}${outline}`;
  });
  const turn = run.stance === 'turned' ? ' rotate(90)' : '';
  const place = `translate(${rounded(run.x)} ${rounded(run.y)})${turn} scale(${Math.round((run.size / UNITS) * 1e6) / 1e6})`;
  return `<path class="${run.role}" fill="${toHex(run.colour)}" transform="${place}" d="${outlines.join('')}"/>`;
}

const kept = new WeakMap<Font, Map<number, string>>();

/** The outline of a glyph in steps from its origin, so that it may stand anywhere in a path. */
function outlineOf(font: Font, glyph: number): string {
  const outlines = kept.get(font) ?? new Map<number, string>();
  kept.set(font, outlines);
  const known = outlines.get(glyph);
  if (known !== undefined) return known;
  const outline = inSteps(font.outline(glyph));
  outlines.set(glyph, outline);
  return outline;
}

interface Pen {
  readonly x: number;
  readonly y: number;
}

/** A path of absolute commands `M L Q C Z` in em as relative ones in units; each step is rounded from the whole way. */
export function inSteps(path: string): string {
  let pen: Pen = { x: 0, y: 0 };
  let start = pen;
  const steps: string[] = [];
  for (const [, letter = '', list = ''] of path.matchAll(/([MLQCZz])([^MLQCZz]*)/g)) {
    if (letter.toUpperCase() === 'Z') {
      steps.push('z');
      pen = start;
      continue;
    }
    const points = pointsOf(list);
    steps.push(letter.toLowerCase() + points.map(({ x, y }) => `${x - pen.x} ${y - pen.y}`).join(' '));
    pen = points.at(-1) ?? pen;
    if (letter === 'M') start = pen;
  }
  return steps.join('').replaceAll(' -', '-');
}

function pointsOf(list: string): readonly Pen[] {
  const numbers = (list.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map((value) => wholeUnits(Number(value)));
  return Array.from({ length: numbers.length >> 1 }, (_, i) => {
    return { x: numbers[2 * i] ?? 0, y: numbers[2 * i + 1] ?? 0 };
  });
}

function wholeUnits(length: Em): number {
  return Math.round(length * UNITS);
}
