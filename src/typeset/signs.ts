import type { Em } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
import type { FontRole } from '../model/face.ts';
import type { InlineMark } from '../model/issue.ts';
import type { Language, Setting } from '../model/setting.ts';
import type { CharacterClass } from './classes.ts';
import { classesOf } from './context.ts';
import { faceOf } from './faces.ts';
import type { Face } from './faces.ts';
import { idealAdvance } from './ideal.ts';
import type { IdealFont } from './ideal.ts';
import { gapOf } from './joints.ts';
import { STYLES } from './rules.ts';
import { shapeCharacters } from './shape.ts';
import type { Shaped } from './shape.ts';
import type { DotSide, NameMark, Sign, SignGlyph } from './sign.ts';
import { straightQuotes } from './straight-quotes.ts';

/** Where widths and glyphs come from: the faces of two roles, or an ideal font without a file. */
export type Source =
  | { readonly kind: 'fonts'; readonly fonts: FontBook; readonly plain: FontRole; readonly strong: FontRole }
  | { readonly kind: 'ideal'; readonly font: IdealFont };

export type SignSetting = Pick<Setting, 'punctuation' | 'language' | 'tracking' | 'cjkLatinGap'>;

/** The signs of a text: one a code point, in order, in em. Rules and widths run across inline marks. */
export function signsOf(
  characters: string,
  marks: readonly InlineMark[],
  source: Source,
  setting: SignSetting,
): readonly Sign[] {
  const typed = Array.from(characters, (each) => each.codePointAt(0) ?? 0);
  const { eastern } = straightQuotes(typed, setting.language);
  const codePoints = eastern.size === 0 ? typed : typed.map((each, at) => eastern.get(at) ?? each);
  const kinds = classesOf(typed, setting.language);
  const starts = startsOf(codePoints);
  const spans = spansOf(marks);
  const copy: Copy = { typed, codePoints, kinds, source, setting };
  const shaped = shapeCopy(copy, (at) => covers(spans.strong, starts[at] ?? 0));
  const stops = stopRuns(copy);
  const signs = codePoints.map((codePoint, at): Sign => {
    const kind = kinds[at] ?? 'symbol';
    const form = shaped[at] ?? { advance: 1 };
    const start = starts[at] ?? 0;
    const face = stops.get(at) ?? faceAt(copy, at, form.advance);
    return {
      codePoint,
      kind,
      start,
      end: start + (codePoint > 0xffff ? 2 : 1),
      face: face.face + (kind === 'combining' ? 0 : setting.tracking),
      before: face.before,
      after: face.after,
      glued: isGlued(copy, at, form),
      dotted: DOTTED.has(kind) && covers(spans.emphasis, start) && DOT_SIDES[setting.language],
      ruby: spans.ruby.findIndex((mark) => start >= mark.start && start < mark.end),
      glyph: form.glyph && glyphAt(form.glyph, face.offset),
      named: spans.names.findLast((mark) => start >= mark.start && start < mark.end),
    };
  });
  if (isSquare(source)) return signs;
  return signs.map((sign, at) =>
    sign.kind === 'space' ? widened(sign, signs[at - 1], signs[at + 1], setting) : sign,
  );
}

/**
 * A typed space between Han and Latin is the gap there and nothing more; between Han it is at least half an em, so
 * that it is seen as meant; between Latin words the font's.
 */
function widened(
  space: Sign,
  before: Sign | undefined,
  after: Sign | undefined,
  { cjkLatinGap }: SignSetting,
): Sign {
  if (!before || !after) return space;
  if (gapOf(before, after)) return { ...space, face: cjkLatinGap };
  const latin = SPACED.has(before.kind) || SPACED.has(after.kind);
  return latin || space.face >= HAN_SPACE ? space : { ...space, face: HAN_SPACE };
}

/** A space between two Han, em (house; a preferred turn of a heading that is not taken). */
const HAN_SPACE: Em = 0.5;

/** What is written in words with spaces between them. */
const SPACED: ReadonlySet<CharacterClass> = new Set(['latin', 'digit', 'hangul']);

function glyphAt({ id, font, text, scale }: NonNullable<Shaped['glyph']>, offset: Em): SignGlyph {
  return { id, font, text, scale, offset };
}

/** A text as code points with their classes, and what it is set with. */
interface Copy {
  /** The characters of the copy, and those that are set for them. */
  readonly typed: readonly number[];
  readonly codePoints: readonly number[];
  readonly kinds: readonly CharacterClass[];
  readonly source: Source;
  readonly setting: SignSetting;
}

