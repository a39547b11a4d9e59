/**
 * Random pages of several stories, for benchmarks and for trying the make-up room. Equal seeds give equal files.
 * `node bench/generate.mjs SEED [LAYOUT] [FILL]` prints one.
 */
import { stringify } from 'yaml';
import { GRIDS, advertLines, castOff, storyLines, textLines } from './cast-off.mjs';
import { headed, pictureOf, ratioOf } from './heads.mjs';
import { TOPICS } from './topics.mjs';
import { between, deckOf, matterOf, nameOf, pick, randomFrom, writerOf } from './words.mjs';

/** Share of the text of a page by role, before chance. */
const WEIGHTS = { lead: 3, second: 2, third: 1.25, comment: 0.9, briefs: 1.4 };
/** Least text of a story, column lines. */
const LEAST = { lead: 40, second: 22, third: 12, comment: 10, briefs: 14 };
/** Most text of the lead, column lines. */
const MOST_LEAD = 190;
const DEVIATION = 0.04;
/** Casting off knows nothing of lines that heads, bylines and level feet leave empty: about three in a hundred. */
const FILL = 0.97;
const LEAD_PICTURE = 0.8;

/**
 * YAML of a page. `fill` is the share of the page's column lines that heads, text and pictures together take by casting
 * off; the page differs from it by chance, at most 4 percent.
 */
export function generateIssue({ seed, layout = 'broadsheet-8x13', fill: share = FILL }) {
  return stringify(issueOf({ seed, layout, share }), { lineWidth: 0 });
}

export function issueOf({ seed, layout = 'broadsheet-8x13', share = 1 }) {
  const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1));
  const grid = GRIDS[layout];
  let stories = plannedStories(random, { layout, grid });
  const ads = advertsOf(random, { layout, count: stories.length });
  const target = share * (1 + (random() * 2 - 1) * DEVIATION) * grid.columns * grid.lines - advertLines(ads);
  const writer = writerOf(random);
  while (stories.length > 3 && spareLines(stories, grid, target) < 0) stories = lighter(stories);
  const spare = target - fixedLines(stories, grid);
  write({ stories, grid, spare, random, writer });
  const articles = stories.map(({ matter: _, ...story }) => story);
  return { ...furniture(random, layout), articles, ...(ads.length > 0 ? { ads } : {}) };
}

/** Most pages of few stories, and half of the others, have an advertisement at the foot. */
function advertsOf(random, { layout, count }) {
  const files = layout === 'broadsheet-8x13' ? ['ads/spring.pdf'] : ['ads/tea.pdf', 'ads/bicycle.jpg'];
  const size = layout === 'broadsheet-8x13' ? '8c x 24L' : '6c x 18L';
  return random() < (count < 7 ? 0.85 : 0.5) ? [{ file: pick(random, files), size, anchor: 'bottom' }] : [];
}

const fixedLines = (stories, grid) =>
  stories.reduce((sum, story) => sum + storyLines({ ...story, byline: undefined }, grid, ratioOf), 0);
const spareLines = (stories, grid, target) =>
  target - fixedLines(stories, grid) - stories.reduce((sum, { role }) => sum + LEAST[role], 0);

/** One picture fewer, or else one story fewer. */
function lighter(stories) {
  const last = stories.findLastIndex(({ images }) => images);
  if (last >= 0) return stories.map((story, at) => (at === last ? withoutPictures(story) : story));
  return stories.slice(0, -1);
}

const withoutPictures = ({ images: _, ...story }) => story;

function furniture(random, layout) {
  const day = new Date(Date.UTC(2026, 0, 1 + between(random, 0, 364)));
  return {
    pagegen: 1,
    layout,
    date: day.toISOString().slice(0, 10),
    page: {
      number: between(random, 2, 16),
      section: pick(random, ['要闻', '民生', '城事', '经济', '乡镇', '街巷']),
    },
    folio: { contact: '新闻热线 0500-8866110', email: 'news@chenghu.example' },
    credits: { editor: nameOf(random), designer: nameOf(random), proofreader: nameOf(random) },
  };
}

/** Stories with head, byline and pictures; their text is not yet written. */
function plannedStories(random, { layout, grid }) {
  const broad = layout === 'broadsheet-8x13';
  const count = broad ? between(random, 5, 10) : between(random, 3, 6);
  const topics = deckOf(random, Object.values(TOPICS));
  const roles = ['lead', 'second', ...Array.from({ length: count - 2 }, () => 'third')];
  if (count > 3 && random() < 0.6) roles[roles.length - 1] = 'briefs';
  if (count > 4 && random() < 0.5) roles[roles.length - 2] = 'comment';
  const pictures = between(random, 0, broad ? 4 : 3);
  let left = pictures;
  return roles.map((role, at) => {
    const matter = matterOf(random, topics());
    const story = headed(random, { role, matter, at });
    const wanted =
      role === 'lead' ? random() < LEAD_PICTURE : (role === 'second' || role === 'third') && random() < 0.6;
    const able = matter.topic.photos.length > 0;
    if (left > 0 && wanted && able) {
      left -= 1;
      return { ...story, images: [pictureOf(random, { role, matter, grid })] };
    }
    return story;
  });
}

