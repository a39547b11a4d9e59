import type { Em, Pt } from '../../base/units.ts';
import { BLACK } from '../../base/colour.ts';
import type { Composer, ParagraphStyle } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { StoryPart } from '../../model/story.ts';
import { lineItems } from '../items.ts';
import { gridBaseline, HAN_MIDDLE, linesOf, type PartPlace } from './part.ts';

export type ListPart = Extract<StoryPart, { kind: 'list' }>;

/**
 * An entry of a list as a paragraph: set its text in `style` at the measure of the column less `hang`, print the lines
 * `hang` from the column's edge, and its mark (`listMarkItems`) on the first. So a column may turn inside an entry.
 */
export interface ListEntry {
  readonly text: Text;
  readonly style: ParagraphStyle;
  readonly hang: Em;
  readonly mark: ListMark;
}

/** A square, or a number with its point. */
export type ListMark = { readonly kind: 'square' } | { readonly kind: 'number'; readonly words: string };

/** The entries of a list with their marks; lists of ten and more numbers hang by two characters. */
export function listEntries({ items, numbered }: ListPart, design: NewsDesign): readonly ListEntry[] {
  const style: ParagraphStyle = {
    plain: design.faces.body,
    strong: design.faces.strong,
    setting: { ...design.text, indent: 0 },
  };
  const hang = numbered && items.length > 9 ? 2 : 1;
  return items.map((text, index) => ({
    text,
    style,
    hang,
    mark: numbered ? { kind: 'number', words: `${index + 1}.` } : { kind: 'square' },
  }));
}

/** Body lines of a list in a column of `measure` characters. */
export function listLines(part: ListPart, measure: Em, design: NewsDesign, composer: Composer): number {
  return listEntries(part, design).reduce(
    (sum, { text, style, hang }) => sum + linesOf(text, style, measure - hang, composer).length,
    0,
  );
}

/** The list in one piece, every line on the body grid. */
export function listItems(
  part: ListPart,
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const { size } = design;
  let row = 0;
  const items = listEntries(part, design).flatMap((entry) => {
    const lines = linesOf(entry.text, entry.style, place.width / size - entry.hang, composer);
    const first = gridBaseline(place, row, design);
    row += lines.length;
    return [
      ...listMarkItems(entry, { x: place.x, y: first }, design, composer),
      ...lines.flatMap((line, at) => {
        const y = first + at * design.leading;
        return lineItems(line, { x: place.x + entry.hang * size, y, size, colour: BLACK, role: 'list' });
      }),
    ];
  });
  return items;
}

/** Size of the square, em of the text. */
const SQUARE: Em = 0.62;

/** The mark of an entry in the hang before its first line, whose baseline is `y`; `x` is the edge of the column. */
export function listMarkItems(
  { mark, hang }: Pick<ListEntry, 'mark' | 'hang'>,
  { x, y }: { readonly x: Pt; readonly y: Pt },
  { size, faces }: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const style = { colour: BLACK, role: 'list' } as const;
  if (mark.kind === 'square') {
    const line = composer.line('■', faces.strong);
    return lineItems(line, { ...style, x, y: y - HAN_MIDDLE * size * (1 - SQUARE), size: size * SQUARE });
  }
  const line = composer.line(mark.words, faces.strong);
  // Numbers of one and of two figures stand with their points in one line.
  const end = hang > 1 ? x + NUMBER_END * size : x + line.width * size;
  return lineItems(line, { ...style, x: end - line.width * size, y, size });
}

/** Right end of the points of numbers in a hang of two characters, em. */
const NUMBER_END: Em = 1.55;
