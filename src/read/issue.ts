import type { Report } from '../base/diagnostic.ts';
import type { Ranged, SourceFile, SourceRange } from '../base/source.ts';
import type { Issue, PageCopy, ThemedBlock } from '../model/issue.ts';
import { chosen } from './chosen.ts';
import { bylineOf, creditsOf } from './credits.ts';
import { duplicateKey } from './define.ts';
import { issueDefinition, NEWS_PAGE_KEYS, STORY_PAGE_KEYS } from './issue-definition.ts';
import type { BlockRecord, IssueRecord } from './issue-definition.ts';
import { newsCopy } from './news.ts';
import { pressWish } from './press-definition.ts';
import { themeName } from './theme-name.ts';
import { parseYaml } from './yaml.ts';

/** Layout of an issue that names none. */
export const DEFAULT_LAYOUT = { story: 'broadsheet-theme', news: 'broadsheet-8x13' } as const;

/** Files that an issue names, by the words with which it asks for them. */
export interface IssueFiles {
  /** Files of papers/. */
  readonly papers: ReadonlyMap<string, SourceFile>;
  /** CSV files of charts. */
  readonly tables: ReadonlyMap<string, SourceFile>;
}

const NO_FILES: IssueFiles = { papers: new Map(), tables: new Map() };

/**
 * Reads an issue file: one page of one story with blocks, or of several stories. Reports everything that is wrong with it
 * in one run; `undefined` when it has neither a headline nor stories or breaks the rules of YAML, so that nothing could
 * be set.
 */
export function readIssue(file: SourceFile, report: Report, files: IssueFiles = NO_FILES): Issue | undefined {
  const yaml = parseYaml(file, report);
  if (!yaml) return undefined;
  const key = { value: file.path, range: { file, start: 0, end: 0 } };
  const written = issueDefinition.read(yaml.root, { key, report: yaml.report });
  if (!written || !yaml.sound) return undefined;
  const several = written.articles !== undefined;
  checkKind(written, several, yaml.report);
  const { lang, paper } = written;
  const date = dayOf(written, yaml.report);
  const layout = several ? DEFAULT_LAYOUT.news : DEFAULT_LAYOUT.story;
  return {
    file,
    layout: written.layout ?? { value: layout, range: key.range },
    ...(date ? { date } : {}),
    ...(lang ? { language: lang.value } : {}),
    ...(paper && several ? { paperName: paper } : {}),
    pages: several ? [] : storyPage(written, yaml.report),
    news: several ? [newsCopy(written, files, yaml.report)] : [],
    press: pressWish(undefined, written.output),
    unchecked: written.check ?? [],
  };
}

/** Reports the first key that belongs to the other kind of page. */
function checkKind(written: IssueRecord, several: boolean, report: Report): void {
  const { keys, edition } = written;
  const strays = several ? STORY_PAGE_KEYS : NEWS_PAGE_KEYS;
  const found: readonly (readonly [string, SourceRange | undefined])[] = strays.map((key) => [
    key,
    keys[key],
  ]);
  const facts = !several && edition?.kind === 'facts' ? [['edition', keys.edition] as const] : [];
  const [first] = [...found, ...facts]
    .flatMap(([key, range]) => (range ? [{ key, range }] : []))
    .toSorted((one, other) => one.range.start - other.range.start);
  if (!first) return;
  report({
    severity: 'error',
    code: 'conflicting-keys',
    values: { key: first.key, other: several ? 'articles' : 'headline' },
    range: first.range,
    hints: [{ code: 'page-kinds' }],
  });
}

/** The day of issue, under its own key or among the facts of the edition; twice is an error. */
function dayOf({ date, edition, keys }: IssueRecord, report: Report): Ranged<string> | undefined {
  const inside = edition?.kind === 'facts' ? edition.date : undefined;
  if (date && inside && keys.date) report(duplicateKey({ value: 'date', range: keys.date }));
  return date ?? inside;
}

function storyPage(written: IssueRecord, report: Report): readonly PageCopy[] {
  const { headline, page } = written;
  if (!headline) return [];
  const section = chosen('section', written, page?.section, report);
  const kicker = chosen('kicker', written, headline.kicker, report);
  const deck = chosen('deck', written, headline.deck, report);
  const { edition, byline } = written;
  return [
    {
      range: written.range,
      ...(page?.number ? { page: page.number } : {}),
      ...(section ? { section } : {}),
      ...(edition?.name ? { edition: edition.name } : {}),
      ...(kicker ? { kicker } : {}),
      headline: headline.main,
      headlineDirection: headline.direction?.value ?? 'horizontal',
      ...(deck ? { deck } : {}),
      lead: written.lead ?? [],
      ...(byline ? { byline: bylineOf(byline) } : {}),
      blocks: written.blocks?.value.map(blockOf) ?? [],
      credits: creditsOf(written.credits),
    },
  ];
}

function blockOf({ range, title, theme, direction, text }: BlockRecord): ThemedBlock {
  const named: Ranged<string> | undefined = theme && { ...theme, value: themeName(theme.value) };
  return {
    range,
    ...(title ? { title } : {}),
    ...(named ? { theme: named } : {}),
    direction: direction?.value ?? 'horizontal',
    text,
  };
}
