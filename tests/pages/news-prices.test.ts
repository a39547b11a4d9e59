import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { SourceFile } from '../../src/base/source.ts';
import type { Sources } from '../../src/build.ts';
import { diagnosticEntry, type FixEntry } from '../../src/output/report.ts';
import { generated, GENERATED_PICTURES } from '../support/generator.ts';
import {
  filesOf,
  layoutWith,
  makeNews,
  newsSample,
  sourcesWith,
  withRemedy,
  type NewsPage,
} from '../support/news-pages.ts';

/** Seed, and share of the page that the copy takes by casting off. */
const TOO_FULL: readonly (readonly [number, number])[] = [
  [5, 1.06],
  [6, 1.06],
  [6, 1.1],
  [20, 1.06],
  [22, 1.1],
  [25, 1.06],
];

/** Of these pages so many have a way out that is tried. */
const WITH_LIST = 5;

interface Priced {
  readonly sources: Sources;
  readonly made: NewsPage;
  readonly over: readonly Diagnostic[];
}

function priced(sources: Sources): Priced {
  const made = makeNews(sources);
  return { sources, made, over: made.diagnostics.filter(({ code }) => code === 'overset') };
}

/** Changes of a report in JSON, as an editor carries them out: lines and columns from 1, columns in code points. */
function carriedOut({ text, ...file }: SourceFile, { edits }: FixEntry): SourceFile {
  const lines = text.split('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) +
    [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  const fromEnd = edits.toSorted((a, b) => b.line - a.line || b.column - a.column);
  return {
    ...file,
    text: fromEnd.reduce((whole, edit) => {
      const [start, end] = [offset(edit.line, edit.column), offset(edit.endLine, edit.endColumn)];
      return whole.slice(0, start) + edit.text + whole.slice(end);
    }, text),
  };
}

function expectWayOut({ sources, over }: Priced): void {
  const [first] = over;
  const [remedy] = first!.hints!;
  expect(remedy!.changes, remedy!.code).toBeDefined();
  const issue = withRemedy(sources.issue, remedy!);
  const after = makeNews({ ...sources, issue });
  expect(after.errors, `${remedy!.code} ${JSON.stringify(remedy!.values)}`).toEqual([]);
  expect(issue.text).not.toBe(sources.issue.text);
  // A script finds the same change in the report.
  const { fixes } = diagnosticEntry(first!, 'zh');
  expect(carriedOut(sources.issue, fixes![0]!).text).toBe(issue.text);
  expect(fixes![0]!.message).toContain(String(remedy!.values!['percent'] ?? remedy!.values!['characters']));
}

/** Every entry stands once, the cheapest first, and the last hint of all says how many characters to cut. */
function expectList({ over }: Priced): void {
  const [first, ...others] = over;
  const hints = first!.hints!;
  const ways = hints.filter(({ changes }) => changes);
  expect(ways.length).toBeLessThanOrEqual(3);
  expect(hints.at(-1)).toMatchObject({
    code: 'cut-copy',
    values: { characters: first!.values['characters'] },
  });
  const characters = ways.flatMap(({ values }) => values?.['characters'] ?? []);
  expect(characters).toEqual(characters.toSorted((a, b) => Number(a) - Number(b)));
  for (const { hints: none = [] } of others) expect(none.filter(({ changes }) => changes)).toEqual([]);
}

function expectSentence({ made, over }: Priced): void {
  for (const each of over) {
    const region = made.page.regions.find(({ name }) => name === each.values['region'])!;
    const { message } = diagnosticEntry(each, 'zh');
    expect(message).toContain(`溢出 ${region.over.lines} 行`);
    expect(message).toContain(`${region.over.characters} 字`);
    expect(message).toContain(`“${String(each.values['words'])}”`);
    const english = diagnosticEntry(each, 'en').message;
    expect(english).toMatch(new RegExp(`\\b${region.over.lines} lines?\\b`));
    expect(english).toMatch(new RegExp(`\\b${region.over.characters} characters?\\b`));
    // The words at which the text stops going in stand in the paragraph that is pointed at.
    const { file, start, end } = each.range!;
    const pointed = file.text.slice(start, end).replace(/\s/g, '');
    expect(pointed).toContain(String(each.values['words']).replace(/\s/g, '').slice(0, 4));
  }
}

describe('pages by chance that are too full', () => {
  const pages: Priced[] = [];
  beforeAll(() => {
    for (const [seed, fill] of TOO_FULL) {
      pages.push(priced(sourcesWith(generated(seed, 'tabloid-news', fill), GENERATED_PICTURES)));
    }
  });
  const listed = (): readonly Priced[] =>
    pages.filter(({ over }) => over[0]?.hints?.some(({ changes }) => changes));

  test(`at least ${WITH_LIST} of them have a price list`, () => {
    expect(listed().length).toBeGreaterThanOrEqual(WITH_LIST);
  });

  test('the first of each list, done as written, makes the page fit', () => {
    for (const page of listed()) expectWayOut(page);
  });

  test('lists go from cheap to dear and stand with the first story that is over', () => {
    for (const page of listed()) expectList(page);
  });

  test('sentences say lines and characters and where the text stops', () => {
    const over = pages.filter((page) => page.over.length > 0);
    expect(over).not.toEqual([]);
    for (const page of over) expectSentence(page);
  });
});

/** A sample with its first so many paragraphs twice. */
function doubled({ issue, ...sources }: Sources, count: number): Sources {
  let left = count;
  const lines = issue.text.split('\n').flatMap((line) => {
    const twice = /^ {6}- [^{a-z|]/.test(line) && left > 0;
    if (twice) left -= 1;
    return twice ? [line, line] : [line];
  });
  expect(left).toBe(0);
  return { ...sources, issue: { ...issue, text: lines.join('\n') } };
}

describe('samples with paragraphs twice', () => {
  test.each([
    ['night-tabloid', 11],
    ['briefs-tabloid', 7],
  ] as const)('%s', async (name, count) => {
    const page = priced(doubled(await filesOf(newsSample(name)), count));
    expect(page.over).not.toEqual([]);
    expectSentence(page);
    expectList(page);
    expectWayOut(page);
  });
});

test('without the rung of optional paragraphs there is no list', () => {
  const [seed, fill] = TOO_FULL[1]!;
  const layout = layoutWith('tabloid-news', ['  - {rung: optional-paragraphs, allow: true}\n', '']);
  const { over } = priced(sourcesWith(generated(seed, 'tabloid-news', fill), GENERATED_PICTURES, layout));
  expect(over).not.toEqual([]);
  for (const { hints = [] } of over) expect(hints.map(({ code }) => code)).toEqual(['cut-copy']);
});
