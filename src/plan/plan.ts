import type { Report } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import type { Issue, PageCopy, ThemedBlock } from '../model/issue.ts';
import type { Layout, Theme } from '../model/layout.ts';
import type { FolioCopy, PagePlan, PlannedBlock } from '../model/plan.ts';
import type { Language } from '../model/setting.ts';
import { folioDay } from './calendar.ts';
import { planByline, planCredits } from './byline.ts';
import { numeral } from './words.ts';

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
    folio: planFolio(copy, date, layout.language),
    headline: copy.headline,
    headlineDirection: copy.headlineDirection,
    lead: copy.lead,
    byline: planByline(copy.byline, layout.language),
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
    numeral: numeral(index + 1, layout.language),
    theme: themeOf(block, layout, report),
    direction: block.direction,
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
      hints: nameHints(theme.value, [...layout.themes.keys()]),
    });
  }
  return found ?? accentOf(layout);
}

function planFolio(copy: PageCopy, date: string | undefined, language: Language): FolioCopy {
  return {
    day: date ? folioDay(date, language) : [],
    credits: planCredits(copy.credits, language),
    ...(copy.page && { number: copy.page }),
    ...(copy.section && { section: copy.section }),
    ...(copy.edition && { edition: copy.edition }),
  };
}
