import { BLACK } from '../base/colour.ts';
import type { Pt } from '../base/units.ts';
import type { FontRole } from '../model/face.ts';
import type { Composer, TypeLine } from '../model/galley.ts';
import type { BylineDesign } from '../model/layout.ts';
import type { DisplayItem } from '../model/page.ts';
import type { Phrase } from '../model/plan.ts';
import { lineItems, type LinePlace } from './items.ts';

/** Words set side by side in one line, points from its left end. */
export interface PhraseSet {
  readonly line: TypeLine;
  readonly phrase: Phrase;
  readonly x: Pt;
  readonly size: Pt;
}

export interface BylineSet {
  readonly phrases: readonly PhraseSet[];
  readonly width: Pt;
  readonly size: Pt;
}

/** How words of one line are set: faces, size, and the white before a label and before a name. */
export interface PhraseStyle {
  readonly face: FontRole;
  readonly labelFace: FontRole;
  readonly size: Pt;
  readonly beforeLabel: Pt;
  readonly beforeName: Pt;
}

/** The byline in one line with even spaces; `undefined` when there is none. */
export function setByline(
  phrases: readonly Phrase[],
  { face, roleFace, size }: BylineDesign,
  composer: Composer,
): BylineSet | undefined {
  if (phrases.length === 0) return undefined;
  const style = { face, labelFace: roleFace, size, beforeLabel: size, beforeName: size / 2 };
  const set = setPhrases(phrases, style, composer);
  return { ...set, size };
}

/** Sets words side by side from x = 0. */
export function setPhrases(
  phrases: readonly Phrase[],
  style: PhraseStyle,
  composer: Composer,
): { readonly phrases: readonly PhraseSet[]; readonly width: Pt } {
  const sets: PhraseSet[] = [];
  let x = 0;
  for (const phrase of phrases) {
    const label = phrase.kind === 'written' && phrase.label;
    const line = composer.line(
      phrase.kind === 'copy' ? phrase.text : phrase.characters,
      label ? style.labelFace : style.face,
    );
    if (sets.length > 0) x += label ? style.beforeLabel : style.beforeName;
    sets.push({ line, phrase, x, size: style.size });
    x += line.width * style.size;
  }
  return { phrases: sets, width: x };
}

/** Words that were set side by side, in black, with their left end at `x`. */
export function phraseItems(
  phrases: readonly PhraseSet[],
  { x, y, role }: Pick<LinePlace, 'x' | 'y' | 'role'>,
): readonly DisplayItem[] {
  return phrases.flatMap(({ line, x: dx, size }) =>
    lineItems(line, { x: x + dx, y, size, colour: BLACK, role }),
  );
}
