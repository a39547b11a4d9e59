import type { Cells, PlannedPicture, PlannedStory } from '../../model/news.ts';
import { NEWS_COSTS } from './costs.ts';
import { changeOf, type Resize } from './picture-widths.ts';
import type { StoryColumns } from './story-columns.ts';

/** Where the head and the pictures of a story stand, in columns of the story; lines come later. */
export interface Form {
  readonly head: { readonly column: number; readonly columns: number; readonly place: HeadPlace };
  readonly pictures: readonly PicturePlace[];
  readonly cost: number;
}

/**
 * `top` over the text, `middle` with text above it too; running down: `strip` in a column of its own over the whole
 * height, `side` at the head of the first column with text under it.
 */
export type HeadPlace = 'top' | 'middle' | 'strip' | 'side';

/** Whether a head runs down beside its text. */
export function runsDown(place: HeadPlace): boolean {
  return place === 'strip' || place === 'side';
}

export interface PicturePlace {
  readonly column: number;
  readonly columns: number;
  /** What it hangs from: the head, the top of the story, or a picture by its index; `above`: the head hangs from it. */
  readonly from: 'head' | 'top' | 'above' | number;
}

/**
 * The ways in which head, pictures and text may stand together over so many columns; with `resize` a picture may be wider
 * or narrower than its copy asks.
 */
export function formsOf(
  story: PlannedStory,
  count: number,
  columns: StoryColumns,
  resize?: Resize,
): readonly Form[] {
  return headsOf(story, count, columns).flatMap((head) =>
    withPictures(head, story, { count, framed: !columns.basic, resize }),
  );
}

/** The places of a head, without pictures: over the text, or as its copy asks for it. */
function headsOf(story: PlannedStory, count: number, columns: StoryColumns): readonly Form[] {
  const { head, pictures } = story;
  const cover: Form = { head: { column: 0, columns: count, place: 'top' }, pictures: [], cost: 0 };
  // The points of a head need its width.
  if (!head || !columns.basic || head.summary.length > 0) return [cover];
  const strip = (column: number, cost: number): Form => ({
    head: { column, columns: 1, place: 'strip' },
    pictures: [],
    cost,
  });
  // Pictures keep clear of a head at the top or at the side only.
  const alone = pictures.length === 0;
  if (alone && head.form === 'between' && count >= 3) return [strip(Math.floor(count / 2), 0)];
  // A column of text stands at each side of these.
  const inner = { column: 1, columns: count - 2 };
  if (head.form === 'run' && count >= 4) return [{ ...cover, head: { ...inner, place: 'top' } }];
  if (alone && head.form === 'within' && count >= 4)
    return [{ ...cover, head: { ...inner, place: 'middle' } }];
  if (head.direction === 'vertical') {
    const laid = { ...cover, cost: NEWS_COSTS.wish };
    const side: Form = { ...strip(0, 0), head: { column: 0, columns: 1, place: 'side' } };
    return count >= 2 ? [strip(0, 0), side, laid] : [laid];
  }
  return head.direction === 'auto' && count >= 2 && count <= 4
    ? [cover, strip(0, NEWS_COSTS.uprightHead)]
    : [cover];
}

/** Every way to hang the pictures under the head, beside it, or under each other. */
function withPictures(form: Form, { pictures }: PlannedStory, room: Room): readonly Form[] {
  let forms: readonly Form[] = [form];
  for (const [index, picture] of pictures.entries()) {
    forms = forms.flatMap((known) => hung(known, { ...room, picture, index }));
    if (forms.length > MOST_FORMS) forms = [...forms].sort((a, b) => a.cost - b.cost).slice(0, MOST_FORMS);
  }
  return forms;
}

/** Forms that are kept of a story with several pictures, the cheapest. */
const MOST_FORMS = 24;

/** The columns of a story, whether a frame stands round them, and how far a picture may change its width. */
interface Room {
  readonly count: number;
  readonly framed: boolean;
  readonly resize: Resize | undefined;
}

interface Hanging extends Room {
  readonly picture: PlannedPicture;
  readonly index: number;
}

/** The ways to hang one more picture in a form. */
function hung(form: Form, { picture, index, count, framed, resize }: Hanging): readonly Form[] {
  const strip = runsDown(form.head.place) ? 1 : 0;
  const room = count - strip;
  const add = (place: PicturePlace, cost: number, head = form.head): Form => ({
    head,
    pictures: [...form.pictures, place],
    cost: form.cost + cost,
  });
  if (framed) return [add({ column: 0, columns: count, from: lowest(form) }, 0)];
  const found: Form[] = [];
  for (let columns = 1; columns <= room; columns += 1) {
    const change = changeOf(picture, { columns, room }, resize);
    if (change === undefined) continue;
    const area = areaCost(picture, columns, count) + change * NEWS_COSTS.pictureColumn;
    if (columns === room) {
      const from = lowest(form);
      const between = from === 'head' ? NEWS_COSTS.captionBetween : 0;
      found.push(add({ column: strip, columns, from }, area + NEWS_COSTS.pictureWide + between));
      if (index === 0 && form.head.place === 'top' && form.head.columns === count) {
        found.push(add({ column: 0, columns, from: 'above' }, area + NEWS_COSTS.pictureWide));
      }
      continue;
    }
    if (index === 0) found.push(...besideText(form, add, { picture, columns, count, strip, area }));
    else found.push(...besidePicture(form, add, { columns, strip, area }));
  }
  // What cannot stand as it asks takes the whole width.
  if (found.length === 0)
    found.push(add({ column: strip, columns: room, from: lowest(form) }, NEWS_COSTS.wish));
  return found;
}

