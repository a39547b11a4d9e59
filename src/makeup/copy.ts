import type { SourceRange } from '../base/source.ts';
import type { InlineMark, Text } from '../model/issue.ts';
import type { DisplayItem } from '../model/page.ts';
import type { PagePlan, Phrase, PlannedBlock } from '../model/plan.ts';

/** The characters of a text without spaces, as they are counted and compared; an annotation follows its base. */
export function solid(text: Text): string {
  let characters = '';
  let from = 0;
  for (const mark of text.marks) {
    if (mark.kind !== 'ruby') continue;
    characters += text.characters.slice(from, mark.end) + mark.annotation.characters;
    from = mark.end;
  }
  return withoutSpaces(characters + text.characters.slice(from));
}

export function withoutSpaces(characters: string): string {
  return characters.replace(/\s/gu, '');
}

/** The characters of the copy that stand on a page, without spaces, in their order; words of the engine are left out. */
export function charactersOn(items: readonly DisplayItem[]): string {
  const glyphs = items.flatMap((item) => (item.kind === 'glyphs' && item.origin ? item.glyphs : []));
  return withoutSpaces(glyphs.map(({ text }) => text).join(''));
}

/** Nothing is lost, doubled or moved: throws unless the characters on a page are those of its copy, in its order. */
export function proveSame(copy: readonly Text[], found: string): void {
  const wanted = copy.map(solid).join('');
  if (wanted === found) return;
  const [there, here] = [[...wanted], [...found]];
  const at = there.findIndex((character, index) => here[index] !== character);
  const near = (characters: readonly string[]): string =>
    characters.slice(Math.max(0, at - 5), Math.max(0, at) + 10).join('');
  throw new Error(`make-up changed the copy at character ${at}: “${near(there)}” became “${near(here)}”`);
}

/** Characters as people count them: code points. */
export function countOf(characters: string): number {
  return [...characters].length;
}

/** Every text of the page in the order in which make-up sets it. */
export function copyOf(plan: PagePlan): readonly Text[] {
  const { folio } = plan;
  const some = (text: Text | undefined): readonly Text[] => (text ? [text] : []);
  return [
    ...some(folio.number),
    ...some(folio.section),
    ...some(folio.edition),
    ...folio.credits.flatMap(textOf),
    ...some(plan.kicker),
    plan.headline,
    ...some(plan.deck),
    ...plan.lead,
    ...plan.byline.flatMap(textOf),
    ...plan.blocks.flatMap(blockCopy),
  ];
}

function textOf(phrase: Phrase): readonly Text[] {
  return phrase.kind === 'copy' ? [phrase.text] : [];
}

/** The copy whose length may vary: lead, titles and paragraphs in reading order. */
export function flowingCopy({ lead, blocks }: PagePlan): readonly Text[] {
  return [...lead, ...blocks.flatMap(blockCopy)];
}

function blockCopy({ title, paragraphs }: PlannedBlock): readonly Text[] {
  return title ? [title, ...paragraphs] : paragraphs;
}

/** Characters of several texts, spaces not counted. */
export function lengthOf(texts: readonly Text[]): number {
  return texts.reduce((sum, text) => sum + countOf(solid(text)), 0);
}

/** The same page with only the first `count` characters (spaces not counted) of its lead and blocks. */
export function truncated(plan: PagePlan, count: number): PagePlan {
  let left = count;
  const take = (text: Text): readonly Text[] => {
    const kept = textStart(text, left);
    left = Math.max(0, left - countOf(solid(text)));
    return kept ? [kept] : [];
  };
  const lead = plan.lead.flatMap(take);
  const blocks = plan.blocks.flatMap((block): readonly PlannedBlock[] => {
    // A title needs at least a character of its text, if it has one.
    const needed = (block.title ? countOf(solid(block.title)) : 0) + (block.paragraphs.length > 0 ? 1 : 0);
    const title = needed <= left ? block.title : undefined;
    if (block.title && !title) left = 0;
    if (title) left -= countOf(solid(title));
    const paragraphs = block.paragraphs.flatMap(take);
    if (paragraphs.length === 0 && block.paragraphs.length > 0) return [];
    const { numeral, theme, direction } = block;
    return [{ numeral, theme, direction, paragraphs, ...(title && { title }) }];
  });
  return { ...plan, lead, blocks };
}

/** The text up to its `count`th character that is no space; `undefined` when nothing is left. */
function textStart(text: Text, count: number): Text | undefined {
  if (count <= 0) return undefined;
  if (countOf(solid(text)) <= count) return text;
  let end = 0;
  for (let taken = 0; taken < count && end < text.characters.length;) {
    const character = String.fromCodePoint(text.characters.codePointAt(end) ?? 0);
    end += character.length;
    if (character.trim() !== '') taken += 1;
    taken += annotationEndingAt(text, end);
  }
  return slice(text, end);
}

function annotationEndingAt(text: Text, end: number): number {
  const ruby = text.marks.find((mark) => mark.kind === 'ruby' && mark.end === end);
  return ruby?.kind === 'ruby' ? countOf(withoutSpaces(ruby.annotation.characters)) : 0;
}

function slice(text: Text, end: number): Text {
  const clip = (mark: InlineMark): readonly InlineMark[] =>
    mark.start >= end ? [] : [{ ...mark, end: Math.min(mark.end, end) }];
  return {
    characters: text.characters.slice(0, end),
    offsets: text.offsets.slice(0, end),
    marks: text.marks.flatMap(clip),
    range: text.range,
  };
}

/** A Han character of full width, for asking how much more copy would go on. */
const FILLER = '字';

/** The same page with `count` Han characters more at the end of its last paragraph, or in a first one. */
export function lengthened(plan: PagePlan, count: number): PagePlan {
  const written = plan.blocks.findLastIndex(({ paragraphs }) => paragraphs.length > 0);
  const at = written < 0 ? Math.max(0, plan.blocks.length - 1) : written;
  const block = plan.blocks[at] ?? {
    numeral: '',
    theme: plan.accent,
    direction: 'horizontal',
    paragraphs: [],
  };
  const last = block.paragraphs.at(-1) ?? {
    characters: '',
    offsets: [],
    marks: [],
    range: plan.headline.range,
  };
  const longer: Text = {
    ...last,
    characters: last.characters + FILLER.repeat(count),
    offsets: [...last.offsets, ...Array<number>(count).fill(last.range.end)],
  };
  const paragraphs = [...block.paragraphs.slice(0, -1), longer];
  const blocks = [...plan.blocks.slice(0, at), { ...block, paragraphs }, ...plan.blocks.slice(at + 1)];
  return { ...plan, blocks };
}

/** Place and first words of what stands behind the first `count` characters of lead and blocks. */
export function restOf(
  plan: PagePlan,
  count: number,
): { readonly range: SourceRange; readonly words: string } | undefined {
  let left = count;
  for (const text of flowingCopy(plan)) {
    const length = countOf(solid(text));
    if (left < length) {
      const start = textStart(text, left)?.characters.length ?? 0;
      const words = [...text.characters.slice(start)].slice(0, 12).join('');
      const { file, end } = text.range;
      return { words, range: { file, start: text.offsets[start] ?? text.range.start, end } };
    }
    left -= length;
  }
  return undefined;
}
