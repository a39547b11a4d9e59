import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { proposePages, type Sources } from '../../src/build.ts';
import type { Cells } from '../../src/model/news.ts';
import { dumpPage } from '../../src/output/dump.ts';
import { lockText, readLock } from '../../src/read/lock.ts';
import { generated, GENERATED_PICTURES } from '../support/generator.ts';
import { filesOf, fonts, makeNews, newsSample, sourcesWith } from '../support/news-pages.ts';

type Proposals = ReturnType<typeof proposePages>;

/** The page of the first sample that has more than one arrangement, and its arrangements. */
let sources: Sources;
let proposals: Proposals;

const proposed = (from: Sources, count: number): Proposals => proposePages(from, fonts, () => {}, count);

beforeAll(async () => {
  sources = await filesOf(newsSample('night-tabloid'));
  proposals = proposed(sources, 3);
});

const locked = (text: string): Sources => ({ ...sources, lock: { path: 'night-tabloid.lock.yaml', text } });

const textOf = (
  layout: string,
  stories: ReadonlyMap<string, readonly Cells[]>,
  adverts: readonly Cells[] = [],
): string => lockText(layout, { stories, adverts });

const codesOf = ({ diagnostics }: ReturnType<typeof makeNews>): readonly string[] =>
  diagnostics.map(({ code }) => code);

/** Lines of the lock file, one of them changed. */
function changed(places: ReadonlyMap<string, readonly Cells[]>, id: string, cells: readonly Cells[]): string {
  return textOf('tabloid-news', new Map([...places, [id, cells]]));
}

function expectSameWithLock(seed: number, layout: string): void {
  const page = sourcesWith(generated(seed, layout), GENERATED_PICTURES);
  const all = proposed(page, 2);
  expect(all.length).toBeGreaterThan(0);
  for (const { places, adverts, page: best } of all) {
    const lock = { path: 'x.lock.yaml', text: textOf(layout, places, adverts) };
    expect(dumpPage(makeNews({ ...page, lock }).page) === dumpPage(best)).toBe(true);
  }
}

describe('proposals', () => {
  test('are several, the best first, each with places of its own', () => {
    expect(proposals.length).toBeGreaterThanOrEqual(2);
    const totals = proposals.map(({ sheet }) => sheet.total);
    expect(new Set(proposals.map(({ places }) => JSON.stringify([...places]))).size).toBe(proposals.length);
    const sound = proposals.filter(({ page }) => page.regions.every(({ over }) => over.lines === 0));
    expect(sound[0]).toBe(proposals[0]);
    expect(totals[0]).toBeGreaterThan(0);
  });

  test('the best is the page that is built', () => {
    expect(dumpPage(proposals[0]!.page)).toBe(dumpPage(makeNews(sources).page));
  });

  test('what a sheet takes off adds up to its points', () => {
    for (const { sheet } of proposals) {
      const off = sheet.terms.reduce((sum, term) => sum + term.off, 0);
      expect(sheet.total).toBeCloseTo(Math.max(0, 100 - off), 1);
      for (const { off: own, count } of sheet.terms) expect(own === 0).toBe(count === 0);
    }
  });

  test('fewer are the first of more', () => {
    expect(proposed(sources, 1).map(({ places }) => [...places])).toEqual([[...proposals[0]!.places]]);
  });
});

