import { anything, byKind, dictionary, list, mapped, oneOfNames, version, words } from './define.ts';
import type { Definition } from './define.ts';
import type { SizeTable } from './lengths.ts';
import { breaks, newsLayoutFields, newsRegionFields, remainder } from './news-definition.ts';
import { align, stylesDefinition } from './style-definition.ts';
import { outputDefinition, printDefinition } from './press-definition.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';
import { textDefinition } from './setting-definition.ts';
import {
  colour,
  columnBreak,
  columnRule,
  columnSpan,
  frameRule,
  leadingOf,
  lengthOf,
  numberBetween,
  oneOrMore,
  pairOf,
  wholeLines,
  yesOrNo,
} from './values.ts';

const reserved = '留给以后的功能 / Reserved for later';

const count = numberBetween({ least: 1, most: 20, whole: true });

function regionDefinition(sizes: SizeTable) {
  const frame = record({
    rule: optional(frameRule, '线型 / Rule', '线型'),
    tint: optional(colour, '底纹 / Tint', '底纹'),
    corner: optional(anything, reserved),
  });
  const broken = record({
    cols: required(columnSpan, '基本栏：1-5 / Basic columns: 1-5', '栏'),
    break: optional(columnBreak, '破栏：5破2 / Broken columns: 5破2', '破栏'),
  });
  return record({
    at: optional(oneOfNames('head', 'foot'), '位置 / Place', '位置'),
    cols: optional(columnSpan, '所占基本栏：all、1-5 / Basic columns taken: all, 1-5', '栏'),
    columns: optional(list(broken, 1), '合栏与破栏 / Merged and broken columns', '分栏'),
    height: optional(lengthOf(sizes), '高 / Height', '高'),
    style: optional(words, '样式名 / Name of a style', '样式'),
    align: optional(align, '对齐 / Alignment', '对齐'),
    frame: optional(frame, '边框 / Frame', '边框'),
    fill: optional(yesOrNo, '占满余下的版面 / Takes what is left of the page', '占满'),
    ...newsRegionFields,
  });
}

function regionsDefinition(sizes: SizeTable) {
  const region = regionDefinition(sizes);
  return record(
    {
      folio: optional(region, '报眉 / Folio', '报眉'),
      kicker: optional(region, '引题 / Kicker', '引题'),
      headline: optional(region, '主题 / Headline', '主题'),
      deck: optional(region, '副题 / Deck', '副题'),
      lead: optional(region, '导语 / Lead', '导语'),
      byline: optional(region, '署名 / Byline', '署名'),
      blocks: optional(region, '分题块 / Blocks', '分题块'),
    },
    region,
  );
}

function baseFields(sizes: SizeTable) {
  return {
    size: required(lengthOf(sizes), '正文字号 / Body size', '字号'),
    leading: required(oneOrMore(leadingOf(sizes)), '行距，可列几种 / Leading, or several to try', '行距'),
    face: optional(words, '正文字体 / Body face', '字体'),
    columns: optional(count, '基本栏数 / Basic columns', '栏数'),
    measure: optional(lengthOf(sizes), '每栏字数 / Characters in a column', '每栏字数'),
    gutter: optional(lengthOf(sizes), '栏距 / Gutter', '栏距'),
  };
}

export type BaseRecord = RecordOf<ReturnType<typeof baseFields>>;

function gridDefinition(sizes: SizeTable) {
  return record({
    base: optional(record(baseFields(sizes)), '正文 / Body', '正文'),
    columns: optional(count, '基本栏数 / Basic columns', '栏数'),
    measure: optional(lengthOf(sizes), '每栏字数 / Characters in a column', '每栏字数'),
    gutter: optional(lengthOf(sizes), '栏距 / Gutter', '栏距'),
    column_rule: optional(columnRule, '栏线 / Rule in the gutters', '栏线'),
    breaks: optional(
      breaks,
      '稿件可用的破栏：allowed、none，或 [5破2, 3破2] / Broken columns of stories',
      '破栏',
    ),
    remainder: optional(remainder, '破栏除不尽时：加宽栏距 / What a break leaves over goes into the gutters'),
  });
}

function pageDefinition(sizes: SizeTable) {
  const length = lengthOf(sizes);
  const fitted: Definition<unknown> = byKind({ scalar: words });
  const area = record(
    {
      width: optional(fitted, '宽：fit 按栏计算 / Width: fit counts it from the columns', '宽'),
      height: optional(length, '高 / Height', '高'),
      centre: optional(yesOrNo, '居中 / Centred on the sheet', '居中', 'center'),
      left: optional(length, '左空（不居中时）/ White at the left when not centred', '左'),
      top: optional(length, '天头（不居中时）/ White at the top when not centred', '上'),
    },
    anything,
  );
  return record({
    trim: required(
      pairOf(length, '[390mm, 550mm]'),
      '成品尺寸：[宽, 高] / Trim size: [width, height]',
      '成品尺寸',
    ),
    type_area: optional(area, '版心 / Type area', '版心'),
    bleed: optional(length, '出血 / Bleed', '出血'),
    fold: optional(anything, reserved),
  });
}

