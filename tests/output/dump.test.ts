import { expect, test } from 'vitest';
import { dumpPage } from '../../src/output/dump.ts';
import { pageOf, runOf } from './page-of.ts';

const RED = { c: 0, m: 100, y: 90, k: 0 };
const WAVE = {
  kind: 'wave',
  role: 'decoration',
  fill: RED,
  x: 30,
  y: 32,
  length: 18,
  amplitude: 0.5,
  weight: 0.4,
} as const;

test('one item a line, in painting order, after the sheet and before the regions', () => {
  const page = pageOf([
    { kind: 'rect', role: 'decoration', fill: RED, x: 20, y: 20.005, width: 120, height: 24 },
    runOf('把每一滴，水', [10, 10, 10, 10, 5.004]),
    { kind: 'dot', role: 'body', fill: RED, x: 25, y: 31, radius: 0.6 },
    { ...WAVE, direction: 'horizontal' },
    { ...WAVE, direction: 'vertical' },
  ]);
  expect(dumpPage(page)).toBe(
    [
      'sheet 300.00 x 400.00 bleed 0.00  page 3 2026-03-18 标题',
      'rect  decoration 20.00,20.01 120.00x24.00 cmyk(0 100 90 0)',
      'text  body 20.00,29.00 Fake 10.00 cmyk(0 0 0 100) |把每一滴，水| 10.00*4 5.00',
      'dot   body 25.00,31.00 r0.60 cmyk(0 100 90 0)',
      'wave  decoration 30.00,32.00 across 18.00 by 0.50 weight 0.40 cmyk(0 100 90 0)',
      'wave  decoration 30.00,32.00 down 18.00 by 0.50 weight 0.40 cmyk(0 100 90 0)',
      'region blocks 20.00,40.00 260.00x100.00 lines 14 of 16',
      '',
    ].join('\n'),
  );
});

test.each([
  ['one glyph has no step', runOf('一', []), '|一|'],
  ['one step', runOf('一二', [9.5]), '|一二| 9.50'],
  [
    'equal steps run together, also after others',
    runOf('一二三四五', [8, 9, 9, 9]),
    '|一二三四五| 8.00 9.00*3',
  ],
  ['steps that differ by less than 0.005 are equal', runOf('一二三', [9.001, 9.003]), '|一二三| 9.00*2'],
  [
    'a first glyph off the origin',
    { ...runOf('（', []), glyphs: [{ id: 1, dx: -5, text: '（' }] },
    '|（| @-5.00',
  ],
  [
    'steps down, and to the right where glyphs stand side by side',
    {
      ...runOf('第23', []),
      stance: 'down' as const,
      glyphs: [
        { id: 1, dx: -5, dy: 8.8, text: '第' },
        { id: 2, dx: -5, dy: 18.8, text: '2' },
        { id: 3, dx: 0, dy: 18.8, text: '3' },
      ],
    },
    '|第23| @-5.00,8.80 10.00 0.00/5.00',
  ],
])('%s', (_, run, expected) => {
  const [, line] = dumpPage(pageOf([run])).split('\n');
  expect(line?.endsWith(' ' + expected)).toBe(true);
});
