import type { Pixels } from './sharp.ts';

const LONG = 4;
const SHORT = 3;
const UNDEFINED = 7;

/** Eight bits in each of four channels, all in bytes behind the header. */
const BITS_AT = 8;
const DATA_AT = 16;

/** Tag of the profile (ICC.1:2010, B.5). */
const ICC = 34675;

/**
 * Pixels in process inks as an uncompressed TIFF (TIFF 6.0, section 16), the plainest file in which libvips takes them for
 * inks: as bare numbers four channels would be colours and a mask. With `profile` it says what press they are for.
 */
export function inkTiff({ width, height, data }: Pixels, profile?: Uint8Array): Uint8Array {
  const profileAt = even(DATA_AT + data.length);
  const directory = even(profileAt + (profile?.length ?? 0));
  const tags: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, BITS_AT],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, DATA_AT],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    ...(profile ? ([[ICC, UNDEFINED, profile.length, profileAt]] as const) : []),
  ];
  const file = Buffer.alloc(directory + 2 + 12 * tags.length + 4);
  file.write('II', 0, 'latin1');
  file.writeUInt16LE(42, 2);
  file.writeUInt32LE(directory, 4);
  for (let channel = 0; channel < 4; channel += 1) file.writeUInt16LE(8, BITS_AT + 2 * channel);
  file.set(data, DATA_AT);
  if (profile) file.set(profile, profileAt);
  file.writeUInt16LE(tags.length, directory);
  tags.forEach(([tag, type, count, value], index) => {
    const at = directory + 2 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  return file;
}

/** The next even number: directories and values begin at even places. */
function even(at: number): number {
  return at + (at % 2);
}
