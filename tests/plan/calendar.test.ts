import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folioDay } from '../../src/plan/calendar.ts';

/** Day, weekday and lunar date, after the tables of the Hong Kong Observatory and GB/T 33661-2017. */
const DAYS = [
  ['2026-03-18', '星期三', '农历丙午年正月三十'],
  ['2025-12-24', '星期三', '农历乙巳年十一月初五'],
  ['2026-02-17', '星期二', '农历丙午年正月初一'],
  ['2026-02-16', '星期一', '农历乙巳年十二月廿九'],
  // New moons close to midnight: 2027-02-06 23:56 and 2030-02-03 00:08 in Beijing.
  ['2027-02-06', '星期六', '农历丁未年正月初一'],
  ['2027-02-05', '星期五', '农历丙午年十二月廿九'],
  ['2030-02-02', '星期六', '农历己酉年十二月三十'],
  ['2030-02-03', '星期日', '农历庚戌年正月初一'],
  // Leap months.
  ['2023-03-22', '星期三', '农历癸卯年闰二月初一'],
  ['2025-07-25', '星期五', '农历乙巳年闰六月初一'],
  ['2033-12-22', '星期四', '农历癸丑年闰十一月初一'],
  // A leap day, and the ends of a month.
  ['2028-02-29', '星期二', '农历戊申年二月初五'],
  ['2000-01-01', '星期六', '农历己卯年十一月廿五'],
] as const;

test.each(DAYS)('%s is %s, %s', (date, weekday, lunar) => {
  expect(folioDay(date, 'zh-Hans').slice(1)).toEqual([weekday, lunar]);
});

/** Folio days by language; the eras of Japan begin on the days of their edicts. */
const FOLIOS = [
  ['zh-Hans', '2026-03-08', '2026年3月8日 星期日 农历丙午年正月二十'],
  ['zh-Hant', '2026-03-18', '2026年3月18日 星期三 農曆丙午年正月三十'],
  ['zh-Hant', '2025-07-25', '2025年7月25日 星期五 農曆乙巳年閏六月初一'],
  ['zh-Hant', '2026-02-16', '2026年2月16日 星期一 農曆乙巳年十二月廿九'],
  ['ja', '2026-03-18', '2026年（令和8年）3月18日 水曜日'],
  ['ja', '2019-05-01', '2019年（令和元年）5月1日 水曜日'],
  ['ja', '2019-04-30', '2019年（平成31年）4月30日 火曜日'],
  ['ja', '1989-01-07', '1989年（昭和64年）1月7日 土曜日'],
  ['ja', '1926-12-25', '1926年（昭和元年）12月25日 土曜日'],
  ['ko', '2026-03-18', '2026년 3월 18일 수요일'],
  ['ko', '2026-03-01', '2026년 3월 1일 일요일'],
] as const;

test.each(FOLIOS)('%s: %s is %s', (language, date, words) => {
  expect(folioDay(date, language).join(' ')).toBe(words);
});

const days = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

test('the lunar day after is the next one of the month, or the first', () => {
  const dayOf = (date: string) => folioDay(date, 'zh-Hans')[2]!.split('月')[1]!;
  fc.assert(
    fc.property(days, (date) => {
      const today = dayOf(date);
      const tomorrow = dayOf(nextDay(date));
      expect(today !== tomorrow).toBe(true);
      if (today === '廿八') expect(tomorrow).toBe('廿九');
      if (today === '三十') expect(tomorrow).toBe('初一');
      if (today === '廿九') expect(['三十', '初一']).toContain(tomorrow);
    }),
  );
});
