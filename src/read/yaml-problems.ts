import type { Diagnostic, Hint, Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source.ts';

/** Faults shown of one file before the rest is left for the next run. */
const FAULT_LIMIT = 50;

/** Words of the catalogue for the package's error codes and for our own; what is missing here is `yaml-other`. */
const REASONS: Readonly<Record<string, string>> = {
  ALIAS: 'yaml-alias',
  ANCHOR: 'yaml-anchor',
  BAD_ALIAS: 'yaml-alias',
  BAD_DQ_ESCAPE: 'yaml-escape',
  BAD_INDENT: 'yaml-indent',
  BAD_SCALAR_START: 'yaml-start',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  BLOCK_IN_FLOW: 'yaml-indent',
  CONTROL_CHARACTER: 'yaml-control',
  MULTILINE_IMPLICIT_KEY: 'yaml-no-colon',
  MISSING_CHAR: 'yaml-missing',
  MULTIPLE_ANCHORS: 'yaml-anchor',
  MULTIPLE_DOCS: 'yaml-documents',
  NON_STRING_KEY: 'yaml-key',
  NOT_UTF8: 'yaml-encoding',
  RESOURCE_EXHAUSTION: 'yaml-too-deep',
  TAG: 'yaml-tag',
  TAG_RESOLVE_FAILED: 'yaml-tag',
  TOO_DEEP: 'yaml-too-deep',
  UNCLOSED_STRING: 'yaml-quote',
};

/** Faults that a pair of quotation marks around the value takes away. */
const QUOTABLE = new Set([
  'ALIAS',
  'ANCHOR',
  'BAD_ALIAS',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'TAG',
]);

/** Collects the faults of syntax of one file: one for each line, reported at once. */
export function syntaxProblems(file: SourceFile, report: Report) {
  const lines = lineTable(file.text);
  const faulty = new Set<number>();
  let brokenFrom = Infinity;

  const tell = (diagnostic: Diagnostic, line: number): void => {
    if (faulty.has(line)) return;
    faulty.add(line);
    if (faulty.size <= FAULT_LIMIT) report(diagnostic);
  };

  const fault = (code: string, start: number, end: number): void => {
    const line = lines.lineOf(start);
    const text = lines.textOf(line);
    if (line >= brokenFrom) return;
    if (code === 'UNCLOSED_STRING') brokenFrom = Math.min(brokenFrom, line);
    if (code === 'TAB_AS_INDENT') return tell(tabIn(file, start, end), line);
    const lineEnd = lines.startOf(line) + text.length;
    const range = { file, start, end: Math.max(start, Math.min(end, lineEnd)) };
    const values = {
      reason: isBehindQuote(code, text) ? 'yaml-behind-quote' : (REASONS[code] ?? 'yaml-other'),
    };
    tell({ severity: 'error', code: 'yaml-syntax', values, range, hints: hintsFor(code, text) }, line);
  };

  return {
    fault,
    none: () => faulty.size === 0,
    /** Reports tabs in indents, characters that no text may hold, and files that are not UTF-8. */
    checkCharacters: () => checkCharacters(file, lines, { fault, tell }),
    withoutConsequences: (diagnostic: Diagnostic): void => {
      if (faulty.size === 0) return report(diagnostic);
      if (diagnostic.code === 'missing-key' || !diagnostic.range) return;
      const line = lines.lineOf(diagnostic.range.start);
      // Behind a fault keys may have slipped to another level.
      const slipped = diagnostic.code === 'unknown-key' && line > Math.min(...faulty);
      if (!slipped && !faulty.has(line) && line < brokenFrom) report(diagnostic);
    },
  };
}

type Lines = ReturnType<typeof lineTable>;

interface Tellers {
  readonly fault: (code: string, start: number, end: number) => void;
  readonly tell: (diagnostic: Diagnostic, line: number) => void;
}

function checkCharacters(file: SourceFile, lines: Lines, { fault, tell }: Tellers): void {
  const foreign = file.text.indexOf('\uFFFD');
  if (foreign >= 0) fault('NOT_UTF8', foreign, foreign + 1);
  // oxlint-disable-next-line no-control-regex
  for (const match of file.text.matchAll(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]|\r(?!\n)/g)) {
    fault('CONTROL_CHARACTER', match.index, match.index + 1);
  }
  for (const match of file.text.matchAll(/^ *(\t[ \t]*)(?=[^\s#])/gm)) {
    const start = match.index + match[0].length - (match[1] ?? '').length;
    tell(tabIn(file, start, match.index + match[0].length), lines.lineOf(start));
  }
}

function tabIn(file: SourceFile, start: number, end: number): Diagnostic {
  const hints = [{ code: 'use-spaces' }] as const;
  return { severity: 'error', code: 'tab', values: {}, range: { file, start, end }, hints };
}

/** `"大桥"通车`: a Chinese quotation in ASCII marks at the beginning of a value, which YAML takes for its own. */
function isBehindQuote(code: string, line: string): boolean {
  return code === 'UNEXPECTED_TOKEN' && /(?:^|[:,[{-]\s*)(["'])[^"']+\1\s*[^\s,:\]}#]/.test(line);
}

function hintsFor(code: string, line: string): readonly Hint[] {
  if (isBehindQuote(code, line)) return [{ code: 'chinese-quotes' }];
  if (/^\s*(- )?[^\s:"']+：/.test(line)) return [{ code: 'fullwidth-colon' }];
  return QUOTABLE.has(code) ? [{ code: 'quote-value' }] : [];
}

/** Finds lines by offset in logarithmic time. */
function lineTable(text: string) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const startOf = (line: number): number => starts[line] ?? text.length;
  const textOf = (line: number): string => text.slice(startOf(line), startOf(line + 1)).replace(/\r?\n$/, '');
  return { lineOf, startOf, textOf };
}
