import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureFacts } from '../../src/pictures/facts.ts';
import { bytesOf, hills, inkedJpeg, quarters } from './files.ts';

const raster = (width: number, height: number) => ({ kind: 'raster', width, height });
const broken = (reason: string) => ({ kind: 'broken', reason });
const text = (code: string) => new TextEncoder().encode(code);

describe('rasters', () => {
  const picture = quarters(60, 40);
  test.each([
    ['JPEG', () => bytesOf(picture.clone().jpeg()), raster(60, 40)],
    [
      'JPEG turned right',
      () => bytesOf(picture.clone().jpeg().withMetadata({ orientation: 6 })),
      raster(40, 60),
    ],
    [
      'JPEG turned left',
      () => bytesOf(picture.clone().jpeg().withMetadata({ orientation: 8 })),
      raster(40, 60),
    ],
    [
      'JPEG upside down',
      () => bytesOf(picture.clone().jpeg().withMetadata({ orientation: 3 })),
      raster(60, 40),
    ],
    ['JPEG in inks', () => inkedJpeg([60, 40], [10, 20, 30, 40]), raster(60, 40)],
    ['PNG', () => bytesOf(picture.clone().png()), raster(60, 40)],
    ['PNG with a mask', () => bytesOf(picture.clone().ensureAlpha(0.5).png()), raster(60, 40)],
    ['TIFF', () => bytesOf(picture.clone().tiff({ compression: 'lzw' })), raster(60, 40)],
    ['TIFF turned', () => bytesOf(picture.clone().tiff().withMetadata({ orientation: 6 })), raster(40, 60)],
    ['WebP', () => bytesOf(picture.clone().webp()), raster(60, 40)],
    ['WebP turned', () => bytesOf(picture.clone().webp().withMetadata({ orientation: 6 })), raster(40, 60)],
  ])('%s', async (_, make, facts) => {
    expect(await pictureFacts(await make())).toEqual(facts);
  });
});

