import { BLACK } from '../base/colour.ts';
import type { Em, Pt } from '../base/units.ts';
import type { Composer } from '../model/galley.ts';
import type { Design, FolioDesign, Grid } from '../model/layout.ts';
import type { DisplayItem } from '../model/page.ts';
import type { FolioCopy, PagePlan, Phrase } from '../model/plan.ts';
import { phraseItems, setPhrases, type PhraseStyle } from './byline.ts';
import { centredBaseline, lineItems } from './items.ts';
import { ruleItems } from './rules.ts';

/**
 * The strip at the head of the page: the number in a block of colour, the section and the edition beside it, the day in
 * the middle, the credits at the right end, a rule under all of it.
 */
export function folioItems(
  plan: PagePlan,
  design: Design,
  folio: FolioDesign,
  composer: Composer,
): readonly DisplayItem[] {
  const strip = folioStrip(design.grid, folio);
  return [
    ...nameItems(plan, folio, strip, composer),
    ...dayItems(plan.folio, folio, strip, composer),
    ...creditItems(plan.folio, folio, strip, composer),
    ...folioRule(strip, folio),
  ];
}

/** The strip that the words of a folio stand in. */
export function folioStrip({ left, top, width }: Grid, folio: FolioDesign): Strip {
  return { left, top, width, height: folio.numberSize * STRIP };
}

/** The rule under the strip. */
export function folioRule({ left, top, width, height }: Strip, folio: FolioDesign): readonly DisplayItem[] {
  return ruleItems(folio.rule, { x: left, y: top + height + folio.size * OVER_RULE, width, colour: BLACK });
}

/** Height of the strip in em of the number, and the white between it and the rule in em of the folio. */
const STRIP: Em = 1.3;
const OVER_RULE: Em = 0.2;

export interface Strip {
  readonly left: Pt;
  readonly top: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

function nameItems(
  plan: PagePlan,
  folio: FolioDesign,
  strip: Strip,
  composer: Composer,
): readonly DisplayItem[] {
  const { section, edition } = plan.folio;
  const number = numberItems(plan, folio, strip, composer);
  const items: DisplayItem[] = [...number.items];
  const baseline = sharedBaseline(strip, folio);
  const words = [
    { text: section, face: folio.sectionFace, size: folio.sectionSize },
    { text: edition, face: folio.face, size: folio.size * 1.25 },
  ];
  let x = strip.left + number.width;
  for (const { text, face, size } of words) {
    if (!text) continue;
    const line = composer.line(text, face);
    items.push(...lineItems(line, { x, y: baseline, size, colour: BLACK, role: 'folio' }));
    x += line.width * size + folio.size * 1.1;
  }
  return items;
}

/** The page number in its block of colour, and the width it takes with the white beside it. */
export function numberItems(
  { folio: { number }, accent }: Pick<PagePlan, 'folio' | 'accent'>,
  folio: FolioDesign,
  strip: Strip,
  composer: Composer,
): { readonly items: readonly DisplayItem[]; readonly width: Pt } {
  if (!number) return { items: [], width: 0 };
  const line = composer.line(number, folio.face);
  const size = folio.numberSize;
  const ink = line.width * size;
  const width = Math.max(ink + 0.9 * size, 1.5 * strip.height);
  const block = { x: strip.left, y: strip.top, width, height: strip.height };
  const x = strip.left + (width - ink) / 2;
  const y = centredBaseline(strip.top, strip.height, size);
  return {
    items: [
      { kind: 'rect', role: 'decoration', fill: accent.fill, ...block },
      ...lineItems(line, { x, y, size, colour: accent.ink, role: 'folio' }),
    ],
    width: width + folio.size,
  };
}

/** All words but the number stand on one baseline, that of the section. */
export function sharedBaseline(strip: Strip, folio: FolioDesign): Pt {
  return centredBaseline(strip.top, strip.height, folio.sectionSize) + 0.05 * folio.sectionSize;
}

function phraseStyle({ face, size }: FolioDesign): PhraseStyle {
  return { face, labelFace: face, size, beforeLabel: size * 1.5, beforeName: size };
}

function dayItems(
  { day }: FolioCopy,
  folio: FolioDesign,
  strip: Strip,
  composer: Composer,
): readonly DisplayItem[] {
  const phrases = day.map((characters): Phrase => ({ kind: 'written', characters, label: false }));
  const set = setPhrases(phrases, phraseStyle(folio), composer);
  const x = strip.left + (strip.width - set.width) / 2;
  return phraseItems(set.phrases, { x, y: sharedBaseline(strip, folio), role: 'folio' });
}

function creditItems(
  { credits }: FolioCopy,
  folio: FolioDesign,
  strip: Strip,
  composer: Composer,
): readonly DisplayItem[] {
  const set = setPhrases(credits, phraseStyle(folio), composer);
  const x = strip.left + strip.width - set.width;
  return phraseItems(set.phrases, { x, y: sharedBaseline(strip, folio), role: 'folio' });
}
