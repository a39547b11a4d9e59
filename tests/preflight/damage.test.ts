import { expect, test } from 'vitest';
import fc from 'fast-check';
import { instructionsOf } from '../../src/preflight/lexer.ts';
import type { PreflightRule } from '../../src/model/preflight.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import {
  bytesOf,
  draw,
  edit,
  fixture,
  goodFile,
  packedStream,
  plainStream,
  put,
  xmpWith,
  type Sample,
} from './sample.ts';

const FILES = ['latex.pdf', 'chromium.pdf', 'ghostscript.pdf', 'libreoffice.pdf', 'typst.pdf', 'packed.pdf'];
const files = [bytesOf(goodFile()), ...FILES.map(fixture)];

/** What happens to files on their way: cut, some bytes changed, a part doubled or blotted out. */
const damaged = fc
  .record({
    file: fc.constantFrom(...files),
    kind: fc.constantFrom('cut', 'flip', 'blot', 'double'),
    places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
    bytes: fc.uint8Array({ minLength: 40, maxLength: 40 }),
  })
  .map(({ file, kind, places, bytes }) => {
    const at = (share: number) => Math.floor(share * (file.length - 1));
    const [first = 0, second = 0] = places.map(at).toSorted((a, b) => a - b);
    const copy = Uint8Array.from(file);
    if (kind === 'cut') return copy.subarray(0, first);
    if (kind === 'blot') return copy.fill(0, first, Math.min(second, first + 2000));
    if (kind === 'double') {
      return new Uint8Array(Buffer.concat([copy.subarray(0, second), copy.subarray(first)]));
    }
    for (const [i, place] of places.entries()) copy[at(place)] = bytes[i % bytes.length]!;
    return copy;
  });

test('a damaged file is judged or called unreadable, and never makes the reader fail', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      const result = await preflight(bytes);
      expect(result === undefined || Array.isArray(result.findings)).toBe(true);
    }),
    { numRuns: 150, seed: 20261124 },
  );
}, 60_000);

test('a file cut anywhere but in its last bytes does not pass', async () => {
  const whole = bytesOf(goodFile());
  for (const share of [0.2, 0.5, 0.7, 0.9, 0.98]) {
    const result = await preflight(whole.subarray(0, Math.floor(whole.length * share)));
    expect(result?.findings.some(({ severity }) => severity === 'error') ?? true).toBe(true);
  }
});

test('a stream with the word stream in it and its length elsewhere is read whole', async () => {
  const { stream } = xmpWith('</dc:title>', '</dc:title><dc:source>Livestream, stream of news</dc:source>');
  const object = { text: '<< /Type /Metadata /Subtype /XML /Length @length >>', stream: stream! };
  const sample = put(put(goodFile(), 'xmp', object), 'length', { text: String(stream!.length) });
  expect((await preflight(bytesOf(sample)))!.findings).toEqual([]);
});

test('packed data that ends like a line is not cut when its length stands elsewhere', async () => {
  const endings = Array.from({ length: 5000 }, (_, i) => packedStream('', `0 0 0 0.5 k 0 0 ${i + 1} 9 re f`));
  for (const end of [10, 13]) {
    const { stream } = endings.find((one) => one.stream!.at(-1) === end)!;
    const text = '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode /Length @length >>';
    const length = { text: String(stream!.length) };
    const sample = put(put(goodFile(), 'art', { text, stream: stream! }), 'length', length);
    expect((await preflight(bytesOf(sample)))!.findings).toEqual([]);
  }
});

test('a number that the table leaves out at place 0 is no fault of the file', async () => {
  const spare = bytesOf(put(goodFile(), 'spare', { text: 'null' }));
  const text = Buffer.from(spare)
    .toString('latin1')
    .replace(/\d{10}( 00000 n \ntrailer)/, '0000000000$1');
  expect((await preflight(Buffer.from(text, 'latin1')))!.findings).toEqual([]);
});

test('files looked through at the same time leave the console as it was', async () => {
  const { console } = globalThis;
  try {
    await Promise.all(['packed.pdf', 'latex.pdf'].map((name) => preflight(fixture(name))));
    expect(globalThis.console).toBe(console);
  } finally {
    globalThis.console = console;
  }
});

test('what is no PDF is unreadable', async () => {
  for (const text of ['', '%PDF-1.6', 'hello', '%PDF-1.6\n1 0 obj\n<< >>\nendobj\n%%EOF']) {
    expect(await preflight(Buffer.from(text))).toBeUndefined();
  }
});

