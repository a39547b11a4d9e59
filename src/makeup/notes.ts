import type { FitNote } from '../model/page.ts';
import type { Fit } from './fit.ts';

/** What the copy-fitter chose, as one note for each thing that may vary. */
export function fitNotes(fit: Fit): readonly FitNote[] {
  const { design, heads, headLines, titleLines, pour } = fit;
  const notes: FitNote[] = [
    {
      code: 'fit-base',
      values: {
        size: design.size,
        leading: design.leading,
        columns: design.flow.length,
        measure: design.flow[0]?.measure ?? design.grid.measure,
      },
    },
  ];
  for (const piece of heads.pieces) {
    if (piece.kind === 'headline') {
      notes.push({ code: 'fit-headline', values: { size: tenth(piece.size), lines: piece.lines.length } });
    }
    if (piece.kind === 'lead') notes.push({ code: 'fit-lead', values: { size: tenth(piece.size) } });
  }
  notes.push({ code: 'fit-head-space', values: { lines: headLines } });
  const gaps = pour.placements.flatMap((placed) =>
    placed.kind === 'title' && placed.line > 0 ? [placed.gap] : [],
  );
  if (pour.placements.some(({ kind }) => kind === 'title')) {
    notes.push({ code: 'fit-titles', values: { lines: titleLines } });
  }
  if (gaps.length > 0) {
    notes.push({ code: 'fit-gaps', values: { least: Math.min(...gaps), most: Math.max(...gaps) } });
  }
  const changes = pour.placements.flatMap((placed) => (placed.kind === 'paragraph' ? [placed.change] : []));
  const shorter = changes.filter((change) => change < 0).length;
  const longer = changes.filter((change) => change > 0).length;
  if (shorter + longer > 0) notes.push({ code: 'fit-paragraphs', values: { shorter, longer } });
  notes.push({ code: 'fit-feet', values: { lines: Math.max(...pour.feet) } });
  return notes;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
