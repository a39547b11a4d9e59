import { describe, expect, test } from 'vitest';
import { plainDrawing } from '../../src/pictures/svg-drawing.ts';
import { outlineOperators } from '../../src/pictures/svg-marks.ts';
import { readDrawing } from '../../src/pictures/svg.ts';

async function operatorsOf(inside: string): Promise<string | undefined> {
  const code = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${inside}</svg>`;
  const drawing = await readDrawing(new TextEncoder().encode(code));
  if (typeof drawing === 'string') throw new Error(drawing);
  return plainDrawing(drawing.code)?.operators((colour) => colour);
}

describe('shapes as operators', () => {
  test.each([
    ['<path d="M1 2h3v4z"/>', 'q\n#000000 k\n1 2 m 4 2 l 4 6 l h f\nQ'],
    ['<path d="M1 2h3v4z" fill-rule="evenodd" fill="navy"/>', 'q\n#000080 k\n1 2 m 4 2 l 4 6 l h f*\nQ'],
    [
      '<path d="M1 2h3" fill="none" stroke="red" stroke-width=".5" stroke-linecap="round" stroke-dasharray="2 1"/>',
      'q\n#ff0000 K\n0.5 w 1 J 0 j 4 M [2 1] 0 d\n1 2 m 4 2 l S\nQ',
    ],
    [
      '<path d="M1 2h3v4z" fill="#fff" stroke="#000" stroke-linejoin="bevel"/>',
      'q\n#ffffff k\n#000000 K\n1 w 0 J 2 j 4 M [] 0 d\n1 2 m 4 2 l 4 6 l h B\nQ',
    ],
    [
      '<style>.a{fill:#123456}</style><path class="a" d="M0 0h1v1z"/>',
      'q\n#123456 k\n0 0 m 1 0 l 1 1 l h f\nQ',
    ],
    [
      '<g transform="translate(3 4) scale(2)"><path d="M0 0h1v1z"/></g>',
      'q\n2 0 0 2 3 4 cm\nq\n#000000 k\n0 0 m 1 0 l 1 1 l h f\nQ\nQ',
    ],
  ])('%s', async (inside, operators) => {
    expect(await operatorsOf(inside)).toBe(operators);
  });

  test('quadratic curves become cubic ones', () => {
    expect(outlineOperators('M 0 0 Q 3 3 6 0')).toBe('0 0 m 2 2 4 2 6 0 c');
    expect(outlineOperators('M 1e-7 0 L -2.5 1e2')).toBe('0 0 m -2.5 100 l');
  });

  test.each(['', 'M 1', 'M 0 0 A 1 1 0 0 1 2 2', 'm 0 0 l 1 1', 'M 0 0 L x 1'])(
    '“%s” is no outline',
    (data) => {
      expect(outlineOperators(data)).toBeUndefined();
    },
  );
});

test.each([
  [
    'a gradient',
    '<radialGradient id="g"><stop/><stop offset="1" stop-color="red"/></radialGradient><path d="M0 0h9v9z" fill="url(#g)"/>',
  ],
  ['a shape to be seen through', '<path d="M0 0h9v9z" opacity=".5"/>'],
  ['a group to be seen through', '<g opacity=".5"><path d="M0 0h9v9z"/><path d="M1 1h9v9z"/></g>'],
  [
    'a blur',
    '<filter id="f"><feGaussianBlur stdDeviation="1"/></filter><path filter="url(#f)" d="M0 0h9v9z"/>',
  ],
  ['a mask', '<mask id="m"><path fill="#fff" d="M0 0h5v5z"/></mask><path mask="url(#m)" d="M0 0h9v9z"/>'],
  [
    'a pattern',
    '<pattern id="p" width="1" height="1"><path d="M0 0h1v1z"/></pattern><path fill="url(#p)" d="M0 0h9v9z"/>',
  ],
  ['a mixed colour', '<path style="mix-blend-mode:multiply" d="M0 0h9v9z"/>'],
  [
    'two clips at once',
    '<clipPath id="c"><path d="M0 0h5v5z"/><path d="M2 2h5v5z"/></clipPath><path clip-path="url(#c)" d="M0 0h9v9z"/>',
  ],
])('%s is painted as pixels', async (_, inside) => {
  expect(await operatorsOf(inside)).toBeUndefined();
});
