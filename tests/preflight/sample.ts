import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { shippedFontBook } from '../support/real-fonts.ts';

/** An object of a sample: its text, in which `@name` refers to another object, and the data of a stream. */
export interface SampleObject {
  readonly text: string;
  readonly stream?: Uint8Array;
}

/** A PDF as objects by name, to be spoiled in one place and written. */
export interface Sample {
  readonly header: string;
  readonly trailer: string;
  readonly objects: ReadonlyMap<string, SampleObject>;
}

/** Bytes of a sample, with a right cross-reference table. */
export function bytesOf({ header, trailer, objects }: Sample): Uint8Array {
  const names = [...objects.keys()];
  const referred = (text: string) =>
    text.replace(/@(\w+)/g, (_, name: string) => {
      const number = names.indexOf(name) + 1;
      if (number === 0 && name !== 'nowhere') throw new Error(`no object ${name}`);
      return `${number || 999} 0 R`;
    });
  const parts = [Buffer.from(header, 'latin1')];
  let length = parts[0]!.length;
  const places: number[] = [];
  const add = (part: Uint8Array) => {
    parts.push(Buffer.from(part));
    length += part.length;
  };
  for (const [i, { text, stream }] of [...objects.values()].entries()) {
    places.push(length);
    add(Buffer.from(`${i + 1} 0 obj\n${referred(text)}\n`, 'latin1'));
    if (stream) {
      add(Buffer.from('stream\n'));
      add(stream);
      add(Buffer.from('\nendstream\n'));
    }
    add(Buffer.from('endobj\n'));
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  add(
    Buffer.from(
      `xref\n0 ${names.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${names.length + 1} ${referred(trailer)} >>\n` +
        `startxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** The sample with `from` replaced by `to` in one object; what is not there is a mistake of the test. */
export function edit(sample: Sample, name: string, from: string, to: string): Sample {
  const object = sample.objects.get(name);
  if (!object?.text.includes(from)) throw new Error(`${name} has no ${from}`);
  return put(sample, name, { ...object, text: object.text.replace(from, () => to) });
}

export function put(sample: Sample, name: string, object: SampleObject): Sample {
  return { ...sample, objects: new Map([...sample.objects, [name, object]]) };
}

/** The sample with the content of its page changed. */
export function draw(sample: Sample, change: (content: string) => string): Sample {
  const before = Buffer.from(sample.objects.get('content')!.stream!).toString('latin1');
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  return put(sample, 'content', plainStream('', after));
}

/** A stream without filters. */
export function plainStream(entries: string, data: string | Uint8Array): SampleObject {
  const stream = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  return { text: `<< ${entries} /Length ${stream.length} >>`, stream };
}

export function packedStream(entries: string, data: string | Uint8Array): SampleObject {
  const stream = deflateSync(typeof data === 'string' ? Buffer.from(data, 'latin1') : data);
  return { text: `<< ${entries} /Filter /FlateDecode /Length ${stream.length} >>`, stream };
}

const CONTENT = `
/GsN gs 0 0.1 0.3 0 k 6 6 288 208 re f
q 20 0 0 20 30 150 cm /Photo Do Q
q 14.4 0 0 14.4 60 150 cm /Jpeg Do Q
q 1 0 0 1 100 150 cm /Art Do Q
0 0 0 1 K 0.5 w 20 140 m 280 140 l S
/GsK gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 30 120 Tm [<00010002>-100<0003>] TJ ET
/GsN gs 0 1 1 0 k BT /F1 24 Tf 1 0 0 1 30 80 Tm <00010002> Tj ET
0 0 0 0 k BT /F1 12 Tf 1 0 0 1 30 60 Tm <0003> Tj ET
/Marks cs 1 scn 100 0 0.5 5 re f
`;

const TITLE = '临江新报 2026-11-24 第3版';
const DATE = '2026-11-23T18:30:00Z';

const XMP = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${TITLE}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>${DATE}</xmp:CreateDate><xmp:ModifyDate>${DATE}</xmp:ModifyDate>
<xmp:MetadataDate>${DATE}</xmp:MetadataDate><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:7f4ee3f0-0000-4000-8000-000000000001</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

/** The XMP packet of the good file, with `from` replaced. */
export function xmpWith(from: string, to: string): SampleObject {
  if (!XMP.includes(from)) throw new Error(`no ${from} in the packet`);
  return plainStream(
    '/Type /Metadata /Subtype /XML',
    Buffer.from(
      XMP.replace(from, () => to),
      'utf8',
    ),
  );
}

/** The smallest thing that is an ICC profile in form: a header and one tag. */
export function profileOf(space: string, use = 'prtr'): Uint8Array {
  const profile = new Uint8Array(160);
  const view = new DataView(profile.buffer);
  view.setUint32(0, 160);
  profile[8] = 2;
  const write = (at: number, text: string) => profile.set(Buffer.from(text, 'latin1'), at);
  write(12, use);
  write(16, space.padEnd(4));
  write(20, 'Lab ');
  write(36, 'acsp');
  view.setUint32(128, 1);
  write(132, 'cprt');
  view.setUint32(136, 144);
  view.setUint32(140, 16);
  write(144, 'text\0\0\0\0none\0\0\0\0');
  return profile;
}

/** Samples of a picture of 60 × 60 in four inks, in percent. */
export function picture(...inks: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 60 * 60 * inks.length }, (_, i) =>
    Math.round(inks[i % inks.length]! * 2.55),
  );
}

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/preflight/${name}`, import.meta.url));
}

const LETTERS = '临江报';

function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

interface SampleFont {
  readonly program: Uint8Array;
  readonly widths: readonly number[];
}

const kept: { font?: SampleFont } = {};

function fontOf(): SampleFont {
  return (kept.font ??= makeFont());
}

/** A subset of three glyphs of a face that the program ships, with its advances. */
function makeFont(): SampleFont {
  const { font } = shippedFontBook().choose('body', LETTERS.codePointAt(0)!)!;
  const ids = [...LETTERS].map((letter) => font.glyph(letter.codePointAt(0)!)!);
  const program = font.subset(ids.map(({ id }) => ({ id })));
  return { program: program.bytes, widths: ids.map(({ advance }) => Math.round(advance * 1000)) };
}

/** A page of 280 × 200 points in PDF/X-4 with everything that a page has, and nothing wrong. */
export function goodFile(): Sample {
  const { program, widths } = fontOf();
  const map = [...LETTERS]
    .map((letter, i) => `<000${i + 1}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`)
    .join('\n');
  const object = (text: string): SampleObject => ({ text });
  const objects: readonly (readonly [string, SampleObject])[] = [
    ['catalog', object('<< /Type /Catalog /Pages @pages /Metadata @xmp /OutputIntents [@intent] >>')],
    ['pages', object('<< /Type /Pages /Kids [@page] /Count 1 >>')],
    [
      'page',
      object(
        '<< /Type /Page /Parent @pages /MediaBox [0 0 300 220] /BleedBox [6 6 294 214] /TrimBox [10 10 290 210]' +
          ' /Resources @resources /Contents @content >>',
      ),
    ],
    [
      'resources',
      object(
        '<< /Font << /F1 @font >> /XObject << /Photo @photo /Jpeg @jpeg /Art @art >> /ColorSpace << /Marks @marks >>' +
          ' /ExtGState << /GsK << /Type /ExtGState /OP true /op true /OPM 1 >>' +
          ' /GsN << /Type /ExtGState /OP false /op false /OPM 0 >> >> >>',
      ),
    ],
    ['content', plainStream('', CONTENT)],
    [
      'font',
      object(
        '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [@inner] /ToUnicode @map >>',
      ),
    ],
    [
      'inner',
      object(
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDToGIDMap /Identity /FontDescriptor @descriptor' +
          ` /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [1 [${widths.join(' ')}]] >>`,
      ),
    ],
    [
      'descriptor',
      object(
        '<< /Type /FontDescriptor /FontName /ABCDEF+Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0' +
          ' /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 @program >>',
      ),
    ],
    ['program', packedStream(`/Length1 ${program.length}`, program)],
    [
      'map',
      plainStream(
        '',
        `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n3 beginbfchar\n${map}\nendbfchar endcmap`,
      ),
    ],
    [
      'photo',
      packedStream(
        '/Type /XObject /Subtype /Image /Width 60 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceCMYK',
        picture(60, 50, 50, 20),
      ),
    ],
    ['jpeg', jpegObject('inks-200.jpg')],
    ['art', plainStream('/Type /XObject /Subtype /Form /BBox [0 0 40 20]', '1 0 0 0 k 0 0 40 20 re f')],
    [
      'marks',
      object(
        '[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]',
      ),
    ],
    ['xmp', xmpWith('', '')],
    [
      'intent',
      object(
        '<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (CGATS TR 002) /RegistryName (http://www.color.org)' +
          ' /Info (Newsprint) /DestOutputProfile @profile >>',
      ),
    ],
    ['profile', packedStream('/N 4', profileOf('CMYK'))],
    [
      'info',
      object(
        `<< /Title ${textString(TITLE)} /CreationDate (D:20261123183000Z) /ModDate (D:20261123183000Z) /Trapped /False >>`,
      ),
    ],
  ];
  return {
    header: '%PDF-1.6\n%\xff\xff\xff\xff\n',
    trailer:
      '/Root @catalog /Info @info /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
    objects: new Map(objects),
  };
}

/** A CMYK JPEG of 40 × 40 without the mark of Adobe, which programs read in different ways. */
export function jpegObject(name: string, keepMark = false): SampleObject {
  const bytes = Buffer.from(fixture(name));
  const at = bytes.indexOf(Buffer.from([0xff, 0xee, 0x00, 0x0e]));
  const plain = keepMark ? bytes : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 16)]);
  const entries =
    '/Type /XObject /Subtype /Image /Width 40 /Height 40 /BitsPerComponent 8 /ColorSpace /DeviceCMYK' +
    ' /Decode [1 0 1 0 1 0 1 0] /Filter /DCTDecode';
  return plainStream(entries, plain);
}

/** The same page as PDF/X-1a: an older version, and the claim in the information dictionary. */
export function goodOldFile(): Sample {
  const old = edit(goodFile(), 'info', '/Trapped', '/GTS_PDFXVersion (PDF/X-1a:2003) /Trapped');
  const catalog = edit(old, 'catalog', ' /Metadata @xmp', '');
  return { ...catalog, header: '%PDF-1.4\n%\xff\xff\xff\xff\n' };
}
