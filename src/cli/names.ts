import { basename, dirname, extname, join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fileName, namesPages } from '../base/file-names.ts';
import type { Page } from '../model/page.ts';
import type { Press } from '../model/press.ts';
import { platesOf } from '../output/job.ts';
import type { Target } from './targets.ts';

/** A PDF to be written and the pages that go into it. */
export interface PlannedFile extends Pick<Target, 'pdf' | 'shown'> {
  readonly pages: readonly Page[];
}

/** PDFs of this call by their absolute path, each with the issue that it is of. */
export type TakenNames = Map<string, string>;

/**
 * The PDFs of an issue: one of all pages under the target's name; or named by the pattern of layout or issue, one for each
 * page if the pattern tells pages apart. Reports `name-taken` for a name that two of them would have.
 */
export function planFiles(
  pages: readonly Page[],
  target: Target,
  { name, version }: Press,
  taken: TakenNames,
): { readonly files: readonly PlannedFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const pattern = target.given ? undefined : name;
  const parts = pattern && namesPages(pattern.value) ? pages.map((page) => [page]) : [pages];
  const diagnostics: Diagnostic[] = [];
  const files = parts.map((part): PlannedFile => {
    const named = pattern ? fileName(pattern.value, factsOf(part, target, version)) : undefined;
    const at = (path: string) => (named === undefined ? path : join(dirname(path), named));
    const file = { pdf: at(target.pdf), shown: at(target.shown), pages: part };
    const other = taken.get(file.pdf);
    taken.set(file.pdf, target.issue);
    if (other !== undefined) {
      diagnostics.push({
        severity: 'error',
        code: 'name-taken',
        values: { name: basename(file.pdf), other },
        ...(pattern && { range: pattern.range }),
        hints: [{ code: 'name-by-page' }],
      });
    }
    return file;
  });
  return { files, diagnostics };
}

function factsOf(pages: readonly Page[], { issue }: Target, version: string) {
  const [first] = pages;
  return {
    colour: pages.some((page) => platesOf(page).some((plate) => plate !== 'K')),
    version,
    issue: issue === '-' ? 'stdin' : basename(issue, extname(issue)),
    ...(first?.date !== undefined && { date: first.date }),
    ...(first?.number !== undefined && { page: first.number }),
  };
}
