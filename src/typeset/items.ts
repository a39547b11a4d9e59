import type { Setting } from '../model/setting.ts';
import { jointsOf } from './joints.ts';
import type { Joint } from './joints.ts';
import { penaltiesOf } from './penalties.ts';
import { HANGING, SHRINK_ORDER } from './rules.ts';
import type { ShrinkClass } from './rules.ts';
import type { Sign } from './sign.ts';

/**
 * A text ready for breaking, as sums over its signs. A line from sign `s` to sign `e` (exclusive) is
 * `position[e - 1] + face[e - 1] - position[s]` wide by nature, with blanks of `before[s]` and `after[e - 1]` at its
 * edges; what it can give and take are differences of the sums. So a break inside a pair of marks needs no code.
 */
export interface Items extends InkEdges {
  readonly count: number;
  readonly joints: readonly Joint[];
  readonly face: Float64Array;
  /** Start of each face when everything is set on one endless line. */
  readonly position: Float64Array;
  /** Blank at the line start before sign k, at the line end after it. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Sums up to sign k of what joints can give, by class of SHRINK_ORDER. */
  readonly shrink: readonly Float64Array[];
  /** The same over all classes. */
  readonly shrinkAll: Float64Array;
  /** Sums up to sign k of what word spaces and gaps to Latin can take. */
  readonly takeWord: Float64Array;
  readonly takeGap: Float64Array;
  /** Number of joints before sign k that share the rest of the stretch, and of word spaces and gaps. */
  readonly plainJoints: Int32Array;
  readonly elasticJoints: Int32Array;
  /** Cost of a break before sign b (0 … count); Infinity where it is forbidden. */
  readonly penalty: Float64Array;
  /** Width of the hyphen that a break before sign b brings into a word; 0 elsewhere. */
  readonly hyphen: Float64Array;
  /** Characters before sign k as people count them: a word or a number is one, marks are none. */
  readonly units: Int32Array;
  /** 1 for a sign that may hang outside the measure. */
  readonly hanging: Uint8Array;
}

/** What a break before sign b leaves at the edges: spaces vanish there. */
export interface InkEdges {
  /** First sign from b on that is no space. */
  readonly firstInk: Int32Array;
  /** Sign after the last one before b that is no space. */
  readonly lastInk: Int32Array;
}

const HANGING_MARKS: ReadonlySet<number> = new Set(Array.from(HANGING, (each) => each.codePointAt(0) ?? 0));

/** Reads the rules of the setting into sums over the signs. Time and space grow with the number of signs. */
export function itemsOf(signs: readonly Sign[], setting: Setting): Items {
  const count = signs.length;
  const edges = inkEdges(signs);
  const joints = jointsOf(signs, setting);
  const face = Float64Array.from(signs, (sign) => sign.face);
  const sum = (value: (joint: Joint, at: number) => number) => sums(joints, value);
  return {
    count,
    joints,
    face,
    position: sum((joint, at) => (face[at] ?? 0) + joint.natural),
    before: Float64Array.from(signs, (sign) => sign.before),
    after: Float64Array.from(signs, (sign) => sign.after),
    shrink: SHRINK_ORDER.map((name) => sum((joint) => givenBy(joint, name))),
    shrinkAll: sum((joint) => joint.shrink + joint.tight),
    takeWord: sum((joint) => (joint.gives === 'word' ? joint.take : 0)),
    takeGap: sum((joint) => (joint.gives === 'gap' ? joint.take : 0)),
    plainJoints: Int32Array.from(sum((joint) => Number(joint.stretched))),
    elasticJoints: Int32Array.from(sum((joint) => Number(joint.elastic))),
    penalty: penaltiesOf(signs, edges, setting),
    hyphen: Float64Array.from({ length: count + 1 }, (_, at) => signs[at]?.hyphen?.advance ?? 0),
    units: unitsOf(signs),
    hanging: Uint8Array.from(signs, (sign) =>
      Number(HANGING_MARKS.has(sign.codePoint) && sign.kind !== 'digit'),
    ),
    ...edges,
  };
}

/** What a joint gives in the turn of a class. */
function givenBy(joint: Joint, name: ShrinkClass): number {
  return (joint.gives === name ? joint.shrink : 0) + (name === 'figure' ? joint.tight : 0);
}

function sums(joints: readonly Joint[], value: (joint: Joint, at: number) => number): Float64Array {
  const total = new Float64Array(joints.length + 1);
  joints.forEach((joint, at) => {
    total[at + 1] = (total[at] ?? 0) + value(joint, at);
  });
  return total;
}

function inkEdges(signs: readonly Sign[]): InkEdges {
  const count = signs.length;
  const firstInk = new Int32Array(count + 1).fill(count);
  const lastInk = new Int32Array(count + 1);
  for (let at = count - 1; at >= 0; at -= 1) {
    firstInk[at] = signs[at]?.kind === 'space' ? (firstInk[at + 1] ?? count) : at;
  }
  for (let at = 0; at < count; at += 1)
    lastInk[at + 1] = signs[at]?.kind === 'space' ? (lastInk[at] ?? 0) : at + 1;
  return { firstInk, lastInk };
}

const COUNTED: ReadonlySet<string> = new Set(['han', 'kana', 'hangul', 'iteration']);
const WORDY: ReadonlySet<string> = new Set(['latin', 'digit']);

function unitsOf(signs: readonly Sign[]): Int32Array {
  const units = new Int32Array(signs.length + 1);
  signs.forEach(({ kind }, at) => {
    const begins = WORDY.has(kind) && !WORDY.has(signs[at - 1]?.kind ?? 'han');
    units[at + 1] = (units[at] ?? 0) + Number(begins || COUNTED.has(kind));
  });
  return units;
}
