import type { Em } from '../base/units.ts';
import type { Direction } from '../model/direction.ts';
import type { Annotation, InlineMark } from '../model/issue.ts';
import type { RubyGlyph, RubyGroup, RubyOver, Sign } from './sign.ts';
import { signsOf } from './signs.ts';
import type { SignSetting, Source } from './signs.ts';
import { columnsOf, syllablesOf, ZHUYIN_ROOM } from './zhuyin.ts';

/**
 * Size of a reading over its base (CLREQ #positioning_of_romanization: one half). Less would be under 5 pt over body type,
 * which newsprint does not hold.
 */
export const RUBY_SCALE = 0.5;
/** How far a reading may reach over the neighbours of its base on either side, em (house). */
const OVERHANG: Em = 0.25;
/** Least space between the readings of two characters, em of the base (house). */
const APART: Em = 0.1;

export interface Annotated {
  readonly signs: readonly Sign[];
  readonly rubies: readonly RubyGroup[];
}

/**
 * Sets the readings over their bases; a base narrower than its reading is spread evenly. Zhuyin with a syllable for each
 * character stands beside them, for which a line that runs across makes room.
 */
export function annotate(
  signs: readonly Sign[],
  marks: readonly InlineMark[],
  source: Source,
  setting: SignSetting & { readonly direction?: Direction },
): Annotated {
  const spread = [...signs];
  const rubies = marks
    .filter((mark) => mark.kind === 'ruby')
    .map((mark, index): RubyGroup => {
      const first = signs.findIndex((sign) => sign.ruby === index);
      const last = signs.findLastIndex((sign) => sign.ruby === index);
      const beside = syllablesOf(mark.annotation.characters, first < 0 ? 0 : last - first + 1);
      if (beside) {
        if (setting.direction !== 'vertical') makeRoom(spread, first, last);
        const columns = columnsOf(
          signsOf(mark.annotation.characters, [], source, { ...setting, tracking: 0 }),
        );
        return { kind: 'beside', first, last, annotation: mark.annotation, columns };
      }
      const reading = readingOf(mark.annotation, source, setting);
      if (first >= 0) spreadBase(spread, first, last, reading.width);
      return groupOf(spread, { first, last, annotation: mark.annotation, reading });
    });
  return { signs: spread, rubies };
}

function makeRoom(signs: Sign[], first: number, last: number): void {
  for (let at = first; at <= last; at += 1) {
    const sign = signs[at];
    if (sign) signs[at] = { ...sign, face: sign.face + ZHUYIN_ROOM, aside: ZHUYIN_ROOM };
  }
}

interface Reading {
  readonly glyphs: readonly RubyGlyph[];
  /** Half-open spans of glyphs between spaces, with their widths. */
  readonly parts: readonly {
    readonly from: number;
    readonly to: number;
    readonly dx: Em;
    readonly width: Em;
  }[];
  readonly width: Em;
}

/** The reading by itself, natural, in em of the base. */
function readingOf(annotation: Annotation, source: Source, setting: SignSetting): Reading {
  const glyphs: RubyGlyph[] = [];
  const parts: { from: number; to: number; dx: Em; width: Em }[] = [];
  let x = 0;
  let space = '';
  for (const sign of signsOf(annotation.characters, [], source, { ...setting, tracking: 0 })) {
    if (sign.kind === 'space') {
      space = ' ';
      x += sign.face * RUBY_SCALE;
      continue;
    }
    const part = parts.at(-1);
    if (!part || space !== '') parts.push({ from: glyphs.length, to: glyphs.length, dx: x, width: 0 });
    if (sign.glyph) {
      const { id, font, text, offset } = sign.glyph;
      glyphs.push({ id, font, text: space + text, dx: x + offset * RUBY_SCALE });
      space = '';
    }
    x += (sign.face + sign.after) * RUBY_SCALE;
    const open = parts.at(-1);
    if (open) parts[parts.length - 1] = { ...open, to: glyphs.length, width: x - open.dx };
  }
  return { glyphs, parts, width: x };
}

/** Widens the faces of a base evenly until the reading reaches no further over its neighbours than it may. */
function spreadBase(signs: Sign[], first: number, last: number, width: Em): void {
  const base = signs.slice(first, last + 1).reduce((sum, sign) => sum + sign.face, 0);
  const left = (signs[first - 1]?.ruby ?? -1) < 0 ? OVERHANG : 0;
  const right = (signs[last + 1]?.ruby ?? -1) < 0 ? OVERHANG : 0;
  const missing = width + (left + right === 0 ? APART : 0) - base - left - right;
  if (missing <= 0) return;
  const more = missing / (last - first + 1);
  for (let at = first; at <= last; at += 1) {
    const sign = signs[at];
    if (!sign) continue;
    const glyph = sign.glyph && { ...sign.glyph, offset: sign.glyph.offset + more / 2 };
    signs[at] = { ...sign, face: sign.face + more, glyph };
  }
}

interface Base {
  readonly first: number;
  readonly last: number;
  readonly annotation: Annotation;
  readonly reading: Reading;
}

/** Centres each syllable over its character where they do not meet, else the whole reading over the whole base. */
function groupOf(signs: readonly Sign[], { first, last, annotation, reading }: Base): RubyOver {
  const faces = signs.slice(first, last + 1).map((sign) => sign.face);
  const width = faces.reduce((sum, face) => sum + face, 0);
  const common = { kind: 'over', first, last, annotation, width } as const;
  const apart = syllableShifts(faces, reading);
  if (!apart) {
    const shift = (width - reading.width) / 2;
    return { ...common, glyphs: reading.glyphs.map((glyph) => shifted(glyph, shift)) };
  }
  const glyphs = reading.parts.flatMap((part, at) =>
    reading.glyphs.slice(part.from, part.to).map((glyph) => shifted(glyph, apart[at] ?? 0)),
  );
  return { ...common, glyphs };
}

function shifted({ id, font, text, dx }: RubyGlyph, shift: Em): RubyGlyph {
  return { id, font, text, dx: dx + shift };
}

function syllableShifts(faces: readonly Em[], { parts }: Reading): readonly Em[] | undefined {
  if (parts.length !== faces.length) return undefined;
  let x = 0;
  let end = -Infinity;
  const shifts: Em[] = [];
  for (const [at, face] of faces.entries()) {
    const part = parts[at];
    if (!part) return undefined;
    const start = x + (face - part.width) / 2;
    if (start < end + APART) return undefined;
    end = start + part.width;
    shifts.push(start - part.dx);
    x += face;
  }
  return shifts;
}