describe('drawings', () => {
  const svg = (attributes: string, inside = '<path d="M0 0h9v9z"/>') =>
    pictureFacts(text(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`));

  test('the view box gives the shape, in points', async () => {
    expect(await svg('viewBox="0 0 200 100"')).toEqual({ kind: 'vector', width: 150, height: 75 });
    expect(await svg('viewBox="-5 -5 200 100" width="40mm"')).toMatchObject({ width: 150, height: 75 });
  });

  test('without one, width and height', async () => {
    expect(await svg('width="96" height="48"')).toEqual({ kind: 'vector', width: 72, height: 36 });
  });

  test('other files are not opened', async () => {
    const refused = broken('outside-files');
    expect(await svg('viewBox="0 0 9 9"', '<image href="/etc/x.png" width="9" height="9"/>')).toEqual(
      refused,
    );
    expect(await svg('viewBox="0 0 9 9"', '<image width="9" href=\'x.png\'/>')).toEqual(refused);
    const entity = '<!DOCTYPE svg [<!ENTITY x "<image href=\'x.png\'/>">]>';
    expect(
      await pictureFacts(text(`<?xml version="1.0"?>${entity}<svg xmlns="http://www.w3.org/2000/svg"/>`)),
    ).toEqual(refused);
    const data = Buffer.from(await bytesOf(quarters(2, 2).png())).toString('base64');
    const inside = `<image width="9" height="9" href="data:image/png;base64,${data}"/>`;
    expect(await svg('viewBox="0 0 9 9"', inside)).toMatchObject({ kind: 'vector' });
  });

  test('what is no drawing is damaged', async () => {
    expect(await svg('viewBox="0 0 9 9"', '<path')).toEqual(broken('damaged'));
  });
});

describe('PDF', () => {
  async function pdf(change: (document: PDFDocument) => void): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    document.addPage([400, 300]);
    change(document);
    return document.save();
  }
  const page = (document: PDFDocument) => document.getPage(0);

  test('the trim box goes before the crop box and the media box', async () => {
    expect(await pictureFacts(await pdf(() => {}))).toEqual({ kind: 'pdf', width: 400, height: 300 });
    const crop = await pdf((document) => page(document).setCropBox(10, 10, 300, 200));
    expect(await pictureFacts(crop)).toEqual({ kind: 'pdf', width: 300, height: 200 });
    const trim = await pdf((document) => {
      page(document).setCropBox(10, 10, 300, 200);
      page(document).setTrimBox(20, 20, 280, 180);
    });
    expect(await pictureFacts(trim)).toEqual({ kind: 'pdf', width: 280, height: 180 });
  });

  test('a page that is turned', async () => {
    const turned = await pdf((document) =>
      page(document).setRotation({ type: 'degrees', angle: 90 } as never),
    );
    expect(await pictureFacts(turned)).toEqual({ kind: 'pdf', width: 300, height: 400 });
  });

  test('a password', async () => {
    const document = await PDFDocument.create();
    document.addPage([400, 300]);
    document.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    expect(await pictureFacts(await document.save())).toEqual(broken('encrypted'));
  });

  test('cut off, and rubbish', async () => {
    const whole = await pdf(() => {});
    expect(await pictureFacts(whole.subarray(0, whole.length - 60))).toEqual(broken('truncated'));
    expect(await pictureFacts(text('%PDF-1.4\nnothing\n%%EOF'))).toEqual(broken('damaged'));
  });
});

describe('files that are no pictures', () => {
  test('empty, unknown, a text', async () => {
    expect(await pictureFacts(new Uint8Array())).toEqual(broken('empty'));
    expect(await pictureFacts(text('headline: 大桥通车'))).toEqual(broken('unknown-format'));
    expect(await pictureFacts(Uint8Array.of(0x47, 0x49, 0x46, 0x38))).toEqual(broken('unknown-format'));
  });

  test.each([
    ['JPEG', () => bytesOf(hills(300, 200).jpeg())],
    ['progressive JPEG', () => bytesOf(hills(300, 200).jpeg({ progressive: true }))],
    ['PNG', () => bytesOf(hills(300, 200).png())],
    ['WebP', () => bytesOf(hills(300, 200).webp())],
  ])('%s cut off at any place', async (_, make) => {
    const whole = await make();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const part = whole.subarray(0, Math.floor(whole.length * share));
      expect(await pictureFacts(part)).toEqual(broken('truncated'));
    }
    expect(await pictureFacts(whole)).toMatchObject({ kind: 'raster' });
  });

  test('a JPEG with something behind its end is whole', async () => {
    const whole = await bytesOf(hills(300, 200).jpeg());
    expect(await pictureFacts(Buffer.concat([whole, Buffer.alloc(5000, 7)]))).toMatchObject({
      kind: 'raster',
    });
  });

  test('fill bytes before the markers of a JPEG are sound', async () => {
    const whole = Buffer.from(await bytesOf(hills(300, 200).jpeg()));
    const scan = whole.indexOf(Buffer.of(0xff, 0xda));
    for (const at of [2, scan]) {
      const filled = Buffer.concat([whole.subarray(0, at), Buffer.of(0xff, 0xff), whole.subarray(at)]);
      expect(await pictureFacts(filled)).toEqual(raster(300, 200));
      expect(await pictureFacts(filled.subarray(0, -40))).toEqual(broken('truncated'));
    }
  });

  test('a thumbnail does not make a whole JPEG', async () => {
    const thumbnail = await bytesOf(quarters(16, 16).jpeg());
    const whole = await sharp(await bytesOf(hills(300, 200).jpeg()))
      .jpeg()
      .withExif({ IFD0: { Copyright: 'x' } })
      .toBuffer();
    const told = Buffer.concat([
      whole.subarray(0, 2),
      Buffer.from([0xff, 0xef, (thumbnail.length + 2) >> 8, (thumbnail.length + 2) & 255]),
      thumbnail,
      whole.subarray(2),
    ]);
    expect(await pictureFacts(told)).toMatchObject({ kind: 'raster', width: 300 });
    expect(await pictureFacts(told.subarray(0, told.length - 400))).toEqual(broken('truncated'));
  });
});
