import { BLACK } from '../../base/colour.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsDesign } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import {
  gridBaseline,
  HAN_ASCENT,
  HAN_DESCENT,
  ruleItem,
  runIn,
  runInItems,
  type PartPlace,
  type RunInLine,
} from './part.ts';
import { wordsAround } from './words.ts';

/** Body lines of an editor's note in a column of `measure` body characters: its text and the white with the rules. */
export function noteLines(
  note: readonly Text[],
  measure: Em,
  design: NewsDesign,
  composer: Composer,
): number {
  if (note.length === 0) return 0;
  return setNote(note, measure * design.size, design, composer).length + 2;
}

/**
 * An editor's note between thin rules over the full measure: paragraphs with the indent of the text, each line on the body
 * grid. It begins with the word for it (编者按) in the strong face unless the copy does so itself.
 */
export function noteItems(
  note: readonly Text[],
  place: PartPlace,
  design: NewsDesign,
  composer: Composer,
): readonly DisplayItem[] {
  if (note.length === 0) return [];
  const { size, colour } = design.styles.note;
  const set = setNote(note, place.width, design, composer);
  const words = set.flatMap((line, row) => {
    const y = gridBaseline(place, row + 1, design);
    return runInItems(line, { x: place.x, y, size, colour, role: 'lead' });
  });
  const away = (RULE_WHITE + HAN_ASCENT) * size;
  const under = (RULE_WHITE + HAN_DESCENT) * size;
  const rules = [gridBaseline(place, 1, design) - away, gridBaseline(place, set.length, design) + under].map(
    (y) => ruleItem({ ...place, y }, RULE, BLACK),
  );
  return [...words, ...rules];
}

/** Weight of the rules, points, and the white between them and the text, em. */
const RULE: Pt = 0.5;
const RULE_WHITE: Em = 0.5;
/** White after the word for a note. */
const AFTER_LABEL: Em = 1;

function setNote(
  note: readonly Text[],
  width: Pt,
  design: NewsDesign,
  composer: Composer,
): readonly RunInLine[] {
  const { face, size } = design.styles.note;
  const { strong } = design.faces;
  const style = { plain: face, strong, setting: { ...design.text, indent: 0 } };
  return note.flatMap((text, index) => {
    const words = index === 0 ? wordsAround('note', text, design.text.language).before : '';
    const label = { words, face: strong, start: design.text.indent, after: AFTER_LABEL };
    return runIn(text, label, { style, measure: width / size }, composer);
  });
}
