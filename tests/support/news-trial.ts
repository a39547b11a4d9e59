import type { Rect } from '../../src/base/geometry.ts';
import type { Composer } from '../../src/model/galley.ts';
import type { NewsPlan } from '../../src/model/news.ts';
import type { DisplayItem, Page } from '../../src/model/page.ts';
import type { ChartPart, TablePart } from '../../src/model/story.ts';
import { captionItems, captionLines } from '../../src/makeup/news/captions.ts';
import { chartItems, chartLines } from '../../src/makeup/news/charts.ts';
import { figureItems, figureLines } from '../../src/makeup/news/figures.ts';
import { frameInset, frameItems } from '../../src/makeup/news/frames.ts';
import { imprintItems, imprintLines } from '../../src/makeup/news/imprint.ts';
import { listItems, listLines } from '../../src/makeup/news/lists.ts';
import { mastheadItems, setMasthead } from '../../src/makeup/news/masthead.ts';
import { newsFolioItems } from '../../src/makeup/news/news-folio.ts';
import { noteItems, noteLines } from '../../src/makeup/news/notes.ts';
import { gridBaseline, linesOf, partStyle, type PartPlace } from '../../src/makeup/news/part.ts';
import { quoteItems, quoteLines } from '../../src/makeup/news/quotes.ts';
import { summaryItems, summaryLines } from '../../src/makeup/news/summary.ts';
import { tableItems, tableLines } from '../../src/makeup/news/tables.ts';
import { lineItems } from '../../src/makeup/items.ts';
import { BLACK } from '../../src/base/colour.ts';
import { pageOf } from '../output/page-of.ts';
import { copyText, frontPlan, NEWS_DESIGN, RANGE, RED, widthOf } from './news-design.ts';

/** A chart of plain words and numbers. */
export function chartOf(
  form: ChartPart['form'],
  labels: readonly string[],
  series: readonly { readonly name?: string; readonly values: readonly number[] }[],
  more: { readonly title?: string; readonly unit?: string; readonly source?: string } = {},
): ChartPart {
  const some = (key: 'title' | 'unit' | 'source') => (more[key] ? { [key]: copyText(more[key]) } : {});
  return {
    kind: 'chart',
    range: RANGE,
    form,
    labels: labels.map((label) => copyText(label)),
    series: series.map(({ name, values }) => ({
      values: values.map((value) => ({ value, range: RANGE })),
      ...(name && { name: copyText(name) }),
    })),
    ...some('title'),
    ...some('unit'),
    ...some('source'),
  };
}

export function tableOf(rows: readonly (readonly string[])[], headed = true): TablePart {
  return { kind: 'table', range: RANGE, headed, rows: rows.map((row) => row.map((cell) => copyText(cell))) };
}

const design = NEWS_DESIGN;
const { grid, leading, size } = design;
const columnX = (column: number) => grid.left + column * (grid.columnWidth + grid.gutter);

const FILLER =
  '清晨六点，湖面还没有完全亮起来，巡堤的人已经走到第三个弯。他们每天要走十一公里，把水位、风向和每一处渗水都记在本子上，再由镇里的年轻人录进表格。';

/** The columns of a trial page: parts are set one under the other with a paragraph between them. */
function stack(composer: Composer) {
  const items: DisplayItem[] = [];
  const feet = Array<number>(grid.columns).fill(8);
  const place = (column: number, columns: number, lines: number): PartPlace => {
    const line = Math.max(...feet.slice(column, column + columns));
    feet.fill(line + lines, column, column + columns);
    return {
      x: columnX(column),
      y: grid.top + line * leading,
      width: widthOf(columns),
      lines,
      accent: RED,
    };
  };
  const text = (column: number, columns = 1) => {
    const style = { ...partStyle('body', 'justify', design), setting: design.text };
    const lines = linesOf(copyText(FILLER), style, widthOf(columns) / size, composer);
    const at = place(column, columns, lines.length);
    for (const [row, line] of lines.entries()) {
      const y = gridBaseline(at, row, design);
      items.push(...lineItems(line, { x: at.x, y, size, colour: BLACK, role: 'body' }));
    }
  };
  const rule = (rect: Rect) => items.push({ kind: 'rect', role: 'decoration', fill: BLACK, ...rect });
  return { items, place, text, rule, feet };
}

