import type { Rect } from '../base/geometry.ts';
import { boxAround } from '../base/rects.ts';
import type {
  CopyUnit,
  DesignFacts,
  GridPlace,
  PageChange,
  PageDifference,
  PageLine,
  Passage,
  TurnedLines,
} from '../model/difference.ts';
import type { Page, PageGrid } from '../model/page.ts';
import { diffArrays } from 'diff';
import { linesOn } from './lines.ts';
import { pairedPassages, placeOf, type Pair } from './words.ts';

/** Points by which something may stand elsewhere and still be where it was. */
const STILL = 0.05;

/** What is different on two made-up pages of the same copy, or of copy that was changed. */
export function pageDifference(
  number: number,
  [before, after]: readonly [Page, Page],
  units: readonly Pair<CopyUnit>[],
): PageDifference {
  const [old, fresh] = [linesOn(before), linesOn(after)];
  const found = units.flatMap((unit) =>
    pairedPassages(unit).map((pair) => {
      return passageDifference(pair, unit, { old, fresh });
    }),
  );
  const design = designChange(before.grid, after.grid);
  return {
    page: number,
    ...(after.number !== undefined && { printed: after.number }),
    changes: [
      ...design,
      ...storyChanges([before, after], units),
      ...found.flatMap(({ heads }) => heads),
      ...pictureChanges(before, after),
    ],
    turned: found.flatMap(({ turned }) => turned),
    shifted: found.reduce((sum, { shifted }) => sum + shifted, 0),
  };
}

interface LineDesk {
  readonly old: (passage: Passage) => readonly PageLine[];
  readonly fresh: (passage: Passage) => readonly PageLine[];
}

interface PassageDifference {
  readonly turned: readonly TurnedLines[];
  readonly heads: readonly PageChange[];
  readonly shifted: number;
}

const HEADS: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck', 'title']);

function passageDifference(
  pair: Pair<Passage>,
  unit: Pair<CopyUnit>,
  { old, fresh }: LineDesk,
): PassageDifference {
  const passage = pair.after ?? pair.before;
  if (!passage) throw new Error('a pair of nothing');
  const before = pair.before ? old(pair.before) : [];
  const after = pair.after ? fresh(pair.after) : [];
  const place = placeOf(passage, unit);
  const gone: PageLine[] = [];
  const come: PageLine[] = [];
  let shifted = 0;
  let from = 0;
  let to = 0;
  for (const { added, removed, value } of diffArrays(textsOf(before), textsOf(after))) {
    if (removed) gone.push(...before.slice(from, from + value.length));
    if (added) come.push(...after.slice(to, to + value.length));
    if (!added && !removed) {
      shifted += value.filter((_, index) =>
        hasMoved(before[from + index]?.rect, after[to + index]?.rect),
      ).length;
    }
    if (!added) from += value.length;
    if (!removed) to += value.length;
  }
  const turned = gone.length + come.length > 0 ? [{ place, before: gone, after: come }] : [];
  return { turned, shifted, heads: HEADS.has(place.part) ? headChanges(before, after, place) : [] };
}

function textsOf(lines: readonly PageLine[]): string[] {
  return lines.map(({ text }) => text);
}

function hasMoved(one: Rect | undefined, other: Rect | undefined): boolean {
  if (!one || !other) return false;
  return Math.abs(one.x - other.x) > STILL || Math.abs(one.y - other.y) > STILL;
}

function headChanges(
  before: readonly PageLine[],
  after: readonly PageLine[],
  { unit, label, part }: TurnedLines['place'],
): readonly PageChange[] {
  const [one, other] = [before[0], after[0]];
  // A line of type is an em high.
  if (!one || !other || Math.abs(sizeOf(one) - sizeOf(other)) < STILL) return [];
  const side = (lines: readonly PageLine[], size: number) => {
    return { size, rect: boxAround(lines.map(({ rect }) => rect)) };
  };
  const sides = { before: side(before, sizeOf(one)), after: side(after, sizeOf(other)) };
  return [{ kind: 'head-resized', unit, label, part, ...sides }];
}

function sizeOf({ cells, rect }: PageLine): number {
  return cells[0]?.rect.height ?? rect.height;
}

function designChange(before: PageGrid, after: PageGrid): readonly PageChange[] {
  const facts = ({ size, leading, columns, lines }: PageGrid): DesignFacts => {
    return { size, leading, columns: columns.length, lines };
  };
  const [one, other] = [facts(before), facts(after)];
  const same =
    Math.abs(one.size - other.size) < STILL / 5 &&
    Math.abs(one.leading - other.leading) < STILL / 5 &&
    one.columns === other.columns &&
    one.lines === other.lines;
  return same ? [] : [{ kind: 'design', before: one, after: other }];
}

/** Stories that stand elsewhere, or that take more or less room where they stood. */
function storyChanges(
  [before, after]: readonly [Page, Page],
  units: readonly Pair<CopyUnit>[],
): readonly PageChange[] {
  return units.flatMap((unit): readonly PageChange[] => {
    const old = before.stories.find(({ id }) => id === unit.before?.key);
    const fresh = after.stories.find(({ id }) => id === unit.after?.key);
    if (!old || !fresh || !unit.after || unit.after.kind !== 'story') return [];
    const [from, to] = [
      gridPlace(boxAround(old.outline), before.grid),
      gridPlace(boxAround(fresh.outline), after.grid),
    ];
    const moved = from.column !== to.column || from.line !== to.line;
    const resized = from.columns !== to.columns || from.lines !== to.lines;
    if (!moved && !resized) return [];
    const { key, label } = unit.after;
    const kind = moved ? 'story-moved' : 'story-resized';
    return [{ kind, unit: key, label, before: old.outline, after: fresh.outline, from, to }];
  });
}

function gridPlace({ x, y, width, height }: Rect, { area, columns, leading }: PageGrid): GridPlace {
  const nearest = (edge: number, edges: readonly number[]) =>
    edges.reduce(
      (best, at, index) => (Math.abs(at - edge) < Math.abs((edges[best] ?? Infinity) - edge) ? index : best),
      0,
    );
  const first = nearest(
    x,
    columns.map((column) => column.x),
  );
  const last = nearest(
    x + width,
    columns.map((column) => column.x + column.width),
  );
  return {
    column: first + 1,
    line: Math.round((y - area.y) / leading) + 1,
    columns: last - first + 1,
    lines: Math.round(height / leading),
  };
}

/** Pictures and advertisements that came, went, or stand elsewhere or larger or smaller. */
function pictureChanges(before: Page, after: Page): readonly PageChange[] {
  const [old, fresh] = [picturesOn(before), picturesOn(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((file): readonly PageChange[] => {
    const [one, other] = [old.get(file), fresh.get(file)];
    if (!one && other) return [{ kind: 'picture-added', file, after: other }];
    if (one && !other) return [{ kind: 'picture-removed', file, before: one }];
    if (!one || !other) return [];
    const resized = Math.abs(one.width - other.width) > STILL || Math.abs(one.height - other.height) > STILL;
    return hasMoved(one, other) || resized
      ? [{ kind: 'picture-moved', file, before: one, after: other }]
      : [];
  });
}

function picturesOn({ items }: Page): ReadonlyMap<string, Rect> {
  const pictures = items.filter((item) => item.kind === 'picture');
  return new Map(pictures.map(({ file, x, y, width, height }) => [file, { x, y, width, height }]));
}
