import type { FontBook } from '../fonts/font.ts';
import type { FontRole } from '../model/face.ts';
import type {
  Composer,
  HeadingVariant,
  MeasureRun,
  ParagraphStyle,
  SetVariant,
  TypeLine,
} from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Language, Setting } from '../model/setting.ts';
import { setHeading, type HeadingStyle } from './heading.ts';
import { setLine } from './line.ts';
import { memoryOf } from './memory.ts';
import {
  leastLines,
  prepareParagraph,
  setPrepared,
  type Paragraph,
  type PreparedParagraph,
} from './paragraph.ts';

/**
 * A composing room for one build in one language, with the faces of that language. Its answers depend on its arguments
 * alone; they are kept by text, so that the fitter may ask again and again, and by words from one build to the next.
 */
export function openComposer(fonts: FontBook, language: Language = 'zh-Hans'): Composer {
  const memory = memoryOf(fonts);
  const prepare = keptByText((text, _key, style: ParagraphStyle) =>
    prepareParagraph(paragraphOf(text, style), fonts),
  );
  const paragraph = keptByText((text, key: string, style: ParagraphStyle, shape: readonly MeasureRun[]) => {
    const set = (): readonly SetVariant[] => {
      const prepared: PreparedParagraph = prepare(text, key.slice(key.indexOf('|')), style);
      return setPrepared(prepared, (line) => measureOf(line, shape));
    };
    return memory.sets(text, `paragraph ${key}`, set);
  });
  const heading = keptByText((text, key, style: HeadingStyle, lines: number) =>
    memory.sets(text, `heading ${key}`, () => setHeading(text, style, lines, fonts)),
  );
  const line = keptByText((text, _key, role: FontRole) => setLine(text, role, fonts, { language }));
  const words = new Map<string, TypeLine>();
  return {
    paragraph: (text, style, shape): readonly SetVariant[] =>
      paragraph(text, `${keyOfShape(shape)}|${keyOfStyle(style)}`, style, shape),
    leastLines: (text, style, measure): number =>
      memory.number(text, `least ${measure}|${keyOfStyle(style)}`, () =>
        leastLines(prepare(text, `|${keyOfStyle(style)}`, style), measure),
      ),
    heading: (text, role, lines, direction = 'horizontal'): HeadingVariant | undefined =>
      heading(text, `${role}|${direction}|${lines}`, { role, direction, language }, lines).find(
        (variant) => variant.lines.length === lines,
      ),
    line: (text, role): TypeLine => {
      if (typeof text !== 'string') return line(text, role, role);
      const key = `${role}|${text}`;
      const set = words.get(key) ?? withoutOrigin(setLine(text, role, fonts, { language }));
      words.set(key, set);
      return set;
    },
  };
}

/** Remembers what `make` answered for a text under a key. */
function keptByText<Arguments extends readonly unknown[], Answer>(
  make: (text: Text, key: string, ...rest: Arguments) => Answer,
): (text: Text, key: string, ...rest: Arguments) => Answer {
  const kept = new WeakMap<Text, Map<string, Answer>>();
  return (text, key, ...rest) => {
    const answers = kept.get(text) ?? new Map<string, Answer>();
    kept.set(text, answers);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = make(text, key, ...rest);
    answers.set(key, answer);
    return answer;
  };
}

/** The measure of a line of a shape. */
function measureOf(line: number, shape: readonly MeasureRun[]): number {
  let first = 0;
  for (const { measure, lines } of shape) {
    if (line < first + lines) return measure;
    first += lines;
  }
  return shape.at(-1)?.measure ?? 0;
}

function keyOfShape(shape: readonly MeasureRun[]): string {
  return shape.map(({ measure, lines }) => `${measure}x${lines}`).join(' ');
}

function paragraphOf(text: Text, style: ParagraphStyle): Paragraph {
  const { plain, strong, setting, direction = 'horizontal' } = style;
  return { text, roles: { plain, strong }, setting, direction };
}

const settingKeys = new WeakMap<Setting, string>();

function keyOfStyle({ plain, strong, setting, direction = 'horizontal' }: ParagraphStyle): string {
  const key =
    settingKeys.get(setting) ??
    Object.entries(setting)
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join(' ');
  settingKeys.set(setting, key);
  return `${plain} ${strong} ${direction} ${key}`;
}

/** Words that the program writes have no place in a file. */
function withoutOrigin(line: TypeLine): TypeLine {
  return { ...line, runs: line.runs.map(({ origin: _, passage: __, ...run }) => run) };
}
