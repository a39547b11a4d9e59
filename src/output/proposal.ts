import { spanText } from '../base/cells.ts';
import type { Values } from '../base/diagnostic.ts';
import type { Cells } from '../model/news.ts';
import type { ScoreTerm } from '../model/proposal.ts';
import type { MessageLanguage } from './messages-type.ts';

/** An arrangement of a page as make-up gives it. */
interface Arranged {
  readonly sheet: {
    readonly total: number;
    readonly terms: readonly { readonly name: ScoreTerm; readonly count: number; readonly off: number }[];
  };
  readonly places: ReadonlyMap<string, readonly Cells[]>;
}

/** What a proposal is worth: points of 100, and for each term what was found and what it took off. */
export interface ProposalEntry {
  readonly score: number;
  readonly terms: readonly {
    readonly name: string;
    readonly label: string;
    readonly count: number;
    readonly off: number;
  }[];
  /** Columns and lines of each story, from 1. */
  readonly places: Readonly<Record<string, readonly Values[]>>;
}

/** Terms of the score as people call them. */
const LABELS: Readonly<Record<ScoreTerm, Readonly<Record<MessageLanguage, string>>>> = {
  'overset-lines': { zh: '溢出的行', en: 'lines that find no room' },
  'empty-lines': { zh: '空着的行', en: 'empty lines' },
  fit: { zh: '凑版的代价', en: 'cost of copy-fitting' },
  rank: { zh: '主次颠倒', en: 'lesser stories above better ones' },
  'head-order': { zh: '题号颠倒', en: 'larger heads on lesser stories' },
  tombstones: { zh: '碰题', en: 'heads side by side' },
  'straight-gaps': { zh: '断版', en: 'straight gaps through the page' },
  'uneven-feet': { zh: '栏脚不齐', en: 'uneven feet' },
  measures: { zh: '行长过多', en: 'too many measures' },
  wishes: { zh: '未满足的要求', en: 'wishes not granted' },
  'left-out': { zh: '略去的段', en: 'parts left out' },
};

export function proposalEntry({ sheet, places }: Arranged, language: MessageLanguage): ProposalEntry {
  return {
    score: sheet.total,
    terms: sheet.terms.map(({ name, count, off }) => ({
      name,
      label: LABELS[name][language],
      count: hundredth(count),
      off: hundredth(off),
    })),
    places: Object.fromEntries([...places].map(([id, cells]) => [id, cells.map(placeOf)])),
  };
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

function placeOf({ column, columns, line, lines }: Cells): Values {
  return { cols: spanText(column, columns), lines: spanText(line, lines) };
}

interface Numbered extends ProposalEntry {
  readonly number: number;
  readonly outputs: readonly { readonly path: string }[];
}

/** The score sheet of a proposal for people: its points, then what took some off, then where its proofs are. */
export function proposalText({ number, score, terms, outputs }: Numbered, language: MessageLanguage): string {
  const title = { zh: `第 ${number} 种排法：${score} 分`, en: `arrangement ${number}: ${score} points` }[
    language
  ];
  const lost = terms.filter(({ off }) => off > 0);
  const rows = lost.map(({ label, count, off }) => `  −${off.toFixed(2)}  ${label} ${count}`);
  return [title, ...rows, ...outputs.map(({ path }) => `  ${path}`)].join('\n');
}
