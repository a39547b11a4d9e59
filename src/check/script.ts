import type { Copy, Find, Finder, Script } from './copy.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './script-table.ts';

/** Characters of the other script: `體` in Simplified copy, `体` in Traditional. Neighbours are one find. */
export const mixedScript: Finder = (copies, script) => {
  const others = tableOf(script === 'zh-Hans' ? TRADITIONAL_ONLY : SIMPLIFIED_ONLY);
  return copies.flatMap((copy) => runsIn(copy, others));
};

/** The script that most characters of the copy belong to which are not common to both; Simplified if there are none. */
export function scriptOf(copies: readonly Copy[]): Script {
  return countIn(copies, TRADITIONAL_ONLY) > countIn(copies, SIMPLIFIED_ONLY) ? 'zh-Hant' : 'zh-Hans';
}

function countIn(copies: readonly Copy[], pairs: string): number {
  const table = tableOf(pairs);
  return copies.flatMap(({ characters }) => characters.split('')).filter((one) => table.has(one)).length;
}

type Table = ReadonlyMap<string, string>;

function tableOf(pairs: string): Table {
  return new Map([...pairs.matchAll(/(\S)(\S)/gu)].map(([, other = '', own = '']) => [other, own]));
}

function runsIn(copy: Copy, others: Table): readonly Find[] {
  const finds: Find[] = [];
  copy.characters.split('').forEach((character, at) => {
    const own = others.get(character);
    const last = finds.at(-1);
    if (own === undefined) return;
    if (last?.end === at) finds[finds.length - 1] = { ...last, end: at + 1, instead: last.instead + own };
    else finds.push({ copy, start: at, end: at + 1, instead: own });
  });
  return finds;
}
