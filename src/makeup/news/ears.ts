import { BLACK } from '../../base/colour.ts';
import type { Rect } from '../../base/geometry.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { Composer, TypeLine } from '../../model/galley.ts';
import type { NewsDesign, NewsPlan } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import type { EarCopy } from '../../model/story.ts';
import { lineItems } from '../items.ts';
import { frameWidth, plainFrame } from './frames.ts';
import { HAN_ASCENT, linesOf, partStyle } from './part.ts';

/** A small notice beside the masthead, set over a width. */
export interface SetEar {
  readonly title: readonly TypeLine[];
  readonly text: readonly (readonly TypeLine[])[];
  readonly titleSize: Pt;
  readonly size: Pt;
}

/** Size of the title in body sizes; leadings, and the white inside the frame, under the title and between items, em. */
const TITLE_SIZE = 1.25;
const TITLE_LEADING: Em = 1.25;
const LEADING: Em = 1.4;
const PADDING: Em = 0.9;
const UNDER_TITLE: Em = 0.55;
const BETWEEN: Em = 0.3;

/** Sizes that an ear is tried in when it has more room than its words need, in body sizes. */
const SIZES: readonly number[] = [1.5, 1.35, 1.2, 1.1];

/** Sets an ear at the size of the body: its title in the strong face, its items one under the other. */
export function setEar(ear: EarCopy, width: Pt, design: NewsDesign, composer: Composer): SetEar {
  return earAt(design.styles.caption.size, ear, width, { design, composer });
}

/** The ear as large as goes into a room without turning more lines than at the size of the body. */
export function filledEar(
  ear: EarCopy,
  room: Pick<Rect, 'width' | 'height'>,
  design: NewsDesign,
  composer: Composer,
): SetEar {
  const plain = setEar(ear, room.width, design, composer);
  for (const share of SIZES) {
    const set = earAt(design.styles.caption.size * share, ear, room.width, { design, composer });
    if (lineCount(set) <= lineCount(plain) && earHeight(set) <= room.height) return set;
  }
  return plain;
}

function lineCount({ title, text }: SetEar): number {
  return title.length + text.reduce((sum, item) => sum + item.length, 0);
}

function earAt(
  size: Pt,
  ear: EarCopy,
  width: Pt,
  { design, composer }: { readonly design: NewsDesign; readonly composer: Composer },
): SetEar {
  const { faces, styles } = design;
  const titleSize = size * TITLE_SIZE;
  const inner = width - 2 * insetOf(size);
  const style = partStyle(faces.strong, 'start', design);
  const items = partStyle(styles.note.face, ear.text.length > 1 ? 'start' : 'justify', design);
  return {
    titleSize,
    size,
    title: ear.title ? linesOf(ear.title, style, inner / titleSize, composer) : [],
    text: ear.text.map((text) => linesOf(text, items, inner / size, composer)),
  };
}

function insetOf(size: Pt): Pt {
  return frameWidth('thin') + PADDING * size;
}

/** Height that an ear needs with its frame, points. */
export function earHeight({ title, text, titleSize, size }: SetEar): Pt {
  const lines = text.reduce((sum, item) => sum + item.length, 0);
  const head = title.length > 0 ? title.length * TITLE_LEADING * titleSize + UNDER_TITLE * size : 0;
  const body = lines > 0 ? (lines * LEADING + (text.length - 1) * BETWEEN - (LEADING - 1)) * size : 0;
  return head + body + 2 * insetOf(size);
}

/** An ear in its frame, its words in the middle of it: the title in the colour of the page, items from the left. */
export function earItems(ear: SetEar, rect: Rect, { accent }: NewsPlan): readonly DisplayItem[] {
  const { title, text, titleSize, size } = ear;
  const inset = insetOf(size);
  let y = rect.y + (rect.height - earHeight(ear)) / 2 + inset;
  const items: DisplayItem[] = [...plainFrame('thin', rect)];
  for (const line of title) {
    const x = rect.x + (rect.width - line.width * titleSize) / 2;
    const place = { x, y: y + HAN_ASCENT * titleSize, size: titleSize, colour: accent.fill };
    items.push(...lineItems(line, { ...place, role: 'masthead' }));
    y += TITLE_LEADING * titleSize;
  }
  if (title.length > 0) y += UNDER_TITLE * size;
  for (const item of text) {
    for (const line of item) {
      const place = { x: rect.x + inset, y: y + HAN_ASCENT * size, size, colour: BLACK };
      items.push(...lineItems(line, { ...place, role: 'masthead' }));
      y += LEADING * size;
    }
    y += BETWEEN * size;
  }
  return items;
}
