import type { Rect } from '../base/geometry.ts';
import type { DisplayItem, ItemRole, Page } from '../model/page.ts';

/** An element of the logical structure of a file (ISO 32000-1, 14.7) with what it holds, in reading order. */
export interface StructureElement {
  readonly type: StructureType;
  readonly kids: readonly (StructureElement | MarkedContent)[];
  /** Words in place of what only the eye can read. */
  readonly alternate?: string;
  /** Place on its page, for figures. */
  readonly box?: Rect;
}

/** A stretch of a page's content: the pages and their stretches count from 0. */
export interface MarkedContent {
  readonly page: number;
  readonly mcid: number;
}

/** Standard structure types (ISO 32000-1, 14.8.4): none needs a role map. */
export type StructureType =
  'Document' | 'Art' | 'H1' | 'H2' | 'P' | 'BlockQuote' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Caption' | 'Figure';

/** What a stretch of items is marked as; items that follow each other in one stretch have the same record. */
export type ItemTag = ArtifactTag | ContentTag;

export interface ArtifactTag {
  readonly kind: 'artifact';
  readonly type: 'Pagination' | 'Layout';
  readonly subtype?: 'Header';
}

export interface ContentTag {
  readonly kind: 'content';
  readonly type: StructureType;
  readonly mcid: number;
}

export interface Structure {
  readonly root: StructureElement;
  /** One for each item of each page. */
  readonly tags: readonly (readonly ItemTag[])[];
}

/** How the items of a role are tagged: `Art > group > entry > type`, each level as far as it is named. */
interface RoleRule {
  readonly type: StructureType;
  /** Around what follows each other in the role. */
  readonly group?: StructureType;
  /** Around each passage. */
  readonly entry?: StructureType;
  /** Everything that follows each other in the role is one element, not each passage by itself. */
  readonly whole?: true;
  /** Words of the engine and of the copy on one line are one element. */
  readonly row?: true;
  /** It belongs to no story. */
  readonly outside?: true;
}

const RULES: Readonly<Record<ItemRole, RoleRule | ArtifactTag>> = {
  folio: { kind: 'artifact', type: 'Pagination', subtype: 'Header' },
  numeral: { kind: 'artifact', type: 'Layout' },
  decoration: { kind: 'artifact', type: 'Layout' },
  masthead: { type: 'P', row: true, outside: true },
  kicker: { type: 'P' },
  headline: { type: 'H1' },
  deck: { type: 'P' },
  lead: { type: 'P' },
  byline: { type: 'P', whole: true },
  title: { type: 'H2' },
  body: { type: 'P' },
  quote: { group: 'BlockQuote', type: 'P' },
  list: { group: 'L', entry: 'LI', type: 'LBody' },
  table: { type: 'P' },
  caption: { type: 'Caption', whole: true },
  picture: { type: 'Figure' },
  chart: { type: 'Figure', whole: true },
  advertisement: { type: 'Figure', outside: true },
};

const ORNAMENT: ArtifactTag = { kind: 'artifact', type: 'Layout' };

/** An element that is still added to. */
interface OpenElement extends StructureElement {
  readonly kids: (OpenElement | MarkedContent)[];
}

/**
 * The structure of pages: a document of articles, one for each story of a page; headings, paragraphs over all their lines
 * and columns, figures with their words. Furniture and ornament are artifacts. Elements stand in the order of their first
 * items, which is that of the copy.
 */
export function structureOf(pages: readonly Page[]): Structure {
  const root: OpenElement = { type: 'Document', kids: [] };
  const tags = pages.map((page, index) => tagPage(page, index, root));
  return { root, tags };
}

function tagPage({ items }: Page, page: number, root: OpenElement): readonly ItemTag[] {
  const find = elementFinder(root, items);
  const tags: ItemTag[] = [];
  let mcid = 0;
  let last: OpenElement | undefined;
  items.forEach((item, index) => {
    const rule = ruleOf(item);
    if ('kind' in rule) {
      last = undefined;
      tags.push(rule);
      return;
    }
    const element = find(item, index, rule);
    const tag = tags.at(-1);
    if (element === last && tag) {
      tags.push(tag);
      return;
    }
    last = element;
    element.kids.push({ page, mcid });
    tags.push({ kind: 'content', type: element.type, mcid });
    mcid += 1;
  });
  return tags;
}

/** Rules, tints and dots are ornament in every role but that of a chart. */
function ruleOf(item: DisplayItem): RoleRule | ArtifactTag {
  const drawn = item.kind !== 'glyphs' && item.kind !== 'picture';
  if (drawn && item.role !== 'chart') return ORNAMENT;
  return item.kind === 'glyphs' && item.role === 'advertisement' ? RULES.masthead : RULES[item.role];
}

