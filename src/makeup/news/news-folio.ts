import { BLACK } from '../../base/colour.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { FolioDesign } from '../../model/layout.ts';
import type { NewsPlan } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { folioRule, folioStrip, numberItems, sharedBaseline, type Strip } from '../folio.ts';
import { HAN_ASCENT } from './part.ts';
import { phrasePieces, rowItems, scaledRow, setRow, type Piece, type Row } from './row.ts';

/** The paper's name beside the section, in sizes of the folio, and the white on both sides of its rule, em. */
const NAME_SIZE: Em = 1.5;
const BESIDE_RULE: Em = 1;
/** Least white between the groups of words, em of the folio; the least share of their size that they may take. */
const GAP: Em = 2;
const LEAST_SHARE = 0.5;

/**
 * The folio (报眉) of an inside page: number in a block of colour, section, edition and the paper's name at the left, day
 * and contacts in the middle, credits at the right, a rule under all of it. Words that would touch are set smaller.
 * Nothing where the layout has no folio.
 */
export function newsFolioItems(
  plan: NewsPlan,
  contacts: readonly Text[],
  composer: Composer,
): readonly DisplayItem[] {
  const { folio, grid } = plan.design;
  if (!folio) return [];
  const strip = folioStrip(grid, folio);
  const number = numberItems(plan, folio, strip, composer);
  const set = fittedGroups(plan, contacts, { folio, room: strip.width - number.width }, composer);
  const y = sharedBaseline(strip, folio);
  const start = strip.left + number.width;
  const end = strip.left + strip.width - set.right.width;
  const place = { y, role: 'folio' } as const;
  const name = nameItems(set.name, start + set.left.width, y, folio);
  const leftEnd = start + set.left.width + name.width;
  return [
    ...number.items,
    ...rowItems(set.left, { ...place, x: start }),
    ...name.items,
    ...rowItems(set.middle, { ...place, x: middleOf(strip, [leftEnd, end], set.middle.width, folio) }),
    ...rowItems(set.right, { ...place, x: end }),
    ...folioRule(strip, folio),
  ];
}

/** In the middle of the strip if its neighbours leave it that, else in the middle between them. */
function middleOf(
  { left, width }: Strip,
  [from, to]: readonly [from: Pt, to: Pt],
  own: Pt,
  { size }: FolioDesign,
): Pt {
  const centred = left + (width - own) / 2;
  const clear = centred >= from + GAP * size && centred + own <= to - GAP * size;
  return clear ? centred : from + (to - from - own) / 2;
}

interface Groups {
  readonly left: Row;
  readonly name: Row;
  readonly middle: Row;
  readonly right: Row;
}

/** The groups of words, smaller by one share when they have no room beside each other. */
function fittedGroups(
  { folio: copy, title, design }: NewsPlan,
  contacts: readonly Text[],
  { folio, room }: { readonly folio: FolioDesign; readonly room: Pt },
  composer: Composer,
): Groups {
  const { face, size, sectionFace, sectionSize } = folio;
  const small = { face, size } as const;
  const optional = (text: Text | undefined, piece: Omit<Piece, 'text'>): readonly Piece[] =>
    text ? [{ text, ...piece }] : [];
  const left = [
    ...optional(copy.section, { face: sectionFace, size: sectionSize }),
    ...optional(copy.edition, { face, size: size * 1.25, before: size * 1.1 }),
  ];
  const nameFace = design.masthead?.nameFace ?? sectionFace;
  const name = optional(title?.name, { face: nameFace, size: size * NAME_SIZE });
  const middle = [...copy.day, ...contacts].map((text): Piece => ({ text, ...small, before: 1.5 * size }));
  const rows = {
    left: setRow(left, composer),
    name: setRow(name, composer),
    middle: setRow(middle, composer),
    right: setRow(phrasePieces(copy.credits, small), composer),
  };
  const white = (2 * GAP + 2 * BESIDE_RULE) * size;
  const needed = rows.left.width + rows.name.width + rows.middle.width + rows.right.width;
  const share = Math.max(LEAST_SHARE, Math.min(1, (room - white) / needed));
  if (share === 1) return rows;
  return {
    left: scaledRow(rows.left, share),
    name: scaledRow(rows.name, share),
    middle: scaledRow(rows.middle, share),
    right: scaledRow(rows.right, share),
  };
}

/** The paper's name behind a thin rule that parts it from the section. */
function nameItems(
  name: Row,
  x: Pt,
  y: Pt,
  folio: FolioDesign,
): { readonly items: readonly DisplayItem[]; readonly width: Pt } {
  if (name.width === 0) return { items: [], width: 0 };
  const white = BESIDE_RULE * folio.size;
  const height = NAME_SIZE * folio.size;
  const rule = { x: x + white - RULE / 2, y: y - HAN_ASCENT * height, width: RULE, height };
  return {
    items: [
      { kind: 'rect', role: 'decoration', fill: BLACK, ...rule },
      ...rowItems(name, { x: x + 2 * white, y, role: 'folio' }),
    ],
    width: 2 * white + name.width,
  };
}

/** Weight of the rule before the name, points. */
const RULE: Pt = 0.5;

/** The copy of the folio in the order in which it stands. */
export function newsFolioTexts(
  { folio, title, design }: NewsPlan,
  contacts: readonly Text[],
): readonly Text[] {
  if (!design.folio) return [];
  const credits = folio.credits.flatMap((phrase) => (phrase.kind === 'copy' ? [phrase.text] : []));
  const left = [folio.number, folio.section, folio.edition, title?.name];
  return [...left, ...contacts, ...credits].flatMap((text) => text ?? []);
}
