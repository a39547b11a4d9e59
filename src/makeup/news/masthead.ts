import { BLACK, parseColour, type Colour } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { MastheadDesign, NewsDesign, NewsPlan, PlannedPaper } from '../../model/news.ts';
import type { DisplayItem, PlacedPicture } from '../../model/page.ts';
import type { EarCopy, PaperCopy } from '../../model/story.ts';
import { lineItems } from '../items.ts';
import { ruleItems } from '../rules.ts';
import { earHeight, earItems, filledEar, setEar, type SetEar } from './ears.ts';
import { HAN_ASCENT, linesFor, ruleItem } from './part.ts';
import { labelled, rowItems, setRow, setStrip, type Row, type Strip } from './row.ts';

/** A masthead worked out; heights in points from the top of the type area. */
export interface MastheadSet {
  /** Body lines that it takes, the white under it included: those of the design, or more when its words need them. */
  readonly lines: number;
  /** Size of the name's lettering: the rules for the form of papers want it larger than every other text of the page. */
  readonly nameSize: Pt;
  /** Where the name stands. */
  readonly name: Rect;
  readonly nameLine: TypeLine;
  /** The paper's logo, at the left of the name. */
  readonly logo: PlacedPicture | undefined;
  /** Left edge of the name, points. */
  readonly nameLeft: Pt;
  readonly colour: Colour;
  readonly facts: Strip;
  /** Top of the strip of facts. */
  readonly factsTop: Pt;
  readonly ears: readonly { readonly ear: SetEar; readonly rect: Rect }[];
}

/**
 * Works out the masthead (报头) of a front page: logo and name in its lettering over its columns, ears (报眼) at its right, under
 * both a strip with day, weather, registration, running number, pages and publisher. `undefined` where the layout has no
 * masthead or the issue names no paper.
 */
export function setMasthead(plan: NewsPlan, composer: Composer): MastheadSet | undefined {
  const { title, design } = plan;
  const { masthead, grid, leading } = design;
  if (!title || !masthead) return undefined;
  const facts = setStrip(factsOf(plan, title, masthead, composer), grid.width, FACT_GAP * masthead.size);
  const strip = facts.rows.length * leading + STRIP_WHITE;
  const { width, ears } = setEars(plan, masthead, composer);
  const nameLine = composer.line(title.name, masthead.nameFace);
  const logoWidth = logoWidthOf(title);
  const fitting = (width * FULL) / Math.max(logoWidth + nameLine.width, 1);
  const wanted = Math.min(fitting, masthead.nameSize.natural);
  const least = Math.min(fitting, masthead.nameSize.least);
  const given = (masthead.lines - 1) * leading - strip;
  const nameSize = Math.max(least, Math.min(wanted, given / NAME_HEIGHT));
  const needed = Math.max(nameSize * NAME_HEIGHT, ...ears.map(({ foot }) => foot + EAR_WHITE));
  const lines = Math.max(masthead.lines, linesFor(needed + strip, design) + 1);
  const height = (lines - 1) * leading - strip;
  const name = { x: grid.left, y: grid.top, width, height };
  const left = name.x + (width - (logoWidth + nameLine.width) * nameSize) / 2;
  const colour = (title.colour && parseColour(title.colour.value)) ?? plan.accent.fill;
  return {
    lines,
    nameSize,
    name,
    nameLine,
    logo: logoAt(title, { x: left, y: nameTop(name, nameSize) }, nameSize),
    nameLeft: left + logoWidth * nameSize,
    colour,
    facts,
    factsTop: grid.top + height,
    ears: stretched(ears, height - EAR_WHITE, design, composer),
  };
}

/** Share of its width that the name may fill; its height with the white round it, em. */
const FULL = 0.98;
const NAME_HEIGHT: Em = 1.16;
/** Least white between two facts, em; white between name and strip with the rules, points. */
const FACT_GAP: Em = 1.5;
const STRIP_WHITE: Pt = 6;
/** White between an ear and the strip of facts, points. */
const EAR_WHITE: Pt = 6;

/** Height of the logo, and the white between it and the name, em of the name. */
const LOGO_HEIGHT: Em = 0.9;
const AFTER_LOGO: Em = 0.22;

/** Width of the logo with the white after it, em of the name; 0 without one. */
function logoWidthOf({ logoSize }: PlannedPaper): Em {
  return logoSize ? (LOGO_HEIGHT * logoSize.width) / logoSize.height + AFTER_LOGO : 0;
}

/** The logo with its middle at that of the em box of the name, whose top is at `y`. */
function logoAt(
  { logo, logoSize, name }: PlannedPaper,
  { x, y }: { readonly x: Pt; readonly y: Pt },
  nameSize: Pt,
): PlacedPicture | undefined {
  if (!logo || !logoSize) return undefined;
  const height = LOGO_HEIGHT * nameSize;
  const width = (height * logoSize.width) / logoSize.height;
  const rect = { x, y: y + (nameSize - height) / 2, width, height };
  return {
    kind: 'picture',
    role: 'picture',
    file: logo.value,
    ...rect,
    whole: rect,
    alt: name.characters,
    origin: logo.range,
  };
}