/** Chinese sets emphasis dots under its characters, Japanese and Korean over them (CLREQ, JLREQ #composition_of_emphasis_dots). */
const DOT_SIDES: Readonly<Record<Language, DotSide>> = {
  'zh-Hans': 'under',
  'zh-Hant': 'under',
  ja: 'over',
  ko: 'over',
};

/** Emphasis dots stand beside characters, not under marks (GB/T 15834 5.1.8; CLREQ #handling_interlinear_punctuation). */
const DOTTED: ReadonlySet<CharacterClass> = new Set([
  'han',
  'kana',
  'hangul',
  'iteration',
  'latin',
  'digit',
  'unit',
  'symbol',
]);

interface Spans {
  readonly strong: readonly InlineMark[];
  readonly emphasis: readonly InlineMark[];
  readonly ruby: readonly InlineMark[];
  readonly names: readonly NameMark[];
}

function spansOf(marks: readonly InlineMark[]): Spans {
  return {
    strong: marks.filter((mark) => mark.kind === 'strong'),
    emphasis: marks.filter((mark) => mark.kind === 'emphasis'),
    ruby: marks.filter((mark) => mark.kind === 'ruby'),
    names: marks.filter(isNameMark),
  };
}

function isNameMark(mark: InlineMark): mark is NameMark {
  return mark.kind === 'name-line' || mark.kind === 'title-line';
}

function covers(marks: readonly InlineMark[], start: number): boolean {
  return marks.some((mark) => start >= mark.start && start < mark.end);
}

function startsOf(codePoints: readonly number[]): readonly number[] {
  let start = 0;
  return codePoints.map((codePoint) => {
    const here = start;
    start += codePoint > 0xffff ? 2 : 1;
    return here;
  });
}

function shapeCopy(
  { typed, codePoints, kinds, source }: Copy,
  isStrong: (at: number) => boolean,
): readonly Shaped[] {
  if (source.kind === 'ideal') {
    return codePoints.map((each, at) => ({
      advance: idealAdvance(source.font, each, kinds[at] ?? 'symbol'),
    }));
  }
  const roles = codePoints.map((_, at) => (isStrong(at) ? source.strong : source.plain));
  const shaped = shapeCharacters({ codePoints, kinds, roles }, source.fonts);
  if (typed === codePoints) return shaped;
  return shaped.map((form, at) => (typed[at] === codePoints[at] ? form : asTyped(form, typed[at])));
}

/** The form of a Chinese quotation mark that stands for a straight one of the copy. */
function asTyped({ advance, glyph }: Shaped, codePoint = 0): Shaped {
  return glyph ? { advance, glyph: { ...glyph, text: String.fromCodePoint(codePoint) } } : { advance };
}

function faceAt({ codePoints, kinds, source, setting }: Copy, at: number, advance: Em): Face {
  if (isSquare(source)) return { face: advance, before: 0, after: 0, offset: 0 };
  return faceOf({
    codePoint: codePoints[at] ?? 0,
    kind: kinds[at] ?? 'symbol',
    advance,
    real: source.kind === 'fonts',
    style: setting.punctuation,
    language: setting.language,
  });
}

function isSquare(source: Source): boolean {
  return source.kind === 'ideal' && source.font === 'ideal-square';
}

/**
 * Two stops ！ or ？ in a row share one em, three take two (GB/T 15834 5.1.2); they have no blank. Not in css styles,
 * not where they stand in the middle of their frame.
 */
function stopRuns({ codePoints, kinds, source, setting }: Copy): ReadonlyMap<number, Face> {
  const faces = new Map<number, Face>();
  if (STYLES[setting.punctuation].fullStops || isSquare(source)) return faces;
  const isLoud = (at: number) =>
    kinds[at] === 'stop' && (codePoints[at] === 0xff01 || codePoints[at] === 0xff1f);
  for (let at = 0; at < codePoints.length; at += 1) {
    let end = at;
    while (isLoud(end)) end += 1;
    if (end - at < 2) continue;
    const face = end - at === 2 || setting.punctuation === 'banjiao' ? 0.5 : 2 / 3;
    for (; at < end; at += 1) faces.set(at, { face, before: 0, after: 0, offset: (face - 0.5) / 2 });
  }
  return faces;
}

/** The second half of a long mark, the rest of a ligature and combining signs belong to what stands before them. */
function isGlued({ codePoints, kinds }: Copy, at: number, form: Shaped): boolean {
  const kind = kinds[at];
  if (kind === 'combining' || (kind === 'latin' && form.advance === 0)) return at > 0;
  if (kind !== 'dash' && kind !== 'ellipsis') return false;
  let first = at;
  while (kinds[first - 1] === kind && codePoints[first - 1] === codePoints[at]) first -= 1;
  return (at - first) % 2 === 1 && codePoints[at] !== 0x2e3a;
}
