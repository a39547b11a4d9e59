import { rounded, MILLIMETRE } from '../base/units.ts';
import type { Pt } from '../base/units.ts';
import { itemColours } from '../model/item-colours.ts';
import type { Page } from '../model/page.ts';
import type { PressOptions } from './pdf.ts';
import { sheetOf } from './pdf-sheet.ts';

/** A job ticket: what goes to the print shop in one delivery. The keys are explained in docs/press.md. */
export interface JobTicket {
  readonly job: 1;
  readonly producer: string;
  readonly files: readonly JobFile[];
}

export interface JobFile {
  /** Name without folder; the ticket lies beside it. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly title: string;
  readonly date?: string;
  readonly version: string;
  readonly standard: 'PDF/X-4' | 'PDF/X-1a:2003';
  readonly condition: string;
  /** Whether it was written without errors. */
  readonly passed: boolean;
  readonly pages: readonly JobPage[];
}

export interface JobPage {
  readonly page: string;
  /** Width and height. */
  readonly trim_mm: readonly [number, number];
  readonly bleed_mm: number;
  readonly media_mm: readonly [number, number];
  /** `C`, `M`, `Y`, `K` as far as they print, then spot inks by name. */
  readonly colours: readonly string[];
}

export interface DeliveredFile extends Pick<JobFile, 'file' | 'bytes' | 'sha256' | 'passed'> {
  readonly pages: readonly Page[];
}

/** The entry of one PDF. */
export function jobFile({ pages, ...file }: DeliveredFile, press: PressOptions): JobFile {
  const [first] = pages;
  return {
    ...file,
    title: first?.title ?? '',
    ...(first?.date !== undefined && { date: first.date }),
    version: press.delivery,
    standard: press.standard === 'pdf-x4' ? 'PDF/X-4' : 'PDF/X-1a:2003',
    condition: press.intent.identifier,
    pages: pages.map((page, index) => jobPage(page, index, press.marks)),
  };
}

/** A page without a printed number is named by its place in the file, from 1. */
function jobPage(page: Page, index: number, marks: boolean): JobPage {
  const { trim, bleed } = page.paper;
  const { media } = sheetOf(page.paper, marks);
  return {
    page: page.number ?? String(index + 1),
    trim_mm: [millimetres(trim.width), millimetres(trim.height)],
    bleed_mm: millimetres(bleed),
    media_mm: [millimetres(media.width), millimetres(media.height)],
    colours: platesOf(page),
  };
}

function millimetres(length: Pt): number {
  return rounded(Math.round((length / MILLIMETRE) * 100) / 100);
}

const PROCESS = ['C', 'M', 'Y', 'K'] as const;

/** The plates that a page needs. A picture may need all four process inks. */
export function platesOf({ items }: Page): readonly string[] {
  const plates = new Set<string>();
  for (const item of items) {
    if (item.kind === 'picture') PROCESS.forEach((ink) => plates.add(ink));
    for (const { c, m, y, k, spot } of itemColours(item)) {
      if (spot) plates.add(spot.name);
      else [c, m, y, k].forEach((ink, at) => ink > 0 && plates.add(PROCESS[at] ?? ''));
    }
  }
  const spots = [...plates].filter((plate) => !PROCESS.some((ink) => ink === plate));
  return [...PROCESS.filter((ink) => plates.has(ink)), ...spots.toSorted()];
}
