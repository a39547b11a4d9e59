import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLACK, PAPER } from '../../src/base/colour.ts';
import type { Colour } from '../../src/base/colour.ts';
import type { DisplayItem, GlyphRun, Page, PlacedGlyph } from '../../src/model/page.ts';
import { writePdf } from '../../src/output/pdf.ts';
import { writePng } from '../../src/output/png.ts';
import { readPdf } from '../support/pdf-reader.ts';
import { ranged, shippedFontBook } from '../support/real-fonts.ts';
import { pageOf } from './page-of.ts';

const fonts = shippedFontBook();
const RED: Colour = { c: 0, m: 100, y: 90, k: 0 };
const options = { version: '0.0.0' };

interface Line {
  readonly text: string;
  readonly role?: string;
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  readonly colour?: Colour;
  /** Points between glyphs beyond their advance. */
  readonly gap?: number;
}

/** A run of the glyphs of `text`, a word space in front of the glyph after it, as the typesetter gives it. */
function run({ text, role = 'body', x = 40, y = 60, size = 9, colour = BLACK, gap = 0 }: Line): GlyphRun {
  const glyphs: PlacedGlyph[] = [];
  let dx = 0;
  let space = '';
  let key = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const font = fonts.choose(role, codePoint)?.font;
    const glyph = font?.glyph(codePoint);
    if (!font || !glyph) throw new Error(`no glyph for ${character}`);
    if (character === ' ') space = ' ';
    else {
      key = font.key;
      glyphs.push({ id: glyph.id, dx, text: space + character });
      space = '';
    }
    dx += glyph.advance * size + gap;
  }
  return { kind: 'glyphs', role: 'body', font: key, size, colour, x, y, glyphs, origin: ranged('').range };
}

function page(items: readonly DisplayItem[], more: Partial<Page> = {}): Page {
  return {
    ...pageOf(items),
    paper: { trim: { width: 400, height: 300 }, bleed: 0 },
    title: '一张新报纸 & <第1期>',
    date: '2026-05-04',
    grid: { area: { x: 0, y: 0, width: 400, height: 300 }, columns: [], leading: 14, lines: 20, size: 9 },
    regions: [],
    ...more,
  };
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** Every stream of the file that is packed, as text. */
function streams(pdf: Uint8Array): string {
  const file = Buffer.from(pdf);
  const parts: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const end = file.indexOf('\nendstream', at);
    try {
      parts.push(inflateSync(file.subarray(at + 7, end)).toString('latin1'));
    } catch {
      parts.push('');
    }
  }
  return parts.join('\n');
}

