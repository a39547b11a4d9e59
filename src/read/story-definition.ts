import type { Ranged } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import type { BylinePlace, HeadForm, StoryRole, Zone } from '../model/story.ts';
import { blocks, body, items, table } from './parts-definition.ts';
import { chart } from './chart-definition.ts';
import { DIRECTIONS, later, roleFields } from './common-definition.ts';
import type { BylineRecord, RolesRecord } from './common-definition.ts';
import { heading, label, paragraphs } from './copy.ts';
import { byKind, list, mapped, oneOf, shown, words } from './define.ts';
import type { Definition } from './define.ts';
import { columnCount, pictures } from './picture-definition.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';
import { colour, frameLine, numberBetween, wholeLines, yesOrNo } from './values.ts';

const role: Definition<Ranged<StoryRole>> = oneOf<StoryRole>({
  lead: ['头条'],
  second: ['二条'],
  third: ['三条'],
  brief: ['简讯'],
  briefs: ['简讯集'],
  box: ['加框'],
  photo: ['图片新闻'],
  comment: ['评论'],
  notice: ['启事'],
});

const direction = oneOf({ ...DIRECTIONS, auto: ['自动'] });

const form: Definition<Ranged<HeadForm>> = oneOf<HeadForm>({
  cover: ['盖文题'],
  between: ['文夹题'],
  run: ['串文题'],
  within: ['文包题'],
});

const headFields = {
  kicker: optional(heading, '引题（肩题）/ Line above the headline', '引题', '肩题'),
  main: required(heading, '主题 / Main headline', '主题'),
  deck: optional(heading, '副题 / Line below the headline', '副题', '副标题'),
  summary: optional(paragraphs, '提要题，一条或几条 / Points listed with the head', '提要题'),
  direction: optional(
    direction,
    '横题、竖题，或由版面定 / Horizontal, vertical or as the page wants',
    '方向',
  ),
  form: optional(form, '题文关系 / How head and text stand together', '题文关系'),
  picture: later('题图'),
};

export type HeadRecord = Omit<RecordOf<typeof headFields>, 'range' | 'keys' | 'others' | 'picture'>;

const headline: Definition<HeadRecord> = byKind<'scalar' | 'map', HeadRecord>({
  scalar: mapped(heading, (main): HeadRecord => ({ main })),
  map: record(headFields),
});

const PLACES: Readonly<Record<BylinePlace, readonly string[]>> = {
  'under-headline': ['题下'],
  'after-lead': ['导语后'],
  end: ['文末'],
};

const bylineFields = {
  ...roleFields,
  text: optional(label, '署名，照原样印 / The byline as it is', '文字'),
  place: optional(oneOf<BylinePlace>(PLACES), '印在哪里：题下、导语后、文末 / Where it stands', '位置'),
};

/** A byline with the place that it asks for. */
export type PlacedBylineRecord =
  | (Extract<BylineRecord, { kind: 'written' }> & { readonly place?: Ranged<BylinePlace> })
  | { readonly kind: 'roles'; readonly roles: RolesRecord; readonly place?: Ranged<BylinePlace> };

const byline: Definition<PlacedBylineRecord> = byKind<'scalar' | 'map', PlacedBylineRecord>({
  scalar: mapped(label, (text): PlacedBylineRecord => ({ kind: 'written', text })),
  map: placedByline(),
});

function placedByline(): Definition<PlacedBylineRecord> {
  const written = record(bylineFields);
  return {
    ...written,
    read: (node, at) => {
      const read = written.read(node, at);
      if (!read) return undefined;
      const { text, place, keys } = read;
      const placed = place ? { place } : {};
      if (!text) return { kind: 'roles', roles: read as RolesRecord, ...placed };
      const other = (Object.keys(roleFields) as (keyof typeof roleFields)[]).find((name) => keys[name]);
      if (other) {
        const values = { key: other, other: 'text' };
        at.report({
          severity: 'error',
          code: 'conflicting-keys',
          values,
          range: keys[other] ?? read.range,
        });
      }
      return { kind: 'written', text, ...placed };
    },
  };
}

const frameFields = {
  rule: optional(frameLine, '线型 / Rule', '线型'),
  tint: optional(colour, '底纹 / Tint', '底纹'),
  corner: optional(oneOf({ square: ['方角'], round: ['圆角'] }), '角：方角、圆角 / Corners', '角'),
};

export type FrameRecord = Omit<RecordOf<typeof frameFields>, 'keys' | 'others'>;

const frame: Definition<FrameRecord> = byKind<'scalar' | 'map', FrameRecord>({
  scalar: mapped(frameLine, (rule): FrameRecord => ({ rule, range: rule.range })),
  map: record(frameFields),
});

