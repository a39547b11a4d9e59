import type { FitNote } from '../../model/page.ts';
import type { Arrangement } from './arrangement.ts';
import { runsDown } from './forms.ts';
import { isFiller } from './leave-out.ts';
import type { SetStory } from './set-story.ts';
import { isFramed } from './story-columns.ts';

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

function storyNotes(set: SetStory): readonly FitNote[] {
  const { kit, way, pour } = set;
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
  notes.push(...resizedNotes(set));
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

/** Pictures that came to stand wider or narrower than their copy asks; never wider than their story. */
function resizedNotes({ kit, way: { form }, cells }: SetStory): readonly FitNote[] {
  if (!kit.shop.pictureSteps || isFramed(kit.story)) return [];
  const room = (cells[0]?.columns ?? 0) - (runsDown(form.head.place) ? 1 : 0);
  return form.pictures.flatMap(({ columns }, index): readonly FitNote[] => {
    const asked = kit.story.pictures[index]?.columns;
    if (asked === undefined || columns === Math.min(asked, room)) return [];
    return [
      { code: 'fit-picture-width', values: { story: kit.story.id, picture: index + 1, columns, asked } },
    ];
  });
}
