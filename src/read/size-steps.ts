import type { Pt } from '../base/units.ts';
import type { SizeTable } from './lengths.ts';

/** The two series of 号: a step leads from one to the next of its own series. */
const SERIES = [
  ['初号', '一号', '二号', '三号', '四号', '五号', '六号', '七号'],
  ['小初', '小一', '小二', '小三', '小四', '小五', '小六'],
] as const;

/**
 * The size so many 号 below (a negative step) another: 初号 less two is 二号, 小初 less two is 小二. A size that is no 号
 * keeps the ratio of the one nearest to it.
 */
export function stepped(size: Pt, step: number, sizes: SizeTable): Pt {
  const known = SERIES.flatMap((series) =>
    series.flatMap((name, index) => {
      const from = sizes.get(name);
      const to = sizes.get(series[Math.min(series.length - 1, Math.max(0, index - step))] ?? name);
      return from !== undefined && to !== undefined ? [{ from, to }] : [];
    }),
  );
  const distance = ({ from }: { readonly from: Pt }) => Math.abs(Math.log(size / from));
  const [nearest] = known.toSorted((one, other) => distance(one) - distance(other));
  return nearest ? (size * nearest.to) / nearest.from : size;
}
