import type { Language } from '../model/setting.ts';

/** What a character is to the rules of setting. The names follow CLREQ's tables of marks (appendix A). */
export type CharacterClass = (typeof CLASSES)[number];

/** All classes; the position of a class in this list is its row in the tables that are compiled from rules.ts. */
export const CLASSES = [
  'han',
  'kana',
  'hangul',
  'iteration',
  'opening',
  'closing',
  'pause',
  'stop',
  'double-stop',
  'centred',
  'dash',
  'ellipsis',
  'hyphen',
  'long-connector',
  'wave',
  'interpunct',
  'solidus',
  'prefix',
  'suffix',
  'unit',
  'latin',
  'digit',
  'latin-opening',
  'latin-closing',
  'space',
  'no-break-space',
  'ideographic-space',
  'symbol',
  'combining',
] as const;

type Table = readonly (readonly [CharacterClass, string])[];

/** Single characters by class; `#` rows of docs/typography.md give the source of each class. */
const MARKS: Table = [
  // GB/T 15834 5.1.3: brackets, quotation marks and title marks
  ['opening', '“‘（《〈「『【〖〔［｛〘〚〝｟｢'],
  ['closing', '”’）》〉」』】〗〕］｝〙〛〞〟｠｣'],
  // GB/T 15834 5.1.1
  ['pause', '，、；：､'],
  ['stop', '。．！？｡'],
  ['double-stop', '‼⁇⁈⁉'],
  // GB/T 15834 5.1.4, 5.1.5
  ['dash', '—⸺'],
  ['ellipsis', '…⋯‥'],
  // GB/T 15834 5.1.6
  ['hyphen', '-–‐‑'],
  ['long-connector', '―'],
  ['wave', '～〜~'],
  // GB/T 15834 5.1.7
  ['interpunct', '·・‧•･∙'],
  // GB/T 15834 5.1.9
  ['solidus', '/／'],
  // UAX #14 PR and PO, as far as copy has them
  ['prefix', '￥¥$＄£￡€₩￦+−±№#＃'],
  ['suffix', '%％‰‱°℃℉′″‴￠¢²³'],
  ['unit', '㎜㎝㎞㎎㎏㎡㎥㏄㎖㏎㎢'],
  ['latin-opening', '([{'],
  ['latin-closing', ')]},.;:!?'],
  ['latin', '"\'&*=<>@\\^_`|'],
  ['space', ' \t\u2002\u2003\u2009'],
  ['no-break-space', '\u00a0\u202f\u2060\ufeff'],
  ['ideographic-space', '\u3000'],
  ['iteration', '々〻ゝゞヽヾ'],
];

/** First and last code point of scripts and of the forms that go with them. */
const RANGES: readonly (readonly [CharacterClass, number, number])[] = [
  ['digit', 0x30, 0x39],
  ['combining', 0x200b, 0x200f],
  ['han', 0x2e80, 0x2fdf],
  ['han', 0x3005, 0x3007],
  ['kana', 0x3041, 0x30ff],
  ['han', 0x3100, 0x312f],
  ['hangul', 0x1100, 0x11ff],
  ['hangul', 0x3130, 0x318f],
  ['kana', 0x31f0, 0x31ff],
  ['han', 0x3021, 0x3029],
  ['han', 0x3190, 0x31ef],
  ['symbol', 0x3200, 0x33ff],
  ['han', 0x3400, 0x4dbf],
  ['han', 0x4e00, 0x9fff],
  ['hangul', 0xac00, 0xd7af],
  ['han', 0xf900, 0xfaff],
  ['combining', 0xfe00, 0xfe0f],
  ['kana', 0xff66, 0xff9d],
  ['han', 0x20000, 0x3fffd],
  ['combining', 0xe0100, 0xe01ef],
];

/**
 * Marks that stand in the middle of their frame by language, so that they have no blank half. ：； by css-text-4
 * `text-spacing-trim` and CLREQ #glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks; ！？ are adjustable
 * in the Mainland only.
 */
const CENTRED: Readonly<Record<Language, string>> = {
  'zh-Hans': '',
  'zh-Hant': '，、；：。．！？',
  ja: '；：！？',
  ko: '；：！？',
};

/** Characters that belong to another class in a language. */
const BY_LANGUAGE: Readonly<Record<Language, Table>> = {
  'zh-Hans': [],
  'zh-Hant': [],
  // JIS X 4051 (UAX #14 CJ): small kana and the prolonged sound mark begin no line, like 々
  ja: [['iteration', 'ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ']],
  // Korean has the quotation marks of Latin
  ko: [
    ['latin-opening', '“‘'],
    ['latin-closing', '”’'],
  ],
};

const byCharacter = (table: Table): ReadonlyMap<number, CharacterClass> =>
  new Map(
    table.flatMap(([name, characters]) =>
      Array.from(characters, (each) => [each.codePointAt(0) ?? 0, name] as const),
    ),
  );

const BY_CHARACTER: Readonly<Record<Language, ReadonlyMap<number, CharacterClass>>> = {
  'zh-Hans': byCharacter([...MARKS, ...BY_LANGUAGE['zh-Hans']]),
  'zh-Hant': byCharacter([...MARKS, ...BY_LANGUAGE['zh-Hant']]),
  ja: byCharacter([...MARKS, ...BY_LANGUAGE.ja]),
  ko: byCharacter([...MARKS, ...BY_LANGUAGE.ko]),
};

/** The class of a character by itself, without its neighbours (see context.ts). */
export function classOf(codePoint: number, language: Language): CharacterClass {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'han';
  const single = BY_CHARACTER[language].get(codePoint);
  if (single) return isCentred(codePoint, language) ? centredClass(codePoint) : single;
  for (const [name, first, last] of RANGES) if (codePoint >= first && codePoint <= last) return name;
  const character = String.fromCodePoint(codePoint);
  if (/\p{M}/u.test(character)) return 'combining';
  return codePoint < 0x2e80 && /\p{L}/u.test(character) ? 'latin' : 'symbol';
}

/** Whether a mark stands in the middle of its frame in this language. */
export function isCentred(codePoint: number, language: Language): boolean {
  return CENTRED[language] !== '' && CENTRED[language].includes(String.fromCodePoint(codePoint));
}

function centredClass(codePoint: number): CharacterClass {
  return codePoint === 0xff01 || codePoint === 0xff1f ? 'double-stop' : 'centred';
}

/** Whether East Asian Width of a character is W or F: it fills a whole em in a Chinese font. */
export function isWide(codePoint: number): boolean {
  return WIDE.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** UAX #11, the blocks a newspaper may meet. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];
