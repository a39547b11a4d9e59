import type { Rect } from '../base/geometry.ts';
import { boxAround } from '../base/rects.ts';
import type { SourceRange } from '../base/source.ts';
import type { LineCell, PageLine, Passage } from '../model/difference.ts';
import type { GlyphRun, Page } from '../model/page.ts';

/** Runs that are smaller than this share of their passage are readings beside it. */
const READING = 0.62;
/** Height of Han above the baseline, in em. */
const ASCENT = 0.88;

/** The lines of the passages of a page, in reading order; a passage is known by its place in the file. */
export function linesOn(page: Page): (passage: Passage) => readonly PageLine[] {
  const runs = new Map<string, GlyphRun[]>();
  for (const item of page.items) {
    if (item.kind !== 'glyphs' || !item.passage || !item.origin || item.stance === 'turned') continue;
    const key = keyOf(item.passage);
    runs.set(key, [...(runs.get(key) ?? []), item]);
  }
  return (passage) => linesOf(runs.get(keyOf(passage.text.range)) ?? [], passage);
}

function keyOf({ start, end }: SourceRange): string {
  return `${start}-${end}`;
}

function linesOf(all: readonly GlyphRun[], passage: Passage): readonly PageLine[] {
  const largest = Math.max(0, ...all.map(({ size }) => size));
  const runs = all.filter(({ size }) => size >= READING * largest);
  const rows: GlyphRun[][] = [];
  for (const run of runs) {
    const last = rows.at(-1)?.at(-1);
    if (last && isSameLine(last, run)) rows.at(-1)?.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => lineOf(row, passage));
}

function isSameLine(one: GlyphRun, next: GlyphRun): boolean {
  if ((one.stance === 'down') !== (next.stance === 'down')) return false;
  const [across, along] = one.stance === 'down' ? (['x', 'y'] as const) : (['y', 'x'] as const);
  return Math.abs(one[across] - next[across]) < 0.5 * one.size && next[along] > one[along];
}

function lineOf(row: readonly GlyphRun[], passage: Passage): PageLine {
  const cells = row.flatMap((run) => cellsOf(run, passage));
  const text = row.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
  return {
    text,
    cells,
    rect: boxAround(row.flatMap((run) => run.glyphs.map((_, index) => rectOf(run, index)))),
  };
}

/** Each glyph with its place in the characters of the passage; a glyph of words that the engine wrote has none. */
function cellsOf(run: GlyphRun, { text }: Passage): readonly LineCell[] {
  const start = run.origin?.start ?? 0;
  let index = text.offsets.findIndex((offset) => offset >= start);
  if (index < 0) return [];
  return run.glyphs.flatMap((glyph, place): readonly LineCell[] => {
    const first = glyph.text.trim().slice(0, 1);
    const at = first === '' ? -1 : text.characters.indexOf(first, index);
    if (at < 0) return [];
    index = at + glyph.text.trim().length;
    return [{ index: at, rect: rectOf(run, place) }];
  });
}

/** The box of a glyph: an em high, as wide as to the next glyph. */
function rectOf({ x, y, size, stance, glyphs }: GlyphRun, index: number): Rect {
  const { dx = 0, dy = 0 } = glyphs[index] ?? {};
  if (stance === 'down') return { x: x - size / 2, y: y + dy - ASCENT * size, width: size, height: size };
  const next = glyphs[index + 1]?.dx ?? dx + size;
  return { x: x + dx, y: y - ASCENT * size, width: Math.min(next - dx, 1.2 * size), height: size };
}
