import { expect, test } from 'vitest';
import { preflight } from '../../src/preflight/preflight.ts';
import { fixture } from './sample.ts';

/** Every rule that each file breaks, errors with `!`; seen by hand and by other programs (see the fixtures' README.md). */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  'latex.pdf': ['!xmp-missing', '!intent-missing', '!box-trim', '!colour-rgb', 'line-hair'],
  'chromium.pdf': [
    '!file-id',
    '!xmp-missing',
    '!intent-missing',
    '!box-trim',
    '!annotation',
    '!action',
    '!colour-rgb',
    'transparency-alpha',
  ],
  'ghostscript.pdf': [
    'file-version',
    '!standard-claim',
    '!xmp-dates',
    '!xmp-identity',
    '!trapped',
    '!intent-missing',
    '!box-trim',
    '!font-embedded',
    '!colour-rgb',
    'line-hair',
  ],
  'libreoffice.pdf': ['!xmp-missing', '!intent-missing', '!box-trim', '!colour-rgb'],
  'typst.pdf': [
    'file-version',
    '!standard-claim',
    '!xmp-dates',
    '!xmp-title',
    '!xmp-identity',
    '!trapped',
    '!intent-missing',
    '!box-trim',
    'colour-rgb-profile',
    'colour-gray-profile',
    '!ink-flat',
  ],
  'packed.pdf': [],
  'linearized.pdf': [],
  'owner-password.pdf': ['file-version', '!file-encrypted', '!xmp-compressed'],
  'user-password.pdf': ['!file-encrypted'],
};

test.each(Object.entries(FOREIGN))('%s', async (name, expected) => {
  const result = await preflight(fixture(name));
  const found = (result?.findings ?? []).map(
    ({ rule, severity }) => (severity === 'error' ? '!' : '') + rule,
  );
  expect([...new Set(found)].toSorted()).toEqual(expected.toSorted());
});

test('measures of a page that another program made', async () => {
  const typst = await preflight(fixture('typst.pdf'));
  expect(typst).toMatchObject({
    version: '1.7',
    colours: ['cmyk', 'icc-gray', 'icc-rgb'],
    pages: [{ width: 100, height: 70, smallestType: 11, ink: { flat: 261, pictures: 0 } }],
  });
  expect(typst?.fonts.map(({ embedded, subset }) => embedded && subset)).toEqual([true, true]);
});

test('what Chromium prints half translucent as a group is found inside the group', async () => {
  const chromium = await preflight(fixture('chromium.pdf'));
  const [finding] = chromium!.findings.filter(({ rule }) => rule === 'transparency-alpha');
  expect(finding).toMatchObject({ page: 1, severity: 'warning', place: { x: 11.9, y: 46 } });
});
