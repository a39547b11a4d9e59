import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { RasterContent } from '../../src/model/picture.ts';
import { blackInks, heaviest } from '../../src/pictures/inks.ts';
import { jpegFacts } from '../../src/pictures/jpeg.ts';
import { prepareRaster } from '../../src/pictures/raster.ts';
import { NEWSPRINT, windowOf } from '../../src/pictures/window.ts';
import { bytesOf, hills, inkedJpeg, placed, plainTiff, pressInks, quarters } from './files.ts';

const press = pressInks();
const tools = { press, resolution: NEWSPRINT };
/** 200 by 100 pixels come to 100 dots an inch. */
const place = placed({ x: 10, y: 20, width: 144, height: 72 });

const prepare = async (bytes: Uint8Array, item = place) => (await prepareRaster(bytes, item, tools)).content;

/** The inks of each pixel, 0 to 255, full is 255; one channel of grey stays as it is. */
async function inksOf({ bytes, coding, inks, size, inverted }: RasterContent): Promise<Uint8Array> {
  if (coding === 'flate') return inflateSync(bytes);
  if (inks === 'black') return (await sharp(bytes).toColourspace('b-w').raw().toBuffer()).subarray();
  // libvips takes all of them for inverted.
  const raw = await sharp(bytes).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
  expect(raw.length).toBe(4 * size.width * size.height);
  return inverted ? raw : raw.map((value) => 255 - value);
}

describe('the window of a picture', () => {
  const size = { width: 3000, height: 2000 };

  test('whole pictures are brought down to what print needs, never up', () => {
    const large = windowOf(placed({ x: 0, y: 0, width: 300, height: 200 }), size, NEWSPRINT);
    expect(large.made).toEqual({ width: Math.ceil((300 / 72) * 250), height: Math.ceil((200 / 72) * 250) });
    const small = windowOf(placed({ x: 0, y: 0, width: 900, height: 600 }), size, NEWSPRINT);
    expect(small).toMatchObject({ made: size, taken: { x: 0, y: 0, ...size } });
  });

  test('a crop takes whole pixels around what shows and says where they lie', () => {
    const whole = { x: 0, y: -50.1, width: 900, height: 600 };
    const { taken, area } = windowOf(
      placed({ x: 0, y: 0, width: 900, height: 500 }, { whole }),
      size,
      NEWSPRINT,
    );
    expect(taken).toEqual({ x: 0, y: 167, width: 3000, height: 1667 });
    expect(area.y * 600).toBeLessThanOrEqual(50.1);
    expect((area.y + area.height) * 600).toBeGreaterThanOrEqual(550.1);
  });
});

