import type { Pt } from '../../base/units.ts';
import type { Align } from '../../model/layout.ts';
import type { PlannedStory } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { Phrase } from '../../model/plan.ts';
import { phraseItems, setPhrases, type PhraseSet } from '../byline.ts';
import { centredBaseline, indentOf } from '../items.ts';
import type { Shop } from './flow.ts';

/** Words of a byline on one body line. */
export interface BylineRow {
  readonly phrases: readonly PhraseSet[];
  readonly width: Pt;
}

/** The byline of a story in as few body lines as its width allows; a turn stands before a role, else before a name. */
export function bylineRows(
  { byline }: PlannedStory,
  width: Pt,
  { design, composer }: Shop,
): readonly BylineRow[] {
  const { face, labelFace, size } = design.styles.byline;
  const style = { face, labelFace, size, beforeLabel: size, beforeName: size / 2 };
  const rows: BylineRow[] = [];
  let open: readonly Phrase[] = [];
  for (const group of groupsOf(byline)) {
    for (const phrases of fitting(group) ? [group] : group.map((phrase) => [phrase])) {
      if (open.length > 0 && !fitting([...open, ...phrases])) {
        rows.push(setPhrases(open, style, composer));
        open = phrases;
      } else open = [...open, ...phrases];
    }
  }
  if (open.length > 0) rows.push(setPhrases(open, style, composer));
  return rows;

  function fitting(phrases: readonly Phrase[]): boolean {
    return setPhrases(phrases, style, composer).width <= width;
  }
}

/** Labels with the names behind them. */
function groupsOf(byline: readonly Phrase[]): readonly (readonly Phrase[])[] {
  const groups: Phrase[][] = [];
  for (const phrase of byline) {
    const label = phrase.kind === 'written' && phrase.label;
    const last = groups.at(-1);
    if (last && !label) last.push(phrase);
    else groups.push([phrase]);
  }
  return groups;
}

/** The rows of a byline on body lines from `top`. */
export function bylineItems(
  rows: readonly BylineRow[],
  { x, width, top }: { readonly x: Pt; readonly width: Pt; readonly top: Pt },
  align: Align,
  { design }: Shop,
): readonly DisplayItem[] {
  const { leading } = design;
  const { size } = design.styles.byline;
  return rows.flatMap((row, index) =>
    phraseItems(row.phrases, {
      x: x + indentOf(align, width - row.width),
      y: centredBaseline(top + index * leading, leading, size),
      role: 'byline',
    }),
  );
}
