import type { LintLevel, NewsPlan } from '../model/news.ts';

/** The level that the layout gives a check, by its name or, for those who write so, with `_` for `-`. */
export function levelOf(name: string, level: LintLevel, news: NewsPlan | undefined): LintLevel {
  const { lint } = news?.design ?? {};
  return lint?.get(name) ?? lint?.get(name.replaceAll('-', '_')) ?? level;
}
