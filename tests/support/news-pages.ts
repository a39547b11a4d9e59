import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic, Hint } from '../../src/base/diagnostic.ts';
import { editOf, edited } from '../../src/base/edits.ts';
import type { SourceFile } from '../../src/base/source.ts';
import { makePages, type Sources } from '../../src/build.ts';
import { checkPage } from '../../src/check/page.ts';
import { openDesk, sourcesOfIssue } from '../../src/cli/desk.ts';
import type { Context } from '../../src/cli/io.ts';
import { openPictures } from '../../src/cli/pictures.ts';
import { openPress } from '../../src/cli/press.ts';
import type { NewsPlan, PictureFacts } from '../../src/model/news.ts';
import type { DisplayItem, Page, PlacedStory } from '../../src/model/page.ts';
import { dumpPage } from '../../src/output/dump.ts';
import { writePdf } from '../../src/output/pdf.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const unheard = (): void => {};

/** The front door as it stands in the root of the project. */
const context: Context = {
  io: {
    cwd: ROOT,
    env: {},
    terminal: false,
    stdin: async () => new Uint8Array(),
    stdout: unheard,
    stderr: unheard,
    clock: () => 0,
  },
  language: 'zh',
  colour: false,
  version: '0.0.0',
  home: ROOT,
};

const { desk } = openDesk(context);
if (!desk) throw new Error('the desk has no fonts');
const { fonts, layouts, papers } = desk;
export { fonts };

export const NEWS_SAMPLES = [
  'ferry-city',
  'water-grid',
  'front-page',
  'night-tabloid',
  'market-tabloid',
  'briefs-tabloid',
  'berliner',
] as const;

export type NewsSample = (typeof NEWS_SAMPLES)[number];

export function newsSample(name: NewsSample): SourceFile {
  const path = `issues/${name}.yaml`;
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** What an issue starts from, its picture files read from beside the samples. */
export async function filesOf(issue: SourceFile): Promise<Sources> {
  return { issue, ...(await sourcesOfIssue(desk!, issue, context)) };
}

/** The same for an issue whose pictures are only facts, and whose layout may be the test's own. */
export function sourcesWith(
  issue: SourceFile,
  pictures: Readonly<Record<string, PictureFacts>> = {},
  layout?: SourceFile,
): Sources {
  const known = new Map(Object.entries(pictures));
  if (!layout) return { issue, layouts, papers, pictures: known };
  return {
    issue,
    layouts: new Map([[layout.path, layout]]),
    papers,
    pictures: known,
    layoutName: layout.path,
  };
}

/** A shipped layout with some of its words changed. */
export function layoutWith(
  name: string,
  ...changes: readonly (readonly [string | RegExp, string])[]
): SourceFile {
  const file = layouts.get(name);
  if (!file) throw new Error(`no layout ${name}`);
  const text = changes.reduce((whole, [from, to]) => {
    const next = whole.replace(from, to);
    if (next === whole) throw new Error(`${name} does not say ${String(from)}`);
    return next;
  }, file.text);
  return { path: `${name}-changed`, text };
}

export interface NewsPage {
  readonly page: Page;
  readonly news: NewsPlan;
  readonly diagnostics: readonly Diagnostic[];
  /** What keeps it from press, as code and story. */
  readonly errors: readonly string[];
}

/** The page with all that build and the checks of the finished page say of it. */
export function makeNews(sources: Sources): NewsPage {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const [made] = makePages(sources, fonts, report);
  if (!made?.news)
    throw new Error(`no page of several stories: ${JSON.stringify(diagnostics.map(({ code }) => code))}`);
  checkPage(made.page, made.news, report);
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, values }) => `${code} ${String(values['region'] ?? values['story'] ?? '')}`.trim());
  return { page: made.page, news: made.news, diagnostics, errors };
}

/** The page as it goes to press, its pictures in it. */
export async function pressPdf(page: Page): Promise<Uint8Array> {
  const press = openPress([page], undefined, context);
  const { contents } = await openPictures([page], press, { proof: false, cache: false }, context);
  return writePdf([page], fonts, {
    version: '0.0.0',
    pictures: contents,
    ...(press.options && { press: press.options }),
  });
}

/** The items of one story, one a line, as the dump writes them. */
export function storyDump(page: Page, id: string): string {
  return dumpPage({ ...page, regions: [], items: itemsOf(page, id) });
}

function itemsOf({ items }: Page, id: string): readonly DisplayItem[] {
  return items.filter((item) => 'story' in item && item.story === id);
}

export function storyNamed({ stories }: Page, id: string): PlacedStory {
  const story = stories.find((one) => one.id === id);
  if (!story) throw new Error(`no story ${id}`);
  return story;
}

/** The source with a remedy carried out. */
export function withRemedy(issue: SourceFile, { code, changes = [] }: Hint): SourceFile {
  const edits = changes.map((change) => editOf(change));
  if (edits.length === 0 || edits.some((edit) => !edit)) throw new Error(`${code} says no edit`);
  return edited(
    issue,
    edits.flatMap((edit) => edit ?? []),
  );
}
