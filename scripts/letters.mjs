/** Words as outlines from the faces of fonts/, for drawings that must look the same on every machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';

const FILES = {
  song: 'PGSong-Medium.ttf',
  head: 'PGSong-Black.ttf',
  hei: 'PGHei-Bold.ttf',
  'hei-text': 'PGHei-Medium.ttf',
  kai: 'PGKai-Regular.ttf',
};
const opened = new Map();

export const fontFile = (face) => join(import.meta.dirname, '..', 'fonts', FILES[face]);

function fontOf(face) {
  if (!opened.has(face)) opened.set(face, create(readFileSync(fontFile(face))));
  return opened.get(face);
}

/** Width of a line of words. */
export function widthOf(words, { face, size, tracking = 0 }) {
  const font = fontOf(face);
  const { positions } = font.layout(words);
  const advance = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  return (advance / font.unitsPerEm) * size + tracking * size * (positions.length - 1);
}

/** SVG path data of a line of words, its baseline at (x, y); `align` start, middle or end. */
export function outline(words, { face, size, x, y, align = 'start', tracking = 0 }) {
  const font = fontOf(face);
  const scale = size / font.unitsPerEm;
  const wide = widthOf(words, { face, size, tracking });
  let pen = x - (align === 'middle' ? wide / 2 : align === 'end' ? wide : 0);
  const { glyphs, positions } = font.layout(words);
  return glyphs
    .map((glyph, at) => {
      const data = pathOf(glyph, { scale, x: pen + positions[at].xOffset * scale, y });
      pen += positions[at].xAdvance * scale + tracking * size;
      return data;
    })
    .join('');
}

const SIGNS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

function pathOf(glyph, { scale, x, y }) {
  const place = (value, at) => Number((at % 2 ? y - value * scale : x + value * scale).toFixed(2));
  return glyph.path.commands.map(({ command, args }) => SIGNS[command] + args.map(place).join(' ')).join('');
}
