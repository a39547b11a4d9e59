import fc from 'fast-check';
import type { Report } from '../../src/base/diagnostic.ts';
import { prepareParagraph, setPrepared, type PreparedParagraph } from '../../src/typeset/paragraph.ts';
import type { SetVariant, TypeLine } from '../../src/model/galley.ts';
import type { InlineMark, Text } from '../../src/model/issue.ts';
import { DEFAULT_SETTING, type Setting } from '../../src/model/setting.ts';
import { fakeFontBook } from '../support/fake-font.ts';

export const FONTS = fakeFontBook();
export const IGNORE: Report = () => {};

/** A text as if it stood alone in a file. */
export function textIn(characters: string, marks: readonly InlineMark[] = []): Text {
  const file = { path: 'issue.yaml', text: characters };
  const offsets = Array.from({ length: characters.length }, (_, at) => at);
  return { characters, offsets, marks, range: { file, start: 0, end: characters.length } };
}

/** The setting of the layouts shipped. */
export const BODY: Setting = { ...DEFAULT_SETTING, indent: 2, endTrim: 'force', ellipsisStart: 'avoid' };

export function setCopy(
  copy: string | Text,
  measure: number | ((line: number) => number),
  setting: Partial<Setting> = {},
): readonly SetVariant[] {
  return setPrepared(prepareCopy(copy, setting), typeof measure === 'number' ? () => measure : measure);
}

export function prepareCopy(copy: string | Text, setting: Partial<Setting> = {}): PreparedParagraph {
  const text = typeof copy === 'string' ? textIn(copy) : copy;
  const roles = { plain: 'body', strong: 'hei' };
  return prepareParagraph({ text, roles, setting: { ...BODY, ...setting } }, FONTS);
}

/** The variant of the least cost. */
export function bestVariant(variants: readonly SetVariant[]): SetVariant {
  return variants.reduce((one, other) => (other.cost < one.cost ? other : one));
}

/** The characters that a line prints, in order. */
export function printed(line: TypeLine): string {
  return line.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join('');
}

const PIECES = [
  ...'一国江水春风的了和在业地人民清晨白鹭〇々𠮷',
  ...'，。、；：！？“”‘’（）《》【】·～…—/',
  ...'—…',
  '——',
  '……',
  '？！',
  '！！！',
  '2025年',
  '3.14',
  '4,000',
  '50%',
  '20℃',
  '¥9',
  'GDP',
  'A4',
  'it’s',
  'state-of-art',
  'www.example.com/a',
  ' ',
  '㎡',
  '①',
] as const;

/** Copy with every class of character, marks standing anywhere. */
export const anyCopy = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 80 })
  .map((pieces) => pieces.join(''));

/** Copy such as a desk writes: runs of Han, a mark now and then, a number. */
export const newsCopy = fc
  .array(
    fc.tuple(
      fc.stringMatching(/^[一二三四五六七八九十甲乙丙丁]{3,12}$/),
      fc.constantFrom('，', '，', '、', '。', '；', '”，', '“', '2025年', '——'),
    ),
    { minLength: 3, maxLength: 30 },
  )
  .map((parts) => parts.flat().join('') + '。');
