import type { Difference } from '../model/difference.ts';
import type { Issue } from '../model/issue.ts';
import type { Page } from '../model/page.ts';
import { unitsOf } from './copy-units.ts';
import { pageDifference } from './pages.ts';
import { pairedUnits, withMoves, wordChanges } from './words.ts';

/** An issue with the pages that were made of it; a page that could not be made is not there. */
export interface ComparedIssue {
  readonly issue: Issue;
  readonly pages: readonly Page[];
}

/** What changed from one issue to another: sentence by sentence in the words, and line by line on the pages. */
export function compareIssues(before: ComparedIssue, after: ComparedIssue): Difference {
  const [old, fresh] = [unitsOf(before.issue), unitsOf(after.issue)];
  const count = Math.max(old.length, fresh.length);
  const pairs = Array.from({ length: count }, (_, index) =>
    pairedUnits(old[index] ?? [], fresh[index] ?? []),
  );
  return {
    words: withMoves(pairs.flatMap((units) => units.flatMap(wordChanges))),
    pages: pairs.flatMap((units, index) => {
      const [one, other] = [before.pages[index], after.pages[index]];
      return one && other ? [pageDifference(index + 1, [one, other], units)] : [];
    }),
  };
}
