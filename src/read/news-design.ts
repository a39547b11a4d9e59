import { BLACK } from '../base/colour.ts';
import { TOLERANCE } from '../base/units.ts';
import type { Design } from '../model/layout.ts';
import type { LintLevel, MastheadDesign, NewsDesign, SeparatorDesign } from '../model/news.ts';
import { refuse } from './define.ts';
import { DEFAULT_LADDER } from './ladder-definition.ts';
import {
  DEFAULT_MASTHEAD,
  DEFAULT_PICTURES,
  DEFAULT_SEPARATOR,
  DEFAULT_UNDERSET,
  LONGEST_BROKEN_MEASURE,
} from './layout-defaults.ts';
import { defaultScale, elastic, unordered } from './layout-styles.ts';
import { brokenMeasure } from './layout-flow.ts';
import { toPoints } from './lengths.ts';
import { CHECK_NAMES, SCORE_NAMES } from './news-definition.ts';
import { rankedHeads, roleHeads } from './news-heads.ts';
import type { HeadContext } from './news-heads.ts';
import { newsRegions } from './news-regions.ts';
import { newsStyles } from './news-styles.ts';

/**
 * How pages of several stories are made up, worked out for the first design of a layout; what the layout does not say has
 * a default. Reports regions that overlap or go beyond the page, and values that do not suit the grid.
 */
export function newsDesign(design: Design, given: Omit<HeadContext, 'ladder'>): NewsDesign {
  const { written, body, report } = given;
  const forbidden = new Set(written.never?.value.map(({ value }) => value));
  const ladder = (written.fit ?? DEFAULT_LADDER).filter(({ rung }) => !forbidden.has(rung));
  const context = { ...given, ladder };
  const { size, leading, grid, text, keep, faces, folio } = design;
  const masthead = mastheadDesign(design, context);
  const head = masthead?.lines ?? folio?.lines ?? 0;
  const regions = newsRegions(written, { grid, body, head, report });
  return {
    size,
    leading,
    grid,
    text,
    keep,
    faces,
    ...(folio ? { folio } : {}),
    ...(masthead ? { masthead } : {}),
    breaks: breaksOf(design, context),
    heads: rankedHeads(context),
    roleHeads: roleHeads(context),
    styles: newsStyles(context),
    separator: separatorDesign(context),
    regions,
    free: freeOf(regions.length, context),
    ladder,
    lint: lintOf(context),
    underset: undersetOf(context),
    weights: weightsOf(context),
    pictures: picturesOf(context),
  };
}

function mastheadDesign({ grid }: Design, context: HeadContext): MastheadDesign | undefined {
  const { written, body, roleOf, report } = context;
  const { masthead } = written;
  if (!masthead) return undefined;
  const scale = defaultScale(body);
  const height = masthead.height ? toPoints(masthead.height.value, body) / body.line : DEFAULT_MASTHEAD.lines;
  const ear = Math.max(1, Math.round(grid.columns * DEFAULT_MASTHEAD.earShare));
  const earColumns = masthead.ear_cols?.value ?? Math.min(ear, grid.columns);
  const columns = masthead.cols?.value ?? Math.max(1, grid.columns - earColumns);
  for (const written of [masthead.cols, masthead.ear_cols])
    if (written && written.value > grid.columns) refuse(report, written.range, 'cols', `1–${grid.columns}`);
  const { least, natural, most } = DEFAULT_MASTHEAD.nameSize;
  const other = { least: least * scale, natural: natural * scale, most: most * scale };
  const sizes = masthead.name_size;
  const nameSize = sizes
    ? (elastic(sizes.value.map(({ value }) => toPoints(value, body))) ??
      unordered(report, sizes.range, 'name_size', other))
    : other;
  return {
    lines: Math.max(1, Math.ceil(height - TOLERANCE)),
    columns: Math.min(columns, grid.columns),
    nameFace: roleOf(masthead.name_face?.value ?? DEFAULT_MASTHEAD.nameFace),
    nameSize,
    face: roleOf(masthead.face?.value ?? DEFAULT_MASTHEAD.face),
    size: masthead.size ? toPoints(masthead.size.value, body) : DEFAULT_MASTHEAD.size,
    earColumns: Math.min(earColumns, grid.columns),
  };
}

