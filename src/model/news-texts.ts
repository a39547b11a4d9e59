import type { Byline, Credits, Text } from './issue.ts';
import type { NewsCopy, Picture, Story, StoryPart } from './story.ts';

/** What a text of a news page is; `opening`: the first paragraph of a story, in which its dateline may be written. */
export type NewsPart =
  'kicker' | 'headline' | 'deck' | 'dateline' | 'lead' | 'title' | 'text' | 'opening' | 'label';

type Part = readonly [NewsPart, Text];

/** Every text of a page of several stories that is printed, in reading order. */
export function newsTexts(page: NewsCopy): readonly Part[] {
  const { section, edition, contacts, ears, stories, credits } = page;
  return [
    ...parts('label', section, edition),
    ...parts('label', ...contacts),
    ...ears.flatMap(({ title, text }) => [...parts('title', title), ...parts('text', ...text)]),
    ...stories.flatMap(storyTexts),
    ...creditParts(credits),
  ];
}

function parts(part: NewsPart, ...texts: readonly (Text | undefined)[]): readonly Part[] {
  return texts.flatMap((text): readonly Part[] => (text ? [[part, text]] : []));
}

function creditParts({ editor, designer, proofreader }: Credits): readonly Part[] {
  return parts('label', editor, designer, proofreader);
}

/** Every text of a story that is printed, in reading order. */
export function storyTexts(story: Story): readonly Part[] {
  const { head, dateline, editorNote, lead, byline, endMark, pictures } = story;
  const body = story.parts.flatMap(bodyParts);
  return [
    ...parts('kicker', head?.kicker),
    ...parts('headline', head?.main),
    ...parts('deck', head?.deck, ...(head?.summary ?? [])),
    ...parts('text', ...editorNote),
    ...parts('dateline', dateline),
    ...bylineParts(byline),
    ...(dateline ? parts('lead', ...lead) : opened(parts('lead', ...lead))),
    ...(dateline || lead.length > 0 ? body : opened(body)),
    ...parts('label', endMark),
    ...pictures.flatMap(pictureParts),
  ];
}

function opened([first, ...others]: readonly Part[]): readonly Part[] {
  return first ? [['opening', first[1]], ...others] : [];
}

function bylineParts(byline: Byline | undefined): readonly Part[] {
  if (!byline) return [];
  return byline.kind === 'written'
    ? parts('label', byline.text)
    : parts('label', ...byline.roles.flatMap(({ names }) => names));
}

function bodyParts(part: StoryPart): readonly Part[] {
  switch (part.kind) {
    case 'paragraph':
      return parts('text', part.text);
    case 'subhead':
      return parts('title', part.text);
    case 'quote':
      return [...parts('text', part.text), ...parts('label', part.by)];
    case 'list':
      return parts('text', ...part.items);
    case 'table':
      return parts('label', ...part.rows.flat());
    case 'brief':
      return [...parts('title', part.title), ...parts('text', ...part.text)];
    case 'chart':
      return [
        ...parts('title', part.title),
        ...parts('label', part.unit, part.source, ...part.labels, ...part.series.map(({ name }) => name)),
      ];
  }
}

function pictureParts({ caption, credit }: Picture): readonly Part[] {
  return [...parts('text', caption), ...parts('label', credit)];
}
