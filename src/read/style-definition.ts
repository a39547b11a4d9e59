import type { Field, RecordOf } from './record.ts';
import { oneOf, words } from './define.ts';
import type { SizeTable } from './lengths.ts';
import { optional, record } from './record.ts';
import {
  colour,
  colourOrAccent,
  columnRule,
  frameRule,
  leadingOf,
  lengthOf,
  numberBetween,
  oneOrMore,
  wholeLines,
} from './values.ts';

export const align = oneOf({ start: ['左'], centre: ['中', 'center'], end: ['右'] });
const count = numberBetween({ least: 1, most: 20, whole: true });

function styleFields(sizes: SizeTable) {
  const length = lengthOf(sizes);
  const lengths = oneOrMore(length);
  return {
    face: optional(words, '字体角色 / Font role', '字体'),
    size: optional(lengths, '字号，或 [最小, 常用, 最大] / Size, or [least, natural, most]', '字号'),
    sizes: optional(lengths, '可用字号，从大到小 / Sizes to choose from, largest first'),
    leading: optional(leadingOf(sizes), '行距：倍数或长度 / Baseline to baseline: factor or length', '行距'),
    lines: optional(oneOrMore(count), '行数，或 [最少, 最多] / Lines, or [least, most]', '行数'),
    align: optional(align, '对齐 / Alignment', '对齐'),
    colour: optional(colourOrAccent, '颜色 / Colour', '颜色'),
    above: optional(lengths, '题上空白 / White above', '上空'),
    max_measure: optional(length, '最长行长 / Longest measure', '最长行长'),
    gutter: optional(length, '栏距 / Gutter', '栏距'),
    padding: optional(lengths, '边框内空白：[左右, 上下] / White inside the frame: [across, down]', '内空'),
    role_face: optional(words, '“记者”等字的字体 / Face of the role words'),
    section_face: optional(words, '版名字体 / Face of the section name'),
    section_size: optional(length, '版名字号 / Size of the section name'),
    number_size: optional(length, '版序字号 / Size of the page number'),
    rule: optional(frameRule, '线型 / Rule', '线型'),
    occupy: optional(oneOrMore(wholeLines), '占行，连同空白 / Lines taken, white included', '占行'),
    step: optional(
      numberBetween({ least: -6, most: 0, whole: true }),
      '比主题小几号 / Sizes (号) below the main headline',
      '级差',
    ),
    white: optional(lengths, '题的空白，弹性 / White of a head, elastic', '空白'),
    tint: optional(colour, '底纹 / Tint', '底纹'),
    stroke: optional(columnRule, '线的粗细：0.35pt / Weight of the rule', '线'),
    radius: optional(length, '圆角的半径 / Radius of round corners', '半径'),
  };
}

export type StyleRecord = RecordOf<ReturnType<typeof styleFields>>;

/** Every style that has a meaning of its own: what it is for, and its other names. */
const STYLES = {
  kicker: ['引题 / Kicker', '引题'],
  'headline.lead': [
    '主题；几篇的版上是头条的题 / Headline; of the first story on a page of several',
    '主题',
    'headline',
  ],
  'headline.second': ['二条的题 / Head of the second story', '二条题'],
  'headline.third': ['三条和其余的题 / Heads of the third story and those after', '三条题'],
  'headline.brief': ['简讯的题 / Heads of briefs', '简讯题'],
  'headline.box': ['加框稿件的题 / Heads of boxes', '加框题'],
  'headline.photo': ['图片新闻的题 / Heads of picture stories', '图片题'],
  'headline.comment': ['评论的题 / Heads of comments', '评论题'],
  'headline.notice': ['启事的题 / Heads of notices', '启事题'],
  deck: ['副题 / Deck', '副题'],
  lead: ['导语 / Lead', '导语'],
  byline: ['署名 / Byline', '署名'],
  folio: ['报眉 / Folio', '报眉'],
  'news.kicker': ['几篇的版上的引题 / Kicker on a page of several stories', '消息引题'],
  'news.deck': ['几篇的版上的副题 / Deck on a page of several stories', '消息副题'],
  'news.lead': ['几篇的版上的导语 / Lead on a page of several stories', '消息导语'],
  'news.byline': ['几篇的版上的署名 / Byline on a page of several stories', '消息署名'],
  note: ['编者按 / Note of the editor', '编者按'],
  quote: ['引语 / Quotation', '引语'],
  caption: ['图片说明 / Caption', '图片说明'],
  credit: ['摄影署名 / Credit', '摄影署名'],
  table: ['表格和图表里的字 / Words of tables and charts', '表格'],
  subhead: ['小标题 / Subhead', '小标题'],
  brief: ['简讯各条的题 / Titles of brief items', '简讯'],
  dateline: ['电头 / Dateline', '电头'],
  box: ['加框的框 / Frame of a box', '加框'],
  advert: ['“广告”二字 / The word that marks advertisements', '广告'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type StyleKey = keyof typeof STYLES;

/** Names of the styles that have a meaning of their own. */
export const STYLE_KEYS = Object.keys(STYLES) as readonly StyleKey[];

/** `styles:` of a layout: those that have a meaning of their own, and any others. */
export function stylesDefinition(sizes: SizeTable) {
  const style = record(styleFields(sizes));
  const fields = Object.fromEntries(
    Object.entries(STYLES).map(([name, [about, ...aliases]]) => [name, optional(style, about, ...aliases)]),
  ) as Readonly<Record<StyleKey, Field<StyleRecord, false>>>;
  return record(fields, style);
}
