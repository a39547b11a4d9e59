import { LEG_LINES } from '../base/legs.ts';
import type { HintCode } from '../base/diagnostic.ts';
import type { LintLevel } from '../model/news.ts';
import type { TabooName } from '../model/page-checks.ts';
import type { Finding, Scene } from './scene.ts';
import { collisions, fullBreaks, picturesInLegs } from './taboo-blocks.ts';
import { captionBetween, headOrder, sameHeads, textOffHead, tombstones } from './taboo-heads.ts';
import { legLengths, loneLines, rivers, subheadsAtFoot, unevenColumns, wrongTurnsOf } from './taboo-text.ts';
import { reversedType, tintedType } from './taboo-type.ts';

/** A taboo of make-up: how grave it is where the layout says nothing, where it comes from, how it is found and mended. */
export interface Taboo {
  readonly level: LintLevel;
  readonly source: string;
  readonly find: (scene: Scene) => readonly Finding[];
  readonly remedy: HintCode | ((finding: Finding) => HintCode);
}

const DESK = 'newsroom practice';
const MANUALS = 'editing manuals (heads, columns and turns)';
const PLANTS = 'newspaper plants: least sizes of reversed and screened type';

/** A leg is too short or too long. */
const legRemedy = ({ values }: Finding): HintCode =>
  Number(values?.['lines']) > LEG_LINES.most ? 'divide-leg' : 'add-to-leg';

/** Every taboo by the name under which a layout gives it a level and a story accepts it. */
export const TABOOS: Readonly<Record<TabooName, Taboo>> = {
  tombstone: { level: 'warning', source: MANUALS, find: tombstones, remedy: 'part-heads' },
  'same-heads': { level: 'warning', source: MANUALS, find: sameHeads, remedy: 'vary-heads' },
  'full-break': { level: 'warning', source: DESK, find: fullBreaks, remedy: 'interlock' },
  'text-off-head': { level: 'error', source: MANUALS, find: textOffHead, remedy: 'head-over-text' },
  'wrong-turn': { level: 'error', source: MANUALS, find: wrongTurnsOf, remedy: 'turn-next' },
  'head-order': { level: 'warning', source: MANUALS, find: headOrder, remedy: 'step-heads' },
  'leg-length': { level: 'warning', source: MANUALS, find: legLengths, remedy: legRemedy },
  'lone-line': {
    level: 'warning',
    source: 'CLREQ, widows and orphans',
    find: loneLines,
    remedy: 'reword-paragraph',
  },
  'subhead-at-foot': {
    level: 'error',
    source: 'CLREQ, headings; editing manuals',
    find: subheadsAtFoot,
    remedy: 'move-subhead',
  },
  'uneven-feet': {
    level: 'error',
    source: 'CLREQ, columns of equal lines',
    find: unevenColumns,
    remedy: 'level-feet',
  },
  'picture-in-leg': { level: 'warning', source: MANUALS, find: picturesInLegs, remedy: 'picture-up' },
  collision: { level: 'warning', source: MANUALS, find: collisions, remedy: 'part-stories' },
  river: { level: 'off', source: 'CLREQ, justification', find: rivers, remedy: 'reword-line' },
  'caption-between': { level: 'warning', source: MANUALS, find: captionBetween, remedy: 'caption-aside' },
  'reversed-type': { level: 'warning', source: PLANTS, find: reversedType, remedy: 'larger-type' },
  'tinted-type': { level: 'warning', source: PLANTS, find: tintedType, remedy: 'solid-type' },
};
