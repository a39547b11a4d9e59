import { expect, test } from 'vitest';
import { ENGLISH } from '../../src/output/messages-en.ts';
import { CHINESE } from '../../src/output/messages-zh.ts';
import { sentence } from '../../src/output/messages.ts';

test.each([
  [
    'diagnostic',
    'overset',
    { region: 'blocks', lines: 3, characters: 41, words: '后天' },
    '正文溢出 3 行（41 字），从“后天”起排不下',
  ],
  ['diagnostic', 'missing-key', { key: 'headline' }, '缺少 headline（主题）'],
  [
    'diagnostic',
    'wrong-type',
    { key: 'blocks', expected: 'list', found: 'text' },
    '“blocks”应写成列表，这里是一段文字',
  ],
  [
    'diagnostic',
    'bad-font',
    { file: 'a.woff', reason: 'web-font' },
    '字体文件 a.woff 不能用：是网页字体（WOFF）',
  ],
  ['hint', 'write-inks', { inks: 'M100 Y90' }, '请写油墨百分比：M100 Y90'],
  ['fit', 'fit-headline', { size: 66.0001, lines: 2 }, '主题 66 磅，2 行'],
] as const)('Chinese: %s %s', (kind, code, values, expected) => {
  expect(sentence(kind, code, values, 'zh')).toBe(expected);
});

test.each([
  [
    'diagnostic',
    'overset',
    { region: 'blocks', lines: 1, characters: 34, words: '后天' },
    'blocks: 1 line (34 characters) too many, from “后天” on',
  ],
  ['hint', 'cut-copy', { characters: 1 }, 'cut 1 character'],
  ['fit', 'fit-feet', { lines: 66 }, 'columns end at line 66'],
] as const)('English: %s %s', (kind, code, values, expected) => {
  expect(sentence(kind, code, values, 'en')).toBe(expected);
});

const names = (template: string) =>
  [...template.matchAll(/\{([A-Za-z]+)/g)].map(([, name]) => name).toSorted();

test('both languages name the same values', () => {
  for (const kind of ['diagnostic', 'hint', 'fit'] as const) {
    for (const [code, template] of Object.entries(CHINESE[kind])) {
      const english: Readonly<Record<string, string>> = ENGLISH[kind];
      expect([code, names(english[code] ?? '')]).toEqual([code, names(template)]);
    }
  }
});
