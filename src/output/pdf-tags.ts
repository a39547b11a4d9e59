import { rounded } from '../base/units.ts';
import { textString } from './pdf-document.ts';
import type { PdfDocument, PdfReference } from './pdf-document.ts';
import type { Sheet } from './pdf-sheet.ts';
import type { ItemTag, MarkedContent, StructureElement } from './pdf-structure.ts';

/** The operator that opens a stretch of marked content (ISO 32000-1, 14.6). */
export function openMark(tag: ItemTag): string {
  if (tag.kind === 'content') return `/${tag.type} <</MCID ${tag.mcid}>> BDC`;
  const subtype = tag.subtype ? ` /Subtype /${tag.subtype}` : '';
  return `/Artifact <</Type /${tag.type}${subtype}>> BDC`;
}

export const CLOSE_MARK = 'EMC';

/** A page of the file and how it lies on its sheet. */
export interface TaggedPage {
  readonly reference: PdfReference;
  readonly sheet: Sheet;
}

/** Writes the structure tree and the way back from each stretch of content to its element (ISO 32000-1, 14.7). */
export function addStructure(
  document: PdfDocument,
  root: StructureElement,
  pages: readonly TaggedPage[],
): void {
  const parents = pages.map((): PdfReference[] => []);
  const tree = document.promise();
  const write = (element: StructureElement, parent: PdfReference): PdfReference => {
    const own = document.promise();
    const at = firstPage(element);
    const kids = element.kids.map((kid) => {
      if ('type' in kid) return write(kid, own.reference);
      const row = parents[kid.page];
      if (row) row[kid.mcid] = own.reference;
      return kid.page === at ? kid.mcid : contentReference(kid, pages);
    });
    own.fulfil({
      S: element.type,
      P: parent,
      ...(at !== undefined && { Pg: pages[at]?.reference }),
      ...(element.alternate !== undefined && { Alt: textString(element.alternate) }),
      ...(element.box && { A: placeOf(element.box, pages[at ?? 0]?.sheet) }),
      K: kids.length === 1 ? kids[0] : kids,
    });
    return own.reference;
  };
  const top = write(root, tree.reference);
  const Nums = parents.flatMap((row, page) => [page, document.add(row)]);
  tree.fulfil({
    Type: 'StructTreeRoot',
    K: top,
    ParentTree: document.add({ Nums }),
    ParentTreeNextKey: pages.length,
  });
  document.set('StructTreeRoot', tree.reference);
  document.set('MarkInfo', { Marked: true });
}

/** Page of the first stretch that an element itself holds; one that only holds elements has none. */
function firstPage({ kids }: StructureElement): number | undefined {
  const own = kids.find((kid): kid is MarkedContent => !('type' in kid));
  return own?.page;
}

function contentReference({ page, mcid }: MarkedContent, pages: readonly TaggedPage[]): object {
  return { Type: 'MCR', Pg: pages[page]?.reference, MCID: mcid };
}

/** Layout attributes of a figure (ISO 32000-1, 14.8.5.4.3). */
function placeOf(box: NonNullable<StructureElement['box']>, sheet: Sheet | undefined): object {
  const [left, top] = sheet?.place(box.x, box.y) ?? [0, 0];
  const [right, bottom] = sheet?.place(box.x + box.width, box.y + box.height) ?? [0, 0];
  return { O: 'Layout', Placement: 'Block', BBox: [left, bottom, right, top].map(rounded) };
}
