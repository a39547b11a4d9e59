import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TypeLine } from '../../src/model/galley.ts';
import type { InlineMark } from '../../src/model/issue.ts';
import { printed, setCopy, textIn } from './copy.ts';

/**
 * Where the last face of a line ends by the place of its glyph alone. In the fake face a character from U+2000 up is an
 * em wide; closing marks and stops have their ink in the left half, runs of ！？ share an em or two.
 */
function lastFaceEnd(line: TypeLine): number {
  const characters = withoutReadings(line).runs.flatMap(({ glyphs }) => glyphs);
  const text = characters.map((glyph) => glyph.text).join('');
  const { dx, text: last = '' } = characters.at(-1)!;
  const loud = /[！？]{2,}$/.exec(text)?.[0].length ?? 0;
  if (loud > 0) return loud === 2 ? dx + 0.5 : dx + (2 / 3 + 0.5) / 2;
  if (last.endsWith('——')) return dx + 2;
  if (/[，。、；：！？”’）》】]$/.test(last)) return dx + 0.5;
  return dx + (last.trim().codePointAt(0)! < 0x2000 ? 0.5 : 1);
}

function withoutReadings(line: TypeLine): TypeLine {
  return { ...line, runs: line.runs.filter(({ scale }) => scale === 1) };
}

/** A line of one word, or of the base of one reading, has no joint that could be stretched. */
function canStretch(text: string): boolean {
  return /[江水春风又绿清晨白鹭石犀港的鱼市湿地和美乡村]{2}| /.test(text);
}

const PIECES = [
  ...['江水', '春风又绿', '清晨', '白鹭', '石犀港的鱼市', '湿地', '一', '与'],
  ...['，', '。', '、', '；', '：“江', '水”', '《江', '水》', '好？！', '（江', '水）', '水·江', '——', '……'],
  ...[
    '2025年',
    '3.14',
    '4,000',
    '50%',
    '63%～68%',
    '20℃',
    'GDP',
    'Wi-Fi',
    'state-of-the-art',
    'harbour town',
  ],
  ...[' ', ' ', '和美 乡村'],
] as const;

interface Piece {
  readonly text: string;
  readonly ruby: boolean;
}

/** Copy with everything that has its own way of being spaced, ruby among it. */
const spacedCopy = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...PIECES).map((text): Piece => ({ text, ruby: false })) },
      { weight: 1, arbitrary: fc.constant<Piece>({ text: '汉字', ruby: true }) },
    ),
    { minLength: 12, maxLength: 60 },
  )
  .map((pieces) => {
    let characters = '';
    const marks: InlineMark[] = [];
    for (const { text, ruby } of pieces) {
      const start = characters.length;
      characters += text;
      const annotation = { characters: 'hàn zì', offsets: [0, 1, 2, 3, 4, 5] };
      if (ruby) marks.push({ kind: 'ruby', start, end: characters.length, annotation });
    }
    return textIn(characters, marks);
  });

const settings = fc.record({
  endTrim: fc.constant('force'),
  breaking: fc.constantFrom('total-fit', 'first-fit'),
  punctuation: fc.constantFrom('quanjiao', 'kaiming', 'banjiao'),
  markShrink: fc.constantFrom(0, 0.25, 0.5),
  cjkLatinGap: fc.constantFrom(0, 0.125, 0.25),
} as const);

test('every full line ends on the measure, by the places of its glyphs', () => {
  let full = 0;
  fc.assert(
    fc.property(spacedCopy, fc.integer({ min: 11, max: 34 }), settings, (copy, measure, setting) => {
      for (const { lines } of setCopy(copy, measure, setting)) {
        for (const line of lines.slice(0, -1)) {
          if (line.over > 0 || !canStretch(printed(withoutReadings(line)))) continue;
          full += 1;
          expect(Math.abs(lastFaceEnd(line) - measure)).toBeLessThan(0.001);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(full).toBeGreaterThan(400);
});

test('a typed space between two Han is as wide where it stands as where the line is counted', () => {
  const copy = '合作之源 杉水共富’和美乡村片区建设”专题协商活动，一二三四五六七八九十一二三四五六七八九十。';
  for (let measure = 11; measure <= 34; measure += 1) {
    for (const { lines } of setCopy(copy, measure, { indent: 0 })) {
      for (const line of lines.slice(0, -1)) expect(lastFaceEnd(line)).toBeCloseTo(measure, 3);
    }
  }
});
