import { expect, test } from 'vitest';
import { textOf } from '../../src/preflight/objects.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { bytesOf, edit, goodFile, put, xmpWith } from './sample.ts';

test.each([
  ['one byte a character', [0x41, 0xe9, 0xff], 'Aéÿ'],
  ['accents on their own', [0x18, 0x1f], '˘˜'],
  ['marks of setting', [0x80, 0x85, 0x8f, 0x90, 0x9e, 0xa0], '•–‘’ž€'],
  ['UTF-16', [0xfe, 0xff, 0x62, 0xa5], '报'],
  ['UTF-8', [0xef, 0xbb, 0xbf, 0xe6, 0x8a, 0xa5], '报'],
])('a text string in %s', (_, bytes, text) => {
  expect(textOf({ kind: 'string', bytes: Uint8Array.from(bytes) })).toBe(text);
});

test('a title with an en dash is the same in both of its places', async () => {
  const title = '临江新报 2026-11-24 第3版';
  const packet = put(goodFile(), 'xmp', xmpWith(title, 'Linjiang, 23–24 November'));
  const hex = `<FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex')}>`;
  const sample = edit(packet, 'info', hex, '(Linjiang, 23\\20524 November)');
  expect((await preflight(bytesOf(sample)))!.findings).toEqual([]);
});
