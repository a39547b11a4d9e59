import type { HuffmanTable, Jpeg, JpegScan } from './jpeg.ts';

/** Means of the blocks of 8 × 8 samples of one channel, 0 to 255, in rows. */
export interface BlockMeans {
  readonly across: number;
  readonly down: number;
  readonly means: Float32Array;
}

/** Most blocks of one channel: a picture of 16 000 × 16 000 samples. */
const MOST_BLOCKS = 4_000_000;

/**
 * The mean of every block of every channel: the first coefficient of its cosine transform (ITU-T T.81, A.3.3), so the
 * others need not be worked out. `undefined` for ways of coding that are not read (arithmetic, lossless).
 */
export function blockMeans(jpeg: Jpeg, bytes: Uint8Array): readonly BlockMeans[] | undefined {
  if (![0xc0, 0xc1, 0xc2].includes(jpeg.frame) || jpeg.bits !== 8) return undefined;
  const across = Math.max(...jpeg.channels.map((channel) => channel.across));
  const down = Math.max(...jpeg.channels.map((channel) => channel.down));
  const columns = Math.ceil(jpeg.width / (8 * across));
  const rows = Math.ceil(jpeg.height / (8 * down));
  const planes = jpeg.channels.map((channel) => ({
    across: columns * channel.across,
    down: rows * channel.down,
    used: [
      Math.ceil((jpeg.width * channel.across) / (8 * across)),
      Math.ceil((jpeg.height * channel.down) / (8 * down)),
    ] as const,
    values: new Int32Array(Math.min(MOST_BLOCKS, columns * rows * channel.across * channel.down)),
  }));
  if (planes.length === 0 || planes.some((plane) => plane.across * plane.down > MOST_BLOCKS))
    return undefined;
  for (const scan of jpeg.scans.filter(({ first }) => first === 0)) {
    readScanMeans({ jpeg, scan, planes, columns, rows, bits: bitsFrom(bytes, scan.start) });
  }
  return planes.map((plane, i) => {
    const step = (jpeg.steps.get(jpeg.channels[i]!.quantisation) ?? 1) / 8;
    return { ...plane, means: Float32Array.from(plane.values, (value) => clamp(value * step + 128)) };
  });
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, value));
}

interface Plane {
  readonly across: number;
  readonly down: number;
  /** Blocks that hold a part of the picture; the others fill up the last units. */
  readonly used: readonly [number, number];
  readonly values: Int32Array;
}

interface Reading {
  readonly jpeg: Jpeg;
  readonly scan: JpegScan;
  readonly planes: readonly Plane[];
  readonly columns: number;
  readonly rows: number;
  readonly bits: Bits;
}

/** Where the mean of a block goes. */
interface Target {
  readonly values: Int32Array;
  readonly place: number;
}

function readScanMeans(reading: Reading): void {
  const { scan, planes, jpeg, columns, rows, bits } = reading;
  const [only] = scan.channels;
  const alone = scan.channels.length === 1 ? planes[only!.index] : undefined;
  const [wide, high] = alone ? alone.used : [columns, rows];
  const before = scan.channels.map(() => 0);
  for (let unit = 0; unit < wide * high && !bits.ended(); unit += 1) {
    if (scan.restart > 0 && unit > 0 && unit % scan.restart === 0) {
      bits.restart();
      before.fill(0);
    }
    const [column, row] = [unit % wide, Math.floor(unit / wide)];
    for (const [i, { index }] of scan.channels.entries()) {
      const { across, down } = alone ? { across: 1, down: 1 } : jpeg.channels[index]!;
      const plane = planes[index]!;
      for (let block = 0; block < across * down; block += 1) {
        const x = column * across + (block % across);
        const y = row * down + Math.floor(block / across);
        const target = { values: plane.values, place: y * plane.across + x };
        before[i] = readBlock(reading, i, before[i]!, target);
      }
    }
  }
}

/** Reads one block; gives its mean, from which the next block of the channel differs. */
function readBlock({ scan, jpeg, bits }: Reading, channel: number, before: number, target: Target): number {
  const { values, place } = target;
  const { dc, ac } = scan.channels[channel]!;
  if (scan.high > 0) {
    values[place] = values[place]! | (bits.take(1) << scan.low);
    return before;
  }
  const mean = before + extended(bits, bits.symbol(scan.tables.get(dc)));
  values[place] = mean << scan.low;
  if (jpeg.frame === 0xc2) return mean;
  for (let coefficient = 1; coefficient < 64 && !bits.ended(); coefficient += 1) {
    const symbol = bits.symbol(scan.tables.get(ac));
    const size = symbol & 15;
    if (size === 0 && symbol !== 0xf0) break;
    coefficient += symbol >> 4;
    bits.take(size);
  }
  return mean;
}

/** A difference of `size` bits (T.81, table F.1). */
function extended(bits: Bits, size: number): number {
  const value = bits.take(size);
  return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

interface Bits {
  take(count: number): number;
  symbol(table: HuffmanTable | undefined): number;
  restart(): void;
  ended(): boolean;
}

/** The bits of a scan: a 0 after 255 is no data; at a marker there are zeros without end. */
function bitsFrom(bytes: Uint8Array, start: number): Bits {
  const state = { at: start, hold: 0, held: 0, past: 0 };
  const fillTo = (count: number) => {
    while (state.held < count) {
      const byte = bytes[state.at] ?? 0xff;
      const marker = byte === 0xff && (bytes[state.at + 1] ?? 0xd9) !== 0;
      if (marker) state.past += 1;
      else state.at += byte === 0xff ? 2 : 1;
      state.hold = ((state.hold << 8) | (marker ? 0 : byte)) & 0xffffff;
      state.held += 8;
    }
  };
  const take = (count: number) => {
    fillTo(count);
    state.held -= count;
    return (state.hold >> state.held) & ((1 << count) - 1);
  };
  return {
    take,
    symbol(table) {
      fillTo(16);
      const ahead = (state.hold >> (state.held - 16)) & 0xffff;
      const length = table?.lengths[ahead] ?? 0;
      take(length || 1);
      return length > 0 ? table!.symbols[ahead]! : 0;
    },
    restart() {
      Object.assign(state, { hold: 0, held: 0, past: 0 });
      const next = bytes[state.at + 1] ?? 0;
      if (bytes[state.at] === 0xff && next >= 0xd0 && next <= 0xd7) state.at += 2;
    },
    ended: () => state.past > 8,
  };
}
