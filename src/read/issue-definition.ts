import type { Ranged } from '../base/source.ts';
import type { Direction } from '../model/direction.ts';
import type { Text } from '../model/issue.ts';
import { uncheckedDefinition } from './check-definition.ts';
import { credits, DIRECTIONS, later, roleFields } from './common-definition.ts';
import type { BylineRecord } from './common-definition.ts';
import { heading, label, paragraphs, unwrittenParagraphs } from './copy.ts';
import { dateField } from './date.ts';
import { byKind, list, mapped, oneOf, shown, version, words } from './define.ts';
import type { Definition } from './define.ts';
import { edition, ears, folio, page } from './page-definition.ts';
import { adverts } from './picture-definition.ts';
import { outputDefinition } from './press-definition.ts';
import { optional, record, required, writtenSchema } from './record.ts';
import type { RecordOf } from './record.ts';
import { storyDefinition } from './story-definition.ts';

/** Lines from left to right, or lines that run down. */
const direction: Definition<Ranged<Direction>> = oneOf<Direction>(DIRECTIONS);

interface HeadlineRecord {
  readonly main: Text;
  readonly direction?: Ranged<Direction>;
  readonly kicker?: Text;
  readonly deck?: Text;
}

const headlineMap = record({
  kicker: optional(heading, '引题（肩题）/ Line above the headline', '引题', '肩题'),
  main: required(heading, '主题 / Main headline', '主题'),
  deck: optional(heading, '副题 / Line below the headline', '副题', '副标题'),
  summary: later('提要题'),
  direction: optional(direction, '横排或竖排 / Horizontal or vertical', '方向'),
  picture: later('题图'),
});

const headline: Definition<HeadlineRecord> = byKind({
  scalar: mapped(heading, (main) => ({ main })),
  map: headlineMap,
});

const byline: Definition<BylineRecord> = byKind({
  scalar: mapped(label, (text): BylineRecord => ({ kind: 'written', text })),
  map: mapped(record({ ...roleFields, place: later() }), (roles): BylineRecord => ({ kind: 'roles', roles })),
});

const blockFields = {
  title: optional(
    heading,
    '分题；空格处可转行，| 处必转行 / Title; may turn at a space, must turn at |',
    '分题',
  ),
  text: required(
    unwrittenParagraphs,
    '正文；空一行另起一段；{字|读音} 注音，{张三|_} 专名线，{史记|~} 书名线，_ 和 ~ 不算字数 / Text; a blank line starts a paragraph; {base|reading} ruby, {name|_} name line, {title|~} title line, _ and ~ are not counted as copy',
    '正文',
  ),
  theme: optional(
    { ...words, schema: { ...words.schema, examples: ['red', 'blue', 'green', 'gold', 'grey'] } },
    '主题色：红 蓝 绿 金 灰，不写用版式的主色 / Colour of the layout; its accent when left out',
    '主题色',
  ),
  direction: optional(direction, '正文横排或竖排 / Text horizontal or vertical', '方向'),
  picture: later('图片'),
};

export type BlockRecord = RecordOf<typeof blockFields>;

/** Keys of every issue. */
const sharedFields = {
  pagegen: optional(version, '文件格式版本 / Version of the file format'),
  layout: optional(
    { ...words, schema: { ...words.schema, examples: ['broadsheet-theme', 'broadsheet-8x13'] } },
    '版式：layouts/ 中的文件名，或相对本文件的路径 / Layout: a name in layouts/ or a path relative to this file',
    '版式',
  ),
  lang: optional(
    oneOf({ 'zh-Hans': ['简体'], 'zh-Hant': ['繁体', '繁體'], ja: ['日文'], ko: ['韩文'] }),
    '语言：决定字体、标点、日期和固定用语 / Language: decides faces, marks, dates and the words of the page',
    '语言',
  ),
  date: optional(dateField, '出版日期 / Day of issue', '日期', '出版日期'),
  page: optional(shown(page, 3, 'A12'), '版序 / Page number', '版序'),
  section: optional(shown(heading, '要闻'), '版名 / Section name', '版名'),
  edition: optional(edition, '地方版，或期号、版数、天气一组 / Local edition, or facts of the day', '地方版'),
  credits: optional(credits, '责任编辑、版面设计、校对 / Editor, designer, proofreader', '责编'),
  check: optional(uncheckedDefinition, '稿件检查的开关 / Checks of the copy, on or off', '检查'),
};

/** Keys of a page of one story. */
const storyPageFields = {
  kicker: optional(heading, '引题（肩题）/ Line above the headline', '引题', '肩题'),
  headline: optional(
    headline,
    '主题；空格处可转行，| 处必转行 / Headline; may turn at a space, must turn at |',
    '主题',
    '标题',
  ),
  deck: optional(heading, '副题 / Line below the headline', '副题', '副标题'),
  lead: optional(paragraphs, '导语，一段或几段 / Lead, one or several paragraphs', '导语'),
  byline: optional(byline, '署名：一行字，或按角色写姓名 / Byline: a line, or names by role', '署名'),
  blocks: optional(list(record(blockFields)), '分题块：分题和正文 / Blocks: title and text', '分题块'),
};

/** Keys of a page of several stories. */
const newsPageFields = {
  articles: optional(list(storyDefinition, 1), '稿件，按阅读次序 / Stories in reading order', '稿件'),
  paper: optional(
    shown(words, 'chenghu-daily'),
    '报纸：papers/ 中的文件名，或路径 / Title: a name in papers/ or a path',
    '报纸',
  ),
  folio: optional(folio, '报眉里的热线、邮箱 / Hotline and e-mail of the folio', '报眉'),
  ear: optional(ears, '报眼，一块或几块 / Notices beside the masthead', '报眼'),
  ads: optional(adverts, '广告 / Advertisements', '广告'),
};

const issueFields = {
  ...sharedFields,
  ...storyPageFields,
  ...newsPageFields,
  defaults: later(),
  sections: later(),
  pages: later(),
  include: later(),
  index: later('导读'),
  output: optional(outputDefinition, '付印和文件名 / Press and file names', '输出'),
};

export type IssueRecord = RecordOf<typeof issueFields>;

export type StoryPageKey = keyof typeof storyPageFields;
export type NewsPageKey = keyof typeof newsPageFields;

export const STORY_PAGE_KEYS = Object.keys(storyPageFields) as readonly StoryPageKey[];
export const NEWS_PAGE_KEYS = Object.keys(newsPageFields) as readonly NewsPageKey[];

const issueRecord = record(issueFields, undefined, ['headline', 'articles']);

/** The issue file of one page: one story with its blocks, or several stories. */
export const issueDefinition: Definition<IssueRecord> = {
  ...issueRecord,
  schema: {
    ...issueRecord.schema,
    not: {
      allOf: [writtenSchema(issueFields, ['articles']), writtenSchema(issueFields, STORY_PAGE_KEYS)],
    },
  },
};
