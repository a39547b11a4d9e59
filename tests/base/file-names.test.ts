import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, parseNamePattern, type NameFacts } from '../../src/base/file-names.ts';

const FACTS: NameFacts = { date: '2026-05-06', page: 'A12', colour: true, version: '2', issue: 'wetland' };

test.each([
  ['CHR_{date:YYYYMMDD}_{section}{page:000}_{colour}{version}.pdf', FACTS, 'CHR_20260506_A012_C2.pdf'],
  ['{date}', FACTS, '20260506.pdf'],
  ['{date:YY-MM-DD}.PDF', FACTS, '26-05-06.PDF'],
  ['{page:0}_{colour}', { ...FACTS, page: '3', colour: false }, '3_K.pdf'],
  ['{section}{page}', { ...FACTS, page: '特刊' }, '特刊特刊.pdf'],
  ['{issue}-{version:00}', FACTS, 'wetland-02.pdf'],
  ['{version}', { ...FACTS, version: '终/稿' }, '终-稿.pdf'],
  ['x_{page:00}_{date}', { colour: true, version: '1', issue: 'a' }, 'x_00_.pdf'],
])('%s', (pattern, facts, name) => {
  expect(fileName(pattern, facts)).toBe(name);
});

test.each(['', '{seite}', '{page:##}', '{page', 'a/b', 'a\\b', '.{page}', 'x:y', '{date:D}', '{colour:C}'])(
  '“%s” is no pattern',
  (pattern) => {
    expect(parseNamePattern(pattern)).toBeUndefined();
  },
);

test('no facts make a name that leaves the folder', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (page, version, issue) => {
      const name = fileName('x{section}{page:000}{version}{issue}', { page, version, issue, colour: false });
      expect(name).not.toMatch(/[/\\:*?"<>|]/);
      expect(name.startsWith('x')).toBe(true);
    }),
  );
});