const POPULATION = tableOf([
  ['站点', '充电桩', '用电量'],
  ['西堤码头', '24台', '1860度'],
  ['环湖东路公交首末站', '8台', '422.5度'],
  ['老城图书馆', '16台', '—'],
  ['工业路', '120台', '12006度'],
]);

const FIGURES = tableOf(
  [
    ['新增公共充电桩', '126 个'],
    ['修复路面坑洞', '418 处'],
    ['夜间图书馆读者', '301 人次'],
    ['检出地下暗漏', '317 处'],
  ],
  false,
);

const UP = chartOf(
  'bar',
  ['一月', '二月', '三月', '四月', '五月', '六月'],
  [{ values: [12, 18.5, 31, 27, 42, 38] }],
  {
    title: '轮渡上半年载客',
    unit: '万人次',
    source: '市交通运输局',
  },
);

const GROUPED = chartOf(
  'bar',
  ['一季度', '二季度', '三季度', '四季度'],
  [
    { name: '取水', values: [120, 140, 180, 130] },
    { name: '用水', values: [100, 118, 150, 109] },
    { name: '退水', values: [-40, -62, -75, -50] },
  ],
  { title: '十镇水账分季度对比', unit: '万立方米' },
);

const ACROSS = chartOf(
  'bar',
  ['管网漏损', '农田灌溉', '工厂回用', '居民生活', '公共绿地'],
  [{ values: [317, 1250, -86, 940, 0] }],
  { title: '一年水量变化', unit: '万立方米', source: '澄湖市水务局二〇二五年公报' },
);

const LONG = chartOf(
  'bar',
  ['环湖东路地下管网更新改造工程', '西堤码头充电设施', '老城区二次供水泵房改造和智慧水表更换'],
  [
    { name: '计划', values: [3200, 860, 2100] },
    { name: '完成', values: [2980, 860, 1200] },
  ],
  { title: '三项工程投资完成情况', unit: '万元' },
);

const HOURS = Array.from({ length: 24 }, (_, hour) => `${hour}时`);
const LINE = chartOf(
  'line',
  HOURS,
  [
    { name: '工作日', values: HOURS.map((_, hour) => Math.round(40 + 30 * Math.sin(hour / 3) + hour)) },
    { name: '周末', values: HOURS.map((_, hour) => Math.round(60 + 22 * Math.cos(hour / 4))) },
    { name: '节日', values: HOURS.map((_, hour) => Math.round(75 + 15 * Math.cos(hour / 5 + 1))) },
  ],
  { title: '西堤码头一天里的客流', unit: '人次', source: '澄湖轮渡公司' },
);

const YEARS = chartOf(
  'line',
  ['2019', '2020', '2021', '2022', '2023', '2024', '2025'],
  [{ values: [3.2, 3.1, 3.6, 4.4, 4.9, 5.3, 5.2] }],
  {
    title: '湖区水鸟数量',
    unit: '万只',
  },
);

const PIE = chartOf(
  'pie',
  ['农业灌溉', '工业生产', '居民生活', '生态补水', '公共服务', '其他'],
  [{ values: [41, 23, 18, 9, 6, 3] }],
  { title: '用水构成', unit: '%', source: '市水务局' },
);

const PIE_FEW = chartOf('pie', ['步行', '公交', '自行车和电动自行车'], [{ values: [55, 25, 20] }], {
  title: '怎样到码头',
  unit: '%',
});

const HEAD = {
  summary: [
    '三条电船每天往返十二班，单程二十五分钟',
    '换电只需六分钟，码头备有八组电池',
    '公交三条线路同步调整，首末班与轮渡衔接',
    '票价两元，六十五周岁以上老人免费',
  ].map((point) => copyText(point)),
  design: design.heads[0]!,
};

function pageOfItems(items: readonly DisplayItem[], plan: NewsPlan): Page {
  return {
    ...pageOf(items),
    paper: plan.paper,
    title: '试版',
    grid: {
      area: { x: grid.left, y: grid.top, width: grid.width, height: grid.lines * leading },
      columns: Array.from({ length: grid.columns }, (_, column) => ({
        x: columnX(column),
        width: grid.columnWidth,
      })),
      leading,
      lines: grid.lines,
      size,
    },
    regions: [],
  };
}

