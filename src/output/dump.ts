import type { Colour } from '../base/colour.ts';
import type { Rect } from '../base/geometry.ts';
import type {
  DisplayItem,
  GlyphRun,
  Page,
  PaintedPath,
  PathSegment,
  PlacedPicture,
  RegionFit,
  Wave,
} from '../model/page.ts';

/**
 * A page as text for goldens and for reading: one item a line in painting order, numbers in points to 0.01. After the
 * text of a run stand the steps from glyph to glyph, equal steps run together (`14.00*6 21.00`). In a `down` run the steps
 * go down; where glyphs are not under each other, the step to the right follows (`0.00/7.00`).
 */
export function dumpPage(page: Page): string {
  const { width, height } = page.paper.trim;
  const named = [page.number && `page ${page.number}`, page.date, page.title].filter(Boolean).join(' ');
  const sheet =
    `sheet ${number(width)} x ${number(height)} bleed ${number(page.paper.bleed)}  ${named}`.trimEnd();
  return [sheet, ...page.items.map(dumpItem), ...page.regions.map(dumpRegion)].join('\n') + '\n';
}

function dumpItem(item: DisplayItem): string {
  switch (item.kind) {
    case 'glyphs':
      return dumpRun(item);
    case 'rect':
      return `rect  ${item.role} ${box(item)} ${inks(item.fill)}`;
    case 'dot':
      return `dot   ${item.role} ${number(item.x)},${number(item.y)} r${number(item.radius)} ${inks(item.fill)}`;
    case 'wave':
      return dumpWave(item);
    case 'picture':
      return dumpPicture(item);
    case 'path':
      return dumpPath(item);
  }
}

function dumpWave({ role, x, y, fill, ...wave }: Wave): string {
  const across = wave.direction === 'vertical' ? 'down' : 'across';
  const lengths = `${across} ${number(wave.length)} by ${number(wave.amplitude)} weight ${number(wave.weight)}`;
  return `wave  ${role} ${number(x)},${number(y)} ${lengths} ${inks(fill)}`;
}

function dumpPicture({ role, file, whole, ...rect }: PlacedPicture): string {
  return `image ${role} ${box(rect)} of ${box(whole)} ${file}`;
}

function dumpPath({ role, segments, fill, stroke }: PaintedPath): string {
  const paint = fill ? ` fill ${inks(fill)}` : '';
  const pen = stroke ? ` stroke ${number(stroke.weight)} ${inks(stroke.colour)}` : '';
  return `path  ${role} ${segments.map(dumpSegment).join(' ')}${paint}${pen}`;
}

function dumpSegment(segment: PathSegment): string {
  if (segment.kind === 'close') return 'z';
  const end = `${number(segment.x)},${number(segment.y)}`;
  if (segment.kind !== 'curve') return `${segment.kind === 'move' ? 'M' : 'L'}${end}`;
  const { x1, y1, x2, y2 } = segment;
  return `C${number(x1)},${number(y1)} ${number(x2)},${number(y2)} ${end}`;
}

function dumpRun(run: GlyphRun): string {
  const place = `${number(run.x)},${number(run.y)}`;
  const text = run.glyphs.map((glyph) => glyph.text).join('');
  const face = `${run.font} ${number(run.size)} ${inks(run.colour)}`;
  const stance = run.stance ? ` ${run.stance}` : '';
  return `text  ${run.role}${stance} ${place} ${face} |${text}| ${steps(run)}`.trimEnd();
}

/** Distances between glyph origins; a first glyph off the run's origin is written in front as `@dx` or `@dx,dy`. */
function steps({ glyphs }: GlyphRun): string {
  const { dx = 0, dy } = glyphs[0] ?? {};
  const first = dy === undefined ? number(dx) : `${number(dx)},${number(dy)}`;
  const words: string[] = first === number(0) ? [] : ['@' + first];
  let repeated = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const step = stepTo(glyphs, i);
    repeated += 1;
    if (i + 1 < glyphs.length && stepTo(glyphs, i + 1) === step) continue;
    words.push(repeated > 1 ? `${step}*${repeated}` : step);
    repeated = 0;
  }
  return words.join(' ');
}

function stepTo(glyphs: GlyphRun['glyphs'], index: number): string {
  const [from, to] = [glyphs[index - 1], glyphs[index]];
  const right = number((to?.dx ?? 0) - (from?.dx ?? 0));
  if (to?.dy === undefined) return right;
  const down = number(to.dy - (from?.dy ?? 0));
  return right === number(0) ? down : `${down}/${right}`;
}

function dumpRegion({ name, rect, lines, room }: RegionFit): string {
  return `region ${name} ${box(rect)} lines ${lines} of ${room}`;
}

function box({ x, y, width, height }: Rect): string {
  return `${number(x)},${number(y)} ${number(width)}x${number(height)}`;
}

function inks({ c, m, y, k }: Colour): string {
  return `cmyk(${c} ${m} ${y} ${k})`;
}

/** To 0.01, without a minus before zero. */
function number(length: number): string {
  return (Math.round(length * 100) / 100 + 0).toFixed(2);
}
