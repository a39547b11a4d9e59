import { createRequire } from 'node:module';
import type * as Lunar from 'lunar-typescript';
import type { Language } from '../model/setting.ts';

/** A calendar day of the Gregorian calendar. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number;
}

/**
 * The words of a folio for a real calendar day `YYYY-MM-DD`, each to be set apart from the next: date, weekday, and in
 * Chinese the lunar date, unless `withLunar` is false. The day is a calendar day, so no time zone of the machine plays a part. Reports nothing.
 */
export function folioDay(date: string, language: Language, withLunar = true): readonly string[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const words = DAY_WORDS[language]({ year, month, day, weekday });
  return withLunar ? words : words.slice(0, 2);
}

const DAY_WORDS: Readonly<Record<Language, (day: Day) => readonly string[]>> = {
  // 2026年3月18日 星期三 农历丙午年正月三十
  'zh-Hans': (day) => [gregorian(day), weekdayOf(day, '星期', '日一二三四五六'), '农历' + lunar(day, '闰')],
  // 2026年3月18日 星期三 農曆丙午年正月三十
  'zh-Hant': (day) => [gregorian(day), weekdayOf(day, '星期', '日一二三四五六'), '農曆' + lunar(day, '閏')],
  // 2026年（令和8年）3月18日 水曜日
  ja: (day) => [
    `${day.year}年${eraOf(day)}${day.month}月${day.day}日`,
    weekdayOf(day, '', '日月火水木金土') + '曜日',
  ],
  // 2026년 3월 18일 수요일
  ko: (day) => [`${day.year}년 ${day.month}월 ${day.day}일`, weekdayOf(day, '', '일월화수목금토') + '요일'],
};

function gregorian({ year, month, day }: Day): string {
  return `${year}年${month}月${day}日`;
}

function weekdayOf({ weekday }: Day, before: string, names: string): string {
  return before + (names[weekday] ?? '');
}

/** The library's names for the last two months; newspapers print their numbers. */
const MONTHS: Readonly<Record<string, string>> = { 冬: '十一', 腊: '十二' };

/** Loaded by the first folio with a lunar date. */
let calendar: typeof Lunar | undefined;
const require = createRequire(import.meta.url);

/**
 * `丙午年正月三十`, months eleven and twelve by number, a leap month with the word for it. The lunar calendar follows
 * GB/T 33661-2017 (new moons in Beijing time).
 */
function lunar({ year, month, day }: Day, leap: string): string {
  const { Solar } = (calendar ??= require('lunar-typescript') as typeof Lunar);
  const date = Solar.fromYmd(year, month, day).getLunar();
  const name = date
    .getMonthInChinese()
    .replace(/[冬腊]/, (old) => MONTHS[old] ?? old)
    .replace('闰', leap);
  return `${date.getYearInGanZhi()}年${name}月${date.getDayInChinese()}`;
}

/** First days of the eras of Japan, the latest first. */
const ERAS = [
  { name: '令和', year: 2019, month: 5, day: 1 },
  { name: '平成', year: 1989, month: 1, day: 8 },
  { name: '昭和', year: 1926, month: 12, day: 25 },
  { name: '大正', year: 1912, month: 7, day: 30 },
  { name: '明治', year: 1868, month: 1, day: 25 },
] as const;

/** `（令和8年）`; the first year of an era is 元年. */
function eraOf(day: Day): string {
  const rank = (one: Pick<Day, 'year' | 'month' | 'day'>): number =>
    one.year * 10000 + one.month * 100 + one.day;
  const era = ERAS.find((one) => rank(one) <= rank(day));
  if (!era) return '';
  const count = day.year - era.year + 1;
  return `（${era.name}${count === 1 ? '元' : count}年）`;
}