test('any bytes can be read as content, and the reading ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect([...instructionsOf(bytes)].length).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 500 },
  );
});

const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources';

test('a form that draws itself is told, and not followed', async () => {
  const self = put(goodFile(), 'art', plainStream(`${FORM} << /XObject << /Me @art >> >>`, '/Me Do '));
  const { findings } = (await preflight(bytesOf(self)))!;
  expect(findings.map(({ rule }) => rule)).toEqual(['content-nesting']);
});

test('forms that draw each other without end are cut short', async () => {
  const names = Array.from({ length: 12 }, (_, i) => (i === 0 ? 'art' : `art${i}`));
  const bomb = names.reduce(
    (sample, name, i) =>
      put(
        sample,
        name,
        plainStream(`${FORM} << /XObject << /N @${names[i + 1] ?? 'photo'} >> >>`, '/N Do '.repeat(9)),
      ),
    goodFile(),
  );
  const { findings } = (await preflight(bytesOf(bomb)))!;
  expect(findings.map(({ rule }) => rule)).toContain('content-much');
}, 30_000);

const LAYS = '/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1 0 1]';

/** A rectangle in an ink that a calculator function turns into process inks. */
function inkBy(name: string, steps: string): Sample {
  const space = `/Ink [/Separation /${name} /DeviceCMYK @tint] /Marks`;
  const known = put(edit(goodFile(), 'resources', '/Marks', space), 'tint', plainStream(LAYS, steps));
  return draw(known, (content) => `${content} /GsN gs /Ink cs 1 scn 200 100 10 10 re f`);
}

const profile = (count: string) => {
  const known = edit(goodFile(), 'resources', '/Marks', '/Odd [/ICCBased @odd] /Marks');
  const odd = put(known, 'odd', plainStream(`/N ${count}`, 'no profile'));
  return draw(odd, (content) => `${content} /GsN gs /Odd cs 200 100 10 10 re f`);
};

const doublings = Array.from({ length: 27 }, (_, i) => `${2 ** i} copy`).join(' ');
const nested = '{ 1 '.repeat(30_000) + '} if '.repeat(29_999) + '}';

/** Files with something that no writer means, and the rule that tells of it. */
const ABSURD: readonly (readonly [string, PreflightRule, Sample])[] = [
  [
    'a colour space with the name of what every object has',
    'content-resource',
    draw(goodFile(), (content) => `${content} /constructor cs 200 100 10 10 re f`),
  ],
  ['an operator of a calculator with such a name', 'colour-spot', inkBy('Bronze', '{ constructor }')],
  ['an ink with such a name', 'ink-flat', inkBy('constructor', '{ dup dup dup }')],
  [
    'a kind of font with such a name',
    'font-program',
    edit(goodFile(), 'inner', 'CIDFontType2', 'constructor'),
  ],
  [
    'a filter with such a name',
    'stream-filter',
    put(goodFile(), 'art', plainStream('/Type /XObject /Subtype /Form /Filter /constructor', '0 0 9 9 re f')),
  ],
  ['an entity with such a name', 'xmp-damaged', put(goodFile(), 'xmp', xmpWith('uuid:', '&constructor;'))],
  [
    'widths of a hundred million codes',
    'font-widths',
    edit(goodFile(), 'inner', ']] >>', '] -100000000 70000 500] >>'),
  ],
  ['a calculator that doubles its stack again and again', 'colour-spot', inkBy('Bronze', `{ ${doublings} }`)],
  ['a calculator of thirty thousand procedures in each other', 'colour-spot', inkBy('Bronze', nested)],
  ['a profile of ten thousand million inks', 'colour-profile-damaged', profile('10000000000')],
  ['a page that counts in nothing', 'page-unit', edit(goodFile(), 'page', '/Type', '/UserUnit 0 /Type')],
  [
    'a picture without bits',
    'picture-damaged',
    put(
      goodFile(),
      'photo',
      plainStream(
        '/Subtype /Image /Width 9000000 /Height 9000000 /BitsPerComponent 0 /ColorSpace /DeviceCMYK',
        '',
      ),
    ),
  ],
];

test.each(ABSURD)('%s is looked through to the end: %s', async (_, rule, sample) => {
  const { findings } = (await preflight(bytesOf(sample)))!;
  expect(findings.map((finding) => finding.rule)).toContain(rule);
  expect(structuredClone(findings)).toEqual(findings);
});
