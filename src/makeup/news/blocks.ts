import { BLACK } from '../../base/colour.ts';
import type { Pt } from '../../base/units.ts';
import type { Composer, HeadingVariant } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Align } from '../../model/layout.ts';
import type { PlannedStory } from '../../model/news.ts';
import type { StoryPart } from '../../model/story.ts';
import { centredBaseline, indentOf, lineItems } from '../items.ts';
import { bylineItems, bylineRows } from './byline-rows.ts';
import type { BlockItem, Shop } from './flow.ts';
import { NEWS_COSTS } from './costs.ts';

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

/** Turns that a subhead may take in a column. */
const MOST_TURNS = 3;

/** The words in as few lines as go into the width at this size; in most lines when none do. */
export function turned(
  text: Text,
  { face, size, width }: { readonly face: string; readonly size: Pt; readonly width: Pt },
  composer: Composer,
): HeadingVariant {
  let set: HeadingVariant | undefined;
  for (let lines = 1; lines <= MOST_TURNS; lines += 1) {
    set = composer.heading(text, face, lines) ?? set;
    if (set && set.width * size <= width) return set;
  }
  if (!set) throw new Error('a heading must set in one line');
  return set;
}

/** A subhead between paragraphs: whole lines, more white above than below, none above at a column head. */
export function subheadBlock(part: StoryPart & { kind: 'subhead' }, { design, composer }: Shop): BlockItem {
  const { face, size, occupy, align, colour } = design.styles.subhead;
  const { leading } = design;
  const set = (width: Pt): HeadingVariant => turned(part.text, { face, size, width }, composer);
  return {
    kind: 'block',
    role: 'title',
    optional: false,
    part,
    texts: () => [part.text],
    keepNext: design.keep.afterTitle,
    lines: (width) => {
      const extra = set(width).lines.length - 1;
      const choices = [];
      for (let lines = occupy.least; lines <= occupy.most; lines += 1) {
        choices.push({
          lines: lines + extra,
          cost: NEWS_COSTS.subheadLine * Math.abs(lines - occupy.natural),
        });
      }
      return choices;
    },
    items: ({ x, width, top, lines, atHead }) => {
      const words = set(width);
      const white = (lines - words.lines.length) * leading;
      const start = top + (atHead ? 0 : white * ABOVE_SUBHEAD);
      return words.lines.flatMap((line, row) => {
        const left = x + indentOf(align, width - line.width * size);
        const y = centredBaseline(start + row * leading, leading, size);
        return lineItems(line, { x: left, y, size, colour, role: 'title' });
      });
    },
  };
}

/** Share of the white of a subhead that stands above it. */
const ABOVE_SUBHEAD = 0.6;

/** The title of a short item, on lines of its own behind a square. */
export function briefTitle(title: Text, { design, composer }: Shop): BlockItem {
  const { face, size, colour } = design.styles.briefTitle;
  const { leading } = design;
  const indent = size;
  const set = (width: Pt): HeadingVariant => turned(title, { face, size, width: width - indent }, composer);
  return {
    kind: 'block',
    role: 'title',
    optional: false,
    texts: () => [title],
    keepNext: 2,
    lines: (width) => [{ lines: set(width).lines.length, cost: 0 }],
    items: ({ x, width, top }) => [
      ...lineItems(composer.line('■', face), {
        x,
        y: centredBaseline(top, leading, size),
        size,
        colour: BLACK,
        role: 'decoration',
      }),
      ...set(width).lines.flatMap((line, row) =>
        lineItems(line, {
          x: x + indent,
          y: centredBaseline(top + row * leading, leading, size),
          size,
          colour,
          role: 'title',
        }),
      ),
    ],
  };
}
