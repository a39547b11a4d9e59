import type { Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source.ts';
import type { CopyUnit } from './markup.ts';

/** Marks that come in pairs (GB/T 15834, 4.8 to 4.10 and 4.15). */
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
];

const CLOSING = new Map(PAIRS);
const OPENING = new Map(PAIRS.map(([opening, closing]) => [closing, opening]));

/** Marks that a quotation of several paragraphs repeats at the head of each and closes once (GB/T 15834, 4.8.3). */
const REPEATED = '“‘「『';

interface OpenMark {
  readonly mark: string;
  readonly offset: number;
}

interface Checking {
  readonly file: SourceFile;
  readonly report: Report;
  /** Opening marks reported as unclosed; a closing one further on belongs to them and is not reported again. */
  readonly lost: string[];
}

/** Reports each mark of a pair in a field that has no partner: `unclosed-quote`. */
export function checkQuotes(
  paragraphs: readonly (readonly CopyUnit[])[],
  file: SourceFile,
  report: Report,
): void {
  const checking: Checking = { file, report, lost: [] };
  let carried: readonly OpenMark[] = [];
  for (const paragraph of paragraphs) {
    const units = paragraph.filter(({ escaped }) => !escaped);
    const head = units
      .slice(0, carried.length)
      .map(({ character }) => character)
      .join('');
    const repeated = carried.length > 0 && head === carried.map(({ mark }) => mark).join('');
    if (!repeated) for (const mark of carried) reportUnclosed(mark, checking);
    const start = repeated ? carried.length : 0;
    const left = openMarks(units, start, repeated ? [...carried] : [], checking);
    for (const mark of left) if (!REPEATED.includes(mark.mark)) reportUnclosed(mark, checking);
    carried = left.filter(({ mark }) => REPEATED.includes(mark));
  }
  for (const mark of carried) reportUnclosed(mark, checking);
}

/** Marks still open at the end of a paragraph. */
function openMarks(
  units: readonly CopyUnit[],
  from: number,
  open: OpenMark[],
  checking: Checking,
): readonly OpenMark[] {
  units.forEach(({ character, offset }, at) => {
    if (at < from) return;
    if (CLOSING.has(character)) open.push({ mark: character, offset });
    const opening = OPENING.get(character);
    if (opening === undefined) return;
    const matching = open.findLastIndex(({ mark }) => mark === opening);
    if (character === '’' && isApostrophe(units, at, matching >= 0)) return;
    if (matching < 0) {
      const known = checking.lost.indexOf(opening);
      if (known >= 0) checking.lost.splice(known, 1);
      else reportUnpaired({ mark: character, offset }, opening, checking);
      return;
    }
    for (const inner of open.splice(matching + 1)) reportUnclosed(inner, checking);
    open.pop();
  });
  return open;
}

/** `it’s`, and `readers’` where nothing is open. */
function isApostrophe(units: readonly CopyUnit[], at: number, opened: boolean): boolean {
  const isLatin = (unit: CopyUnit | undefined) =>
    unit !== undefined && /\p{Script=Latin}/u.test(unit.character);
  const before = isLatin(units[at - 1]);
  const after = isLatin(units[at + 1]) || /[0-9]/.test(units[at + 1]?.character ?? '');
  return (before && isLatin(units[at + 1])) || (!opened && (before || after));
}

function reportUnclosed(open: OpenMark, checking: Checking): void {
  checking.lost.push(open.mark);
  reportUnpaired(open, CLOSING.get(open.mark)!, checking);
}

function reportUnpaired({ mark, offset }: OpenMark, partner: string, { file, report }: Checking): void {
  report({
    severity: 'warning',
    code: 'unclosed-quote',
    values: { mark, partner },
    range: { file, start: offset, end: offset + 1 },
    hints: [{ code: 'close-quote', values: { mark: partner } }],
  });
}
