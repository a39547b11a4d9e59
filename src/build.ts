import type { Report } from './base/diagnostic.ts';
import { nameHints } from './base/names.ts';
import type { SourceFile } from './base/source.ts';
import { checkInks } from './check/inks.ts';
import type { FontBook } from './fonts/font.ts';
import { makeUp } from './makeup/makeup.ts';
import type { Issue } from './model/issue.ts';
import type { Layout } from './model/layout.ts';
import type { PictureFacts } from './model/news.ts';
import type { Page } from './model/page.ts';
import { DEFAULT_PRESS } from './model/press.ts';
import { planPages } from './plan/plan.ts';
import { readIssue } from './read/issue.ts';
import { readLayout } from './read/layout.ts';
import { openComposer } from './typeset/composer.ts';
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
  /** Takes the place of the layout that the issue names. */
  readonly layoutName?: string;
}

/** The whole way from sources to pages. Pure: no files, no clock, no network. */
export function buildPages(sources: Sources, fonts: FontBook, report: Report): readonly Page[] {
  const heard = listening(report);
  const { papers = new Map(), tables = new Map() } = sources;
  const issue = readIssue(sources.issue, heard.report, { papers, tables });
  const layout = issue && layoutFor(issue, sources, heard.report);
  if (!issue || !layout) return [];
  const faces = fonts.inLanguage(layout.language);
  const composer = openComposer(faces, layout.language);
  const press = { ...DEFAULT_PRESS, ...layout.press, ...issue.press };
  const pages = planPages(issue, layout, heard.report).flatMap((plan) =>
    checkPage(plan, faces, heard.report) ? [makeUp(plan, composer, heard.withoutConsequences)] : [],
  );
  const rules = { ...press, palette: layout.palette };
  for (const page of pages) checkInks(page, rules, heard.withoutConsequences);
  return pages.map((page) => ({ ...page, press }));
}

/** A report that hears of errors: what looks wrong on a page of faulty copy follows from the fault. */
function listening(report: Report): { readonly report: Report; readonly withoutConsequences: Report } {
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
