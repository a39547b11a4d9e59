import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { characterTable } from '../../src/fonts/character-tables.ts';
import { describeFonts } from '../../src/fonts/describe.ts';
import { openFontBook } from '../../src/fonts/book.ts';
import { openFont } from '../../src/fonts/open.ts';
import type { Font } from '../../src/fonts/font.ts';
import type { FontList } from '../../src/model/font-list.ts';
import { ranged, readFace, shippedFontBook, shippedFonts } from '../support/real-fonts.ts';

const FACES = ['PGSong-Medium', 'PGSong-Black', 'PGHei-Medium', 'PGHei-Bold', 'PGKai-Regular'];

const code = (character: string) => character.codePointAt(0) ?? 0;

function open(file: string): Font {
  const font = openFont(readFace(file), { file }, (diagnostic) => {
    throw new Error(JSON.stringify(diagnostic));
  });
  if (!font) throw new Error(`${file} did not open`);
  return font;
}

describe.each(FACES)('%s', (name) => {
  const font = open(`${name}.ttf`);

  test('has all of GB 2312, the marks of newspapers and the tones of pinyin', () => {
    const marks = '，。、；：！？“”‘’（）《》〈〉「」【】〔〕—…⋯⸺·‼⁇⁈⁉–～％℃‰￥㎡①●■▲★〇々㛃āǎǖǚǜńǹ';
    const lacking = [...characterTable('zh-Hans').codePoints, ...[...marks].map(code)].filter(
      (codePoint) => !font.glyph(codePoint),
    );
    expect(lacking.map((codePoint) => String.fromCodePoint(codePoint))).toEqual([]);
  });

  test('is named by the PostScript name of its file, under the SIL licence, free to embed', () => {
    expect(font.key).toBe(name);
    expect(font.facts.fullName).toMatch(/^PG /);
    expect(font.facts.licence).toContain('SIL Open Font License');
    expect(font.facts.embedding).toBe(0);
  });

  test('Han characters are one em wide in an em box', () => {
    expect(font.glyph(code('报'))?.advance).toBe(1);
    expect(font.ascent + font.descent).toBe(1);
  });

  test('digits keep their glyphs beside letters, marks and each other', () => {
    const alone = (text: string) => [...text].map((digit) => font.glyph(code(digit))?.id);
    const digitsIn = (text: string) => font.shape(text).filter((glyph) => /\d/.test(glyph.text));
    for (const text of ['2025', 'A2025', '3.5%', '2:1', 'G20']) {
      expect(digitsIn(text).map((glyph) => glyph.id)).toEqual(alone(text.replace(/\D/g, '')));
    }
  });

  test.each(['AVATAR', 'office', 'Zürich', 'e\u0301', 'COVID-19'])(
    'the glyphs of %s stand for its characters',
    (text) => {
      expect(
        font
          .shape(text)
          .map((glyph) => glyph.text)
          .join('')
          .normalize(),
      ).toBe(text.normalize());
    },
  );
});

describe('features', () => {
  const song = open('PGSong-Medium.ttf');

  test.each([
    ['⸺', 'fwid', 2],
    ['8', 'hwid', 0.5],
    ['A', 'fwid', 1],
  ])('%s set with %s is %d em wide', (character, feature, advance) => {
    expect(song.variant(code(character), feature)?.advance).toBe(advance);
  });

  test('a feature that changes nothing gives no glyph', () => {
    expect(song.variant(code('报'), 'hwid')).toBeUndefined();
    expect(song.variant(0xe000, 'vert')).toBeUndefined();
  });

  test('letters are kerned', () => {
    const [capital] = song.shape('AV');
    expect(capital?.advance).toBeLessThan(song.glyph(code('A'))?.advance ?? 0);
  });

  test('outlines are in em with y down: 一 is one stroke in the upper half of the em box', () => {
    const numbers = song.outline(song.glyph(code('一'))?.id ?? 0).match(/-?[\d.]+/g) ?? [];
    const heights = numbers.map(Number).filter((_, index) => index % 2 === 1);
    expect(Math.max(...heights)).toBeLessThan(0);
    expect(Math.min(...heights)).toBeGreaterThan(-0.88);
  });
});

describe('a subset', () => {
  const song = open('PGSong-Medium.ttf');
  const ids = [...'报纸é报'].map((character) => song.glyph(code(character))?.id ?? 0);

  test('keeps order, duplicates and advances', () => {
    const program = song.subset(ids.map((id) => ({ id })));
    expect(program.kind).toBe('truetype');
    const view = new DataView(program.bytes.buffer, program.bytes.byteOffset);
    const tables = new Map(
      Array.from({ length: view.getUint16(4) }, (_, index) => {
        const at = 12 + 16 * index;
        const tag = String.fromCharCode(...program.bytes.subarray(at, at + 4));
        return [tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }];
      }),
    );
    const hmtx = tables.get('hmtx')?.offset ?? 0;
    const advances = ids.map((_, index) => view.getUint16(hmtx + 4 * (index + 1)) / 1000);
    expect(advances).toEqual(ids.map((id) => song.advance(id)));
    expect([...tables.keys()]).toEqual([...tables.keys()].sort());
    expect(view.getUint16((tables.get('maxp')?.offset ?? 0) + 4)).toBeGreaterThan(ids.length);
  });
});

