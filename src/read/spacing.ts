import type { InlineMark } from '../model/issue.ts';
import type { CopyUnit, MarkedCopy } from './markup.ts';

/** Whether spaces are the desk's own (headings, names) or, in body text, only where the engine makes no gap. */
export type SpaceRule = 'body' | 'heading' | 'plain';

/**
 * Resolves the white space of one paragraph. A line end beside a CJK character or mark vanishes, between two Latin
 * words it is a space. In body text a space between Han and a letter or digit vanishes too: the gap there is the
 * engine's. In a Korean paragraph, whose words stand between spaces, both are spaces. Runs of spaces become one, spaces
 * at both ends and at a forced turn vanish.
 */
export function settleSpaces({ units, marks }: MarkedCopy, rule: SpaceRule): MarkedCopy {
  const chinese = units.some((_, at) => isLetterOfEast(codePointAt(units, at)));
  const korean = isKorean(units);
  const turns = new Set(marks.filter((mark) => mark.kind === 'turn').map((mark) => mark.start));
  const kept: CopyUnit[] = [];
  const placeOf: number[] = [];
  for (let at = 0; at < units.length;) {
    const end = endOfBlanks(units, at);
    if (end === at) {
      placeOf.push(kept.length);
      kept.push(units[at]!);
      at += 1;
      continue;
    }
    const blanks = units.slice(at, end);
    const turned = blanks.some((_, index) => turns.has(at + index)) || turns.has(end);
    const sides = { left: codePointBefore(units, at), right: codePointAt(units, end), chinese, korean };
    const settled = turned ? [] : settleBlanks(blanks, sides, rule);
    placeOf.push(kept.length);
    for (const unit of settled) kept.push(unit);
    for (let index = 1; index < blanks.length; index += 1) placeOf.push(kept.length);
    at = end;
  }
  placeOf.push(kept.length);
  return { units: kept, marks: movedMarks(marks, placeOf, kept.length) };
}

interface Sides {
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** Whether the paragraph has Han, kana or hangul at all; else “ ” … — are Western marks. */
  readonly chinese: boolean;
  readonly korean: boolean;
}

function settleBlanks(
  blanks: readonly CopyUnit[],
  { left, right, chinese, korean }: Sides,
  rule: SpaceRule,
): readonly CopyUnit[] {
  if (left === undefined || right === undefined) return [];
  const first = blanks[0]!;
  const space = [{ ...first, character: ' ' }];
  if (korean) return space;
  if (blanks.some(({ character }) => character === '\n')) {
    return isOfEast(left, chinese) || isOfEast(right, chinese) ? [] : space;
  }
  const wide = blanks.filter(({ character }) => character === IDEOGRAPHIC_SPACE);
  if (wide.length > 0 && rule !== 'heading') return wide;
  const gap =
    (isLetterOfEast(left) && isWestern(right)) || (isWestern(left) && isLetterOfEast(right))
      ? 'engine'
      : 'desk';
  return rule === 'body' && gap === 'engine' ? [] : space;
}

const IDEOGRAPHIC_SPACE = '\u3000';

function endOfBlanks(units: readonly CopyUnit[], from: number): number {
  let at = from;
  while (at < units.length && !units[at]!.escaped && /[ \t\n\u3000]/.test(units[at]!.character)) at += 1;
  return at;
}

function movedMarks(
  marks: readonly InlineMark[],
  placeOf: readonly number[],
  length: number,
): readonly InlineMark[] {
  const seen = new Set<number>();
  return marks.flatMap((mark): readonly InlineMark[] => {
    const start = placeOf[mark.start] ?? length;
    const end = placeOf[mark.end] ?? length;
    if (mark.kind !== 'turn') return start < end ? [{ ...mark, start, end }] : [];
    if (start === 0 || start === length || seen.has(start)) return [];
    seen.add(start);
    return [{ kind: 'turn', start, end: start }];
  });
}

function codePointAt(units: readonly CopyUnit[], at: number): number | undefined {
  const unit = units[at];
  return unit && (unit.character + (units[at + 1]?.character ?? '')).codePointAt(0);
}

function codePointBefore(units: readonly CopyUnit[], at: number): number | undefined {
  const low = /[\uDC00-\uDFFF]/.test(units[at - 1]?.character ?? '');
  return codePointAt(units, low ? at - 2 : at - 1);
}

/** Han, kana, hangul and their signs (Unicode blocks). */
function isLetterOfEast(code: number | undefined): boolean {
  if (code === undefined) return false;
  return EASTERN_LETTERS.some(([first, last]) => code >= first && code <= last);
}

const EASTERN_LETTERS: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3040, 0x318f],
  [0x31a0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7af],
  [0xf900, 0xfaff],
  [0x20000, 0x3fffd],
];

/** Whether a text has more hangul than Han and kana. */
function isKorean(units: readonly CopyUnit[]): boolean {
  const letters = units.map(({ character }) => character).join('');
  const hangul = letters.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const others = letters.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return hangul > others;
}

/** Letters of the East, their marks and full-width forms, and signs a Chinese paper sets on a full em (①, ■, ℃ …). */
function isOfEast(code: number, chinese: boolean): boolean {
  if (isLetterOfEast(code)) return true;
  const marks =
    (code >= 0x3000 && code <= 0x33ff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef);
  const shared = (code >= 0x2010 && code <= 0x2bff) || code === 0xb7 || code >= 0x1f000;
  return marks || (shared && chinese);
}

function isWestern(code: number): boolean {
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]/u.test(String.fromCodePoint(code));
}
