import type { SourceFile } from '../base/source.ts';
import type { FontBook } from '../fonts/font.ts';
import type { FontRole } from '../model/face.ts';
import type { TypeLine } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import { DEFAULT_SETTING } from '../model/setting.ts';
import type { Setting } from '../model/setting.ts';
import { itemsOf } from './items.ts';
import { placeLine } from './place.ts';
import { annotate } from './ruby.ts';
import { settler } from './settle.ts';
import { signsOf } from './signs.ts';

/** How a single line is set; what is left out is as in DEFAULT_SETTING. */
export interface LineOptions extends Partial<Setting> {
  /** Whether marks lose their blank halves at both edges; true by default, so that centred lines look centred. */
  readonly trim?: boolean;
  /** Face of strong spans, by default the role of the line. */
  readonly strong?: FontRole;
}

/**
 * One natural line without justification: folio, byline, label. Its measure is its width. Marks are trimmed at both
 * edges unless `trim` is false. A plain string has no place in a file: its origin is an empty range.
 */
export function setLine(
  text: Text | string,
  role: FontRole,
  fonts: FontBook,
  options: LineOptions = {},
): TypeLine {
  const { trim = true, strong = role, ...given } = options;
  const edges = trim
    ? ({ startTrim: 'force', endTrim: 'force' } as const)
    : ({ startTrim: 'none', endTrim: 'none' } as const);
  const setting: Setting = {
    ...DEFAULT_SETTING,
    ...given,
    ...edges,
    align: 'start',
    hang: 'none',
    indent: 0,
  };
  const whole = typeof text === 'string' ? textOf(text) : text;
  const source = { kind: 'fonts', fonts, plain: role, strong } as const;
  const plain = signsOf(whole.characters, whole.marks, source, setting);
  const { signs, rubies } = annotate(plain, whole.marks, source, setting);
  const items = itemsOf(signs, setting);
  const place = { measure: Infinity, indent: 0, first: true, last: true };
  const line = settler(items, setting)(0, items.count, place);
  return {
    ...placeLine({ text: whole, signs, rubies, direction: 'horizontal' }, line, [0, items.count], Infinity),
    measure: line.width,
  };
}

const NO_FILE: SourceFile = { path: '', text: '' };

/** A text that the program writes itself, such as the words of a folio. */
export function textOf(characters: string): Text {
  const range = { file: NO_FILE, start: 0, end: 0 };
  return { characters, offsets: Array.from({ length: characters.length }, () => 0), marks: [], range };
}
