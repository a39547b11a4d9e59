import { expect, test } from 'vitest';
import { MILLIMETRE } from '../../src/base/units.ts';
import type { PreflightFinding, PreflightRule, WantedSheet } from '../../src/model/preflight.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { bytesOf, draw, edit, goodFile, jpegObject, plainStream, put, type Sample } from './sample.ts';

async function only(sample: Sample, rule: PreflightRule): Promise<PreflightFinding> {
  const result = await preflight(bytesOf(sample));
  const found = result!.findings.filter((finding) => finding.rule === rule);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const millimetres = (points: number) => Math.round((points / MILLIMETRE) * 10) / 10;
/** The trimmed page of the sample is 280 × 200 points from (10, 10). */
const placed = (left: number, top: number, width: number, height: number) => ({
  x: millimetres(left - 10),
  y: millimetres(210 - top),
  width: millimetres(width),
  height: millimetres(height),
});
/** Twice as large as the trimmed page of the sample. */
const SHEET: WantedSheet = { name: 'a', width: 560, height: 400, bleed: 8 };
const also = (operators: string) => draw(goodFile(), (content) => content + operators);

test('a rectangle, in millimetres from the top left of the trimmed page', async () => {
  const finding = await only(also('/GsN gs 1 1 1 0 k 200 100 30 20 re f'), 'ink-flat');
  expect(finding).toMatchObject({ page: 1, times: 1, place: placed(200, 120, 30, 20), values: { ink: 300 } });
});

test('a picture in a turned and moved form in another form', async () => {
  const form = (matrix: string, content: string, resources = '') =>
    plainStream(
      `/Type /XObject /Subtype /Form /BBox [-500 -500 500 500] /Matrix [${matrix}] ${resources}`,
      content,
    );
  const inner = put(
    goodFile(),
    'inner2',
    form('0 1 -1 0 0 0', 'q 40 0 0 30 5 0 cm /Photo Do Q', '/Resources @resources'),
  );
  const outer = put(
    inner,
    'art',
    form('1 0 0 1 20 10', '/In Do', '/Resources << /XObject << /In @inner2 >> >>'),
  );
  const finding = await only(outer, 'picture-coarse');
  // Art stands at (100, 150): the picture, 40 × 30, lies on its side between x 90…120 and y 165…205.
  expect(finding).toMatchObject({ place: placed(90, 205, 30, 40), values: { dots: 108 } });
});

test('a picture is cut by its clip', async () => {
  const clipped = draw(goodFile(), (content) =>
    content.replace('q 20 0 0 20 30 150 cm', 'q 30 150 10 15 re W n 43.2 0 0 43.2 30 150 cm'),
  );
  expect(await only(clipped, 'picture-coarse')).toMatchObject({ place: placed(30, 165, 10, 15) });
});

test('what is clipped away or off the sheet is not judged', async () => {
  const hidden = also(
    'q 200 100 5 5 re W n /GsN gs 1 1 1 1 k 220 100 9 9 re f Q /GsN gs 1 1 1 1 k 1000 100 9 9 re f',
  );
  expect((await preflight(bytesOf(hidden)))!.findings).toEqual([]);
});

test('a line of text, with its size through the matrix and its width from the font', async () => {
  const finding = await only(
    also('/GsK gs 0 0 0 1 k BT /F1 2 Tf 2 0 0 2 200 60 Tm <00010002> Tj ET'),
    'type-small',
  );
  expect(finding).toMatchObject({ place: placed(200, 60 + 0.88 * 4, 8, 4), values: { size: 4, least: 6 } });
});

test('text after text stands where the first one ended', async () => {
  const sample = also('/GsK gs 0 0 0 1 k BT /F1 20 Tf 1 0 0 1 100 60 Tm <00010002> Tj /F1 5 Tf <0003> Tj ET');
  expect(await only(sample, 'type-small')).toMatchObject({ place: placed(140, 60 + 0.88 * 5, 5, 5) });
});

test('a page that counts in units of two points is measured in points throughout', async () => {
  const larger = (sample: Sample) => bytesOf(edit(sample, 'page', '/Parent', '/UserUnit 2 /Parent'));
  const measured = async (bytes: Uint8Array) => (await preflight(bytes))!.pages[0]!;
  const [usual, large] = [await measured(bytesOf(goodFile())), await measured(larger(goodFile()))];
  expect(large.width).toBeCloseTo(2 * usual.width, 1);
  expect(large.height).toBeCloseTo(2 * usual.height, 1);
  expect(large.smallestType).toBeCloseTo(2 * usual.smallestType!, 1);
  expect(large.thinnestLine).toBeCloseTo(2 * usual.thinnestLine!, 1);
  expect(large.resolution).toBeCloseTo(usual.resolution! / 2, 0);

  const note = '/Annots [<< /Type /Annot /Subtype /Text /Rect [200 100 230 120] >>] /Type';
  const spoilt = edit(also('/GsN gs 1 1 1 0 k 200 100 30 20 re f'), 'page', '/Type', note);
  const { findings } = (await preflight(larger(spoilt), { sheet: SHEET }))!;
  const found = new Map(findings.map((finding) => [finding.rule, finding]));
  expect([...found.keys()].filter((rule) => /^(?:page-size|page-bleed|box-)/.test(rule))).toEqual([]);
  const place = {
    x: millimetres(380),
    y: millimetres(180),
    width: millimetres(60),
    height: millimetres(40),
  };
  expect(found.get('ink-flat')).toMatchObject({ place });
  expect(found.get('annotation')).toMatchObject({ place });
});

test('cases of one page are counted, and the worst of them is shown', async () => {
  const sizes = [5, 4, 5.5]
    .map((size, i) => `BT /F1 ${size} Tf 1 0 0 1 ${100 + 50 * i} 60 Tm <0001> Tj ET`)
    .join('\n');
  const finding = await only(also(`/GsK gs 0 0 0 1 k ${sizes}`), 'type-small');
  expect(finding).toMatchObject({ times: 3, values: { size: 4 }, place: { x: millimetres(140) } });
});

test('an uncoloured pattern is judged in the colour that it is painted with', async () => {
  const cell = plainStream(
    '/Type /Pattern /PatternType 1 /PaintType 2 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>',
    '0 0 2 2 re f',
  );
  const known = edit(
    put(goodFile(), 'cell', cell),
    'resources',
    '/Marks',
    '/Tiled [/Pattern /DeviceCMYK] /Marks',
  );
  const named = edit(known, 'resources', '/Font', '/Pattern << /P @cell >> /Font');
  const sample = draw(named, (content) => `${content} /Tiled cs 1 1 1 0 /P scn 200 100 30 20 re f`);
  expect(await only(sample, 'ink-flat')).toMatchObject({ values: { ink: 300 } });
});

test('black that prints over, or lies on white above a colour, is not called cut out', async () => {
  const text = 'BT /F1 9 Tf 1 0 0 1 200 60 Tm <0001> Tj ET';
  const white = also(`/GsN gs 0 0 0 0 k 190 50 40 30 re f 0 0 0 1 k ${text}`);
  expect((await preflight(bytesOf(white)))!.findings).toEqual([]);
  const multiplied = edit(goodFile(), 'resources', '/GsK', '/GsM << /BM /Multiply >> /GsK');
  const over = draw(multiplied, (content) => `${content} /GsN gs /GsM gs 0 0 0 1 k ${text}`);
  expect((await preflight(bytesOf(over)))!.findings.map(({ rule }) => rule)).toEqual(['transparency-blend']);
});

test.each(['inks-290.jpg', 'inks-290-progressive.jpg'])(
  'the darkest square of %s has the ink that was put there',
  async (name) => {
    const finding = await only(put(goodFile(), 'jpeg', jpegObject(name)), 'ink-picture');
    expect(finding.values['ink']).toBeGreaterThanOrEqual(288);
    expect(finding.values['ink']).toBeLessThanOrEqual(292);
  },
);
