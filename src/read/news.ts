import type { Report } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import type { Ranged, SourceFile } from '../base/source.ts';
import type { MastheadCopy, NewsCopy, PaperCopy, Story } from '../model/story.ts';
import { chosen } from './chosen.ts';
import { creditsOf } from './credits.ts';
import type { IssueRecord } from './issue-definition.ts';
import type { EditionRecord } from './page-definition.ts';
import { readPaper } from './paper.ts';
import { storiesOf } from './stories.ts';

/** Files that the page names, by the words with which it asks for them. */
interface NewsFiles {
  readonly papers: ReadonlyMap<string, SourceFile>;
  readonly tables: ReadonlyMap<string, SourceFile>;
}

/**
 * A page of several stories. Reports stories that share an id or a rank, ids that no story has, papers and data that are
 * not there; the page goes on without them.
 */
export function newsCopy(written: IssueRecord, { papers, tables }: NewsFiles, report: Report): NewsCopy {
  const { page, edition } = written;
  const section = chosen('section', written, page?.section, report);
  const title = written.paper && paperOf(written.paper, papers, report);
  const stories = storiesOf(written.articles?.value ?? [], tables, report);
  checkNames(stories, report);
  return {
    kind: 'news',
    range: written.range,
    ...(page ? { page: page.number } : {}),
    ...(section ? { section } : {}),
    ...(edition?.name ? { edition: edition.name } : {}),
    credits: creditsOf(written.credits),
    contacts: written.folio ?? [],
    ...(title ? { paper: title } : {}),
    masthead: mastheadOf(edition),
    ears: written.ear ?? [],
    stories,
    adverts: written.ads ?? [],
  };
}

function mastheadOf(edition: EditionRecord | undefined): MastheadCopy {
  if (edition?.kind !== 'facts') return {};
  const { issue, pages, weather, lunar } = edition;
  return {
    ...(issue ? { issue } : {}),
    ...(pages ? { pages } : {}),
    ...(weather ? { weather } : {}),
    ...(lunar?.value === 'none' ? { lunar: false } : {}),
  };
}

function paperOf(
  { value: name, range }: Ranged<string>,
  papers: ReadonlyMap<string, SourceFile>,
  report: Report,
): PaperCopy | undefined {
  const file = papers.get(name);
  if (file) return readPaper(file, report);
  const hints = nameHints(name, [...papers.keys()]);
  report({ severity: 'error', code: 'unknown-paper', values: { name }, range, hints });
  return undefined;
}

/** Reports the names by which stories point to one another where no other story of the page has them. */
function checkNames(stories: readonly Story[], report: Report): void {
  for (const { id, attach, wish } of stories) {
    const others = stories.map((story) => story.id).filter((other) => other !== id);
    for (const name of [attach, wish.with, wish.apartFrom]) {
      if (!name || others.includes(name.value)) continue;
      const hints = nameHints(name.value, others);
      const values = { name: name.value };
      report({ severity: 'error', code: 'unknown-story', values, range: name.range, hints });
    }
  }
}
