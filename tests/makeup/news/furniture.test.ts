import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imprintItems, imprintLines, imprintTexts } from '../../../src/makeup/news/imprint.ts';
import { mastheadItems, mastheadTexts, setMasthead } from '../../../src/makeup/news/masthead.ts';
import { newsFolioItems, newsFolioTexts } from '../../../src/makeup/news/news-folio.ts';
import type { Text } from '../../../src/model/issue.ts';
import type { NewsPlan } from '../../../src/model/news.ts';
import type { DisplayItem } from '../../../src/model/page.ts';
import { boundsOf, expectCopy, expectInside, expectPrintable, writtenWords } from '../../support/geometry.ts';
import { copyText, frontPlan, NEWS_DESIGN, RANGE } from '../../support/news-design.ts';
import { composer, design, expectOnGrid, placeOf, words } from './desk.ts';

const { grid, leading } = design;

const ear = fc
  .tuple(fc.boolean(), words(12), fc.array(words(50), { minLength: 1, maxLength: 4 }))
  .map(([titled, title, text]) => ({ range: RANGE, text, ...(titled && { title }) }));

const plans: fc.Arbitrary<NewsPlan> = fc
  .record({
    name: words(7),
    publisher: words(20),
    registration: words(10),
    address: words(40),
    printer: words(40),
    distribution: words(40),
    weather: words(30),
    ears: fc.array(ear, { maxLength: 4 }),
    columns: fc.integer({ min: 3, max: 8 }),
    earColumns: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({
      name,
      publisher,
      registration,
      address,
      printer,
      distribution,
      weather,
      ears,
      columns,
      earColumns,
    }) => {
      const plan = frontPlan();
      return frontPlan({
        ears,
        title: { ...plan.title!, name, publisher, registration, address, printer, distribution },
        masthead: { ...plan.masthead, weather },
        design: { ...NEWS_DESIGN, masthead: { ...NEWS_DESIGN.masthead!, columns, earColumns } },
      });
    },
  );

describe('the masthead', () => {
  test('holds every fact of the paper and every ear inside its lines, under the name at its size', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const set = setMasthead(plan, composer)!;
        const items = mastheadItems(plan, composer);
        expectCopy(items, mastheadTexts(plan));
        expectPrintable(items);
        const height = (set.lines - 0.5) * leading;
        expectInside(items, { x: grid.left, y: grid.top, width: grid.width, height });
        const sizes = items.flatMap((item) => (item.kind === 'glyphs' ? [item.size] : []));
        expect(sizes[0]).toBe(set.nameSize);
        expect(Math.max(...sizes.slice(1))).toBeLessThan(set.nameSize);
      }),
    );
  });

  test('draws the logo whole at the left of the name, both inside the columns of the name', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 30, max: 300 }), (plan, width) => {
        const logo = { value: 'logo.svg', range: RANGE };
        const title = { ...plan.title!, logo, logoSize: { width, height: 100 } };
        const items = mastheadItems({ ...plan, title }, composer);
        const { name, nameSize } = setMasthead({ ...plan, title }, composer)!;
        const drawn = items.find((item) => item.kind === 'picture')!;
        expect(drawn).toMatchObject({ file: 'logo.svg', origin: RANGE });
        expect(drawn.whole).toMatchObject({ width: drawn.width, height: drawn.height });
        expect(drawn.width / drawn.height).toBeCloseTo(width / 100, 5);
        expect(drawn.height).toBeLessThan(nameSize);
        expect(drawn.x).toBeGreaterThanOrEqual(name.x);
        const letters = items.filter((item) => item.kind === 'glyphs' && item.size === nameSize);
        const boxes = letters.flatMap(boundsOf);
        expect(Math.min(...boxes.map(({ left }) => left))).toBeGreaterThan(drawn.x + drawn.width);
        expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThan(name.x + name.width + 0.01);
      }),
    );
  });

  test('prints what the rules ask for, with words round bare numbers', () => {
    const items = mastheadItems(frontPlan(), composer);
    expect(mastheadTexts(frontPlan()).map(({ characters }) => characters)).toEqual([
      '澄湖日报',
      '多云转晴 12—19℃',
      'CN 33-0999',
      '10326',
      '8',
      '澄湖日报社出版',
      '今日导读',
      '堤上的灯一盏一盏亮了　2版',
      '老码头要改成图书馆　5版',
    ]);
    expect(writtenWords(items).replace(/\s/g, '')).toBe(
      '2026年3月18日星期三农历丙午年正月三十国内统一连续出版物号第期今日版',
    );
  });

  test('the name takes the colour of the paper, the size its columns allow, and nothing stands without a paper', () => {
    const plan = frontPlan();
    const set = setMasthead(plan, composer)!;
    expect(set.colour).toEqual({ c: 0, m: 100, y: 90, k: 0 });
    expect(set.lines).toBe(14);
    expect(set.nameSize).toBe(96);
    const narrow = { ...NEWS_DESIGN, masthead: { ...NEWS_DESIGN.masthead!, columns: 2 } };
    const small = setMasthead({ ...plan, design: narrow }, composer)!;
    expect(small.nameSize * 4).toBeLessThanOrEqual(2 * 117 + 9);
    expect(mastheadItems({ ...plan, title: undefined }, composer)).toEqual([]);
    const { masthead: _, ...bare } = NEWS_DESIGN;
    expect(setMasthead({ ...plan, design: bare }, composer)).toBeUndefined();
  });

  test('grows when an ear needs more lines than the design gives', () => {
    const long = { range: RANGE, text: [copyText('堤上的灯一盏一盏亮了，'.repeat(30))] };
    expect(setMasthead(frontPlan({ ears: [long] }), composer)!.lines).toBeGreaterThan(14);
  });
});

