import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BLACK } from '../../src/base/colour.ts';
import type { SourceRange } from '../../src/base/source.ts';
import { buildPages } from '../../src/build.ts';
import type { Byline, Issue, Text } from '../../src/model/issue.ts';
import type { DisplayItem, GlyphRun, ItemRole, PlacedPicture } from '../../src/model/page.ts';
import type { Language } from '../../src/model/setting.ts';
import { structureOf, type StructureElement } from '../../src/output/pdf-structure.ts';
import { writePdf } from '../../src/output/pdf.ts';
import { PAGE_WORDS } from '../../src/plan/words.ts';
import { readIssue } from '../../src/read/issue.ts';
import { LAYOUTS, projectFonts, sample } from '../support/project.ts';
import { leavesOf, readStructure } from '../support/structure-reader.ts';
import { hasTool, sayOf } from '../support/tools.ts';
import { pageOf, runOf } from './page-of.ts';

const fonts = projectFonts();

/** The text as a reader hears it: a reading follows its base. */
function heard({ characters, marks }: Text): string {
  let words = '';
  let from = 0;
  for (const mark of marks) {
    if (mark.kind !== 'ruby') continue;
    words += characters.slice(from, mark.end) + mark.annotation.characters;
    from = mark.end;
  }
  return words + characters.slice(from);
}

type Leaf = readonly [type: string, text: string];

/** Everything that the issue says, as elements in reading order. */
function expectedOf({ pages, language = 'zh-Hans' }: Issue): readonly Leaf[] {
  const some = (type: string, texts: readonly (Text | undefined)[]): readonly Leaf[] =>
    texts.flatMap((text) => (text ? [[type, heard(text)] as const] : []));
  return pages.flatMap(({ kicker, headline, deck, lead, byline, blocks }) => [
    ...some('P', [kicker]),
    ...some('H1', [headline]),
    ...some('P', [deck, ...lead]),
    ...(byline ? [['P', bylineOf(byline, language)] as const] : []),
    ...blocks.flatMap(({ title, text }) => [...some('H2', [title]), ...some('P', text)]),
  ]);
}

function bylineOf(byline: Byline, language: Language): string {
  if (byline.kind === 'written') return heard(byline.text);
  const { roles } = PAGE_WORDS[language];
  const named = byline.roles.map(({ role, names }) => [roles[role], ...names.map(heard)].join(' '));
  return '■' + named.join(' ');
}