const zone: Definition<Ranged<Zone>> = oneOf<Zone>({
  'top-left': ['左上'],
  top: ['上'],
  'top-right': ['右上'],
  middle: ['中'],
  'bottom-left': ['左下'],
  bottom: ['下'],
  'bottom-right': ['右下'],
  left: ['左'],
  right: ['右'],
});

const place = record({
  zone: optional(zone, '版位：左上、上、右上…… / Part of the page', '版位'),
  cols: optional(columnCount, '几栏宽 / Width in basic columns', '栏'),
  lines: optional(wholeLines, '几行高 / Height in body lines', '行'),
  region: optional(words, '版式的哪个区域 / Region of the layout', '区域'),
  with: optional(words, '与哪篇同区 / Id of the story that it stands with', '同区'),
  apart_from: optional(words, '避开哪篇 / Id of the story that it keeps away from', '避开'),
  fixed: optional(yesOrNo, '不许动 / Stays where it is', '不许动'),
  shape: later('外形'),
});

export type PlaceRecord = NonNullable<ReturnType<typeof place.read>>;

const allowance = record({
  check: required(words, '放行的检查 / Check that is accepted', '检查'),
  why: required(label, '理由 / Reason', '理由'),
});

export type AllowanceRecord =
  | { readonly kind: 'name'; readonly check: Ranged<string> }
  | { readonly kind: 'reasoned'; readonly check: Ranged<string>; readonly why: Text };

const allowanceItem: Definition<AllowanceRecord> = byKind<'scalar' | 'map', AllowanceRecord>({
  scalar: mapped(words, (check): AllowanceRecord => ({ kind: 'name', check })),
  map: mapped(allowance, ({ check, why }): AllowanceRecord => ({ kind: 'reasoned', check, why })),
});

const allow: Definition<readonly AllowanceRecord[]> = byKind<
  'scalar' | 'map' | 'list',
  readonly AllowanceRecord[]
>({
  scalar: mapped(allowanceItem, (one) => [one]),
  map: mapped(allowanceItem, (one) => [one]),
  list: mapped(list(allowanceItem, 1), ({ value }) => value),
});

export const storyFields = {
  id: optional(shown(words, 'ferry'), '稿号，一版之内不重复 / Name of the story, unique on its page', '稿号'),
  slug: optional(words, '题签，给编辑看，不印 / Name for the desk, not printed', '题签'),
  role: optional(
    role,
    '头条、二条、三条、简讯、简讯集、加框、图片新闻、评论、启事 / What the story is on the page',
    '稿别',
  ),
  rank: optional(
    numberBetween({ least: 1, most: 99, whole: true }),
    '轻重：1 最重，比 role 优先 / Importance, 1 the greatest; goes before the role',
    '轻重',
  ),
  headline: optional(
    headline,
    '主题，或引题、主题、副题一组 / Headline, or all lines of the head',
    '主题',
    '标题',
  ),
  kicker: optional(heading, '引题（肩题）/ Line above the headline', '引题', '肩题'),
  deck: optional(heading, '副题 / Line below the headline', '副题', '副标题'),
  headline_direction: optional(direction, '横题、竖题，或由版面定 / Direction of the head', '题向'),
  dateline: optional(shown(label, '本报讯'), '电头：本报讯 / Dateline', '电头'),
  byline: optional(byline, '署名：一行字，或按角色写姓名 / Byline: a line, or names by role', '署名'),
  lead: optional(paragraphs, '导语，一段或几段 / Lead, one or several paragraphs', '导语'),
  body: optional(
    body,
    '正文：文字，或段落、小标题、引语、列表、表格、图表 / Text and what stands in it',
    '正文',
  ),
  blocks: optional(blocks, '分题块：分题和正文 / Titled parts: title and text', '分题块'),
  items: optional(items, '简讯的各条 / Items of a story of briefs', '条目'),
  table: optional(table, '表格 / Table', '表格'),
  chart: optional(chart, '图表 / Chart', '图表'),
  images: optional(pictures, '图片 / Pictures', '图片'),
  frame: optional(frame, '边框：线型，或线型、底纹、角一组 / Frame', '边框'),
  attach: optional(shown(words, 'ferry'), '依附哪篇稿件 / Id of the story that it stands beside', '依附'),
  place: optional(place, '想放在哪里 / Where the desk would like it', '位置'),
  allow: optional(allow, '放行的检查 / Checks of the page that the editor accepts', '放行'),
  why: optional(label, '放行的理由 / Reason for `allow`', '理由'),
  editor_note: optional(paragraphs, '编者按 / Note of the editor', '编者按'),
  end_mark: optional(label, '文末标记 / Mark at the end of the text', '文末标记'),
  jump: later('转版'),
};

export type StoryRecord = RecordOf<typeof storyFields>;

/** One story of a news page. */
export const storyDefinition: Definition<StoryRecord> = record(storyFields);
