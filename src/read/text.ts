import type { Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import { readMarkup } from './markup.ts';
import type { CopyUnit, MarkedCopy } from './markup.ts';
import type { YamlScalar } from './node.ts';
import { visibleLine } from './invisible.ts';
import { checkQuotes } from './quotes.ts';
import { sourceLines } from './scalar.ts';
import type { SourceLine } from './scalar.ts';
import { settleSpaces } from './spacing.ts';
import type { SpaceRule } from './spacing.ts';

/**
 * The copy of one field, from one or several scalars. In a body text a blank line of the source starts a paragraph, and
 * so does a line that is indented by two ideographic spaces; a heading or a name is one text whatever its lines.
 * Reports `bad-markup`, `unclosed-quote`, `tab` and characters that no text may hold.
 */
export function readText(scalars: readonly YamlScalar[], rule: SpaceRule, report: Report): readonly Text[] {
  const file = scalars[0]?.range.file;
  if (!file) return [];
  const marked = scalars.flatMap((scalar) => {
    const lines = sourceLines(scalar).flatMap(splitLine).map(visibleLine);
    const paragraphs = rule === 'body' ? paragraphsOf(lines) : [lines.filter((line) => !isBlank(line))];
    return paragraphs.map((paragraph) => markedCopy(paragraph, rule, { file, report }));
  });
  const settled = marked.map((copy) => settleSpaces(copy, rule));
  checkQuotes(
    settled.map(({ units }) => units),
    file,
    report,
  );
  return settled.flatMap((copy) => textOf(copy, file));
}

interface Place {
  readonly file: SourceFile;
  readonly report: Report;
}

/** Line ends that were written as escapes are line ends as well. */
function splitLine({ characters, offsets }: SourceLine): readonly SourceLine[] {
  if (!characters.includes('\n')) return [{ characters, offsets }];
  let from = 0;
  return characters.split(/\r?\n/).map((part) => {
    const start = characters.indexOf(part, from);
    from = start + part.length;
    return { characters: part, offsets: offsets.slice(start, from) };
  });
}

function isBlank({ characters }: SourceLine): boolean {
  return /^[ \t\u3000]*$/.test(characters);
}

function paragraphsOf(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const paragraphs: SourceLine[][] = [];
  let open = false;
  for (const line of lines) {
    if (isBlank(line)) open = false;
    else if (open && !/^ *\u3000\u3000/.test(line.characters)) paragraphs.at(-1)!.push(line);
    else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs;
}

function markedCopy(lines: readonly SourceLine[], rule: SpaceRule, place: Place): MarkedCopy {
  const units = lines.flatMap(({ characters, offsets }, index): readonly CopyUnit[] => {
    const unit = (character: string, at: number) => ({ character, offset: offsets[at] ?? 0, escaped: false });
    const line = characters.split('').map(unit);
    const last = offsets.at(-1) ?? 0;
    return index === 0 ? line : [{ character: '\n', offset: offsets[0] ?? last, escaped: false }, ...line];
  });
  checkUnits(units, place);
  return readMarkup(units, rule === 'heading', (sign, unit) => {
    place.report({
      severity: 'error',
      code: 'bad-markup',
      values: { mark: sign },
      range: { file: place.file, start: unit.offset, end: unit.offset + 1 },
      hints: [{ code: 'escape-mark', values: { mark: sign[0] ?? sign } }],
    });
  });
}

/** Tabs (but for those in indents, which were reported with the file) and control characters written as escapes. */
function checkUnits(units: readonly CopyUnit[], { file, report }: Place): void {
  for (const [at, { character, offset }] of units.entries()) {
    const range = { file, start: offset, end: offset + 1 };
    if (character === '\t' && units[at - 1]?.character !== '\t' && !isIndent(file, offset)) {
      report({ severity: 'error', code: 'tab', values: {}, range, hints: [{ code: 'use-spaces' }] });
    }
    // oxlint-disable-next-line no-control-regex
    if (/[\0-\x08\x0B-\x1F\x7F]/.test(character) && file.text[offset] === '\\') {
      report({ severity: 'error', code: 'yaml-syntax', values: { reason: 'yaml-control' }, range });
    }
  }
}

function isIndent(file: SourceFile, offset: number): boolean {
  let at = offset - 1;
  while (file.text[at] === ' ' || file.text[at] === '\t') at -= 1;
  return at < 0 || file.text[at] === '\n';
}

function textOf({ units, marks }: MarkedCopy, file: SourceFile): readonly Text[] {
  const first = units[0];
  const last = units.at(-1);
  if (!first || !last) return [];
  const characters = units.map(({ character }) => character).join('');
  const offsets = units.map(({ offset }) => offset);
  return [{ characters, offsets, marks, range: { file, start: first.offset, end: last.offset + 1 } }];
}