/**
 * Broken columns that stories may take: those listed, or all whose measure is no shorter than a basic column and no longer
 * than reads well. Columns narrower than a basic one are rare on news pages.
 */
function breaksOf({ grid, size }: Design, { written, report }: HeadContext): NewsDesign['breaks'] {
  const allowed = written.grid?.breaks ?? 'allowed';
  if (allowed === 'none') return [];
  if (allowed === 'allowed') {
    const counts = Array.from({ length: Math.max(0, grid.columns - 1) }, (_, index) => index + 2);
    return counts.flatMap((from) =>
      Array.from({ length: from - 1 }, (_, index) => ({ from, into: index + 1 })).filter(({ into }) => {
        const measure = brokenMeasure(from, into, grid, size);
        return measure >= grid.measure && measure <= LONGEST_BROKEN_MEASURE;
      }),
    );
  }
  return allowed.value.flatMap(({ value: { columns, into }, range }) => {
    if (columns <= grid.columns && brokenMeasure(columns, into, grid, size) >= 2)
      return [{ from: columns, into }];
    refuse(report, range, 'breaks', `2破1–${grid.columns}破${grid.columns}`);
    return [];
  });
}

function separatorDesign({ written: { separator } }: HeadContext): SeparatorDesign {
  const down = separator?.down?.value;
  const weight = down === 'none' ? 0 : (down?.weight ?? DEFAULT_SEPARATOR.weight);
  const colour = (down !== 'none' && down?.colour) || BLACK;
  return {
    lines: separator?.lines?.value ?? DEFAULT_SEPARATOR.lines,
    across: separator?.across?.value ?? DEFAULT_SEPARATOR.across,
    ...(weight > 0 ? { down: { weight, colour } } : {}),
  };
}

/** A page without regions is always made up freely. */
function freeOf(regions: number, { written: { free }, report }: HeadContext): boolean {
  if (free && !free.value && regions === 0) refuse(report, free.range, 'free', 'regions: …');
  return (free?.value ?? true) || regions === 0;
}

function lintOf({ written: { lint } }: HeadContext): ReadonlyMap<string, LintLevel> {
  return new Map(CHECK_NAMES.flatMap((name) => (lint?.[name] ? [[name, lint[name].value] as const] : [])));
}

function undersetOf({ written: { lint }, report }: HeadContext): NewsDesign['underset'] {
  const own = lint?.underset;
  const warn = own?.warn?.value ?? DEFAULT_UNDERSET.warn;
  const error = own?.error?.value ?? Math.max(warn, DEFAULT_UNDERSET.error);
  if (warn <= error) return { warn, error };
  return own?.warn
    ? unordered(report, own.warn.range, 'underset', { warn: error, error })
    : { warn: error, error };
}

function weightsOf({ written: { score } }: HeadContext): ReadonlyMap<string, number> {
  return new Map(SCORE_NAMES.flatMap((name) => (score?.[name] ? [[name, score[name].value] as const] : [])));
}

function picturesOf({ written: { pictures }, ladder }: HeadContext): NewsDesign['pictures'] {
  const rung = ladder.find(({ rung: name }) => name === 'picture-height');
  const [least, most] = pictures?.crop?.value ?? [];
  const leastDpi = pictures?.min_dpi?.value ?? DEFAULT_PICTURES.leastDpi;
  return {
    leastDpi,
    warnDpi: Math.max(leastDpi, pictures?.warn_dpi?.value ?? DEFAULT_PICTURES.warnDpi),
    crop: [least?.value ?? rung?.least ?? 0, most?.value ?? rung?.most ?? 0],
  };
}