const FLOW = [
  'fact',
  'process',
  'number',
  'life',
  'worry',
  'quote',
  'fact',
  'process',
  'number',
  'life',
  'quote',
  'plan',
];
const SUBHEADS = [
  '账从哪里算起',
  '难在最后一步',
  '先试再推开',
  '谁来出这笔钱',
  '留下来的问题',
  '细处见功夫',
  '慢一点更稳',
  '听一听街坊怎么说',
  '不止一种办法',
  '夜里的功课',
];

/** Writes the stories so that together they take `spare` column lines; what the last cannot take the lead gives or takes. */
function write({ stories, grid, spare, random, writer }) {
  const shares = stories.map(({ role }) => WEIGHTS[role] * (0.75 + random() * 0.5));
  const others = shares.slice(1).reduce((sum, one) => sum + one, 0);
  if (spare > MOST_LEAD) shares[0] = Math.min(shares[0], (MOST_LEAD * others) / (spare - MOST_LEAD));
  let open = spare;
  let owed = others + shares[0];
  for (const at of stories.keys()) {
    const last = at === stories.length - 1;
    const story = stories[stories.length - 1 - at];
    const share = shares[stories.length - 1 - at];
    const lines = Math.max(last ? 1 : LEAST[story.role], Math.round((open * share) / owed));
    Object.assign(
      story,
      story.role === 'briefs'
        ? briefsOf({ story, lines, grid, random, writer })
        : textOf({ story, lines, grid, random, writer }),
    );
    open -= textLines(story, grid);
    owed -= share;
  }
}

function briefsOf({ story, lines, grid, random, writer }) {
  const items = [];
  const topics = deckOf(random, Object.values(TOPICS));
  while (textLines({ items }, grid) < lines - 4) items.push(writer.brief(matterOf(random, topics())));
  if (items.length > 2 && random() < 0.5) items.push({ ...items.pop(), optional: true });
  return { items, headline: story.headline };
}

/** Paragraphs of two to four sentences up to so many lines; long stories have subheads, some a quotation or a part that may go. */
function textOf({ story, lines, grid, random, writer }) {
  const { role, matter, byline } = story;
  const sentence = (kind) => writer.sentence(kind, matter);
  const taken = (body) => textLines({ body, byline }, grid);
  const flow = deckOf(random, role === 'comment' ? ['opinion', 'opinion', 'opinion', 'worry'] : FLOW);
  const subheads = deckOf(random, SUBHEADS);
  const every =
    role === 'lead'
      ? between(random, 3, 5)
      : role === 'second'
        ? between(random, 4, 7)
        : Number.POSITIVE_INFINITY;
  const body = [sentence(role === 'comment' ? 'opinion' : 'opening')];
  const quoted = role === 'lead' && random() < 0.5 ? between(random, 2, 5) : 0;
  let paragraphs = 1;
  while (taken(body) < lines - 1) {
    const left = lines - taken(body);
    if (paragraphs % every === 0 && left > 14) body.push({ subhead: subheads() });
    if (paragraphs === quoted && left > 12) body.push(quoteOf(story, sentence));
    body.push(paragraphOf({ flow, sentence, random, left, grid }));
    paragraphs += 1;
  }
  if (role !== 'comment' && body.length > 3) body[body.length - 1] = ended({ body, sentence, lines, taken });
  if (role === 'second' || role === 'lead') marked(body, random);
  return { body };
}

const quoteOf = ({ matter }, sentence) => ({
  quote: sentence('pulled'),
  by: `${matter.site} ${matter.name}`,
});

function paragraphOf({ flow, sentence, random, left, grid }) {
  let text = '';
  const wanted = between(random, 2, 4);
  for (let at = 0; at < wanted; at += 1) {
    const next = text + sentence(flow());
    if (at > 0 && Math.ceil([...next].length / grid.measure) > left) break;
    text = next;
  }
  return text;
}

/** The last paragraph closes the story, if a closing sentence comes as near to the length as what stands there. */
function ended({ body, sentence, lines, taken }) {
  const last = body.at(-1);
  const off = (text) => Math.abs(taken([...body.slice(0, -1), text]) - lines);
  const closings = Array.from({ length: 4 }, () => sentence('closing'));
  const choices = [...closings, ...closings.map((one) => last + one)].filter(
    (one) => off(one) <= Math.max(1, off(last)),
  );
  return choices.toSorted((one, other) => off(one) - off(other))[0] ?? last;
}

/** Some stories have a paragraph that may be left out. */
function marked(body, random) {
  const plain = [...body.keys()].filter(
    (at) => at > 1 && at < body.length - 1 && typeof body[at] === 'string',
  );
  if (plain.length > 2 && random() < 0.6) {
    const at = pick(random, plain);
    body[at] = { text: body[at], optional: true };
  }
}

export const shareOf = (issue) => castOff(issue, ratioOf);

if (process.argv[1] === import.meta.filename) {
  const [seed = '1', layout, share] = process.argv.slice(2);
  console.log(generateIssue({ seed: Number(seed), layout, ...(share ? { fill: Number(share) } : {}) }));
}