describe('a collection', () => {
  const collection = collect(['PGHei-Medium.ttf', 'PGSong-Black.ttf']);

  test('gives the face that is asked for', () => {
    const font = openFont(collection, { file: 'x.ttc', face: 'PGSong-Black' }, () => expect.unreachable());
    const alone = open('PGSong-Black.ttf');
    const ids = [...'报A'].map((character) => font?.glyph(code(character))?.id ?? 0);
    expect(font?.key).toBe('PGSong-Black');
    expect(font?.subset(ids.map((id) => ({ id })))).toEqual(alone.subset(ids.map((id) => ({ id }))));
  });

  test.each([undefined, 'PGSong-Medium'])('asked for %s, names the faces it has', (face) => {
    const reported: Diagnostic[] = [];
    openFont(collection, { file: 'x.ttc', ...(face && { face }) }, (diagnostic) => reported.push(diagnostic));
    expect(reported).toMatchObject([
      {
        code: 'bad-font',
        values: { reason: 'collection-face' },
        hints: [{ code: 'known-names', values: { names: 'PGHei-Medium, PGSong-Black' } }],
      },
    ]);
  });

  /** A TrueType collection of whole faces (OpenType 1.9, font collections). */
  function collect(files: readonly string[]): Uint8Array {
    const header = Buffer.alloc(12 + 4 * files.length);
    header.write('ttcf', 'latin1');
    header.writeUInt32BE(0x00010000, 4);
    header.writeUInt32BE(files.length, 8);
    const parts: Buffer[] = [header];
    let offset = header.length;
    files.forEach((file, index) => {
      const face = Buffer.from(readFace(file));
      header.writeUInt32BE(offset, 12 + 4 * index);
      for (let at = 12; at < 12 + 16 * face.readUInt16BE(4); at += 16) {
        face.writeUInt32BE(face.readUInt32BE(at + 8) + offset, at + 8);
      }
      parts.push(face);
      offset += face.length;
    });
    return new Uint8Array(Buffer.concat(parts));
  }
});

describe('files that cannot be used', () => {
  const ttf = readFace('PGHei-Medium.ttf');
  const withTag = (from: string, to: string) => {
    const bytes = Uint8Array.from(ttf);
    const at = Buffer.from(bytes.buffer).indexOf(from);
    bytes.set(Buffer.from(to), at);
    return bytes;
  };
  const withEmbedding = (bits: number) => {
    const bytes = Uint8Array.from(ttf);
    const view = new DataView(bytes.buffer);
    view.setUint16(view.getUint32(Buffer.from(bytes.buffer).indexOf('OS/2') + 8) + 8, bits);
    return bytes;
  };

  test.each([
    ['a web font', Uint8Array.from(Buffer.from('wOF2....')), 'web-font'],
    ['a text file', Uint8Array.from(Buffer.from('not a font at all')), 'broken'],
    ['an empty file', new Uint8Array(), 'broken'],
    ['half a file', ttf.subarray(0, 500_000), 'broken'],
    ['a file without outlines', withTag('glyf', 'xxxx'), 'broken'],
    ['a variable font', withTag('BASE', 'fvar'), 'variable'],
  ])('%s', (_, bytes, reason) => {
    const reported: Diagnostic[] = [];
    const font = openFont(bytes, { file: 'x.ttf' }, (diagnostic) => reported.push(diagnostic));
    expect(font).toBeUndefined();
    expect(reported).toMatchObject([
      { severity: 'error', code: 'bad-font', values: { file: 'x.ttf', reason } },
    ]);
  });

  test.each([
    [0x0000, []],
    [0x0002, ['error restricted']],
    [0x0004, []],
    [0x0006, []],
    [0x0008, []],
    [0x0100, ['warning no-subsetting']],
    [0x0204, ['error bitmap-only']],
  ])('embedding bits %d', (bits, problems) => {
    const reported: string[] = [];
    openFont(withEmbedding(bits), { file: 'x.ttf' }, ({ severity, code: problem, values }) => {
      expect(problem).toBe('font-licence');
      reported.push(`${severity} ${values['reason']}`);
    });
    expect(reported).toEqual(problems);
  });
});

describe('a font book', () => {
  const book = shippedFontBook();

  test.each([
    ['body', '报', 'PGSong-Medium', undefined],
    ['head', '报', 'PGSong-Black', undefined],
    ['kai', '报', 'PGKai-Regular', undefined],
    ['kai', '“', 'PGSong-Medium', undefined],
    ['kai', '﹏', 'PGSong-Medium', 'body'],
  ])('%s sets %s from %s', (role, character, key, fallback) => {
    const choice = book.choose(role, code(character));
    expect(choice?.font.key).toBe(key);
    expect(choice?.fallback).toBe(fallback);
    expect(book.get(key)).toBe(choice?.font);
  });

  test('a character that no face has, and a role that is not there, give nothing', () => {
    expect(book.choose('body', 0x2a700)).toBeUndefined();
    expect(book.choose('nowhere', code('报'))).toBeUndefined();
  });

  test('missing files are reported where they are named', () => {
    const { list } = shippedFonts();
    const broken: FontList = { ...list, faces: new Map([['PG Song', { file: ranged('PGSong.ttf') }]]) };
    const reported: Diagnostic[] = [];
    openFontBook(broken, new Map(), (diagnostic) => reported.push(diagnostic));
    expect(reported).toMatchObject([
      {
        code: 'bad-font',
        values: { file: 'PGSong.ttf', reason: 'missing' },
        hints: [{ code: 'add-font' }],
      },
    ]);
  });

  test('every shipped face has GB 2312', () => {
    const { list, files } = shippedFonts();
    const faces = describeFonts(list, files, () => expect.unreachable());
    expect(faces.map(({ role, trade, covers }) => [role, trade, covers.has])).toEqual([
      ['body', '报宋', 6763],
      ['head', '大标宋', 6763],
      ['hei', '黑体', 6763],
      ['hei-text', '中黑', 6763],
      ['kai', '楷体', 6763],
    ]);
  });
});
