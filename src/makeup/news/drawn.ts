import type { Pt } from '../../base/units.ts';
import type { Text } from '../../model/issue.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { ChartPart, TablePart } from '../../model/story.ts';
import { chartItems, chartLines, chartTexts } from './charts.ts';
import { NEWS_COSTS } from './costs.ts';
import { figureItems, figureLines, isFigureTable } from './figures.ts';
import type { BlockItem, BlockPlace, Shop } from './flow.ts';
import { noteItems, noteLines } from './notes.ts';
import type { PartPlace } from './part.ts';
import { quoteItems, quoteLines, type QuotePart } from './quotes.ts';
import { tableItems, tableLines } from './tables.ts';
import { partTexts } from './texts.ts';

type Choices = ReturnType<BlockItem['lines']>;

/** How one kind of part is measured and drawn. */
interface Drawing {
  readonly lines: (width: Pt) => Choices;
  readonly items: (place: PartPlace) => readonly DisplayItem[];
  readonly texts?: (width: Pt) => readonly Text[];
}

/** A table, a chart or a quotation as a block of whole lines; in a box a table of figures is set large. */
export function drawnBlock(part: QuotePart | TablePart | ChartPart, boxed: boolean, shop: Shop): BlockItem {
  const { lines, items, texts = () => partTexts(part) } = drawingOf(part, boxed, shop);
  return {
    kind: 'block',
    role: part.kind === 'quote' ? 'quote' : part.kind,
    optional: false,
    part,
    texts,
    keepNext: 0,
    lines,
    items: (place) => items(placeOf(place, shop)),
  };
}

function drawingOf(part: QuotePart | TablePart | ChartPart, boxed: boolean, shop: Shop): Drawing {
  const { design, composer } = shop;
  const measure = (width: Pt): number => width / design.size;
  switch (part.kind) {
    case 'quote':
      return {
        lines: (width) => [{ lines: quoteLines(part, measure(width), design, composer), cost: 0 }],
        items: (place) => quoteItems(part, place, design, composer),
      };
    case 'table':
      return boxed && isFigureTable(part)
        ? {
            lines: (width) => elastic(figureLines(part, width, design, composer)),
            items: (place) => figureItems(part, place, design, composer),
          }
        : {
            lines: (width) => [{ lines: tableLines(part, measure(width), design, composer), cost: 0 }],
            items: (place) => tableItems(part, place, design, composer),
          };
    case 'chart':
      return {
        lines: (width) => elastic(chartLines(part, columnsIn(width, shop), design)),
        items: (place) => chartItems(part, place, design, composer),
        texts: (width) => chartTexts(part, width, design, composer),
      };
  }
}

/** An editor's note at the head of its story's text. */
export function noteBlock(note: readonly Text[], shop: Shop): BlockItem {
  const { design, composer } = shop;
  return {
    kind: 'block',
    role: 'lead',
    optional: false,
    texts: () => note,
    keepNext: 0,
    lines: (width) => [{ lines: noteLines(note, width / design.size, design, composer), cost: 0 }],
    items: (place) => noteItems(note, placeOf(place, shop), design, composer),
  };
}

/** Basic columns, in fractions, that a width takes. */
function columnsIn(width: Pt, { design: { grid } }: Shop): number {
  return (width + grid.gutter) / (grid.columnWidth + grid.gutter);
}

function elastic({ least, natural, most }: { least: number; natural: number; most: number }): Choices {
  return Array.from({ length: most - least + 1 }, (_, index) => {
    const lines = least + index;
    return { lines, cost: NEWS_COSTS.drawnLine * Math.abs(lines - natural) };
  }).sort((a, b) => a.cost - b.cost);
}

function placeOf({ x, width, top, lines }: BlockPlace, { accent }: Shop): PartPlace {
  return { x, y: top, width, lines, accent };
}
