import { inflateSync } from 'node:zlib';
import type { PreflightRule, PressStandard, WantedSheet } from '../../src/model/preflight.ts';
import {
  bytesOf,
  draw,
  edit,
  goodFile,
  goodOldFile,
  jpegObject,
  packedStream,
  picture,
  plainStream,
  profileOf,
  put,
  xmpWith,
  type Sample,
  type SampleObject,
} from './sample.ts';

/** One thing wrong with a good file. */
export interface Defect {
  readonly rule: PreflightRule;
  readonly what: string;
  readonly spoil: (good: Sample) => Sample;
  /** Done to the bytes after writing. */
  readonly damage?: (bytes: Buffer) => Buffer;
  readonly standard?: PressStandard;
  readonly sheet?: WantedSheet;
}

const same = (good: Sample) => good;

function row(rule: PreflightRule, what: string, spoil: Defect['spoil'], more: Partial<Defect> = {}): Defect {
  return { rule, what, spoil, ...more };
}

/** A defect of the file written as PDF/X-1a. */
function old(rule: PreflightRule, what: string, spoil: Defect['spoil']): Defect {
  return { rule, what, spoil, standard: 'PDF/X-1a' };
}

const replaced = (from: string, to: string) => (bytes: Buffer) => {
  const at = bytes.indexOf(from, 0, 'latin1');
  if (at < 0) throw new Error(`no ${from}`);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(to, 'latin1'), bytes.subarray(at + from.length)]);
};

/** Something more in the content, inside the page. */
const also = (operators: string) => (good: Sample) => draw(good, (content) => content + operators);

const state = (entries: string) => (good: Sample) =>
  also('/GsX gs 0 0 0 0.5 k 200 100 10 10 re f')(
    edit(good, 'resources', '/GsK', `/GsX << /Type /ExtGState ${entries} >> /GsK`),
  );

const colour = (space: string, operands: string) => (good: Sample) =>
  also(`/GsN gs /Cs cs ${operands} scn 200 100 10 10 re f`)(
    edit(good, 'resources', '/Marks', `/Cs ${space} /Marks`),
  );

const photo =
  (...inks: readonly number[]) =>
  (good: Sample) =>
    put(
      good,
      'photo',
      packedStream(
        '/Type /XObject /Subtype /Image /Width 60 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceCMYK',
        picture(...inks),
      ),
    );

const ramp = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0.5 0] /N 1 >>';

/** A stream that nothing of the page needs. */
function withPiece(good: Sample, piece: SampleObject): Sample {
  return put(edit(good, 'catalog', '/Type', '/PieceInfo @piece /Type'), 'piece', piece);
}

