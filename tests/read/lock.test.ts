import { expect, test } from 'vitest';
import { lockText, readLock } from '../../src/read/lock.ts';

const STORIES = new Map([
  ['bridge', [{ column: 0, columns: 5, line: 4, lines: 40 }]],
  ['ferry', [{ column: 5, columns: 3, line: 4, lines: 40 }]],
]);
const PLACES = { stories: STORIES, adverts: [{ column: 0, columns: 2, line: 45, lines: 20 }] };

function read(text: string, layout: string, stories: readonly string[]) {
  const told: string[] = [];
  const file = { path: 'bridge.lock.yaml', text };
  const places = readLock(file, { layout, stories }, ({ code }) => told.push(code));
  return { places, told };
}

test('a lock file is read as it was written', () => {
  const { places, told } = read(lockText('broadsheet-8x13', PLACES), 'broadsheet-8x13', ['ferry', 'bridge']);
  expect(told).toEqual([]);
  expect(places).toEqual(PLACES);
});

test.each([
  ['another layout', 'tabloid-news', ['bridge', 'ferry']],
  ['a story more', 'broadsheet-8x13', ['bridge', 'ferry', 'market']],
  ['a story less', 'broadsheet-8x13', ['bridge']],
  ['another name', 'broadsheet-8x13', ['bridge', 'tram']],
])('a lock file for %s locks nothing, which is told', (_, layout, stories) => {
  const { places, told } = read(lockText('broadsheet-8x13', PLACES), layout, stories);
  expect(told).toEqual(['stale-lock']);
  expect(places.stories.size).toBe(0);
});

test('columns are written as numbers: a lock file does not know how many a page has', () => {
  const text = lockText('front', PLACES).replace('cols: 6-8', 'cols: all');
  const { places, told } = read(text, 'front', ['bridge', 'ferry']);
  expect(told).toEqual(['bad-value']);
  expect(places.stories.size).toBe(0);
});
