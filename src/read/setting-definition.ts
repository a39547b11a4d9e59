import { SETTING_WORDS } from '../model/setting.ts';
import type { PunctuationStyle } from '../model/setting.ts';
import { oneOf, oneOfNames, words } from './define.ts';
import { optional, record } from './record.ts';
import { emBetween, numberBetween, wholeLines } from './values.ts';

const keepFields = {
  widow: optional(wholeLines, '栏首至少几行 / Lines of a paragraph at a column head', '栏首'),
  orphan: optional(wholeLines, '栏脚至少几行 / Lines of a paragraph at a column foot', '栏脚'),
  subhead_with_next: optional(wholeLines, '题下至少几行 / Lines of text under a title', '题下'),
};

/** The keys are the options of `pagegen lines`. */
const textFields = {
  indent: optional(emBetween(0, 10), '段首缩进 / Indent of a paragraph', '缩进'),
  kinsoku: optional(
    oneOfNames(...SETTING_WORDS.kinsoku),
    '避头尾级别 / Rules for line starts and ends',
    '避头尾',
  ),
  punctuation: optional(
    oneOf<PunctuationStyle>({
      quanjiao: ['全角'],
      kaiming: ['开明'],
      banjiao: ['半角'],
      'css-normal': [],
      'css-space-all': [],
      'css-space-first': [],
      'css-trim-start': [],
      'css-trim-all': [],
    }),
    '标点宽度 / Widths of marks',
    '标点',
  ),
  'mark-shrink': optional(emBetween(0, 0.5), '标点可缩多少 / How far the blank of a mark may shrink'),
  'start-trim': optional(oneOfNames(...SETTING_WORDS.startTrim), '行首标点 / Marks at a line start'),
  'end-trim': optional(oneOfNames(...SETTING_WORDS.endTrim), '行尾标点 / Marks at a line end'),
  hang: optional(oneOfNames(...SETTING_WORDS.hang), '悬挂标点 / Hanging marks'),
  'cjk-latin-gap': optional(emBetween(0, 1), '中西文间距 / Gap between Han and Latin'),
  tracking: optional(emBetween(-0.5, 2), '字距 / Space added to each character', '字距'),
  breaking: optional(oneOfNames(...SETTING_WORDS.breaking), '断行方法 / Way of breaking lines'),
  overflow: optional(oneOfNames(...SETTING_WORDS.overflow), '挤进或推出 / Push in or push out'),
  align: optional(oneOfNames(...SETTING_WORDS.align), '对齐 / Alignment', '对齐'),
  'short-last': optional(
    numberBetween({ least: 0, most: 20, whole: true }),
    '末行至少几字 / Characters of a last line',
  ),
  lang: optional(oneOfNames(...SETTING_WORDS.language), '语言 / Language', '语言'),
  hyphenation: optional(
    oneOfNames(...SETTING_WORDS.hyphenation),
    '西文断词 / Division of Latin words at line ends',
  ),
  'ellipsis-start': optional(
    oneOfNames(...SETTING_WORDS.ellipsisStart),
    '省略号破折号在行首 / Ellipsis or dash at a line start',
  ),
  font: optional(words, '正文字体角色 / Role of the body face', '字体'),
  keep: optional(record(keepFields), '不拆行数 / Lines kept together', '不拆'),
};

/** `text:` of a layout. */
export const textDefinition = record(textFields);
