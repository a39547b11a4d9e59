import type { Ranged } from '../base/source.ts';
import type { CopyCheck } from '../model/issue.ts';
import { mapped, oneOf } from './define.ts';
import type { Definition } from './define.ts';
import { optional, record } from './record.ts';
import type { Field } from './record.ts';

type Switch = 'on' | 'off';

const toggle: Definition<Ranged<Switch>> = oneOf<Switch>({ on: ['开'], off: ['关'] });

const check = (about: string, chinese: string): Field<Ranged<Switch>, false> =>
  optional(toggle, `${chinese}：${about}`, chinese);

const checkFields: Readonly<Record<CopyCheck, Field<Ranged<Switch>, false>>> = {
  'straight-quote': check('中文里的 " \' / " and \' in Chinese', '直引号'),
  'nested-quote': check('引号里又用同样的引号 / A pair inside a pair of the same kind', '引号套用'),
  'half-width-mark': check('汉字旁的半角标点 / Half-width marks beside Han', '半角标点'),
  'full-width-form': check('全角字母和数字 / Full-width letters and digits', '全角字符'),
  'doubled-mark': check('，， / The same mark twice', '重复标点'),
  'mark-order': check('，。 和 。”， / Marks that cannot follow each other', '标点次序'),
  ellipsis: check('... 和 。。。 / Ellipses that are not ……', '省略号'),
  dash: check('-- 和单个 — / Dashes that are not ——', '破折号'),
  wave: check('3~5 / ~ for ～', '浪纹号'),
  'name-dot': check('外国人名里的 • / Dots of foreign names that are not ·', '间隔号'),
  'doubled-word': check('的的、进行进行 / The same word twice', '重复字词'),
  'stray-space': check('正文汉字之间的空格 / Spaces between Han in text', '多余空格'),
  'mixed-script': check(
    '简体里有繁体，繁体里有简体 / Traditional in Simplified, and the reverse',
    '简繁混用',
  ),
  'number-style': check('年月日的写法前后不一 / Dates now in digits, now in numerals', '数字写法'),
  'approximate-number': check('3、4个 / Approximate numbers', '概数'),
  'number-range': check('63～68% / Ranges without the first unit', '数值范围'),
  thousands: check('4000 和 4,000 / Thousands now with a comma, now without', '千分撇'),
  dateline: check('电头和本报的写法不一 / Datelines other than the house writes', '电头'),
  'banned-word': check('本报不用的词 / Words that the house does not print', '禁用词'),
};

const NAMES = Object.keys(checkFields) as CopyCheck[];

/** Checks of the copy by name, on or off; gives those that are off. */
export const uncheckedDefinition: Definition<readonly CopyCheck[]> = mapped(record(checkFields), (switches) =>
  NAMES.filter((name) => switches[name]?.value === 'off'),
);
