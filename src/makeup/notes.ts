import type { FitNote } from '../model/page.ts';
import type { Fit } from './fit.ts';
import { leadOf, type HeadPiece } from './heads.ts';

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
  notes.push(...heads.pieces.flatMap(headNotes));
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

/** Sizes of the headline and the lead that stand in a piece of the head. */
function headNotes(piece: HeadPiece): readonly FitNote[] {
  const notes: FitNote[] = [];
  if (piece.kind === 'headline') {
    notes.push({ code: 'fit-headline', values: { size: tenth(piece.size), lines: piece.lines.length } });
  }
  if (piece.kind === 'vertical-head') {
    for (const { kind, size, set } of piece.headings)
      if (kind === 'headline')
        notes.push({ code: 'fit-headline', values: { size: tenth(size), lines: set.lines.length } });
  }
  const lead = leadOf(piece);
  if (lead) notes.push({ code: 'fit-lead', values: { size: tenth(lead.size) } });
  return notes;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