const FILE: readonly Defect[] = [
  row('file-header', 'signs before the header', same, {
    damage: (bytes) => Buffer.concat([Buffer.from('mail\n'), bytes]),
  }),
  row('file-version', 'a newer version', (good) => ({ ...good, header: good.header.replace('1.6', '1.7') })),
  row('file-version', 'a newer version in the catalog', (good) =>
    edit(good, 'catalog', '/Type', '/Version /1.7 /Type'),
  ),
  row('file-binary-mark', 'no binary mark', (good) => ({ ...good, header: '%PDF-1.6\n' })),
  row('file-end', 'no end', same, { damage: (bytes) => bytes.subarray(0, bytes.lastIndexOf('%%EOF')) }),
  row('file-xref', 'a wrong startxref', same, { damage: replaced('startxref\n', 'startxref\n1') }),
  row('file-xref', 'an entry that points beside its object', same, {
    damage: (bytes) => {
      const at = bytes.lastIndexOf(' 00000 n') - 3;
      return Buffer.concat([bytes.subarray(0, at), Buffer.from('000'), bytes.subarray(at + 3)]);
    },
  }),
  row('file-id', 'no identifier', (good) => ({ ...good, trailer: '/Root @catalog /Info @info' })),
  row('file-encrypted', 'a password', (good) =>
    put({ ...good, trailer: `${good.trailer} /Encrypt @lock` }, 'lock', {
      text: `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
    }),
  ),
  row('object-missing', 'an object that is not there', (good) =>
    edit(good, 'page', '/Type', '/Metadata @nowhere /Type'),
  ),
  row('stream-damaged', 'a damaged stream', (good) =>
    withPiece(good, {
      text: '<< /Filter /FlateDecode /Length 40 >>',
      stream: Uint8Array.from(packedStream('', picture(60, 50, 50, 20)).stream!.subarray(0, 40), (byte, i) =>
        i > 8 ? byte ^ 90 : byte,
      ),
    }),
  ),
  row('stream-length', 'a wrong length', (good) => {
    const { text, stream } = good.objects.get('art')!;
    return put(good, 'art', { text: text.replace(/\/Length \d+/, '/Length 9'), stream: stream! });
  }),
  row('stream-filter', 'LZW', (good) =>
    withPiece(good, {
      text: '<< /Filter /LZWDecode /Length 9 >>',
      stream: Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]),
    }),
  ),
  row('stream-external', 'data outside the file', (good) =>
    edit(good, 'art', '/Type', '/F (other.bin) /Type'),
  ),
];

const INTERACTIVE: readonly Defect[] = [
  row('javascript', 'a script at opening', (good) =>
    edit(good, 'catalog', '/Type', '/OpenAction << /S /JavaScript /JS (app.beep\\(\\);) >> /Type'),
  ),
  row('action', 'a jump at opening', (good) =>
    edit(good, 'catalog', '/Type', '/OpenAction << /Type /Action /S /Named /N /NextPage >> /Type'),
  ),
  row('form-field', 'a field', (good) =>
    edit(
      good,
      'page',
      '/Type',
      '/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 50 90 70] >>] /Type',
    ),
  ),
  row('annotation', 'a note on the page', (good) =>
    edit(good, 'page', '/Type', '/Annots [<< /Type /Annot /Subtype /Text /Rect [50 50 90 70] >>] /Type'),
  ),
  row('printer-mark', 'a mark on the page', (good) =>
    edit(
      good,
      'page',
      '/Type',
      '/Annots [<< /Type /Annot /Subtype /PrinterMark /Rect [50 50 90 70] >>] /Type',
    ),
  ),
  row('multimedia', 'a film', (good) =>
    edit(good, 'page', '/Type', '/Annots [<< /Type /Annot /Subtype /Movie /Rect [50 50 90 70] >>] /Type'),
  ),
  row('embedded-file', 'an attachment', (good) =>
    edit(good, 'catalog', '/Type', '/Names << /EmbeddedFiles << /Names [] >> >> /Type'),
  ),
  row('viewer-area', 'an area of the viewer', (good) =>
    edit(good, 'catalog', '/Type', '/ViewerPreferences << /PrintArea /TrimBox >> /Type'),
  ),
  row('presentation', 'steps of a presentation', (good) =>
    edit(good, 'page', '/Type', '/PresSteps << >> /Type'),
  ),
];

const STANDARD: readonly Defect[] = [
  row('standard-claim', 'no claim', (good) =>
    put(good, 'xmp', xmpWith('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>', '')),
  ),
  row('standard-claim', 'another standard', (good) => put(good, 'xmp', xmpWith('PDF/X-4<', 'PDF/X-3<'))),
  row('standard-in-info', 'a version in the information', (good) =>
    edit(good, 'info', '/Trapped', '/GTS_PDFXVersion (PDF/X-3:2002) /Trapped'),
  ),
  row('xmp-missing', 'no packet', (good) => edit(good, 'catalog', ' /Metadata @xmp', '')),
  row('xmp-compressed', 'a packed packet', (good) =>
    put(good, 'xmp', packedStream('/Type /Metadata /Subtype /XML', good.objects.get('xmp')!.stream!)),
  ),
  row('xmp-damaged', 'an open element', (good) => put(good, 'xmp', xmpWith('</rdf:Description>', ''))),
  row('xmp-damaged', 'a bare ampersand', (good) => put(good, 'xmp', xmpWith('uuid:', 'a & b:'))),
  row('xmp-damaged', 'an encoding in the wrapper', (good) =>
    put(good, 'xmp', xmpWith('id="W5M0', 'encoding="UTF-8" id="W5M0')),
  ),
  row('xmp-dates', 'a day that is none', (good) =>
    put(good, 'xmp', xmpWith('<xmp:MetadataDate>2026', '<xmp:MetadataDate>autumn 2026')),
  ),
  row('xmp-title', 'no title', (good) =>
    edit(put(good, 'xmp', xmpWith('临江新报 2026-11-24 第3版', '')), 'info', '/Title', '/Title2'),
  ),
  row('xmp-identity', 'no version', (good) =>
    put(good, 'xmp', xmpWith('<xmpMM:VersionID>1</xmpMM:VersionID>', '')),
  ),
  row('info-differs', 'another title', (good) => put(good, 'xmp', xmpWith('第3版', '第4版'))),
  row('info-differs', 'another hour', (good) =>
    edit(good, 'info', '(D:20261123183000Z)', "(D:20261123183000+08'00')"),
  ),
  row('trapped', 'trapping unknown', (good) =>
    put(good, 'xmp', xmpWith('<pdf:Trapped>False', '<pdf:Trapped>Unknown')),
  ),
  row('trapped', 'trapping as words', (good) => edit(good, 'info', '/Trapped /False', '/Trapped (False)')),
  row('intent-missing', 'no output intent', (good) => edit(good, 'catalog', ' /OutputIntents [@intent]', '')),
  row('intent-missing', 'an intent of another kind', (good) => edit(good, 'intent', 'GTS_PDFX', 'GTS_PDFA1')),
  row('intent-several', 'two output intents', (good) =>
    edit(good, 'catalog', '[@intent]', '[@intent @intent]'),
  ),
  row('intent-condition', 'no condition', (good) => edit(good, 'intent', '(CGATS TR 002)', '()')),
  row('intent-condition', 'markup in a name', (good) =>
    edit(good, 'intent', '(Newsprint)', '(<b>Newsprint</b>)'),
  ),
  row('intent-profile', 'no profile', (good) => edit(good, 'intent', ' /DestOutputProfile @profile', '')),
  row('intent-profile-damaged', 'a cut profile', (good) =>
    put(good, 'profile', packedStream('/N 4', profileOf('CMYK').subarray(0, 150))),
  ),
  row('intent-profile-damaged', 'another number of inks', (good) =>
    put(good, 'profile', packedStream('/N 3', profileOf('CMYK'))),
  ),
  row('intent-profile-use', 'the profile of a monitor', (good) =>
    put(good, 'profile', packedStream('/N 4', profileOf('CMYK', 'mntr'))),
  ),
  row('intent-colour', 'an RGB profile', (good) =>
    put(good, 'profile', packedStream('/N 3', profileOf('RGB'))),
  ),
];

const SHEET: WantedSheet = { name: 'a', width: 280, height: 200, bleed: 4 };

const PAGE: readonly Defect[] = [
  row('page-none', 'no pages', (good) => edit(good, 'pages', '[@page] /Count 1', '[] /Count 0')),
  row('page-size', 'another size', same, { sheet: { ...SHEET, width: 300 } }),
  row('page-bleed', 'no bleed', same, { sheet: { ...SHEET, bleed: 14 } }),
  row('page-unit', 'a larger unit', (good) => edit(good, 'page', '/Type', '/UserUnit 1.01 /Type')),
  row('page-turned', 'a turned page', (good) => edit(good, 'page', '/Type', '/Rotate 90 /Type')),
  row('page-separated', 'a plate', (good) => edit(good, 'page', '/Type', '/SeparationInfo << >> /Type')),
  row('page-empty', 'an empty page', (good) => draw(good, () => 'q Q')),
  row('box-media', 'no MediaBox', (good) => edit(good, 'page', '/MediaBox', '/MediaBoks')),
  row('box-trim', 'no TrimBox', (good) => edit(good, 'page', '/TrimBox [10 10 290 210]', '')),
  row('box-trim', 'an ArtBox too', (good) =>
    edit(good, 'page', '/TrimBox', '/ArtBox [20 20 280 200] /TrimBox'),
  ),
  row('box-damaged', 'a TrimBox of three numbers', (good) =>
    edit(good, 'page', '[10 10 290 210]', '[10 10 290]'),
  ),
  row('box-nesting', 'a BleedBox beyond the MediaBox', (good) =>
    edit(good, 'page', '[6 6 294 214]', '[6 6 308 214]'),
  ),
  row('layers', 'a layer', (good) =>
    put(
      edit(good, 'catalog', '/Type', '/OCProperties << /OCGs [@layer] /D << /Name (d) >> >> /Type'),
      'layer',
      {
        text: '<< /Type /OCG /Name (one) >>',
      },
    ),
  ),
  row('layer-setup', 'layers that the viewer switches', (good) =>
    edit(good, 'catalog', '/Type', '/OCProperties << /OCGs [] /D << /Name (d) /AS [] >> >> /Type'),
  ),
];

const FONT: readonly Defect[] = [
  row('font-embedded', 'a font outside the file', (good) =>
    edit(good, 'descriptor', ' /FontFile2 @program', ''),
  ),
  row('font-subset', 'a font without the tag of a subset', (good) =>
    edit(edit(good, 'font', 'ABCDEF+', ''), 'inner', 'ABCDEF+', ''),
  ),
  row('font-unicode', 'no map', (good) => edit(good, 'font', ' /ToUnicode @map', '')),
  row('font-licence', 'a font that may not be embedded', (good) => withEmbedding(good, 2)),
  row('font-licence', 'a font of which no part may be embedded', (good) => withEmbedding(good, 0x104)),
  row('font-program', 'a cut program', (good) => {
    const program = programOf(good);
    return put(good, 'program', packedStream('/Length1 400', program.subarray(0, 400)));
  }),
  row('font-program', 'a program of another kind', (good) =>
    edit(good, 'inner', 'CIDFontType2', 'CIDFontType0'),
  ),
  row('font-length', 'no length', (good) => put(good, 'program', packedStream('', programOf(good)))),
  row('font-entries', 'no map of glyphs', (good) => edit(good, 'inner', '/CIDToGIDMap /Identity', '')),
  row('font-glyphs', 'a code beyond the glyphs', (good) =>
    withMapped(
      draw(good, (content) => content.replace('<0003> Tj', '<0003005A> Tj')),
      '<005a> <4e00>',
    ),
  ),
  row('font-box', 'a missing-glyph box', (good) =>
    withBoxWidth(
      withMapped(
        draw(good, (content) => content.replace('<0003> Tj', '<00030000> Tj')),
        '<0000> <4e00>',
      ),
    ),
  ),
  row('font-widths', 'a wrong width', (good) => edit(good, 'inner', '[1 [', '[1 [500 ')),
];

function programOf(good: Sample): Uint8Array {
  const { text, stream } = good.objects.get('program')!;
  const length = Number(/\/Length1 (\d+)/.exec(text)?.[1]);
  const program = new Uint8Array(inflateSync(stream!));
  if (program.length !== length) throw new Error('the program is not as it should be');
  return program;
}

/** One more table, OS/2, with these bits, before the others. */
function withEmbedding(good: Sample, bits: number): Sample {
  const program = Buffer.from(programOf(good));
  const count = program.readUInt16BE(4);
  const rows = Buffer.from(program.subarray(12, 12 + 16 * count));
  for (let i = 0; i < count; i += 1) rows.writeUInt32BE(rows.readUInt32BE(16 * i + 8) + 16, 16 * i + 8);
  const row16 = Buffer.alloc(16);
  row16.write('OS/2', 0, 'latin1');
  row16.writeUInt32BE(program.length + 16, 8);
  row16.writeUInt32BE(96, 12);
  const head = Buffer.from(program.subarray(0, 12));
  head.writeUInt16BE(count + 1, 4);
  const table = Buffer.alloc(96);
  table.writeUInt16BE(bits, 8);
  const whole = Buffer.concat([head, row16, rows, program.subarray(12 + 16 * count), table]);
  return put(good, 'program', packedStream(`/Length1 ${whole.length}`, whole));
}

function withMapped(good: Sample, line: string): Sample {
  const map = Buffer.from(good.objects.get('map')!.stream!).toString('latin1');
  return put(good, 'map', plainStream('', map.replace('endbfchar', `${line}\nendbfchar`)));
}

/** The width of the missing-glyph box as the program has it, so that nothing else is wrong with it. */
function withBoxWidth(good: Sample): Sample {
  const program = Buffer.from(programOf(good));
  const table = (tag: string) => {
    const at = program.indexOf(tag, 12, 'latin1');
    return program.readUInt32BE(at + 8);
  };
  const width = (program.readUInt16BE(table('hmtx')) * 1000) / program.readUInt16BE(table('head') + 18);
  return edit(good, 'inner', '/W [', `/W [0 [${width}] `);
}

const COLOUR: readonly Defect[] = [
  row('colour-rgb', 'RGB black', also('/GsN gs 0 0 0 rg BT /F1 9 Tf 1 0 0 1 200 60 Tm <0001> Tj ET')),
  row('colour-rgb', 'an RGB picture', (good) =>
    put(
      good,
      'photo',
      packedStream(
        '/Type /XObject /Subtype /Image /Width 60 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        picture(60, 50, 50),
      ),
    ),
  ),
  row('colour-rgb', 'an ink that falls back on RGB', colour(`[/Separation /Black /DeviceRGB ${ramp}]`, '1')),
  row('colour-rgb-profile', 'RGB with a profile', (good) =>
    put(colour('[/ICCBased @rgb]', '1 0 0')(good), 'rgb', packedStream('/N 3', profileOf('RGB', 'mntr'))),
  ),
  row('colour-lab', 'Lab', colour('[/Lab << /WhitePoint [0.96 1 0.82] >>]', '50 0 0')),
  row(
    'colour-gray-profile',
    'gray with a profile',
    colour('[/CalGray << /WhitePoint [0.96 1 0.82] >>]', '0.5'),
  ),
  row('colour-cmyk-profile', 'CMYK of another profile', (good) =>
    put(
      colour('[/ICCBased @other]', '0 0 0 0.5')(good),
      'other',
      packedStream('/N 4', profileOf('CMYK', 'spac')),
    ),
  ),
  row(
    'colour-intent-twice',
    'CMYK of the profile of the intent',
    colour('[/ICCBased @profile]', '0 0 0 0.5'),
  ),
  row('colour-space', 'a space that is none', colour('[]', '1')),
  row('colour-profile-damaged', 'a cut profile', (good) =>
    put(
      colour('[/ICCBased @rgb]', '1 0 0')(good),
      'rgb',
      packedStream('/N 3', profileOf('RGB').subarray(0, 140)),
    ),
  ),
  row('colour-spot', 'a spot colour', colour(`[/Separation /Bronze /DeviceCMYK ${ramp}]`, '1')),
  row('colour-spot-twice', 'a spot colour in two ways', (good) =>
    also('/Cs2 cs 1 scn 220 100 10 10 re f')(
      edit(
        colour(`[/Separation /Bronze /DeviceCMYK ${ramp}]`, '1')(good),
        'resources',
        '/Marks',
        `/Cs2 [/Separation /Bronze /DeviceCMYK ${ramp.replace('0.5', '0.9')}] /Marks`,
      ),
    ),
  ),
  row('colour-inks', 'an ink that is not described', colour(`[/DeviceN [/Bronze] /DeviceCMYK ${ramp}]`, '1')),
  row('colour-registration', 'registration colour on the page', also('/Marks cs 1 scn 200 100 0.5 10 re f')),
  row('overprint-white', 'white that prints over', also('/GsK gs 0 0 0 0 k 200 100 10 10 re f')),
  row('overprint-profile', 'CMYK with a profile that prints over', (good) =>
    draw(
      put(
        colour('[/ICCBased @other]', '0 0 0 0.5')(good),
        'other',
        packedStream('/N 4', profileOf('CMYK', 'spac')),
      ),
      (content) => content.replace('/GsN gs /Cs', '/GsK gs /Cs'),
    ),
  ),
];

const INK: readonly Defect[] = [
  row('ink-flat', 'too much ink', also('/GsN gs 0.7 0.6 0.6 0.6 k 200 100 10 10 re f')),
  row('ink-flat-high', 'much ink', also('/GsN gs 0.6 0.6 0.6 0.5 k 200 100 10 10 re f')),
  row('ink-flat', 'too much ink in a form', (good) =>
    put(
      good,
      'art',
      plainStream('/Type /XObject /Subtype /Form /BBox [0 0 40 20]', '1 1 1 0 k 0 0 40 20 re f'),
    ),
  ),
  row('ink-flat', 'too much ink at the end of a shading', (good) =>
    also('q 200 100 20 20 re W n /Sh sh Q')(
      edit(
        good,
        'resources',
        '/Font',
        `/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [200 0 220 0] /Function ${ramp.replace('[0 1 0.5 0]', '[1 1 0.9 0]')} >> >> /Font`,
      ),
    ),
  ),
  row('ink-picture', 'a picture with too much ink', photo(80, 70, 70, 60)),
  row('ink-picture-high', 'a picture with much ink', photo(60, 60, 60, 50)),
  row('ink-picture', 'a JPEG with too much ink', (good) => put(good, 'jpeg', jpegObject('inks-290.jpg'))),
  row('ink-picture', 'a progressive JPEG with too much ink', (good) =>
    put(good, 'jpeg', jpegObject('inks-290-progressive.jpg')),
  ),
  row('ink-unmeasured', 'inks in JPEG 2000', (good) =>
    put(
      good,
      'photo',
      plainStream(
        '/Type /XObject /Subtype /Image /Width 60 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /JPXDecode',
        'jp2',
      ),
    ),
  ),
];

const TYPE: readonly Defect[] = [
  row('line-hair', 'a hairline', also('/GsN gs 0 0 0 1 K 0.1 w 20 130 m 280 130 l S')),
  row('line-hair', 'a thin bar', also('/GsN gs 0 0 0 1 k 20 130 200 0.2 re f')),
  row(
    'line-hair',
    'a line made thin by its scale',
    also('/GsN gs q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 200 1300 m 2800 1300 l S Q'),
  ),
  row('line-zero', 'a line without width', also('/GsN gs 0 0 0 1 K 0 w 20 130 m 280 130 l S')),
  row('type-small', 'small type', also('/GsK gs 0 0 0 1 k BT /F1 5 Tf 1 0 0 1 200 60 Tm <0001> Tj ET')),
  row(
    'type-small',
    'type made small by its matrix',
    also('/GsK gs 0 0 0 1 k BT /F1 1 Tf 5 0 0 5 200 60 Tm <0001> Tj ET'),
  ),
  row(
    'type-tint',
    'small type in a tint',
    also('/GsK gs 0 0 0 0.5 k BT /F1 7 Tf 1 0 0 1 200 60 Tm <0001> Tj ET'),
  ),
  row(
    'type-colour',
    'small type in two inks',
    also('/GsN gs 0 1 1 0 k BT /F1 8 Tf 1 0 0 1 200 60 Tm <0001> Tj ET'),
  ),
  row(
    'type-reversed',
    'small white type',
    also('/GsN gs 0 0 0 0 k BT /F1 8 Tf 1 0 0 1 200 60 Tm <0001> Tj ET'),
  ),
  row(
    'black-rich',
    'black type in four inks',
    also('/GsN gs 0.3 0.2 0.2 1 k BT /F1 9 Tf 1 0 0 1 200 60 Tm <0001> Tj ET'),
  ),
  row(
    'black-knockout',
    'black type cut out of colour',
    also('/GsN gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 200 60 Tm <0001> Tj ET'),
  ),
];

const PICTURE: readonly Defect[] = [
  row('picture-coarse', 'a picture of 100 dots an inch', (good) =>
    draw(good, (content) => content.replace('20 0 0 20 30', '43.2 0 0 43.2 30')),
  ),
  row('picture-soft', 'a picture of 150 dots an inch', (good) =>
    draw(good, (content) => content.replace('20 0 0 20 30', '28.8 0 0 28.8 30')),
  ),
  row('picture-coarse', 'a turned picture of 100 dots an inch', (good) =>
    draw(good, (content) => content.replace('20 0 0 20 30', '0 43.2 -43.2 0 80')),
  ),
  row(
    'picture-coarse',
    'an inline image of 72 dots an inch',
    also('q 2 0 0 2 200 100 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q'),
  ),
  row('picture-line', 'coarse line art', (good) =>
    put(
      good,
      'photo',
      packedStream(
        '/Type /XObject /Subtype /Image /Width 60 /Height 60 /BitsPerComponent 1 /ImageMask true',
        new Uint8Array(480),
      ),
    ),
  ),
  row('picture-damaged', 'too little data', (good) =>
    put(
      good,
      'photo',
      packedStream(
        '/Type /XObject /Subtype /Image /Width 60 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceCMYK',
        picture(60, 50, 50, 20).subarray(0, 9000),
      ),
    ),
  ),
  row('picture-damaged', 'a JPEG of another size', (good) => edit(good, 'jpeg', '/Width 40', '/Width 41')),
  row('picture-replaced', 'an alternate picture', (good) =>
    edit(good, 'photo', '/Type', '/Alternates [<< /Image @jpeg /DefaultForPrinting true >>] /Type'),
  ),
  row('picture-inverted', 'a JPEG with Adobe’s mark', (good) =>
    put(good, 'jpeg', jpegObject('inks-200.jpg', true)),
  ),
];

const CONTENT: readonly Defect[] = [
  row('transparency-mask', 'a soft mask', state('/SMask << /Type /Mask /S /Alpha /G @art >>')),
  row('transparency-alpha', 'half the strength', state('/ca 0.5')),
  row('transparency-blend', 'multiplied', state('/BM /Multiply')),
  row('blend-mode', 'a blend mode that is none', state('/BM /Sparkle')),
  row('blend-space', 'a page that blends in RGB', (good) =>
    edit(good, 'page', '/Type', '/Group << /S /Transparency /CS /DeviceRGB >> /Type'),
  ),
  row('transfer-function', 'a transfer function', state('/TR /Identity')),
  row('halftone', 'a halftone', state('/HT << /Type /Halftone /HalftoneType 6 >>')),
  row('rendering-intent', 'an intent that is none', also('/Pretty ri')),
  row('content-operator', 'an unknown operator', also('1 2 zoom')),
  row('content-operator', 'too few operands', also('1 2 re')),
  row('content-nesting', 'too much taken back', also('Q')),
  row('content-nesting', 'nothing taken back', also('q')),
  row('content-nesting', 'nested too deep', also(`${'q '.repeat(29)}${'Q '.repeat(29)}`)),
  row('content-nesting', 'text without an end', also('BT')),
  row('content-resource', 'a picture that is not there', also('/Nothing Do')),
  row('content-resource', 'a font that is not there', also('BT /F9 9 Tf ET')),
  row('postscript', 'PostScript', (good) =>
    put(
      edit(good, 'resources', '/Photo', '/Ps @ps /Photo'),
      'ps',
      plainStream('/Type /XObject /Subtype /PS', 'showpage'),
    ),
  ),
  row('reference-object', 'a picture elsewhere', (good) =>
    edit(good, 'art', '/Type', '/Ref << /F (a.pdf) >> /Type'),
  ),
];

const OLD: readonly Defect[] = [
  old('standard-claim', 'no claim', (good) => edit(good, 'info', '/GTS_PDFXVersion (PDF/X-1a:2003)', '')),
  old('info-missing', 'no title', (good) => edit(good, 'info', '/Title', '/Name')),
  old('trapped', 'trapping unknown', (good) => edit(good, 'info', '/False', '/Unknown')),
  old('transparency-mask', 'a soft mask', state('/SMask << /Type /Mask /S /Alpha /G @art >>')),
  old('transparency-alpha', 'half the strength', state('/ca 0.5')),
  old('transparency-blend', 'multiplied', state('/BM /Multiply')),
  old('transparency-group', 'a group', (good) =>
    edit(good, 'art', '/Type', '/Group << /S /Transparency >> /Type'),
  ),
  old('colour-lab', 'Lab', colour('[/Lab << /WhitePoint [0.96 1 0.82] >>]', '50 0 0')),
  old('colour-rgb-profile', 'calibrated RGB', colour('[/CalRGB << /WhitePoint [0.96 1 0.82] >>]', '1 0 0')),
  old(
    'colour-gray-profile',
    'gray with a profile',
    colour('[/CalGray << /WhitePoint [0.96 1 0.82] >>]', '0.5'),
  ),
  old('picture-jpx', 'JPEG 2000', (good) =>
    put(
      good,
      'photo',
      plainStream(
        '/Type /XObject /Subtype /Image /Width 60 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /JPXDecode',
        'jp2',
      ),
    ),
  ),
  old('intent-profile', 'neither profile nor register', (good) =>
    edit(
      edit(good, 'intent', ' /DestOutputProfile @profile', ''),
      'intent',
      '/RegistryName (http://www.color.org)',
      '',
    ),
  ),
  old('file-packed', 'packed objects', (good) =>
    withPiece(good, packedStream('/Type /ObjStm /N 0 /First 0', '')),
  ),
];

export const DEFECTS: readonly Defect[] = [
  ...[FILE, INTERACTIVE, STANDARD, PAGE, FONT, COLOUR, INK, TYPE, PICTURE, CONTENT, OLD].flat(),
];

/** The bytes of the good file with one defect. */
export function spoiled({ spoil, damage, standard }: Defect): Uint8Array {
  const bytes = bytesOf(spoil(standard === 'PDF/X-1a' ? goodOldFile() : goodFile()));
  return damage ? new Uint8Array(damage(Buffer.from(bytes))) : bytes;
}