/** Tables, figures, charts and the small parts of stories, each among text. */
export function trialParts(composer: Composer): Page {
  const plan = frontPlan();
  const { items, place, text, feet } = stack(composer);
  const contacts = [copyText('新闻热线 0500-2000000'), copyText('投稿邮箱 desk@chenghu.example')];
  items.push(...newsFolioItems(plan, contacts, composer));
  const chart = (part: ChartPart, column: number, columns = 1) => {
    const at = place(column, columns, chartLines(part, columns, design).natural);
    items.push(...chartItems(part, at, design, composer));
  };
  const table = (part: TablePart, column: number, columns = 1) => {
    const lines = tableLines(part, widthOf(columns) / size, design, composer);
    items.push(...tableItems(part, place(column, columns, lines), design, composer));
  };
  feet.fill(5);
  text(0);
  table(POPULATION, 0);
  text(0);
  const quote = {
    kind: 'quote',
    range: RANGE,
    text: copyText('先看水，再看人；水退了，账才算得清。'),
    by: copyText('老渔民覃水根'),
  } as const;
  const atQuote = place(0, 1, quoteLines(quote, 13, design, composer));
  items.push(...quoteItems(quote, atQuote, design, composer));
  text(0);
  const note = [copyText('本报从今天起连续三天刊登十镇水账的调查，请读者把身边的漏点告诉我们。')];
  const atNote = place(0, 1, noteLines(note, 13, design, composer));
  items.push(...noteItems(note, atNote, design, composer));
  text(0);
  text(1);
  for (const numbered of [false, true]) {
    const list = {
      kind: 'list',
      range: RANGE,
      numbered,
      items: [
        '凭身份证免费换乘一次',
        '每张票两元，六十五周岁以上老人免费，周末增加四班',
        '大件行李请走北门',
      ].map((item) => copyText(item)),
    } as const;
    const at = place(1, 1, listLines(list, 13, design, composer));
    items.push(...listItems(list, at, design, composer));
    text(1);
  }
  chart(UP, 2);
  text(2);
  chart(ACROSS, 2);
  text(2);
  chart(PIE, 2);
  text(1);
  chart(LONG, 1);
  text(1);
  chart(GROUPED, 3, 2);
  text(3);
  text(4);
  chart(LINE, 3, 2);
  text(3);
  text(4);
  chart(PIE, 3, 2);
  table(
    tableOf([
      ['线路', '调整前', '调整后', '说明'],
      ['3路', '6:00', '5:40', '首班提前二十分钟，与轮渡第一班衔接'],
      ['12路', '21:30', '22:10', '末班推迟'],
      ['环湖专线', '—', '每15分钟', '新增，周末加密到每十分钟一班，停靠西堤码头和图书馆'],
    ]),
    3,
    2,
  );
  chart(YEARS, 5, 3);
  chart(PIE_FEW, 5, 3);
  const picture = {
    caption: copyText('试航中的“西堤一号”缓缓靠上码头，岸边挤满了等候的市民。'),
    credit: copyText('记者 白露 摄'),
  };
  for (const [column, columns] of [
    [5, 3],
    [5, 2],
    [7, 1],
  ] as const) {
    const box = place(column, columns, 8);
    items.push({
      kind: 'rect',
      role: 'decoration',
      fill: { c: 0, m: 0, y: 0, k: 25 },
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.lines * leading,
    });
    const lines = captionLines(picture, box.width, design, composer);
    items.push(...captionItems(picture, place(column, columns, lines), design, composer));
  }
  feet.fill(Math.max(...feet) + 1, 5);
  const figures = figureLines(FIGURES, widthOf(2) - 18, design, composer);
  const boxAt = place(5, 2, figures.natural + 2);
  const rect = { x: boxAt.x, y: boxAt.y, width: boxAt.width, height: boxAt.lines * leading };
  items.push(
    ...frameItems({ rule: 'none', corner: 'square', tint: design.styles.box.tint }, rect, {
      colour: RED.fill,
      radius: 9,
    }),
    ...figureItems(
      FIGURES,
      { ...boxAt, x: boxAt.x + 9, width: boxAt.width - 18, y: boxAt.y + leading, lines: figures.natural },
      design,
      composer,
    ),
  );
  for (const [column, columns, beside] of [
    [0, 5, false],
    [5, 2, true],
  ] as const) {
    feet.fill(Math.max(...feet.slice(column, column + columns)) + 2, column, column + columns);
    const lines = summaryLines(HEAD, widthOf(columns), design, composer);
    const at = { ...place(column, columns, lines), beside };
    items.push(...summaryItems(HEAD, at, design, composer));
  }
  return pageOfItems(items, plan);
}

