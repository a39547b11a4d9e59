import type { Rect } from '../../base/geometry.ts';
import type { Cells, PlannedPicture } from '../../model/news.ts';
import type { PlacedLeg, PlacedStory } from '../../model/page.ts';
import { runsDown } from './forms.ts';
import { captionHeight, topOf } from './picture-options.ts';
import type { SetStory } from './set-story.ts';
import { isFramed, rectOf } from './story-columns.ts';
import type { VerticalOption } from './vertical-head.ts';

/** How a story came to stand, in points: what the checks of the page and its score go by. */
export function placedStory(set: SetStory): PlacedStory {
  const { story, shop } = set.kit;
  const head = headRect(set);
  return {
    id: story.id,
    role: story.role,
    rank: story.rank,
    range: story.range,
    outline: set.cells.map((cells) => rectOf(cells, shop.design)),
    ...(head && story.head && { head: headFacts(set, head) }),
    legs: placedLegs(set),
    pictures: picturesOf(set).map(({ rect, caption }) => ({ rect, ...(caption && { caption }) })),
    framed: isFramed(story),
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

/** The place of its head; `undefined` without one. */
export function headRect(set: SetStory): Rect | undefined {
  const [head] = set.obstacles;
  return head && head.lines > 0 ? inside(head, set) : undefined;
}

/** How its head runs down; only of a story whose head does. */
export function uprightHead({ kit, cells, way }: SetStory): VerticalOption {
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
    size: strip ? uprightHead(set).size : way.head.size,
    face: head?.design.face ?? '',
    direction: strip ? 'vertical' : 'horizontal',
    words: head?.main.characters ?? '',
  };
}

/** Its legs with the lines that they have and that are used. */
export function placedLegs({ legs, pour, kit }: SetStory): readonly PlacedLeg[] {
  const { grid, leading } = kit.shop.design;
  const subheads = pour.placed.flatMap(({ item, pieces }) => (item.part?.kind === 'subhead' ? pieces : []));
  return legs.map(({ x, width, line, lines }, index) => ({
    rect: { x, y: grid.top + line * leading, width, height: lines * leading },
    room: lines,
    lines: pour.feet[index] ?? 0,
    subheads: subheads.filter(({ leg }) => leg === index).map((piece) => piece.line),
  }));
}

/** A picture of a story at its place. */
export interface PictureOnPage {
  readonly picture: PlannedPicture;
  readonly rect: Rect;
  /** Caption and credit under it; absent without words. */
  readonly caption?: Rect;
}

/** The pictures of a story that have a place, in their order. */
export function picturesOf(set: SetStory): readonly PictureOnPage[] {
  const { story, shop } = set.kit;
  return story.pictures.flatMap((picture, index): readonly PictureOnPage[] => {
    const cells = set.obstacles[index + 1];
    const option = set.way.pictures[index];
    if (!cells || !option) return [];
    const box = inside(cells, set);
    const rect = { x: box.x, y: box.y + topOf(shop.design), width: box.width, height: option.height };
    const height = captionHeight(picture, rect.width, shop);
    const caption = { x: rect.x, y: rect.y + rect.height, width: rect.width, height };
    return [{ picture, rect, ...(height > 0 && { caption }) }];
  });
}
