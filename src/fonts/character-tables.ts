import type { Language } from '../model/setting.ts';

/** The letters that a face of a language should have, by its national standard. */
export interface CharacterTable {
  readonly name: string;
  readonly codePoints: readonly number[];
}

/** The Han characters of the standard of a language, of Korean the hangul. */
export function characterTable(language: Language): CharacterTable {
  const { name, encoding, rows, cells, script } = TABLES[language];
  const decoder = new TextDecoder(encoding);
  const found = new Set<number>();
  for (const row of numbers(rows)) {
    for (const cell of cells.flatMap(numbers)) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if ([...character].length === 1 && script.test(character)) found.add(character.codePointAt(0) ?? 0);
    }
  }
  return { name, codePoints: [...found] };
}

type Range = readonly [number, number];

interface Table {
  readonly name: string;
  readonly encoding: string;
  /** First and last of the first bytes, and of the second bytes. */
  readonly rows: Range;
  readonly cells: readonly Range[];
  readonly script: RegExp;
}

const EUC: readonly Range[] = [[0xa1, 0xfe]];
const HAN = /^\p{Script=Han}$/u;

const TABLES: Readonly<Record<Language, Table>> = {
  // GB/T 2312-1980, rows 16 to 87: levels 1 and 2
  'zh-Hans': { name: 'GB 2312', encoding: 'gbk', rows: [0xb0, 0xf7], cells: EUC, script: HAN },
  // Big5 level 1, the common characters of Taiwan
  'zh-Hant': {
    name: 'Big5-1',
    encoding: 'big5',
    rows: [0xa4, 0xc6],
    cells: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
    script: HAN,
  },
  // JIS X 0208, rows 16 to 84: levels 1 and 2
  ja: { name: 'JIS X 0208', encoding: 'euc-jp', rows: [0xb0, 0xf4], cells: EUC, script: HAN },
  // KS X 1001, rows 16 to 40
  ko: {
    name: 'KS X 1001',
    encoding: 'euc-kr',
    rows: [0xb0, 0xc8],
    cells: EUC,
    script: /^\p{Script=Hangul}$/u,
  },
};

function numbers([first, last]: Range): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
