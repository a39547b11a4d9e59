import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, padCells } from '../../src/output/cells.ts';
import { codeFrame } from '../../src/output/frame.ts';

/** The frame of the part of `text` between ‹ and ›. */
function frameOf(marked: string) {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  return codeFrame({ file: { path: 'x.yaml', text: marked.replace(/[‹›]/g, '') }, start, end });
}

test.each([
  ['narrow', 'theme: ‹blue›\n', 'theme: blue', '       ^^^^'],
  ['wide', '- theme: ‹茶色›\n', '- theme: 茶色', '         ＾＾'],
  ['after wide', '主题: ‹标题›', '主题: 标题', '　　  ＾＾'],
  ['mixed', 'a‹汉b字›c', 'a汉b字c', ' ＾^＾'],
  ['an empty range', 'ab‹›c', 'abc', '  ^'],
  ['at the end of a line', 'ab‹›\ncd', 'ab', '  ^'],
  ['at the end of the file', 'ab\n‹›', '', '^'],
  ['several lines, marked to the end of the first', 'a\nb‹cd\nef›\ng', 'bcd', ' ^^'],
  ['a tab is one place', '\t‹a›', ' a', ' ^'],
  ['a character outside the BMP is one', '𠮷‹𠮷›', '𠮷𠮷', '　＾'],
])('%s', (_, marked, source, carets) => {
  expect(frameOf(marked)).toEqual({ source, carets });
});

test('a long line is cut to about 80 cells around the range', () => {
  const { source, carets } = frameOf(
    '一二三四五六七八九十'.repeat(9) + '‹错字›' + '甲乙丙丁戊己庚辛壬癸'.repeat(9),
  );
  const after = '甲乙丙丁戊己庚辛壬癸'.repeat(2) + '甲乙丙丁戊';
  expect(source).toBe(`…九十一二三四五六七八九十错字${after}…`);
  expect(carets).toBe(' ' + '　'.repeat(12) + '＾＾');
});

const words = fc.string({
  unit: fc.constantFrom('汉', '字', 'a', ' ', '，', '“', '\n', 'é', '𠮷'),
  maxLength: 300,
});

test('the carets stand under the range, whatever comes before', () => {
  fc.assert(
    fc.property(words, fc.nat(300), fc.integer({ min: 1, max: 20 }), (text, from, length) => {
      const start = [...text].slice(0, from).join('').length;
      const end = Math.min(text.length, start + length);
      const { source, carets } = codeFrame({ file: { path: '', text }, start, end });
      const before = [...carets.replace(/[\^＾]+$/, '')].length;
      const marked = [...carets].length - before;
      const under = [...source].slice(before, before + marked).join('');
      const rest = text.slice(start).split('\n', 1)[0]!;
      expect(marked).toBeGreaterThan(0);
      expect(rest.startsWith(under)).toBe(true);
      expect(cellsOf(carets)).toBeLessThanOrEqual(81);
      expect(cellsOf(source)).toBeLessThanOrEqual(82);
    }),
  );
});

test.each([
  ['abc', 3],
  ['汉字', 4],
  ['，。“”', 6],
  ['ｆｕｌｌ', 8],
  ['é', 1],
  ['𠮷', 2],
])('%s takes %i cells', (text, cells) => {
  expect(cellsOf(text)).toBe(cells);
});

test('padding counts cells', () => {
  expect(padCells('汉字', 6)).toBe('汉字  ');
  expect(padCells('汉字', 6, 'start')).toBe('  汉字');
  expect(padCells('汉字', 3)).toBe('汉字');
});