describe('text', () => {
  test.each([
    ['Han and marks', '工期十四个月，三百户。'],
    ['a word space, once', 'Press Room A 12 open'],
    ['two-em marks', '等等……就是——这样'],
    ['full-width signs', '（二〇二六年）“好”·℃'],
  ])('%s reads back as written', async (_, text) => {
    const [read] = await readPdf(await writePdf([page([run({ text })])], fonts, options));
    expect(read?.characters.map((one) => one.text).join('')).toBe(text);
  });

  test('characters that share a glyph keep their own code', async () => {
    const text = '李·王•张・';
    const line = run({ text, role: 'hei' });
    expect(
      new Set(
        line.glyphs
          .slice(1)
          .filter((_, index) => index % 2 === 0)
          .map((glyph) => glyph.id),
      ).size,
    ).toBe(1);
    const [read] = await readPdf(await writePdf([page([line])], fonts, options));
    expect(read?.text).toBe(text);
  });

  test('a glyph that stands for two characters reads as both', async () => {
    const dash = fonts.choose('body', 0x2e3a)?.font.variant(0x2e3a, 'fwid');
    const glyphs = [{ id: dash?.id ?? 0, dx: 0, text: '——' }];
    const [read] = await readPdf(
      await writePdf([page([{ ...run({ text: '一' }), glyphs }])], fonts, options),
    );
    expect(read?.text).toBe('——');
  });

  test('runs come in the order of the items, whatever their places', async () => {
    const items = [
      run({ text: '第一', y: 200 }),
      run({ text: '第二', y: 100, x: 200 }),
      run({ text: '第三', y: 150 }),
    ];
    const [read] = await readPdf(await writePdf([page(items)], fonts, options));
    expect(read?.characters.map((one) => one.text).join('')).toBe('第一第二第三');
  });

  test('every glyph is read back within 0.02 pt of its place', async () => {
    const places = fc.record({
      size: fc.double({ min: 6, max: 96, noNaN: true }),
      x: fc.double({ min: 0, max: 100, noNaN: true }),
      gap: fc.double({ min: -2, max: 3, noNaN: true }),
      role: fc.constantFrom('body', 'head', 'hei', 'kai'),
    });
    await fc.assert(
      fc.asyncProperty(
        places,
        fc.constantFrom('春江花月夜里AVATo的88次列车', '一二三四五'),
        async (place, text) => {
          const line = run({ ...place, text });
          const [read] = await readPdf(await writePdf([page([line])], fonts, options));
          line.glyphs.forEach((glyph, index) => {
            const character = read?.characters[index];
            expect(character?.text).toBe(glyph.text);
            expect(Math.abs((character?.x ?? 0) - (line.x + glyph.dx))).toBeLessThan(0.02);
            expect(Math.abs((character?.y ?? 0) - line.y)).toBeLessThan(0.02);
            expect(character?.size).toBeCloseTo(line.size, 2);
          });
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('the file', () => {
  const pages = [
    page(
      [
        { kind: 'rect', role: 'decoration', fill: RED, x: 40, y: 20, width: 100, height: 24 },
        run({ text: '头条新闻', role: 'head', size: 18, y: 40, colour: PAPER }),
        { kind: 'dot', role: 'body', fill: BLACK, x: 60, y: 80, radius: 1 },
        run({ text: '正文', y: 75 }),
        run({ text: '楷体', role: 'kai', y: 95 }),
      ],
      {
        number: 'A1',
        outline: [
          { text: '头条新闻', level: 1, y: 20 },
          { text: '分题', level: 2, y: 60 },
        ],
      },
    ),
    page([run({ text: '第二版' })], { number: 'A2', outline: [{ text: '第二版', level: 1, y: 30 }] }),
  ];

  test('equal pages give equal bytes, in any time zone', async () => {
    const zone = process.env['TZ'];
    const files: Uint8Array[] = [];
    for (const place of ['Asia/Shanghai', 'UTC', 'America/New_York']) {
      process.env['TZ'] = place;
      files.push(await writePdf(pages, fonts, options));
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(files.every((file) => Buffer.compare(file, files[0] ?? file) === 0)).toBe(true);
  });

  test('another text gives another identifier', async () => {
    const id = async (text: string) =>
      /\/ID \[<(\w+)>/.exec(latin1(await writePdf([page([run({ text })])], fonts, options)))?.[1];
    expect(await id('甲')).toMatch(/^[0-9a-f]{32}$/);
    expect(await id('甲')).not.toBe(await id('乙'));
  });

  test('is PDF 1.6 in process colours, each face once and embedded', async () => {
    const pdf = await writePdf(pages, fonts, options);
    const file = latin1(pdf);
    expect(file).toMatch(/^%PDF-1\.6/);
    expect(file.match(/\/Subtype \/Type0/g)).toHaveLength(3);
    expect(file.match(/\/FontFile2 /g)).toHaveLength(3);
    expect(file.match(/\/BaseFont \/[A-Z]{6}\+PG(Song|Kai)-\w+/g)).toHaveLength(6);
    expect(file).not.toMatch(/UserUnit|Helvetica|DeviceRGB/);
    expect(streams(pdf)).not.toMatch(/ (rg|RG|g|G|sc|scn)\b/);
  });

  test('only black letters print over what lies below', async () => {
    const content = streams(await writePdf(pages, fonts, options));
    expect(content).toContain('/GsK gs 0 0 0 1 k\nBT /F2 9 Tf');
    expect(content).toContain('/GsN gs 0 1 0.9 0 k\n40 256 100 24 re f');
    expect(content).toContain('/GsN gs 0 0 0 0 k\nBT /F1 18 Tf');
    expect(content).toContain('/GsN gs 0 0 0 1 k\n61 220 m 61 219.448 60.552 219 60 219 c');
  });

  test('a wavy line is stroked in its own ink and leaves the graphics state alone', async () => {
    const wave = { kind: 'wave', role: 'decoration', direction: 'horizontal', fill: RED } as const;
    const drawn = page([{ ...wave, x: 40, y: 100, length: 3.6, amplitude: 0.5, weight: 0.4 }]);
    const content = streams(await writePdf([drawn], fonts, options));
    expect(content).toContain('q 0 1 0.9 0 K 0.4 w 1 J 40 200 m 40.656 200.667 41.144 200.667 41.8 200 c');
    expect(content).toContain('43.6 200 c S Q');
  });

  test('says title and day in the information and in the XMP packet', async () => {
    const file = Buffer.from(await writePdf(pages, fonts, options)).toString('utf8');
    expect(file).toContain("(D:20260504000000+08'00')");
    expect(file).toContain('<xmp:CreateDate>2026-05-04T00:00:00+08:00</xmp:CreateDate>');
    expect(file).toContain('<rdf:li xml:lang="x-default">一张新报纸 &amp; &lt;第1期&gt;</rdf:li>');
    expect(file).toContain('/Lang (zh-Hans)');
    expect(file).toContain('/P (A2)');
  });

  test('pages without a day bear the first of January 2000', async () => {
    const { date: _, ...undated } = page([run({ text: '甲' })]);
    expect(latin1(await writePdf([undated], fonts, options))).toContain('(D:20000101000000');
  });

  test.each([
    [0, '/MediaBox [0 0 400 300]', '/TrimBox [0 0 400 300]', 40],
    [8.504, '/MediaBox [0 0 417.008 317.008]', '/TrimBox [8.504 8.504 408.504 308.504]', 48.504],
  ])('a bleed of %d pt', async (bleed, media, trim, x) => {
    const pdf = await writePdf(
      [page([run({ text: '甲' })], { paper: { trim: { width: 400, height: 300 }, bleed } })],
      fonts,
      options,
    );
    expect(latin1(pdf)).toContain(media);
    expect(latin1(pdf)).toContain(trim);
    const [read] = await readPdf(pdf);
    expect(read?.characters[0]?.x).toBeCloseTo(x, 2);
    expect(read?.characters[0]?.y).toBeCloseTo(60 + bleed, 2);
  });

  test('a stamp stands on every page, behind the copy in reading order', async () => {
    const read = await readPdf(await writePdf(pages, fonts, { ...options, stamp: '未完成' }));
    expect(read.map((one) => one.characters.map(({ text }) => text).join(''))).toEqual([
      '头条新闻正文楷体未完成',
      '第二版未完成',
    ]);
  });

  test.runIf(has('qpdf'))('is sound by qpdf', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pagegen-test-'));
    const file = join(folder, 'issue.pdf');
    writeFileSync(file, await writePdf(pages, fonts, options));
    const said = execFileSync('qpdf', ['--check', file]).toString();
    rmSync(folder, { recursive: true });
    expect(said).toContain('No syntax or stream encoding errors');
  });
});

describe('a picture', () => {
  test('is a PNG of the size of the page, red where the page is red, white where it is white', async () => {
    const items: DisplayItem[] = [
      { kind: 'rect', role: 'decoration', fill: RED, x: 0, y: 0, width: 400, height: 30 },
    ];
    const [png] = await writePng(await writePdf([page(items)], fonts, options), 72);
    const bytes = Buffer.from(png ?? []);
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([400, 300]);
    const start = bytes.indexOf('IDAT');
    const rows = inflateSync(bytes.subarray(start + 4, start + 4 + bytes.readUInt32BE(start - 4)));
    const [red, green, blue] = rows.subarray(1, 4);
    expect(red).toBeGreaterThan(180);
    expect(Math.max(green ?? 255, blue ?? 255)).toBeLessThan(100);
    expect(rows.length).toBe((400 * 3 + 1) * 300);
  });
});

function has(tool: string): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
