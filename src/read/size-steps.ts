import type { Pt } from '../base/units.ts';
import type { SizeTable } from './lengths.ts';

/** The 号 from the largest to the smallest. */
const ORDER = [
  '初号',
  '小初',
  '一号',
  '小一',
  '二号',
  '小二',
  '三号',
  '小三',
  '四号',
  '小四',
  '五号',
  '小五',
  '六号',
  '小六',
  '七号',
] as const;

/**
 * The size so many 号 below (a negative step) another, as the trade counts for 引题 and 副题: two 号 below 初号 is 小二, the
 * small one of its number. A size that is no 号 keeps the ratio of the one nearest to it.
 */
export function stepped(size: Pt, step: number, sizes: SizeTable): Pt {
  const down = step < 0 ? 1 - 2 * step : 0;
  const known = ORDER.flatMap((name, index) => {
    const from = sizes.get(name);
    const to = sizes.get(ORDER[Math.min(ORDER.length - 1, index + down)] ?? name);
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
  const distance = ({ from }: { readonly from: Pt }) => Math.abs(Math.log(size / from));
  const [nearest] = known.toSorted((one, other) => distance(one) - distance(other));
  return nearest ? (size * nearest.to) / nearest.from : size;
}
