import type { FitNote } from '../../model/page.ts';
import type { Arrangement } from './arrangement.ts';
import { isFiller } from './leave-out.ts';
import type { SetStory } from './set-story.ts';

/** What the copy-fitter did on a page of several stories, one note for each thing that it varied. */
export function newsNotes({ sets, found, sheet }: Arrangement): readonly FitNote[] {
  return [
    { code: 'fit-places', values: { found, score: sheet.total } },
    ...sets.flatMap((set) => [placeNote(set), ...storyNotes(set)]),
  ];
}

function placeNote({ kit, cells }: SetStory): FitNote {
  const [first] = cells;
  return {
    code: 'fit-story',
    values: {
      story: kit.story.id,
      first: (first?.column ?? 0) + 1,
      last: (first?.column ?? 0) + (first?.columns ?? 0),
      from: (first?.line ?? 0) + 1,
      to: Math.max(...cells.map(({ line, lines }) => line + lines)),
    },
  };
}

function storyNotes({ kit, way, pour }: SetStory): readonly FitNote[] {
  const story = kit.story.id;
  const notes: FitNote[] = [];
  const { punctuation } = kit.shop;
  if (punctuation) notes.push({ code: 'fit-punctuation', values: { story, style: punctuation } });
  if (way.head.step > 0)
    notes.push({ code: 'fit-head-size', values: { story, steps: way.head.step, size: way.head.size } });
  way.pictures.forEach(({ change }, index) => {
    const percent = Math.round(change * 100);
    if (percent !== 0) notes.push({ code: 'fit-picture', values: { story, picture: index + 1, percent } });
  });
  const shorter = pour.placed.filter(({ change }) => change < 0).length;
  const longer = pour.placed.filter(({ change }) => change > 0).length;
  if (shorter + longer > 0) notes.push({ code: 'fit-story-paragraphs', values: { story, shorter, longer } });
  const gone = pour.placed.filter(({ pieces }) => pieces.length === 0);
  const parts = new Set(gone.filter(({ item }) => !isFiller(item)).map(({ item }) => item.part));
  const fillers = new Set(gone.filter(({ item }) => isFiller(item)).map(({ item }) => item.part));
  if (fillers.size > 0) notes.push({ code: 'fit-filler', values: { story, items: fillers.size } });
  if (parts.size > 0) notes.push({ code: 'fit-left-out', values: { story, parts: parts.size } });
  return notes;
}
