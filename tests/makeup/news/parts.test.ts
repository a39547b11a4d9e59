import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionItems, captionLines } from '../../../src/makeup/news/captions.ts';
import { listEntries, listItems, listLines } from '../../../src/makeup/news/lists.ts';
import { noteItems, noteLines } from '../../../src/makeup/news/notes.ts';
import { partOf } from '../../../src/makeup/news/part.ts';
import { quoteItems, quoteLines } from '../../../src/makeup/news/quotes.ts';
import { summaryItems, summaryLines } from '../../../src/makeup/news/summary.ts';
import { expectCopy, expectInside, expectPrintable, writtenWords } from '../../support/geometry.ts';
import { copyText, RANGE } from '../../support/news-design.ts';
import { composer, design, expectOnGrid, placeOf, rectOf, widthOf, words } from './desk.ts';

const columns = fc.integer({ min: 1, max: 4 });
const measureOf = (count: number) => widthOf(count) / design.size;

describe('captions', () => {
  test('hold the copy inside whole body lines', () => {
    fc.assert(
      fc.property(columns, words(60), words(8), fc.boolean(), (count, caption, credit, credited) => {
        const picture = { caption, ...(credited && { credit }) };
        const lines = captionLines(picture, widthOf(count), design, composer);
        const place = placeOf(widthOf(count), lines);
        const items = captionItems(picture, place, design, composer);
        expectCopy(items, credited ? [caption, credit] : [caption]);
        expectInside(items, rectOf(place));
        expectOnGrid(items, place);
      }),
    );
  });

  test('the credit shares the last line where it goes in, and ends at the right edge', () => {
    const picture = { caption: copyText('渡轮靠岸'), credit: copyText('白露摄') };
    expect(captionLines(picture, widthOf(1), design, composer)).toBe(1);
    const items = captionItems(picture, placeOf(widthOf(1), 1), design, composer);
    const credit = items.at(-1);
    expect(credit?.kind === 'glyphs' && credit.x).toBeCloseTo(70 + widthOf(1) - 3 * 7.5, 6);
    const long = { ...picture, caption: copyText('渡轮靠岸，岸边站满了人啊') };
    expect(captionLines(long, widthOf(1), design, composer)).toBe(2);
    expect(captionLines({}, widthOf(1), design, composer)).toBe(0);
    expect(captionLines({ credit: copyText('白露摄') }, widthOf(1), design, composer)).toBe(1);
  });
});

describe('pull quotes', () => {
  test('hold the copy between two rules', () => {
    fc.assert(
      fc.property(columns, words(60), words(12), fc.boolean(), (count, text, by, spoken) => {
        const part = { kind: 'quote', range: RANGE, text, ...(spoken && { by }) } as const;
        const lines = quoteLines(part, measureOf(count), design, composer);
        const place = placeOf(widthOf(count), lines);
        const items = quoteItems(part, place, design, composer);
        expectCopy(items, spoken ? [text, by] : [text]);
        expectInside(items, rectOf(place));
        expectPrintable(items);
        expect(items.filter(({ kind }) => kind === 'rect')).toHaveLength(2);
      }),
    );
  });

  test('write the dash before a speaker unless the copy brings it', () => {
    const quote = (by: string) =>
      ({ kind: 'quote', range: RANGE, text: copyText('水退了'), by: copyText(by) }) as const;
    const place = placeOf(widthOf(1), 6);
    expect(writtenWords(quoteItems(quote('覃水根'), place, design, composer))).not.toBe('');
    expect(writtenWords(quoteItems(quote('——覃水根'), place, design, composer))).toBe('');
  });
});

describe('lists', () => {
  test('hang by whole characters on the body grid', () => {
    fc.assert(
      fc.property(
        columns,
        fc.array(words(50), { minLength: 1, maxLength: 14 }),
        fc.boolean(),
        (count, entries, numbered) => {
          const part = { kind: 'list', range: RANGE, items: entries, numbered } as const;
          const lines = listLines(part, measureOf(count), design, composer);
          const place = placeOf(widthOf(count), lines);
          const items = listItems(part, place, design, composer);
          expectCopy(items, entries);
          expectInside(items, rectOf(place));
          expectOnGrid(items, place);
          const hang = listEntries(part, design)[0]!.hang * design.size;
          for (const item of items)
            if (item.kind === 'glyphs' && item.origin) expect(item.x).toBeCloseTo(70 + hang, 6);
        },
      ),
    );
  });

  test('numbers of one and two figures end in one line', () => {
    const entries = Array.from({ length: 11 }, () => copyText('水'));
    const part = { kind: 'list', range: RANGE, items: entries, numbered: true } as const;
    const items = listItems(part, placeOf(widthOf(1), 11), design, composer);
    const ends = items.flatMap((item) =>
      item.kind === 'glyphs' && !item.origin ? [item.x + item.glyphs.at(-1)!.dx] : [],
    );
    expect(ends).toHaveLength(11);
    for (const end of ends) expect(end).toBeCloseTo(ends[0]!, 6);
    expect(writtenWords(items)).toBe('1.2.3.4.5.6.7.8.9.10.11.');
  });
});

describe("editor's notes", () => {
  test('stand on the body grid between thin rules', () => {
    fc.assert(
      fc.property(columns, fc.array(words(60), { minLength: 1, maxLength: 3 }), (count, note) => {
        const lines = noteLines(note, measureOf(count), design, composer);
        const place = placeOf(widthOf(count), lines);
        const items = noteItems(note, place, design, composer);
        expectCopy(items, note);
        expectInside(items, rectOf(place));
        expectOnGrid(items, place);
        expectPrintable(items);
        expect(writtenWords(items)).toBe('编者按');
      }),
    );
  });

  test('do not write the word twice; no note takes no line', () => {
    const note = [copyText('编者按：水退了。')];
    expect(writtenWords(noteItems(note, placeOf(widthOf(1), 4), design, composer))).toBe('');
    expect(noteLines([], 13, design, composer)).toBe(0);
  });
});

describe('summaries', () => {
  test('hold every point once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(words(40), { minLength: 1, maxLength: 6 }),
        (count, summary) => {
          const head = { summary, design: design.heads[0]! };
          const lines = summaryLines(head, widthOf(count), design, composer);
          const place = placeOf(widthOf(count), lines);
          const items = summaryItems(head, place, design, composer);
          expectCopy(items, summary);
          expectPrintable(items);
          expectInside(
            items.filter(({ kind }) => kind === 'glyphs'),
            rectOf(place),
          );
        },
      ),
    );
  });
});

test('a part of a text keeps its marks and places', () => {
  const text = copyText('十镇水账 126 个', [
    { kind: 'strong', start: 2, end: 7 },
    { kind: 'emphasis', start: 0, end: 2 },
  ]);
  const part = partOf(text, 5, 10);
  expect(part.characters).toBe('126 个');
  expect(part.offsets).toEqual([5, 6, 7, 8, 9]);
  expect(part.marks).toEqual([{ kind: 'strong', start: 0, end: 2 }]);
  expect(part.range).toMatchObject({ start: 5, end: 10 });
});
