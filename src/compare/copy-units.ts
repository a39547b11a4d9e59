import type { Byline, Issue, PageCopy, Text } from '../model/issue.ts';
import { storyTexts } from '../model/news-texts.ts';
import type { CopyUnit, Passage, PassagePart } from '../model/difference.ts';
import type { NewsCopy, Story } from '../model/story.ts';

type Written = readonly (readonly [PassagePart, Text | undefined])[];

/** The copy of each page in the units in which a desk speaks of it. */
export function unitsOf({ pages, news }: Issue): readonly (readonly CopyUnit[])[] {
  return [...pages.map(pageUnits), ...news.map(newsUnits)];
}

function pageUnits(copy: PageCopy): readonly CopyUnit[] {
  const { page, section, edition, kicker, headline, deck, lead, byline, blocks, credits } = copy;
  const head: Written = [
    ['kicker', kicker],
    ['headline', headline],
    ['deck', deck],
    ...lead.map((text) => ['lead', text] as const),
    ...bylineTexts(byline).map((text) => ['byline', text] as const),
  ];
  const { editor, designer, proofreader } = credits;
  const around = [page, section, edition, editor, designer, proofreader];
  return [
    { kind: 'head', key: '', label: headline.characters, passages: passagesOf(head) },
    ...blocks.map(({ title, text }): CopyUnit => {
      const label = title?.characters ?? text[0]?.characters.slice(0, 12) ?? '';
      const written: Written = [['title', title], ...text.map((one) => ['text', one] as const)];
      return { kind: 'block', key: label, label, passages: passagesOf(written) };
    }),
    furniture(around),
  ];
}

function newsUnits({
  page,
  section,
  edition,
  contacts,
  ears,
  stories,
  credits,
}: NewsCopy): readonly CopyUnit[] {
  const { editor, designer, proofreader } = credits;
  const notices = ears.flatMap(({ title, text }) => [title, ...text]);
  const around = [page, section, edition, ...contacts, ...notices, editor, designer, proofreader];
  return [...stories.map(storyUnit), furniture(around)];
}

function storyUnit(story: Story): CopyUnit {
  const label = story.head?.main.characters ?? story.id;
  return { kind: 'story', key: story.id, label, passages: passagesOf(storyTexts(story)) };
}

function furniture(texts: readonly (Text | undefined)[]): CopyUnit {
  return {
    kind: 'furniture',
    key: '',
    label: '',
    passages: passagesOf(texts.map((text) => ['furniture', text])),
  };
}

function bylineTexts(byline: Byline | undefined): readonly Text[] {
  if (!byline) return [];
  return byline.kind === 'written' ? [byline.text] : byline.roles.flatMap(({ names }) => names);
}

/** The first paragraph of a story is one of its paragraphs. */
const COUNTED_AS: Readonly<Partial<Record<PassagePart, PassagePart>>> = { opening: 'text' };

function passagesOf(written: Written): readonly Passage[] {
  const there = written.flatMap(([part, text]) => (text ? [{ part: COUNTED_AS[part] ?? part, text }] : []));
  return there.map(({ part, text }, index) => {
    const before = there.slice(0, index).filter((one) => one.part === part).length;
    return { part, text, number: before + 1, of: there.filter((one) => one.part === part).length };
  });
}
