/** Heads, bylines and pictures of generated stories. */
import { between, deckOf, fill, nameOf, pick } from './words.mjs';

/** Pictures that the stories may take: file, width to height. */
const PICTURES = {
  ferry: {
    file: 'photos/ferry.jpg',
    ratio: 1.5,
    captions: ['清晨，渡船驶过{site}。', '{site}外的湖面上，一条渡船正在靠岸。'],
  },
  library: {
    file: 'photos/library.jpg',
    ratio: 1.5,
    captions: ['夜里的{site}。', '雨后，{site}的窗子还亮着。'],
  },
  intake: { file: 'photos/intake.jpg', ratio: 1.5, captions: ['傍晚的{site}。', '暮色里，{site}的灯亮了。'] },
  bridge: { file: 'photos/bridge.png', ratio: 1.5, captions: ['大雾中的{site}。', '昨天清晨的{site}。'] },
  paddy: {
    file: 'photos/paddy.webp',
    ratio: 1.5,
    captions: ['{site}的春水映着天光。', '农民在{site}犁地。'],
  },
  market: {
    file: 'photos/night-market.jpg',
    ratio: 1.5,
    captions: ['昨晚的{site}。', '{site}的灯下，人来人往。'],
  },
  rain: {
    file: 'photos/rain-street.jpg',
    ratio: 1200 / 1700,
    captions: ['雨夜里的{site}。', '{site}附近，一辆夜班车驶来。'],
  },
  fruit: { file: 'photos/fruit.jpg', ratio: 1.5, captions: ['清晨的{site}，新到的果子按等级码放。'] },
  cranes: { file: 'photos/cranes.jpg', ratio: 1.6, captions: ['傍晚的{site}。'] },
  tea: {
    file: 'photos/tea.jpg',
    ratio: 1.5,
    captions: ['雨后，人们在{site}采茶。', '{site}的山坡起了薄雾。'],
  },
  quay: { file: 'photos/old-quay.tif', ratio: 960 / 663, captions: ['一张旧照片里的{site}。'] },
  map: { file: 'photos/route-map.svg', ratio: 1200 / 760, captions: ['{site}附近航线示意图。'] },
};
const RATIOS = new Map(Object.values(PICTURES).map(({ file, ratio }) => [file, ratio]));
export const ratioOf = (file) => RATIOS.get(file);

/** A story with its head and byline. */
export function headed(random, { role, matter, at }) {
  const id = `${role}-${at + 1}`;
  const main =
    role === 'briefs'
      ? pick(random, ['短波', '街巷短讯', '一周简讯', '便民信息'])
      : headlineOf(random, matter);
  const long = role === 'lead' || role === 'second';
  const headline = {
    ...(long && random() < 0.6 ? { kicker: kickerOf(random, matter) } : {}),
    main,
    ...(long && random() < 0.7 ? { deck: deckFor(random, matter) } : {}),
  };
  const dateline = role !== 'comment' && role !== 'briefs' && random() < 0.4 ? { dateline: '本报讯' } : {};
  const direction = role === 'third' && random() < 0.15 ? { headline_direction: 'auto' } : {};
  return { id, role, headline, ...direction, ...dateline, ...bylineOf(random, role), matter };
}

const MOST_HEADLINE = 16;

function headlineOf(random, matter) {
  const heads = deckOf(random, matter.topic.heads);
  for (let trial = 0; trial < 8; trial += 1) {
    const head = fill(random, heads(), matter);
    const long = [...head].length;
    if (long >= 6 && long <= MOST_HEADLINE) return head;
  }
  return fill(random, '{site} {thing}新规', matter).slice(0, MOST_HEADLINE);
}

const kickerOf = (random, matter) =>
  fill(
    random,
    pick(random, ['{thing}启用{n:30-400}天', '{site} 一年回访', '从{site}说起', '{office}公布账本']),
    matter,
  );
const deckFor = (random, matter) =>
  fill(
    random,
    pick(random, [
      '{gain}',
      '{worry} 先试{n:3-6}个月再说',
      '{work} 钱分三处出',
      '{n:20-90}户人家参与 {n:3-9}次会议',
    ]),
    matter,
  );

function bylineOf(random, role) {
  if (role === 'briefs') return {};
  if (role === 'comment') return { byline: { author: nameOf(random) } };
  const reporter = Array.from({ length: role === 'lead' ? between(random, 1, 2) : 1 }, () => nameOf(random));
  return { byline: { reporter, ...(random() < 0.35 ? { correspondent: [nameOf(random)] } : {}) } };
}

export function pictureOf(random, { role, matter, grid }) {
  const { file, captions } = PICTURES[pick(random, matter.topic.photos)];
  return {
    file,
    cols: grid.picture[role === 'lead' ? 'lead' : 'other'],
    caption: fill(random, pick(random, captions), matter),
    credit: `记者 ${nameOf(random)} 摄`,
    focus: [0.5, 0.5],
    crop: ['-10%', '5%'],
  };
}
