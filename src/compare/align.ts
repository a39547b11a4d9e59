/** Pairs of two rows in order; what has no partner stands alone. */
export type Aligned<T> = readonly { readonly before?: T; readonly after?: T }[];

/**
 * Pairs the items of two rows so that the sum of their likeness is greatest and none cross (Needleman and Wunsch 1970);
 * items that are less alike than `least` are no pair.
 */
export function aligned<T>(
  before: readonly T[],
  after: readonly T[],
  likeness: (one: T, other: T) => number,
  least: number,
): Aligned<T> {
  const alike = before.map((one) => after.map((other) => likeness(one, other)));
  const best = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  const pairAt = (row: number, column: number): number => {
    const value = alike[row]?.[column] ?? 0;
    return value >= least ? value + at(row + 1, column + 1) : -1;
  };
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      best[row]![column] = Math.max(pairAt(row, column), at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: { before?: T; after?: T }[] = [];
  for (let row = 0, column = 0; row < before.length || column < after.length;) {
    const both = row < before.length && column < after.length;
    if (both && pairAt(row, column) === at(row, column) && at(row, column) > 0) {
      pairs.push({ before: before[row++]!, after: after[column++]! });
    } else if (row < before.length && (!both || at(row + 1, column) === at(row, column))) {
      pairs.push({ before: before[row++]! });
    } else pairs.push({ after: after[column++]! });
  }
  return pairs;
}

/** How alike two texts are, from 0 to 1: the share of neighbours of two characters that they have in common (Dice 1945). */
export function likenessOf(one: string, other: string): number {
  if (one === other) return 1;
  const left = neighboursOf(one);
  const right = neighboursOf(other);
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count > 0) shared += 1;
    counts.set(pair, count - 1);
  }
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}

function neighboursOf(text: string): readonly string[] {
  const characters = ['', ...text, ''];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
