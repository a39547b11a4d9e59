import type { Report } from '../base/diagnostic.ts';
import type { SourceRange } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { TypeLine } from '../model/galley.ts';

/** Joints wider than this are a visible fault, em (typography: 0.05 em is visible, 0.12 em fails a page). */
const LOOSE = 0.12;

/** Reports lines that are wider than their measure (`overfull-line`) or set too loose (`loose-line`). */
export function reportLines(lines: readonly TypeLine[], report: Report): void {
  for (const line of lines) {
    const range = line.runs.find((run) => run.origin)?.origin;
    const place = range ? { range } : {};
    if (line.over > 0) {
      const values = { words: wordsOf(line), over: rounded(line.over) };
      report({ severity: 'warning', code: 'overfull-line', values, ...place });
    } else if (line.gap > LOOSE) {
      const values = { words: wordsOf(line), gap: rounded(line.gap) };
      report({ severity: 'warning', code: 'loose-line', values, ...place });
    }
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A head that does not go into its place. */
export interface LongHead {
  readonly head: string;
  readonly range: SourceRange;
  /** The least size it may have. */
  readonly size: Pt;
  /** Width by which it is too long at that size; 0 or less when it goes in. */
  readonly over: Pt;
}

/** Reports `head-too-long` with the characters to take out, if there are any. */
export function reportLongHead({ head, range, size, over }: LongHead, report: Report): void {
  if (over <= 0) return;
  report({
    severity: 'error',
    code: 'head-too-long',
    values: { head, size, characters: Math.ceil(over / size) },
    range,
    hints: [{ code: 'shorten-head' }],
  });
}

/** Characters that a message quotes from a line. */
const QUOTED = 12;

/** The first words of a line, for a message. */
export function wordsOf(line: TypeLine): string {
  return [...charactersIn(line)].slice(0, QUOTED).join('');
}

/** The characters that the glyphs of a line stand for. */
export function charactersIn({ runs }: TypeLine): string {
  return runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
}
