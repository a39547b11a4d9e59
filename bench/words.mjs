/**
 * Sentences of believable city news, made by rule from a seed: no clock, no chance. A story has one topic, one place, one
 * matter; sentences are drawn from decks, so that none comes twice before its deck is through.
 */
import { BRIEFS, BRIEF_TITLES, DECKS } from './sentences.mjs';

/** mulberry32: numbers from 0 to 1. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = (random, list) => list[Math.floor(random() * list.length)];
export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

/** Draws without return; shuffled anew when it is through. */
export function deckOf(random, cards) {
  let left = [];
  return () => {
    if (left.length === 0) {
      left = [...cards];
      for (let at = left.length - 1; at > 0; at -= 1) {
        const other = Math.floor(random() * (at + 1));
        [left[at], left[other]] = [left[other], left[at]];
      }
    }
    return left.pop();
  };
}

const FAMILY =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳史唐费廉岑薛雷贺倪汤殷罗毕郝安常乐于时傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万管卢莫房解应丁宣邓洪包左石崔吉龚程邢裴陆荣翁';
const GIVEN = [
  ...[
    '以宁',
    '见川',
    '若谷',
    '小满',
    '青禾',
    '一帆',
    '望舒',
    '怀朴',
    '知远',
    '清和',
    '远山',
    '静芬',
    '守田',
    '国安',
    '文锦',
    '四海',
  ],
  ...[
    '启年',
    '巧云',
    '自牧',
    '半夏',
    '长庚',
    '红梅',
    '大顺',
    '石生',
    '根宝',
    '鹿鸣',
    '一白',
    '阿炳',
    '水根',
    '又青',
    '守拙',
    '向北',
  ],
  ...[
    '得雨',
    '止戈',
    '晴川',
    '夜阑',
    '述之',
    '简宁',
    '冬青',
    '素娥',
    '无弦',
    '如是',
    '小鱼',
    '念真',
    '归舟',
    '南枝',
    '晓舟',
    '立夏',
  ],
];
const SINGLE = [
  '航',
  '宁',
  '岚',
  '峥',
  '舟',
  '禾',
  '朗',
  '瑾',
  '溪',
  '砚',
  '骁',
  '苒',
  '衡',
  '野',
  '棠',
  '越',
];

export function nameOf(random) {
  return pick(random, FAMILY) + (random() < 0.72 ? pick(random, GIVEN) : pick(random, SINGLE));
}

const LATIN = ['5G', 'Wi-Fi', 'NB-IoT', 'LoRa'];
const MONTHS = ['去年春天', '去年9月', '去年冬天', '今年1月', '今年开春', '上个月', '前年夏天', '三年前'];
const DAYS = [
  '昨天上午',
  '昨天下午',
  '前天清晨',
  '本周一',
  '上周末',
  '昨晚7点',
  '清明前两天',
  '一个下雨的早晨',
];
const OFFICES = [
  '市水务局',
  '市交通局',
  '街道办事处',
  '市农业农村局',
  '市文旅局',
  '项目部',
  '市城管局',
  '社区居委会',
  '市卫健委',
  '市教育局',
];
const CROWD = [
  '居民',
  '路过的人',
  '附近的店主',
  '老街坊',
  '上班的年轻人',
  '带孩子的家长',
  '外地来的游客',
  '退休的老师傅',
];
const DEGREE = [
  '不多不少',
  '出人意料',
  '慢慢地',
  '几乎同时',
  '说来简单',
  '算下来',
  '一年之后',
  '头三个月',
  '到了秋天',
  '好在',
];
const OBJECTS = [
  '一张手绘的图',
  '一只旧饼干盒',
  '一把卷尺',
  '一本卷了边的笔记',
  '一支铅笔',
  '一块小黑板',
  '一串钥匙',
  '一只保温杯',
];
const SENSES = [
  '声音比从前轻',
  '墙上多了一行粉笔字',
  '门口的树荫长了一寸',
  '灯一排一排亮起来',
  '风里有新木头的气味',
  '地面干净得照得见人',
];

/** What a story is about, fixed for all its sentences. */
export function matterOf(random, topic) {
  return {
    topic,
    site: pick(random, topic.sites),
    thing: pick(random, topic.things),
    name: nameOf(random),
    name2: nameOf(random),
  };
}

/** Sentences that were already printed on the page are drawn anew, so many times at most. */
const REDRAWS = 12;
const SENTENCE_END = /(?<=[。！？]”?)(?!”)/;

const WEEK = ['一', '二', '三', '四', '五', '六'];

/** One of the ways of saying it: `[早|迟]到` is 早到 or 迟到. */
function chosen(random, template) {
  return template.replace(/\[([^[\]]+)\]/g, (_, ways) => pick(random, ways.split('|')));
}

/** A template with its places filled. */
export function fill(random, template, matter) {
  const { topic } = matter;
  const ways = {
    site: () => matter.site,
    thing: () => matter.thing,
    name: () => matter.name,
    name2: () => matter.name2,
    role: () => pick(random, topic.roles),
    work: () => fill(random, topic.works[0 + Math.floor(random() * 3)], matter),
    work2: () => fill(random, topic.works[3 + Math.floor(random() * (topic.works.length - 3))], matter),
    gain: () => fill(random, pick(random, topic.gains), matter),
    worry: () => topic.worries[Math.floor(random() * 2)],
    worry2: () => topic.worries[2 + Math.floor(random() * 2)],
    unit: () => pick(random, topic.units),
    unit2: () => pick(random, ['百人次', '千米', '平方米', '吨', '户']),
    office: () => pick(random, OFFICES),
    since: () => pick(random, ['去年9月', '去年入冬', '今年1月', '今年开春', '上个月']),
    month: () => pick(random, MONTHS),
    day: () => pick(random, DAYS),
    day2: () => `本周${pick(random, WEEK)}`,
    crowd: () => pick(random, CROWD),
    degree: () => pick(random, DEGREE),
    object: () => pick(random, OBJECTS),
    sense: () => pick(random, SENSES),
    latin: () => pick(random, LATIN),
    m: () => pick(random, ['05', '10', '20', '25', '40', '50']),
    w: () => pick(random, WEEK),
  };
  return chosen(random, template).replace(/\{(\w+?)(?::(\d+)-(\d+))?\}/g, (whole, key, least, most) => {
    if (least === undefined) return ways[key]?.() ?? whole;
    const number = between(random, Number(least), Number(most));
    return key === 'p' ? `${number}%` : String(number);
  });
}

/** Sentences by kind for one page; decks are shared, so that stories side by side differ. */
export function writerOf(random) {
  const decks = Object.fromEntries(
    Object.entries(DECKS).map(([kind, cards]) => [kind, deckOf(random, cards)]),
  );
  const briefs = deckOf(random, BRIEFS);
  const titles = deckOf(random, BRIEF_TITLES);
  const used = new Set();
  const fresh = (make) => {
    for (let trial = 0; trial < REDRAWS; trial += 1) {
      const text = make();
      const parts = text.split(SENTENCE_END);
      if (parts.some((part) => used.has(part))) continue;
      for (const part of parts) used.add(part);
      return text;
    }
    return make();
  };
  return {
    sentence: (kind, matter) => fresh(() => fill(random, decks[kind](), matter)),
    brief: (matter) => ({ title: titles(), text: fill(random, briefs(), matter) }),
  };
}

export const marksOf = (text) => (text.match(/[，。、；：！？“”‘’（）《》…—·]/g) ?? []).length;