/** Top of the em box of the name: in the middle of its room, a little up. */
function nameTop({ y, height }: Rect, nameSize: Pt): Pt {
  return y + (height - nameSize) / 2 - NAME_LIFT;
}

interface StackedEar {
  readonly copy: EarCopy;
  readonly x: Pt;
  readonly width: Pt;
  readonly top: Pt;
  readonly foot: Pt;
  /** Whether no ear stands under it. */
  readonly last: boolean;
}

/** Ears in the columns that the name leaves, side by side as far as they go in, the others under them. */
function setEars(
  { ears, design }: NewsPlan,
  { columns, earColumns }: MastheadDesign,
  composer: Composer,
): { readonly width: Pt; readonly ears: readonly StackedEar[] } {
  const { grid } = design;
  const pitch = grid.columnWidth + grid.gutter;
  const over = (count: number): Pt => count * pitch - grid.gutter;
  if (ears.length === 0) return { width: over(Math.min(columns, grid.columns)), ears: [] };
  const wide = Math.max(1, Math.min(earColumns, grid.columns - 1));
  const named = Math.max(1, Math.min(columns, grid.columns - wide));
  const across = Math.max(1, Math.min(ears.length, Math.floor((grid.columns - named) / wide)));
  const feet = Array<Pt>(across).fill(0);
  const stacked = ears.map((copy, index): StackedEar => {
    const column = index % across;
    const x = grid.left + over(grid.columns) - over((across - column) * wide);
    const width = over(wide);
    const top = feet[column] ?? 0;
    const foot = top + earHeight(setEar(copy, width, design, composer));
    feet[column] = foot + EAR_WHITE;
    return { copy, x, width, top, foot, last: index + across >= ears.length };
  });
  return { width: over(named), ears: stacked };
}

/** The lowest ears go down to the strip, so that their feet are level. */
function stretched(
  ears: readonly StackedEar[],
  foot: Pt,
  design: NewsDesign,
  composer: Composer,
): MastheadSet['ears'] {
  return ears.map(({ copy, x, width, ...stack }) => {
    const end = stack.last ? Math.max(stack.foot, foot) : stack.foot;
    const rect = { x, y: design.grid.top + stack.top, width, height: end - stack.top };
    return { ear: filledEar(copy, rect, design, composer), rect };
  });
}

/** Groups of facts in the order in which they stand. */
function factsOf(
  { folio, masthead: copy, design }: NewsPlan,
  { registration, publisher }: PaperCopy,
  { face, size }: MastheadDesign,
  composer: Composer,
): readonly Row[] {
  const style = { face, size, language: design.text.language };
  const day = folio.day.map((text) => ({ text, face, size, before: size }));
  return [
    day,
    labelled('weather', copy.weather, style),
    labelled('registration', registration, style),
    labelled('issue', copy.issue, style),
    labelled('pages', copy.pages, style),
    labelled('publisher', publisher, style),
  ].map((pieces) => setRow(pieces, composer));
}

/** The masthead of a front page in reading order: logo, name, facts, ears; nothing where there is none. */
export function mastheadItems(plan: NewsPlan, composer: Composer): readonly DisplayItem[] {
  const set = setMasthead(plan, composer);
  if (!set) return [];
  const { grid, folio } = plan.design;
  const { name, nameLine, nameLeft, nameSize, colour } = set;
  const y = nameTop(name, nameSize) + HAN_ASCENT * nameSize;
  const foot = set.factsTop + set.facts.rows.length * plan.design.leading + STRIP_WHITE / 2;
  return [
    ...(set.logo ? [set.logo] : []),
    ...lineItems(nameLine, { x: nameLeft, y, size: nameSize, colour, role: 'masthead' }),
    ruleItem({ x: grid.left, y: set.factsTop, width: grid.width }, FACT_RULE, BLACK),
    ...factItems(plan, set),
    ...ruleItems(folio?.rule ?? 'thick-thin', { x: grid.left, y: foot, width: grid.width, colour: BLACK }),
    ...set.ears.flatMap(({ ear, rect }) => earItems(ear, rect, plan)),
  ];
}

/** Weight of the rule over the facts, and how much nearer the name stands to the head, points. */
const FACT_RULE: Pt = 0.5;
const NAME_LIFT: Pt = 1;

function factItems({ design }: NewsPlan, set: MastheadSet): readonly DisplayItem[] {
  const size = design.masthead?.size ?? design.size;
  const top = set.factsTop + STRIP_WHITE / 4;
  return set.facts.rows.flatMap((groups, line) => {
    const y = top + line * design.leading + (design.leading + size) / 2 - (1 - HAN_ASCENT) * size;
    return groups.flatMap(({ row, x }) => rowItems(row, { x: design.grid.left + x, y, role: 'masthead' }));
  });
}

/** The copy of a masthead in the order in which its items stand. */
export function mastheadTexts({ title, masthead, ears, design }: NewsPlan): readonly Text[] {
  if (!title || !design.masthead) return [];
  const { name, registration, publisher } = title;
  const facts = [name, masthead.weather, registration, masthead.issue, masthead.pages, publisher];
  const notices = ears.flatMap((ear) => [ear.title, ...ear.text]);
  return [...facts, ...notices].flatMap((text) => text ?? []);
}
