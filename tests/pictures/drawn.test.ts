import { inflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts, cmyk, degrees, rgb } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { BLACK } from '../../src/base/colour.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { DrawnContent, PictureContent } from '../../src/model/picture.ts';
import type { PlacedPicture } from '../../src/model/page.ts';
import { writePdf } from '../../src/output/pdf.ts';
import { renderPages, type Raster } from '../../src/output/pdfium.ts';
import { preparePictures, type PictureTools } from '../../src/pictures/prepare.ts';
import { NEWSPRINT } from '../../src/pictures/window.ts';
import { pageOf } from '../output/page-of.ts';
import { readPdf } from '../support/pdf-reader.ts';
import { shippedFontBook } from '../support/real-fonts.ts';
import { bytesOf, hills, inkedJpeg, placed, pressInks, quarters, type Rgb } from './files.ts';

const fonts = shippedFontBook();
const press = pressInks();

interface Shown {
  readonly content: PictureContent | undefined;
  readonly reported: readonly Diagnostic[];
  readonly pdf: Uint8Array;
  readonly raster: Raster;
}

/** A page of 300 by 400 points with one picture, as PDFium shows it at a dot a point. */
async function show(
  bytes: Uint8Array,
  item: PlacedPicture,
  change: Partial<PictureTools> = {},
): Promise<Shown> {
  const reported: Diagnostic[] = [];
  const page = pageOf([item]);
  const tools = { press, resolution: NEWSPRINT, read: () => bytes, ...change };
  const pictures = await preparePictures([page], tools, (diagnostic) => reported.push(diagnostic));
  const pdf = await writePdf([page], fonts, { version: '0', pictures });
  const [raster] = await renderPages(pdf, 72);
  if (!raster) throw new Error('no page');
  return { content: pictures.get(item), reported, pdf, raster };
}

function at({ pixels, width }: Raster, x: number, y: number): Rgb {
  const start = 3 * (y * width + x);
  return [pixels[start] ?? 0, pixels[start + 1] ?? 0, pixels[start + 2] ?? 0];
}

/** The nearest plain colour by which a person would call it. */
function called(colour: Rgb): string {
  const names: Readonly<Record<string, Rgb>> = {
    white: [255, 255, 255],
    black: [30, 30, 30],
    grey: [140, 140, 140],
    red: [225, 60, 50],
    green: [40, 150, 80],
    blue: [50, 70, 160],
    yellow: [240, 210, 40],
    cyan: [0, 170, 230],
  };
  const far = (name: Rgb) =>
    name.reduce((sum, value, channel) => sum + (value - (colour[channel] ?? 0)) ** 2, 0);
  const [best] = Object.entries(names).toSorted(([, a], [, b]) => far(a) - far(b));
  return best?.[0] ?? '';
}

const place = placed({ x: 50, y: 100, width: 200, height: 100 });

/** Colours in the middle of the four quarters of the place, and just outside it. */
function seen(raster: Raster): readonly string[] {
  const points = [
    [100, 125],
    [200, 125],
    [100, 175],
    [200, 175],
    [48, 150],
    [252, 150],
    [150, 98],
    [150, 202],
  ];
  return points.map(([x = 0, y = 0]) => called(at(raster, x, y)));
}

const OUTSIDE = ['white', 'white', 'white', 'white'];
const QUARTERED = ['red', 'green', 'blue', 'yellow', ...OUTSIDE];

