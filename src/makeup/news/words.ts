import type { Text } from '../../model/issue.ts';
import type { Language } from '../../model/setting.ts';

/** Words that stand around a piece of copy. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

export type WrittenWord =
  | 'unit'
  | 'chartSource'
  | 'note'
  | 'by'
  | 'registration'
  | 'issue'
  | 'pages'
  | 'publisher'
  | 'weather'
  | 'address'
  | 'telephone'
  | 'postcode'
  | 'printer'
  | 'printerAddress'
  | 'distribution'
  | 'price';

/** The words that make-up writes round the copy of a news page, one row a language. */
export const NEWS_WORDS: Readonly<Record<Language, Readonly<Record<WrittenWord, Around>>>> = {
  'zh-Hans': {
    unit: { before: '单位：', after: '' },
    chartSource: { before: '资料来源：', after: '' },
    note: { before: '编者按', after: '' },
    by: { before: '——', after: '' },
    registration: { before: '国内统一连续出版物号 ', after: '' },
    issue: { before: '第', after: '期' },
    pages: { before: '今日', after: '版' },
    publisher: { before: '', after: '' },
    weather: { before: '', after: '' },
    address: { before: '地址：', after: '' },
    telephone: { before: '电话：', after: '' },
    postcode: { before: '邮编：', after: '' },
    printer: { before: '印刷：', after: '' },
    printerAddress: { before: '印刷地址：', after: '' },
    distribution: { before: '发行：', after: '' },
    price: { before: '定价：', after: '' },
  },
  'zh-Hant': {
    unit: { before: '單位：', after: '' },
    chartSource: { before: '資料來源：', after: '' },
    note: { before: '編者按', after: '' },
    by: { before: '——', after: '' },
    registration: { before: '登記字號 ', after: '' },
    issue: { before: '第', after: '期' },
    pages: { before: '今日', after: '版' },
    publisher: { before: '', after: '' },
    weather: { before: '', after: '' },
    address: { before: '地址：', after: '' },
    telephone: { before: '電話：', after: '' },
    postcode: { before: '郵編：', after: '' },
    printer: { before: '印刷：', after: '' },
    printerAddress: { before: '印刷地址：', after: '' },
    distribution: { before: '發行：', after: '' },
    price: { before: '定價：', after: '' },
  },
  ja: {
    unit: { before: '単位：', after: '' },
    chartSource: { before: '出典：', after: '' },
    note: { before: '編集部から', after: '' },
    by: { before: '――', after: '' },
    registration: { before: '登録番号 ', after: '' },
    issue: { before: '第', after: '号' },
    pages: { before: '', after: 'ページ' },
    publisher: { before: '', after: '' },
    weather: { before: '', after: '' },
    address: { before: '住所：', after: '' },
    telephone: { before: '電話：', after: '' },
    postcode: { before: '郵便番号：', after: '' },
    printer: { before: '印刷：', after: '' },
    printerAddress: { before: '印刷所：', after: '' },
    distribution: { before: '販売：', after: '' },
    price: { before: '定価：', after: '' },
  },
  ko: {
    unit: { before: '단위: ', after: '' },
    chartSource: { before: '자료: ', after: '' },
    note: { before: '편집자 주', after: '' },
    by: { before: '— ', after: '' },
    registration: { before: '등록번호 ', after: '' },
    issue: { before: '제', after: '호' },
    pages: { before: '', after: '면' },
    publisher: { before: '', after: '' },
    weather: { before: '', after: '' },
    address: { before: '주소: ', after: '' },
    telephone: { before: '전화: ', after: '' },
    postcode: { before: '우편번호: ', after: '' },
    printer: { before: '인쇄: ', after: '' },
    printerAddress: { before: '인쇄소: ', after: '' },
    distribution: { before: '보급: ', after: '' },
    price: { before: '값: ', after: '' },
  },
};

/** Words that only a bare number needs: `1234` becomes 第1234期, 总第1234期 stays. */
const ONLY_ROUND_NUMBERS: ReadonlySet<WrittenWord> = new Set(['issue', 'pages']);

/** The words to write round a piece of copy: none where the copy brings them itself. */
export function wordsAround(word: WrittenWord, text: Text, language: Language): Around {
  const around = NEWS_WORDS[language][word];
  const copy = text.characters.trim();
  const bare = around.before.replace(/[\s：:]+$/u, '');
  const brought = bare !== '' && copy.startsWith(bare);
  if (brought || (ONLY_ROUND_NUMBERS.has(word) && !/^[\d,]+$/.test(copy))) return NOTHING;
  return around;
}

const NOTHING: Around = { before: '', after: '' };
