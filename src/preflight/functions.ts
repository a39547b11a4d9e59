import { calculate, parseCalculator, type Step } from './calculator.ts';
import { isStream, latinOf, numberOf, numbersOf, type PdfFile, type PdfValue } from './objects.ts';

/** A function of a PDF (ISO 32000-1, 7.10): numbers in, numbers out. */
export type PdfFunction = (input: readonly number[]) => readonly number[];

/** Most functions inside each other. */
const MOST_DEEP = 8;

/** The function that a value describes; `undefined` when it describes none. */
export function readFunction(file: PdfFile, value: PdfValue, depth = 0): PdfFunction | undefined {
  const type = numberOf(file.get(value, 'FunctionType'));
  const domain = numbersOf(file, file.get(value, 'Domain'));
  if (type === undefined || !domain || domain.length < 2 || depth > MOST_DEEP) return undefined;
  const make = KINDS[type];
  const made = make?.({ file, value, domain, depth });
  const range = numbersOf(file, file.get(value, 'Range'));
  return made && ((input) => clipped(made(clipped(input, domain)), range));
}

interface Source {
  readonly file: PdfFile;
  readonly value: PdfValue;
  readonly domain: readonly number[];
  readonly depth: number;
}

const KINDS: Readonly<Record<number, (source: Source) => PdfFunction | undefined>> = {
  0: sampled,
  2: exponential,
  3: stitched,
  4: calculated,
};

function clipped(values: readonly number[], limits: readonly number[] | undefined): readonly number[] {
  if (!limits) return values;
  return values.map((value, i) =>
    Math.min(Math.max(value, limits[2 * i] ?? -Infinity), limits[2 * i + 1] ?? Infinity),
  );
}

function between(value: number, from: readonly [number, number], to: readonly [number, number]): number {
  const span = from[1] - from[0];
  return span === 0 ? to[0] : to[0] + ((value - from[0]) * (to[1] - to[0])) / span;
}

function exponential({ file, value }: Source): PdfFunction {
  const least = numbersOf(file, file.get(value, 'C0')) ?? [0];
  const most = numbersOf(file, file.get(value, 'C1')) ?? [1];
  const exponent = numberOf(file.get(value, 'N')) ?? 1;
  return ([x = 0]) => least.map((start, i) => start + x ** exponent * ((most[i] ?? start) - start));
}

function stitched({ file, value, domain, depth }: Source): PdfFunction | undefined {
  const list = file.get(value, 'Functions');
  const parts = (Array.isArray(list) ? list : [])
    .slice(0, 1000)
    .map((part: PdfValue) => readFunction(file, part, depth + 1));
  const bounds = numbersOf(file, file.get(value, 'Bounds')) ?? [];
  const encode = numbersOf(file, file.get(value, 'Encode')) ?? [];
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  const edges = [domain[0]!, ...bounds, domain[1]!];
  return ([x = 0]) => {
    const found = bounds.findIndex((bound) => x < bound);
    const i = Math.min(found < 0 ? parts.length - 1 : found, parts.length - 1);
    const encoded = between(
      x,
      [edges[i] ?? 0, edges[i + 1] ?? 1],
      [encode[2 * i] ?? 0, encode[2 * i + 1] ?? 1],
    );
    return parts[i]?.([encoded]) ?? [];
  };
}

/** A table of samples. Between them it is linear in the first input and takes the nearest in the others. */
function sampled({ file, value, domain }: Source): PdfFunction | undefined {
  const size = numbersOf(file, file.get(value, 'Size'));
  const range = numbersOf(file, file.get(value, 'Range'));
  const bits = numberOf(file.get(value, 'BitsPerSample')) ?? 8;
  const stream = file.resolve(value);
  if (!isStream(stream) || !size || !range || ![8, 16].includes(bits)) return undefined;
  const { bytes } = file.data(stream);
  const outputs = range.length / 2;
  const encode = numbersOf(file, file.get(value, 'Encode')) ?? size.flatMap((count) => [0, count - 1]);
  const decode = numbersOf(file, file.get(value, 'Decode')) ?? range;
  const sample = (index: number, output: number) => {
    const at = ((index * outputs + output) * bits) / 8;
    const raw = bits === 8 ? (bytes[at] ?? 0) / 255 : ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) / 65535;
    return between(raw, [0, 1], [decode[2 * output] ?? 0, decode[2 * output + 1] ?? 1]);
  };
  return (input) => {
    const places = size.map((count, i) => {
      const limits = [domain[2 * i] ?? 0, domain[2 * i + 1] ?? 1] as const;
      const place = between(input[i] ?? 0, limits, [encode[2 * i] ?? 0, encode[2 * i + 1] ?? count - 1]);
      return Math.min(Math.max(place, 0), count - 1);
    });
    const [first = 0, ...rest] = places;
    const offset = rest.reduceRight((sum, place, i) => (sum + Math.round(place)) * size[i]!, 0);
    const low = Math.floor(first);
    const part = first - low;
    return Array.from({ length: outputs }, (_, output) => {
      const start = sample(offset + low, output);
      return part === 0 ? start : start + part * (sample(offset + low + 1, output) - start);
    });
  };
}

function calculated({ file, value }: Source): PdfFunction | undefined {
  const stream = file.resolve(value);
  if (!isStream(stream)) return undefined;
  const steps: readonly Step[] | undefined = parseCalculator(latinOf(file.data(stream).bytes));
  const range = numbersOf(file, file.get(value, 'Range')) ?? [];
  return steps && ((input) => calculate(steps, input).slice(-range.length / 2));
}
