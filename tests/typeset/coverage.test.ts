import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { FontBook } from '../../src/fonts/font.ts';
import { checkCoverage } from '../../src/typeset/coverage.ts';
import { fakeFontBook } from '../support/fake-font.ts';
import { textIn } from './copy.ts';

function check(characters: string, fonts: FontBook): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  checkCoverage(textIn(characters), 'body', fonts, (diagnostic) => diagnostics.push(diagnostic));
  return diagnostics;
}

test('a character that no face has is an error at its first place, once', () => {
  const found = check('一𠮷二𠮷 三', fakeFontBook(['body'], { lacks: '𠮷 ' }));
  expect(found).toMatchObject([
    {
      severity: 'error',
      code: 'missing-glyph',
      values: { character: '𠮷', codePoint: 'U+20BB7', role: 'body' },
      range: { start: 1, end: 3 },
    },
  ]);
});

test('a character borrowed from another role is a warning', () => {
  const book = fakeFontBook(['body', 'hei']);
  const fonts: FontBook = {
    ...book,
    choose: (role, codePoint) => {
      const choice = book.choose(role, codePoint);
      return choice && codePoint === 0x9efb ? { ...choice, fallback: 'hei' } : choice;
    },
  };
  expect(check('一麻黻', fonts)).toMatchObject([
    { severity: 'warning', code: 'fallback-glyph', values: { character: '黻', fallback: 'hei' } },
  ]);
});

test('nothing is said of what the face has', () => {
  expect(check('一二三，“四”——2025', fakeFontBook())).toEqual([]);
});
