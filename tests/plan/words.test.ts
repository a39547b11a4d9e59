import { expect, test } from 'vitest';
import type { Issue, Text } from '../../src/model/issue.ts';
import type { Layout } from '../../src/model/layout.ts';
import type { Phrase } from '../../src/model/plan.ts';
import type { Language } from '../../src/model/setting.ts';
import { planPages } from '../../src/plan/plan.ts';
import { numeral } from '../../src/plan/words.ts';
import { readIssue } from '../../src/read/issue.ts';
import { readLayout } from '../../src/read/layout.ts';
import { LAYOUTS } from '../support/project.ts';

test.each([
  ['zh-Hans', '壹 贰 叁 肆 伍 陆 柒 捌 玖 拾 拾壹 拾贰', '贰拾壹'],
  ['zh-Hant', '壹 貳 參 肆 伍 陸 柒 捌 玖 拾 拾壹 拾貳', '貳拾壹'],
  ['ja', '一 二 三 四 五 六 七 八 九 十 十一 十二', '二十一'],
  ['ko', '1 2 3 4 5 6 7 8 9 10 11 12', '21'],
] as const)('block numerals in %s: %s', (language, first, later) => {
  const counted = Array.from({ length: 12 }, (_, index) => numeral(index + 1, language));
  expect(counted.join(' ')).toBe(first);
  expect(numeral(21, language)).toBe(later);
});

test.each([
  ['zh-Hans', '责任编辑 甲 版面设计 乙 校对 丙', '■记者 丁 通讯员 戊 摄影 己'],
  ['zh-Hant', '責任編輯 甲 版面設計 乙 校對 丙', '■記者 丁 通訊員 戊 攝影 己'],
  ['ja', '編集 甲 紙面構成 乙 校閲 丙', '■取材 丁 通信員 戊 写真 己'],
  ['ko', '편집 甲 디자인 乙 교열 丙', '■기자 丁 통신원 戊 사진 己'],
] as const)('words of folio and byline in %s', (language, credits, byline) => {
  const [plan] = planPages(issueIn(language), layoutIn(language), () => expect.unreachable());
  expect(wordsOf(plan?.folio.credits ?? [])).toBe(credits);
  expect(wordsOf(plan?.byline ?? [])).toBe(byline);
});

function issueIn(language: Language): Issue {
  const text = [
    `lang: ${language}`,
    'headline: 題',
    'byline: {reporter: 丁, correspondent: 戊, photo: 己}',
    'credits: {editor: 甲, designer: 乙, proofreader: 丙}',
  ].join('\n');
  const issue = readIssue({ path: 'words.yaml', text }, () => expect.unreachable());
  if (!issue) throw new Error('the issue cannot be read');
  expect(issue.language).toBe(language);
  return issue;
}

function layoutIn(language: Language): Layout {
  const file = LAYOUTS.get('tabloid-theme');
  const layout = file && readLayout(file, () => expect.unreachable(), language);
  if (!layout) throw new Error('the layout cannot be read');
  return layout;
}

function wordsOf(phrases: readonly Phrase[]): string {
  const characters = ({ characters: written }: Pick<Text, 'characters'>) => written;
  return phrases
    .map((phrase) => (phrase.kind === 'copy' ? characters(phrase.text) : phrase.characters))
    .join(' ');
}
