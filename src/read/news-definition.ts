import type { Ranged } from '../base/source.ts';
import type { LintLevel } from '../model/news.ts';
import { TABOO_NAMES } from '../model/page-checks.ts';
import type { FormName, TabooName } from '../model/page-checks.ts';
import type { ScoreTerm } from '../model/proposal.ts';
import { byKind, list, mapped, oneOf, scalar, words } from './define.ts';
import type { Definition } from './define.ts';
import type { ColumnBreak, SizeTable } from './lengths.ts';
import { cropRange } from './picture-definition.ts';
import { ladder, never } from './ladder-definition.ts';
import { optional, record, required } from './record.ts';
import type { Field } from './record.ts';
import {
  columnBreak,
  columnRule,
  columnSpan,
  frameRule,
  lengthOf,
  numberBetween,
  oneOrMore,
  wholeLines,
  yesOrNo,
} from './values.ts';

const count = numberBetween({ least: 1, most: 20, whole: true, unit: /(c|栏)$/ });

/** The head of the first page, with its ears. */
function mastheadDefinition(sizes: SizeTable) {
  const length = lengthOf(sizes);
  return record({
    height: optional(length, '高，凑成整数行 / Height, in whole lines', '高'),
    cols: optional(count, '报头占几栏 / Columns of the masthead', '栏'),
    ear_cols: optional(count, '每块报眼占几栏 / Columns of each ear', '报眼栏'),
    name_face: optional(words, '报名的字体 / Face of the name', '报名字体'),
    name_size: optional(oneOrMore(length), '报名的字号，弹性 / Size of the name, elastic', '报名字号'),
    face: optional(words, '其余的字的字体 / Face of the rest', '字体'),
    size: optional(length, '其余的字的字号 / Size of the rest', '字号'),
  });
}

/** White and rules between stories. */
const separator = record({
  lines: optional(
    numberBetween({ least: 1, most: 6, whole: true, unit: /\s*(L|行)$/ }),
    '稿件之间空几行 / Lines of white between stories',
    '行',
  ),
  across: optional(frameRule, '上下两篇之间的线 / Rule between stories above each other', '横线'),
  down: optional(columnRule, '左右两篇之间的线 / Rule between stories side by side', '竖线'),
});

/** 破栏 that stories may take: all, none, or those of a list. */
export const breaks = byKind<'scalar' | 'list', 'allowed' | 'none' | Ranged<readonly Ranged<ColumnBreak>[]>>({
  scalar: mapped(oneOf({ allowed: ['可以'], none: ['不可以'] }), ({ value }) => value),
  list: list(columnBreak),
});

export const remainder = oneOf({ 'widen-gutter': ['加宽栏距'] });

const level: Definition<Ranged<LintLevel>> = mapped(
  oneOf({ off: ['关'], warn: ['警告', 'warning'], error: ['错误'] }),
  ({ value, range }) => ({ value: value === 'warn' ? 'warning' : value, range }),
);

const underset = record({
  warn: optional(wholeLines, '空几行起警告 / Empty lines from which it is a warning', '警告'),
  error: optional(wholeLines, '空几行起报错 / Empty lines from which it is an error', '错误'),
});

/** Rules of the publication form with their names in the trade. */
const FORM_NAMES: Readonly<Record<FormName, string>> = {
  name: '报名',
  'name-size': '报名大小',
  date: '出版日期',
  'issue-number': '总期号',
  'page-count': '版数',
  registration: '刊号',
  publisher: '出版单位',
  address: '地址',
  printer: '印刷单位',
  distribution: '发行方式',
  price: '定价',
  special: '增期',
  'page-number': '版序',
  section: '版名',
  advertisement: '广告标记',
  points: '形式差错',
};

type CheckName = TabooName | `form-${FormName}`;

/** Checks of a finished page by name, with their names in the trade. */
const PAGE_CHECKS = {
  ...TABOO_NAMES,
  ...Object.fromEntries(Object.entries(FORM_NAMES).map(([name, chinese]) => [`form-${name}`, chinese])),
} as Readonly<Record<CheckName, string>>;

/** Names of the checks of a finished page. */
export const CHECK_NAMES = Object.keys(PAGE_CHECKS) as readonly CheckName[];

const lintFields = Object.fromEntries(
  Object.entries(PAGE_CHECKS).map(([name, chinese]) => {
    const underscored = name.replaceAll('-', '_');
    const others = underscored === name ? [chinese] : [underscored, chinese];
    return [name, optional(level, `${chinese}：off、warn、error / off, warn or error`, ...others)];
  }),
) as Readonly<Record<CheckName, Field<Ranged<LintLevel>, false>>>;

