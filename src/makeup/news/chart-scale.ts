/** Round marks of an axis from the first to the last. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Figures after the point that its marks need. */
  readonly decimals: number;
}

/** Steps between marks: 1, 2 or 5 and their tenfolds. */
const STEPS = [1, 2, 5, 10] as const;

/** Marks at round numbers that hold all values, at most `wanted` steps, or one on each side of nought. Nought is among them if it is asked for. */
export function scaleOf(values: readonly number[], wanted: number, withNought: boolean): Scale {
  const known = withNought || values.length === 0 ? [0, ...values] : values;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  const [bottom, top] =
    high - low > Math.max(size, 1) * FINEST ? [low, high] : roundNought(size < FINEST ? 1 : low);
  // On both sides of nought there is a step at the least.
  const limit = Math.max(bottom < 0 && top > 0 ? 2 : 1, wanted);
  let power = Math.floor(Math.log10((top - bottom) / limit));
  for (;;) {
    for (const factor of STEPS) {
      const [first, last] = [floorTo(bottom, factor, power), ceilTo(top, factor, power)];
      if (last - first <= limit) return marks(first, Math.max(last, first + 1), factor, power);
    }
    power += 1;
  }
}

/** Differences less than this, and than this share of a value, are none. */
const FINEST = 1e-9;

/** The span between nought and one value. */
function roundNought(value: number): readonly [bottom: number, top: number] {
  return value < 0 ? [value, 0] : [0, value];
}

function floorTo(value: number, factor: number, power: number): number {
  return Math.floor(tidy(value / (factor * 10 ** power)));
}

function ceilTo(value: number, factor: number, power: number): number {
  return Math.ceil(tidy(value / (factor * 10 ** power)));
}

/** A quotient without the error of its last figures, so that 0.3 is three times 0.1. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function marks(first: number, last: number, factor: number, power: number): Scale {
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    tidy((first + index) * factor * 10 ** power),
  );
  return {
    ticks,
    least: ticks[0] ?? 0,
    most: ticks.at(-1) ?? 0,
    decimals: Math.max(0, factor === 10 ? -power - 1 : -power),
  };
}

/** Whether a line chart begins its axis at nought: not where its values lie far above. */
export function needsNought(values: readonly number[]): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low <= 0 || high <= 0 || low < FAR * high;
}

/** Share of the greatest value over which the least is far from nought. */
const FAR = 0.6;

/** A number as it is printed: the minus sign of type, no more figures than it needs. */
export function numberWords(value: number, decimals?: number): string {
  const words = decimals === undefined ? String(tidy(value)) : value.toFixed(decimals);
  return Number(words) === 0 ? words.replace('-', '') : words.replace(/^-/, '−');
}
