import type { SourceRange } from '../base/source.ts';
import type { Em } from '../base/units.ts';
import type { EmphasisDot, LineGlyph, LineRun, TypeLine } from '../model/galley.ts';
import type { Direction, Stance } from '../model/direction.ts';
import type { Text } from '../model/issue.ts';
import { RUBY_SCALE } from './ruby.ts';
import type { SettledLine } from './settle.ts';
import type { DotSide, RubyGroup, Sign, SignGlyph } from './sign.ts';

/** A text whose signs have their glyphs. */
export interface PlacedText {
  readonly text: Pick<Text, 'offsets' | 'range'>;
  readonly signs: readonly Sign[];
  readonly rubies: readonly RubyGroup[];
  readonly direction: Direction;
}

/** An emphasis dot just under or over the em box, small enough for a leading of 1.25 (CLREQ #handling_interlinear_punctuation). */
const DOT = { dy: 0.19, over: -0.95, radius: 0.06 } as const;
/** Baseline of a reading above the baseline of its base, em. */
const RUBY_DY: Em = -0.92;

/** In a line that runs down, dots and readings stand as far to the right of the em box (CLREQ, the same sections). */
const DOT_ACROSS: Em = 0.57;
const RUBY_ACROSS: Em = 0.54;

/** Turns a settled line into glyphs at their places: `from` and `to` are its breaks, signs that cover the text. */
export function placeLine(
  { text, signs, rubies, direction }: PlacedText,
  line: SettledLine,
  [from, to]: readonly [number, number],
  measure: Em,
): TypeLine {
  const runs: OpenRun[] = [];
  const dots: EmphasisDot[] = [];
  let x = line.startBlank;
  let space = '';
  for (let at = line.first; at < line.end; at += 1) {
    const sign = signs[at];
    if (!sign) continue;
    if (isSpace(sign)) space += String.fromCodePoint(sign.codePoint);
    if (sign.glyph) {
      addGlyph(runs, nextGlyph(sign, sign.glyph, x, space));
      space = '';
    }
    if (sign.dotted) dots.push(dotAt(x + sign.face / 2, direction, sign.dotted));
    x += sign.face;
    const ruby = sign.ruby >= 0 ? rubies[sign.ruby] : undefined;
    if (ruby && ruby.last === at)
      runs.push(...rubyRuns({ ruby, x: x - ruby.width, direction }, text.range, measure));
    x += line.spaces[at - line.first] ?? 0;
  }
  if (line.hyphen > 0) addHyphen(runs, signs[to], x);
  return {
    runs: runs.map((run) => closeRun(run, text)),
    dots,
    measure,
    width: line.width,
    gap: line.gap,
    start: signs[from]?.start ?? 0,
    end: signs[to - 1]?.end ?? 0,
    over: line.over,
  };
}

function dotAt(middle: Em, direction: Direction, side: DotSide): EmphasisDot {
  const { radius } = DOT;
  const dy = side === 'under' ? DOT.dy : DOT.over;
  return direction === 'vertical' ? { dx: DOT_ACROSS, dy: middle, radius } : { dx: middle, dy, radius };
}

function nextGlyph(sign: Sign, drawn: SignGlyph, x: Em, space: string): NextGlyph {
  const { id, font, scale, stance, across = 0 } = drawn;
  const along = x + drawn.offset;
  const text = space + drawn.text;
  const next = { font, scale, dy: 0, start: sign.start, end: sign.end };
  if (!stance) return { ...next, glyph: { id, dx: along, text } };
  return stance === 'down'
    ? { ...next, stance, glyph: { id, dx: across, dy: along, text } }
    : { ...next, stance, across, glyph: { id, dx: along, text } };
}

/** The hyphen of a divided word stands for no character of the copy. */
function addHyphen(runs: OpenRun[], first: Sign | undefined, dx: Em): void {
  const drawn = first?.hyphen?.glyph;
  if (!first || !drawn) return;
  const glyph = { id: drawn.id, dx, text: '' };
  addGlyph(runs, { font: drawn.font, scale: 1, dy: 0, glyph, start: first.start, end: first.start });
}

function isSpace({ kind }: Sign): boolean {
  return kind === 'space' || kind === 'no-break-space' || kind === 'ideographic-space';
}

/** A run that glyphs are still added to. */
interface OpenRun {
  readonly font: string;
  readonly scale: number;
  readonly dy: Em;
  readonly stance?: Stance;
  readonly across?: Em;
  readonly glyphs: LineGlyph[];
  /** Span of the text, or the source range itself for an annotation. */
  readonly start: number;
  end: number;
  readonly origin?: SourceRange;
}

interface NextGlyph {
  readonly font: string;
  readonly scale: number;
  readonly dy: Em;
  readonly stance?: Stance;
  readonly across?: Em;
  readonly glyph: LineGlyph;
  readonly start: number;
  readonly end: number;
}

function addGlyph(runs: OpenRun[], { glyph, ...next }: NextGlyph): void {
  const run = runs.at(-1);
  const fits =
    run?.font === next.font &&
    run.scale === next.scale &&
    run.dy === next.dy &&
    run.stance === next.stance &&
    run.across === next.across;
  if (fits && !run.origin) {
    run.glyphs.push(glyph);
    run.end = next.end;
  } else {
    runs.push({ ...next, glyphs: [glyph] });
  }
}

function closeRun({ start, end, origin, ...run }: OpenRun, text: PlacedText['text']): LineRun {
  return { ...run, origin: origin ?? rangeOf(text, start, end) };
}

/** The place in the file of a span of a text's characters. */
export function rangeOf(text: PlacedText['text'], start: number, end: number): SourceRange {
  const { offsets, range } = text;
  const first = offsets[start] ?? range.start;
  return {
    file: range.file,
    start: first,
    end: end > start ? (offsets[end - 1] ?? range.end - 1) + 1 : first,
  };
}

interface RubyPlace {
  readonly ruby: RubyGroup;
  readonly x: Em;
  readonly direction: Direction;
}

/** The reading over a base that begins at x, kept inside the measure. */
function rubyRuns({ ruby, x, direction }: RubyPlace, range: SourceRange, measure: Em): readonly OpenRun[] {
  const runs: OpenRun[] = [];
  const { offsets, characters } = ruby.annotation;
  const start = offsets[0] ?? range.start;
  const origin = { file: range.file, start, end: (offsets[characters.length - 1] ?? start) + 1 };
  const level =
    direction === 'vertical' ? ({ dy: 0, stance: 'turned', across: RUBY_ACROSS } as const) : { dy: RUBY_DY };
  const least = Math.min(0, x + Math.min(...ruby.glyphs.map((glyph) => glyph.dx)));
  for (const { id, font, text, dx } of ruby.glyphs) {
    const glyph = { id, dx: Math.min(x + dx - least, measure), text };
    const run = runs.at(-1);
    if (run && run.font === font) run.glyphs.push(glyph);
    else runs.push({ font, scale: RUBY_SCALE, ...level, glyphs: [glyph], start: 0, end: 0, origin });
  }
  return runs;
}