describe('pixels on the page', () => {
  test.each([
    ['JPEG', () => bytesOf(quarters(400, 200).jpeg())],
    ['PNG', () => bytesOf(quarters(400, 200).png())],
    ['TIFF', () => bytesOf(quarters(400, 200).tiff())],
    ['WebP', () => bytesOf(quarters(400, 200).webp())],
    ['CMYK JPEG of another press', () => bytesOf(quarters(400, 200).withIccProfile('cmyk').jpeg())],
    [
      'turned right by EXIF',
      () => bytesOf(quarters(400, 200).rotate(270).jpeg().withMetadata({ orientation: 6 })),
    ],
    [
      'turned left by EXIF',
      () => bytesOf(quarters(400, 200).rotate(90).jpeg().withMetadata({ orientation: 8 })),
    ],
    [
      'upside down by EXIF',
      () => bytesOf(quarters(400, 200).rotate(180).tiff().withMetadata({ orientation: 3 })),
    ],
  ])('%s stands upright in its place in its colours', async (_, make) => {
    const { raster, reported } = await show(await make(), place);
    expect(reported).toEqual([]);
    expect(seen(raster)).toEqual(QUARTERED);
  });

  test('a JPEG in inks is no negative, with the marker of Adobe and without', async () => {
    for (const inks of [
      [100, 0, 0, 0],
      [0, 0, 0, 90],
    ]) {
      const adobe = await inkedJpeg([400, 200], inks);
      const { raster, content } = await show(adobe, place);
      const wanted = inks[0] === 100 ? 'cyan' : 'black';
      expect(seen(raster)).toEqual([wanted, wanted, wanted, wanted, ...OUTSIDE]);
      if (content?.kind !== 'raster') throw new Error('pixels were expected');
    }
    const { content } = await show(await inkedJpeg([400, 200], [0, 100, 100, 0]), place);
    if (content?.kind !== 'raster') throw new Error('pixels were expected');
    expect(content.inverted).toBe(true);
    const plain = await show(content.bytes, place);
    // The same numbers without the marker: full cyan and black.
    expect(plain.content).toMatchObject({ inverted: false });
    expect(called(at(plain.raster, 100, 125))).toBe('black');
  });

  test('a crop shows the part that its whole puts into the place', async () => {
    const whole = { x: -150, y: 100, width: 400, height: 200 };
    const { raster, content } = await show(await bytesOf(quarters(400, 200).jpeg()), { ...place, whole });
    expect(content?.area).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 });
    expect(seen(raster)).toEqual(['green', 'green', 'green', 'green', ...OUTSIDE]);
  });

  test('a crop between pixels moves nothing', async () => {
    const whole = { x: 50 - 3.7, y: 100 - 0.9, width: 207.4, height: 101.8 };
    const bytes = await bytesOf(quarters(50, 25).png());
    const { raster } = await show(bytes, { ...place, whole });
    expect(called(at(raster, 145, 125))).toBe('red');
    expect(called(at(raster, 155, 125))).toBe('green');
    expect(seen(raster)).toEqual(QUARTERED);
  });

  test('a black-and-white picture touches no ink but black', async () => {
    const { pdf } = await show(await bytesOf(hills(400, 200).toColourspace('b-w').jpeg()), place);
    const file = Buffer.from(pdf).toString('latin1');
    expect(file).toContain('/ColorSpace /DeviceGray');
    expect(file).not.toContain('DeviceCMYK');
    expect(file).not.toContain('DeviceRGB');
  });

  test('one picture at two places is in the file once', async () => {
    const bytes = await bytesOf(hills(400, 200).jpeg());
    const items = [place, { ...place, y: 250, whole: { ...place.whole, y: 250 } }];
    const page = pageOf(items);
    const pictures = await preparePictures(
      [page],
      { press, resolution: NEWSPRINT, read: () => bytes },
      () => {},
    );
    const pdf = await writePdf([page], fonts, { version: '0', pictures });
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(1);
  });
});

describe('drawings', () => {
  const svg = (inside: string) =>
    new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 200 100">${inside}</svg>`,
    );
  const squares = [
    '<rect x="10" y="20" width="100" height="50" fill="#dc1e1e"/>',
    '<g transform="translate(110 20)"><rect width="100" height="50" fill="#1ea03c"/></g>',
    '<path d="M10 70h100v50h-100z" fill="#283cc8"/>',
    '<circle cx="160" cy="95" r="80" fill="#f0d228" clip-path="url(#c)"/>',
    '<clipPath id="c"><rect x="110" y="70" width="100" height="50"/></clipPath>',
  ].join('');

  test('plain shapes stay shapes, in process inks', async () => {
    const { raster, content, reported, pdf } = await show(svg(squares), place);
    expect(reported).toEqual([]);
    expect(content?.kind).toBe('drawn');
    expect(seen(raster)).toEqual(QUARTERED);
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/DeviceRGB|\/Subtype \/Image/);
  });

  test('gradients and what is seen through become pixels', async () => {
    const gradient =
      '<linearGradient id="g"><stop stop-color="#dc1e1e"/><stop offset="1" stop-color="#283cc8"/></linearGradient>' +
      '<rect x="10" y="20" width="200" height="100" fill="url(#g)"/>';
    const { raster, content } = await show(svg(gradient), place);
    expect(content).toMatchObject({ kind: 'raster', inks: 'process' });
    expect(called(at(raster, 60, 150))).toBe('red');
    expect(called(at(raster, 240, 150))).toBe('blue');
    const pale = await show(
      svg('<rect x="10" y="20" width="200" height="100" fill="#000" fill-opacity=".5"/>'),
      place,
    );
    expect(pale.content).toMatchObject({ kind: 'raster', inks: 'black' });
    expect(called(at(pale.raster, 150, 150))).toBe('grey');
  });

  test('words that are no outlines are told', async () => {
    const { reported } = await show(svg('<text x="20" y="60">渡口</text><path d="M10 20h9v9z"/>'), place);
    expect(reported.map(({ code, severity }) => [code, severity])).toEqual([['picture-words', 'warning']]);
  });
});

