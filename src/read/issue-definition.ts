import type { Ranged, SourceRange } from '../base/source.ts';
import type { Direction } from '../model/direction.ts';
import type { Text } from '../model/issue.ts';
import { uncheckedDefinition } from './check-definition.ts';
import { heading, label, names, paragraphs, unwrittenParagraphs } from './copy.ts';
import { dateField } from './date.ts';
import { byKind, list, mapped, notBuilt, oneOf, version, words } from './define.ts';
import type { Definition } from './define.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';

const later = '尚未实现 / Not built yet';

const pageMap = record({
  number: required(label, '版序：3、A12 / Page number: 3, A12', '版序'),
  section: optional(heading, '版名 / Section name', '版名'),
  label: optional(notBuilt, later),
  folio: optional(notBuilt, later, '报眉'),
});

interface PageRecord {
  readonly number: Text;
  readonly section?: Text;
}

const page: Definition<PageRecord> = byKind({
  scalar: mapped(label, (number) => ({ number })),
  map: pageMap,
});

/** Lines from left to right, or lines that run down. */
const direction: Definition<Ranged<Direction>> = oneOf<Direction>({
  horizontal: ['横排', '横'],
  vertical: ['竖排', '竖'],
});

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
  summary: optional(notBuilt, later, '提要题'),
  direction: optional(direction, '横排或竖排 / Horizontal or vertical', '方向'),
  picture: optional(notBuilt, later, '题图'),
});

const headline: Definition<HeadlineRecord> = byKind({
  scalar: mapped(heading, (main) => ({ main })),
  map: headlineMap,
});

const edition: Definition<Text> = byKind({ scalar: heading, map: notBuilt as Definition<never> });

const roleFields = {
  reporter: optional(names, '记者 / Reporters', '记者'),
  correspondent: optional(names, '通讯员 / Correspondents', '通讯员'),
  author: optional(names, '作者 / Authors', '作者'),
  photo: optional(names, '摄影 / Photographers', '摄影'),
  source: optional(names, '来源 / Source of the copy', '来源'),
  place: optional(notBuilt, later),
};

export type BylineRecord =
  | { readonly kind: 'written'; readonly text: Text }
  | { readonly kind: 'roles'; readonly roles: RecordOf<typeof roleFields> };

const byline: Definition<BylineRecord> = byKind({
  scalar: mapped(label, (text): BylineRecord => ({ kind: 'written', text })),
  map: mapped(record(roleFields), (roles): BylineRecord => ({ kind: 'roles', roles })),
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
  picture: optional(notBuilt, later, '图片'),
};

export type BlockRecord = RecordOf<typeof blockFields>;

const creditFields = {
  editor: optional(label, '责任编辑 / Editor', '责任编辑', '编辑'),
  designer: optional(label, '版面设计 / Page designer', '版面设计', '美编', '设计'),
  proofreader: optional(label, '校对 / Proofreader', '校对'),
};

export interface CreditsRecord {
  readonly range?: SourceRange;
  readonly editor?: Text;
  readonly designer?: Text;
  readonly proofreader?: Text;
}

const credits: Definition<CreditsRecord> = byKind({
  map: mapped(record(creditFields), (written): CreditsRecord => written),
  scalar: mapped(label, (editor): CreditsRecord => ({ editor })),
});

const issueFields = {
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
  page: optional(page, '版序 / Page number', '版序'),
  section: optional(heading, '版名 / Section name', '版名'),
  edition: optional(edition, '地方版 / Local edition', '地方版'),
  kicker: optional(heading, '引题（肩题）/ Line above the headline', '引题', '肩题'),
  headline: required(
    headline,
    '主题；空格处可转行，| 处必转行 / Headline; may turn at a space, must turn at |',
    '主题',
    '标题',
  ),
  deck: optional(heading, '副题 / Line below the headline', '副题', '副标题'),
  lead: optional(paragraphs, '导语，一段或几段 / Lead, one or several paragraphs', '导语'),
  byline: optional(byline, '署名：一行字，或按角色写姓名 / Byline: a line, or names by role', '署名'),
  blocks: optional(list(record(blockFields)), '分题块：分题和正文 / Blocks: title and text', '分题块'),
  credits: optional(credits, '责任编辑、版面设计、校对 / Editor, designer, proofreader', '责编'),
  check: optional(uncheckedDefinition, '稿件检查的开关 / Checks of the copy, on or off', '检查'),
  paper: optional(notBuilt, later),
  folio: optional(notBuilt, later, '报眉'),
  articles: optional(notBuilt, later, '稿件'),
  body: optional(notBuilt, later),
  dateline: optional(notBuilt, later, '电头'),
  images: optional(notBuilt, later),
  ads: optional(notBuilt, later, '广告'),
  ear: optional(notBuilt, later, '报眼'),
  defaults: optional(notBuilt, later),
  sections: optional(notBuilt, later),
  pages: optional(notBuilt, later),
  include: optional(notBuilt, later),
  index: optional(notBuilt, later, '导读'),
  output: optional(notBuilt, later),
};

export type IssueRecord = RecordOf<typeof issueFields>;

/** The issue file, level 1. */
export const issueDefinition: Definition<IssueRecord> = record(issueFields);
