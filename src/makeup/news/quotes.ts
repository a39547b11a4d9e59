import type { Em, Pt } from '../../base/units.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { StoryPart } from '../../model/story.ts';
import { BLACK } from '../../base/colour.ts';
import { lineItems } from '../items.ts';
import { HAN_ASCENT, HAN_DESCENT, linesFor, linesOf, partStyle, ruleItem, type PartPlace } from './part.ts';
import { labelled, rowItems, scaledRow, setRow, type Row } from './row.ts';

export type QuotePart = Extract<StoryPart, { kind: 'quote' }>;

/** Body lines of a pull quote in a column of `measure` body characters, the white over and under it included. */
export function quoteLines(part: QuotePart, measure: Em, design: NewsDesign, composer: Composer): number {
  const set = setQuote(part, measure * design.size, design, composer);
  return linesFor(set.height + 2 * OUTSIDE * design.leading, design);
}

/** The quote between a rule in the colour of the page and a thin one, in the middle of its lines; its speaker at the end. */
export function quoteItems(
  part: QuotePart,
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const set = setQuote(part, place.width, design, composer);
  const { size, colour } = design.styles.quote;
  const top = place.y + (place.lines * design.leading - set.height) / 2;
  const foot = top + set.height;
  const first = top + OVER_RULE / 2 + INSIDE * size + HAN_ASCENT * size;
  const words = set.lines.flatMap((line, row) =>
    lineItems(line, { x: place.x, y: first + row * LEADING * size, size, colour, role: 'quote' }),
  );
  const by = set.by
    ? rowItems(set.by, {
        x: place.x + place.width - set.by.width,
        y: foot - INSIDE * size - HAN_DESCENT * design.size,
        role: 'quote',
      })
    : [];
  const rules = [
    ruleItem({ ...place, y: top }, OVER_RULE, place.accent.fill),
    ruleItem({ ...place, y: foot }, UNDER_RULE, BLACK),
  ];
  return [...words, ...by, ...rules];
}

/** White outside the rules, in body lines, at the least. */
const OUTSIDE = 0.5;
/** White between rules and words, baseline to baseline, and white before the speaker, em of the quote. */
const INSIDE: Em = 0.55;
const LEADING: Em = 1.4;
const BEFORE_SPEAKER: Em = 0.45;
/** Weights of the rules, points. */
const OVER_RULE: Pt = 2;
const UNDER_RULE: Pt = 0.5;

interface SetQuote {
  readonly lines: readonly TypeLine[];
  readonly by: Row | undefined;
  /** From the middle of one rule to the middle of the other. */
  readonly height: Pt;
}

function setQuote(part: QuotePart, width: Pt, design: NewsDesign, composer: Composer): SetQuote {
  const { face, size } = design.styles.quote;
  const lines = linesOf(part.text, partStyle(face, 'justify', design), width / size, composer);
  const style = { face, size: design.size, language: design.text.language };
  const row = setRow(labelled('by', part.by, style), composer);
  const by = row.width > width ? scaledRow(row, width / row.width) : row;
  const speaker = part.by ? BEFORE_SPEAKER * size + design.size : 0;
  const height = size * (2 * INSIDE + 1 + (lines.length - 1) * LEADING) + speaker + OVER_RULE / 2;
  return { lines, by: part.by ? by : undefined, height };
}
