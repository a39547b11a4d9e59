import type { Place, PreviewFile, PreviewIssue, PreviewPage, SentIssue, SentPage } from '../model/preview.ts';

/** An issue with a number for each part of its pages; a part keeps its number as long as it stays on the page. */
export interface Posted {
  readonly issue: PreviewIssue;
  /** Numbers of the parts of each page, in order. */
  readonly orders: readonly (readonly number[])[];
  /** Numbers by markup, each markup as often as it stands in the issue. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  /** First number that is free. */
  readonly next: number;
}

/** Gives numbers to the parts of an issue: those of `before` where the same markup stood in it, else new ones. */
export function post(issue: PreviewIssue, before: Posted | undefined): Posted {
  const numbers = new Map<string, number[]>();
  let next = before?.next ?? 1;
  const numberOf = (markup: string): number => {
    const taken = numbers.get(markup) ?? [];
    const number = before?.numbers.get(markup)?.[taken.length] ?? next++;
    taken.push(number);
    numbers.set(markup, taken);
    return number;
  };
  const orders = issue.pages.map(({ parts }) => parts.map(({ markup }) => numberOf(markup)));
  return { issue, orders, numbers, next };
}

/** The issue for a browser that has the parts `known`; gives the message and what the browser has after it. */
export function sendable(
  { issue, orders }: Posted,
  index: number,
  known: ReadonlySet<number>,
): { readonly message: SentIssue; readonly known: ReadonlySet<number> } {
  const parts: Record<number, string> = {};
  const pages = issue.pages.map((page, at): SentPage => {
    const order = orders[at] ?? [];
    for (const [i, number] of order.entries()) {
      const part = page.parts[i];
      if (part && !known.has(number)) parts[number] = part.markup;
    }
    const { parts: _, ...rest } = page;
    return { ...rest, order, places: placesOf(page) };
  });
  return { message: { ...issue, index, pages, parts }, known: new Set(orders.flat()) };
}

function placesOf({ parts }: PreviewPage): readonly number[] {
  return parts.flatMap(({ place }) => place ?? [-1, 0, 0]);
}

/**
 * The issue with earlier pages where it gives none now: a page of `before` that has gone while there are errors stays at its
 * place, and is said to be an earlier one. Pages are told apart by their labels. The files that earlier pages were set
 * from come behind the new ones.
 */
export function withLastGood(now: PreviewIssue, before: PreviewIssue | undefined): PreviewIssue {
  const faulty = now.problems.some(({ severity }) => severity === 'error');
  if (!before || !faulty || now.pages.length >= before.pages.length) return now;
  const present = new Map(now.pages.map((page) => [page.label, page]));
  const files: PreviewFile[] = [...now.files];
  const moved = new Map<number, number>();
  const move = ([file, start, end]: Place): Place => {
    const known = moved.get(file);
    const number = known ?? files.length;
    const moving = before.files[file];
    if (known === undefined && moving) files.push(moving);
    moved.set(file, number);
    return [number, start, end];
  };
  const pages = before.pages.map((page) => present.get(page.label) ?? asStale(page, move));
  return { ...now, pages, files };
}

function asStale(page: PreviewPage, move: (place: Place) => Place): PreviewPage {
  const parts = page.parts.map((part) => (part.place ? { ...part, place: move(part.place) } : part));
  const rows = page.rows.map((row) => (row.place ? { ...row, place: move(row.place) } : row));
  return { ...page, parts, rows, stale: true };
}
