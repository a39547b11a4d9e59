import { anyOverlap } from '../../base/cells.ts';
import type { Composer } from '../../model/galley.ts';
import type { Cells, NewsPlan, PlannedAdvert } from '../../model/news.ts';
import { furnitureLines } from './furniture.ts';

/** What furniture and advertisements over all columns leave of the page. */
export interface Ground {
  readonly area: Area;
  /** Places of the advertisements over all columns. */
  readonly atFoot: readonly Cells[];
  /** Advertisements that stand among the stories. */
  readonly adverts: readonly PlannedAdvert[];
}

/** Body lines of the type area that stories may take, over all its columns. */
export interface Area {
  readonly line: number;
  readonly lines: number;
}

/** The ground of a page: between masthead or folio and, from below, imprint and advertisements over all columns. */
export function groundOf(plan: NewsPlan, composer: Composer): Ground {
  const { adverts, design } = plan;
  const { grid, separator } = design;
  const furniture = furnitureLines(plan, composer);
  const isFull = ({ columns }: PlannedAdvert): boolean => columns >= grid.columns;
  let below = furniture.foot;
  const atFoot = adverts.filter(isFull).map(({ lines }): Cells => {
    const place = { column: 0, columns: grid.columns, line: grid.lines - below - lines, lines };
    below += lines + separator.lines;
    return place;
  });
  const area = { line: furniture.head, lines: grid.lines - furniture.head - below };
  return { area, atFoot, adverts: adverts.filter((advert) => !isFull(advert)) };
}

/** Places of all that stands on the ground: of the stories in the order of the plan, and of the advertisements among them. */
export interface LockedCells {
  readonly stories: readonly (readonly Cells[])[];
  readonly adverts: readonly Cells[];
}

/**
 * Places that a lock file gives to every story and every advertisement of the ground. `undefined` when one is missing, leaves
 * the area, lies over another, or has another size than its advertisement: such a lock is of another page, and locks nothing.
 */
export function lockedCells(
  { lock, stories, design: { grid } }: NewsPlan,
  { area, adverts }: Ground,
): LockedCells | undefined {
  const places = stories.map(({ id }) => lock.stories.get(id) ?? []);
  if (places.length === 0 || places.some((cells) => cells.length === 0)) return undefined;
  if (sizesOf(lock.adverts) !== sizesOf(adverts)) return undefined;
  const all = [...places.flat(), ...lock.adverts];
  const isInside = all.every(
    ({ line, lines, column, columns }) =>
      line >= area.line && line + lines <= area.line + area.lines && column + columns <= grid.columns,
  );
  return isInside && !anyOverlap(all) ? { stories: places, adverts: lock.adverts } : undefined;
}

/** Which sizes there are, in columns and lines, in whatever order. */
function sizesOf(cells: readonly Pick<Cells, 'columns' | 'lines'>[]): string {
  return cells
    .map(({ columns, lines }) => `${columns} x ${lines}`)
    .toSorted()
    .join(', ');
}
