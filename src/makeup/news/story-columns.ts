import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { Cells, NewsDesign, PlannedStory } from '../../model/news.ts';

/** The columns of text inside a story that is so many basic columns wide; left edges from the left of the story. */
export interface StoryColumns {
  readonly columns: readonly { readonly x: Pt; readonly width: Pt; readonly measure: number }[];
  /** Left edge and width of head and pictures. */
  readonly inner: { readonly x: Pt; readonly width: Pt };
  /** Body lines that a frame takes at head and foot together. */
  readonly inset: number;
  /** Whether the columns are those of the page grid. */
  readonly basic: boolean;
}

/** Width of so many basic columns with the gutters between them, points. */
export function widthOf(columns: number, { grid }: NewsDesign): Pt {
  return columns * grid.columnWidth + (columns - 1) * grid.gutter;
}

/** The rectangle of cells of the page grid, points. */
export function rectOf({ column, columns, line, lines }: Cells, design: NewsDesign): Rect {
  const { grid, leading } = design;
  return {
    x: grid.left + column * (grid.columnWidth + grid.gutter),
    y: grid.top + line * leading,
    width: widthOf(columns, design),
    height: lines * leading,
  };
}

/** The columns that a story of this width may have, the usual ones first. */
export function storyColumns(
  story: PlannedStory,
  count: number,
  design: NewsDesign,
  mayBreak: boolean,
): readonly StoryColumns[] {
  const width = widthOf(count, design);
  if (isFramed(story)) return [framedColumns(count, width, design)];
  const basic = dividedInto(count, width, 0, design);
  if (!mayBreak) return [basic];
  const broken = design.breaks
    .filter(({ from, into }) => from === count && into !== count)
    .map(({ into }) => dividedInto(into, width, 0, design));
  return [basic, ...broken];
}

/** Whether a story stands in a frame: its own, or that of a box. */
export function isFramed({ frame, role }: PlannedStory): boolean {
  return frame !== undefined ? frame.rule !== 'none' || frame.tint !== undefined : role === 'box';
}

/** One column fewer than stand outside: the frame takes their room. */
function framedColumns(count: number, width: Pt, design: NewsDesign): StoryColumns {
  const { padding } = design.styles.box;
  return { ...dividedInto(Math.max(1, count - 1), width, padding, design), inset: 2 };
}

function dividedInto(count: number, width: Pt, padding: Pt, { grid, size }: NewsDesign): StoryColumns {
  const inner = width - 2 * padding;
  const measure = Math.floor((inner - (count - 1) * grid.gutter) / count / size + 1e-6);
  const gutter = count > 1 ? (inner - count * measure * size) / (count - 1) : 0;
  // A single column keeps whole characters; what is left over stands at both its sides.
  const start = padding + (count > 1 ? 0 : (inner - measure * size) / 2);
  return {
    columns: Array.from({ length: count }, (_, index) => ({
      x: start + index * (measure * size + gutter),
      width: measure * size,
      measure,
    })),
    inner: { x: start, width: inner - 2 * (start - padding) },
    inset: 0,
    basic: padding === 0 && measure === grid.measure && Math.abs(gutter - grid.gutter) < 1e-6,
  };
}
