import { BLACK } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { PlannedPicture } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { centredBaseline, lineItems } from '../items.ts';
import { runsDown } from './forms.ts';
import { headItems } from './head-items.ts';
import { listMarkItems } from './lists.ts';
import { captionAt } from './picture-options.ts';
import type { Poured } from './pour.ts';
import type { SetStory } from './set-story.ts';
import { headRect, picturesOf, uprightHead, type PictureOnPage } from './story-facts.ts';
import { frameOf } from './story-frame.ts';
import { verticalHeadItems } from './vertical-head.ts';

/** What a story puts on the page, in reading order: the whole numbers of a set story turned into items at their places. */
export function storyItems(set: SetStory): readonly DisplayItem[] {
  const { story } = set.kit;
  const head = headRect(set);
  const items = [
    ...frameOf(set),
    ...(head ? headOf(set, head) : []),
    ...set.pour.placed.flatMap((placed) => pouredItems(placed, set)),
    ...picturesOf(set).flatMap((picture) => pictureItems(set, picture)),
  ];
  return items.map((item) => ({ ...item, story: story.id }));
}

function headOf(set: SetStory, rect: Rect): readonly DisplayItem[] {
  const { kit, way } = set;
  const { story, shop } = kit;
  if (!runsDown(way.form.head.place) || !story.head) return headItems(story, way.head, rect, shop);
  return verticalHeadItems(uprightHead(set), story.head.design, rect);
}

function pouredItems({ item, variant, pieces }: Poured, set: SetStory): readonly DisplayItem[] {
  const { design, composer } = set.kit.shop;
  const { grid, leading } = design;
  let next = 0;
  return pieces.flatMap(({ leg, line, count }): readonly DisplayItem[] => {
    const place = set.legs[leg];
    // What found no room stands in a leg that is not there.
    if (!place) return [];
    const top = grid.top + (place.line + line) * leading;
    if (item.kind === 'block') {
      return item.items({ x: place.x, width: place.width, top, lines: count, atHead: line === 0 });
    }
    const lines = variant?.lines.slice(next, next + count) ?? [];
    const first = next === 0;
    next += count;
    return [
      ...(first && item.mark
        ? listMarkItems(
            { mark: item.mark, hang: item.inset },
            { x: place.x, y: centredBaseline(top, leading, design.size) },
            design,
            composer,
          )
        : []),
      ...lines.flatMap((each, row) =>
        lineItems(each, {
          x: place.x + item.inset * design.size,
          y: centredBaseline(top + row * leading, leading, design.size),
          size: design.size,
          colour: BLACK,
          role: item.role,
        }),
      ),
    ];
  });
}

function pictureItems(set: SetStory, { picture, rect, caption }: PictureOnPage): readonly DisplayItem[] {
  const foot = { x: rect.x, y: caption?.y ?? rect.y + rect.height, width: rect.width };
  return [
    {
      kind: 'picture',
      role: 'picture',
      file: picture.file.value,
      ...rect,
      whole: wholeOf(picture, rect),
      ...(picture.alt && { alt: picture.alt.characters }),
      origin: picture.file.range,
    },
    ...captionAt(picture, foot, set.kit.shop),
  ];
}

/** The whole picture behind what shows of it: as small as covers it, its focus as near to the middle as it goes. */
function wholeOf({ size, focus }: Pick<PlannedPicture, 'size' | 'focus'>, rect: Rect): Rect {
  const scale = Math.max(rect.width / size.width, rect.height / size.height);
  const width = size.width * scale;
  const height = size.height * scale;
  const shift = (room: Pt, whole: Pt, share: number): Pt =>
    -Math.min(Math.max(0, whole * share - room / 2), Math.max(0, whole - room));
  return {
    x: rect.x + shift(rect.width, width, focus[0]),
    y: rect.y + shift(rect.height, height, focus[1]),
    width,
    height,
  };
}
