import { createHash } from 'node:crypto';
import { latinOf } from './objects.ts';
import { bigEndian } from './structure.ts';

/** What the header of an ICC profile says (ICC.1, 7.2). */
export interface IccFacts {
  /** `prtr`, `mntr`, `scnr`, `spac`, … */
  readonly use: string;
  /** `CMYK`, `RGB`, `GRAY`, `Lab`. */
  readonly space: string;
  readonly version: number;
  /** Inks or channels of that space; 0 when the space is another. */
  readonly channels: number;
  /** Whether the size and every tag lie within the data. */
  readonly whole: boolean;
  /** Equal for equal profiles. */
  readonly hash: string;
}

const CHANNELS: Readonly<Record<string, number>> = { GRAY: 1, RGB: 3, Lab: 3, CMYK: 4 };

/** Facts of a profile; `undefined` when the data is no profile. */
export function readIcc(bytes: Uint8Array): IccFacts | undefined {
  if (bytes.length < 132 || latinOf(bytes.subarray(36, 40)) !== 'acsp') return undefined;
  const space = latinOf(bytes.subarray(16, 20)).trim();
  return {
    use: latinOf(bytes.subarray(12, 16)),
    space,
    version: bytes[8]!,
    channels: CHANNELS[space] ?? 0,
    whole: bigEndian(bytes, 0, 4) === bytes.length && tagsAreInside(bytes),
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
}

function tagsAreInside(bytes: Uint8Array): boolean {
  const count = bigEndian(bytes, 128, 4);
  if (count === 0 || count > 500 || 132 + 12 * count > bytes.length) return false;
  return Array.from({ length: count }, (_, i) => 132 + 12 * i).every(
    (at) => bigEndian(bytes, at + 4, 4) + bigEndian(bytes, at + 8, 4) <= bytes.length,
  );
}
