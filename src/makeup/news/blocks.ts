import { BLACK } from '../../base/colour.ts';
import type { Pt } from '../../base/units.ts';
import type { Composer, HeadingVariant } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Align } from '../../model/layout.ts';
import type { PlannedStory, TextDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { StoryPart } from '../../model/story.ts';
import { centredBaseline, indentOf, lineItems } from '../items.ts';
import { bylineItems, bylineRows } from './byline-rows.ts';
import { NEWS_COSTS } from './costs.ts';
import type { BlockItem, Shop } from './flow.ts';
import { fittingSet, headingSets } from './heading-sets.ts';

/** A byline on body lines of its own in a column. */
export function bylineBlock(story: PlannedStory, align: Align, shop: Shop): BlockItem {
  return {
    kind: 'block',
    role: 'byline',
    optional: false,
    texts: () => story.byline.flatMap((phrase) => (phrase.kind === 'copy' ? [phrase.text] : [])),
    lines: (width) => [{ lines: bylineRows(story, width, shop).length, cost: 0 }],
    keepNext: 0,
    items: (place) => bylineItems(bylineRows(story, place.width, shop), place, align, shop),
  };
}

/** Lines that a subhead or the title of a short item may take in a column. */
const MOST_LINES = 3;

/** The words in as few lines as go into the width, points. */
function turned(text: Text, { face, size }: TextDesign, width: Pt, composer: Composer): HeadingVariant {
  const sets = headingSets(text, { face, most: MOST_LINES }, composer);
  return fittingSet(sets, (set) => set.width * size <= width);
}

interface TitlePlace {
  readonly x: Pt;
  readonly width: Pt;
  /** Top of its first body line. */
  readonly top: Pt;
  readonly align: Align;
}

/** Lines of a subhead or title, each in the middle of a body line. */
function titleItems(
  { lines }: HeadingVariant,
  { x, width, top, align }: TitlePlace,
  { size, colour }: TextDesign,
  leading: Pt,
): readonly DisplayItem[] {
  return lines.flatMap((line, row) => {
    const left = x + indentOf(align, width - line.width * size);
    const y = centredBaseline(top + row * leading, leading, size);
    return lineItems(line, { x: left, y, size, colour, role: 'title' });
  });
}

/** A subhead between paragraphs: whole lines, more white above than below, none above at a column head. */
export function subheadBlock(part: StoryPart & { kind: 'subhead' }, { design, composer }: Shop): BlockItem {
  const { leading, styles } = design;
  const { occupy, align } = styles.subhead;
  const set = (width: Pt): HeadingVariant => turned(part.text, styles.subhead, width, composer);
  const heights = Array.from({ length: occupy.most - occupy.least + 1 }, (_, index) => occupy.least + index);
  return {
    kind: 'block',
    role: 'title',
    optional: false,
    part,
    texts: () => [part.text],
    keepNext: design.keep.afterTitle,
    lines: (width) => {
      const extra = set(width).lines.length - 1;
      return heights.map((lines) => ({
        lines: lines + extra,
        cost: NEWS_COSTS.subheadLine * Math.abs(lines - occupy.natural),
      }));
    },
    items: ({ x, width, top, lines, atHead }) => {
      const words = set(width);
      const white = atHead ? 0 : (lines - words.lines.length) * leading * ABOVE_SUBHEAD;
      return titleItems(words, { x, width, top: top + white, align }, styles.subhead, leading);
    },
  };
}

/** Share of the white of a subhead that stands above it. */
const ABOVE_SUBHEAD = 0.6;

/** The title of a short item, on lines of its own behind a square. */
export function briefTitle(title: Text, { design, composer }: Shop): BlockItem {
  const { leading, styles } = design;
  const { face, size } = styles.briefTitle;
  const set = (width: Pt): HeadingVariant => turned(title, styles.briefTitle, width - size, composer);
  return {
    kind: 'block',
    role: 'title',
    optional: false,
    texts: () => [title],
    keepNext: UNDER_TITLE,
    lines: (width) => [{ lines: set(width).lines.length, cost: 0 }],
    items: ({ x, width, top }) => {
      const y = centredBaseline(top, leading, size);
      const square = composer.line('■', face);
      const place: TitlePlace = { x: x + size, width: width - size, top, align: 'start' };
      return [
        ...lineItems(square, { x, y, size, colour: BLACK, role: 'decoration' }),
        ...titleItems(set(width), place, styles.briefTitle, leading),
      ];
    },
  };
}

/** Lines of a short item that must follow its title in the same column. */
const UNDER_TITLE = 2;
