import type { Pt } from '../../base/units.ts';
import type { PlannedStory } from '../../model/news.ts';
import { NEWS_COSTS } from './costs.ts';
import type { Shop } from './flow.ts';
import { formsOf, linesAbove, type Form } from './forms.ts';
import { headOptions, NO_HEAD, type HeadOption } from './head.ts';
import { rungWeight } from './ladder.ts';
import { pictureOptions, type PictureOption } from './picture-options.ts';
import type { Resize } from './picture-widths.ts';
import { storyColumns, widthOf, type StoryColumns } from './story-columns.ts';
import { stripOption } from './vertical-head.ts';

/** A choice of form, head and picture heights; what is left open is the height of the story. */
export interface Way {
  readonly columns: StoryColumns;
  readonly form: Form;
  readonly head: HeadOption;
  readonly pictures: readonly PictureOption[];
  /** Lines of all columns together that head and pictures take; a head in a strip takes its column besides. */
  readonly blocked: number;
  /** Columns of text. */
  readonly count: number;
  /** Lines down to the foot of the lowest thing that stands in the way. */
  readonly least: number;
  readonly cost: number;
}

/** The ways to set a story over `count` basic columns, cheapest first. */
export function waysOf(story: PlannedStory, count: number, shop: Shop): readonly Way[] {
  const { design } = shop;
  return storyColumns(story, count, design, shop.broken ?? false)
    .flatMap((columns, index) => {
      const broken = index > 0 ? NEWS_COSTS.brokenColumns * rungWeight(design, 'columns') : 0;
      return formsOf(story, count, columns, resizeOf(shop)).flatMap((form) =>
        waysOfForm(story, { form, columns, count, broken }, shop),
      );
    })
    .sort((a, b) => a.cost - b.cost);
}

function resizeOf({ design, pictureSteps: steps }: Shop): Resize | undefined {
  return steps === undefined ? undefined : { design, steps };
}

interface Formed {
  readonly form: Form;
  readonly columns: StoryColumns;
  /** Basic columns. */
  readonly count: number;
  /** What broken columns cost; 0 for basic ones. */
  readonly broken: number;
}

function waysOfForm(story: PlannedStory, formed: Formed, shop: Shop): readonly Way[] {
  const { form, columns, count, broken } = formed;
  const width = (over: number): Pt => (over === count ? columns.inner.width : widthOf(over, shop.design));
  const heights = form.pictures.map((place, index) => {
    const picture = story.pictures[index];
    return picture ? pictureOptions(picture, width(place.columns), shop) : [];
  });
  const heads = headsOf(story, form, width(form.head.columns), shop);
  return combinations(heights).flatMap((pictures) =>
    heads.map((head): Way => ({
      columns,
      form,
      head,
      pictures,
      blocked: blockedBy({ form, head, pictures }, columns, count),
      count: columns.columns.length - (form.head.place === 'strip' ? 1 : 0),
      least: lowestOf({ form, head, pictures }),
      cost: form.cost + broken + head.cost + costOf(pictures),
    })),
  );
}

/** Heads for a form: how one in a strip sets follows from the height of the story, which is open. */
function headsOf(story: PlannedStory, { head }: Form, width: Pt, shop: Shop): readonly HeadOption[] {
  switch (head.place) {
    case 'strip':
      return [NO_HEAD];
    case 'side':
      return sideOptions(story, shop);
    default:
      return headOptions(story, width, shop);
  }
}

/** Body lines of a head that runs down with text under it: shorter is a head across, longer one in a strip. */
const SIDE = { least: 10, most: 36 } as const;

/** Heights of such a head: from the least on that its sizes need. */
function sideOptions({ head }: PlannedStory, shop: Shop): readonly HeadOption[] {
  if (!head) return [];
  const options: HeadOption[] = [];
  for (let lines = SIDE.least; lines <= SIDE.most; lines += 1) {
    const option = stripOption(head, lines, shop);
    if (!option) continue;
    options.push({ ...NO_HEAD, lines, cost: option.cost + NEWS_COSTS.sideHead, size: option.size });
  }
  return options;
}

/** Combinations that are kept of the heights of several pictures: those of later ones hardly matter. */
const MOST_HEIGHTS = 80;

/** One height for each picture; the dearest are left out when there are too many. */
function combinations(heights: readonly (readonly PictureOption[])[]): readonly (readonly PictureOption[])[] {
  let found: readonly (readonly PictureOption[])[] = [[]];
  for (const list of heights) {
    found = found.flatMap((known) => list.map((option) => [...known, option]));
    if (found.length <= MOST_HEIGHTS) continue;
    found = [...found].sort((a, b) => costOf(a) - costOf(b)).slice(0, MOST_HEIGHTS);
  }
  return found;
}

function costOf(pictures: readonly PictureOption[]): number {
  return pictures.reduce((sum, { cost }) => sum + cost, 0);
}

type Obstacles = Pick<Way, 'form' | 'head' | 'pictures'>;

/** Lines of the text columns that head and pictures take; their widths are in the `count` basic columns of the story. */
function blockedBy({ form, head, pictures }: Obstacles, { columns }: StoryColumns, count: number): number {
  const share = (over: number): number => (over * columns.length) / count;
  const own = form.head.place === 'strip' ? 0 : share(form.head.columns) * head.lines;
  const others = form.pictures.map((place, index) => share(place.columns) * (pictures[index]?.lines ?? 0));
  return own + others.reduce((sum, lines) => sum + lines, 0);
}

/** Lines down to the foot of the lowest picture, or of the head. */
function lowestOf({ form, head, pictures }: Obstacles): number {
  const above = linesAbove(
    form.pictures,
    pictures.map(({ lines }) => lines),
  );
  const feet: number[] = [];
  for (const [index, { from }] of form.pictures.entries()) {
    const top = from === 'head' ? above + head.lines : typeof from === 'number' ? (feet[from] ?? 0) : 0;
    feet.push(top + (pictures[index]?.lines ?? 0));
  }
  return Math.max(above + head.lines, ...feet);
}
