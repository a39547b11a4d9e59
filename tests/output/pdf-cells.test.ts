import { expect, test } from 'vitest';
import type { GlyphRun } from '../../src/model/page.ts';
import { collectGlyphs } from '../../src/output/pdf-font.ts';
import { showGlyphs } from '../../src/output/pdf-text.ts';
import { fakeFontBook } from '../support/fake-font.ts';

/** A run at 10 pt whose characters begin at these places, in em. */
function run(characters: string, places: readonly number[], font: string): GlyphRun {
  const glyphs = [...characters].map((text, index) => ({
    id: text.codePointAt(0) ?? 0,
    dx: (places[index] ?? 0) * 10,
    text,
  }));
  const colour = { c: 0, m: 0, y: 0, k: 100 };
  return { kind: 'glyphs', role: 'body', font, size: 10, colour, x: 0, y: 0, glyphs };
}

/** What the writer cuts off the cells, as `before mark after`. */
function cellsFor(characters: string, places: readonly number[]): string {
  const book = fakeFontBook();
  const { key } = book.choose('body', 0x5b57)?.font ?? { key: '' };
  const face = collectGlyphs(book).face(key);
  showGlyphs(run(characters, places, key), face, { x: 0, y: 0 });
  const shown = face.glyphs().map(({ cell }, index) => {
    const { before = 0, after = 0 } = cell ?? {};
    return `${before || ''}${face.texts()[index]}${after || ''}`;
  });
  return shown.join(' ');
}

test.each([
  ['marks with their blank keep their cells', '字，词', [0, 1, 2], '字 ， 词'],
  ['a stop without its blank gives up half its cell', '字，词', [0, 1, 1.5], '字 ，0.5 词'],
  ['a stop with half its blank gives up a quarter', '字，词', [0, 1, 1.76], '字 ，0.25 词'],
  ['an opening mark gives up the half in front', '字“词', [0, 0.5, 1.5], '字 0.5“ 词'],
  ['an opening mark at a line start too', '“词', [-0.5, 0.5], '0.5“ 词'],
  ['of a pair only what is cut', '字”“词', [0, 1, 1.5, 2.5], '字 ”0.5 “ 词'],
  [
    'a straight mark drawn as an opening one gives up the half in front',
    '字"词',
    [0, 0.5, 1.5],
    '字 0.5" 词',
  ],
  ['Han characters keep theirs, however near', '字词', [0, 0.6], '字 词'],
])('%s', (_, characters, places, expected) => {
  expect(cellsFor(characters, places)).toBe(expected);
});

test('a hyphen that the engine set reads as nothing', () => {
  const book = fakeFontBook();
  const { key } = book.choose('body', 0x5b57)?.font ?? { key: '' };
  const face = collectGlyphs(book).face(key);
  const word = run('ab', [0, 0.5], key);
  const divided = { ...word, glyphs: [...word.glyphs, { id: 0x2d, dx: 10, text: '' }] };
  const [letters = '', hyphen = ''] = showGlyphs(divided, face, { x: 0, y: 0 }).split(' /Span ');
  expect(letters).toContain('<00010002>');
  expect(hyphen).toContain('ActualText <FEFF>');
  expect(hyphen).toContain('1 0 0 1 10 0 Tm [<0003>] TJ ET EMC');
});
