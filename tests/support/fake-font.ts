import type { FaceChoice, Font, FontBook, Glyph } from '../../src/fonts/font.ts';
import type { FontRole } from '../../src/model/face.ts';

export interface FakeFontOptions {
  readonly key?: string;
  /** Characters that the font does not have. */
  readonly lacks?: string;
}

/**
 * A face without a file: the glyph id is the code point; Han, marks and everything from U+2000 up is 1 em wide, ⸺ 2 em,
 * everything below 0.5 em. No kerning, no features.
 */
export function fakeFont({ key = 'Fake-Regular', lacks = '' }: FakeFontOptions = {}): Font {
  const lacking = new Set([...lacks].map((character) => character.codePointAt(0)));
  const glyph = (codePoint: number): Glyph | undefined =>
    lacking.has(codePoint) ? undefined : { id: codePoint, advance: fakeAdvance(codePoint) };
  return {
    key,
    ascent: 0.88,
    descent: 0.12,
    capHeight: 0.73,
    glyph,
    variant: () => undefined,
    shape: (text) =>
      [...text].map((character) => {
        const id = character.codePointAt(0) ?? 0;
        return { id, advance: fakeAdvance(id), text: character };
      }),
    advance: fakeAdvance,
    outline: () => 'M0 0H0.5V-0.5H0Z',
    facts: {
      fullName: key,
      licence: '',
      embedding: 0,
      glyphCount: 0x110000,
      bounds: { left: 0, bottom: -0.12, right: 1, top: 0.88 },
      cutsCells: true,
      italicAngle: 0,
      weight: 400,
    },
    subset: () => ({ kind: 'truetype', bytes: new Uint8Array() }),
  };
}

/** A font book whose roles each have one fake face, keyed `Fake-<role>`. */
export function fakeFontBook(
  roles: readonly FontRole[] = ['body', 'head', 'hei', 'hei-text', 'kai', 'fang'],
  options: FakeFontOptions = {},
): FontBook {
  const faces = new Map(roles.map((role) => [role, fakeFont({ ...options, key: `Fake-${role}` })]));
  const byKey = new Map([...faces.values()].map((font) => [font.key, font]));
  const book: FontBook = {
    roles,
    has: (role) => faces.has(role),
    inLanguage: () => book,
    choose(role, codePoint): FaceChoice | undefined {
      const font = faces.get(role);
      return font?.glyph(codePoint) && { font };
    },
    get(key) {
      const font = byKey.get(key);
      if (!font) throw new Error(`no fake face ${key}`);
      return font;
    },
  };
  return book;
}

function fakeAdvance(codePoint: number): number {
  if (codePoint === 0x2e3a) return 2;
  return codePoint < 0x2000 ? 0.5 : 1;
}
