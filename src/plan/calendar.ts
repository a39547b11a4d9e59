import { Solar } from 'lunar-typescript';

/** A day of issue as the folio prints it. */
export interface FolioDate {
  /** `2026年3月18日` */
  readonly gregorian: string;
  /** `星期三` */
  readonly weekday: string;
  /** `农历丙午年正月三十`; months eleven and twelve by number, a leap month with 闰 before it. */
  readonly lunar: string;
}

const WEEKDAYS = '日一二三四五六';

/** The library's names for the last two months; newspapers print their numbers. */
const MONTHS: Readonly<Record<string, string>> = { 冬: '十一', 腊: '十二' };

/**
 * The date of a folio for a real calendar day `YYYY-MM-DD`. The lunar calendar follows GB/T 33661-2017 (new moons in
 * Beijing time); the day is a calendar day, so no time zone of the machine plays a part. Reports nothing.
 */
export function folioDate(date: string): FolioDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lunar = Solar.fromYmd(year, month, day).getLunar();
  const name = lunar.getMonthInChinese().replace(/[冬腊]/, (old) => MONTHS[old] ?? old);
  return {
    gregorian: `${year}年${month}月${day}日`,
    weekday: `星期${WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}`,
    lunar: `农历${lunar.getYearInGanZhi()}年${name}月${lunar.getDayInChinese()}`,
  };
}
