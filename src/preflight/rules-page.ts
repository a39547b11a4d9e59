import { MILLIMETRE } from '../base/units.ts';
import { isInside, touches } from './matrix.ts';
import { nameOf, textOf } from './objects.ts';
import type { BoxName, PageFacts } from './pages.ts';
import { when, X1A_FIRST, X4_ONLY, type Case, type Rule } from './rule.ts';

const PDF_X = 'ISO 15930';

/** Boxes may lie over each other's edge by the rounding of a writer. */
const TOLERANCE = 0.01;
/** How far a page may differ from the sheet of a layout. */
const SIZE_TOLERANCE = 0.1 * MILLIMETRE;

const NESTING: readonly (readonly [BoxName, BoxName])[] = [
  ['CropBox', 'MediaBox'],
  ['BleedBox', 'CropBox'],
  ['BleedBox', 'MediaBox'],
  ['TrimBox', 'BleedBox'],
  ['TrimBox', 'CropBox'],
  ['TrimBox', 'MediaBox'],
  ['ArtBox', 'BleedBox'],
  ['ArtBox', 'CropBox'],
  ['ArtBox', 'MediaBox'],
];

const MULTIMEDIA: ReadonlySet<string> = new Set(['Movie', 'Sound', 'Screen', '3D', 'RichMedia']);
/** Annotations that other rules speak of, or that belong to the press. */
const OTHERS: ReadonlySet<string> = new Set([...MULTIMEDIA, 'Widget', 'PrinterMark', 'TrapNet']);

export const PAGE_RULES: readonly Rule[] = [
  {
    id: 'page-none',
    severity: 'error',
    source: 'ISO 32000-1, 7.7.3',
    test: ({ pages }) => when(pages.length === 0),
  },
  {
    id: 'page-size',
    severity: 'error',
    source: 'the layout',
    test: ({ pages, sheet }) =>
      pages.flatMap((page) => {
        const [width, height] = sizeOf(page);
        const off = sheet && (differs(width, sheet.width) || differs(height, sheet.height));
        return off
          ? of(page, {
              width: width / MILLIMETRE,
              height: height / MILLIMETRE,
              wantedWidth: sheet.width / MILLIMETRE,
              wantedHeight: sheet.height / MILLIMETRE,
              layout: sheet.name,
            })
          : [];
      }),
  },
  {
    id: 'page-bleed',
    severity: 'error',
    source: 'the layout',
    test: ({ pages, sheet }) =>
      pages.flatMap((page) => {
        const bleed = bleedOf(page);
        const short = sheet && bleed < sheet.bleed - SIZE_TOLERANCE;
        return short ? of(page, { bleed: bleed / MILLIMETRE, wanted: sheet.bleed / MILLIMETRE }) : [];
      }),
  },
  {
    id: 'page-unit',
    severity: 'warning',
    source: 'many printing systems ignore it',
    test: ({ pages }) => pages.flatMap((page) => (page.unit === 1 ? [] : of(page, { value: page.unit }))),
  },
  {
    id: 'page-turned',
    severity: 'warning',
    source: 'many printing systems ignore it',
    test: ({ pages }) =>
      pages.flatMap((page) => (page.rotation % 360 === 0 ? [] : of(page, { value: page.rotation }))),
  },
  {
    id: 'page-separated',
    severity: 'error',
    source: PDF_X,
    test: ({ pages }) =>
      pages.flatMap((page) => (page.dictionary.entries.has('SeparationInfo') ? of(page) : [])),
  },
  {
    id: 'page-empty',
    severity: 'warning',
    source: 'newspaper plants',
    test: ({ pages }) => pages.flatMap((page) => (page.content.marks.length === 0 ? of(page) : [])),
  },
  {
    id: 'box-media',
    severity: 'error',
    source: 'ISO 32000-1, 14.11.2',
    test: ({ pages }) => pages.flatMap((page) => (page.boxes.MediaBox ? [] : of(page))),
  },
  {
    id: 'box-trim',
    severity: 'error',
    source: PDF_X,
    test: ({ pages }) =>
      pages.flatMap((page) => {
        const { TrimBox, ArtBox } = page.boxes;
        const faulty = page.faulty.some((name) => name === 'TrimBox' || name === 'ArtBox');
        const count = [TrimBox, ArtBox].filter((box) => box).length;
        return count === 1 || faulty ? [] : of(page, { count });
      }),
  },
  {
    id: 'box-damaged',
    severity: 'error',
    source: 'ISO 32000-1, 14.11.2',
    test: ({ pages }) =>
      pages.flatMap((page) =>
        page.faulty.filter((name) => name !== 'MediaBox').flatMap((name) => of(page, { name })),
      ),
  },
  {
    id: 'box-nesting',
    severity: 'error',
    source: PDF_X,
    test: ({ pages }) =>
      pages.flatMap((page) =>
        NESTING.flatMap(([name, outer]) => {
          const [inner, around] = [page.boxes[name], page.boxes[outer]];
          return inner && around && !isInside(inner, around, TOLERANCE) ? of(page, { name, outer }) : [];
        }).slice(0, 1),
      ),
  },
];

