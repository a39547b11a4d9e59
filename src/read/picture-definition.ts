import type { Ranged } from '../base/source.ts';
import type { Advert, Picture } from '../model/story.ts';
import { label, paragraph } from './copy.ts';
import { byKind, list, mapped, oneOf, refuse, scalar, shown, words } from './define.ts';
import type { Definition } from './define.ts';
import { later } from './common-definition.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';
import { numberBetween, pairOf, shareBetween } from './values.ts';

/** Most columns that a layout may have. */
const MOST_COLUMNS = 20;

export const columnCount = numberBetween({ least: 1, most: MOST_COLUMNS, whole: true, unit: /(c|栏)$/ });

/** The most that the height of a picture may be changed by. */
const MOST_CROP = 0.5;

/** `[-8%, 0%]`: the least and the greatest change of height. */
export const cropRange: Definition<Ranged<readonly [Ranged<number>, Ranged<number>]>> = ordered(
  pairOf(shareBetween(-MOST_CROP, MOST_CROP), '[-8%, 0%]'),
);

function ordered<T extends Ranged<readonly [Ranged<number>, Ranged<number>]>>(
  pair: Definition<T>,
): Definition<T> {
  return {
    ...pair,
    read: (node, place) => {
      const read = pair.read(node, place);
      if (!read || read.value[0].value <= read.value[1].value) return read;
      return refuse(place.report, read.range, place.key.value, '[-8%, 0%]');
    },
  };
}

const pictureFields = {
  file: required(
    shown(words, 'photos/bridge.jpg'),
    '图片文件，相对稿件文件的路径 / File, as a path relative to this one',
    '文件',
  ),
  role: optional(
    oneOf({ main: ['主图'], side: ['辅图'], head: ['题图'] }),
    '主图、辅图、题图；第一幅是主图 / Main, side or head picture; the first is the main one',
    '图别',
  ),
  caption: optional(paragraph, '图片说明 / Caption', '图片说明', '说明'),
  credit: optional(label, '摄影署名 / Credit', '摄影署名', '摄影'),
  alt: optional(paragraph, '给看不见图的读者的文字 / Words for readers who cannot see it', '替代文字'),
  focus: optional(
    pairOf(shareBetween(0, 1), '[0.62, 0.4]'),
    '裁切时留住的点：[横, 竖] / Point that cropping keeps: [across, down]',
    '焦点',
  ),
  crop: optional(cropRange, '高度可变多少：[-8%, 0%] / Change of height that it may take', '裁切'),
  cols: optional(columnCount, '几栏宽 / Width in basic columns', '栏'),
  side: optional(
    oneOf({ left: ['左'], right: ['右'], centre: ['中', 'center'] }),
    '在稿件的哪一边 / Side of its story',
    '边',
  ),
  wrap: later('图文绕排'),
  tone: later(),
};

type PictureRecord = RecordOf<typeof pictureFields>;

const oneOrSeveral = (item: Definition<PictureRecord>): Definition<readonly PictureRecord[]> =>
  byKind<'map' | 'list', readonly PictureRecord[]>({
    map: mapped(item, (one) => [one]),
    list: mapped(list(item, 1), ({ value }) => value),
  });

/** The pictures of a story, in the order written. */
export const pictures: Definition<readonly Picture[]> = mapped(
  oneOrSeveral(record(pictureFields)),
  (written) => written.map((one, index) => pictureOf(one, index)),
);

const CENTRE = 0.5;

function pictureOf(written: PictureRecord, index: number): Picture {
  const { range, file, role, caption, credit, alt, focus, crop, cols, side } = written;
  const [across, down] = focus?.value ?? [];
  return {
    range,
    file,
    role: role?.value ?? (index === 0 ? 'main' : 'side'),
    ...(caption ? { caption } : {}),
    ...(credit ? { credit } : {}),
    ...(alt ? { alt } : {}),
    focus: [across?.value ?? CENTRE, down?.value ?? CENTRE],
    ...(crop ? { crop: [crop.value[0].value, crop.value[1].value] as const } : {}),
    ...(cols ? { columns: cols.value } : {}),
    ...(side ? { side: side.value } : {}),
  };
}

/** `8c x 24L`: basic columns by body lines. */
const advertSize = scalar({
  parse: (text) => {
    const [, columns, lines] = /^(\d{1,2})\s*(?:c|栏)\s*[x×X*]\s*(\d{1,3})\s*(?:L|行)$/.exec(text) ?? [];
    const size = { columns: Number(columns), lines: Number(lines) };
    return columns && lines && size.columns > 0 && size.lines > 0 ? size : undefined;
  },
  expected: '8c x 24L, 8栏×24行',
  schema: { type: 'string', examples: ['8c x 24L', '8栏×24行'] },
});

const advertFields = {
  file: required(shown(words, 'ads/tea.pdf'), '广告文件 / File of the advertisement', '文件'),
  size: required(advertSize, '大小：几栏乘几行 / Size: columns by lines', '大小', '尺寸'),
  anchor: optional(
    oneOf({ bottom: ['下'], 'bottom-left': ['左下'], 'bottom-right': ['右下'], 'top-right': ['右上'] }),
    '位置 / Corner or edge of the page',
    '位置',
  ),
  alt: optional(paragraph, '给看不见图的读者的文字 / Words for readers who cannot see it', '替代文字'),
};

/** The advertisements of a page. */
export const adverts: Definition<readonly Advert[]> = mapped(list(record(advertFields)), ({ value }) =>
  value.map(({ range, file, size, anchor, alt }): Advert => {
    const { columns, lines } = size.value;
    const place = anchor?.value ?? 'bottom';
    return { range, file, columns, lines, anchor: place, ...(alt ? { alt } : {}) };
  }),
);
