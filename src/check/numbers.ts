import { byPattern, type Copy, type Find, type Finder } from './copy.ts';

const DIGITS = '〇一二三四五六七八九';

function digitsOf(numeral: string): string {
  return numeral.replace(/[零○]/gu, '〇').replace(/./gu, (sign) => String(DIGITS.indexOf(sign)));
}

function numeralOf(digits: string): string {
  return digits.replace(/\d/g, (digit) => DIGITS[Number(digit)]!);
}

/** 1 to 31 from 一 to 三十一. */
function dayNumber(numeral: string): string {
  const [, tens = '', ones = ''] = /^(.?)十(.?)$/u.exec(numeral) ?? [undefined, '0', numeral];
  return String(10 * (tens === '0' ? 0 : DIGITS.indexOf(tens || '一')) + (ones ? DIGITS.indexOf(ones) : 0));
}

function dayNumeral(digits: string): string {
  const number = Number(digits);
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 && tens > 0 ? '' : DIGITS[number % 10]!;
  return `${tens > 1 ? DIGITS[tens]! : ''}${tens > 0 ? '十' : ''}${ones}`;
}

/** One thing that may be written in digits or in Chinese numerals, but in one issue only one way. */
interface TwoForms {
  readonly digits: RegExp;
  readonly numerals: RegExp;
  readonly toDigits: (match: RegExpExecArray) => string;
  readonly toNumerals: (match: RegExpExecArray) => string;
}

const YEARS: TwoForms = {
  digits: /(?<![\d.])([12]\d{3})年(?!代)/gu,
  numerals: /(?<![〇零○一二三四五六七八九十百千万])([一二][〇零○一二三四五六七八九]{3})年(?!代)/gu,
  toDigits: ([, year = '']) => `${digitsOf(year)}年`,
  toNumerals: ([, year = '']) => `${numeralOf(year)}年`,
};

/** Days of the lunar calendar keep their numerals (GB/T 15835, 4.2.1). */
const DAYS: TwoForms = {
  digits: /(?<!\d)(\d{1,2})月(\d{1,2})日/gu,
  numerals:
    /(?<![一二三四五六七八九十闰]|[农阴夏旧]历.{0,6})([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/gu,
  toDigits: ([, month = '', day = '']) => `${dayNumber(month)}月${dayNumber(day)}日`,
  toNumerals: ([, month = '', day = '']) => `${dayNumeral(month)}月${dayNumeral(day)}日`,
};

/** A date now in digits, now in numerals (the rarer form is told); `二零二六年`; `08年`. Not in quotations and titles. */
export const numberStyle: Finder = (copies, script) => [
  ...rarerForm(copies, YEARS),
  ...rarerForm(copies, DAYS),
  ...otherZeros(copies, script),
];

/** The rarer of two forms; figures that follow a year in figures are never the wrong ones. */
function rarerForm(copies: readonly Copy[], forms: TwoForms): readonly Find[] {
  const digits = matchesOf(copies, forms.digits);
  const numerals = matchesOf(copies, forms.numerals);
  if (digits.length === 0 || numerals.length === 0) return [];
  const tied = digits.some(({ match }) => /\d年$/u.test(match.input.slice(0, match.index)));
  return digits.length < numerals.length && !tied
    ? digits.map((found) => findOf(found, forms.toNumerals(found.match)))
    : numerals.map((found) => findOf(found, forms.toDigits(found.match)));
}

const otherZeros: Finder = (copies, script) => {
  const inDigits = matchesOf(copies, YEARS.digits).length > 0;
  const zeros = byPattern({
    pattern: YEARS.numerals,
    instead: ([whole, year = '']) =>
      !inDigits && /[零○]/u.test(year) ? whole.replace(/[零○]/gu, '〇') : undefined,
  });
  const short = byPattern({ pattern: /(?<![\d.第])0\d年(?!级)/gu, instead: ([year]) => `20${year}` });
  return [...zeros(copies, script), ...short(copies, script)];
};

interface Found {
  readonly copy: Copy;
  readonly match: RegExpExecArray;
}

/** Matches outside quotations and titles. */
function matchesOf(copies: readonly Copy[], pattern: RegExp): readonly Found[] {
  return copies.flatMap((copy) =>
    [...copy.characters.matchAll(pattern)]
      .filter(({ index }) => (copy.quoted[index] ?? 0) === 0)
      .map((match) => ({ copy, match })),
  );
}

function findOf({ copy, match }: Found, instead: string): Find {
  return { copy, start: match.index, end: match.index + match[0].length, instead };
}

const MEASURES = '(?:多?(?:个(?!百分)|天|岁|里|斤|亩|米|块|元|吨|小时|分钟|公里|公斤|万|百|千))';

/** `3、4个`, `三、四个`, `20几岁`; not `第3、4个`, `1、2、3个`, `二、三产业`, `一、二次全会`. */
export const approximateNumbers = byPattern(
  {
    pattern: new RegExp(`(?<![\\d.、第前和及与])([1-8])、([2-9])(?=${MEASURES})`, 'gu'),
    instead: ([, first = '', second = '']) =>
      Number(second) === Number(first) + 1 ? numeralOf(first + second) : undefined,
  },
  {
    pattern: new RegExp(
      `(?<![一二三四五六七八九十百千万〇、第前和及与])([一二两三四五六七八])、([二三四五六七八九])(?=${MEASURES})`,
      'gu',
    ),
    instead: ([, first = '', second = '']) =>
      DIGITS.indexOf(second) === DIGITS.indexOf(first.replace('两', '二')) + 1 ? first + second : undefined,
  },
  {
    pattern: /(?<![\d.,])([1-9])0几(?=[\p{Script=Han}])/gu,
    instead: ([, tens = '']) => `${tens === '1' ? '' : numeralOf(tens)}十几`,
  },
);

/** `63～68%`, `13-17万元`; not `63%～68%`, `100～150千克`, `2016～2020年`. */
export const numberRanges = byPattern({
  pattern: /(?<![\d.%‰万亿A-Za-z\-－—–])(\d+(?:\.\d+)?)([～~—–\-－])(\d+(?:\.\d+)?)([%％‰]|[万亿])/gu,
  instead: ([, first, link, second, unit = '']) => {
    const written = unit === '％' ? '%' : unit;
    return `${first}${written}${link === '—' || link === '～' ? link : '～'}${second}${written}`;
  },
});

const COUNTED = '[多余]?[人名户个件家元吨米公亩平立套辆栋只台册株条棵斤头箱公]';
const GROUPED = /(?<![\d.,A-Za-z])\d{1,3}(?:,\d{3})+(?![\d,])/gu;
const PLAIN = new RegExp(`(?<![\\d.,A-Za-z第号\\-—～:：])\\d{4,}(?=(?:\\.\\d+)?${COUNTED})`, 'gu');

/**
 * Thousands now with a comma, now without; the rarer way is told. Numbers of four digits may go without where longer
 * ones have it (GB/T 15835, 5.1.1).
 */
export const thousands: Finder = (copies) => {
  const grouped = matchesOf(copies, GROUPED);
  const plain = matchesOf(copies, PLAIN);
  const isShort = ({ match }: Found) => match[0].replace(',', '').length === 4;
  const hasShort = grouped.some(isShort);
  const mixed = plain.filter((found) => hasShort || !isShort(found));
  if (grouped.length === 0 || mixed.length === 0) return [];
  return mixed.length > grouped.length
    ? grouped.map((found) => findOf(found, found.match[0].replaceAll(',', '')))
    : mixed.map((found) => findOf(found, found.match[0].replace(/\B(?=(?:\d{3})+$)/g, ',')));
};
