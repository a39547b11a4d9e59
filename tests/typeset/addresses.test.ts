import { expect, test } from 'vitest';
import { DEFAULT_SETTING, type Setting } from '../../src/model/setting.ts';
import { COSTS } from '../../src/typeset/costs.ts';
import { itemsOf } from '../../src/typeset/items.ts';
import { breakText } from '../../src/typeset/lines.ts';
import { signsOf } from '../../src/typeset/signs.ts';
import { projectFonts } from '../support/project.ts';

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

const CONTACT =
  '热线电话0573-85012345、400-820-8820，每天8:30—17:00有人接听；邮箱为ph_zx@example.com.cn，网址是https://www.example.com/news/2025/11/23/index.html?id=20251123001，办公室在3号楼1206室。';

const fonts = projectFonts();

/** The lines of the contact paragraph in the body face, and the widest space at a joint as a share of a quarter em. */
function contactAt(measure: number, changes: Partial<Setting>) {
  const setting: Setting = { ...DEFAULT_SETTING, indent: 2, endTrim: 'force', ...changes };
  const { paragraphs } = breakText(CONTACT, { setting, measure, font: 'body' }, fonts);
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
  return { texts: lines.map(({ text }) => text), loosest: Math.max(...lines.map(({ ratio }) => ratio)) };
}

test.each([18, 19, 20, 21, 22, 23, 24])(
  'lines of numbers and addresses at %i em are no looser than filled as they come',
  (measure) => {
    const filled = contactAt(measure, { breaking: 'first-fit' });
    expect(contactAt(measure, {}).loosest).toBeLessThanOrEqual(filled.loosest + 1e-9);
  },
);

test('a line of nothing but address ends short rather than another is torn or a word cut', () => {
  expect(contactAt(22, { hyphenation: 'en-us' }).texts).toEqual([
    '热线电话0573-85012345、400-820-8820，每天',
    '8:30—17:00有人接听；邮箱为ph_zx@example.',
    'com.cn，网址是https://www.example.com/',
    'news/2025/11/23/index.html?',
    'id=20251123001，办公室在3号楼1206室。',
  ]);
});

test.each([
  ['0573-85012345', 10],
  ['0573\u201085012345', 10],
  ['2020–2025', 1],
  ['63～68', 1],
])('a break inside %s costs %i times what a range does', (copy, times) => {
  const signs = signsOf(copy, [], { kind: 'ideal', font: 'ideal' }, DEFAULT_SETTING);
  const costs = [...itemsOf(signs, DEFAULT_SETTING).penalty.slice(1, -1)].filter((cost) => cost < Infinity);
  expect(costs).toEqual([times * COSTS.range]);
});
