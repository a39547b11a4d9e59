import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProfile } from '../../src/output/icc.ts';

const shipped = new Uint8Array(readFileSync(new URL('../../profiles/newsprint.icc', import.meta.url)));

/** The shipped profile with some bytes of its header changed. */
function changed(at: number, bytes: string | number): Uint8Array {
  const copy = new Uint8Array(shipped);
  copy.set(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : [bytes], at);
  return copy;
}

test('the shipped profile is a CMYK output profile of version 2 that names its source', () => {
  const profile = readProfile(shipped);
  expect(profile).toMatchObject({ version: 2, description: 'Newsprint coldset, CGATS TR 002, 220 %' });
  expect(Buffer.from(shipped).toString('latin1')).toContain('ANSI CGATS/SNAP TR 002-2007');
});

test.each([
  ['nothing', new Uint8Array(), 'profile-broken'],
  ['a text', new Uint8Array(Buffer.from('not a profile '.repeat(40))), 'profile-broken'],
  ['a profile that is cut off', shipped.subarray(0, 20000), 'profile-broken'],
  ['a tag beyond the end', changed(132 + 4, 0x7f), 'profile-broken'],
  ['a profile of a screen', changed(12, 'mntr'), 'profile-not-output'],
  ['an RGB printer', changed(16, 'RGB '), 'profile-not-cmyk'],
  ['version 5', changed(8, 5), 'profile-version'],
])('%s is refused', (_, bytes, fault) => {
  expect(readProfile(bytes)).toBe(fault);
});

test('the name of a profile of version 4 is read', () => {
  const profile = changed(8, 4);
  const words = Buffer.from('Zeitung', 'utf16le').swap16();
  const start = 288;
  const tag = Buffer.alloc(28 + words.length);
  tag.write('mluc', 0, 'latin1');
  tag.writeUInt32BE(1, 8);
  tag.writeUInt32BE(12, 12);
  tag.write('deDE', 16, 'latin1');
  tag.writeUInt32BE(words.length, 20);
  tag.writeUInt32BE(28, 24);
  words.copy(tag, 28);
  profile.set(tag, start);
  expect(readProfile(profile)).toMatchObject({ version: 4, description: 'Zeitung' });
});
