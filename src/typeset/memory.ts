import type { SourceRange } from '../base/source.ts';
import type { FontBook } from '../fonts/font.ts';
import type { LineRun, TypeLine } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';

/** Lines that were set for a text of an earlier build, or a number that was found for it. */
interface Answer {
  /** The text that was set. */
  readonly text: Text;
  readonly answer: unknown;
}

interface Entry {
  readonly answers: Map<string, Answer>;
  /** Build that asked last. */
  build: number;
}

interface Memory {
  readonly entries: Map<string, Entry>;
  build: number;
}

/** Builds after which a text that no build has asked for is forgotten: some issues may be set in turn. */
const BUILDS = 8;

/** As long as the faces stay open. */
const memories = new WeakMap<FontBook, Memory>();

/** Something of set lines: a variant of a paragraph or of a heading. */
interface SetLines {
  readonly lines: readonly TypeLine[];
}

/** Answers for texts, which outlast a build. Under one key stand answers of one kind. */
export interface TextMemory {
  /** The settings of a text: those of an earlier build where it set the same words, else what `make` gives. */
  sets<T extends SetLines>(text: Text, key: string, make: () => readonly T[]): readonly T[];
  number(text: Text, key: string, make: () => number): number;
}

/** Takes a range of the text that was set to the same words of the text that is asked for. */
type Move = (range: SourceRange) => SourceRange;

/** Takes set lines to the text that is asked for; a line that several variants share stays one line. */
type MoveLine = (line: TypeLine) => TypeLine;

/**
 * What these faces have set before. Setting depends on the words, their marks, the style and the faces, so that a page
 * with one changed paragraph need not set the others again; only the places of their words in the file are new.
 */
export function memoryOf(fonts: FontBook): TextMemory {
  const memory = memories.get(fonts) ?? { entries: new Map<string, Entry>(), build: 0 };
  memories.set(fonts, memory);
  memory.build += 1;
  for (const [name, entry] of memory.entries) {
    if (entry.build < memory.build - BUILDS) memory.entries.delete(name);
  }
  const recall = recaller(memory);
  const moves = new WeakMap<Text, Map<Text, MoveLine>>();
  const moveFrom = (from: Text, to: Text): MoveLine => {
    const known = moves.get(to) ?? new Map<Text, MoveLine>();
    moves.set(to, known);
    const move = known.get(from) ?? lineMover(mover(from, to));
    known.set(from, move);
    return move;
  };
  return {
    number: (text, key, make) => recall(text, key, make).answer,
    sets: <T extends SetLines>(text: Text, key: string, make: () => readonly T[]) => {
      const known = recall(text, key, make);
      if (known.text === text) return known.answer;
      const move = moveFrom(known.text, text);
      return known.answer.map((set): T => ({ ...set, lines: set.lines.map(move) }));
    },
  };
}

type Recall = <T>(text: Text, key: string, make: () => T) => { readonly text: Text; readonly answer: T };

/** Looks up what was answered for the words of a text, or keeps what is answered now. */
function recaller({ entries, build }: Memory): Recall {
  const names = new WeakMap<Text, string>();
  return <T>(text: Text, key: string, make: () => T) => {
    // A reading has places of its own.
    if (text.marks.some(({ kind }) => kind === 'ruby')) return { text, answer: make() };
    const name = names.get(text) ?? nameOf(text);
    names.set(text, name);
    const entry = entries.get(name) ?? { answers: new Map<string, Answer>(), build };
    entries.set(name, entry);
    entry.build = build;
    const known = entry.answers.get(key) ?? { text, answer: make() };
    entry.answers.set(key, known);
    return { text: known.text, answer: known.answer as T };
  };
}

/** The same for texts of the same words and marks whose characters stand at the same distances in their files. */
function nameOf({ characters, offsets, marks, range }: Text): string {
  const first = offsets[0] ?? range.start;
  const jumps = offsets.flatMap((offset, i) => {
    const step = offset - (offsets[i - 1] ?? first - 1);
    return step === 1 ? [] : [i, step];
  });
  return JSON.stringify([characters, marks, jumps, range.start - first, range.end - first]);
}

function mover(from: Text, to: Text): Move {
  const shift = to.range.start - from.range.start;
  const { file } = to.range;
  const known = new Map<SourceRange, SourceRange>([[from.range, to.range]]);
  return (range) => {
    const moved = known.get(range) ?? { file, start: range.start + shift, end: range.end + shift };
    known.set(range, moved);
    return moved;
  };
}

function lineMover(move: Move): MoveLine {
  const runMoved = ({ origin, passage, ...run }: LineRun): LineRun => ({
    ...run,
    ...(origin && { origin: move(origin) }),
    ...(passage && { passage: move(passage) }),
  });
  const known = new Map<TypeLine, TypeLine>();
  return (line) => {
    const moved = known.get(line) ?? { ...line, runs: line.runs.map(runMoved) };
    known.set(line, moved);
    return moved;
  };
}
