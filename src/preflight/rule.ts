import type { Severity, Values } from '../base/diagnostic.ts';
import type { PreflightRule, PressStandard } from '../model/preflight.ts';
import type { ColourSpace } from './colour-space.ts';
import type { Facts } from './facts.ts';
import type { Mark, TroubleCode } from './marks.ts';
import { touches, type Box } from './matrix.ts';
import type { PageFacts } from './pages.ts';

/** One time that a rule is broken. */
export interface Case {
  readonly page?: number;
  readonly box?: Box;
  /** Cases of one page and subject are one finding: the worst of them with the number of all. */
  readonly subject?: string;
  /** How bad it is among cases of its subject; greater is worse. */
  readonly measure?: number;
  readonly values?: Values;
}

/** How much a rule matters: the same for both standards, or `none` where one of them has no such rule. */
export type RuleSeverity = Severity | Readonly<Record<PressStandard, Severity | 'none'>>;

/** A row of the table of rules. */
export interface Rule {
  readonly id: PreflightRule;
  readonly severity: RuleSeverity;
  /** Where the rule comes from. */
  readonly source: string;
  readonly test: (facts: Facts) => Iterable<Case>;
}

export const X1A_ONLY = { 'PDF/X-1a': 'error', 'PDF/X-4': 'none' } as const;
export const X4_ONLY = { 'PDF/X-1a': 'none', 'PDF/X-4': 'error' } as const;
/** Forbidden in PDF/X-1a; in PDF/X-4 something that the press should know of. */
export const X1A_FIRST = { 'PDF/X-1a': 'error', 'PDF/X-4': 'warning' } as const;

/** One case when something holds of the whole file. */
export function when(holds: boolean | undefined, values?: Values): readonly Case[] {
  return holds ? [{ ...(values && { values }) }] : [];
}

/** Cases among the marks of all pages; `undefined` from `look` is none. */
export function* casesOfMarks(
  { pages }: Facts,
  look: (mark: Mark, page: PageFacts) => Omit<Case, 'page' | 'box'> | undefined,
): Iterable<Case> {
  for (const page of pages) {
    for (const mark of page.content.marks) {
      const found = look(mark, page);
      if (found) yield { page: page.number, box: mark.box, ...found };
    }
  }
}

/** Whether any of a mark can be seen within the trimmed page and its bleed. */
export function isPrinted(mark: Mark, { printed }: PageFacts): boolean {
  return mark.box[0] <= mark.box[2] && mark.box[1] <= mark.box[3] && touches(mark.box, printed);
}

/** Cases of one kind of trouble in the content streams. */
export function* troubles({ pages }: Facts, code: TroubleCode): Iterable<Case> {
  for (const { number, content } of pages) {
    for (const trouble of content.troubles) {
      if (trouble.code === code)
        yield { page: number, subject: trouble.name, values: { name: trouble.name } };
    }
  }
}

/** A space and those that it rests on: the base of a table or pattern, the colour that stands in for an ink. */
export function spacesIn(space: ColourSpace): readonly ColourSpace[] {
  if (space.kind === 'indexed') return [space, ...spacesIn(space.base)];
  if (space.kind === 'pattern') return space.base ? spacesIn(space.base) : [];
  return space.kind === 'separation' || space.kind === 'devicen'
    ? [space, ...spacesIn(space.alternate)]
    : [space];
}