/** Levels of the checks of a finished page. */
const lint = record({
  ...lintFields,
  overset: optional(oneOf({ error: ['错误'] }), '溢出：总是错误 / Always an error', '溢出'),
  underset: optional(underset, '空行的限度 / Limits of empty lines', '空行'),
});

/** Points of the score that a page loses, by what they are lost for. */
const SCORE_TERMS: Readonly<Record<ScoreTerm, string>> = {
  'overset-lines': '溢出的一行 / A line without room',
  'empty-lines': '空的一行 / An empty line',
  fit: '排满的代价 / What the copy-fitter paid',
  rank: '次要的在重要的左上 / A lesser story above and left of a better one',
  'head-order': '次要的题更大 / A lesser story with a larger head',
  tombstones: '碰题 / Heads side by side',
  'straight-gaps': '断版 / A straight gap through the page',
  'uneven-feet': '栏脚不齐 / Columns that end unevenly',
  measures: '行长多于三种 / Every measure beyond three',
  wishes: '没有满足的愿望 / A wish that was not granted',
  'left-out': '删去的段 / A part left out',
};

/** Names of the terms of the score. */
export const SCORE_NAMES = Object.keys(SCORE_TERMS) as readonly ScoreTerm[];

const weight = numberBetween({ least: 0, most: 100, whole: false });
const scoreFields = Object.fromEntries(
  Object.entries(SCORE_TERMS).map(([name, about]) => [name, optional(weight, about)]),
) as Readonly<Record<ScoreTerm, Field<Ranged<number>, false>>>;

const score = record(scoreFields);

const dpi = numberBetween({ least: 1, most: 2400, whole: true });

/** Limits of pictures. */
const pictureLimits = record({
  min_dpi: optional(dpi, '最低分辨率，再低报错 / Least resolution; less is an error', '最低分辨率'),
  warn_dpi: optional(dpi, '低于它警告 / Less is a warning', '警告分辨率'),
  crop: optional(cropRange, '高度可变多少：[-10%, 10%] / Change of height', '裁切'),
});

/** Body lines from the first to the last, counted from 1 at the top of the type area. */
const lineSpan = scalar({
  parse: (text) => {
    const [, from, to = from] = /^(\d{1,3})(?:\s*-\s*(\d{1,3}))?$/.exec(text.replace(/\s*(L|行)$/, '')) ?? [];
    const span = { first: Number(from), last: Number(to) };
    return from && span.first >= 1 && span.last >= span.first ? span : undefined;
  },
  expected: '1-62, 63-84',
  schema: { type: ['string', 'integer'], examples: ['1-62'] },
});

export const rectangle = record({
  cols: required(columnSpan, '基本栏：1-5 / Basic columns: 1-5', '栏'),
  lines: required(lineSpan, '行：63-84 / Lines: 63-84', '行'),
});

/** Keys of a region that stories or advertisements stand in. */
export const newsRegionFields = {
  lines: optional(lineSpan, '第几行到第几行：1-62 / Body lines, from the first to the last', '行'),
  shape: optional(
    list(rectangle, 1),
    '几块拼成的形状，按阅读次序：[{cols: 1-5, lines: 63-84}] / Rectangles in reading order',
    '外形',
  ),
  for: optional(
    oneOf({ stories: ['稿件'], ads: ['广告'] }),
    '给稿件还是广告 / For stories or advertisements',
    '用途',
  ),
};

/** Keys of a layout that only pages of several stories look at. */
export function newsLayoutFields(sizes: SizeTable) {
  return {
    masthead: optional(mastheadDefinition(sizes), '报头和报眼 / Masthead and ears', '报头'),
    separator: optional(separator, '稿件之间的空白和线 / White and rules between stories', '隔线'),
    free: optional(
      yesOrNo,
      '区域不合用时可以自己找地方 / Other places may be found where regions do not suit',
      '自由',
    ),
    fit: optional(ladder, '排满的办法，先列先用 / Ways of copy-fitting, first ones first', '排满'),
    never: optional(never, '绝不改动的 / What is never varied', '不许'),
    lint: optional(lint, '版面检查的轻重 / Levels of the checks of a page', '查版'),
    score: optional(score, '评分的轻重 / Weights of the score', '评分'),
    pictures: optional(pictureLimits, '图片的限度 / Limits of pictures', '图片'),
  };
}
