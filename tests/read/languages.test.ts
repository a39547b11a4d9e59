import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { SourceFile } from '../../src/base/source.ts';
import type { Language, Setting } from '../../src/model/setting.ts';
import { readIssue } from '../../src/read/issue.ts';
import { readLayout } from '../../src/read/layout.ts';
import { LAYOUTS } from '../support/project.ts';

function issue(...lines: readonly string[]) {
  const reported: Diagnostic[] = [];
  const text = [...lines, ''].join('\n');
  const read = readIssue({ path: 'issue.yaml', text }, (diagnostic) => reported.push(diagnostic));
  return { read, reported };
}

describe('lang of an issue', () => {
  test.each([
    ['lang: zh-Hant', 'zh-Hant'],
    ['lang: ja', 'ja'],
    ['lang: ko', 'ko'],
    ['语言: zh-Hans', 'zh-Hans'],
    ['语言: 繁体', 'zh-Hant'],
    ['语言: 日文', 'ja'],
  ])('%s is %s', (line, language) => {
    const { read, reported } = issue(line, 'headline: 題');
    expect(read?.language).toBe(language);
    expect(reported).toEqual([]);
  });

  test('is left to the layout when it is not written', () => {
    expect(issue('headline: 题').read?.language).toBeUndefined();
  });

  test('another name is reported with the names that there are', () => {
    const { reported } = issue('lang: jp', 'headline: 題');
    expect(reported).toMatchObject([
      { code: 'bad-value', hints: [{ code: 'expected', values: { what: 'zh-Hans, zh-Hant, ja, ko' } }] },
    ]);
  });
});

describe('text of a layout by language', () => {
  const theme = LAYOUTS.get('tabloid-theme');

  function settingIn(language: Language | undefined, line = ''): Setting | undefined {
    const text = (theme?.text ?? '').replace(/\n {2}kinsoku: gb/, `\n  kinsoku: gb${line && '\n  ' + line}`);
    const file: SourceFile = { path: 'layout.yaml', text };
    return readLayout(file, () => expect.unreachable(), language)?.designs[0]?.text;
  }

  test.each([
    [undefined, { language: 'zh-Hans', indent: 2, endTrim: 'force', markShrink: 0.5, cjkLatinGap: 0.25 }],
    ['zh-Hans', { language: 'zh-Hans', indent: 2, endTrim: 'force', markShrink: 0.5 }],
    ['zh-Hant', { language: 'zh-Hant', indent: 2, endTrim: 'allow', markShrink: 0.25 }],
    ['ja', { language: 'ja', indent: 1, endTrim: 'allow', markShrink: 0.25 }],
    ['ko', { language: 'ko', indent: 1, endTrim: 'allow' }],
  ] as const)('%s', (language, expected) => {
    expect(settingIn(language)).toMatchObject(expected);
  });

  test('what the layout writes stands in every language', () => {
    expect(settingIn('ja', 'indent: 0em')).toMatchObject({ language: 'ja', indent: 0 });
  });

  test('the language of the issue goes before that of the layout', () => {
    expect(settingIn(undefined, 'lang: ko')).toMatchObject({ language: 'ko', indent: 1 });
    expect(settingIn('ja', 'lang: ko')).toMatchObject({ language: 'ja' });
  });
});

describe('spaces of copy', () => {
  const paragraph = (...lines: readonly string[]) =>
    issue('headline: 題', 'blocks:', '  - text: |', ...lines.map((line) => '      ' + line)).read?.pages[0]
      ?.blocks[0]?.text[0]?.characters;

  test.each([
    [['우리는 하나', '입니다'], '우리는 하나 입니다'],
    [['2026년 3월 18일', 'KBS 뉴스'], '2026년 3월 18일 KBS 뉴스'],
    [['午後4時、鵲沢', '温泉の湯'], '午後4時、鵲沢温泉の湯'],
    [['他說：「來了', '」便走'], '他說：「來了」便走'],
    // A few hangul make no Korean of a Chinese paragraph.
    [['首尔的한강就是', '汉江'], '首尔的한강就是汉江'],
  ])('%j is read as %s', (lines, expected) => {
    expect(paragraph(...lines)).toBe(expected);
  });
});
