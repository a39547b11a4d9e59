import { parseColour } from '../base/colour.ts';
import type { Report } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import type { Ranged } from '../base/source.ts';
import type { Layout, Theme } from '../model/layout.ts';
import type {
  LockedPlaces,
  NewsDesign,
  NewsPlan,
  PictureFacts,
  PlannedAdvert,
  PlannedFrame,
  PlannedHead,
  PlannedPaper,
  PlannedPicture,
  PlannedStory,
  StoryHeadDesign,
} from '../model/news.ts';
import type { FolioCopy } from '../model/plan.ts';
import type { Language } from '../model/setting.ts';
import type { FrameCopy, NewsCopy, PaperCopy, Story, StoryRole, Wish } from '../model/story.ts';
import { planByline, planCredits } from './byline.ts';
import { folioDay } from './calendar.ts';
import { ranksOf } from './ranks.ts';

/** What a page is planned with beside its copy and its layout. */
export interface NewsGiven {
  /** Day of issue, `YYYY-MM-DD`. */
  readonly date?: string;
  /** What is known of the picture files, by their paths as written. */
  readonly pictures: ReadonlyMap<string, PictureFacts>;
  /** Places that an earlier choice fixed. */
  readonly lock: LockedPlaces;
}

/**
 * Makes the choices of a page of several stories that need no measuring: ranks, heads by rank and role, words of folio and
 * bylines, sizes of the picture files. Reports `missing-picture` and `broken-picture` and goes on without the picture, and
 * wishes that the layout cannot grant whatever stands where: an unknown region, more columns or lines than there are.
 */
export function planNews(copy: NewsCopy, layout: Layout, given: NewsGiven, report: Report): NewsPlan {
  const { pictures, lock, date } = given;
  const { language, news: design } = layout;
  const ranks = ranksOf(copy.stories);
  const context = { design, language, pictures, report };
  return {
    kind: 'news',
    paper: layout.paper,
    ...(copy.page && { number: copy.page.characters }),
    ...(date !== undefined && { date }),
    accent: accentOf(layout),
    folio: planFolio(copy, date, language),
    contacts: copy.contacts,
    title: copy.paper && paperWithLogo(copy.paper, context),
    masthead: copy.masthead,
    ears: copy.ears,
    stories: copy.stories.map((story, index) => planStory(story, ranks[index] ?? index + 1, context)),
    adverts: copy.adverts.flatMap((advert) => planAdvert(advert, context)),
    design,
    lock,
  };
}

/** The layout's accent; the reader has made sure that its name stands among the themes. */
function accentOf(layout: Layout): Theme {
  const accent = layout.themes.get(layout.accent);
  if (!accent) throw new Error(`layout ${layout.file.path} names an accent it does not define`);
  return accent;
}

function planFolio(copy: NewsCopy, date: string | undefined, language: Language): FolioCopy {
  const day = date ? folioDay(date, language, copy.masthead.lunar ?? true) : [];
  return {
    day,
    credits: planCredits(copy.credits, language),
    ...(copy.page && { number: copy.page }),
    ...(copy.section && { section: copy.section }),
    ...(copy.edition && { edition: copy.edition }),
  };
}

interface Context {
  readonly design: NewsDesign;
  readonly language: Language;
  readonly pictures: ReadonlyMap<string, PictureFacts>;
  readonly report: Report;
}

function planStory(story: Story, rank: number, context: Context): PlannedStory {
  const { range, id, role, editorNote, dateline, lead, parts, endMark, attach, wish, allowed } = story;
  const head = planHead(story, rank, context.design);
  return {
    range,
    id,
    role,
    rank,
    ...(head && { head }),
    byline: planByline(story.byline, context.language),
    bylinePlace: story.bylinePlace ?? 'under-headline',
    editorNote,
    ...(dateline && { dateline }),
    lead,
    parts,
    ...(endMark && { endMark }),
    pictures: story.pictures.flatMap((picture) => planPicture(picture, context)),
    ...(story.frame && { frame: planFrame(story.frame) }),
    ...(attach && { attach: attach.value }),
    wish: grantable(wish, context),
    allowed,
  };
}

function planHead(story: Story, rank: number, design: NewsDesign): PlannedHead | undefined {
  return story.head && { ...story.head, design: headDesignOf(story, rank, design) };
}

