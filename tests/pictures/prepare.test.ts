import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { PlacedPicture } from '../../src/model/page.ts';
import { writePdf } from '../../src/output/pdf.ts';
import { writeSvg } from '../../src/output/svg.ts';
import type { PictureStore } from '../../src/pictures/kept.ts';
import { preparePictures, type PictureTools } from '../../src/pictures/prepare.ts';
import { NEWSPRINT } from '../../src/pictures/window.ts';
import { pageOf } from '../output/page-of.ts';
import { shippedFontBook } from '../support/real-fonts.ts';
import { bytesOf, hills, inkedJpeg, placed, pressInks, quarters } from './files.ts';

const fonts = shippedFontBook();
const place = placed({ x: 50, y: 100, width: 200, height: 100 });

async function prepare(items: readonly PlacedPicture[], change: Partial<PictureTools> = {}) {
  const reported: Diagnostic[] = [];
  const page = pageOf(items);
  const bytes = await bytesOf(hills(300, 150).jpeg());
  const tools = { press: pressInks(), resolution: NEWSPRINT, read: () => bytes, ...change };
  const pictures = await preparePictures([page], tools, (diagnostic) => reported.push(diagnostic));
  return { page, pictures, reported };
}

/** A store that tells how often it was asked in vain. */
function memory() {
  const kept = new Map<string, Uint8Array>();
  let misses = 0;
  const store: PictureStore = {
    get: (name) => {
      const found = kept.get(name);
      misses += found ? 0 : 1;
      return found;
    },
    put: (name, bytes) => void kept.set(name, bytes),
  };
  return { store, kept, misses: () => misses };
}

describe('the same again', () => {
  test('equal pictures give equal bytes', async () => {
    const write = async () => {
      const { page, pictures } = await prepare([place]);
      return writePdf([page], fonts, { version: '0', pictures });
    };
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });

  test('a kept picture is the picture', async () => {
    const { store, kept, misses } = memory();
    const first = await prepare([place], { store });
    const second = await prepare([place], { store });
    expect([misses(), kept.size]).toEqual([1, 1]);
    expect(second.pictures.get(place)).toEqual(first.pictures.get(place));
    expect(first.pictures.get(place)).toEqual((await prepare([place])).pictures.get(place));
  });

  test('what was told of it is kept as well', async () => {
    const { store } = memory();
    const heavy = await inkedJpeg([200, 100], [90, 90, 90, 90]);
    const [cold, warm] = [
      await prepare([place], { store, read: () => heavy }),
      await prepare([place], { store, read: () => heavy }),
    ];
    expect(cold.reported.map(({ code }) => code)).toEqual(['picture-ink']);
    expect(warm.reported).toEqual(cold.reported);
  });

  test.each<[string, Partial<PictureTools>, PlacedPicture]>([
    ['another file', { read: () => new Uint8Array() }, place],
    ['another press', { press: pressInks(200) }, place],
    ['another resolution', { resolution: { above: 100, to: 90 } }, place],
    ['another size', {}, { ...place, width: 100 }],
    ['another crop', {}, { ...place, whole: { ...place.whole, y: 90 } }],
  ])('%s is another picture', async (_, change, item) => {
    const { store, misses } = memory();
    await prepare([place], { store });
    await prepare([item], { store, ...change });
    expect(misses()).toBe(2);
  });

  test('a kept file that is not whole is made again', async () => {
    const { store, kept } = memory();
    const { pictures } = await prepare([place], { store });
    for (const [name, bytes] of kept) kept.set(name, bytes.subarray(0, bytes.length - 9));
    expect((await prepare([place], { store })).pictures.get(place)).toEqual(pictures.get(place));
    for (const name of kept.keys()) kept.set(name, Buffer.from('{}'));
    expect((await prepare([place], { store })).pictures.get(place)).toEqual(pictures.get(place));
  });
});

describe('files that cannot be used', () => {
  test('one that is not there, and damage behind a sound head', async () => {
    const missing = await prepare([place], { read: () => undefined });
    expect(missing.reported).toMatchObject([
      { code: 'missing-picture', severity: 'error', range: place.origin },
    ]);
    const whole = await bytesOf(quarters(300, 200).png());
    const torn = whole.map((byte, index) => (index > 60 && index < whole.length - 20 ? byte ^ 0x5a : byte));
    const damaged = await prepare([place], { read: () => torn });
    expect(damaged.reported).toMatchObject([{ code: 'broken-picture', values: { reason: 'damaged' } }]);
    expect(damaged.pictures.size).toBe(0);
  });

  test('their place is crossed out in black, and the file is written', async () => {
    const { page, pictures } = await prepare([place], { read: () => undefined });
    const pdf = await writePdf([page], fonts, { version: '0', pictures });
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('/XObject');
    expect(writeSvg(page, fonts, { pictures })).toContain('#d8d8d8');
  });

  test('others go on', async () => {
    const other = { ...place, file: 'y.jpg', y: 250, whole: { ...place.whole, y: 250 } };
    const good = await bytesOf(hills(30, 15).jpeg());
    const { pictures, reported } = await prepare([place, other], {
      read: ({ file }) => (file === 'y.jpg' ? good : undefined),
    });
    expect([...pictures.keys()]).toEqual([other]);
    expect(reported).toHaveLength(1);
  });
});

test('the screen proof shows the crop in its place', async () => {
  const whole = { x: 0, y: 100, width: 300, height: 100 };
  const { page, pictures } = await prepare([{ ...place, whole }]);
  const [item] = pictures.keys();
  const svg = writeSvg(page, fonts, { pictures });
  expect(svg).toContain(
    '<svg class="picture" x="50" y="100" width="200" height="100" viewBox="50 100 200 100"',
  );
  expect(svg).toMatch(
    /<image x="50" y="100" width="200" height="100" [^>]*href="data:image\/jpeg;base64,\/9j\//,
  );
  expect(item?.file).toBe('photos/x.jpg');
});