describe('colours', () => {
  test('a photograph goes to process inks within the limit of the profile', async () => {
    const content = await prepare(await bytesOf(hills(200, 100).jpeg({ quality: 95 })));
    expect(content).toMatchObject({ inks: 'process', coding: 'jpeg', size: { width: 200, height: 100 } });
    expect(jpegFacts(content.bytes)).toEqual({ width: 200, height: 100, components: 4, bits: 8 });
    const data = await inksOf(content);
    expect(heaviest({ ...content.size, channels: 4, data })).toBeLessThan(232);
  });

  test('line art stays exact, its black in one ink', async () => {
    const black = [0, 0, 0] as const;
    const art = quarters(200, 100, [black, [230, 0, 20], [255, 255, 255], black]);
    const content = await prepare(await bytesOf(art.png()));
    expect(content).toMatchObject({ inks: 'process', coding: 'flate' });
    const inks = await inksOf(content);
    expect([...inks.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
    const red = [...inks.subarray(4 * 150, 4 * 150 + 4)];
    expect(red[1]).toBeGreaterThan(200);
    expect(red[0]).toBeLessThan(30);
    expect([...inks.subarray(4 * 200 * 60, 4 * 200 * 60 + 4)]).toEqual([0, 0, 0, 0]);
  });

  test('what is to be seen through is laid on white', async () => {
    const clear = sharp({
      create: { width: 40, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const content = await prepare(await bytesOf(clear.png()));
    expect(content).toMatchObject({ inks: 'black', coding: 'flate' });
    expect(new Set(await inksOf(content))).toEqual(new Set([255]));
  });

  test('sixteen bits become eight', async () => {
    const deep = await bytesOf(hills(60, 40).toColourspace('rgb16').png());
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const [from16, from8] = [await prepare(deep), await prepare(await bytesOf(hills(60, 40).png()))];
    const [a, b] = [await inksOf(from16), await inksOf(from8)];
    const far = a.filter((value, index) => Math.abs(value - (b[index] ?? 0)) > 12).length;
    expect(far / a.length).toBeLessThan(0.01);
  });
});

test('a picture in Lab goes to process inks', async () => {
  const lab = plainTiff(8, 16, [32768, 65 * 256, 45 * 256]);
  expect((await sharp(lab).metadata()).space).toBe('labs');
  const inks = await inksOf(await prepare(lab));
  const [cyan = 0, magenta = 0] = inks;
  expect(magenta).toBeGreaterThan(150);
  expect(cyan).toBeLessThan(60);
});

test('inks of sixteen bits keep their share', async () => {
  const content = await prepare(
    plainTiff(
      5,
      16,
      [0.6, 0.3, 0.2, 0.1].map((share) => Math.round(share * 65535)),
    ),
  );
  expect(content).toMatchObject({ inks: 'process', inverted: true });
  const [first] = [...(await inksOf(content))];
  expect(Math.abs((first ?? 0) - 153)).toBeLessThan(3);
});

describe('greys', () => {
  test.each([
    ['one channel', () => bytesOf(hills(200, 100).toColourspace('b-w').jpeg())],
    ['sixteen bits', () => bytesOf(hills(200, 100).toColourspace('grey16').tiff())],
    [
      'in RGB',
      async () =>
        bytesOf(
          sharp(await bytesOf(hills(200, 100).toColourspace('b-w').png()))
            .toColourspace('srgb')
            .jpeg(),
        ),
    ],
  ])('a black-and-white photograph, %s, is in black alone', async (_, make) => {
    const content = await prepare(await make());
    expect(content).toMatchObject({ inks: 'black', coding: 'jpeg', inverted: false });
    expect(jpegFacts(content.bytes)).toMatchObject({ components: 1 });
  });

  test('middle greys are lightened for the gain of newsprint; white and black stay', async () => {
    const blacks = await blackInks(press);
    expect([blacks[0], blacks[255]]).toEqual([255, 0]);
    expect(blacks[128]).toBeGreaterThan(0.35 * 255);
    expect(blacks[128]).toBeLessThan(0.46 * 255);
    expect(blacks.every((ink, grey) => grey === 0 || ink <= (blacks[grey - 1] ?? 0))).toBe(true);
  });
});

describe('pictures in inks', () => {
  test('a JPEG that needs no change goes in as it is, without what was told beside it', async () => {
    const bytes = await inkedJpeg([200, 100], [60, 20, 10, 5]);
    const content = await prepare(bytes);
    expect(content).toMatchObject({ inks: 'process', coding: 'jpeg', inverted: true });
    const scan = Buffer.from(bytes).indexOf(Buffer.of(0xff, 0xda));
    expect(Buffer.from(content.bytes).includes(Buffer.from(bytes.subarray(scan)))).toBe(true);
    expect(Buffer.from(content.bytes).includes('Adobe')).toBe(false);
    expect((await inksOf(content)).subarray(0, 4)).toEqual(Buffer.from([153, 51, 26, 13]));
  });

  test('without the marker of Adobe the numbers are not turned round', async () => {
    const { bytes } = await prepare(await inkedJpeg([200, 100], [60, 60, 45, 40]));
    const content = await prepare(bytes);
    expect(content.inverted).toBe(false);
    expect(content.bytes).toEqual(bytes);
    expect((await inksOf(content)).subarray(0, 4)).toEqual(Buffer.from([102, 102, 140, 153]));
    const part = await prepare(
      bytes,
      placed({ x: 0, y: 0, width: 72, height: 72 }, { whole: { ...place, x: 0, y: 0 } }),
    );
    expect(part.inverted).toBe(true);
    expect((await inksOf(part)).subarray(0, 4)).toEqual(Buffer.from([102, 102, 140, 153]));
  });

  test('too much ink without a word on the press is drawn back and told', async () => {
    const { content, tooMuchInk } = await prepareRaster(
      await inkedJpeg([200, 100], [90, 90, 90, 90]),
      place,
      tools,
    );
    expect(tooMuchInk).toBeCloseTo(360, -1);
    const data = await inksOf(content);
    expect(heaviest({ ...content.size, channels: 4, data })).toBeLessThan(243);
    expect(data[3]).toBeGreaterThan(225);
  });

  test('inks for another press go through both profiles', async () => {
    const tagged = await bytesOf(hills(200, 100).withIccProfile('cmyk').jpeg({ quality: 95 }));
    const { content, tooMuchInk } = await prepareRaster(tagged, place, tools);
    expect(tooMuchInk).toBeUndefined();
    expect(content.inks).toBe('process');
    const before = await sharp(tagged).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
    const after = await inksOf(content);
    const change =
      after.reduce((sum, value, index) => sum + Math.abs(value - (before[index] ?? 0)), 0) / after.length;
    expect(change).toBeGreaterThan(5);
  });
});

test('turned by EXIF, cropped and made smaller at once', async () => {
  const lying = await bytesOf(quarters(2000, 3000).rotate(270).jpeg().withMetadata({ orientation: 6 }));
  const whole = { x: 0, y: 0, width: 200, height: 300 };
  const content = await prepare(lying, placed({ x: 0, y: 0, width: 100, height: 300 }, { whole }));
  expect(content.size.width).toBe(Math.ceil((100 / 72) * 250));
  expect(content.area).toMatchObject({ x: 0, width: 0.5 });
  const { data, info } = await sharp(content.preview?.bytes).raw().toBuffer({ resolveWithObject: true });
  const top = [...data.subarray(3 * info.width * 5 + 15, 3 * info.width * 5 + 18)];
  expect(top[0]).toBeGreaterThan(180);
  expect(top[2]).toBeLessThan(90);
});
