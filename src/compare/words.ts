import { diffArrays } from 'diff';
import type { ChangePlace, CopyUnit, Passage, Piece, Sentence, WordChange } from '../model/difference.ts';
import { aligned, likenessOf, type Aligned } from './align.ts';

/** Texts that are less alike are not the same text reworded. */
const SAME_SENTENCE = 0.35;
const SAME_PASSAGE = 0.3;
const SAME_UNIT = 0.25;

/** A unit or a passage in both issues, or in one of them. */
export interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

/** Units of two pages that are the same story or block: by id, else by heading, else by what they say. */
export function pairedUnits(
  before: readonly CopyUnit[],
  after: readonly CopyUnit[],
): readonly Pair<CopyUnit>[] {
  const rest = new Set(after);
  const partners = new Map<CopyUnit, CopyUnit>();
  for (const likeness of [sameKey, sameLabel, sameWords]) {
    for (const unit of before) {
      if (partners.has(unit)) continue;
      const [best] = [...rest]
        .map((other) => ({ other, alike: likeness(unit, other) }))
        .filter(({ alike }) => alike >= SAME_UNIT)
        .toSorted((one, other) => other.alike - one.alike);
      if (!best) continue;
      partners.set(unit, best.other);
      rest.delete(best.other);
    }
  }
  const pairs = before.map((unit): Pair<CopyUnit> => {
    const partner = partners.get(unit);
    return partner ? { before: unit, after: partner } : { before: unit };
  });
  return [...pairs, ...[...rest].map((unit) => ({ after: unit }))];
}

/** Ids that the engine gives by order say nothing. */
function sameKey(one: CopyUnit, other: CopyUnit): number {
  const given = one.kind !== 'story' || !/^story-\d+$/.test(one.key);
  return given && one.kind === other.kind && one.key === other.key ? 1 : 0;
}

function sameLabel(one: CopyUnit, other: CopyUnit): number {
  return one.kind === other.kind && one.label === other.label ? 1 : 0;
}

function sameWords(one: CopyUnit, other: CopyUnit): number {
  const words = ({ passages }: CopyUnit) => passages.map(({ text }) => text.characters).join('\n');
  return one.kind === other.kind ? likenessOf(words(one), words(other)) : 0;
}

/** Passages of a unit that are the same paragraph or heading, in order. */
export function pairedPassages({ before, after }: Pair<CopyUnit>): Aligned<Passage> {
  const alike = (one: Passage, other: Passage) =>
    one.part === other.part
      ? Math.max(isHeading(one) ? SAME_PASSAGE : 0, likenessOf(one.text.characters, other.text.characters))
      : 0;
  return aligned(before?.passages ?? [], after?.passages ?? [], alike, SAME_PASSAGE);
}

/** A unit has one of each; however reworded, it is the same one. */
function isHeading({ part, of }: Passage): boolean {
  return of === 1 && part !== 'text';
}

/** Every sentence of a unit that is not as it was. */
export function wordChanges(pair: Pair<CopyUnit>): readonly WordChange[] {
  return pairedPassages(pair).flatMap((passages) => passageChanges(passages, pair));
}

/** Where a passage stands, for people; of a unit in both issues as the new one calls it. */
export function placeOf(passage: Passage, { before, after }: Pair<CopyUnit>): ChangePlace {
  const { kind, key, label } = (after ?? before)!;
  const { part, number, of } = passage;
  return { kind, unit: key, label, part, number, of };
}

function passageChanges({ before, after }: Pair<Passage>, units: Pair<CopyUnit>): readonly WordChange[] {
  const old = before ? sentencesOf(before) : [];
  const fresh = after ? sentencesOf(after) : [];
  const changes: WordChange[] = [];
  let removed: Sentence[] = [];
  let added: Sentence[] = [];
  const settle = () => {
    for (const pair of pairedSentences(removed, added)) changes.push(changeOf(pair, units));
    removed = [];
    added = [];
  };
  let from = 0;
  let to = 0;
  for (const part of diffArrays(
    old.map(({ text }) => text),
    fresh.map(({ text }) => text),
  )) {
    if (!part.added && !part.removed) settle();
    if (part.removed) removed.push(...old.slice(from, from + part.value.length));
    if (part.added) added.push(...fresh.slice(to, to + part.value.length));
    if (!part.added) from += part.value.length;
    if (!part.removed) to += part.value.length;
  }
  settle();
  return changes;
}

/** Sentences that stand in each other's place; a heading that is reworded from end to end is still the same heading. */
function pairedSentences(
  removed: readonly Sentence[],
  added: readonly Sentence[],
): readonly Pair<Sentence>[] {
  const [before, after] = [removed[0], added[0]];
  const single = removed.length === 1 && added.length === 1;
  if (before && after && single && isHeading(before.passage)) return [{ before, after }];
  return aligned(removed, added, (one, other) => likenessOf(one.text, other.text), SAME_SENTENCE);
}

function changeOf({ before, after }: Pair<Sentence>, units: Pair<CopyUnit>): WordChange {
  if (before && after) {
    const pieces = piecesOf(before.text, after.text);
    return { kind: 'changed', place: placeOf(after.passage, units), before, after, pieces };
  }
  if (after) return { kind: 'added', place: placeOf(after.passage, units), after };
  if (before) return { kind: 'removed', place: placeOf(before.passage, units), before };
  throw new Error('a change of nothing');
}

/** A sentence that went in one place and came in another was moved. */
export function withMoves(changes: readonly WordChange[]): readonly WordChange[] {
  const came = changes.filter((change) => change.kind === 'added');
  const moved = new Map<WordChange, WordChange>();
  const taken = new Set<WordChange>();
  for (const change of changes) {
    if (change.kind !== 'removed') continue;
    const other = came.find((one) => !taken.has(one) && one.after.text === change.before.text);
    if (!other) continue;
    taken.add(other);
    const { place, before } = change;
    moved.set(change, { kind: 'moved', place, to: other.place, before, after: other.after });
  }
  return changes.flatMap((change) => (taken.has(change) ? [] : [moved.get(change) ?? change]));
}

const SENTENCES = new Intl.Segmenter('zh', { granularity: 'sentence' });
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Marks that open; UAX 29 counts them to the sentence before. */
const OPENING = /[“‘「『（〔《〈【([{]+$/u;

/** The sentences of a passage; a stop within quotation marks ends one, as UAX 29 has it. */
function sentencesOf(passage: Passage): readonly Sentence[] {
  const { characters } = passage.text;
  const ends = [...SENTENCES.segment(characters)].map(({ segment, index }) => {
    return index + segment.length - (OPENING.exec(segment)?.[0].length ?? 0);
  });
  const starts = [0, ...ends.slice(0, -1)];
  return starts.map((from, index) => {
    const segment = characters.slice(from, index === starts.length - 1 ? undefined : ends[index]);
    const start = from + segment.length - segment.trimStart().length;
    const text = segment.trim();
    return { text, passage, start, end: start + text.length };
  });
}

/** What two sentences share and what they do not, in whole words. */
function piecesOf(before: string, after: string): readonly Piece[] {
  const segments = (text: string) => [...WORDS.segment(text)].map(({ segment }) => segment);
  return diffArrays(segments(before), segments(after)).map(({ added, removed, value }) => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
}