describe('a lock file', () => {
  test('gives the page of its proposal, whichever it is', () => {
    for (const { places, page } of proposals) {
      const made = makeNews(locked(textOf('tabloid-news', places)));
      expect(dumpPage(made.page)).toBe(dumpPage(page));
      expect(made.page.fit[0]).toMatchObject({ code: 'fit-places', values: { found: 'lock' } });
      expect(codesOf(made)).not.toContain('stale-lock');
    }
  });

  test('gives the same of a page by chance', () => {
    expectSameWithLock(10, 'broadsheet-8x13');
  });

  test('gives the same of a page that the ladder set anew', () => {
    expectSameWithLock(4, 'tabloid-news');
  });

  test('keeps the advertisements among the stories', () => {
    const advert = ['ads:', '  - {file: ads/tea.pdf, size: 3c x 20L, anchor: bottom-right}', ''].join('\n');
    const issue = generated(2, 'tabloid-news');
    const text = issue.text.replace(/^ads:\n(?: .*\n)*/m, '') + advert;
    const page = sourcesWith({ ...issue, text }, GENERATED_PICTURES);
    const [best] = proposed(page, 1);
    expect(best!.adverts).toMatchObject([{ columns: 3, lines: 20 }]);
    const lockOf = (adverts: readonly Cells[]): NonNullable<Sources['lock']> => ({
      path: 'x.lock.yaml',
      text: textOf('tabloid-news', best!.places, adverts),
    });
    const made = makeNews({ ...page, lock: lockOf(best!.adverts) });
    expect(made.errors).not.toContain('advert-unplaced');
    expect(dumpPage(made.page)).toBe(dumpPage(best!.page));
    expect(codesOf(makeNews({ ...page, lock: lockOf([]) }))).toContain('stale-lock');
  });

  test('reads back as it was written', () => {
    const { places } = proposals[0]!;
    const read = readLock(
      { path: 'x.lock.yaml', text: textOf('tabloid-news', places) },
      { layout: 'tabloid-news', stories: [...places.keys()] },
      ({ code }) => {
        throw new Error(code);
      },
    );
    expect([...read.stories]).toEqual([...places]);
  });

  test('with ids that YAML would take for something else reads back too', () => {
    const place = [{ column: 0, columns: 2, line: 4, lines: 9 }];
    const places = new Map(
      ['true', '1', 'a: b', '#', '稿 件', '"', '- x', 'null', '2026-01-01'].map((id) => [id, place]),
    );
    const read = readLock(
      { path: 'x.lock.yaml', text: textOf('a: "b"', places) },
      { layout: 'a: "b"', stories: [...places.keys()] },
      ({ code, values }) => {
        throw new Error(`${code} ${JSON.stringify(values)}`);
      },
    );
    expect([...read.stories]).toEqual([...places]);
  });
});

describe('a lock file that does not fit is not used', () => {
  const free = (): string => dumpPage(makeNews(sources).page);
  const [whole] = [{ column: 0, columns: 6, line: 0, lines: 88 }];

  const rows: readonly (readonly [string, (places: ReadonlyMap<string, readonly Cells[]>) => string])[] = [
    [
      'a story is missing',
      (places) => textOf('tabloid-news', new Map([...places].filter(([id]) => id !== 'clinic'))),
    ],
    ['a story has another name', (places) => textOf('tabloid-news', places).replace('"clinic"', '"klinik"')],
    ['two stories overlap', (places) => changed(places, 'clinic', places.get('star') ?? [])],
    ['a place goes over the foot', (places) => changed(places, 'star', [{ ...whole!, line: 80, lines: 30 }])],
    ['a place stands on the folio', (places) => changed(places, 'star', [{ ...whole!, line: 0, lines: 3 }])],
  ];

  test.each(rows)('%s', (_, write) => {
    const made = makeNews(locked(write(proposals[1]!.places)));
    expect(made.page.fit[0]).toMatchObject({ code: 'fit-places', values: { found: 'free' } });
    expect(dumpPage(made.page)).toBe(free());
    expect(codesOf(made).filter((code) => code === 'stale-lock')).toHaveLength(1);
  });

  test('a place goes beyond the last column', () => {
    const text = changed(proposals[1]!.places, 'watch', [{ column: 4, columns: 5, line: 56, lines: 13 }]);
    expect(makeNews(locked(text)).page.fit[0]).toMatchObject({ values: { found: 'free' } });
  });

  test.each([
    ['is no YAML', 'stories: [\n', 'yaml-syntax'],
    ['has no stories', 'layout: tabloid-news\n', 'missing-key'],
    ['has a place without lines', 'stories: {"market": [{cols: 1-6}]}\n', 'missing-key'],
    ['has lines that run backwards', 'stories: {"market": [{cols: 1-6, lines: 30-4}]}\n', 'bad-value'],
  ])('one that %s says so', (_, text, code) => {
    const diagnostics: Diagnostic[] = [];
    const locking = { layout: 'tabloid-news', stories: ['market'] };
    const read = readLock({ path: 'x.lock.yaml', text }, locking, (one) => diagnostics.push(one));
    expect([...read.stories.values()].flat()).toEqual([]);
    expect(diagnostics.map((one) => one.code)).toContain(code);
    expect(diagnostics[0]!.range!.file.path).toBe('x.lock.yaml');
  });

  test('faulty YAML keeps the page from press', () => {
    const made = makeNews(locked('stories: [\n'));
    expect(made.errors).not.toEqual([]);
    expect(made.page.fit[0]).toMatchObject({ values: { found: 'free' } });
  });
});
