import type { InlineMark, Text } from '../../model/issue.ts';
import type { Phrase } from '../../model/plan.ts';
import type { PlannedStory } from '../../model/news.ts';
import type { StoryPart } from '../../model/story.ts';

/** Texts one after another as one paragraph, that of `main`; each character has its own place in the file. */
export function joined(texts: readonly Text[], { range }: Text): Text {
  let characters = '';
  const offsets: number[] = [];
  const marks: InlineMark[] = [];
  for (const text of texts) {
    const start = characters.length;
    characters += text.characters;
    offsets.push(...text.offsets);
    marks.push(...text.marks.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start })));
  }
  return { characters, offsets, marks, range };
}

/** The text in the face of `**strong**`, with a word space behind it. */
export function opening(text: Text): Text {
  const { characters, offsets, marks, range } = text;
  const strong: InlineMark = { kind: 'strong', start: 0, end: characters.length };
  return {
    characters: `${characters}\u2002`,
    offsets: [...offsets, range.end],
    marks: [strong, ...marks],
    range,
  };
}

/** Every text of a story in the order in which it stands on the page; `printed` tells what of a part is printed. */
export function storyTexts(
  story: PlannedStory,
  printed: (part: StoryPart) => readonly Text[] = partTexts,
): readonly Text[] {
  const { head, byline, bylinePlace, editorNote, dateline, lead, parts, endMark, pictures } = story;
  const some = (text: Text | undefined): readonly Text[] => (text ? [text] : []);
  const names = byline.flatMap((phrase: Phrase) => (phrase.kind === 'copy' ? [phrase.text] : []));
  const at = (place: typeof bylinePlace): readonly Text[] => (bylinePlace === place ? names : []);
  return [
    ...(head ? [...some(head.kicker), head.main, ...some(head.deck), ...head.summary] : []),
    ...at('under-headline'),
    ...editorNote,
    ...(lead.length > 0
      ? [...some(dateline), ...lead, ...at('after-lead')]
      : [...at('after-lead'), ...some(dateline)]),
    ...parts.flatMap(printed),
    ...some(endMark),
    ...at('end'),
    ...pictures.flatMap(({ caption, credit }) => [...some(caption), ...some(credit)]),
  ];
}

/** The texts of a part of a story in their order. */
export function partTexts(part: StoryPart): readonly Text[] {
  const some = (text: Text | undefined): readonly Text[] => (text ? [text] : []);
  switch (part.kind) {
    case 'paragraph':
    case 'subhead':
      return [part.text];
    case 'quote':
      return [part.text, ...some(part.by)];
    case 'list':
      return part.items;
    case 'table':
      return part.rows.flat();
    case 'brief':
      return [...some(part.title), ...part.text];
    case 'chart':
      return [
        ...some(part.title),
        ...some(part.unit),
        ...part.labels,
        ...part.series.flatMap(({ name }) => some(name)),
        ...some(part.source),
      ];
  }
}
