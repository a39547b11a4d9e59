import type { OutlineEntry, Page } from '../model/page.ts';
import { textString } from './pdf-document.ts';
import type { PdfDocument, PdfReference } from './pdf-document.ts';
import type { TaggedPage } from './pdf-tags.ts';

/** Bookmarks for the headings of all pages (ISO 32000-1, 12.3.3); no headings, no bookmarks. */
export function addOutline(
  document: PdfDocument,
  pages: readonly Page[],
  places: readonly TaggedPage[],
): void {
  const headings = pages.flatMap(({ outline }, index) => {
    const page = places[index];
    return page ? outline.map((entry) => ({ entry, target: targetOf(entry, page) })) : [];
  });
  const roots = nested(headings);
  if (roots.length === 0) return;
  const root = document.promise();
  root.fulfil({ Type: 'Outlines', ...addLevel(document, roots, root.reference) });
  document.set('Outlines', root.reference);
  document.set('PageMode', 'UseOutlines');
}

interface Heading {
  readonly entry: OutlineEntry;
  readonly target: readonly unknown[];
}

interface Branch extends Heading {
  readonly below: readonly Heading[];
}

/** The left edge of the page at the height of the heading, at the magnification in force. */
function targetOf({ y }: OutlineEntry, { reference, sheet }: TaggedPage): readonly unknown[] {
  return [reference, 'XYZ', 0, sheet.place(0, y)[1], 0];
}

/** Headings of level 2 hang below the last of level 1 before them. */
function nested(headings: readonly Heading[]): readonly Branch[] {
  const branches: { entry: OutlineEntry; target: readonly unknown[]; below: Heading[] }[] = [];
  for (const heading of headings) {
    const last = branches.at(-1);
    if (heading.entry.level === 2 && last?.entry.level === 1) last.below.push(heading);
    else branches.push({ ...heading, below: [] });
  }
  return branches;
}

/** Writes entries that follow each other below `Parent`; gives what the parent says of them. */
function addLevel(document: PdfDocument, branches: readonly Branch[], Parent: PdfReference): object {
  const items = branches.map(() => document.promise());
  const reference = (index: number) => items[index]?.reference;
  branches.forEach(({ entry, target, below }, index) => {
    const item = items[index];
    const children = below.map((heading) => ({ ...heading, below: [] }));
    item?.fulfil({
      Title: textString(entry.text),
      Parent,
      Prev: reference(index - 1),
      Next: reference(index + 1),
      Dest: target,
      ...(children.length > 0 && addLevel(document, children, item.reference)),
    });
  });
  const count = branches.reduce((sum, { below }) => sum + 1 + below.length, 0);
  return { First: reference(0), Last: reference(items.length - 1), Count: count };
}