describe('PDF advertisements', () => {
  async function advert(draw: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    document.addPage([240, 140]);
    await draw(document);
    document.getPage(0).setTrimBox(20, 20, 200, 100);
    return document.save({ useObjectStreams: true });
  }
  const colours = [cmyk(0, 1, 1, 0), cmyk(0.8, 0.1, 0.9, 0.1), cmyk(1, 0.8, 0, 0.1), cmyk(0, 0.1, 0.9, 0)];
  const squares = (document: PDFDocument) =>
    colours.forEach((color, index) => {
      const [x, y] = [index % 2 === 0 ? 20 : 120, index < 2 ? 70 : 20];
      document.getPage(0).drawRectangle({ x, y, width: 100, height: 50, color });
    });

  test('the sheet fills the place, its bleed is cut off', async () => {
    const bytes = await advert((document) => {
      document.getPage(0).drawRectangle({ x: 0, y: 0, width: 240, height: 140, color: cmyk(0, 0, 0, 1) });
      squares(document);
    });
    const { raster, reported, content } = await show(bytes, { ...place, role: 'advertisement' });
    expect(reported).toEqual([]);
    expect(content).toMatchObject({ kind: 'drawn', size: { width: 200, height: 100 } });
    expect(seen(raster)).toEqual(QUARTERED);
  });

  test.each([90, 180, 270])('turned by %i degrees it stands as a reader shows it', async (angle) => {
    const bytes = await advert((document) => {
      squares(document);
      document.getPage(0).setRotation(degrees(angle));
    });
    const upright = angle === 180 ? place : placed({ x: 100, y: 50, width: 100, height: 200 });
    const { raster, content } = await show(bytes, upright);
    const { width, height } = (content as DrawnContent).size;
    expect([width, height]).toEqual(angle === 180 ? [200, 100] : [100, 200]);
    const [x, y] = [upright.x + 10, upright.y + 10];
    expect(called(at(raster, x, y))).toBe({ 90: 'blue', 180: 'yellow', 270: 'green' }[angle]);
  });

  test('its words can be found, in its own fonts', async () => {
    const font = fonts.choose('kai', 0x6e56)?.font;
    if (!font) throw new Error('no face');
    const glyphs = [...'湖边新茶'].map((text, index) => {
      return { id: font.glyph(text.codePointAt(0) ?? 0)?.id ?? 0, dx: 20 * index, text };
    });
    const run = {
      kind: 'glyphs',
      role: 'body',
      font: font.key,
      size: 20,
      colour: BLACK,
      x: 20,
      y: 60,
      glyphs,
    } as const;
    const sheet = { ...pageOf([run]), paper: { trim: { width: 200, height: 100 }, bleed: 0 } };
    const bytes = await writePdf([sheet], fonts, { version: '0' });
    const { pdf, reported } = await show(bytes, place);
    expect(reported).toEqual([]);
    const [page] = await readPdf(pdf);
    expect(page?.text).toContain('湖边新茶');
    expect(page?.characters[0]?.x).toBeCloseTo(50 + 20, 0);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/FontFile[23]/);
  });

  test('tags of its own structure do not come along', async () => {
    const bytes = await advert((document) => {
      squares(document);
      const page = document.getPage(0);
      const tagged =
        '/P <</MCID 0>> BDC 0 0 0 1 k 100 50 20 20 re f EMC /Span <</MCID 1 /ActualText (x)>> BDC EMC';
      page.node.addContentStream(document.context.register(document.context.flateStream(tagged)));
    });
    const { content, raster } = await show(bytes, place);
    expect(called(at(raster, 140, 160))).toBe('black');
    const [form] = (content as DrawnContent).objects;
    const operators = inflateSync(form?.stream ?? new Uint8Array()).toString('latin1');
    expect(operators).toContain('/Span << /ActualText (x)>> BDC'.replace('<< ', '<< '));
    expect(operators).not.toContain('MCID');
  });

  test('what a press may not take is told where the copy names the file', async () => {
    const bytes = await advert(async (document) => {
      const page = document.getPage(0);
      page.drawRectangle({ x: 20, y: 20, width: 90, height: 90, color: rgb(1, 0, 0), opacity: 0.5 });
      page.drawText('Tea', { x: 40, y: 60, font: await document.embedFont(StandardFonts.Helvetica) });
      page.drawImage(await document.embedPng(await bytesOf(hills(20, 20).png())), { x: 30, y: 30 });
    });
    const { reported } = await show(bytes, place);
    expect(reported.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error foreign-font',
      'warning foreign-colour',
      'warning see-through',
    ]);
    expect(reported.every(({ range }) => range === place.origin)).toBe(true);
    expect(reported[0]?.values).toMatchObject({ fonts: 'Helvetica' });
  });
});
