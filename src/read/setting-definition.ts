import { oneOf, oneOfNames, words } from './define.ts';
import { optional, record } from './record.ts';
import type { RecordOf } from './record.ts';
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
    oneOfNames('none', 'basic', 'gb', 'strict', 'css-loose', 'css-normal', 'css-strict'),
    '避头尾级别 / Rules for line starts and ends',
    '避头尾',
  ),
  punctuation: optional(
    oneOf({
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
  'start-trim': optional(oneOfNames('none', 'allow', 'force'), '行首标点 / Marks at a line start'),
  'end-trim': optional(oneOfNames('none', 'allow', 'force'), '行尾标点 / Marks at a line end'),
  hang: optional(oneOfNames('none', 'allow-end', 'force-end'), '悬挂标点 / Hanging marks'),
  'cjk-latin-gap': optional(emBetween(0, 1), '中西文间距 / Gap between Han and Latin'),
  tracking: optional(emBetween(-0.5, 2), '字距 / Space added to each character', '字距'),
  breaking: optional(oneOfNames('first-fit', 'total-fit'), '断行方法 / Way of breaking lines'),
  overflow: optional(oneOfNames('push-in', 'push-out'), '挤进或推出 / Push in or push out'),
  align: optional(oneOfNames('justify', 'start'), '对齐 / Alignment', '对齐'),
  'short-last': optional(
    numberBetween({ least: 0, most: 20, whole: true }),
    '末行至少几字 / Characters of a last line',
  ),
  lang: optional(oneOfNames('zh-Hans', 'zh-Hant', 'ja', 'ko'), '语言 / Language', '语言'),
  hyphenation: optional(oneOfNames('none', 'en-us'), '西文断词 / Division of Latin words at line ends'),
  'ellipsis-start': optional(
    oneOfNames('allow', 'avoid'),
    '省略号破折号在行首 / Ellipsis or dash at a line start',
  ),
  font: optional(words, '正文字体角色 / Role of the body face', '字体'),
  keep: optional(record(keepFields), '不拆行数 / Lines kept together', '不拆'),
};

export type TextRecord = RecordOf<typeof textFields>;

/** `text:` of a layout. */
export const textDefinition = record(textFields);
