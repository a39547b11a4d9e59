import { boxAround } from '../base/rects.ts';
import type {
  Difference,
  LineCell,
  PageDifference,
  PageMark,
  PageMarks,
  Sentence,
  WordChange,
} from '../model/difference.ts';
import type { Page } from '../model/page.ts';
import { linesOn } from './lines.ts';

/** Where the changes stand on the pages, large things first so that small ones are painted over them. */
export function marksOf(
  { words }: Difference,
  page: PageDifference,
  [before, after]: readonly [Page, Page],
): PageMarks {
  const sides = page.changes.flatMap(changeMarks);
  const turned = page.turned.flatMap(({ before: old, after: fresh }) => [
    ...old.map(({ rect }) => ({ side: 'before', kind: 'turned', rect }) as const),
    ...fresh.map(({ rect }) => ({ side: 'after', kind: 'turned', rect }) as const),
  ]);
  const all: readonly SideMark[] = [...sides, ...turned];
  const marksAt = (side: SideMark['side']) =>
    all.flatMap(({ side: own, kind, rect }): readonly PageMark[] => (own === side ? [{ kind, rect }] : []));
  return {
    before: [...marksAt('before'), ...words.flatMap((change) => wordMarks(change, 'removed', before))],
    after: [...marksAt('after'), ...words.flatMap((change) => wordMarks(change, 'added', after))],
  };
}

interface SideMark extends PageMark {
  readonly side: 'before' | 'after';
}

function changeMarks(change: PageDifference['changes'][number]): readonly SideMark[] {
  switch (change.kind) {
    case 'design':
      return [];
    case 'story-moved':
    case 'story-resized':
      return [
        ...change.before.map((rect) => ({ side: 'before', kind: 'moved', rect }) as const),
        ...change.after.map((rect) => ({ side: 'after', kind: 'moved', rect }) as const),
      ];
    case 'head-resized':
      return [
        { side: 'before', kind: 'head', rect: change.before.rect },
        { side: 'after', kind: 'head', rect: change.after.rect },
      ];
    default:
      return [
        ...(change.before ? [{ side: 'before', kind: 'moved', rect: change.before } as const] : []),
        ...(change.after ? [{ side: 'after', kind: 'moved', rect: change.after } as const] : []),
      ];
  }
}

/** The words of a change on the page of its side, a rectangle for each line of them. */
function wordMarks(change: WordChange, kind: 'removed' | 'added', page: Page): readonly PageMark[] {
  const sentence =
    kind === 'removed' ? 'before' in change && change.before : 'after' in change && change.after;
  if (!sentence) return [];
  const spans = change.kind === 'changed' ? spansOf(change.pieces, kind, sentence) : [sentence];
  return linesOn(page)(sentence.passage).flatMap(({ cells }) =>
    spans.flatMap((span): readonly PageMark[] => {
      const own = cells.filter((cell) => isWithin(cell, span));
      return own.length > 0 ? [{ kind, rect: boxAround(own.map(({ rect }) => rect)) }] : [];
    }),
  );
}

type Span = Pick<Sentence, 'start' | 'end'>;

/** Where the pieces of one side stand in the characters of the passage. */
function spansOf(
  pieces: Extract<WordChange, { kind: 'changed' }>['pieces'],
  kind: string,
  { start }: Span,
): readonly Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const piece of pieces) {
    if (piece.kind !== kind && piece.kind !== 'same') continue;
    if (piece.kind === kind) spans.push({ start: at, end: at + piece.text.length });
    at += piece.text.length;
  }
  return spans;
}

function isWithin({ index }: LineCell, { start, end }: Span): boolean {
  return index >= start && index < end;
}
