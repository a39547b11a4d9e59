import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceFile, SourceRange } from '../base/source.ts';
import type { FontBook } from '../fonts/font.ts';
import type { Issue } from '../model/issue.ts';
import type { Page } from '../model/page.ts';
import type { PictureContents } from '../model/picture.ts';
import type {
  BothLanguages,
  Place,
  PreviewBar,
  PreviewPage,
  PreviewProblem,
  PreviewRow,
} from '../model/preview.ts';
import { countRows } from './count.ts';
import { sentence } from './messages.ts';
import { svgParts } from './svg-parts.ts';
import { overlayOf } from './svg-overlay.ts';
import { rounded } from '../base/units.ts';

/** Gives the number of a file in the list that travels with the places. */
export type FileNumbers = (file: SourceFile) => number;

export interface PageSources {
  readonly issue: Issue | undefined;
  readonly fonts: FontBook;
  readonly pictures: PictureContents;
  readonly numberOf: FileNumbers;
}

/** A page as the preview shows it; `index` is its place in the issue. */
export function previewPage(
  page: Page,
  index: number,
  { issue, fonts, pictures, numberOf }: PageSources,
): PreviewPage {
  const rows = (issue && countRows(issue, page, index)) ?? [];
  const { width, height } = page.paper.trim;
  return {
    label: page.number ?? String(index + 1),
    title: page.title,
    width: rounded(width),
    height: rounded(height),
    parts: svgParts(page, fonts, pictures).map(({ markup, origin }) => {
      return { markup, ...(origin && { place: placeOf(origin, numberOf) }) };
    }),
    overlay: overlayOf(page),
    bars: page.regions.map((region) => barOf(region, page)),
    rows: rows.map(({ range, ...row }): PreviewRow => {
      return { ...row, ...(range && { place: placeOf(range, numberOf) }) };
    }),
    characters: page.characters,
    fit: page.fit.map(({ code, values }) => inBoth((language) => sentence('fit', code, values, language))),
    stale: false,
  };
}

function barOf({ name, rect, lines, room, over, short }: Page['regions'][number], page: Page): PreviewBar {
  const title = page.stories.find(({ id }) => id === name)?.head?.words;
  return {
    name,
    rect,
    lines: rounded(lines),
    room: rounded(room),
    over,
    short,
    ...(title !== undefined && { title }),
  };
}

/** A problem with its sentences in both languages. */
export function previewProblem(
  { severity, code, values, range, hints = [] }: Diagnostic,
  numberOf: FileNumbers,
): PreviewProblem {
  return {
    severity,
    code,
    message: inBoth((language) => sentence('diagnostic', code, values, language)),
    hints: hints.map((hint) =>
      inBoth((language) => sentence('hint', hint.code, hint.values ?? {}, language)),
    ),
    ...(range && { place: placeOf(range, numberOf) }),
  };
}

function placeOf({ file, start, end }: SourceRange, numberOf: FileNumbers): Place {
  return [numberOf(file), start, end];
}

function inBoth(say: (language: 'zh' | 'en') => string): BothLanguages {
  return { zh: say('zh'), en: say('en') };
}