describe('the imprint', () => {
  test('holds every entry on the body grid inside the type area', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const lines = imprintLines(plan, composer);
        const place = { ...placeOf(grid.width, lines), x: grid.left };
        const items = imprintItems(plan, place.y, composer);
        expectCopy(items, imprintTexts(plan));
        expectOnGrid(items, place);
        expectInside(items, { x: grid.left, y: place.y, width: grid.width, height: lines * leading });
        expectPrintable(items);
      }),
    );
  });

  test('is one line for one paper, and spreads from edge to edge', () => {
    const plan = frontPlan();
    expect(imprintLines(plan, composer)).toBe(1);
    expect(imprintTexts(plan)).toHaveLength(7);
    const bounds = imprintItems(plan, 100, composer).flatMap(boundsOf);
    expect(Math.max(...bounds.map(({ right }) => right))).toBeCloseTo(grid.left + grid.width, 6);
    expect(imprintLines(frontPlan({ title: undefined }), composer)).toBe(0);
  });
});

/** Left and right ends of the words in order, so that none stand on each other. */
function overlaps(items: readonly DisplayItem[]): number {
  const spans = items
    .flatMap((item) => (item.kind === 'glyphs' ? boundsOf(item) : []))
    .toSorted((one, other) => one.left - other.left);
  return spans.slice(1).filter(({ left }, index) => left < spans[index]!.right - 0.01).length;
}

describe('the folio of a news page', () => {
  const contact = (count: number): readonly Text[] =>
    Array.from({ length: count }, () => copyText('新闻热线 0500-2000000'));

  test.each([0, 1, 3, 6])('with %i contacts holds all words beside each other', (count) => {
    const plan = frontPlan();
    const contacts = contact(count);
    const items = newsFolioItems(plan, contacts, composer);
    expectCopy(items, newsFolioTexts(plan, contacts));
    expectInside(items, { x: grid.left, y: grid.top, width: grid.width, height: 4 * leading });
    expectPrintable(items);
    expect(overlaps(items)).toBe(0);
  });

  test('names the paper, and is nothing where the layout has none', () => {
    const plan = frontPlan();
    expect(newsFolioTexts(plan, []).map(({ characters }) => characters)).toEqual([
      '01',
      '要闻',
      '澄湖日报',
      '顾一帆',
      '宁小满',
      '韩青',
    ]);
    const { folio: _, ...bare } = NEWS_DESIGN;
    expect(newsFolioItems({ ...plan, design: bare }, contact(1), composer)).toEqual([]);
  });
});
