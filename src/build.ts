import type { Report } from './base/diagnostic.ts';
import { nameHints } from './base/names.ts';
import type { SourceFile } from './base/source.ts';
import { checkInks } from './check/inks.ts';
import type { FontBook } from './fonts/font.ts';
import { makeUp } from './makeup/makeup.ts';
import { makeUpNews } from './makeup/news/makeup.ts';
import { proposeNews } from './makeup/news/propose.ts';
import type { Composer } from './model/galley.ts';
import type { Issue } from './model/issue.ts';
import type { Layout } from './model/layout.ts';
import { NO_LOCK, type NewsPlan, type PictureFacts } from './model/news.ts';
import type { Page } from './model/page.ts';
import type { PagePlan } from './model/plan.ts';
import type { Proposal } from './model/proposal.ts';
import { DEFAULT_PRESS, type Press } from './model/press.ts';
import { planNews } from './plan/news.ts';
import { planPages } from './plan/plan.ts';
import { readIssue } from './read/issue.ts';
import { readLayout } from './read/layout.ts';
import { readLock } from './read/lock.ts';
import { openComposer } from './typeset/composer.ts';
import { checkNewsPage } from './typeset/coverage-news.ts';
import { checkPage } from './typeset/coverage.ts';

/** What a build starts from. */
export interface Sources {
  readonly issue: SourceFile;
  /** Layout files by the name, or the path, with which an issue asks for them. */
  readonly layouts: ReadonlyMap<string, SourceFile>;
  /** Files of papers/, likewise; none when left out. */
  readonly papers?: ReadonlyMap<string, SourceFile>;
  /** CSV files of charts by their paths as written. */
  readonly tables?: ReadonlyMap<string, SourceFile>;
  /** What is known of the picture files by their paths as written. */
  readonly pictures?: ReadonlyMap<string, PictureFacts>;
  /** The places that were chosen for the stories of this issue. */
  readonly lock?: SourceFile;
  /** Takes the place of the layout that the issue names. */
  readonly layoutName?: string;
}

/** A page with the plan that it was made from, if it is one of several stories: what the checks of the page go by. */
export interface MadePage {
  readonly page: Page;
  readonly news?: NewsPlan;
}

/** The whole way from sources to pages. Pure: no files, no clock, no network. */
export function buildPages(sources: Sources, fonts: FontBook, report: Report): readonly Page[] {
  return makePages(sources, fonts, report).map(({ page }) => page);
}

/** The same for those who look at the pages afterwards. */
export function makePages(sources: Sources, fonts: FontBook, report: Report): readonly MadePage[] {
  const desk = planned(sources, fonts, report);
  if (!desk) return [];
  const { composer, heard, press, palette } = desk;
  const made: readonly MadePage[] = [
    ...desk.pages.map((plan) => ({ page: makeUp(plan, composer, heard.withoutConsequences) })),
    ...desk.news.map((plan) => ({ page: makeUpNews(plan, composer, heard.withoutConsequences), news: plan })),
  ];
  for (const { page } of made) checkInks(page, { ...press, palette }, heard.withoutConsequences);
  return made.map(({ page, ...rest }) => ({ page: { ...page, press }, ...rest }));
}

/** The best ways to arrange each page of several stories, the best first; at most `count` of each. */
export function proposePages(
  sources: Sources,
  fonts: FontBook,
  report: Report,
  count: number,
): readonly (Proposal & { readonly layout: string })[] {
  const desk = planned(sources, fonts, report);
  if (!desk) return [];
  const { composer, press, layout } = desk;
  return desk.news.flatMap((plan) =>
    proposeNews(plan, composer, count).map((proposal) => ({
      ...proposal,
      page: { ...proposal.page, press },
      layout,
    })),
  );
}

interface Planned {
  readonly pages: readonly PagePlan[];
  readonly news: readonly NewsPlan[];
  readonly composer: Composer;
  readonly heard: Heard;
  readonly press: Press;
  readonly palette: Layout['palette'];
  /** The name with which the layout was asked for. */
  readonly layout: string;
}

/** The pages of an issue with every choice made that needs no measuring; those whose faces lack characters are reported. */
function planned(sources: Sources, fonts: FontBook, report: Report): Planned | undefined {
  const heard = listening(report);
  const { papers = new Map(), tables = new Map(), pictures = new Map() } = sources;
  const issue = readIssue(sources.issue, heard.report, { papers, tables });
  const layout = issue && layoutFor(issue, sources, heard.report);
  if (!issue || !layout) return undefined;
  const faces = fonts.inLanguage(layout.language);
  const composer = openComposer(faces, layout.language);
  const pages = planPages(issue, layout, heard.report).filter((plan) => checkPage(plan, faces, heard.report));
  const name = sources.layoutName ?? issue.layout.value;
  const locked = { layout: name, stories: issue.news.flatMap(({ stories }) => stories.map(({ id }) => id)) };
  const lock = sources.lock ? readLock(sources.lock, locked, heard.report) : NO_LOCK;
  const given = { ...(issue.date && { date: issue.date.value }), pictures, lock };
  // A story that cannot be read is left out and told of; of a page without any other nothing can be made.
  const news = issue.news
    .filter(({ stories }) => stories.length > 0)
    .map((copy) => planNews(copy, layout, given, heard.report))
    .filter((plan) => checkNewsPage(plan, faces, heard.report));
  const press = { ...DEFAULT_PRESS, ...layout.press, ...issue.press };
  return { pages, news, composer, heard, press, palette: layout.palette, layout: name };
}

interface Heard {
  readonly report: Report;
  readonly withoutConsequences: Report;
}

/** A report that hears of errors: what looks wrong on a page of faulty copy follows from the fault. */
function listening(report: Report): Heard {
  let faulty = false;
  return {
    report: (diagnostic) => {
      faulty ||= diagnostic.severity === 'error';
      report(diagnostic);
    },
    withoutConsequences: (diagnostic) => {
      if (!faulty || diagnostic.severity === 'error') report(diagnostic);
    },
  };
}

/** Reads the layout that is asked for, in the language of the issue. Reports `unknown-layout` with the names that exist. */
function layoutFor({ layout, language }: Issue, sources: Sources, report: Report): Layout | undefined {
  const name = sources.layoutName ?? layout.value;
  const file = sources.layouts.get(name);
  if (file) return readLayout(file, report, language);
  report({
    severity: 'error',
    code: 'unknown-layout',
    values: { name },
    range: layout.range,
    hints: nameHints(name, [...sources.layouts.keys()]),
  });
  return undefined;
}
