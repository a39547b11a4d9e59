import type { Em } from '../base/units.ts';
import type { Setting } from '../model/setting.ts';
import { pairTable } from './pairs.ts';
import {
  ADJACENT_BLANKS,
  FIRM_STOPS,
  GAPS,
  SPACE_LIMITS,
  STYLES,
  UNSTRETCHABLE,
  WORD_SPACED,
} from './rules.ts';
import type { ShrinkClass } from './rules.ts';
import type { Sign } from './sign.ts';

/** The space between a sign and the next one. Behind a space it is the elasticity of that space, natural 0. */
export interface Joint {
  readonly natural: Em;
  /** How much of it may go, in its turn of SHRINK_ORDER. */
  readonly shrink: Em;
  readonly gives: ShrinkClass;
  /** How much more of it may go in the turn of `figure`. */
  readonly tight: Em;
  /** How much a word space or gap may take before the other joints are stretched. */
  readonly take: Em;
  /** Whether it shares what is left to stretch. */
  readonly stretched: boolean;
  /** Whether it shares what goes beyond `LIMITS.share` at the other joints: word spaces and gaps to Latin. */
  readonly elastic: boolean;
  /** The part of the natural space that is the blank of the mark behind the joint. */
  readonly ofNext: Em;
}

const NO_JOINT: Joint = {
  natural: 0,
  shrink: 0,
  gives: 'word',
  tight: 0,
  take: 0,
  stretched: false,
  elastic: false,
  ofNext: 0,
};
const PLAIN: Joint = { ...NO_JOINT, stretched: true };

const adjacentBlank = pairTable(ADJACENT_BLANKS);
const gapRule = pairTable(GAPS);
const unstretchable = pairTable(UNSTRETCHABLE);

/** One joint behind every sign; the last has none. */
export function jointsOf(signs: readonly Sign[], setting: Setting): readonly Joint[] {
  return signs.map((left, at) => {
    const right = signs[at + 1];
    if (!right || right.glued || (left.ruby >= 0 && left.ruby === right.ruby)) return NO_JOINT;
    if (left.kind === 'space') return spaceJoint(signs, at, setting);
    if (gapOf(left, right))
      return gapJoint(setting.cjkLatinGap, setting.cjkLatinGap, isBesideFigure(left, right));
    return markJoint(left, right, setting);
  });
}

/** Whether a gap belongs between two signs: only beside ASCII signs and Latin letters (css-text-4 text-autospace). */
export function gapOf(left: Sign, right: Sign): boolean {
  const rule = gapRule(left.kind, right.kind);
  if (!rule) return false;
  const foreign = isHan(left) ? right : left;
  return foreign.codePoint < 0x80 || foreign.kind === 'latin';
}

function isHan(sign: Sign): boolean {
  return sign.kind === 'han' || sign.kind === 'kana' || sign.kind === 'iteration';
}

/** A gap may go down to half and up to four thirds of itself: 1/8, 1/4, 1/3 em of a natural quarter. */
function gapJoint(gap: Em, natural: Em, figure: boolean): Joint {
  const { leastShare, mostShare } = SPACE_LIMITS.gap;
  return {
    ...NO_JOINT,
    natural,
    shrink: gap * (1 - leastShare),
    gives: 'gap',
    tight: figure ? gap * (leastShare - SPACE_LIMITS.figure.leastShare) : 0,
    take: gap * (mostShare - 1),
    stretched: gap === 0,
    elastic: gap > 0,
  };
}

function isBesideFigure(left: Sign, right: Sign): boolean {
  return left.kind === 'digit' || right.kind === 'digit';
}

/** The space between Latin words is elastic, the one between Han only shares the stretch of the line. */
function spaceJoint(signs: readonly Sign[], at: number, setting: Setting): Joint {
  const before = signs[at - 1];
  const space = signs[at];
  const after = signs[at + 1];
  if (!before || !space || !after || after.kind === 'space') return NO_JOINT;
  if (gapOf(before, after)) return gapJoint(setting.cjkLatinGap, 0, isBesideFigure(before, after));
  if (isHan(before) && isHan(after)) return PLAIN;
  const { least } = SPACE_LIMITS.word;
  const most = wordSpaceLimit(space.face, setting.language);
  return {
    ...NO_JOINT,
    shrink: Math.max(0, space.face - least),
    gives: 'word',
    take: Math.max(0, most - space.face),
    elastic: true,
  };
}

function wordSpaceLimit(own: Em, language: Setting['language']): Em {
  return WORD_SPACED.has(language) ? own + SPACE_LIMITS.wordSpaced.more : SPACE_LIMITS.word.most;
}

function markJoint(left: Sign, right: Sign, setting: Setting): Joint {
  const stretched = !unstretchable(left.kind, right.kind);
  const blanks = blanksBetween(left, right, setting.punctuation);
  if (blanks.after === 0 && blanks.before === 0) return stretched ? PLAIN : NO_JOINT;
  const natural = blanks.after + blanks.before;
  return {
    ...NO_JOINT,
    natural,
    shrink:
      left.kind === 'stop' && FIRM_STOPS.has(setting.language) ? 0 : Math.min(natural, setting.markShrink),
    gives: blanks.after > 0 ? givesOf(left) : 'bracket',
    stretched,
    ofNext: blanks.before,
  };
}

function blanksBetween(left: Sign, right: Sign, name: Setting['punctuation']): { after: Em; before: Em } {
  const style = STYLES[name];
  const stopStands = !style.stopBefore || left.kind !== 'stop' || style.stopBefore.includes(right.kind);
  const after = stopStands ? left.after : 0;
  const before = right.before;
  const rule = style.pairs && left.ruby < 0 ? adjacentBlank(left.kind, right.kind) : undefined;
  const applies = rule && (rule.styles === 'all' || name.startsWith('css-'));
  if (!applies || !standsAlone(left, right)) return { after, before };
  if (rule.drop === 'left') return { after: 0, before };
  // Stops that share an em (？！) have no blank of their own: the one of the opening mark stands.
  return { after, before: left.after > 0 || left.kind !== 'stop' ? 0 : before };
}

/** In css styles ！ and ？ are no stops in the sense of pairs: they keep their em and leave their neighbours' blanks. */
function standsAlone(left: Sign, right: Sign): boolean {
  return !(isFullStop(left) || isFullStop(right));
}

function isFullStop(sign: Sign): boolean {
  return sign.kind === 'stop' && sign.face >= 1 && sign.after === 0;
}

function givesOf(left: Sign): ShrinkClass {
  if (left.kind === 'closing') return 'bracket';
  return left.kind === 'pause' ? 'pause' : 'stop';
}
