import { expect, test } from 'vitest';
import { BLACK } from '../../src/base/colour.ts';
import type { FontBook } from '../../src/fonts/font.ts';
import type { DisplayItem } from '../../src/model/page.ts';
import { writeSvg, type SvgOptions } from '../../src/output/svg.ts';
import { pageOf, runOf } from './page-of.ts';

/** A book whose outlines only name the glyph. */
const FONTS = {
  get: (key: string) => ({ outline: (glyph: number) => `M${key.length} ${glyph}` }),
} as unknown as FontBook;

const svgOf = (items: readonly DisplayItem[], options?: SvgOptions) =>
  writeSvg(pageOf(items), FONTS, options);

const countOf = (svg: string, part: RegExp) => [...svg.matchAll(part)].length;

test('each glyph of a face is drawn once and used at its place in em', () => {
  const svg = svgOf([runOf('一二一', [10, 12.5]), runOf('一', [], { size: 20, x: 50, y: 60 })]);
  expect(countOf(svg, /<path id=/g)).toBe(2);
  expect(svg).toContain(
    'transform="translate(20 29) scale(10)"><use href="#g0"/><use href="#g1" x="1"/><use href="#g0" x="2.25"/>',
  );
  expect(svg).toContain('transform="translate(50 60) scale(20)"><use href="#g0"/>');
});

test('in a line that runs down glyphs stand under each other, and a turned run goes down on its side', () => {
  const glyphs = [
    { id: 1, dx: -5, dy: 8.8, text: '一' },
    { id: 2, dx: -5, dy: 18.8, text: '二' },
  ];
  const upright = svgOf([{ ...runOf('', []), stance: 'down', glyphs }]);
  expect(upright).toContain(
    'transform="translate(20 29) scale(10)"><use href="#g0" x="-0.5" y="0.88"/><use href="#g1" x="-0.5" y="1.88"/>',
  );
  expect(svgOf([runOf('AB', [6], { stance: 'turned' })])).toContain(
    'transform="translate(20 29) rotate(90) scale(10)"><use href="#g0"/><use href="#g1" x="0.6"/>',
  );
});

test('the same glyph id of two faces has two outlines', () => {
  expect(countOf(svgOf([runOf('一', []), runOf('一', [], { font: 'Other' })]), /<path id=/g)).toBe(2);
});

test('process colours are shown as on a screen; white stays white', () => {
  const ink = { c: 0, m: 100, y: 100, k: 0 };
  const svg = svgOf([
    { kind: 'rect', role: 'decoration', fill: ink, x: 1, y: 2, width: 3, height: 4 },
    { kind: 'dot', role: 'body', fill: { c: 0, m: 0, y: 0, k: 0 }, x: 5, y: 6, radius: 0.5 },
  ]);
  expect(svg).toContain('<rect class="decoration" x="1" y="2" width="3" height="4" fill="#ff0000"/>');
  expect(svg).toContain('<circle class="body" cx="5" cy="6" r="0.5" fill="#ffffff"/>');
});

test('a wave goes to both sides of its middle and ends on it', () => {
  const wave = {
    kind: 'wave',
    role: 'decoration',
    fill: BLACK,
    x: 10,
    y: 20,
    amplitude: 0.5,
    weight: 0.4,
  } as const;
  const across = svgOf([{ ...wave, direction: 'horizontal', length: 3.6 }]);
  const curves = 'M10 20C10.656 19.333 11.144 19.333 11.8 20C12.456 20.667 12.944 20.667 13.6 20';
  expect(across).toContain(`stroke-width="0.4" stroke-linecap="round" d="${curves}"/>`);
  const down = svgOf([{ ...wave, direction: 'vertical', length: 3.6 }]);
  expect(down).toMatch(/d="M10 20C9.333 20.656 .* 10 23.6"/);
});

test('without options there is neither grid nor stamp', () => {
  const svg = svgOf([runOf('一', [])]);
  expect(svg).not.toContain('overlay');
  expect(svg).not.toContain('<text');
});

test('the overlay: every column, a number each fifth line on both sides at its baseline, region names', () => {
  const svg = svgOf([runOf('一', [])], { overlay: true });
  expect(svg).toContain(
    '<path class="columns" stroke="#1769aa" stroke-width="0.5" d="M20 20h120v120h-120zM160 20h120v120h-120z"/>',
  );
  // Line 1 stands on 29, leading 12: line 5 on 77, line 10 on 137.
  expect(
    [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>(\d+)</g)].map(([, ...found]) => found.join(' ')),
  ).toEqual(['16 77 5', '284 77 5', '16 137 10', '284 137 10']);
  const cells = /class="cells"[^>]* d="([^"]*)"/.exec(svg)![1]!;
  expect(cells.split('M').length - 1).toBe(2 * 11);
  expect(svg).toContain('>blocks 14/16</text>');
});

test('a stamp is written across; words are escaped', () => {
  expect(svgOf([], { stamp: '未完成' })).toContain('>未完成</text>');
  expect(writeSvg({ ...pageOf([]), title: 'A<B&C' }, FONTS)).toContain('<title>A&lt;B&amp;C</title>');
});
