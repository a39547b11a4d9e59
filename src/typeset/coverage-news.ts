import type { Report } from '../base/diagnostic.ts';
import type { FontBook } from '../fonts/font.ts';
import type { Text } from '../model/issue.ts';
import type { NewsDesign, NewsPlan, PlannedStory } from '../model/news.ts';
import type { Phrase } from '../model/plan.ts';
import type { PaperCopy, StoryPart } from '../model/story.ts';
import { checkTexts, type TextInRole } from './coverage.ts';

type Roles = TextInRole['roles'];
type Some = Text | undefined;

/** Whether every face that a page of several stories asks for has its characters; else each gap is reported once. */
export function checkNewsPage(plan: NewsPlan, fonts: FontBook, report: Report): boolean {
  const { design, stories } = plan;
  const texts = [...furnitureTexts(plan), ...stories.flatMap((story) => storyTexts(story, design))];
  return checkTexts(texts, design.text.language, fonts, report);
}

function inRole(roles: Roles, ...texts: readonly Some[]): readonly TextInRole[] {
  return texts.flatMap((text) => (text ? [{ text, roles }] : []));
}

function copied(phrases: readonly Phrase[]): readonly Text[] {
  return phrases.flatMap((phrase) => (phrase.kind === 'copy' ? [phrase.text] : []));
}

/** Folio, masthead and ears, as far as the layout has them. */
function furnitureTexts({ design, folio, contacts, title, masthead, ears }: NewsPlan): readonly TextInRole[] {
  const { folio: strip, masthead: head, faces, heads } = design;
  const words = [folio.number, folio.edition, ...copied(folio.credits), ...contacts];
  const earHead = design.roleHeads.get('box') ?? heads.at(-1);
  return [
    ...(strip ? [...inRole(strip.sectionFace, folio.section), ...inRole(strip.face, ...words)] : []),
    ...(head
      ? [
          ...inRole(head.nameFace, title?.name),
          ...inRole(head.face, ...imprint(title), masthead.issue, masthead.pages, masthead.weather),
          ...ears.flatMap((ear) => [
            ...(earHead ? inRole(earHead.face, ear.title) : []),
            ...inRole({ plain: faces.body, strong: faces.strong }, ...ear.text),
          ]),
        ]
      : []),
  ];
}

function imprint(title: PaperCopy | undefined): readonly Some[] {
  if (!title) return [];
  const { registration, publisher, address, telephone, postcode } = title;
  const { printer, printerAddress, distribution, price } = title;
  return [
    registration,
    publisher,
    address,
    telephone,
    postcode,
    printer,
    printerAddress,
    distribution,
    price,
  ];
}

function storyTexts(story: PlannedStory, design: NewsDesign): readonly TextInRole[] {
  const { head, byline, editorNote, dateline, lead, parts, endMark, pictures } = story;
  const { styles, faces } = design;
  const { strong } = faces;
  const flow = (face: string): Roles => ({ plain: face, strong });
  return [
    ...(head
      ? [
          ...inRole(head.design.kicker.face, head.kicker),
          ...inRole(head.design.face, head.main),
          ...inRole(head.design.deck.face, head.deck, ...head.summary),
        ]
      : []),
    ...inRole(styles.byline.face, ...copied(byline)),
    ...inRole(flow(styles.note.face), ...editorNote),
    ...inRole(styles.dateline, dateline),
    ...inRole(flow(styles.lead.face), ...lead),
    ...parts.flatMap((part) => partTexts(part, design, flow(faces.body))),
    ...inRole(faces.body, endMark),
    ...pictures.flatMap(({ caption, credit }) => [
      ...inRole(flow(styles.caption.face), caption),
      ...inRole(styles.credit.face, credit),
    ]),
  ];
}

function partTexts(part: StoryPart, { styles }: NewsDesign, body: Roles): readonly TextInRole[] {
  switch (part.kind) {
    case 'paragraph':
      return inRole(body, part.text);
    case 'subhead':
      return inRole(styles.subhead.face, part.text);
    case 'quote':
      return inRole(styles.quote.face, part.text, part.by);
    case 'list':
      return inRole(body, ...part.items);
    case 'table':
      return inRole(styles.table.face, ...part.rows.flat());
    case 'brief':
      return [...inRole(styles.briefTitle.face, part.title), ...inRole(body, ...part.text)];
    case 'chart': {
      const names = part.series.map(({ name }) => name);
      return inRole(styles.table.face, part.title, part.unit, part.source, ...part.labels, ...names);
    }
  }
}
