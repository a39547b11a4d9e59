import { CLASSES } from './classes.ts';
import type { CharacterClass } from './classes.ts';
import type { PairRule } from './rules.ts';

/** A table of pair rules, compiled: the first row that matches a pair of classes. */
export type PairTable<Row extends PairRule> = (
  left: CharacterClass,
  right: CharacterClass,
) => Row | undefined;

const INDEX: ReadonlyMap<CharacterClass, number> = new Map(CLASSES.map((name, at) => [name, at]));

/** Compiles rows into a square of classes, so that a look-up costs the same however many rows there are. */
export function pairTable<Row extends PairRule>(rows: readonly Row[]): PairTable<Row> {
  const cells: (Row | undefined)[] = [];
  for (const left of CLASSES)
    for (const right of CLASSES) cells.push(rows.find((row) => matches(row, left, right)));
  return (left, right) => cells[(INDEX.get(left) ?? 0) * CLASSES.length + (INDEX.get(right) ?? 0)];
}

function matches(row: PairRule, left: CharacterClass, right: CharacterClass): boolean {
  return (!row.left || row.left.includes(left)) && (!row.right || row.right.includes(right));
}
