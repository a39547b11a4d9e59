import type { Setting } from '../model/setting.ts';
import { ADDRESS_BREAKS, addressSpans } from './addresses.ts';
import type { CharacterClass } from './classes.ts';
import { COSTS } from './costs.ts';
import { pairTable } from './pairs.ts';
import { KEPT_WORDS, KINSOKU, NUMBER_TIES, NUMBER_UNITS, RANGE_BREAKS, UNBREAKABLE } from './rules.ts';
import type { KinsokuRule } from './rules.ts';
import type { Sign } from './sign.ts';

const unbreakable = pairTable(UNBREAKABLE);
const rangeBreak = pairTable(RANGE_BREAKS);
const keptWords = new Map(Object.entries(KEPT_WORDS).map(([language, rows]) => [language, pairTable(rows)]));

/**
 * Cost of a break before each sign, 0 … count: Infinity where the level of kinsoku or an unbreakable run forbids it.
 * Reports nothing; both ends are 0.
 */
export function penaltiesOf(
  signs: readonly Sign[],
  edges: { readonly firstInk: Int32Array; readonly lastInk: Int32Array },
  setting: Setting,
): Float64Array {
  const rule = KINSOKU[setting.kinsoku];
  const keepsWord = keptWords.get(setting.language);
  const penalty = new Float64Array(signs.length + 1);
  for (let at = 1; at < signs.length; at += 1) {
    const last = signs[(edges.lastInk[at] ?? 0) - 1];
    const first = signs[edges.firstInk[at] ?? 0];
    const left = signs[at - 1];
    const right = signs[at];
    if (!left || !right) continue;
    const legal =
      last &&
      first &&
      isLegal(left, right) &&
      !keepsWord?.(left.kind, right.kind) &&
      !startsBadly(first, rule) &&
      !endsBadly(last, rule);
    penalty[at] = legal ? softCost(last, first, setting) : Infinity;
  }
  allowAddresses(signs, penalty, setting);
  return penalty;
}

function isLegal(left: Sign, right: Sign): boolean {
  if (right.hyphen) return true;
  if (right.glued || (left.ruby >= 0 && left.ruby === right.ruby)) return false;
  if (isHyphenation(left, right)) return true;
  return !unbreakable(left.kind, right.kind);
}

/** After a hyphen inside a Latin word, not before a digit. */
function isHyphenation(left: Sign, right: Sign): boolean {
  return (
    (left.codePoint === 0x2d || left.codePoint === 0x2010) && left.kind === 'latin' && right.kind === 'latin'
  );
}

function startsBadly(sign: Sign, rule: KinsokuRule): boolean {
  return (
    includes(rule.start, sign.kind) || rule.startCharacters.includes(String.fromCodePoint(sign.codePoint))
  );
}

function endsBadly(sign: Sign, rule: KinsokuRule): boolean {
  return includes(rule.end, sign.kind) || rule.endCharacters.includes(String.fromCodePoint(sign.codePoint));
}

function includes(classes: readonly CharacterClass[], kind: CharacterClass): boolean {
  return classes.includes(kind);
}

function softCost(last: Sign, first: Sign, setting: Setting): number {
  if (first.hyphen || isHyphenation(last, first)) return COSTS.hyphen;
  if (rangeBreak(last.kind, first.kind)) {
    const ties = first.kind === 'digit' && NUMBER_TIES.includes(String.fromCodePoint(last.codePoint));
    return ties ? COSTS.insideNumber : COSTS.range;
  }
  if (first.kind === 'dash' || first.kind === 'ellipsis') {
    return setting.ellipsisStart === 'avoid' ? COSTS.dashStartAvoided : COSTS.dashStart;
  }
  const isUnit = first.kind === 'han' && NUMBER_UNITS.includes(String.fromCodePoint(first.codePoint));
  return last.kind === 'digit' && isUnit ? COSTS.numberUnit : 0;
}

/** Where Latin words may be divided, an address may be cut anywhere but in its numbers, at a price that only a torn line pays. */
function allowAddresses(
  signs: readonly Sign[],
  penalty: Float64Array,
  { hyphenation, breaking }: Setting,
): void {
  // A line that is broken as soon as it is full cannot weigh the price.
  const divides = hyphenation !== 'none' && breaking === 'total-fit';
  const inside = divides ? COSTS.insideAddress : Infinity;
  for (const { start, end } of addressSpans(signs.map((sign) => sign.codePoint))) {
    for (let at = start + 1; at < end; at += 1) {
      const before = String.fromCodePoint(signs[at - 1]?.codePoint ?? 0);
      const here = String.fromCodePoint(signs[at]?.codePoint ?? 0);
      const breaks = ADDRESS_BREAKS.includes(before) && !ADDRESS_BREAKS.includes(here);
      const digits = /\d/.test(before) && /\d/.test(here);
      penalty[at] = breaks ? COSTS.hyphen : digits ? Infinity : inside;
    }
  }
}
