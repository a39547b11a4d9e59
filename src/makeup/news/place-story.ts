import { BLACK } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { Cells, NewsDesign, PlannedPicture } from '../../model/news.ts';
import type { DisplayItem, PlacedLeg, PlacedPicture, PlacedStory } from '../../model/page.ts';
import { centredBaseline, lineItems } from '../items.ts';
import { isFramed, rectOf, runsDown } from './forms.ts';
import { frameOf } from './story-frame.ts';
import { headItems } from './head-items.ts';
import { listMarkItems } from './lists.ts';
import { captionAt, captionHeight, topOf } from './picture-options.ts';
import type { Leg, Poured } from './pour.ts';
import type { SetStory } from './set-story.ts';
import { verticalHeadItems } from './vertical-head.ts';

/** What a story puts on the page, in reading order, and how it came to stand. */
export interface StoryOnPage {
  readonly items: readonly DisplayItem[];
  readonly placed: PlacedStory;
}

/** Turns the whole numbers of a story into items at their places. */
export function placeStory(set: SetStory): StoryOnPage {
  const { kit } = set;
  const { story } = kit;
  const head = headRect(set);
  const pictures = story.pictures.flatMap((picture, index) => pictureAt(set, picture, index));
  const items = [
    ...frameOf(set),
    ...(head ? headOf(set, head) : []),
    ...set.pour.placed.flatMap((placed) => pouredItems(placed, set)),
    ...pictures.flatMap((picture) => picture.items),
  ];
  return {
    items: items.map((item) => ({ ...item, story: story.id })),
    placed: {
      id: story.id,
      role: story.role,
      rank: story.rank,
      range: story.range,
      outline: set.cells.map((cells) => rectOf(cells, kit.shop.design)),
      ...(head && story.head && { head: headFacts(set, head) }),
      legs: set.legs.map((leg, index) => legFacts(leg, index, set)),
      pictures: pictures.map(({ rect, caption }) => ({ rect, ...(caption && { caption }) })),
      framed: isFramed(story),
    },
  };
}

/** A rectangle inside a story, in its own columns and lines; one over its whole width keeps inside the frame. */
function inside(cells: Cells, { cells: outline, way, kit }: SetStory): Rect {
  const [first] = outline;
  if (!first) throw new Error('a story needs a place');
  const { design } = kit.shop;
  const rect = rectOf(
    {
      column: first.column + cells.column,
      columns: cells.columns,
      line: first.line + way.columns.inset / 2 + cells.line,
      lines: cells.lines,
    },
    design,
  );
  if (cells.columns < first.columns) return rect;
  const { x, width } = way.columns.inner;
  return { ...rect, x: rect.x + x, width };
}

function headRect(set: SetStory): Rect | undefined {
  const [head] = set.obstacles;
  return head && head.lines > 0 ? inside(head, set) : undefined;
}

function headOf(set: SetStory, rect: Rect): readonly DisplayItem[] {
  const { kit, way } = set;
  const { story, shop } = kit;
  if (!runsDown(way.form.head.place) || !story.head) return headItems(story, way.head, rect, shop);
  const option = stripOf(set);
  return verticalHeadItems(option, story.head.design, rect);
}

function stripOf({ kit, cells, way }: SetStory) {
  const option = kit.strip(way.form.head.place === 'side' ? way.head.lines : (cells[0]?.lines ?? 0));
  if (!option) throw new Error(`the head of story ${kit.story.id} has no strip`);
  return option;
}

function headFacts(set: SetStory, rect: Rect): NonNullable<PlacedStory['head']> {
  const { kit, way } = set;
  const { head } = kit.story;
  const strip = runsDown(way.form.head.place);
  return {
    rect,
    size: strip ? stripOf(set).size : way.head.size,
    face: head?.design.face ?? '',
    direction: strip ? 'vertical' : 'horizontal',
    words: head?.main.characters ?? '',
  };
}

function legRect({ x, width, line, lines }: Leg, { grid, leading }: NewsDesign): Rect {
  return { x, y: grid.top + line * leading, width, height: lines * leading };
}

function legFacts(leg: Leg, index: number, { pour, kit }: SetStory): PlacedLeg {
  const subheads = pour.placed.flatMap(({ item, pieces }) =>
    item.part?.kind === 'subhead'
      ? pieces.filter((piece) => piece.leg === index).map(({ line }) => line)
      : [],
  );
  return { rect: legRect(leg, kit.shop.design), room: leg.lines, lines: pour.feet[index] ?? 0, subheads };
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

interface PictureOnPage {
  readonly items: readonly DisplayItem[];
  readonly rect: Rect;
  readonly caption?: Rect;
}

function pictureAt(set: SetStory, picture: PlannedPicture, index: number): readonly PictureOnPage[] {
  const cells = set.obstacles[index + 1];
  const option = set.way.pictures[index];
  if (!cells || !option) return [];
  const { shop } = set.kit;
  const box = inside(cells, set);
  const rect = { x: box.x, y: box.y + topOf(shop.design), width: box.width, height: option.height };
  const foot = rect.y + rect.height;
  const captionTall = captionHeight(picture, rect.width, shop);
  const item: PlacedPicture = {
    kind: 'picture',
    role: 'picture',
    file: picture.file.value,
    ...rect,
    whole: wholeOf(picture, rect),
    ...(picture.alt && { alt: picture.alt.characters }),
    origin: picture.file.range,
  };
  return [
    {
      items: [item, ...captionAt(picture, { x: rect.x, y: foot, width: rect.width }, shop)],
      rect,
      ...(captionTall > 0 && { caption: { x: rect.x, y: foot, width: rect.width, height: captionTall } }),
    },
  ];
}

/** The whole picture behind what shows of it: as small as covers it, its focus as near to the middle as it goes. */
export function wholeOf({ size, focus }: Pick<PlannedPicture, 'size' | 'focus'>, rect: Rect): Rect {
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
