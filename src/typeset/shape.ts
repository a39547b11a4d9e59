import type { Em } from '../base/units.ts';
import type { Font, FontBook, Glyph } from '../fonts/font.ts';
import type { FontKey, FontRole } from '../model/face.ts';
import type { CharacterClass } from './classes.ts';

/** A character with its glyph as the font gives it. */
export interface Shaped {
  readonly advance: Em;
  /** Absent when a glyph before stands for this character too, or no face has it. */
  readonly glyph?: {
    readonly id: number;
    readonly font: FontKey;
    readonly text: string;
    readonly scale: number;
  };
}

/** What is to be shaped: parallel arrays, one entry a code point. */
export interface ShapeInput {
  readonly codePoints: readonly number[];
  readonly kinds: readonly CharacterClass[];
  readonly roles: readonly FontRole[];
}

/**
 * Chooses a face and a glyph for every character: Latin words and mixed numbers are shaped with kerning, runs of
 * digits take half-width figures where the face has them, dashes a stroke that is whole. Characters that no face has
 * get no glyph and the width of an em (see coverage.ts for the report).
 */
export function shapeCharacters(input: ShapeInput, fonts: FontBook): readonly Shaped[] {
  const desk: Desk = { ...input, faces: faceFinder(fonts), shaped: [] };
  let at = 0;
  while (at < input.codePoints.length) {
    const end = latinEnd(desk, at);
    if (end > at) shapeLatin(desk, at, end);
    at = end > at ? end : at + shapeOne(desk, at);
  }
  return desk.shaped;
}

interface Desk extends ShapeInput {
  readonly faces: FaceFinder;
  readonly shaped: Shaped[];
}

type FaceFinder = (role: FontRole, codePoint: number) => Font | undefined;

/** Looks every character up once a role. */
function faceFinder(fonts: FontBook): FaceFinder {
  const known = new Map<FontRole, Map<number, Font | undefined>>();
  return (role, codePoint) => {
    const ofRole = known.get(role) ?? new Map<number, Font | undefined>();
    known.set(role, ofRole);
    if (!ofRole.has(codePoint)) ofRole.set(codePoint, fonts.choose(role, codePoint)?.font);
    return ofRole.get(codePoint);
  };
}

const LATIN: ReadonlySet<CharacterClass> = new Set(['latin', 'digit', 'latin-opening', 'latin-closing']);

/** End of the run from `at` that one Latin face sets in one go; `at` itself when there is none. */
function latinEnd(desk: Desk, at: number): number {
  const font = LATIN.has(desk.kinds[at] ?? 'han') && faceAt(desk, at);
  if (!font) return at;
  let end = at;
  while (
    end < desk.codePoints.length &&
    LATIN.has(desk.kinds[end] ?? 'han') &&
    faceAt(desk, end)?.key === font.key
  ) {
    end += 1;
  }
  return end;
}

function faceAt(desk: Desk, at: number): Font | undefined {
  return desk.faces(desk.roles[at] ?? '', desk.codePoints[at] ?? 0);
}

function shapeLatin(desk: Desk, from: number, to: number): void {
  const font = faceAt(desk, from);
  if (!font) return;
  const codePoints = desk.codePoints.slice(from, to);
  if (desk.kinds.slice(from, to).every((kind) => kind !== 'latin')) {
    shapeNumber(codePoints, font, desk.shaped);
    return;
  }
  for (const glyph of font.shape(String.fromCodePoint(...codePoints))) {
    desk.shaped.push({
      advance: glyph.advance,
      glyph: { id: glyph.id, font: font.key, text: glyph.text, scale: 1 },
    });
    const covered = [...glyph.text].length;
    for (let rest = 1; rest < covered; rest += 1) desk.shaped.push({ advance: 0 });
  }
}

function shapeNumber(codePoints: readonly number[], font: Font, shaped: Shaped[]): void {
  for (const codePoint of codePoints) {
    const isDigit = codePoint >= 0x30 && codePoint <= 0x39;
    const glyph = (isDigit && font.variant(codePoint, 'hwid')) || font.glyph(codePoint);
    shaped.push(shapedGlyph(glyph, font, String.fromCodePoint(codePoint)));
  }
}

function shapedGlyph(glyph: Glyph | undefined, font: Font, text: string, scale = 1): Shaped {
  if (!glyph) return { advance: 1 };
  return { advance: glyph.advance * scale, glyph: { id: glyph.id, font: font.key, text, scale } };
}

/** Shapes the character at `at`; returns how many characters were taken. */
function shapeOne(desk: Desk, at: number): number {
  const codePoint = desk.codePoints[at] ?? 0;
  const font = faceAt(desk, at);
  const kind = desk.kinds[at];
  if (kind === 'dash' && codePoint === 0x2014 && font) {
    shapeDash(font, desk.shaped);
    return 2;
  }
  if (kind === 'space' || kind === 'no-break-space' || kind === 'ideographic-space') {
    desk.shaped.push({ advance: font?.glyph(codePoint)?.advance ?? 0.25 });
    return 1;
  }
  const narrow = kind === 'digit' ? font?.variant(codePoint, 'hwid') : undefined;
  desk.shaped.push(
    font
      ? shapedGlyph(narrow ?? font.glyph(codePoint), font, String.fromCodePoint(codePoint))
      : { advance: 1 },
  );
  return 1;
}

/** —— as one stroke of two em where the face has it, else as two strokes of an em each, drawn out to meet. */
function shapeDash(font: Font, shaped: Shaped[]): void {
  const whole = [font.variant(0x2e3a, 'fwid'), font.glyph(0x2e3a)].find(
    (glyph) => glyph && glyph.advance > 1.9,
  );
  if (whole) {
    shaped.push(shapedGlyph(whole, font, '——'), { advance: 0 });
    return;
  }
  const single = font.variant(0x2014, 'fwid') ?? font.glyph(0x2014);
  const scale = single && single.advance > 0.5 && single.advance < 0.99 ? 1 / single.advance : 1;
  shaped.push(shapedGlyph(single, font, '—', scale), shapedGlyph(single, font, '—', scale));
}
