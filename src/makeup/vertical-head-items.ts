import type { Em, Pt } from '../base/units.ts';
import type { TypeLine } from '../model/galley.ts';
import type { Design } from '../model/layout.ts';
import type { DisplayItem } from '../model/page.ts';
import type { PagePlan } from '../model/plan.ts';
import { lineItems } from './items.ts';
import { leadItems } from './lead.ts';
import type { VerticalHeading, VerticalHeadPiece } from './vertical-head.ts';

/** The headings from right to left, then the lead in its box; `y` is the top of the head. */
export function verticalHeadItems(
  piece: VerticalHeadPiece,
  y: Pt,
  plan: PagePlan,
  design: Design,
): readonly DisplayItem[] {
  return [
    ...piece.headings.flatMap((heading) => headingItems(heading, y, plan, design)),
    ...leadItems(piece.lead, y, plan, piece.leadDesign),
  ];
}

function headingItems(
  heading: VerticalHeading,
  y: Pt,
  plan: PagePlan,
  { grid }: Design,
): readonly DisplayItem[] {
  const { kind: role, size, set, axes, top, spread, design } = heading;
  const colour = design.colour === 'accent' ? plan.accent.fill : design.colour;
  return set.lines.flatMap((line, index) => {
    const x = grid.left + (axes[index] ?? 0);
    return lineItems(spaced(line, spread), { x, y: y + top, size, colour, role });
  });
}

/** The line with white between its glyphs; those side by side stay together, dots and name lines go with their characters. */
function spaced(line: TypeLine, spread: Em): TypeLine {
  if (spread === 0) return line;
  let moved = 0;
  let last: number | undefined;
  const steps: Step[] = [];
  const runs = line.runs.map((run) => ({
    ...run,
    glyphs: run.glyphs.map((glyph) => {
      const along = glyph.dy ?? glyph.dx;
      if (last !== undefined && along > last + 1e-6 && run.scale === 1) moved += spread;
      if (run.scale === 1) steps.push({ from: glyph.dy === undefined ? along : along - ASCENT, moved });
      last = along;
      return glyph.dy === undefined ? { ...glyph, dx: glyph.dx + moved } : { ...glyph, dy: glyph.dy + moved };
    }),
  }));
  const shifted = (down: Em): Em => down + (steps.findLast(({ from }) => from <= down + 1e-6)?.moved ?? 0);
  const dots = line.dots.map((dot) => ({ ...dot, dy: shifted(dot.dy) }));
  const names = line.names.map((name) => {
    const dy = shifted(name.dy);
    return { ...name, dy, length: shifted(name.dy + name.length) - dy };
  });
  return { ...line, runs, dots, names };
}

/** How far the characters from here on are moved down. */
interface Step {
  readonly from: Em;
  readonly moved: Em;
}

/** The origin of an upright Han under the top of its em box. */
const ASCENT: Em = 0.88;
