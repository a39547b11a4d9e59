import type { Hint } from '../../base/diagnostic.ts';
import type { SourceRange } from '../../base/source.ts';
import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Cells, NewsPlan, PlannedStory } from '../../model/news.ts';
import type { BriefPart, ParagraphPart, StoryPart } from '../../model/story.ts';
import { countOf, solid } from '../copy.ts';
import { arrangePage, isSound } from './arrange.ts';
import { kitOf } from './kit.ts';
import { rungOf } from './ladder.ts';
import { setStory } from './set-story.ts';
import { partTexts } from './texts.ts';

/** A change of the copy with which the page would fit, and what it costs the reader. */
interface WayOut {
  readonly hint: Hint;
  readonly price: number;
  readonly plan: NewsPlan;
}

/** Ways out that are named, and that are tried at the most. */
const NAMED = 3;
const TRIED = 4;

/** What a page over asks of a story: which one, where it stands, and by how much. */
export interface Over {
  readonly story: PlannedStory;
  readonly cells: readonly Cells[];
  readonly lines: number;
  readonly characters: number;
}

/**
 * The price list of a page that does not hold its copy: the cheapest changes, each of which makes it fit by itself; tried
 * by making the page up again. Cheapest first, by the characters that the reader loses.
 */
export function priceList(plan: NewsPlan, over: Over, composer: Composer): readonly Hint[] {
  if (!rungOf(plan.design, 'optional-paragraphs')) return [];
  const ways = [...paragraphWays(plan, over), ...tailWays(plan, over), ...cropWays(plan, over)].toSorted(
    (a, b) => a.price - b.price,
  );
  const shop = { design: plan.design, composer, accent: plan.accent };
  const likely = ways.filter(({ plan: changed }) => {
    const story = changed.stories.find(({ id }) => id === over.story.id);
    return story && isSound(setStory(kitOf(story, shop), over.cells));
  });
  const named: Hint[] = [];
  for (const { hint, plan: changed } of (likely.length > 0 ? likely : ways).slice(0, TRIED)) {
    const [best] = arrangePage(changed, composer);
    if (best?.sets.every(isSound)) named.push(hint);
    if (named.length === NAMED) break;
  }
  return named;
}

/** Parts that a story may do without: not its first, which carries the news. */
function spareParts({ lead, parts }: PlannedStory): readonly (ParagraphPart | BriefPart)[] {
  return parts.filter((part, index): part is ParagraphPart | BriefPart => {
    const spare = part.kind === 'paragraph' || part.kind === 'brief';
    return spare && !part.optional && (index > 0 || lead.length > 0);
  });
}

/** Less than this share of what is over need not be tried: paragraphs save whole lines. */
const ENOUGH = 0.6;

function paragraphWays(plan: NewsPlan, { story, characters }: Over): readonly WayOut[] {
  return spareParts(story).flatMap((part): readonly WayOut[] => {
    const saved = charactersOf(part);
    const [text] = partTexts(part);
    if (saved < characters * ENOUGH || !text) return [];
    const code = part.kind === 'brief' ? 'leave-out-brief' : 'leave-out-paragraph';
    const values = { story: story.id, words: firstWords(text), characters: saved };
    const changes = [{ kind: 'leave-out', range: spanOf(part, text) }] as const;
    return [{ hint: { code, values, changes }, price: saved, plan: without(plan, story, [part]) }];
  });
}

function charactersOf(part: StoryPart): number {
  return countOf(partTexts(part).map(solid).join(''));
}

function firstWords({ characters }: Text): string {
  return [...characters].slice(0, 10).join('') + '…';
}

/** Where the characters of a paragraph stand; of a brief with a title its whole item. */
function spanOf(part: ParagraphPart | BriefPart, text: Text): SourceRange {
  if (part.kind === 'brief' && part.title) return part.range;
  const { file } = text.range;
  const start = text.offsets[0] ?? text.range.start;
  const last = text.offsets.at(-1) ?? text.range.end - 1;
  return { file, start, end: last + 1 };
}

/** The same page with parts that the copy-fitter may leave out. */
function without(plan: NewsPlan, story: PlannedStory, gone: readonly StoryPart[]): NewsPlan {
  const parts = story.parts.map((part): StoryPart => {
    const spare = (part.kind === 'paragraph' || part.kind === 'brief') && gone.includes(part);
    return spare ? { ...part, optional: true } : part;
  });
  return withStory(plan, { ...story, parts });
}

/** Several paragraphs together where none alone is enough: the last ones, as many as it takes. */
function tailWays(plan: NewsPlan, { story, characters }: Over): readonly WayOut[] {
  const gone: (ParagraphPart | BriefPart)[] = [];
  let saved = 0;
  for (const part of spareParts(story).toReversed()) {
    gone.unshift(part);
    saved += charactersOf(part);
    const [first] = gone.flatMap((each) => partTexts(each));
    if (gone.length < 2 || saved < characters || !first) continue;
    const values = { story: story.id, count: gone.length, words: firstWords(first), characters: saved };
    const changes = gone.flatMap((each) => {
      const [text] = partTexts(each);
      return text ? [{ kind: 'leave-out', range: spanOf(each, text) } as const] : [];
    });
    const hint: Hint = { code: 'leave-out-paragraphs', values, changes };
    return [{ hint, price: saved, plan: without(plan, story, [...gone]) }];
  }
  return [];
}

function withStory(plan: NewsPlan, changed: PlannedStory): NewsPlan {
  return { ...plan, stories: plan.stories.map((story) => (story.id === changed.id ? changed : story)) };
}

/** How much lower a picture may be made by a remedy, and what a tenth of it is worth in characters. */
const CROPS = [0.15, 0.2, 0.25, 0.3] as const;
const WORTH_OF_TENTH = 45;

function cropWays(plan: NewsPlan, { story }: Over): readonly WayOut[] {
  return story.pictures.flatMap((picture, index) =>
    CROPS.flatMap((share): readonly WayOut[] => {
      const [own, most] = picture.crop ?? [0, 0];
      if (-share >= own) return [];
      const pictures = story.pictures.with(index, { ...picture, crop: [-share, most] });
      const values = { story: story.id, picture: index + 1, percent: Math.round(share * 100) };
      const changes = [{ kind: 'crop', range: picture.range, least: -share, most }] as const;
      return [
        {
          hint: { code: 'crop-picture', values, changes },
          price: share * 10 * WORTH_OF_TENTH,
          plan: withStory(plan, { ...story, pictures }),
        },
      ];
    }),
  );
}
