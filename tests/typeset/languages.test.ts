import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTING, type Language } from '../../src/model/setting.ts';
import { breakText } from '../../src/typeset/lines.ts';
import { lineCasesIn, readCases } from './cases.ts';

const [lines = '', widths = ''] = readCases('languages.txt').split('# widths\n');

describe('lines by language', () => {
  test.each(lineCasesIn(lines).map((one) => [one.rule, one] as const))('%s', (_, one) => {
    const { measure, setting, copy, lines: expected } = one;
    const result = breakText(copy, { setting, measure, font: 'ideal' }, undefined);
    expect(result.paragraphs.flatMap((paragraph) => paragraph.lines.map(({ text }) => text))).toEqual(
      expected,
    );
  });
});

describe('widths of marks by language', () => {
  const rows = widths
    .trim()
    .split('\n')
    .map((row) => row.split(/\s*\|\s/) as [Language, string, string]);

  test.each(rows)('%s: %s', (language, copy, advances) => {
    const setting = {
      ...DEFAULT_SETTING,
      language,
      align: 'start',
      startTrim: 'none',
      endTrim: 'none',
    } as const;
    const { paragraphs } = breakText(copy, { setting, font: 'ideal' }, undefined);
    expect(paragraphs[0]?.lines[0]?.advances_em).toEqual(advances.split(' ').map(Number));
  });
});