/** A front page: masthead with an ear, every frame, imprint. */
export function trialFront(composer: Composer, change: Partial<NewsPlan> = {}): Page {
  const plan = frontPlan(change);
  const { items, text, feet } = stack(composer);
  items.push(...mastheadItems(plan, composer));
  const lines = setMasthead(plan, composer)?.lines ?? 0;
  feet.fill(lines);
  for (let column = 0; column < grid.columns; column += 1) text(column);
  const rules = [
    'thin',
    'thick',
    'thick-thin',
    'thin-thick',
    'double',
    'dotted',
    'ornament',
    'none',
  ] as const;
  const inks = [
    { colour: BLACK, corner: 'square', tint: undefined },
    { colour: BLACK, corner: 'round', tint: design.styles.box.tint },
    { colour: RED.fill, corner: 'square', tint: undefined },
    { colour: RED.fill, corner: 'round', tint: undefined },
  ] as const;
  const top = grid.top + (lines + 12) * leading;
  rules.forEach((rule, column) => {
    inks.forEach(({ colour, corner, tint }, row) => {
      const rect = {
        x: columnX(column),
        y: top + row * 14 * leading,
        width: grid.columnWidth,
        height: 12 * leading,
      };
      items.push(...frameItems({ rule, corner, ...(tint && { tint }) }, rect, { colour, radius: 12 }));
      const inset = frameInset(rule, design);
      const width = rect.width - 2 * inset;
      linesOf(
        copyText(FILLER.slice(0, 50)),
        partStyle('body', 'justify', design),
        width / size,
        composer,
      ).forEach((line, at) => {
        const y = rect.y + inset + (at + 0.88) * leading;
        items.push(...lineItems(line, { x: rect.x + inset, y, size, colour: BLACK, role: 'body' }));
      });
    });
  });
  const foot = grid.top + (grid.lines - imprintLines(plan, composer)) * leading;
  items.push(...imprintItems(plan, foot, composer));
  return pageOfItems(items, plan);
}

/** Charts in a box on tint with a black accent, in one column and more; ears over one another. */
export function trialGrey(composer: Composer): Page {
  const plan = frontPlan({
    ears: [
      {
        range: RANGE,
        title: copyText('天气'),
        text: [copyText('今天多云转晴，东北风三级，湖面浪高零点三米，适宜出行。')],
      },
      { range: RANGE, text: [copyText('本报热线二十四小时开通，欢迎读者提供新闻线索。')] },
      {
        range: RANGE,
        title: copyText('导读'),
        text: [
          copyText('十镇水账上了墙　2版'),
          copyText('夜读分馆开到九点　4版'),
          copyText('西堤的树活了　7版'),
        ],
      },
    ],
    design: { ...design, masthead: { ...design.masthead!, columns: 4 } },
  });
  const { items, place, feet } = stack(composer);
  items.push(...mastheadItems(plan, composer));
  feet.fill((setMasthead(plan, composer)?.lines ?? 0) + 1);
  const grey = { fill: BLACK, ink: { c: 0, m: 0, y: 0, k: 0 } };
  const chart = (part: ChartPart, column: number, columns: number) => {
    const at = place(column, columns, chartLines(part, columns, design).natural + 2);
    const rect = { x: at.x, y: at.y, width: at.width, height: (at.lines - 1) * leading };
    const frame = { rule: 'thin', corner: 'round', tint: design.styles.box.tint } as const;
    items.push(...frameItems(frame, rect, { colour: BLACK, radius: 9 }));
    const inner = { ...at, x: at.x + 9, y: at.y, width: at.width - 18, lines: at.lines - 1, accent: grey };
    items.push(...chartItems(part, inner, design, composer));
  };
  chart(PIE, 0, 2);
  chart(GROUPED, 0, 2);
  chart(LINE, 2, 3);
  chart(YEARS, 2, 2);
  chart(LINE, 5, 1);
  chart(UP, 5, 2);
  chart(chartOf('line', ['早', '晚'], [{ values: [0.31, 0.38] }], { title: '两次测量', unit: '米' }), 7, 1);
  chart(chartOf('bar', ['全年'], [{ values: [1260] }], { title: '一根柱' }), 7, 1);
  chart(chartOf('bar', ['甲', '乙', '丙', '丁'], [{ values: [0, 0, 0, 0] }]), 7, 1);
  return pageOfItems(items, plan);
}
