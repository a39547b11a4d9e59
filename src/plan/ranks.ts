import type { Story, StoryRole } from '../model/story.ts';

/** The order of the roles on a page, the most important first; equal ones keep the order of the file. */
const ORDER: Readonly<Record<StoryRole, number>> = {
  lead: 1,
  second: 2,
  third: 3,
  photo: 4,
  comment: 4,
  box: 5,
  brief: 6,
  briefs: 6,
  notice: 7,
};

/**
 * The rank of each story, 1 the most important, each once: a rank that was written is kept as far as there are stories
 * before it; the others follow their roles and the order of the file.
 */
export function ranksOf(stories: readonly Pick<Story, 'role' | 'rank'>[]): readonly number[] {
  const free = stories
    .map((_, index) => index)
    .filter((index) => stories[index]?.rank === undefined)
    .toSorted((one, other) => orderOf(stories[one]) - orderOf(stories[other]));
  const fixed = stories
    .map((_, index) => index)
    .filter((index) => stories[index]?.rank !== undefined)
    .toSorted((one, other) => (stories[one]?.rank ?? 0) - (stories[other]?.rank ?? 0));
  const ordered = [...free];
  for (const index of fixed) ordered.splice((stories[index]?.rank ?? 1) - 1, 0, index);
  return stories.map((_, index) => ordered.indexOf(index) + 1);
}

function orderOf(story: Pick<Story, 'role'> | undefined): number {
  return story ? ORDER[story.role] : 0;
}
