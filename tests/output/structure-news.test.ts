import { describe, expect, test } from 'vitest';
import { buildPages } from '../../src/build.ts';
import type { Text } from '../../src/model/issue.ts';
import type { PictureFacts } from '../../src/model/news.ts';
import type { Story } from '../../src/model/story.ts';
import { writePdf } from '../../src/output/pdf.ts';
import { readIssue } from '../../src/read/issue.ts';
import { LAYOUTS, projectFonts, sample } from '../support/project.ts';
import { leavesOf, readStructure } from '../support/structure-reader.ts';

const fonts = projectFonts();

const solid = (text: string) => text.replace(/[\s\u00ad]/gu, '');

/** The paragraphs and headings of a story that must stand on the page; a dateline opens the first paragraph. */
function textsOf({ head, lead, parts }: Story): readonly (readonly [type: string, text: Text])[] {
  const body = parts.flatMap((part): readonly (readonly [string, Text])[] => {
    if (part.kind === 'subhead') return [['H2', part.text]];
    return part.kind === 'paragraph' && !part.optional ? [['P', part.text]] : [];
  });
  return [
    ...(head ? [['H1', head.main] as const] : []),
    ...lead.map((text) => ['P', text] as const),
    ...body,
  ];
}

const SAMPLES = ['market-tabloid', 'front-page'].map((name) => ({ name }));

describe.each(SAMPLES)('$name', ({ name }) => {
  test('each story is an article, each paragraph an element of its own, in the order of the copy', async () => {
    const issue = readIssue(sample(name), () => {});
    const [news] = issue?.news ?? [];
    if (!news) throw new Error('no page of several stories');
    const files = [...news.stories.flatMap(({ pictures }) => pictures), ...news.adverts];
    const facts: PictureFacts = { kind: 'raster', width: 3000, height: 2000 };
    const pictures = new Map(files.map(({ file }) => [file.value, facts]));
    const [page] = buildPages({ issue: sample(name), layouts: LAYOUTS, pictures }, fonts, () => {});
    if (!page) throw new Error('no page');
    const [read] = await readStructure(await writePdf([page], fonts, { version: '0.0.0' }));
    const articles = read?.roots[0]?.kids.filter(({ type }) => type === 'Art') ?? [];
    expect(articles).toHaveLength(news.stories.length);
    for (const story of news.stories) {
      const texts = textsOf(story).map(([type, text]) => [type, solid(text.characters)] as const);
      const headline = texts.find(([type]) => type === 'H1')?.[1];
      const article = articles.find(({ kids }) =>
        kids.some(({ type, text }) => type === 'H1' && solid(text) === headline),
      );
      const leaves = leavesOf({ roots: article?.kids ?? [], artifacts: '' });
      let at = -1;
      for (const [type, text] of texts) {
        const next = leaves.findIndex(
          ([kind, words], index) => index > at && kind === type && solid(words).endsWith(text),
        );
        expect(next, text).toBeGreaterThan(at);
        expect(solid(leaves[next]?.[1] ?? '').length - text.length).toBeLessThan(6);
        at = next;
      }
    }
  });
});
