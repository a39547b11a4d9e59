import type { Page, RegionFit } from '../model/page.ts';
import { padCells } from '../output/cells.ts';
import { countRows, type CountRow } from '../output/count.ts';
import { officialCount } from '../output/official-count.ts';
import { pageEntry } from '../output/report.ts';
import { readIssue } from '../read/issue.ts';
import { openDesk } from './desk.ts';
import { jsonText, type Context, type ExitCode } from './io.ts';
import { deskFor, exitCodeOf, setIssue, show, type SetIssue } from './issues.ts';

export interface CountOptions {
  readonly layout?: string;
  readonly json?: boolean;
}

/** `pagegen count`: characters and lines by block or story, the room of the page, and its characters as errors count. */
export async function count(
  issues: readonly string[],
  options: CountOptions,
  context: Context,
): Promise<ExitCode> {
  const { desk: opened, diagnostics: fontProblems } = openDesk(context);
  if (!opened) {
    show(fontProblems, context);
    return exitCodeOf(fontProblems, false);
  }
  const desk = deskFor(opened, options.layout, context);
  if (typeof desk === 'number') return desk;
  const counted: SetIssue[] = [];
  for (const path of issues) counted.push(await setIssue(path, desk, options.layout, context));
  const diagnostics = [...desk.diagnostics, ...counted.flatMap((issue) => issue.diagnostics)];
  show(diagnostics, context);
  const pages = counted.flatMap(countedPages);
  context.io.stdout(
    options.json ? jsonOf(pages, context) : pages.map((page) => tableOf(page, context)).join('\n'),
  );
  return exitCodeOf(diagnostics, false);
}

interface CountedPage {
  readonly issue: string;
  readonly page: Page;
  readonly index: number;
  readonly rows: readonly CountRow[];
}

function countedPages({ path, source, files, pages }: SetIssue): readonly CountedPage[] {
  const issue = source && readIssue(source, () => {}, files);
  return pages.flatMap((page, index): readonly CountedPage[] => {
    const rows = issue && countRows(issue, page, index);
    return rows ? [{ issue: path, page, index, rows }] : [];
  });
}

function jsonOf(pages: readonly CountedPage[], { version, language }: Context): string {
  const entries = pages.map(({ issue, page, index, rows }) => {
    const { page: number, characters, regions } = pageEntry(page, index, language);
    return {
      issue,
      page: number,
      characters,
      parts: rows.map(({ range: _, ...row }) => row),
      regions,
      official: officialOf(page),
    };
  });
  return jsonText({ version, pages: entries });
}

const PARTS = {
  zh: { kicker: '引题', headline: '主题', deck: '副题', lead: '导语', block: '分题', story: '稿件' },
  en: { kicker: 'kicker', headline: 'headline', deck: 'deck', lead: 'lead', block: 'block', story: 'story' },
} as const;

function tableOf({ issue, page, index, rows }: CountedPage, { language }: Context): string {
  const zh = language === 'zh';
  const total = rows.reduce((sum, row) => sum + row.characters, 0);
  const lines = rows.reduce((sum, row) => sum + row.lines, 0);
  const line = (part: string, title: string, ...numbers: readonly number[]) =>
    [padCells(part, 10), ...numbers.map((number) => padCells(String(number), 7, 'start')), '  ' + title]
      .join('')
      .trimEnd();
  const number = page.number ?? String(index + 1);
  return [
    zh ? `${issue} 第${number}版（字、行）` : `${issue} page ${number} (characters, lines)`,
    ...rows.map((row) => line(PARTS[language][row.part], row.title ?? '', row.characters, row.lines)),
    line(zh ? '合计' : 'total', '', total, lines),
    ...page.regions.map((region) => roomOf(region, zh)),
    ...officialLines(page, zh),
    '',
  ].join('\n');
}

/** The count is one of the Mainland's rules; pages in other languages and scripts are not held to it. */
function officialOf(page: Page): ReturnType<typeof officialCount> | undefined {
  return page.language === 'zh-Hans' ? officialCount(page) : undefined;
}

function officialLines(page: Page, zh: boolean): readonly string[] {
  const official = officialOf(page);
  if (!official) return [];
  const { perLine, lines, pictures, characters, allowance } = official;
  return [
    zh
      ? `检查字数：${characters} 字（每行 ${perLine} 字，${lines} 行${pictures > 0 ? `，图片 ${pictures} 字按八成计` : ''}）`
      : `counted for errors: ${characters} characters (${perLine} a line, ${lines} lines${pictures > 0 ? `, pictures ${pictures} at four fifths` : ''})`,
    zh
      ? `差错至多 ${allowance} 个（万分之三）；报头、报眉、标题里的加倍计`
      : `errors allowed: ${allowance} (3 in 10,000); those in masthead, folio and heads count twice`,
  ];
}

function roomOf({ name, lines, room, over, short }: RegionFit, zh: boolean): string {
  const called = zh && name === 'blocks' ? '正文' : name;
  const taken = zh ? `${called}：${lines} 行，可排 ${room} 行` : `${called}: ${lines} lines of ${room}`;
  if (over.lines > 0) return taken + difference(over, zh, zh ? '多' : 'over');
  return short.lines > 0 ? taken + difference(short, zh, zh ? '少' : 'short') : taken;
}

function difference({ lines, characters }: RegionFit['over'], zh: boolean, word: string): string {
  return zh
    ? `，${word} ${lines} 行 ${characters} 字`
    : `, ${lines} lines (${characters} characters) ${word}`;
}
