/** Bytes as signs of Latin-1, one each; a range that goes beyond either end is cut there. */
export function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(Math.max(0, start), end)).toString('latin1');
}
