import type { Composer, SetVariant } from '../../model/galley.ts';
import { NEWS_COSTS } from './costs.ts';
import type { TextItem } from './flow.ts';

/** Settings of a text by its measure, kept by item: the same question is asked for every state of a pour. */
const kept = new WeakMap<TextItem, Map<number, readonly SetVariant[]>>();

/** How a text sets in a column of this measure from its head to its end. */
export function atMeasure(item: TextItem, measure: number, composer: Composer): readonly SetVariant[] {
  const known = kept.get(item) ?? new Map<number, readonly SetVariant[]>();
  kept.set(item, known);
  const lines = { measure: measure - item.inset, lines: Infinity };
  const variants = known.get(measure) ?? composer.paragraph(item.text, item.style, [lines]);
  known.set(measure, variants);
  return variants;
}

/** Demerits of the line breaker that weigh as much as one unit of `NEWS_COSTS`. */
const DEMERITS = 40;

/** What a setting costs against the best one of its paragraph. */
export function settingCost(variant: SetVariant, best: SetVariant): number {
  if (variant === best) return 0;
  return NEWS_COSTS.paragraphLine + Math.max(0, variant.cost - best.cost) / DEMERITS;
}

/**
 * Whether the ladder lets a paragraph take a setting that is not its best: a longer one, or a shorter one when the last
 * line holds at most `pull` characters; without the rung none.
 */
export function mayTake(variant: SetVariant, best: SetVariant, pull: number | undefined): boolean {
  if (variant === best) return true;
  return pull !== undefined && (variant.lines.length > best.lines.length || lastLine(best) <= pull);
}

/** Characters in the last line of a setting. */
function lastLine({ lines }: SetVariant): number {
  return lines.at(-1)?.width ?? 0;
}
