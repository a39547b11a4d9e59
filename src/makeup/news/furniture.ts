import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsPlan } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { folioItems } from '../folio.ts';

/** What stands on every page beside its stories: folio or masthead. */
export function furnitureItems(plan: NewsPlan, composer: Composer): readonly DisplayItem[] {
  const { design } = plan;
  return design.folio ? folioItems(plan, design, design.folio, composer) : [];
}

/** The copy in it, in order. */
export function furnitureTexts({ folio, design }: NewsPlan): readonly Text[] {
  if (!design.folio) return [];
  const some = (text: Text | undefined): readonly Text[] => (text ? [text] : []);
  return [
    ...some(folio.number),
    ...some(folio.section),
    ...some(folio.edition),
    ...folio.credits.flatMap((phrase) => (phrase.kind === 'copy' ? [phrase.text] : [])),
  ];
}
