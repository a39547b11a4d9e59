import type { Composer, SetVariant, TypeLine } from '../../src/model/galley.ts';
import { copyText } from './news-design.ts';
import type { BlockItem, StoryItem, TextItem } from '../../src/makeup/news/flow.ts';
import type { ParagraphPart } from '../../src/model/story.ts';
import { RANGE } from './news-design.ts';

const LINE: TypeLine = {
  runs: [],
  dots: [],
  names: [],
  measure: 20,
  width: 20,
  gap: 0,
  start: 0,
  end: 0,
  over: 0,
};

function variant(lines: number, cost: number, last: number): SetVariant {
  const full = Array<TypeLine>(Math.max(0, lines - 1)).fill(LINE);
  return { lines: [...full, { ...LINE, width: last }], cost, loosest: 0 };
}

/**
 * `3` is a paragraph of three lines, `3+` one that may take a fourth, `-3` one that may lose one; in the best setting its
 * last line is `last` wide.
 */
export function variantsOf(word: string, last = LINE.width): readonly SetVariant[] {
  const best = Number(/\d+/.exec(word)?.[0]);
  return [
    ...(word.startsWith('-') ? [variant(best - 1, 10, LINE.width)] : []),
    variant(best, 0, last),
    ...(word.endsWith('+') ? [variant(best + 1, 10, LINE.width)] : []),
  ];
}

/** A composing room without type: a text `5+` is such a paragraph at any measure, its last line three characters wide. */
export const fakeComposer: Composer = {
  paragraph: ({ characters }) => variantsOf(characters, 3),
  leastLines: () => 1,
  heading: () => undefined,
  line: () => LINE,
};

/**
 * The columns of a story: a paragraph by its lines as the composing room above takes them, `#` a subhead of two lines with
 * two of text after it, `=7` a block of seven lines, `3?` a paragraph of three that may go, `3?_2?` two that go together.
 */
export function flowOf(description: string): readonly StoryItem[] {
  return description
    .split(' ')
    .filter(Boolean)
    .flatMap((word): readonly StoryItem[] => {
      if (word === '#') return [blockOf(2, 2)];
      if (word.startsWith('=')) return [blockOf(Number(word.slice(1)), 0)];
      const [first, ...others] = word.split('_').map(textOf);
      return first
        ? [first, ...others.map((other) => ({ ...other, ...(first.part && { part: first.part }) }))]
        : [];
    });
}

function textOf(word: string): TextItem {
  const optional = word.endsWith('?');
  const text = copyText(word.replace('?', ''));
  const part: ParagraphPart = { kind: 'paragraph', range: RANGE, text, optional };
  const style = { plain: 'body', strong: 'hei', setting: {} as TextItem['style']['setting'] };
  return { kind: 'text', text, style, inset: 0, role: 'body', part, optional };
}

function blockOf(lines: number, keepNext: number): BlockItem {
  return {
    kind: 'block',
    role: 'title',
    texts: () => [],
    lines: () => [{ lines, cost: 0 }],
    keepNext,
    items: () => [],
    optional: false,
  };
}
