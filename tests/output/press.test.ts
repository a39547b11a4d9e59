import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BLACK, PAPER, spotColour, type Colour } from '../../src/base/colour.ts';
import { buildPages } from '../../src/build.ts';
import type { Page } from '../../src/model/page.ts';
import { readProfile } from '../../src/output/icc.ts';
import { writePdf, type PressOptions } from '../../src/output/pdf.ts';
import { LAYOUTS, projectFonts, sample } from '../support/project.ts';
import { hasTool, sayOf, withFile } from '../support/tools.ts';
import { runOf } from './page-of.ts';

const fonts = projectFonts();
const bytes = new Uint8Array(readFileSync(new URL('../../profiles/newsprint.icc', import.meta.url)));
const profile = readProfile(bytes);
if (typeof profile === 'string') throw new Error(profile);

const X4: PressOptions = {
  standard: 'pdf-x4',
  intent: { profile, identifier: 'CGATS TR 002', condition: 'newsprint', registry: 'http://www.color.org' },
  marks: false,
  delivery: '2',
};
const X1A: PressOptions = { ...X4, standard: 'pdf-x1a' };

const [wetland] = buildPages({ issue: sample('wetland'), layouts: LAYOUTS }, fonts, () => {});
if (!wetland) throw new Error('no page');
const page: Page = wetland;

const write = (press: PressOptions, pages: readonly Page[] = [page]) =>
  writePdf(pages, fonts, { version: '0.0.0', press });
const latin1 = (file: Uint8Array) => Buffer.from(file).toString('latin1');

/** The inner part of the XMP packet. */
const packetOf = (file: Uint8Array) =>
  /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(file).toString('utf8'))?.[0] ?? '';

describe('PDF/X-4', () => {
  test('is named in the packet alone, with everything that a press file must say', async () => {
    const file = await write(X4);
    const packet = packetOf(file);
    expect(latin1(file)).toMatch(/^%PDF-1\.6/);
    expect(packet).toContain('xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"');
    expect(packet).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(packet).toMatch(
      /<xmpMM:DocumentID>uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}</,
    );
    expect(packet).toContain('<xmpMM:VersionID>2</xmpMM:VersionID>');
    expect(packet).toContain('<pdf:Trapped>False</pdf:Trapped>');
    expect(latin1(file)).toContain('/Trapped /False');
    expect(latin1(file)).not.toMatch(/\/GTS_PDFXVersion|\/UserUnit|\/Encrypt|\/AA|\/Annots|\/Group/);
  });

  test('has one output intent with the profile in it', async () => {
    const file = latin1(await write(X4));
    expect(file.match(/\/S \/GTS_PDFX/g)).toHaveLength(1);
    expect(file).toContain('/OutputConditionIdentifier (CGATS TR 002)');
    expect(file).toMatch(/\/DestOutputProfile \d+ 0 R/);
    expect(file).toMatch(/\/N 4\s+\/Alternate \/DeviceCMYK/);
  });

  test('says that it reads for everybody, as long as every figure has words', async () => {
    const picture = (alt: string): Page => ({
      ...page,
      items: [
        ...page.items,
        { kind: 'path', role: 'chart', segments: [{ kind: 'move', x: 0, y: 0 }], fill: BLACK },
        ...(alt
          ? [runOf(alt, [10], { role: 'chart', font: 'PGHei-Bold', glyphs: [{ id: 1, dx: 0, text: alt }] })]
          : []),
      ],
    });
    expect(packetOf(await write(X4))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packetOf(await write(X4, [picture('图')]))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packetOf(await write(X4, [picture('')]))).not.toContain('pdfuaid');
    const file = latin1(await write(X4));
    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toContain('/Marked true');
    expect(file).toContain('/Tabs /S');
    expect(file).toContain('/Lang (zh-Hans)');
  });
});

