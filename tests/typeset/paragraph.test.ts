import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TypeLine } from '../../src/model/galley.ts';
import { classesOf } from '../../src/typeset/context.ts';
import { leastLines } from '../../src/typeset/paragraph.ts';
import { KINSOKU } from '../../src/typeset/rules.ts';
import { anyCopy, newsCopy, prepareCopy, printed, setCopy, textIn } from './copy.ts';

const measures = fc.integer({ min: 5, max: 24 });
const settings = fc.record({
  breaking: fc.constantFrom('first-fit', 'total-fit'),
  overflow: fc.constantFrom('push-in', 'push-out'),
  punctuation: fc.constantFrom('quanjiao', 'kaiming', 'banjiao', 'css-normal'),
  endTrim: fc.constantFrom('none', 'allow', 'force'),
  startTrim: fc.constantFrom('none', 'allow', 'force'),
  hang: fc.constantFrom('none', 'allow-end'),
  align: fc.constantFrom('justify', 'start'),
} as const);

describe('whatever is set', () => {
  test('the lines hold every character of the copy, once and in order', () => {
    fc.assert(
      fc.property(anyCopy, measures, settings, (copy, measure, setting) => {
        for (const { lines } of setCopy(copy, measure, setting)) {
          const solid = (text: string) => text.replaceAll(' ', '');
          expect(solid(lines.map(printed).join(''))).toBe(solid(copy));
          expect(lines[0]?.start ?? 0).toBe(0);
          expect(lines.at(-1)?.end ?? copy.length).toBe(copy.length);
          lines.slice(1).forEach((line, at) => expect(line.start).toBe(lines[at]!.end));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('spaces are lost at line edges only', () => {
    fc.assert(
      fc.property(anyCopy, measures, (copy, measure) => {
        for (const { lines } of setCopy(copy, measure)) {
          for (const line of lines) expect(printed(line)).toBe(copy.slice(line.start, line.end).trim());
        }
      }),
      { numRuns: 200 },
    );
  });

  test('no line is wider than its measure unless it says so', () => {
    fc.assert(
      fc.property(anyCopy, measures, settings, (copy, measure, setting) => {
        for (const { lines } of setCopy(copy, measure, setting)) {
          for (const line of lines) expect(line.width - line.over).toBeLessThanOrEqual(measure + 1e-5);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no setting has fewer lines than are said beforehand to be the least', () => {
    fc.assert(
      fc.property(fc.oneof(anyCopy, newsCopy), measures, settings, (copy, measure, setting) => {
        const least = leastLines(prepareCopy(copy, setting), measure);
        for (const { lines } of setCopy(copy, measure, setting))
          expect(lines.length).toBeGreaterThanOrEqual(least);
      }),
      { numRuns: 300 },
    );
  });

  test('the least number of lines is near the one of plain copy', () => {
    const copy = '一二三四五六七八九十'.repeat(80);
    expect(leastLines(prepareCopy(copy), 40)).toBeGreaterThanOrEqual(18);
    expect(setCopy(copy, 40)[0]?.lines.length).toBe(21);
  });

  test('full lines come out even', () => {
    fc.assert(
      fc.property(newsCopy, fc.integer({ min: 9, max: 30 }), (copy, measure) => {
        for (const { lines } of setCopy(copy, measure)) {
          for (const line of lines.slice(0, -1)) {
            if (line.over === 0) expect(line.width).toBeCloseTo(measure, 5);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the last glyph ends where the line says it ends', () => {
    fc.assert(
      fc.property(anyCopy, measures, settings, (copy, measure, setting) => {
        for (const { lines } of setCopy(copy, measure, { ...setting, hang: 'none' })) {
          for (const line of lines) {
            const last = line.runs.at(-1)?.glyphs.at(-1);
            if (last && /[一-龥]$/.test(last.text)) expect(last.dx + 1).toBeCloseTo(line.width, 6);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('no line begins or ends with a mark that must not stand there', () => {
    const rule = KINSOKU.gb;
    fc.assert(
      fc.property(anyCopy, measures, (copy, measure) => {
        for (const { lines } of setCopy(copy, measure)) {
          lines.forEach((line, at) => {
            const inLine = copy.slice(line.start, line.end).trim();
            const kinds = kindsWithin(copy, line.start, line.end);
            if (at > 0) expect(rule.start, inLine).not.toContain(kinds[0]);
            if (at < lines.length - 1) expect(rule.end, inLine).not.toContain(kinds.at(-1));
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('variants have ascending numbers of lines, each one more than the one before', () => {
    fc.assert(
      fc.property(newsCopy, fc.integer({ min: 11, max: 41 }), (copy, measure) => {
        const counts = setCopy(copy, measure).map(({ lines }) => lines.length);
        expect(counts).toEqual(counts.map((_, at) => counts[0]! + at));
      }),
      { numRuns: 100 },
    );
  });

  test('measures may change from line to line', () => {
    fc.assert(
      fc.property(newsCopy, fc.integer({ min: 1, max: 6 }), (copy, turn) => {
        const measure = (line: number) => (line < turn ? 13 : 20);
        for (const { lines } of setCopy(copy, measure)) {
          lines.forEach((line, at) => {
            expect(line.measure).toBe(measure(at));
            expect(line.width - line.over).toBeLessThanOrEqual(measure(at) + 1e-5);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Classes of the characters of a span that print, in the whole copy's context. */
function kindsWithin(copy: string, start: number, end: number): readonly string[] {
  const characters = Array.from(copy);
  const kinds = classesOf(
    characters.map((each) => each.codePointAt(0)!),
    'zh-Hans',
  );
  let offset = 0;
  return characters.flatMap((each, at) => {
    const here = offset;
    offset += each.length;
    return here >= start && here < end && kinds[at] !== 'space' ? [kinds[at]!] : [];
  });
}

describe('a last line', () => {
  test('never holds one character when another set is legal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 90 }), fc.integer({ min: 9, max: 20 }), (length, measure) => {
        const copy = '江'.repeat(length - 1) + '水。';
        for (const { lines } of setCopy(copy, measure)) {
          expect(printed(lines.at(-1)!).replace(/\P{L}/gu, '').length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  test('is set in its natural width', () => {
    const [set] = setCopy('一二三四五六七八九十甲乙丙丁，戊己庚。', 11);
    expect(set!.lines.map((line) => line.gap)).toEqual([0, 0]);
    expect(set!.lines[1]!.width).toBeCloseTo(9.5, 6);
  });
});

test('gaps beside figures close up before a line is torn', () => {
  const [set] = setCopy('2016年3月26日下午4:10，石犀港卸完了最后一船货。', 13);
  expect(printed(set!.lines[0]!)).toBe('2016年3月26日下午4:10，');
  expect(set!.lines[0]!.gap).toBe(0);
});

test('a line of numbers with few joints between Han is not torn apart there', () => {
  const [set] = setCopy('全湖上岸渔民386户、1,129人。', 13);
  expect(printed(set!.lines[0]!)).toBe('全湖上岸渔民386户、');
  expect(set!.lines[0]!.gap).toBeLessThan(0.5);
  expect(set!.lines[0]!.width).toBeCloseTo(13, 6);
});

describe('marks stand in their halves', () => {
  const faceOf = (copy: string, character: string, measure = 10) => {
    const glyphs = setCopy(copy, measure, { indent: 0 })[0]!.lines.flatMap((line) =>
      line.runs.flatMap((run) => run.glyphs),
    );
    return glyphs.find((glyph) => glyph.text === character)!.dx;
  };

  test.each([
    ['an opening mark at a line start is drawn half an em to the left', '“一二”三', '“', -0.5],
    ['an opening mark inside has its blank before it', '一“二”三', '“', 1],
    ['a closing mark follows its text', '一“二”三', '”', 3],
    ['between two marks only half an em is left', '一：“二”三', '“', 1.5 + 0.5 - 0.5],
    ['an interpunct has half an em', '一·二', '二', 1.5],
    ['half-width figures', '12年一', '年', 1.25],
  ])('%s', (_name, copy, character, dx) => {
    expect(faceOf(copy, character)).toBeCloseTo(dx, 6);
  });
});

describe('inline marks', () => {
  test('strong changes the face and not the rules', () => {
    const copy = textIn('他说：“一二三”，好。', [{ kind: 'strong', start: 3, end: 7 }]);
    const [plain] = setCopy('他说：“一二三”，好。', 20);
    const [strong] = setCopy(copy, 20);
    const places = (set: typeof plain) =>
      set!.lines.flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs));
    expect(places(strong).map(({ dx }) => dx)).toEqual(places(plain).map(({ dx }) => dx));
    expect(strong!.lines[0]!.runs.map(({ font }) => font)).toEqual(['Fake-body', 'Fake-hei', 'Fake-body']);
  });

  test('emphasis puts a dot under characters, none under marks', () => {
    const copy = textIn('一二，三四', [{ kind: 'emphasis', start: 0, end: 4 }]);
    const [set] = setCopy(copy, 10, { indent: 0 });
    expect(set!.lines[0]!.dots.map(({ dx }) => dx)).toEqual([0.5, 1.5, 3.5]);
  });

  const reading = (characters: string) => ({ characters, offsets: Array.from(characters, (_, at) => at) });

  test('a reading stands over its base at half size, right after it in reading order', () => {
    const mark = { kind: 'ruby', start: 2, end: 4, annotation: reading('hàn zì') } as const;
    const [set] = setCopy(textIn('一二汉字三四', [mark]), 10, { indent: 0 });
    const { runs } = set!.lines[0]!;
    expect(runs.map(({ glyphs, scale }) => [glyphs.map(({ text }) => text).join(''), scale])).toEqual([
      ['一二汉字', 1],
      ['hàn zì', 0.5],
      ['三四', 1],
    ]);
    expect(runs[1]!.dy).toBeLessThan(-0.8);
  });

  test('a base is not parted from its reading, and is spread when the reading is long', () => {
    const mark = { kind: 'ruby', start: 3, end: 5, annotation: reading('zhuàngzhuàng') } as const;
    const sets = setCopy(textIn('一二三状壮四五六七八', [mark]), 4.5, { indent: 0 });
    for (const { lines } of sets) {
      expect(lines.some((line) => line.start === 4)).toBe(false);
      const line = lines.find(({ start, end }) => start <= 3 && end >= 5)!;
      const [first, second] = line.runs
        .flatMap(({ glyphs }) => glyphs)
        .filter(({ text }) => '状壮'.includes(text));
      expect(second!.dx - first!.dx).toBeCloseTo(1.25, 6);
    }
  });

  test('Zhuyin stands at the right of each character, read after the whole base', () => {
    const mark = { kind: 'ruby', start: 1, end: 3, annotation: reading('ㄊㄞˊ ㄅㄟˇ') } as const;
    const [set] = setCopy(textIn('在台北的', [mark]), 10, { indent: 0 });
    const { runs } = set!.lines[0]!;
    expect(runs.map(({ glyphs, scale, stance, across }) => [textOf(glyphs), scale, stance, across])).toEqual([
      ['在台北', 1, undefined, undefined],
      ['ㄊㄞˊ', 0.3, 'down', expect.closeTo(2.12, 6)],
      [' ㄅㄟˇ', 0.3, 'down', expect.closeTo(3.52, 6)],
      ['的', 1, undefined, undefined],
    ]);
    expect(runs[0]!.glyphs.map(({ dx }) => dx)).toEqual([0, 1, 2.4]);
    expect(runs[3]!.glyphs[0]!.dx).toBeCloseTo(3.8, 6);
    // Two letters about the middle of the character, the sign of the tone beside the last one.
    const [first, second, tone] = runs[1]!.glyphs.map(({ dx, dy = NaN }) => ({ dx, dy }));
    expect(second!.dy - first!.dy).toBeCloseTo(0.3, 6);
    expect(tone!.dy).toBeCloseTo(second!.dy, 6);
    expect(tone!.dx).toBeGreaterThan(second!.dx + 0.15);
  });

  test.each([
    ['the neutral tone stands over the letters', '˙ㄉㄜ', [-0.19, 0.024, 0.324]],
    ['so it does when it was written behind them', 'ㄉㄜ˙', [0.024, 0.324, -0.19]],
    ['one letter stands in the middle', 'ㄦˋ', [0.114, 0.114]],
  ])('%s', (_name, syllable, places) => {
    const mark = { kind: 'ruby', start: 0, end: 1, annotation: reading(syllable) } as const;
    const [set] = setCopy(textIn('的', [mark]), 10, { indent: 0 });
    const glyphs = set!.lines[0]!.runs[1]!.glyphs;
    expect(glyphs.map(({ dy }) => Math.round(dy! * 1000) / 1000)).toEqual(places);
  });

  test('Zhuyin without a syllable for each character stands over its base', () => {
    const mark = { kind: 'ruby', start: 0, end: 2, annotation: reading('ㄊㄞˊㄅㄟˇ') } as const;
    const [set] = setCopy(textIn('台北', [mark]), 10, { indent: 0 });
    expect(set!.lines[0]!.runs[1]).toMatchObject({ scale: 0.5, dy: -0.88 });
  });

  const places = (line: TypeLine) =>
    line.names.map(({ dx, length, amplitude }) => [
      Math.round(dx * 100) / 100,
      Math.round(length * 100) / 100,
      amplitude > 0 ? 'wavy' : 'straight',
    ]);

  test('names and titles have lines under them that stand apart', () => {
    const copy = textIn('张三李四读史记。', [
      { kind: 'name-line', start: 0, end: 2 },
      { kind: 'name-line', start: 2, end: 4 },
      { kind: 'title-line', start: 5, end: 7 },
    ]);
    const [set] = setCopy(copy, 10, { indent: 0 });
    expect(places(set!.lines[0]!)).toEqual([
      [0.1, 1.8, 'straight'],
      [2.1, 1.8, 'straight'],
      [5.1, 1.8, 'wavy'],
    ]);
    expect(printed(set!.lines[0]!)).toBe('张三李四读史记。');
  });

  test('a line breaks with its name, and is as long as a stretched one', () => {
    const copy = textIn('一二三四列夫·托尔斯泰五六七', [{ kind: 'name-line', start: 4, end: 11 }]);
    const [set] = setCopy(copy, 7.6, { indent: 0, shortLast: 0, breaking: 'first-fit' });
    expect(set!.lines.map(printed)).toEqual(['一二三四列夫·托', '尔斯泰五六七']);
    const [first, second] = set!.lines;
    const { dx, length } = first!.names[0]!;
    expect(first!.gap).toBeGreaterThan(0);
    expect(dx + length).toBeCloseTo(7.6, 6);
    expect(places(second!)).toEqual([[0, 2.9, 'straight']]);
  });

  test('emphasis dots stand outside the line of a name', () => {
    const copy = textIn('张三说', [
      { kind: 'emphasis', start: 0, end: 3 },
      { kind: 'title-line', start: 0, end: 2 },
    ]);
    const { dots, names } = setCopy(copy, 10, { indent: 0 })[0]!.lines[0]!;
    const [line] = names;
    const foot = line!.dy + line!.amplitude + line!.weight / 2;
    expect(dots.slice(0, 2).every(({ dy, radius }) => dy - radius > foot)).toBe(true);
    expect(dots[2]!.dy).toBeLessThan(dots[1]!.dy);
  });
});

describe('straight quotation marks', () => {
  test('a pair in Chinese is drawn as a Chinese one and read as it was typed', () => {
    const [set] = setCopy('他说"好"，\'对\'。', 20, { indent: 0 });
    const glyphs = set!.lines[0]!.runs.flatMap((run) => run.glyphs);
    expect(glyphs.map(({ id }) => String.fromCodePoint(id)).join('')).toBe('他说“好”，‘对’。');
    expect(textOf(glyphs)).toBe('他说"好"，\'对\'。');
  });

  test('whatever is typed, the marks of a pair stand where Chinese ones would', () => {
    const words = fc.stringMatching(/^[一二三甲乙丙]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 }),
        measures,
        (parts, measure) => {
          const typed = parts.map(([quoted, plain]) => `"${quoted}"，${plain}`).join('');
          const chinese = parts.map(([quoted, plain]) => `“${quoted}”，${plain}`).join('');
          const drawn = (copy: string) =>
            setCopy(copy, measure).map(({ lines }) =>
              lines.map(({ runs }) => runs.map(({ glyphs }) => glyphs.map(({ id, dx }) => [id, dx]))),
            );
          expect(drawn(typed)).toEqual(drawn(chinese));
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('Korean lines come out even by their word spaces', () => {
  const copy =
    '갯벌에 새가 돌아왔다고 마을 사람들이 말했다 그날의 기록은 오래 전한다 봄이 오면 다시 바다로 나간다';
  const [set] = setCopy(copy, 19, { indent: 0, language: 'ko' });
  const full = set!.lines.slice(0, -1);
  expect(full.length).toBeGreaterThan(1);
  for (const line of full) {
    expect(line.gap).toBe(0);
    expect(line.width).toBeCloseTo(19, 6);
  }
});

function textOf(glyphs: readonly { readonly text: string }[]): string {
  return glyphs.map(({ text }) => text).join('');
}
