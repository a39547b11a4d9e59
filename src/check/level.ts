import type { LintLevel, NewsPlan } from '../model/news.ts';

/** The level that the layout gives a check. */
export function levelOf(name: string, level: LintLevel, news: NewsPlan | undefined): LintLevel {
  return news?.design.lint.get(name) ?? level;
}