describe('PDF/X-1a', () => {
  test('is PDF 1.4, named in the information and in the packet', async () => {
    const file = await write(X1A);
    expect(latin1(file)).toMatch(/^%PDF-1\.4/);
    expect(latin1(file)).toContain('/GTS_PDFXVersion (PDF/X-1a:2003)');
    expect(latin1(file)).toContain('/GTS_PDFXConformance (PDF/X-1a:2003)');
    expect(packetOf(file)).toContain('<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>');
    expect(packetOf(file)).not.toContain('pdfuaid');
  });

  test('holds nothing that came after PDF 1.4, no transparency and no layers', async () => {
    const file = latin1(await write(X1A));
    expect(file).not.toMatch(/\/ObjStm|\/XRef|\/Tabs|\/SMask|\/CA |\/ca |\/BM |\/Group|\/OCProperties|JPX/);
    expect(file).toMatch(/\nxref\n/);
  });
});

const flat = (fill: Colour): Page => ({
  ...page,
  items: [{ kind: 'rect', role: 'decoration', fill, x: 40, y: 20, width: 100, height: 24 }],
});

describe('spot inks', () => {
  const red = { c: 0, m: 100, y: 90, k: 0 };

  test('are one colour space each, with the process inks that stand for them', async () => {
    const pages = [flat(spotColour('报头 红', red)), flat(spotColour('报头 红', red, 30))];
    const file = latin1(await write(X1A, pages));
    expect(file.match(/\/Separation/g)).toHaveLength(1);
    expect(file).toContain('[/Separation /#E6#8A#A5#E5#A4#B4#20#E7#BA#A2 /DeviceCMYK');
    expect(file).toMatch(/\/C1 \[0 1 0\.9 0\]/);
  });

  test.runIf(hasTool('gs'))('print on a plate of their own', async () => {
    const plates = separate(await write(X4, [flat(spotColour('RED', red, 50))]));
    expect(plates.get('RED')?.(60, 30)).toBeCloseTo(50, 0);
    expect(plates.get('Magenta')?.(60, 30)).toBe(0);
  });
});

describe('marks', () => {
  test('stand outside the bleed, on every plate', async () => {
    const bleeding = { ...page, paper: { ...page.paper, bleed: 8.504 } };
    const file = latin1(await write({ ...X4, marks: true }, [bleeding]));
    expect(file).toContain('/MediaBox [0 0 1190.551 1644.095]');
    expect(file).toContain('/TrimBox [42.52 42.52 1148.032 1601.575]');
    expect(file).toContain('/BleedBox [34.016 34.016 1156.536 1610.079]');
    expect(file).toContain('[/Separation /All /DeviceCMYK');
  });

  test.runIf(hasTool('gs'))('leave the trim as it is', async () => {
    const plain = separate(await write(X4, [flat(BLACK)]));
    const marked = separate(await write({ ...X4, marks: true }, [flat(BLACK)]));
    const edge = 34;
    for (const [x, y] of [
      [60, 30],
      [20, 20],
      [500, 700],
    ] as const) {
      expect(marked.get('Black')?.(x + edge, y + edge)).toBe(plain.get('Black')?.(x, y));
    }
    const corner = (plate: string) => [edge - 1, edge].some((y) => (marked.get(plate)?.(20, y) ?? 0) > 20);
    expect(['Cyan', 'Magenta', 'Yellow', 'Black'].map(corner)).toEqual([true, true, true, true]);
  });
});

describe.each([
  ['PDF/X-4', X4],
  ['PDF/X-1a', X1A],
])('a page as %s', (_, press) => {
  test.runIf(hasTool('qpdf'))('is sound by qpdf', async () => {
    expect(sayOf(await write(press), 'qpdf', '--check')).toContain('No syntax or stream encoding errors');
  });

  test.runIf(hasTool('gs'))('prints body text on the black plate alone', async () => {
    const plates = separate(await write(press));
    const ink = new Map([...plates].map(([name, at]) => [name, over(textArea(page), at)]));
    expect(ink.get('Black')).toBeGreaterThan(5);
    expect([ink.get('Cyan'), ink.get('Magenta'), ink.get('Yellow')]).toEqual([0, 0, 0]);
  });

  test('is the same bytes twice', async () => {
    expect(Buffer.compare(await write(press), await write(press))).toBe(0);
  });
});

