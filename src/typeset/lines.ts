import type { Em } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
import type { FontRole } from '../model/face.ts';
import type { Setting } from '../model/setting.ts';
import { breakItems } from './breaks.ts';
import { divided } from './divide.ts';
import type { IdealFont } from './ideal.ts';
import { itemsOf } from './items.ts';
import type { Items } from './items.ts';
import { settler } from './settle.ts';
import type { SettledLine } from './settle.ts';
import type { Sign } from './sign.ts';
import { signsOf } from './signs.ts';
import type { Source } from './signs.ts';

/** What `pagegen lines` is asked. */
export interface LinesOptions {
  readonly setting: Setting;
  /** Absent: one endless line. */
  readonly measure?: Em;
  readonly font: FontRole | IdealFont;
}

/** The JSON of `pagegen lines`. */
export interface LinesResult {
  readonly paragraphs: readonly { readonly lines: readonly LineResult[] }[];
}

export interface LineResult {
  /** The characters of the line without trimmed spaces. */
  readonly text: string;
  /** One number a code point of `text`. */
  readonly advances_em: readonly Em[];
  readonly width_em: Em;
  /** The mark that hangs outside the measure. */
  readonly hang?: string;
  /** The hyphen, no character of the copy, with which the line ends inside a word; `width_em` counts it. */
  readonly hyphen?: string;
  /** < 0: share of the possible shrink that was used; > 0: space at a joint as a share of 1/4 em. */
  readonly ratio: number;
  readonly over_em?: Em;
}

/**
 * Breaks plain text into lines: every line end of the input is a forced break, blank lines end paragraphs. Without a
 * font book only the ideal fonts can be used. Reports nothing: `over_em` and `ratio` tell what a report would.
 */
export function breakText(input: string, options: LinesOptions, fonts: FontBook | undefined): LinesResult {
  const source = sourceOf(options.font, fonts);
  const paragraphs = input
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.split('\n').filter((line, _, all) => line !== '' || all.length === 1));
  return {
    paragraphs: paragraphs
      .filter((paragraph) => paragraph.some((line) => line !== ''))
      .map((paragraph) => ({ lines: breakParagraph(paragraph, options, source) })),
  };
}

function sourceOf(font: string, fonts: FontBook | undefined): Source {
  if (font === 'ideal-square') return { kind: 'ideal', font };
  if (font === 'ideal' || !fonts) return { kind: 'ideal', font: 'ideal' };
  return { kind: 'fonts', fonts, plain: font, strong: font };
}

function breakParagraph(
  parts: readonly string[],
  options: LinesOptions,
  source: Source,
): readonly LineResult[] {
  const lines: LineResult[] = [];
  parts.forEach((part, at) => {
    const signs = divided(signsOf(part, [], source, options.setting), source, options.setting);
    const before = lines.length;
    const indent = at === 0 ? options.setting.indent : 0;
    const endsParagraph = at === parts.length - 1;
    lines.push(...breakPart(signs, options, { characters: part, indent, before, endsParagraph }));
  });
  return lines;
}

interface Part {
  readonly characters: string;
  readonly indent: Em;
  readonly before: number;
  readonly endsParagraph: boolean;
}

function breakPart(signs: readonly Sign[], options: LinesOptions, part: Part): readonly LineResult[] {
  const { setting } = options;
  const measure = options.measure ?? Infinity;
  const items = itemsOf(signs, setting);
  const sets = breakItems({ items, setting, measures: () => measure, ...part });
  const best = sets.reduce((one, other) => (other.cost < one.cost ? other : one));
  const settleLine = settler(items, setting);
  let from = 0;
  return best.breaks.map((to) => {
    const place = {
      measure,
      indent: from === 0 ? part.indent : 0,
      first: from === 0,
      last: to === items.count,
    };
    const line = settleLine(from, to, place);
    from = to;
    return lineResult(part.characters, signs.slice(line.first, line.end), items, line);
  });
}

function lineResult(
  characters: string,
  inLine: readonly Sign[],
  items: Items,
  line: SettledLine,
): LineResult {
  const typed = ({ start, end }: Sign): string => characters.slice(start, end);
  const advances = advancesOf(items, line);
  const shown = line.hung ? advances.slice(0, -1) : advances;
  const last = inLine.at(-1);
  return {
    text: inLine.map(typed).join(''),
    advances_em: advances,
    width_em: toThousandths(shown.reduce((sum, advance) => sum + advance, line.indent + line.hyphen)),
    ...(line.hung && last ? { hang: typed(last) } : {}),
    ...(line.hyphen > 0 ? { hyphen: '-' } : {}),
    ratio: toThousandths(line.ratio),
    ...(line.over > 0 ? { over_em: toThousandths(line.over) } : {}),
  };
}

/** Blanks count to the mark they belong to, every other space to the character before it (css-text-4 #text-autospace). */
function advancesOf(items: Items, line: SettledLine): readonly Em[] {
  const advances = Array.from({ length: line.end - line.first }, (_, at) => items.face[line.first + at] ?? 0);
  if (advances.length === 0) return [];
  line.spaces.forEach((space, at) => {
    const joint = items.joints[line.first + at];
    const ofNext = Math.min(space, joint?.ofNext ?? 0);
    advances[at] = (advances[at] ?? 0) + space - ofNext;
    advances[at + 1] = (advances[at + 1] ?? 0) + ofNext;
  });
  advances[0] = (advances[0] ?? 0) + line.startBlank - line.indent;
  advances[advances.length - 1] = (advances.at(-1) ?? 0) + line.endBlank;
  return advances.map(toThousandths);
}

function toThousandths(length: Em): Em {
  return Math.round(length * 1e4) / 1e4 + 0;
}
