import { expect, test } from 'vitest';
import { DEFAULT_SETTING } from '../../src/model/setting.ts';
import { breakText } from '../../src/typeset/lines.ts';

/** The lines of a text at a measure, with Latin words and what is like them divided or not. */
function linesAt(measure: number, copy: string, hyphenation: 'none' | 'en-us'): readonly string[] {
  const setting = { ...DEFAULT_SETTING, hyphenation };
  const { paragraphs } = breakText(copy, { setting, measure, font: 'ideal' }, undefined);
  return paragraphs.flatMap(({ lines }) => lines.map(({ text }) => text));
}

const NEWS = '网址是https://www.example.com/news/2025/index.html请看。';

test('an address ends a line behind its slashes and points', () => {
  expect(linesAt(14, NEWS, 'none')).toEqual([
    '网址是https://www.example.',
    'com/news/2025/index.html',
    '请看。',
  ]);
});

test('an address is cut anywhere before a line is torn, where words may be divided', () => {
  const copy = '地址见www.abcdefghijklmnopqrstuvwxyz.com，请看。';
  expect(linesAt(9, copy, 'none')[0]).toBe('地址见www.');
  const lines = linesAt(9, copy, 'en-us');
  expect(lines[0]).toMatch(/^地址见www\.[a-z]+$/);
  expect(lines.join('')).toBe(copy);
});

test('a telephone number ends a line behind its hyphen, not inside its digits', () => {
  const copy = '热线电话是0573-85088206666，随时接听';
  expect(linesAt(9, copy, 'none')).toEqual(['热线电话是0573-', '85088206666，随时', '接听']);
});

test('the numbers of an address stay whole', () => {
  const copy = '地址见www.news20251123202511232025.com，请看。';
  const lines = linesAt(9, copy, 'en-us');
  expect(lines.join('')).toBe(copy);
  for (const [index, line] of lines.slice(1).entries()) {
    expect(/\d$/.test(lines[index] ?? '') && /^\d/.test(line)).toBe(false);
  }
});