function blockDefinition(sizes: SizeTable) {
  const lines = oneOrMore(wholeLines);
  const title = record({
    form: optional(oneOfNames('numeral-bar', 'bar', 'plain'), '形式 / Form', '形式'),
    face: optional(words, '字体角色 / Font role', '字体'),
    numeral_face: optional(words, '序号字体 / Face of the numeral'),
    size: optional(lengthOf(sizes), '字号 / Size', '字号'),
    align: optional(align, '对齐 / Alignment', '对齐'),
    occupy: optional(lines, '占行：[最少, 常用, 最多] / Lines taken: [least, natural, most]', '占行'),
    gap: optional(
      lines,
      '题上空行：[最少, 常用, 最多] / Lines of white above: [least, natural, most]',
      '空行',
    ),
  });
  const keep = record({
    start: optional(wholeLines, '转栏前至少几行 / Lines before a column turn'),
    end: optional(wholeLines, '转栏后至少几行 / Lines after a column turn'),
  });
  return record({
    title: optional(title, '分题 / Block title', '分题'),
    keep: optional(keep, '不拆行数 / Lines kept together', '不拆'),
  });
}

/** Trade names of faces and the roles that play them. */
const TRADE_NAMES: Readonly<Record<string, string>> = {
  报宋: 'body',
  书宋: 'body',
  大标宋: 'head',
  小标宋: 'head',
  黑体: 'hei',
  中黑: 'hei-text',
  楷体: 'kai',
  仿宋: 'fang',
};

const roleName: Definition<string> = mapped(words, ({ value }) => TRADE_NAMES[value] ?? value);

/** A role of fonts/fonts.yaml by its name or its trade name, alone or beside the file that the desk had in mind. */
const roleOrFile = byKind<'scalar' | 'map', string | undefined>({
  scalar: roleName,
  map: mapped(
    record({
      file: optional(
        words,
        '字体文件，只作说明：文件写在 fonts/fonts.yaml / File, a note only: fonts.yaml books the files',
      ),
      role: optional(roleName, '字体角色 / Font role', '角色'),
    }),
    ({ role }) => role,
  ),
});

const themeDefinition = record({
  fill: required(colour, '色块 / Blocks of colour', '底色'),
  ink: optional(colour, '色块上的字 / Letters on them', '字色'),
});

export const sizesDefinition = dictionary(lengthOf(new Map()));

/** Spot inks, each with the process inks that stand for it. */
export const spotsDefinition = dictionary(colour);

/** What the layout says of the press. */
const pressFields = {
  print: optional(printDefinition, '付印 / Press', '付印'),
  output: optional(outputDefinition, '输出 / Output', '输出'),
  spots: optional(
    { ...anything, schema: spotsDefinition.schema },
    '专色：名称和代替它的四色 / Spot inks and the process inks that stand for them',
    '专色',
  ),
};

function layoutFields(sizes: SizeTable) {
  return {
    'pagegen-layout': optional(version, '文件格式版本 / Version of the file format'),
    name: optional(words, '版式名 / Name', '名称'),
    page: required(pageDefinition(sizes), '版面 / Page', '版面'),
    sizes: optional(anything, '号制：名称和点数 / 号 names and their points', '号制'),
    grid: optional(gridDefinition(sizes), '网格 / Grid', '网格'),
    bases: optional(
      list(record(baseFields(sizes)), 1),
      '可选的正文字号与行距，先列者优先 / Pairs of body size and leading, best first',
      '正文方案',
    ),
    column_rule: optional(columnRule, '栏线 / Rule in the gutters', '栏线'),
    accent: optional(words, '主色 / Accent', '主色', '主题色'),
    themes: optional(dictionary(themeDefinition), '颜色 / Colours', '颜色'),
    faces: optional(dictionary(roleOrFile), '正文与加重的字体角色 / Roles of body and strong', '字体'),
    text: optional(textDefinition, '正文排法 / Setting of the text', '正文'),
    styles: optional(stylesDefinition(sizes), '样式 / Styles', '样式'),
    regions: required(regionsDefinition(sizes), '区域 / Regions', '区域'),
    block: optional(blockDefinition(sizes), '分题块 / Blocks', '分题块'),
    balance: optional(words, '各栏齐脚 / Level feet', '齐脚'),
    ...newsLayoutFields(sizes),
    ...pressFields,
  };
}

export type LayoutRecord = RecordOf<ReturnType<typeof layoutFields>>;

/** A layout file whose 号 names mean these points. */
export function layoutDefinition(sizes: SizeTable): Definition<LayoutRecord> {
  return record(layoutFields(sizes));
}
