import type { Em, Pt } from '../../base/units.ts';
import type { Composer, ParagraphStyle } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Theme } from '../../model/layout.ts';
import type { NewsDesign, PlannedStory } from '../../model/news.ts';
import type { DisplayItem, ItemRole } from '../../model/page.ts';
import type { PunctuationStyle } from '../../model/setting.ts';
import type { StoryPart } from '../../model/story.ts';
import { briefTitle, bylineBlock, subheadBlock } from './blocks.ts';
import { drawnBlock, noteBlock } from './drawn.ts';
import { kept } from './kept.ts';
import { listEntries, type ListEntry } from './lists.ts';
import { isFramed } from './story-columns.ts';
import { joined, opening } from './texts.ts';

/** What stands in the columns of a story, in reading order. */
export type StoryItem = TextItem | BlockItem;

interface Common {
  /** The part of the copy that it belongs to; absent for what always stays. */
  readonly part?: StoryPart;
  /** May be left out to make the page fit, together with all items of its part. */
  readonly optional: boolean;
}

/** A paragraph, which may be parted between columns. */
export interface TextItem extends Common {
  readonly kind: 'text';
  readonly text: Text;
  readonly style: ParagraphStyle;
  /** Blank at the left of all its lines. */
  readonly inset: Em;
  /** The mark of an entry of a list, in that blank. */
  readonly mark?: ListEntry['mark'];
  readonly role: ItemRole;
}

/** Something of whole lines that stays in one column. */
export interface BlockItem extends Common {
  readonly kind: 'block';
  readonly role: ItemRole;
  /** Texts of the copy that are printed in a column of this width, in order. */
  readonly texts: (width: Pt) => readonly Text[];
  /** The lines that it may take in a column of this width, best first; the costs are those of make-up. */
  readonly lines: (width: Pt) => readonly { readonly lines: number; readonly cost: number }[];
  /** Lines of text that must follow in its column. */
  readonly keepNext: number;
  readonly items: (place: BlockPlace) => readonly DisplayItem[];
}

export interface BlockPlace {
  readonly x: Pt;
  readonly width: Pt;
  /** Top of its first body line. */
  readonly top: Pt;
  readonly lines: number;
  /** Whether it opens its column. */
  readonly atHead: boolean;
}

/** What the flow of a story is made with. */
export interface Shop {
  readonly design: NewsDesign;
  readonly composer: Composer;
  /** The colour of the page. */
  readonly accent: Theme;
  /** Mark widths of the body; the layout's own unless the copy-fitter takes a narrower style. */
  readonly punctuation?: PunctuationStyle;
  /** Whether broken columns may be taken: a rung of the ladder, since a page is calmer with one measure. */
  readonly broken?: boolean;
  /** Columns by which a picture may be wider or narrower than its copy asks; a rung too, since the desk chose the width. */
  readonly pictureSteps?: number;
}

/**
 * The columns of a story from its note to its end mark; head and pictures stand outside. Beside a head that runs down the
 * byline stands in the columns.
 */
export function storyFlow(story: PlannedStory, shop: Shop, besideHead: boolean): readonly StoryItem[] {
  const { design } = shop;
  const { lead, parts, bylinePlace, byline, endMark } = story;
  const bylineItem = (place: typeof bylinePlace): readonly StoryItem[] =>
    byline.length > 0 && bylinePlace === place
      ? [bylineBlock(story, place === 'end' ? 'end' : design.styles.byline.align, shop)]
      : [];
  const opened = story.dateline ? opening(story.dateline) : undefined;
  const leads = lead.map((text, index) => (index === 0 && opened ? joined([opened, text], text) : text));
  const note = story.editorNote.length > 0 ? [noteBlock(story.editorNote, shop)] : [];
  const first = lead.length === 0 ? opened : undefined;
  const takesOpening = parts[0]?.kind === 'paragraph';
  const takesMark = parts.at(-1)?.kind === 'paragraph';
  const body = parts.flatMap((part, index) =>
    partItems(part, shop, {
      boxed: isFramed(story),
      before: index === 0 && first && takesOpening ? [first] : [],
      after: index === parts.length - 1 && endMark ? [endMark] : [],
    }),
  );
  const items: readonly StoryItem[] = [
    ...(besideHead ? bylineItem('under-headline') : []),
    ...note,
    ...leads.map((text) => textItem(text, shop, { face: design.styles.lead.face, role: 'lead' })),
    ...bylineItem('after-lead'),
    ...(first && !takesOpening ? [textItem(first, shop)] : []),
    ...body,
    ...(endMark && !takesMark ? [textItem(endMark, shop)] : []),
    ...bylineItem('end'),
  ];
  // The lines of a block are asked for again by every state of a pour.
  return items.map((item) => (item.kind === 'block' ? { ...item, lines: kept(item.lines) } : item));
}

/** Texts that join a paragraph: the dateline before the first, the end mark behind the last. */
interface Around {
  /** Whether the story stands in a frame. */
  readonly boxed: boolean;
  readonly before: readonly Text[];
  readonly after: readonly Text[];
}

function partItems(part: StoryPart, shop: Shop, { boxed, before, after }: Around): readonly StoryItem[] {
  switch (part.kind) {
    case 'paragraph': {
      const texts = [...before, part.text, ...after];
      // The dateline and the end mark are always printed, and so is the paragraph that they have joined.
      if (texts.length > 1) return [{ ...textItem(joined(texts, part.text), shop), part }];
      return [{ ...textItem(part.text, shop), part, optional: part.optional }];
    }
    case 'subhead':
      return [subheadBlock(part, shop)];
    case 'brief': {
      const title = part.title ? [briefTitle(part.title, shop)] : [];
      const { optional } = part;
      return [...title, ...part.text.map((text) => textItem(text, shop))].map((item) => ({
        ...item,
        part,
        optional,
      }));
    }
    case 'list':
      return listEntries(part, shop.design).map(({ text, style, hang, mark }) => ({
        kind: 'text',
        text,
        style,
        inset: hang,
        mark,
        role: 'list',
        part,
        optional: false,
      }));
    case 'quote':
    case 'table':
    case 'chart':
      return [drawnBlock(part, boxed, shop)];
  }
}

interface TextLook {
  readonly face?: string;
  readonly role?: ItemRole;
}

function textItem(
  text: Text,
  { design, punctuation }: Shop,
  { face, role = 'body' }: TextLook = {},
): TextItem {
  const { faces } = design;
  const setting = punctuation ? withPunctuation(design, punctuation) : design.text;
  const style = { plain: face ?? faces.body, strong: faces.strong, setting };
  return { kind: 'text', text, style, inset: 0, role, optional: false };
}

type Setting = NewsDesign['text'];

const narrowed = new WeakMap<Setting, Map<PunctuationStyle, Setting>>();

/** The same setting for the same question, so that the composing room knows it again. */
function withPunctuation({ text }: NewsDesign, punctuation: PunctuationStyle): Setting {
  const known = narrowed.get(text) ?? new Map<PunctuationStyle, Setting>();
  narrowed.set(text, known);
  const setting = known.get(punctuation) ?? { ...text, punctuation };
  known.set(punctuation, setting);
  return setting;
}
