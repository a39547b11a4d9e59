import type { SourceRange } from '../base/source.ts';
import type { Em } from '../base/units.ts';
import type { EmphasisDot, LineGlyph, LineRun, TypeLine } from '../model/galley.ts';
import type { Direction, Stance } from '../model/direction.ts';
import type { Text } from '../model/issue.ts';
import { DOT_UNDER_LINE, nameLines } from './name-lines.ts';
import type { SetSigns } from './name-lines.ts';
import { rubyRuns } from './ruby-place.ts';
import type { SettledLine } from './settle.ts';
import type { RubyGroup, Sign, SignGlyph } from './sign.ts';

/** A text whose signs have their glyphs. */
export interface PlacedText {
  readonly text: Pick<Text, 'offsets' | 'range'>;
  readonly signs: readonly Sign[];
  readonly rubies: readonly RubyGroup[];
  readonly direction: Direction;
}

/** An emphasis dot just under or over the em box, small enough for a leading of 1.25 (CLREQ #handling_interlinear_punctuation). */
const DOT = { dy: 0.19, over: -0.95, radius: 0.06 } as const;
/** In a line that runs down, dots stand as far to the right of its axis (CLREQ, the same section). */
const DOT_ACROSS: Em = 0.57;

/** Turns a settled line into glyphs at their places: `from` and `to` are its breaks, signs that cover the text. */
export function placeLine(
  { text, signs, rubies, direction }: PlacedText,
  line: SettledLine,
  [from, to]: readonly [number, number],
  measure: Em,
): TypeLine {
  const runs: OpenRun[] = [];
  const places = placesOf(signs, line);
  let space = '';
  for (let at = line.first; at < line.end; at += 1) {
    const sign = signs[at];
    if (!sign) continue;
    if (isSpace(sign)) space += String.fromCodePoint(sign.codePoint);
    if (sign.glyph) {
      addGlyph(runs, nextGlyph(sign, sign.glyph, places[at - line.first] ?? 0, space));
      space = '';
    }
    const ruby = sign.ruby >= 0 ? rubies[sign.ruby] : undefined;
    if (ruby && ruby.last === at) {
      const starts = places.slice(ruby.first - line.first);
      runs.push(...rubyRuns(ruby, { starts, direction, measure }, text.range).map(openRun));
    }
  }
  if (line.hyphen > 0) addHyphen(runs, signs[to], places.at(-1) ?? 0);
  const set = { signs, first: line.first, end: line.end, places };
  return {
    runs: endingAt(
      signs.slice(line.end, to).some(isSpace),
      runs.map((run) => closeRun(run, text)),
    ),
    dots: dotsOf(set, direction),
    names: nameLines(set, direction),
    measure,
    width: line.width,
    gap: line.gap,
    start: signs[from]?.start ?? 0,
    end: signs[to - 1]?.end ?? 0,
    over: line.over,
  };
}

/** Where the face of each sign of a line begins, and at last where the line ends. */
function placesOf(signs: readonly Sign[], line: SettledLine): readonly Em[] {
  let x = line.startBlank;
  const places = [x];
  for (let at = line.first; at < line.end; at += 1) {
    x += signs[at]?.face ?? 0;
    x += line.spaces[at - line.first] ?? 0;
    places.push(x);
  }
  return places;
}

function dotsOf({ signs, first, end, places }: SetSigns, direction: Direction): readonly EmphasisDot[] {
  return signs
    .slice(first, end)
    .flatMap((sign, index) => (sign.dotted ? [dotOf(sign, places[index] ?? 0, direction)] : []));
}

function dotOf({ face, aside = 0, dotted, named }: Sign, x: Em, direction: Direction): EmphasisDot {
  const { radius } = DOT;
  const middle = x + (face - aside) / 2;
  if (direction === 'vertical') return { dx: DOT_ACROSS, dy: middle, radius };
  const under = named ? DOT_UNDER_LINE : DOT.dy;
  return { dx: middle, dy: dotted === 'over' ? DOT.over : under, radius };
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

/** A run of a reading, to which nothing is added. */
function openRun(run: LineRun): OpenRun {
  return { ...run, glyphs: [...run.glyphs], start: 0, end: 0 };
}

function closeRun({ start, end, origin, ...run }: OpenRun, text: PlacedText['text']): LineRun {
  return { ...run, origin: origin ?? rangeOf(text, start, end), passage: text.range };
}

/** The last run of a line that ends at a word space says so. */
function endingAt(space: boolean, runs: readonly LineRun[]): readonly LineRun[] {
  const last = runs.at(-1);
  return space && last ? [...runs.slice(0, -1), { ...last, endsAtSpace: true }] : runs;
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
