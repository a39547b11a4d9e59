import { BLACK } from '../../base/colour.ts';
import type { StoryPart } from '../../model/story.ts';
import { cheapest } from '../cheapest.ts';
import { centredBaseline, lineItems } from '../items.ts';
import type { BlockItem, Shop } from './flow.ts';
import { partTexts } from './texts.ts';

/** A table, a chart or a quotation as a block of whole lines. */
export function drawnBlock(part: StoryPart, { design, composer }: Shop): BlockItem {
  const texts = partTexts(part);
  const { size, leading, faces, text: setting } = design;
  const style = { plain: faces.body, strong: faces.strong, setting };
  const lines = (width: number) =>
    texts.flatMap(
      (text) =>
        cheapest(
          composer.paragraph(text, style, [{ measure: Math.floor(width / size + 1e-6), lines: Infinity }]),
        ).lines,
    );
  return {
    kind: 'block',
    role: 'table',
    optional: false,
    part,
    texts,
    keepNext: 0,
    lines: (width) => [{ lines: lines(width).length, cost: 0 }],
    items: ({ x, width, top }) =>
      lines(width).flatMap((line, row) =>
        lineItems(line, {
          x,
          y: centredBaseline(top + row * leading, leading, size),
          size,
          colour: BLACK,
          role: 'table',
        }),
      ),
  };
}
