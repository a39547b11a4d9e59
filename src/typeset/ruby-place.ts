import type { SourceRange } from '../base/source.ts';
import type { Em } from '../base/units.ts';
import type { Direction } from '../model/direction.ts';
import type { LineGlyph, LineRun } from '../model/galley.ts';
import { RUBY_SCALE } from './ruby.ts';
import type { RubyBeside, RubyGroup, RubyOver } from './sign.ts';
import { ZHUYIN_ACROSS, ZHUYIN_SCALE } from './zhuyin.ts';

/**
 * Baseline of a reading above the baseline of its base, em: its letters stand on the em box of the base, and from a leading
 * of 1.35 on they do not touch the line above.
 */
const RUBY_DY: Em = -0.88;
/** In a line that runs down a reading stands as far to the right of the axis (CLREQ #positioning_of_romanization). */
const RUBY_ACROSS: Em = 0.54;
/** Middle of the em box of a Han over its baseline, em. */
const MIDDLE: Em = -0.38;

/** Where the characters of a base begin on their line, and how long the line may be. */
export interface BasePlace {
  /** One for each sign of the base. */
  readonly starts: readonly Em[];
  readonly direction: Direction;
  readonly measure: Em;
}

/** The glyphs of a reading at their places, in reading order. */
export function rubyRuns(ruby: RubyGroup, place: BasePlace, range: SourceRange): readonly LineRun[] {
  const { offsets, characters } = ruby.annotation;
  const start = offsets[0] ?? range.start;
  const origin = { file: range.file, start, end: (offsets[characters.length - 1] ?? start) + 1 };
  return ruby.kind === 'over' ? runsOver(ruby, place, origin) : runsBeside(ruby, place, origin);
}

/** The reading over its base, kept inside the measure. */
function runsOver(
  ruby: RubyOver,
  { starts, direction, measure }: BasePlace,
  origin: SourceRange,
): readonly LineRun[] {
  const x = starts[0] ?? 0;
  const level =
    direction === 'vertical' ? ({ dy: 0, stance: 'turned', across: RUBY_ACROSS } as const) : { dy: RUBY_DY };
  const least = Math.min(0, x + Math.min(...ruby.glyphs.map((glyph) => glyph.dx)));
  const common = { scale: RUBY_SCALE, ...level, origin };
  return byFont(ruby.glyphs, ({ id, text, dx }) => ({ id, dx: Math.min(x + dx - least, measure), text })).map(
    (run) => ({ ...run, ...common }),
  );
}

/** Zhuyin at the right of each character. */
function runsBeside(
  { columns }: RubyBeside,
  { starts, direction }: BasePlace,
  origin: SourceRange,
): readonly LineRun[] {
  return columns.flatMap(({ glyphs }, index) => {
    const start = starts[index] ?? 0;
    const place =
      direction === 'vertical'
        ? { across: 0.5 + ZHUYIN_ACROSS, dy: start + 0.5 }
        : { across: start + 1 + ZHUYIN_ACROSS, dy: MIDDLE };
    const common = { scale: ZHUYIN_SCALE, stance: 'down', ...place, origin } as const;
    return byFont(glyphs, ({ id, text, across, down }) => ({ id, dx: across, dy: down, text })).map(
      (run) => ({
        ...run,
        ...common,
      }),
    );
  });
}

/** Glyphs of one face after the other, run by run. */
function byFont<Drawn extends { readonly font: string }>(
  drawn: readonly Drawn[],
  glyphOf: (glyph: Drawn) => LineGlyph,
): readonly { readonly font: string; readonly glyphs: readonly LineGlyph[] }[] {
  const runs: { font: string; glyphs: LineGlyph[] }[] = [];
  for (const each of drawn) {
    const run = runs.at(-1);
    if (run?.font === each.font) run.glyphs.push(glyphOf(each));
    else runs.push({ font: each.font, glyphs: [glyphOf(each)] });
  }
  return runs;
}
