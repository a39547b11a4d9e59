import { BLACK } from '../../src/base/colour.ts';
import type { DisplayItem, GlyphRun, Page } from '../../src/model/page.ts';

/** A small page of two columns with the items given. */
export function pageOf(items: readonly DisplayItem[]): Page {
  return {
    paper: { trim: { width: 300, height: 400 }, bleed: 0 },
    title: '标题',
    number: '3',
    date: '2026-03-18',
    language: 'zh-Hans',
    items,
    outline: [],
    grid: {
      area: { x: 20, y: 20, width: 260, height: 120 },
      columns: [
        { x: 20, width: 120 },
        { x: 160, width: 120 },
      ],
      leading: 12,
      lines: 10,
      size: 10,
    },
    regions: [
      {
        name: 'blocks',
        rect: { x: 20, y: 40, width: 260, height: 100 },
        lines: 14,
        room: 16,
        over: { lines: 0, characters: 0 },
        short: { lines: 2, characters: 24 },
      },
    ],
    characters: { copy: 3, set: 3 },
    stories: [],
    adverts: [],
    separators: [],
    fit: [],
  };
}

/** A run of body type in the fake face, whose glyph ids are code points; `steps` from glyph to glyph. */
export function runOf(text: string, steps: readonly number[], change: Partial<GlyphRun> = {}): GlyphRun {
  let dx = 0;
  const glyphs = [...text].map((character, i) => {
    const glyph = { id: character.codePointAt(0)!, dx, text: character };
    dx += steps[i] ?? 0;
    return glyph;
  });
  return {
    kind: 'glyphs',
    role: 'body',
    font: 'Fake',
    size: 10,
    colour: BLACK,
    x: 20,
    y: 29,
    glyphs,
    ...change,
  };
}
