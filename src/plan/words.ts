import type { BylineRole, Credits } from '../model/issue.ts';
import type { Language } from '../model/setting.ts';

/** The words that the program writes on a page, one row a language. */
export interface PageWords {
  readonly credits: Readonly<Record<keyof Credits, string>>;
  readonly roles: Readonly<Record<BylineRole, string>>;
  /** Figures of block numerals from 1 to 9 and the sign of ten; without them the numerals are Arabic. */
  readonly figures?: { readonly ones: string; readonly ten: string };
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  'zh-Hans': {
    credits: { editor: '责任编辑', designer: '版面设计', proofreader: '校对' },
    roles: { reporter: '记者', correspondent: '通讯员', author: '作者', photo: '摄影', source: '来源' },
    // The formal figures of accounts.
    figures: { ones: '壹贰叁肆伍陆柒捌玖', ten: '拾' },
  },
  'zh-Hant': {
    credits: { editor: '責任編輯', designer: '版面設計', proofreader: '校對' },
    roles: { reporter: '記者', correspondent: '通訊員', author: '作者', photo: '攝影', source: '來源' },
    figures: { ones: '壹貳參肆伍陸柒捌玖', ten: '拾' },
  },
  ja: {
    credits: { editor: '編集', designer: '紙面構成', proofreader: '校閲' },
    roles: { reporter: '取材', correspondent: '通信員', author: '文', photo: '写真', source: '提供' },
    figures: { ones: '一二三四五六七八九', ten: '十' },
  },
  ko: {
    credits: { editor: '편집', designer: '디자인', proofreader: '교열' },
    roles: { reporter: '기자', correspondent: '통신원', author: '글', photo: '사진', source: '자료' },
  },
};

/** The numeral of a block: 壹 … 玖, 拾, 拾壹 … 贰拾, 贰拾壹 … */
export function numeral(count: number, language: Language): string {
  const { figures } = PAGE_WORDS[language];
  if (!figures) return String(count);
  const figure = (digit: number): string => (digit > 0 ? (figures.ones[digit - 1] ?? '') : '');
  const tens = Math.floor(count / 10);
  const head = tens > 0 ? figure(tens > 1 ? tens : 0) + figures.ten : '';
  return head + figure(count % 10);
}