interface Beside {
  /** Of the picture, and of the story. */
  readonly columns: number;
  readonly count: number;
  /** Columns that a head takes which runs down. */
  readonly strip: number;
  /** Cost of the picture's area. */
  readonly area: number;
}

type Add = (place: PicturePlace, cost: number, head?: Form['head']) => Form;

/** The first picture: at the right or left under the head, in the middle, or at the right from the very top. */
function besideText(
  form: Form,
  add: Add,
  { picture, columns, count, strip, area }: Beside & { readonly picture: PlannedPicture },
): readonly Form[] {
  const { side } = picture;
  const found: Form[] = [];
  const from = form.head.place === 'top' ? 'head' : 'top';
  if (side !== 'left' && side !== 'centre') {
    found.push(add({ column: count - columns, columns, from }, area));
    const beside = count - columns;
    if (form.head.place === 'top' && form.head.columns === count && beside >= 2) {
      const head = { ...form.head, columns: beside };
      found.push(add({ column: beside, columns, from: 'top' }, area + NEWS_COSTS.pictureLeft, head));
    }
  }
  if (side !== 'right' && side !== 'centre') {
    found.push(add({ column: strip, columns, from }, area + NEWS_COSTS.pictureLeft));
  }
  const left = Math.floor((count - columns) / 2);
  if (side === 'centre' && left >= 1) found.push(add({ column: left, columns, from }, area));
  return found;
}

/** A further picture: under the last in the same columns, or at the left of all under the head. */
function besidePicture(
  form: Form,
  add: Add,
  { columns, strip, area }: Omit<Beside, 'count'>,
): readonly Form[] {
  const found: Form[] = [];
  const first = form.pictures[0];
  const last = form.pictures.at(-1);
  if (!first || !last) return found;
  if (columns === last.columns && last.from !== 'above') {
    found.push(add({ column: last.column, columns, from: form.pictures.length - 1 }, area));
  }
  const leftmost = Math.min(...form.pictures.map(({ column }) => column));
  if (first.from === 'head' && columns <= leftmost - strip) {
    found.push(add({ column: leftmost - columns, columns, from: 'head' }, area));
  }
  return found;
}

/** What a picture under all others hangs from. */
function lowest({ pictures }: Form): PicturePlace['from'] {
  return pictures.length > 0 && pictures.at(-1)?.from !== 'above' ? pictures.length - 1 : 'head';
}

/** Basic columns that a picture asks for by its role, as a share of its story. */
const SHARES = { main: 0.55, head: 0.5, side: 0.3 } as const;

/** What a picture costs that is wider or narrower than its role asks for. */
function areaCost({ role }: PlannedPicture, columns: number, count: number): number {
  const wanted = Math.max(1, SHARES[role] * count);
  return NEWS_COSTS.pictureArea * Math.log(columns / wanted) ** 2;
}

/** What stands in the way of the text, in columns and lines of the story. */
export function obstaclesOf(
  { head, pictures }: Form,
  lines: { readonly head: number; readonly pictures: readonly number[]; readonly height: number },
): readonly Cells[] {
  const top =
    head.place === 'middle'
      ? Math.max(LEAST_ABOVE, Math.round((lines.height - lines.head) * ABOVE_MIDDLE))
      : linesAbove(pictures, lines.pictures);
  const headLines = head.place === 'strip' ? lines.height : lines.head;
  const found: Cells[] = [{ column: head.column, columns: head.columns, line: top, lines: headLines }];
  const hangers: Cells[] = [];
  for (const [index, { column, columns, from }] of pictures.entries()) {
    const above = typeof from === 'number' ? hangers[from] : undefined;
    const line =
      from === 'head' ? top + (head.place === 'strip' ? 0 : headLines) : above ? above.line + above.lines : 0;
    hangers.push({ column, columns, line, lines: lines.pictures[index] ?? 0 });
  }
  return [...found, ...hangers];
}

/** Lines of the pictures that a head hangs from. */
export function linesAbove(places: readonly PicturePlace[], lines: readonly number[]): number {
  return places.reduce((sum, { from }, index) => sum + (from === 'above' ? (lines[index] ?? 0) : 0), 0);
}

/** Share of the free lines that stand above a head with text all round, and their least number. */
const ABOVE_MIDDLE = 0.3;
const LEAST_ABOVE = 4;
