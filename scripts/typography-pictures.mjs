/**
 * Draws the before-and-after pictures of docs/typography.md from real settings: docs/typography/*.png. Lines whose joints
 * a reader would see (over 0.03 em) stand on a tint. `npm run build && node scripts/typography-pictures.mjs`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFonts } from '../dist/cli/desk.js';
import { DEFAULT_SETTING } from '../dist/model/setting.js';
import { writePdf } from '../dist/output/pdf.js';
import { writePng } from '../dist/output/png.js';
import { setHeading } from '../dist/typeset/heading.js';
import { setLine } from '../dist/typeset/line.js';
import { prepareParagraph, setPrepared } from '../dist/typeset/paragraph.js';

const SIZE = 12;
const LEADING = 16;
const EDGE = 14;
const GUTTER = 26;
const BLACK = { c: 0, m: 0, y: 0, k: 100 };
const TINT = { c: 0, m: 25, y: 30, k: 0 };
const BODY = { ...DEFAULT_SETTING, indent: 2, endTrim: 'force', ellipsisStart: 'avoid' };

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'typography');
const fonts = readFonts({ home: root, io: { cwd: root } }, (diagnostic) => console.error(diagnostic.code));

const STORY =
  '湖边的人都说，变化是从一道堤开始的。2018年，雁荻湖拆了第一段围堤，水漫回去，“草也跟着回去”，老渔民覃水根这样讲。' +
  '起初没有人相信：种了三十年的地，说退就退？镇里开了九次会，一次比一次长；到第十次，话少了，手举起来了。' +
  '如今站在观鸟屋里，一眼望去，苇荡、浅滩、明水，一层一层铺到天边——白鹭、小天鹅、反嘴鹬，都在。';
const PAIRS = '站长说：“**先看水，再看鸟**。”（《**湿地手记**》，第3页）他又补了一句：“**慢慢来**……”';
const RANGE =
  '2016年3月26日下午4:10，石犀港卸完了最后一船货，祁守潮没有马上收钩，他在34米高的驾驶室里坐了20多分钟。';

mkdirSync(folder, { recursive: true });
await columns('marks.png', STORY, 13, [
  ['标点固定半字 fixed halves', { markShrink: 0 }],
  ['标点可伸缩 elastic marks', {}],
]);
await columns('search.png', STORY, 13, [
  ['逐行填满 first-fit', { breaking: 'first-fit', overflow: 'push-out' }],
  ['全段权衡 total-fit', {}],
]);
await columns('pairs.png', PAIRS, 14, [
  [
    '相邻标点不挤 no pairs',
    { punctuation: 'css-space-all', markShrink: 0, startTrim: 'none', endTrim: 'none' },
  ],
  ['换了字体也挤 pairs across faces', {}],
]);
await columns('figures.png', RANGE, 13, [
  ['间隙固定 fixed gaps', { breaking: 'first-fit', overflow: 'push-out' }],
  ['间隙可收 gaps close up', {}],
]);
await headlines('headlines.png', [
  ['沐州大学与雁荻湖管理处共建湿地研究院', 9],
  ['世界冠军用过的那副乒乓球拍卖了八万元', 10],
  ['全县乡村医生们拿到了首批上岗证', 5],
]);

/** Two settings of one copy, side by side. */
async function columns(file, copy, measure, ways) {
  const text = textOf(copy);
  const sets = ways.map(([name, change]) => {
    const prepared = prepareParagraph(
      { text, roles: { plain: 'body', strong: 'hei' }, setting: { ...BODY, ...change } },
      fonts,
    );
    const best = setPrepared(prepared, () => measure).reduce((one, other) =>
      other.cost < one.cost ? other : one,
    );
    return { name, lines: best.lines };
  });
  const width = measure * SIZE;
  const items = sets.flatMap(({ name, lines }, at) => {
    const x = EDGE + at * (width + GUTTER);
    return [
      ...lineItems(setLine(name, 'hei', fonts), x, EDGE + 8, 8),
      ...lines.flatMap((line, row) => {
        const y = EDGE + 18 + (row + 1) * LEADING;
        const tint = line.gap > 0.03 ? [rect(x, y - SIZE + 0.5, width, LEADING - 1)] : [];
        return [...tint, ...lineItems(line, x, y, SIZE)];
      }),
    ];
  });
  const rows = Math.max(...sets.map(({ lines }) => lines.length));
  await draw(file, items, 2 * EDGE + 2 * width + GUTTER, 2 * EDGE + 22 + rows * LEADING);
}

/** Headlines cut in the middle by width, and turned by sense. */
async function headlines(file, list) {
  const size = 17;
  const style = { role: 'head' };
  const width = 11 * size;
  const items = list.flatMap(([copy, middle], row) => {
    const cut = [copy.slice(0, middle), copy.slice(middle)].map((part) => setLine(part, 'head', fonts));
    const turned = setHeading(textOf(copy), style, 2, fonts).find(({ lines }) => lines.length === 2).lines;
    return [cut, turned].flatMap((lines, at) =>
      lines.flatMap((line, step) => {
        const x = EDGE + at * (width + GUTTER) + (width - line.width * size) / 2;
        return lineItems(line, x, EDGE + 36 + row * 58 + step * 23, size);
      }),
    );
  });
  const names = ['居中切开 cut in the middle', '按意思转行 turned by sense'].flatMap((name, at) =>
    lineItems(setLine(name, 'hei', fonts), EDGE + at * (width + GUTTER), EDGE + 8, 8),
  );
  await draw(file, [...names, ...items], 2 * EDGE + 2 * width + GUTTER, EDGE + 26 + list.length * 58);
}

function rect(x, y, width, height) {
  return { kind: 'rect', role: 'decoration', x, y, width, height, fill: TINT };
}

function lineItems({ runs }, x, y, size) {
  return runs.map((run) => ({
    kind: 'glyphs',
    role: 'body',
    font: run.font,
    size: size * run.scale,
    colour: BLACK,
    x,
    y: y + run.dy * size,
    glyphs: run.glyphs.map(({ id, dx, text }) => ({ id, dx: dx * size, text })),
  }));
}

async function draw(file, items, width, height) {
  const page = {
    paper: { trim: { width, height }, bleed: 0 },
    title: file,
    language: 'zh-Hans',
    items,
    outline: [],
    grid: { area: { x: 0, y: 0, width, height }, columns: [], leading: LEADING, lines: 1, size: SIZE },
    regions: [],
    characters: { copy: 0, set: 0 },
    fit: [],
  };
  const [picture] = await writePng(await writePdf([page], fonts, { version: '' }), 120);
  writeFileSync(join(folder, file), picture);
  console.log(`docs/typography/${file}: ${Math.round(picture.length / 1024)} KB`);
}

/** Plain copy with ** round strong words. */
function textOf(copy) {
  const parts = copy.split('**');
  const marks = [];
  let characters = '';
  parts.forEach((part, at) => {
    const start = characters.length;
    characters += part;
    if (at % 2 === 1) marks.push({ kind: 'strong', start, end: characters.length });
  });
  const range = { file: { path: '', text: characters }, start: 0, end: characters.length };
  return { characters, offsets: Array.from(characters, (_, at) => at), marks, range };
}
