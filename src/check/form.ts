import type { Diagnostic, Hint, Report } from '../base/diagnostic.ts';
import type { SourceRange } from '../base/source.ts';
import type { NewsPlan } from '../model/news.ts';
import type { Page } from '../model/page.ts';
import { FORM_RULES, type FormFault } from './form-rules.ts';
import { furnitureOf, isFrontPage } from './furniture.ts';
import { levelOf } from './level.ts';
import { placeOf, sceneOf } from './scene.ts';

/** An issue with more points fails (报纸期刊质量管理规定, 2020). */
const MOST_POINTS = 3;

/**
 * Looks for faults of the publication form that a single page can show, by the rules of the Mainland; pages in other
 * languages and scripts are left alone. Reports each under `form-` and its name, and `form-points` when a page alone would
 * fail its issue.
 */
export function checkForm(page: Page, news: NewsPlan, report: Report): void {
  if (page.language !== 'zh-Hans') return;
  const furniture = furnitureOf(page, news);
  const isFront = isFrontPage(page, news);
  let points = 0;
  for (const [name, rule] of Object.entries(FORM_RULES) as [keyof typeof FORM_RULES, Rule][]) {
    const level = levelOf(`form-${name}`, rule.level, news);
    if (level === 'off' || (rule.on === 'front' && !isFront)) continue;
    for (const fault of rule.find(furniture)) {
      points += rule.points;
      report(diagnosticOf(`form-${name}`, level, fault, { page, news, points: rule.points }));
    }
  }
  const level = levelOf('form-points', 'error', news);
  if (points <= MOST_POINTS || level === 'off') return;
  const range = rangeOf({ kind: 'unwritten', keys: 'paper' }, news);
  const values = { points, most: MOST_POINTS };
  report({ severity: level, code: 'form-points', values, hints: [{ code: 'mend-form' }], ...range });
}

type Rule = (typeof FORM_RULES)[keyof typeof FORM_RULES];

interface Case {
  readonly page: Page;
  readonly news: NewsPlan;
  readonly points: number;
}

function diagnosticOf(
  code: Diagnostic['code'],
  severity: Diagnostic['severity'],
  fault: FormFault,
  { page, news, points }: Case,
): Diagnostic {
  const place = fault.rect ? placeOf(fault.rect, sceneOf(page, news)) : {};
  return {
    severity,
    code,
    values: { ...place, keys: fault.keys, points, reason: `form-${fault.kind}` },
    hints: [remedyOf(fault)],
    ...rangeOf(fault, news),
  };
}

function remedyOf({ kind, keys }: FormFault): Hint {
  switch (kind) {
    case 'unwritten':
      return { code: 'write-fact', values: { keys } };
    case 'unprinted':
      if (keys === 'masthead') return { code: 'masthead-layout' };
      return { code: 'shown-fact', values: { keys } };
    case 'small':
      return { code: 'larger-name' };
    case 'unmarked':
      return { code: 'mark-advert', values: { keys } };
  }
}

/** Keys of the issue file; all others stand in the file of the paper. */
const ISSUE_KEYS: ReadonlySet<string> = new Set([
  ...['paper', 'masthead', 'date', 'issue', 'pages', 'page', 'section'],
]);

/** The file of the paper where the fact belongs there, else the first line of the issue. */
function rangeOf({ kind, keys }: FormFault, { title, stories }: NewsPlan): { readonly range?: SourceRange } {
  const isOfPaper = title && kind !== 'unmarked' && !keys.split(', ').some((key) => ISSUE_KEYS.has(key));
  const file = isOfPaper ? title.range.file : stories[0]?.range.file;
  if (!file) return {};
  const start = isOfPaper ? title.range.start : 0;
  const end = file.text.indexOf('\n', start);
  return { range: { file, start, end: end < 0 ? file.text.length : end } };
}
