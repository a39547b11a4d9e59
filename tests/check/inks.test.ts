import { describe, expect, test } from 'vitest';
import { BLACK, PAPER, parseColour, spotColour, type Colour } from '../../src/base/colour.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { checkInks, type InkRules } from '../../src/check/inks.ts';
import type { DisplayItem } from '../../src/model/page.ts';
import { DEFAULT_PRESS } from '../../src/model/press.ts';
import { pageOf, runOf } from '../output/page-of.ts';

const colour = (text: string): Colour => parseColour(text)!;

const flat = (fill: Colour, height = 20): DisplayItem => ({
  kind: 'rect',
  role: 'decoration',
  fill,
  x: 15,
  y: 15,
  width: 100,
  height,
});

const letters = (ink: Colour) => runOf('字字', [10, 10], { colour: ink });

const RULES: InkRules = { ...DEFAULT_PRESS, palette: new Map() };

function found(items: readonly DisplayItem[], rules: Partial<InkRules> = {}): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  checkInks(pageOf(items), { ...RULES, ...rules }, (diagnostic) => diagnostics.push(diagnostic));
  return diagnostics;
}

const told = (items: readonly DisplayItem[], rules?: Partial<InkRules>) =>
  found(items, rules).map(({ severity, code, values }) => [severity, code, values['total'] ?? '']);

describe('total ink', () => {
  test.each([
    ['as much as the limit of warning', [flat(colour('C60 M80 Y80'))], []],
    ['over it', [flat(colour('C61 M80 Y80'))], [['warning', 'much-ink', 221]]],
    ['as much as the limit', [flat(colour('C80 M80 Y80'))], [['warning', 'much-ink', 240]]],
    ['over the limit', [flat(colour('C81 M80 Y80'))], [['error', 'ink-limit', 241]]],
    [
      'black letters add to the flat under them',
      [flat(colour('C80 Y80 K50')), letters(BLACK)],
      [['error', 'ink-limit', 260]],
    ],
    ['white letters knock out', [flat(colour('C80 Y80 K50')), letters(PAPER)], []],
    ['letters beside a flat', [flat(colour('C80 Y80'), 2), letters(BLACK)], []],
    ['only the last flat counts', [flat(colour('C80 Y80')), flat(PAPER), letters(BLACK)], []],
    ['a spot ink is one ink', [flat(spotColour('RED', colour('M100 Y100 K50')))], []],
    [
      'each colour once',
      [flat(colour('C81 M80 Y80')), flat(colour('C81 M80 Y80'))],
      [['error', 'ink-limit', 241]],
    ],
  ] as const)('%s', (_, items, expected) => {
    expect(told(items)).toEqual(expected);
  });

  test('of the house', () => {
    const items = [flat(colour('C60 M80 Y80'))];
    expect(told(items, { ink: { warn: 180, most: 200 } })).toEqual([['error', 'ink-limit', 220]]);
  });
});

describe('text', () => {
  test('in rich black is refused, unless it is allowed', () => {
    const items = [letters(colour('C40 K100'))];
    expect(told(items)).toEqual([['error', 'rich-black', '']]);
    expect(told(items, { richBlack: 'allow' })).toEqual([]);
    expect(told([letters(colour('C40 K60'))])).toEqual([]);
    expect(told([flat(colour('C40 K100'))])).toEqual([]);
  });

  test('is told at the place of its colour, else of its words', () => {
    const range = { file: { path: 'x.yaml', text: '' }, start: 3, end: 9 };
    const items = [letters(colour('C40 K100'))];
    expect(found(items, { palette: new Map([['C40 K100', range]]) })[0]?.range).toBe(range);
    expect(found([{ ...letters(colour('C40 K100')), origin: range }])[0]?.range).toBe(range);
  });
});

test('rules thinner than the press holds are warned', () => {
  expect(found([flat(BLACK, 0.1)])).toMatchObject([
    { code: 'thin-rule', values: { weight: 0.1, least: 0.25 } },
  ]);
  expect(found([flat(BLACK, 0.25)])).toEqual([]);
  expect(found([flat(BLACK, 0.4)], { leastRule: 0.5 })).toHaveLength(1);
});
