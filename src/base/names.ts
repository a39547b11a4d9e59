import type { Hint } from './diagnostic.ts';

/** What to try for a name that nobody knows: the one that was meant, or else all that there are, if any. */
export function nameHints(typed: string, known: readonly string[]): readonly Hint[] {
  if (known.length === 0) return [];
  const near = nearestName(typed, known);
  return near === undefined
    ? [{ code: 'known-names', values: { names: known.join(', ') } }]
    : [{ code: 'did-you-mean', values: { name: near } }];
}

/**
 * The name nearest to a mistyped one, if near enough: edit distance at most two, or a third of its length when that is
 * more, and always less than its length. A `limit` takes the place of the first two.
 */
export function nearestName(typed: string, names: readonly string[], limit?: number): string | undefined {
  const length = [...typed].length;
  const reach = Math.min(limit ?? Math.max(2, Math.floor(length / 3)), length - 1);
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    if (Math.abs([...name].length - length) > reach) continue;
    const distance = editDistance(typed.toLowerCase(), name.toLowerCase());
    const shared = distance < [...name].length;
    if (shared && distance <= reach && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

/** Insertions, deletions, replacements and exchanges of neighbours between two words (Damerau 1964), in code points. */
export function editDistance(left: string, right: string): number {
  const from = [...left];
  const to = [...right];
  let beforeLast: number[] = [];
  let last = to.map((_, column) => column).concat(to.length);
  from.forEach((character, row) => {
    const next = [row + 1];
    to.forEach((other, column) => {
      const replaced = last[column]! + (character === other ? 0 : 1);
      let least = Math.min(replaced, last[column + 1]! + 1, next[column]! + 1);
      const exchanged = row > 0 && column > 0 && character === to[column - 1] && from[row - 1] === other;
      if (exchanged) least = Math.min(least, beforeLast[column - 1]! + 1);
      next.push(least);
    });
    beforeLast = last;
    last = next;
  });
  return last[to.length]!;
}