const SAMPLES = readdirSync(new URL('../../issues/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''))
  .map((name) => ({ name, issue: readIssue(sample(name), () => {}) }))
  .flatMap(({ name, issue }) => (issue && issue.pages.length > 0 ? [{ name, issue }] : []));

describe.each(SAMPLES)('$name', ({ name, issue }) => {
  const file = (async () => {
    const [page] = buildPages({ issue: sample(name), layouts: LAYOUTS }, fonts, () => {});
    if (!page) throw new Error('no page');
    return writePdf([page], fonts, { version: '0.0.0' });
  })();

  test('reads by structure as the copy, paragraph by paragraph', async () => {
    const [read] = await readStructure(await file);
    if (!read) throw new Error('no structure');
    expect(read.roots.map(({ type, kids }) => [type, kids.map((kid) => kid.type)])).toEqual([
      ['Document', ['Art']],
    ]);
    // PDFium leaves out a space at the end of a line.
    const solid = (text: string) => text.replace(/[\s\u00ad]/gu, '');
    const wanted = expectedOf(issue).map(([type, text]) => [type, solid(text)]);
    expect(leavesOf(read).map(([type, text]) => [type, solid(text)])).toEqual(wanted);
    const { page: number } = issue.pages[0] ?? {};
    if (number) expect(read.artifacts).toContain(number.characters);
  });

  test.runIf(hasTool('pdfinfo', '-v'))('by another reader too, space by space', async () => {
    expect(elementsOf(sayOf(await file, 'pdfinfo', '-struct-text'))).toEqual(expectedOf(issue));
  });
});

/** Elements with their words as Poppler prints them: a type, and below it quoted pieces. */
function elementsOf(printed: string): readonly Leaf[] {
  const elements: [type: string, text: string][] = [];
  for (const line of printed.split('\n')) {
    const words = /^\s*"(.*)"$/.exec(line)?.[1];
    const last = elements.at(-1);
    if (words !== undefined && last) last[1] += words.replaceAll('\u00ad', '');
    else if (line.trim() !== '') elements.push([line.trim().split(' ')[0] ?? '', '']);
  }
  return elements.filter(([type]) => type !== 'Document' && type !== 'Art');
}

const range = (start: number): SourceRange => ({ file: { path: 'a.yaml', text: '' }, start, end: start + 1 });

const words = (text: string, role: ItemRole, more: Partial<GlyphRun> = {}): GlyphRun =>
  runOf(text, [10, 10, 10, 10], { role, ...more });

const picture = (more: Partial<PlacedPicture> = {}): PlacedPicture => ({
  kind: 'picture',
  role: 'picture',
  file: 'a.jpg',
  x: 10,
  y: 20,
  width: 30,
  height: 40,
  whole: { x: 10, y: 20, width: 30, height: 40 },
  ...more,
});

/** The tree as nested lists: type, then words for figures, then what is below; stretches as numbers. */
function outline({ type, alternate, kids }: StructureElement): unknown {
  const below = kids.map((kid) => ('type' in kid ? outline(kid) : kid.mcid));
  return [type, ...(alternate === undefined ? [] : [`“${alternate}”`]), ...below];
}

function treeOf(items: readonly DisplayItem[]): unknown {
  return outline(structureOf([pageOf(items)]).root);
}

const RULE: DisplayItem = { kind: 'rect', role: 'decoration', fill: BLACK, x: 0, y: 0, width: 9, height: 1 };

describe('the tree', () => {
  test('joins a paragraph over columns, and ornament parts its content', () => {
    const first = words('甲', 'body', { passage: range(1) });
    const second = words('乙', 'body', { passage: range(5) });
    const items = [first, first, RULE, first, second];
    expect(treeOf(items)).toEqual(['Document', ['Art', ['P', 0, 1], ['P', 2]]]);
    const [tags = []] = structureOf([pageOf(items)]).tags;
    expect(tags[0]).toBe(tags[1]);
    expect(tags[2]).toEqual({ kind: 'artifact', type: 'Layout' });
  });

  test('keeps stories apart, whatever the order of their items', () => {
    const item = (story: string, at: number) => words('甲', 'body', { story, passage: range(at) });
    expect(treeOf([item('a', 1), item('b', 1), item('a', 5)])).toEqual([
      'Document',
      ['Art', ['P', 0], ['P', 2]],
      ['Art', ['P', 1]],
    ]);
  });

  test('puts what belongs to no story beside the stories', () => {
    const body = words('甲', 'body', { story: 'a', passage: range(1) });
    expect(treeOf([picture({ alt: '报徽' }), body])).toEqual([
      'Document',
      ['Figure', '“报徽”', 0],
      ['Art', ['P', 1]],
    ]);
  });

  test('takes a byline as one paragraph, folio and numeral as artifacts', () => {
    const items = [
      words('5', 'folio'),
      words('记者', 'byline'),
      words('名', 'byline', { passage: range(3) }),
      words('壹', 'numeral'),
      words('题', 'title', { passage: range(9) }),
    ];
    expect(treeOf(items)).toEqual(['Document', ['Art', ['P', 0], ['H2', 1]]]);
  });

  test('joins the words of a line of the masthead, and parts its other lines', () => {
    const row = [words('第', 'masthead', { y: 50 }), words('1', 'masthead', { y: 50, passage: range(1) })];
    const other = words('今日', 'masthead', { y: 90, passage: range(4) });
    expect(treeOf([...row, other, words('晴', 'masthead', { y: 70, passage: range(8) })])).toEqual([
      'Document',
      ['P', 0],
      ['P', 1],
      ['P', 2],
    ]);
  });

  test('puts the bullet of a list with its entry', () => {
    const entry = (at: number) => [words('●', 'list'), words('项', 'list', { passage: range(at) })];
    expect(treeOf([...entry(1), ...entry(5)])).toEqual([
      'Document',
      ['Art', ['L', ['LI', ['Lbl', 0], ['LBody', 1]], ['LI', ['Lbl', 2], ['LBody', 3]]]],
    ]);
  });

  test('tells a figure by its own words, else by its caption; an advertisement by its label', () => {
    const caption = words('说明', 'caption', { passage: range(7) });
    expect(treeOf([picture({ alt: '江边' }), caption])).toEqual([
      'Document',
      ['Art', ['Figure', '“江边”', 0], ['Caption', 1]],
    ]);
    expect(treeOf([picture(), caption])).toEqual([
      'Document',
      ['Art', ['Figure', '“说明”', 0], ['Caption', 1]],
    ]);
    expect(treeOf([picture({ role: 'advertisement' }), words('广告', 'advertisement')])).toEqual([
      'Document',
      ['Figure', '“广告”', 0],
      ['P', 1],
    ]);
  });

  test('takes a chart with its words as one figure', () => {
    const bar: DisplayItem = { ...RULE, role: 'chart' };
    expect(treeOf([words('图', 'chart'), bar, words('一', 'chart')])).toEqual([
      'Document',
      ['Art', ['Figure', '“图一”', 0]],
    ]);
  });
});
