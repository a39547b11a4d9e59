import type { Report } from '../base/diagnostic.ts';
import type { BylineRole, Credits, Issue, PageCopy, ThemedBlock } from '../model/issue.ts';
import type { Layout, Theme } from '../model/layout.ts';
import type { FolioCopy, PagePlan, Phrase, PlannedBlock } from '../model/plan.ts';
import { folioDate } from './calendar.ts';

/**
 * Makes the choices that need no measuring: themes by name, words of folio and byline, numerals of the blocks.
 * Reports `unknown-theme` and goes on with the accent.
 */
export function planPages(issue: Issue, layout: Layout, report: Report): readonly PagePlan[] {
  return issue.pages.map((copy) => planPage(copy, issue.date?.value, layout, report));
}

function planPage(copy: PageCopy, date: string | undefined, layout: Layout, report: Report): PagePlan {
  return {
    paper: layout.paper,
    accent: accentOf(layout),
    folio: planFolio(copy, date),
    headline: copy.headline,
    lead: copy.lead,
    byline: planByline(copy.byline),
    blocks: copy.blocks.map((block, index) => planBlock(block, index, layout, report)),
    designs: layout.designs,
    ...(copy.page && { number: copy.page.characters }),
    ...(date && { date }),
    ...(copy.kicker && { kicker: copy.kicker }),
    ...(copy.deck && { deck: copy.deck }),
  };
}

/** The layout's accent; the reader has made sure that its name stands among the themes. */
function accentOf(layout: Layout): Theme {
  const accent = layout.themes.get(layout.accent);
  if (!accent) throw new Error(`layout ${layout.file.path} names an accent it does not define`);
  return accent;
}

function planBlock(block: ThemedBlock, index: number, layout: Layout, report: Report): PlannedBlock {
  return {
    numeral: numeral(index + 1),
    theme: themeOf(block, layout, report),
    paragraphs: block.text,
    ...(block.title && { title: block.title }),
  };
}

function themeOf({ theme }: ThemedBlock, layout: Layout, report: Report): Theme {
  if (!theme) return accentOf(layout);
  const found = layout.themes.get(theme.value);
  if (!found) {
    report({
      severity: 'error',
      code: 'unknown-theme',
      values: { name: theme.value },
      range: theme.range,
      hints: [{ code: 'known-names', values: { names: [...layout.themes.keys()].join('、') } }],
    });
  }
  return found ?? accentOf(layout);
}

const NUMERALS = ['', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/** The numeral of a block in the formal figures of accounts: 壹 … 玖, 拾, 拾壹 … */
export function numeral(count: number): string {
  const tens = Math.floor(count / 10);
  const head = tens === 0 ? '' : (tens === 1 ? '' : NUMERALS[tens % 10]) + '拾';
  return head + (NUMERALS[count % 10] ?? '');
}

function planFolio(copy: PageCopy, date: string | undefined): FolioCopy {
  const day = date ? folioDate(date) : undefined;
  return {
    day: day ? [day.gregorian, day.weekday, day.lunar] : [],
    credits: planCredits(copy.credits),
    ...(copy.page && { number: copy.page }),
    ...(copy.section && { section: copy.section }),
    ...(copy.edition && { edition: copy.edition }),
  };
}

const CREDITS = [
  ['editor', '责任编辑'],
  ['designer', '版面设计'],
  ['proofreader', '校对'],
] as const satisfies readonly (readonly [keyof Credits, string])[];

function planCredits(credits: Credits): readonly Phrase[] {
  return CREDITS.flatMap(([key, label]): readonly Phrase[] => {
    const text = credits[key];
    return text
      ? [
          { kind: 'written', characters: label, label: true },
          { kind: 'copy', text },
        ]
      : [];
  });
}

const ROLE_WORDS: Readonly<Record<BylineRole, string>> = {
  reporter: '记者',
  correspondent: '通讯员',
  author: '作者',
  photo: '摄影',
  source: '来源',
};

/** A byline from roles reads `■记者 甲 乙 通讯员 丙`; one that was written out stays as it is. */
function planByline(byline: PageCopy['byline']): readonly Phrase[] {
  if (!byline) return [];
  if (byline.kind === 'written') return [{ kind: 'copy', text: byline.text }];
  return byline.roles.flatMap(({ role, names }, index): readonly Phrase[] => [
    { kind: 'written', characters: (index === 0 ? '■' : '') + ROLE_WORDS[role], label: true },
    ...names.map((text): Phrase => ({ kind: 'copy', text })),
  ]);
}
