import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { characterTable } from '../../src/fonts/character-tables.ts';
import { openFont } from '../../src/fonts/open.ts';
import type { Language } from '../../src/model/setting.ts';
import { readFontList } from '../../src/read/fonts.ts';
import { projectFonts } from '../support/project.ts';
import { readFace } from '../support/real-fonts.ts';

const FACES = [
  ['PGSongTC-Medium', 'zh-Hant'],
  ['PGSongTC-Black', 'zh-Hant'],
  ['PGHeiTC-Bold', 'zh-Hant'],
  ['PGSongJP-Medium', 'ja'],
  ['PGSongJP-Black', 'ja'],
  ['PGHeiJP-Bold', 'ja'],
  ['PGSongKR-Medium', 'ko'],
  ['PGSongKR-Black', 'ko'],
  ['PGHeiKR-Bold', 'ko'],
] as const;

const MARKS: Readonly<Record<Language, string>> = {
  'zh-Hans': '，。“”',
  'zh-Hant': '，。、；：！？「」『』（）《》〈〉—…‧·～ㄅㄆㄇㄈ％■',
  ja: '、。，．・「」『』（）ーぁあんゃっァアンヴヶ々〆〇！？―…〜％■',
  ko: '·“”‘’「」—…～%■ㄱㅎㅏㅣ①',
};

const code = (character: string) => character.codePointAt(0) ?? 0;

describe.each(FACES)('%s', (name, language) => {
  const font = openFont(readFace(`${name}.ttf`), { file: name }, () => expect.unreachable());

  test('has the characters of its national standard, its marks and Latin', () => {
    const wanted = [
      ...characterTable(language).codePoints,
      ...[...MARKS[language], 'A', 'z', '0', 'é'].map(code),
    ];
    const lacking = wanted.filter((codePoint) => !font?.glyph(codePoint));
    expect(String.fromCodePoint(...lacking)).toBe('');
  });

  test('is named by its file, under the SIL licence, free to embed, not above 5 MB', () => {
    expect(font?.key).toBe(name);
    expect(font?.facts.licence).toContain('SIL Open Font License');
    expect(font?.facts.embedding).toBe(0);
    expect(readFace(`${name}.ttf`).length).toBeLessThan(5e6);
  });
});

describe('the book of the project', () => {
  const book = projectFonts();

  test.each([
    ['zh-Hans', 'body', '报', 'PGSong-Medium'],
    ['zh-Hans', 'kai', '报', 'PGKai-Regular'],
    ['zh-Hant', 'body', '報', 'PGSongTC-Medium'],
    ['zh-Hant', 'body', '，', 'PGSongTC-Medium'],
    ['zh-Hant', 'head', '鐵', 'PGSongTC-Black'],
    ['zh-Hant', 'hei', '燈', 'PGHeiTC-Bold'],
    // 人 is one character in both; 燈 is only in the Traditional part; 。 must stand in the middle.
    ['zh-Hant', 'kai', '人', 'PGKai-Regular'],
    ['zh-Hant', 'kai', '燈', 'PGKaiTC-Regular'],
    ['zh-Hant', 'kai', '。', 'PGSongTC-Medium'],
    ['ja', 'body', '灯', 'PGSongJP-Medium'],
    ['ja', 'body', '髙', 'PGSongJP-Medium'],
    ['ja', 'kai', '歩', 'PGSongJP-Medium'],
    ['ja', 'head', 'あ', 'PGSongJP-Black'],
    ['ja', 'hei', 'ー', 'PGHeiJP-Bold'],
    ['ko', 'body', '한', 'PGSongKR-Medium'],
    ['ko', 'body', '漢', 'PGSongKR-Medium'],
    ['ko', 'head', '글', 'PGSongKR-Black'],
    ['ko', 'kai', '글', 'PGSongKR-Medium'],
  ] as const)('%s %s sets %s with %s and warns of nothing', (language, role, character, key) => {
    const choice = book.inLanguage(language).choose(role, code(character));
    expect(choice?.font.key).toBe(key);
    expect(choice?.fallback).toBeUndefined();
    expect(book.get(key)).toBe(choice?.font);
  });

  test('every character of Big5 can be set in the body of zh-Hant', () => {
    const body = book.inLanguage('zh-Hant');
    const decoder = new TextDecoder('big5');
    const lacking: string[] = [];
    for (let row = 0xa4; row <= 0xf9; row += 1) {
      for (let cell = 0x40; cell <= 0xfe; cell += 1) {
        const character = decoder.decode(Uint8Array.of(row, cell));
        if (!/^\p{Script=Han}$/u.test(character)) continue;
        const choice = body.choose('body', code(character));
        if (!choice || choice.fallback !== undefined) lacking.push(character);
      }
    }
    expect(lacking.join('')).toBe('');
  });

  test('a language that casts no role has the common faces', () => {
    const list = fontList('languages: {ja: {body: [PG Song Medium]}}');
    expect([...(list.found?.languages.keys() ?? [])]).toEqual(['ja']);
    expect(list.reported).toEqual([]);
  });
});

describe('languages of a font list', () => {
  test.each([
    ['an unknown face', 'languages: {ja: {body: [PG Sing]}}', 'unknown-font'],
    [
      'an unknown fallback',
      'languages: {ja: {body: {faces: [PG Song Medium], fallback: hai}}}',
      'unknown-font',
    ],
    ['an unknown language', 'languages: {jp: {body: [PG Song Medium]}}', 'unknown-key'],
  ])('%s is reported', (_, line, expected) => {
    expect(fontList(line).reported.map(({ code: reported }) => reported)).toEqual([expected]);
  });
});

function fontList(line: string) {
  const whole = readFileSync(new URL('../../fonts/fonts.yaml', import.meta.url), 'utf8');
  const text = whole.slice(0, whole.indexOf('\nlanguages:')) + '\n' + line + '\n';
  const reported: Diagnostic[] = [];
  const found = readFontList({ path: 'fonts.yaml', text }, (diagnostic) => reported.push(diagnostic));
  return { found, reported };
}
