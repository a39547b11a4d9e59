import { BLACK } from '../../src/base/colour.ts';
import { MILLIMETRE } from '../../src/base/units.ts';
import type { InlineMark, Text } from '../../src/model/issue.ts';
import { NO_LOCK, type NewsDesign, type NewsPlan, type StoryHeadDesign } from '../../src/model/news.ts';
import { DEFAULT_SETTING } from '../../src/model/setting.ts';
import type { Theme } from '../../src/model/layout.ts';

const SIZE = 9;
const LEADING = 11.25;

export const RED: Theme = {
  fill: { c: 0, m: 100, y: 90, k: 0 },
  ink: { c: 0, m: 0, y: 0, k: 0 },
};

const head = (sizes: readonly number[]): StoryHeadDesign => ({
  face: 'head',
  sizes,
  lines: { least: 1, most: 2 },
  leading: 1.15,
  align: 'centre',
  colour: BLACK,
  white: { least: 1, natural: 2, most: 3 },
  kicker: { face: 'kai', size: 16 },
  deck: { face: 'kai', size: 14 },
});

const small = (face: string, size: number) => ({ face, size, colour: BLACK });

/** The news grid of a broadsheet: eight columns of 13 characters, 9 pt on 11.25 pt. */
export const NEWS_DESIGN: NewsDesign = {
  size: SIZE,
  leading: LEADING,
  grid: {
    left: (390 * MILLIMETRE - 999) / 2,
    top: (550 * MILLIMETRE - 123 * LEADING) / 2,
    columns: 8,
    measure: 13,
    columnWidth: 13 * SIZE,
    gutter: SIZE,
    lines: 123,
    width: 999,
  },
  text: { ...DEFAULT_SETTING, indent: 2, endTrim: 'force', ellipsisStart: 'avoid' },
  keep: { widow: 2, orphan: 2, afterTitle: 2 },
  faces: { body: 'body', strong: 'hei' },
  folio: {
    lines: 4,
    size: 8,
    face: 'hei-text',
    sectionFace: 'head',
    sectionSize: 20,
    numberSize: 18,
    rule: 'thick-thin',
  },
  masthead: {
    lines: 14,
    columns: 6,
    nameFace: 'head',
    nameSize: { least: 60, natural: 96, most: 120 },
    face: 'hei-text',
    size: 8,
    earColumns: 2,
  },
  breaks: [],
  heads: [head([54, 48]), head([32, 28]), head([22, 18])],
  roleHeads: new Map(),
  styles: {
    lead: small('kai', 12),
    note: small('kai', 9),
    quote: small('kai', 12),
    caption: small('hei-text', 7.5),
    credit: small('kai', 7.5),
    table: small('hei-text', 8),
    subhead: { ...small('hei', 10.5), occupy: { least: 2, natural: 2, most: 3 }, align: 'centre' },
    byline: { ...small('kai', 9), labelFace: 'hei', align: 'centre' },
    briefTitle: small('hei', 9),
    dateline: 'hei',
    box: {
      tint: { c: 0, m: 0, y: 0, k: 10 },
      rule: { weight: 0.5, colour: BLACK },
      padding: 9,
      radius: 9,
    },
    advert: small('hei-text', 7.5),
  },
  separator: { lines: 2, across: 'thin', down: { weight: 0.5, colour: BLACK } },
  regions: [],
  free: true,
  ladder: [],
  lint: new Map(),
  underset: { warn: 2, error: 6 },
  weights: new Map(),
  pictures: { leastDpi: 120, warnDpi: 170, crop: [-0.1, 0.1] },
};

/** Width of merged columns of the grid. */
export function widthOf(columns: number): number {
  const { columnWidth, gutter } = NEWS_DESIGN.grid;
  return columns * columnWidth + (columns - 1) * gutter;
}

/** A text as if it stood alone in a file. */
export function copyText(characters: string, marks: readonly InlineMark[] = []): Text {
  const file = { path: 'news.yaml', text: characters };
  const offsets = Array.from({ length: characters.length }, (_, at) => at);
  return { characters, offsets, marks, range: { file, start: 0, end: characters.length } };
}

export const RANGE = copyText('').range;

/** A front page without stories. */
export function frontPlan(change: Partial<NewsPlan> = {}): NewsPlan {
  return {
    kind: 'news',
    paper: { trim: { width: 390 * MILLIMETRE, height: 550 * MILLIMETRE }, bleed: 0 },
    number: '01',
    date: '2026-03-18',
    accent: RED,
    folio: {
      number: copyText('01'),
      section: copyText('要闻'),
      day: ['2026年3月18日', '星期三', '农历丙午年正月三十'],
      credits: [
        { kind: 'written', characters: '责任编辑', label: true },
        { kind: 'copy', text: copyText('顾一帆') },
        { kind: 'written', characters: '版面设计', label: true },
        { kind: 'copy', text: copyText('宁小满') },
        { kind: 'written', characters: '校对', label: true },
        { kind: 'copy', text: copyText('韩青') },
      ],
    },
    title: {
      range: RANGE,
      name: copyText('澄湖日报'),
      colour: { value: 'M100 Y90', range: RANGE },
      registration: copyText('CN 33-0999'),
      publisher: copyText('澄湖日报社出版'),
      address: copyText('澄湖市环湖东路18号'),
      telephone: copyText('0500-2000000'),
      postcode: copyText('310999'),
      printer: copyText('澄湖日报印务中心'),
      printerAddress: copyText('澄湖市工业路6号'),
      distribution: copyText('澄湖市邮政局'),
      price: copyText('1.50元'),
      house: { banned: [] },
    },
    masthead: { issue: copyText('10326'), pages: copyText('8'), weather: copyText('多云转晴 12—19℃') },
    contacts: [],
    ears: [
      {
        range: RANGE,
        title: copyText('今日导读'),
        text: [copyText('堤上的灯一盏一盏亮了　2版'), copyText('老码头要改成图书馆　5版')],
      },
    ],
    stories: [],
    adverts: [],
    design: NEWS_DESIGN,
    lock: NO_LOCK,
    ...change,
  };
}