type Find = (item: DisplayItem, index: number, rule: RoleRule) => OpenElement;

/** Finds the element of an item or opens it; an element is known by story, role and passage. */
function elementFinder(root: OpenElement, items: readonly DisplayItem[]): Find {
  const known = new Map<string, OpenElement>();
  const runs = roleRuns(items);
  const mixed = new Set(items.flatMap((item) => (passageOf(item) === undefined ? [lineOf(item)] : [])));
  // On a page of several stories, what belongs to none stands beside them.
  const several = items.some((item) => storyOf(item) !== '');
  const open = (key: string, parent: OpenElement, element: () => StructureElement): OpenElement => {
    const found = known.get(key);
    if (found) return found;
    const made: OpenElement = { ...element(), kids: [] };
    parent.kids.push(made);
    known.set(key, made);
    return made;
  };
  const wrap = (key: string, parent: OpenElement, type: StructureType | undefined) =>
    type ? open(`${key} ${type}`, parent, () => ({ type, kids: [] })) : parent;
  return (item, index, { type, group, entry, whole, row, outside }) => {
    const story = storyOf(item);
    const run = runs[index] ?? index;
    const article =
      outside || (several && story === '')
        ? root
        : open(`${story} Art`, root, () => ({ type: 'Art', kids: [] }));
    const grouped = wrap(`${story} ${run}`, article, group);
    const label = entry !== undefined && item.kind === 'glyphs' && !item.passage;
    // A label belongs to the passage that follows it.
    const named = label ? items.slice(index).find((next) => passageOf(next) !== undefined) : item;
    const line = row && item.kind === 'glyphs' && mixed.has(lineOf(item)) ? lineOf(item) : undefined;
    const passage = whole ? undefined : (line ?? passageOf(named ?? item));
    const key = `${story} ${item.role} ${item.kind === 'picture' ? `picture ${index}` : (passage ?? run)}`;
    const parent = wrap(key, grouped, entry);
    if (label) return open(`${key} label`, parent, () => ({ type: 'Lbl', kids: [] }));
    return open(key, parent, () => ({ type, kids: [], ...figureWords(item, index, { items, runs }) }));
  };
}

function passageOf(item: DisplayItem): string | undefined {
  const passage = item.kind === 'glyphs' ? item.passage : undefined;
  return passage && `${passage.file.path} ${passage.start} ${passage.end}`;
}

/** The line of a run in its role, by its baseline. */
function lineOf(item: DisplayItem): string {
  return item.kind === 'glyphs' ? `${item.role} at ${Math.round(10 * item.y)}` : '';
}

function storyOf(item: DisplayItem): string {
  return ('story' in item && item.story) || '';
}

/** Numbers of the stretches in which items of one story have one role; ornament between them does not count. */
function roleRuns(items: readonly DisplayItem[]): readonly number[] {
  let run = 0;
  let last = '';
  return items.map((item) => {
    if ('kind' in ruleOf(item)) return run;
    const now = `${storyOf(item)} ${item.role}`;
    if (now !== last) run += 1;
    last = now;
    return run;
  });
}

interface PageItems {
  readonly items: readonly DisplayItem[];
  readonly runs: readonly number[];
}

/** A figure is told by its own words, else by the caption or the label after it; a chart by the words that are set in it. */
function figureWords(
  item: DisplayItem,
  index: number,
  { items, runs }: PageItems,
): Pick<StructureElement, 'alternate' | 'box'> {
  if (item.kind === 'picture') {
    const { x, y, width, height } = item;
    const told = item.role === 'picture' ? 'caption' : 'advertisement';
    return { box: { x, y, width, height }, alternate: item.alt || wordsAfter(index, items, told) };
  }
  if (item.role !== 'chart') return {};
  return { alternate: textOf(items.filter((_, at) => runs[at] === runs[index])) };
}

/** Words of a role in the story of a picture, up to its next picture. */
function wordsAfter(index: number, items: readonly DisplayItem[], role: ItemRole): string {
  const picture = items[index];
  const after = items.slice(index + 1).filter((item) => picture && storyOf(item) === storyOf(picture));
  const next = after.findIndex(({ kind }) => kind === 'picture');
  return textOf(after.slice(0, next < 0 ? undefined : next).filter((item) => item.role === role));
}

/** The words of runs, a space where a line ended at one. */
function textOf(items: readonly DisplayItem[]): string {
  const words = items.map((item) => {
    if (item.kind !== 'glyphs') return '';
    return item.glyphs.map(({ text }) => text).join('') + (item.endsAtSpace ? ' ' : '');
  });
  return words.join('').trim();
}
