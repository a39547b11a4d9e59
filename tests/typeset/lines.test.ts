import { describe, expect, test } from 'vitest';
import { CLASSES } from '../../src/typeset/classes.ts';
import { classesOf } from '../../src/typeset/context.ts';
import { breakText } from '../../src/typeset/lines.ts';
import {
  ADJACENT_BLANKS,
  GAPS,
  KEPT_WORDS,
  KINSOKU,
  RANGE_BREAKS,
  STYLES,
  UNBREAKABLE,
  UNSTRETCHABLE,
  type PairRule,
} from '../../src/typeset/rules.ts';
import { DEFAULT_SETTING } from '../../src/model/setting.ts';
import { lineCases, widthCases } from './cases.ts';

const CASES = lineCases();
const WIDTHS = widthCases();

test.each(CASES)('$rule', ({ copy, measure, setting, lines }) => {
  const set = breakText(copy, { setting, measure, font: 'ideal' }, undefined);
  expect(set.paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => line.text))).toEqual(lines);
});

test.each(WIDTHS)('$style $copy', ({ style, copy, advances }) => {
  const setting = { ...DEFAULT_SETTING, punctuation: style };
  const [paragraph] = breakText(copy, { setting, font: 'ideal' }, undefined).paragraphs;
  expect(paragraph!.lines.map((line) => line.advances_em)).toEqual([advances]);
});

describe('every row of the rule tables has a case', () => {
  const copies = [...CASES, ...WIDTHS].map(({ copy }) => Array.from(copy, (each) => each.codePointAt(0)!));
  const kinds = copies.map((copy) => classesOf(copy, 'zh-Hans'));
  const pairs = kinds.flatMap((line) => line.slice(1).map((right, at) => ({ left: line[at]!, right })));
  const rowOf = (rows: readonly PairRule[], left: string, right: string) =>
    rows.findIndex(
      (row) =>
        (!row.left || (row.left as readonly string[]).includes(left)) &&
        (!row.right || (row.right as readonly string[]).includes(right)),
    );
  const tables: readonly (readonly [string, readonly PairRule[]])[] = [
    ['unbreakable', UNBREAKABLE],
    ['breaks inside ranges', RANGE_BREAKS],
    ['words kept', KEPT_WORDS.ko ?? []],
    ['unstretchable', UNSTRETCHABLE],
    ['gaps', GAPS],
    ['adjacent blanks', ADJACENT_BLANKS],
  ];

  test.each(tables)('%s', (_name, rows) => {
    const met = new Set(pairs.map(({ left, right }) => rowOf(rows, left, right)));
    expect(rows.filter((_row, at) => !met.has(at))).toEqual([]);
  });

  test('levels and styles', () => {
    const levels = new Set(CASES.map(({ setting }) => setting.kinsoku));
    expect(Object.keys(KINSOKU).filter((level) => !levels.has(level as never))).toEqual([]);
    const styles = new Set(WIDTHS.map(({ style }) => style));
    expect(Object.keys(STYLES).filter((style) => !styles.has(style as never))).toEqual([]);
  });

  test('classes', () => {
    const met = new Set<string>(kinds.flat());
    const elsewhere = new Set(['kana', 'hangul', 'centred', 'combining', 'long-connector', 'symbol']);
    expect(CLASSES.filter((name) => !met.has(name) && !elsewhere.has(name))).toEqual([]);
  });
});