/** What lies on a page and is not printed, or may not be. */
export const ANNOTATION_RULES: readonly Rule[] = [
  {
    id: 'annotation',
    severity: 'error',
    source: PDF_X,
    test: ({ pages }) =>
      pages.flatMap((page) => annotations(page, (kind, inBleed) => inBleed && !OTHERS.has(kind))),
  },
  {
    id: 'printer-mark',
    severity: 'error',
    source: PDF_X,
    test: ({ pages }) =>
      pages.flatMap((page) =>
        annotations({ ...page, printed: page.trim }, (kind, inTrim) => inTrim && kind === 'PrinterMark'),
      ),
  },
  {
    id: 'multimedia',
    severity: 'error',
    source: PDF_X,
    test: ({ pages }) => pages.flatMap((page) => annotations(page, (kind) => MULTIMEDIA.has(kind))),
  },
];

function of({ number }: PageFacts, values?: Case['values']): readonly Case[] {
  return [{ page: number, ...(values && { values }) }];
}

function sizeOf({ trim: [left, bottom, right, top] }: PageFacts): readonly [number, number] {
  return [right - left, top - bottom];
}

function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > SIZE_TOLERANCE;
}

/** The least distance from the trimmed edge to the edge of the bleed. */
function bleedOf({ trim, boxes: { BleedBox } }: PageFacts): number {
  if (!BleedBox) return 0;
  const distances = [
    trim[0] - BleedBox[0],
    trim[1] - BleedBox[1],
    BleedBox[2] - trim[2],
    BleedBox[3] - trim[3],
  ];
  return Math.min(...distances);
}

function annotations(page: PageFacts, wanted: (kind: string, inside: boolean) => boolean): readonly Case[] {
  return page.annotations
    .filter(({ kind, box }) => wanted(kind, box === undefined || touches(box, page.printed)))
    .map(({ kind, box }) => ({
      page: page.number,
      subject: kind,
      values: { name: kind },
      ...(box && { box }),
    }));
}

export const LAYER_RULES: readonly Rule[] = [
  {
    id: 'layers',
    severity: X1A_FIRST,
    source: PDF_X,
    test: ({ file }) => {
      const groups = file.get(file.trailer, 'Root', 'OCProperties', 'OCGs');
      const count = Array.isArray(groups) ? groups.length : 0;
      return when(count > 0, { count });
    },
  },
  {
    id: 'layer-setup',
    severity: X4_ONLY,
    source: 'ISO 15930-7',
    test: ({ file }) => {
      const properties = file.get(file.trailer, 'Root', 'OCProperties');
      if (properties === undefined) return [];
      const usual = file.get(properties, 'D');
      const groups = file.get(properties, 'OCGs');
      const named = (Array.isArray(groups) ? groups : []).every(
        (_, i) => textOf(file.get(groups, i, 'Name')) !== undefined,
      );
      const wrong =
        !Array.isArray(groups) || usual === undefined || file.get(usual, 'AS') !== undefined || !named;
      return when(
        wrong || (textOf(file.get(usual, 'Name')) ?? nameOf(file.get(usual, 'Name'))) === undefined,
      );
    },
  },
];