test('another standard, profile or delivery is another file', async () => {
  const id = async (press: PressOptions) => /\/ID \[<(\w+)>/.exec(latin1(await write(press)))?.[1];
  const other = { ...X4, intent: { ...X4.intent, identifier: 'IFRA26' } };
  const ids = await Promise.all([X4, X1A, other, { ...X4, delivery: '3' }].map(id));
  expect(new Set(ids).size).toBe(4);
});

test('white letters knock out', async () => {
  const run = page.items.find((item) => item.kind === 'glyphs' && item.colour.k === 0);
  expect(run).toMatchObject({ colour: PAPER });
});

/** Ink in percent at a point of a plate; points from the top left of the sheet. */
type Plate = (x: number, y: number) => number;

/** The plates of the first page at 72 dots an inch, as Ghostscript separates them. */
function separate(pdf: Uint8Array): ReadonlyMap<string, Plate> {
  return withFile(pdf, (file, folder) => {
    const to = join(folder, 'p%d.tif');
    const device = ['-sDEVICE=tiffsep', '-r72', '-dFirstPage=1', '-dLastPage=1', '-sCompression=none'];
    execFileSync('gs', ['-q', '-dBATCH', '-dNOPAUSE', '-dSAFER', ...device, '-o', to, file]);
    expect(existsSync(join(folder, 'p1.tif'))).toBe(true);
    const plates = readdirSync(folder).flatMap((name) => {
      const plate = /^p1\((.*)\)\.tif$/.exec(name)?.[1];
      return plate ? [[plate, greyTiff(readFileSync(join(folder, name)))] as const] : [];
    });
    return new Map(plates);
  });
}

/** Reads an uncompressed grey TIFF of 8 bits: tags 256 width, 273 strip offsets, 278 rows a strip. */
function greyTiff(tiff: Buffer): Plate {
  const tag = (wanted: number): { readonly count: number; readonly at: number; readonly long: boolean } => {
    const directory = tiff.readUInt32LE(4);
    for (let row = 0; row < tiff.readUInt16LE(directory); row += 1) {
      const entry = directory + 2 + 12 * row;
      if (tiff.readUInt16LE(entry) !== wanted) continue;
      const long = tiff.readUInt16LE(entry + 2) === 4;
      const count = tiff.readUInt32LE(entry + 4);
      const inside = count * (long ? 4 : 2) <= 4;
      return { count, at: inside ? entry + 8 : tiff.readUInt32LE(entry + 8), long };
    }
    throw new Error(`no tag ${wanted}`);
  };
  const value = ({ at, long }: ReturnType<typeof tag>, index = 0) =>
    long ? tiff.readUInt32LE(at + 4 * index) : tiff.readUInt16LE(at + 2 * index);
  const [width, rows, strips] = [value(tag(256)), value(tag(278)), tag(273)];
  return (x, y) => {
    const strip = value(strips, Math.floor(y / rows));
    const grey = tiff[strip + (y % rows) * width + x] ?? 255;
    return (100 * (255 - grey)) / 255;
  };
}

/** A piece of the page that holds body text and nothing else. */
function textArea({ items }: Page) {
  const body = items.filter((item) => item.kind === 'glyphs').filter(({ role }) => role === 'body');
  const first = body[1]!;
  const column = body.filter(({ x, y }) => x === first.x && y > first.y && y < first.y + 150);
  return { x: first.x, y: first.y, width: 250, height: Math.max(...column.map(({ y }) => y)) - first.y };
}

/** Mean ink of an area. */
function over({ x, y, width, height }: ReturnType<typeof textArea>, plate: Plate): number {
  let sum = 0;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1)
      sum += plate(Math.round(x) + column, Math.round(y) + row);
  }
  return sum / (Math.floor(height) * width);
}
