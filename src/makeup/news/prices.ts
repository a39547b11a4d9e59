import type { Hint } from '../../base/diagnostic.ts';
import type { SourceRange } from '../../base/source.ts';
import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { Cells, NewsPlan, PlannedStory } from '../../model/news.ts';
import type { BriefPart, ParagraphPart, StoryPart } from '../../model/story.ts';
import { countOf, solid } from '../copy.ts';
import { arrangePage, QUICK } from './arrange.ts';
import { isSound } from './arrangement.ts';
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

/** Ways out that are named, and tried; while none is found the search goes on in longer steps. */
const NAMED = 3;
const TRIED = { near: 7, far: 14 } as const;
/** How much dearer the next way must be after one that did not help. */
const STEP = { near: 1.12, far: 1.4 } as const;
/** Shares of what is over that several paragraphs together are to save: what is over is counted in one arrangement. */
const MARGINS = [1, 1.25, 1.6, 2.2, 3, 4.2] as const;

/** A story that is too long for its place. */
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
export function priceList(plan: NewsPlan, overs: readonly Over[], composer: Composer): readonly Hint[] {
  if (!rungOf(plan.design, 'optional-paragraphs')) return [];
  const characters = overs.reduce((sum, over) => sum + over.characters, 0);
  const ways = [
    ...plan.stories.flatMap((story) => paragraphWays(plan, story, characters)),
    ...overs.flatMap(({ story }) => cropWays(plan, story)),
    ...MARGINS.flatMap((margin) => togetherWays(plan, characters * margin)),
  ].toSorted((a, b) => a.price - b.price);
  const named: WayOut[] = [];
  let tried = 0;
  let least = 0;
  for (const way of inOrderOfHope(ways, plan, overs, composer)) {
    if (way.price < least || named.some(({ price }) => price === way.price && isTogether(way))) continue;
    if (named.length === NAMED || tried === TRIED.far || (named.length > 0 && tried >= TRIED.near)) break;
    tried += 1;
    const [best] = arrangePage(way.plan, composer, QUICK);
    if (best?.sets.every(isSound)) named.push(way);
    // What is hardly dearer than a way that did not help will not help either.
    else if (named.length === 0) least = way.price * (tried < TRIED.near ? STEP.near : STEP.far);
  }
  return named.toSorted((a, b) => a.price - b.price).map(({ hint }) => hint);
}

/** Several paragraphs: the same ones are found for several margins. */
function isTogether({ hint }: WayOut): boolean {
  return hint.code === 'leave-out-paragraphs';
}

/** Ways with which the one story that is over would go into its place come first, then the others. */
function inOrderOfHope(
  ways: readonly WayOut[],
  { design, accent }: NewsPlan,
  overs: readonly Over[],
  composer: Composer,
): readonly WayOut[] {
  const [only, other] = overs;
  if (!only || other) return ways;
  const shop = { design, composer, accent };
  const goesIn = ({ plan: changed }: WayOut): boolean => {
    const story = changed.stories.find(({ id }) => id === only.story.id);
    return story !== undefined && isSound(setStory(kitOf(story, shop), only.cells));
  };
  const likely = ways.filter(goesIn);
  return [...likely, ...ways.filter((way) => !likely.includes(way))];
}

/** Parts that a story may do without: not its first, which carries the news. */
function spareParts({ lead, parts }: PlannedStory): readonly (ParagraphPart | BriefPart)[] {
  return parts.filter((part, index): part is ParagraphPart | BriefPart => {
    const spare = part.kind === 'paragraph' || part.kind === 'brief';
    return spare && !part.optional && (index > 0 || lead.length > 0);
  });
}

/** The least share of what is over that a paragraph must save, and the most that is worth naming. */
const ENOUGH = 0.6;
const TOO_MUCH = 4;

function paragraphWays(plan: NewsPlan, story: PlannedStory, characters: number): readonly WayOut[] {
  return spareParts(story).flatMap((part): readonly WayOut[] => {
    const saved = charactersOf(part);
    const [text] = partTexts(part);
    if (saved < characters * ENOUGH || saved > characters * TOO_MUCH + LITTLE || !text) return [];
    const code = part.kind === 'brief' ? 'leave-out-brief' : 'leave-out-paragraph';
    const values = { story: story.id, words: firstWords(text), characters: saved };
    const changes = [{ kind: 'leave-out', range: spanOf(part, text) }] as const;
    const changed = withStory(plan, without(story, [part]));
    return [{ hint: { code, values, changes }, price: saved, plan: changed }];
  });
}

/** Characters of a short paragraph: one may always be named. */
const LITTLE = 150;

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

/** The same story with parts that the copy-fitter may leave out. */
function without(story: PlannedStory, gone: readonly StoryPart[]): PlannedStory {
  const parts = story.parts.map((part): StoryPart => {
    const spare = (part.kind === 'paragraph' || part.kind === 'brief') && gone.includes(part);
    return spare ? { ...part, optional: true } : part;
  });
  return { ...story, parts };
}

/** Several paragraphs together where none alone is enough: the last ones of the lesser stories, as many as it takes. */
function togetherWays(plan: NewsPlan, characters: number): readonly WayOut[] {
  const byRank = plan.stories.toSorted((a, b) => b.rank - a.rank);
  const lastOnes = byRank.flatMap((story) =>
    spareParts(story)
      .slice(-MOST_OF_ONE)
      .map((part) => ({ story, part })),
  );
  const gone: typeof lastOnes = [];
  let saved = 0;
  for (const each of lastOnes) {
    gone.push(each);
    saved += charactersOf(each.part);
    if (gone.length < 2 || saved < characters) continue;
    return [together(plan, gone, saved)];
  }
  return [];
}

/** Paragraphs of one story that go together with those of others. */
const MOST_OF_ONE = 2;

function together(
  plan: NewsPlan,
  gone: readonly { readonly story: PlannedStory; readonly part: ParagraphPart | BriefPart }[],
  saved: number,
): WayOut {
  const [first] = gone;
  const [words] = first ? partTexts(first.part) : [];
  const values = {
    story: first?.story.id ?? '',
    count: gone.length,
    words: words ? firstWords(words) : '',
    characters: saved,
  };
  const changes = gone.flatMap(({ part }) => {
    const [text] = partTexts(part);
    return text ? [{ kind: 'leave-out', range: spanOf(part, text) } as const] : [];
  });
  const parts = gone.map(({ part }) => part);
  const changed = { ...plan, stories: plan.stories.map((story) => without(story, parts)) };
  return { hint: { code: 'leave-out-paragraphs', values, changes }, price: saved, plan: changed };
}

function withStory(plan: NewsPlan, changed: PlannedStory): NewsPlan {
  return { ...plan, stories: plan.stories.map((story) => (story.id === changed.id ? changed : story)) };
}

/** How much lower a picture may be made by a remedy, and what a tenth of it is worth in characters. */
const CROPS = [0.15, 0.2, 0.25, 0.3] as const;
const WORTH_OF_TENTH = 45;

function cropWays(plan: NewsPlan, story: PlannedStory): readonly WayOut[] {
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