/** Roles whose head follows their place in the order of the page. */
const PLACE_OF: Readonly<Partial<Record<StoryRole, number>>> = { lead: 0, second: 1, third: 2 };

/**
 * The head of a brief, a box and the like is that of its role. Others take the head of their rank, but none larger than
 * their role says; a rank that was written goes before the role.
 */
function headDesignOf({ role, rank: own }: Story, rank: number, design: NewsDesign): StoryHeadDesign {
  const ofRole = own === undefined ? design.roleHeads.get(role) : undefined;
  const place = own === undefined ? Math.max(rank - 1, PLACE_OF[role] ?? 0) : rank - 1;
  const found = ofRole ?? design.heads[Math.min(place, design.heads.length - 1)];
  if (!found) throw new Error('a layout must have a head for stories');
  return found;
}

/** The colour was read as inks already. */
function planFrame({ tint, ...frame }: FrameCopy): PlannedFrame {
  const colour = tint && parseColour(tint.value);
  return { ...frame, ...(colour && { tint: colour }) };
}

function planPicture(picture: Story['pictures'][number], context: Context): readonly PlannedPicture[] {
  const { columns: most } = context.design.grid;
  const { columns, ...rest } = picture;
  const fits = columns !== undefined && columns <= most;
  if (columns !== undefined && !fits) refuse('cols', picture.range, { value: columns, most }, context);
  const facts = factsOf(picture.file, context);
  return facts ? [{ ...rest, ...(fits ? { columns } : {}), ...facts }] : [];
}

function planAdvert(advert: NewsCopy['adverts'][number], context: Context): readonly PlannedAdvert[] {
  const { columns, lines } = context.design.grid;
  if (advert.columns > columns || advert.lines > lines) {
    const value = `${advert.columns}c x ${advert.lines}L`;
    refuse('size', advert.range, { value, most: `${columns}c x ${lines}L` }, context);
    return [];
  }
  const facts = factsOf(advert.file, context);
  return facts ? [{ ...advert, ...facts }] : [];
}

interface FileSize {
  readonly size: { readonly width: number; readonly height: number };
  readonly raster: boolean;
}

function factsOf(
  { value: path, range }: Ranged<string>,
  { pictures, report }: Context,
): FileSize | undefined {
  const facts = pictures.get(path) ?? { kind: 'missing' };
  switch (facts.kind) {
    case 'missing':
      report({ severity: 'error', code: 'missing-picture', values: { path }, range });
      return undefined;
    case 'broken':
      report({
        severity: 'error',
        code: 'broken-picture',
        values: { path, reason: facts.reason },
        range,
      });
      return undefined;
    default: {
      const { kind, width, height } = facts;
      return { size: { width, height }, raster: kind === 'raster' };
    }
  }
}

/** The title with the size of its logo, and without a logo that is not there. */
function paperWithLogo({ logo, ...paper }: PaperCopy, context: Context): PlannedPaper {
  const facts = logo && factsOf(logo, context);
  return facts ? { ...paper, logo, logoSize: facts.size } : paper;
}

/** A wish without what no arrangement of this layout could grant, which is reported. */
function grantable({ region, columns, lines, ...wish }: Wish, context: Context): Wish {
  const { grid, regions } = context.design;
  const names = regions.filter(({ use }) => use === 'stories').map(({ name }) => name);
  const known = region && names.includes(region.value);
  const wide = columns && columns.value <= grid.columns;
  const deep = lines && lines.value <= grid.lines;
  if (region && !known) {
    const values = { name: region.value };
    const hints = nameHints(region.value, names);
    context.report({ severity: 'error', code: 'unknown-region', values, range: region.range, hints });
  }
  if (columns && !wide) refuse('cols', columns.range, { value: columns.value, most: grid.columns }, context);
  if (lines && !deep) refuse('lines', lines.range, { value: lines.value, most: grid.lines }, context);
  return {
    ...wish,
    ...(region && known ? { region } : {}),
    ...(columns && wide ? { columns } : {}),
    ...(lines && deep ? { lines } : {}),
  };
}

interface Limit {
  readonly value: string | number;
  readonly most: string | number;
}

function refuse(
  key: string,
  range: Ranged<string>['range'],
  { value, most }: Limit,
  { report }: Context,
): void {
  const hints = [{ code: 'expected', values: { what: `≤ ${most}` } }] as const;
  report({ severity: 'error', code: 'bad-value', values: { key, value }, range, hints });
}
