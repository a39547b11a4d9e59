import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineRun, TypeLine } from '../../src/model/galley.ts';
import type { Text } from '../../src/model/issue.ts';
import { setHeading } from '../../src/typeset/heading.ts';
import { prepareParagraph, setPrepared } from '../../src/typeset/paragraph.ts';
import { shippedFontBook } from '../support/real-fonts.ts';
import { readCases } from './cases.ts';
import { anyCopy, BODY, printed, textIn } from './copy.ts';

const FONTS = shippedFontBook();

function linesOf(copy: string | Text, measure = Infinity, indent = 0): readonly TypeLine[] {
  const text = typeof copy === 'string' ? textIn(copy) : copy;
  const roles = { plain: 'body', strong: 'hei' };
  const setting = { ...BODY, indent };
  const prepared = prepareParagraph({ text, roles, setting, direction: 'vertical' }, FONTS);
  const [first] = setPrepared(prepared, () => measure).toSorted((one, other) => one.cost - other.cost);
  return first?.lines ?? [];
}

/** What is drawn, in the notation of tests/cases/vertical.txt. */
function drawn(line: TypeLine): string {
  return line.runs
    .flatMap((run) => (run.stance === 'turned' ? [`<${textOf(run)}>`] : cellsOf(run)))
    .join(' ');
}

function textOf({ glyphs }: LineRun): string {
  return glyphs.map(({ text }) => text).join('');
}

/** Upright glyphs; those at one height in one cell. */
function cellsOf({ font, glyphs }: LineRun): readonly string[] {
  const cells = new Map<number, string[]>();
  for (const { id, dy = NaN, text } of glyphs) {
    const key = Math.round(dy * 1000);
    cells.set(key, [...(cells.get(key) ?? []), formOf(font, id, text)]);
  }
  return [...cells.values()].map((cell) => (cell.length > 1 ? `[${cell.join('')}]` : cell.join('')));
}

/** The mark whose vertical form a glyph is, else the character; a horizontal mark gives itself away by a `!`. */
function formOf(font: string, id: number, text: string): string {
  const face = FONTS.get(font);
  const forms = [...'『』「」', text].filter((mark) => {
    const codePoint = mark.codePointAt(0) ?? 0;
    return face.variant(codePoint === 0x2014 ? 0x2e3a : codePoint, 'vert')?.id === id;
  });
  const codePoint = text.codePointAt(0) ?? 0;
  return forms[0] ?? (face.variant(codePoint, 'vert') ? `!${text}` : text);
}

const CASES = readCases('vertical.txt')
  .split('\n')
  .filter((line) => line.includes(' | ') && !line.startsWith('#'))
  .map((line) => line.split(' | ') as [string, string]);

test.each(CASES)('%s', (copy, stands) => {
  const [line] = linesOf(copy);
  expect(drawn(line!)).toBe(stands);
  expect(printed(line!)).toBe(copy);
});

/** Distance down the line from glyph to glyph, em. */
function steps(line: TypeLine): readonly number[] {
  const places = line.runs.flatMap(({ glyphs }) => glyphs.map(({ dx, dy = dx }) => dy));
  return places.slice(1).map((place, at) => Math.round((place - places[at]!) * 100) / 100);
}

describe('lengths down the line', () => {
  test('：；！？ fill an em, ，。 have a blank half that may go', () => {
    expect(steps(linesOf('甲：乙；丙！丁？戊')[0]!)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(steps(linesOf('甲，乙。丙')[0]!)).toEqual([1, 1, 1, 1]);
    expect(linesOf('甲（乙）丙')[0]!.width).toBe(5);
  });

  test('marks next to each other lose the blank between them', () => {
    expect(linesOf('甲。”乙')[0]!.width).toBe(3.5);
  });

  test('a number in one em is one em long, an acronym one em a letter', () => {
    expect(linesOf('甲23乙')[0]!.width).toBe(3);
    expect(linesOf('甲CD乙')[0]!.width).toBe(4);
  });

  test('figures side by side stand symmetrically about the axis', () => {
    const cell = linesOf('第23级')[0]!
      .runs.flatMap(({ glyphs }) => glyphs)
      .slice(1, 3);
    const face = FONTS.choose('body', 0x32)!.font;
    expect(cell[0]!.dx).toBeCloseTo(-0.5, 6);
    expect(cell[1]!.dx + face.advance(cell[1]!.id)).toBeCloseTo(0.5, 6);
  });
});

describe('lines that run down', () => {
  test('keep the rules for line starts and line ends', () => {
    expect(linesOf('一二三四五六，七八九十', 6).map(printed)).toEqual(['一二三四五', '六，七八九十']);
  });

  test('have emphasis dots and readings to the right', () => {
    const text = textIn('江水', [
      { kind: 'emphasis', start: 0, end: 1 },
      { kind: 'ruby', start: 1, end: 2, annotation: { characters: 'shuǐ', offsets: [0, 0, 0, 0] } },
    ]);
    const [line] = linesOf(text);
    expect(line!.dots.map(({ dx }) => dx)).toEqual([0.57]);
    expect(line!.dots[0]!.dy).toBeCloseTo(0.5, 6);
    const reading = line!.runs.at(-1)!;
    expect(reading).toMatchObject({ stance: 'turned', scale: 0.5, across: 0.54 });
    expect(textOf(reading)).toBe('shuǐ');
  });

  test('print all of the copy once and in order, within the measure', () => {
    fc.assert(
      fc.property(anyCopy, fc.integer({ min: 8, max: 30 }), (any, measure) => {
        // The shipped faces lack 𠮷, which is reported before anything is set.
        const copy = any.replaceAll('𠮷', '吉');
        const lines = linesOf(copy, measure, 2);
        const solid = (words: string): string => words.replace(/\s/gu, '');
        expect(solid(lines.map(printed).join(''))).toBe(solid(copy));
        for (const line of lines) if (line.over === 0) expect(line.width).toBeLessThan(measure + 1e-6);
        for (const run of lines.flatMap(({ runs }) => runs)) expect(run.stance).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});

test('a heading runs down in as many lines as are asked for', () => {
  const style = { role: 'head', direction: 'vertical' } as const;
  const variants = setHeading(textIn('河水认得回家的人'), style, 2, FONTS);
  expect(variants.map(({ lines }) => lines.map(printed))).toEqual([
    ['河水认得回家的人'],
    ['河水认得', '回家的人'],
  ]);
  expect(variants.map(({ width }) => width)).toEqual([8, 4]);
});
