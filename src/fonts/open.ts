import type { Report } from '../base/diagnostic.ts';
import type { Font, FontFacts, Glyph, ShapedGlyph } from './font.ts';
import { LANGUAGE, openFont as openWithFontkit, SCRIPT, type OpenOptions } from './fontkit.ts';
import { embeddingOf, reportLicence } from './licence.ts';
import { remembered } from './remembered.ts';
import { readSfnt, type SfntFile } from './sfnt.ts';
import { openShaper, type Shaper } from './shaping.ts';
import { cutGlyphs, readAdvances, subsetTrueType } from './truetype.ts';

/**
 * Opens a font file. The usual static TrueType file is read here, in the time in which fontkit is only loaded; whatever else
 * a file may be, and what is rarely asked of a face (outlines, ligatures, marks on letters), goes to fontkit, which also
 * reports what is wrong. Both give the same answers.
 */
export function openFont(bytes: Uint8Array, options: OpenOptions, report: Report): Font | undefined {
  const file = options.face === undefined ? readSfnt(bytes) : undefined;
  if (!file) return openWithFontkit(bytes, options, report);
  reportLicence(file.tables, options, report);
  const plain = remembered((_: 'fontkit') => {
    const font = openWithFontkit(bytes, options, () => {});
    if (!font) throw new Error(`${options.file} was read, and fontkit cannot open it`);
    return font;
  });
  return fontOf(file, () => plain('fontkit'));
}

/** The face of a file; `plain` gives the same face for everything that is not done here. */
function fontOf(file: SfntFile, plain: () => Font): Font {
  const { tables, unitsPerEm: units, lookup } = file;
  const advanceOf = readAdvances(tables);
  const advance = (glyph: number) => advanceOf(glyph) / units;
  const glyph = remembered((codePoint: number): Glyph | undefined => {
    const id = lookup(codePoint);
    return id === 0 ? undefined : { id, advance: advance(id) };
  });
  const face = { file, shaper: guarded(openShaperOf(file, advanceOf)), plain };
  const variants = remembered((feature: string) =>
    remembered((codePoint: number) => variantOf(face, glyph(codePoint), codePoint, feature)),
  );
  return {
    key: file.names.postscript,
    ascent: file.ascender / units,
    descent: -file.descender / units,
    capHeight: file.capHeight / units,
    glyph,
    variant: (codePoint, feature) => variants(feature)(codePoint),
    shape: remembered((text: string) => shaped(face, text)),
    advance,
    outline: (id) => plain().outline(id),
    facts: factsOf(file),
    subset: (glyphs) => ({
      kind: 'truetype',
      bytes: subsetTrueType(tables, cutGlyphs(glyphs, units)),
    }),
  };
}

interface ShapingFace {
  readonly file: SfntFile;
  readonly shaper: Shaper;
  readonly plain: () => Font;
}

function variantOf(
  { file, shaper, plain }: ShapingFace,
  before: Glyph | undefined,
  codePoint: number,
  feature: string,
): Glyph | undefined {
  if (!before) return undefined;
  const hard = isHard(String.fromCodePoint(codePoint));
  const [after] = (!hard && shaper([before.id], { feature, kerning: false })) || [];
  if (!after) return plain().variant(codePoint, feature);
  return after.id === before.id ? undefined : { id: after.id, advance: after.advance / file.unitsPerEm };
}

function shaped({ file, shaper, plain }: ShapingFace, text: string): readonly ShapedGlyph[] {
  const characters = [...text];
  const ids = characters.map((character) => file.lookup(character.codePointAt(0) ?? 0));
  const run = isHard(text) ? undefined : shaper(ids, { kerning: true });
  if (!run) return plain().shape(text);
  return run.map(({ id, advance }, i) => ({
    id,
    advance: advance / file.unitsPerEm,
    text: characters[i] ?? '',
  }));
}

/** Made when the first text is shaped. */
function openShaperOf({ tables }: SfntFile, advance: (glyph: number) => number): () => Shaper {
  const made = remembered((_: 'shaper') =>
    openShaper({ tables, advance, script: SCRIPT, language: LANGUAGE }),
  );
  return () => made('shaper');
}

/** A shaper that leaves to others what stands in tables that end too early. */
function guarded(shaper: () => Shaper): Shaper {
  return (glyphs, wanted) => {
    try {
      return shaper()(glyphs, wanted);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };
}

/** Characters that act on their neighbours or are not seen: marks, invisible ones, the fraction slash. */
function isHard(text: string): boolean {
  return /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2044]/u.test(text);
}

function factsOf({ tables, unitsPerEm: units, names, bounds, ...file }: SfntFile): FontFacts {
  const [left, bottom, right, top] = bounds;
  return {
    fullName: names.full,
    licence: names.licence,
    embedding: embeddingOf(tables),
    glyphCount: file.glyphCount,
    bounds: { left: left / units, bottom: bottom / units, right: right / units, top: top / units },
    cutsCells: true,
    italicAngle: file.italicAngle,
    weight: file.weight,
  };
}
