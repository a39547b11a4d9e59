import type { Diagnostic } from '../base/diagnostic.ts';
import type { Em } from '../base/units.ts';
import { DEFAULT_SETTING, SETTING_WORDS, type Setting } from '../model/setting.ts';
import { readEm } from '../read/lengths.ts';
import { breakText, type LinesResult } from '../typeset/lines.ts';
import { cannotRead, readArgument, readFonts } from './desk.ts';
import { jsonText, refuse, type Bilingual, type Context, type ExitCode } from './io.ts';
import { exitCodeOf, show } from './issues.ts';

/** Options as written on the command line, by the key of their setting, beside `font`, `measure`, `json`. */
export type LinesArguments = Readonly<Record<string, string | boolean | undefined>>;

/** Options that take a number, most of them in em, with the least and the greatest. */
const NUMBERS = {
  indent: { least: 0, most: 100 },
  markShrink: { least: 0, most: 0.5 },
  cjkLatinGap: { least: 0, most: 2 },
  tracking: { least: -0.5, most: 10 },
  shortLast: { least: 0, most: 100 },
} as const satisfies { readonly [Key in keyof Setting]?: { readonly least: number; readonly most: number } };

/** `pagegen lines`: breaks the paragraphs of a text into lines of one measure. */
export async function lines(path: string, options: LinesArguments, context: Context): Promise<ExitCode> {
  const wanted = settingOf(options);
  if (wanted.kind === 'wrong') return refuse(context, wanted.complaint);
  const reading = await readArgument(path, context);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  if (reading.kind === 'failed') report(cannotRead(path, reading.reason));
  const font = String(options['font'] ?? 'body');
  const book = font.startsWith('ideal') ? undefined : readFonts(context, report);
  const fonts = book?.inLanguage(wanted.setting.language);
  if (fonts && !fonts.has(font)) {
    const known = ['ideal', 'ideal-square', ...fonts.roles];
    return refuse(context, wrongChoice('font', font, known));
  }
  if (reading.kind === 'read' && (fonts || font.startsWith('ideal'))) {
    const { measure, setting } = wanted;
    const asked = { setting, font, ...(measure !== undefined && { measure }) };
    const result = breakText(reading.content.text, asked, fonts);
    for (const over of overfull(result)) report(over);
    context.io.stdout(options['json'] ? jsonText(result) : plain(result));
  }
  show(diagnostics, context);
  return exitCodeOf(diagnostics, false);
}

type Wanted =
  | { readonly kind: 'right'; readonly setting: Setting; readonly measure?: Em }
  | { readonly kind: 'wrong'; readonly complaint: Bilingual };

/** The setting that the options ask for, over the defaults. */
function settingOf(options: LinesArguments): Wanted {
  const changes: Record<string, string | number> = {};
  for (const [key, words] of Object.entries(SETTING_WORDS)) {
    const word = options[key];
    if (word === undefined) continue;
    if (!(words as readonly unknown[]).includes(word)) {
      return { kind: 'wrong', complaint: wrongChoice(optionOf(key), String(word), words) };
    }
    changes[key] = String(word);
  }
  for (const [key, { least, most }] of Object.entries(NUMBERS)) {
    const text = options[key];
    if (text === undefined) continue;
    const value = readEm(String(text));
    if (value === undefined || value < least || value > most) {
      return { kind: 'wrong', complaint: wrongNumber(optionOf(key), String(text), `${least}–${most}`) };
    }
    changes[key] = value;
  }
  const setting: Setting = { ...DEFAULT_SETTING, ...changes };
  const measured = options['measure'];
  if (measured === undefined) return { kind: 'right', setting };
  const measure = readEm(String(measured));
  if (measure === undefined || measure <= 0) {
    return { kind: 'wrong', complaint: wrongNumber('measure', String(measured), '> 0') };
  }
  return { kind: 'right', setting, measure };
}

/** Name of the option of a setting: `markShrink` is `mark-shrink`; the language of a text is `lang`. */
function optionOf(key: string): string {
  return key === 'language' ? 'lang' : key.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
}

function wrongChoice(option: string, word: string, words: readonly string[]): Bilingual {
  return {
    zh: `--${option} 不能是 ${word}；可选 ${words.join('、')}`,
    en: `--${option} cannot be ${word}; choose from ${words.join(', ')}`,
  };
}

function wrongNumber(option: string, text: string, range: string): Bilingual {
  return {
    zh: `--${option} 不能是 ${text}；要写以 em 为单位的长度（${range}），如 0.5em`,
    en: `--${option} cannot be ${text}; it takes a length in em (${range}) such as 0.5em`,
  };
}

/** A warning for each line that no legal break could keep within the measure. */
function overfull({ paragraphs }: LinesResult): readonly Diagnostic[] {
  return paragraphs.flatMap(({ lines: set }) =>
    set.flatMap(({ text, over_em }): readonly Diagnostic[] => {
      if (!over_em) return [];
      return [{ severity: 'warning', code: 'overfull-line', values: { words: text, over: over_em } }];
    }),
  );
}

/** One line a line, a blank line between paragraphs. */
function plain({ paragraphs }: LinesResult): string {
  return paragraphs
    .map(({ lines: set }) => set.map(({ text, hyphen = '' }) => text + hyphen + '\n').join(''))
    .join('\n');
}
