/** The characters of a newspaper by language, each set as one string in the order of the code points. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs of a newspaper beside the Han characters; first and last code point of each range. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f], // Latin with accents
  [0x1cd, 0x1dc],
  [0x1f8, 0x1f9],
  [0x251, 0x251],
  [0x261, 0x261],
  [0x1e3e, 0x1e3f], // pinyin vowels with tones, ɑ, ɡ, ǹ, ḿ
  [0x2c6, 0x2dd],
  [0x391, 0x3c9],
  [0x401, 0x451], // tone marks, Greek, Cyrillic
  [0x2010, 0x203e],
  [0x2044, 0x2049], // dashes, quotes, ellipses, double stops
  [0x2070, 0x208e],
  [0x20a9, 0x20ac],
  [0x2100, 0x2127], // raised figures, money, ℃ №
  [0x2150, 0x2189],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2312, 0x2312], // fractions, arrows, mathematics
  [0x2460, 0x24ff],
  [0x2500, 0x25ff],
  [0x2600, 0x266f],
  [0x2756, 0x2756],
  [0x2776, 0x2793], // ① ■ ★ ❶
  [0x2e3a, 0x2e3b], // one dash of two or three em
  [0x3000, 0x303f],
  [0x3041, 0x30ff],
  [0x3105, 0x312f], // CJK marks, kana, bopomofo
  [0x3220, 0x3243],
  [0x3280, 0x32b0],
  [0x3371, 0x33df], // ㈠ ㊣ ㎡
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe4f],
  [0xfe50, 0xfe6b], // vertical forms, 〜 lines, small forms
  [0xff01, 0xff65],
  [0xffe0, 0xffe6],
];

/** Second bytes of the tables by national standard. */
const EUC = [[0xa1, 0xfe]];
const SHIFT_JIS = [
  [0x40, 0x7e],
  [0x80, 0xfc],
];
const BIG_FIVE = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
];

const simplified = unite(characterTable(), decoded('gbk', [0xa1, 0xf7], EUC), signs());
const bigFive = onlyHan(decoded('big5', [0xa4, 0xc6], BIG_FIVE));
const bigFiveSecond = onlyHan(decoded('big5', [0xc9, 0xf9], BIG_FIVE));
const jis = onlyHan(decoded('euc-jp', [0xb0, 0xf4], EUC));
const hangul = [decoded('euc-kr', [0xa4, 0xa4], EUC), decoded('euc-kr', [0xb0, 0xc8], EUC)].flat();
/** What printers and Windows add to JIS X 0208 for names: 髙 﨑 (IBM rows of Shift JIS). */
const japaneseNames = onlyHan(decoded('shift_jis', [0xfa, 0xfc], SHIFT_JIS));
const jisFirst = new Set(decoded('euc-jp', [0xb0, 0xcf], EUC));
const hanja = onlyHan(decoded('euc-kr', [0xca, 0xfd], EUC));

/** Level 1 of Big5 and what its level 2 shares with the other standards: the rest is hardly ever met. */
const shared = unite(simplified, jis, hanja);
const traditional = unite(
  bigFive,
  bigFiveSecond.filter((each) => shared.has(each)),
);

export const CHARACTER_SETS = {
  simplified: setOf(
    simplified,
    '通用规范汉字表 (8105) ∪ GB 2312 ∪ signs ∪ kana ∪ Latin with the tones of pinyin',
  ),
  traditional: setOf(
    unite(traditional, signs()),
    'Big5 level 1 ∪ what level 2 shares with the sets of zh-Hans, ja and ko ∪ signs',
  ),
  traditionalRare: setOf(
    bigFiveSecond.filter((each) => !traditional.has(each)),
    'the rest of Big5 level 2',
  ),
  traditionalKai: setOf(
    [...traditional].filter((each) => !simplified.has(each)),
    'the Han of traditional that PG Kai lacks',
  ),
  japanese: setOf(
    unite(jis, japaneseNames, signs()),
    'JIS X 0208 levels 1 and 2 ∪ IBM Han of names ∪ kana ∪ signs',
  ),
  korean: setOf(unite(hangul, hanja, signs()), 'KS X 1001: jamo, 2350 hangul and 4888 hanja ∪ signs'),
  koreanHeads: setOf(
    unite(
      hangul,
      hanja.filter((each) => jisFirst.has(each) && bigFive.includes(each)),
      signs(),
    ),
    'KS X 1001: jamo, 2350 hangul and the hanja that JIS X 0208 level 1 and Big5 level 1 have too ∪ signs',
  ),
};

function setOf(characters, about) {
  const sorted = [...new Set(characters)].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
  return { characters: sorted.join(''), about };
}

function unite(...sets) {
  const all = new Set();
  for (const set of sets) for (const each of set) all.add(each);
  return all;
}

function onlyHan(characters) {
  return characters.filter((each) => /\p{Script=Han}/u.test(each));
}

function signs() {
  return RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
}

/** 通用规范汉字表 */
function characterTable() {
  const lines = readFileSync(join(import.meta.dirname, 'characters.txt'), 'utf8').split('\n');
  return lines.filter((line) => !line.startsWith('#')).join('');
}

/** Every character of the rows of a table of two bytes. */
function decoded(encoding, [first, last], cells) {
  const decoder = new TextDecoder(encoding);
  const characters = [];
  for (let row = first; row <= last; row++) {
    for (const [from, to] of cells) {
      for (let cell = from; cell <= to; cell++) characters.push(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  return characters.filter((each) => [...each].length === 1 && !/[\uE000-\uF8FF\uFFFD]/u.test(each));
}
