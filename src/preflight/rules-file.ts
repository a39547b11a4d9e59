import { filtersOf } from './filters.ts';
import { isArray, isString, nameOf, numberOf, type PdfFile, type PdfValue } from './objects.ts';
import { when, X1A_ONLY, type Case, type Rule } from './rule.ts';
import type { Found } from './walk.ts';

const PDF = 'ISO 32000-1';
const PDF_X = 'ISO 15930';

/** Newest version of PDF that each standard rests on, times ten. */
const VERSIONS = { 'PDF/X-1a': 14, 'PDF/X-4': 16 } as const;

export const FILE_RULES: readonly Rule[] = [
  {
    id: 'file-header',
    severity: 'error',
    source: `${PDF}, 7.5.2`,
    test: ({ frame }) => when(frame.headerAt !== 0, { bytes: frame.headerAt }),
  },
  {
    id: 'file-version',
    severity: 'warning',
    source: `${PDF_X}-4, -7: PDF 1.4, PDF 1.6`,
    test: ({ file, judged }) => {
      const named = nameOf(file.get(file.trailer, 'Root', 'Version')) ?? '';
      const version = [file.version, named].toSorted().at(-1)!;
      return when(Number(version) * 10 > VERSIONS[judged], { version, standard: judged });
    },
  },
  {
    id: 'file-binary-mark',
    severity: 'warning',
    source: `${PDF}, 7.5.2`,
    test: ({ frame }) => when(!frame.binaryMark && frame.headerAt === 0),
  },
  { id: 'file-end', severity: 'error', source: `${PDF}, 7.5.5`, test: ({ frame }) => when(!frame.endMark) },
  {
    id: 'file-xref',
    severity: 'error',
    source: `${PDF}, 7.5.4`,
    test: ({ frame }) => when(frame.xref !== undefined && frame.endMark, { name: frame.xref ?? '' }),
  },
  {
    id: 'file-encrypted',
    severity: 'error',
    source: PDF_X,
    test: ({ file }) => when(file.encrypted !== 'no'),
  },
  {
    id: 'file-id',
    severity: 'error',
    source: PDF_X,
    test: ({ file }) => {
      const id = file.get(file.trailer, 'ID');
      const sound = isArray(id) && id.length === 2 && id.every((part) => isFilled(file.resolve(part)));
      return when(!sound);
    },
  },
  { id: 'file-packed', severity: X1A_ONLY, source: `${PDF_X}-4`, test: ({ frame }) => when(frame.packed) },
  {
    id: 'object-missing',
    severity: 'warning',
    source: `${PDF}, 7.3.10`,
    test: ({ reached: { missing } }) => missing.map((object) => ({ values: { object } })),
  },
];

function isFilled(value: PdfValue): boolean {
  return isString(value) && value.bytes.length > 0;
}

const KNOWN_FILTERS: ReadonlySet<string> = new Set([
  ...['FlateDecode', 'RunLengthDecode', 'ASCIIHexDecode', 'ASCII85Decode', 'DCTDecode'],
  ...['CCITTFaxDecode', 'JBIG2Decode', 'JPXDecode'],
]);

/** A stream may be this much longer than it says: the end of the line before `endstream`. */
const LINE_END = 2;

export const STREAM_RULES: readonly Rule[] = [
  {
    id: 'stream-damaged',
    severity: 'error',
    source: `${PDF}, 7.4`,
    test: ({ file, reached }) =>
      streams(reached.found, ({ stream }) => {
        const { damage } = file.data(stream);
        return damage !== undefined && KNOWN_FILTERS.has(damage) ? damage : undefined;
      }),
  },
  {
    id: 'stream-length',
    severity: 'error',
    source: `${PDF}, 7.3.8.2`,
    test: ({ file, reached }) =>
      streams(reached.found, ({ stream }) => {
        const length = numberOf(file.get(stream, 'Length')) ?? -1;
        const wrong = file.encrypted === 'no' && Math.abs(length - stream.raw.length) > LINE_END;
        return wrong ? String(length) : undefined;
      }),
  },
  {
    id: 'stream-filter',
    severity: 'error',
    source: `${PDF_X}: no LZW, no Crypt`,
    test: ({ file, reached }) =>
      streams(reached.found, ({ stream }) =>
        filtersOf(stream, file.get).find((name) => !KNOWN_FILTERS.has(name)),
      ),
  },
  {
    id: 'stream-external',
    severity: 'error',
    source: PDF_X,
    test: ({ reached }) =>
      streams(reached.found, ({ dictionary }) =>
        ['F', 'FFilter', 'FDecodeParms'].find((key) => dictionary.entries.has(key)),
      ),
  },
];

type FoundStream = Found & Required<Pick<Found, 'stream'>>;

function streams(found: readonly Found[], look: (found: FoundStream) => string | undefined): readonly Case[] {
  return found.flatMap((one) => {
    const name = one.stream && look({ ...one, stream: one.stream });
    return name === undefined ? [] : [{ subject: name, values: { name, object: one.object } }];
  });
}

const ACTIONS: ReadonlySet<string> = new Set([
  ...[
    'Launch',
    'URI',
    'GoTo',
    'GoToR',
    'GoToE',
    'Thread',
    'SubmitForm',
    'ImportData',
    'ResetForm',
    'Named',
    'Hide',
  ],
  ...['Sound', 'Movie', 'Rendition', 'SetOCGState', 'Trans', 'GoTo3DView'],
]);

const VIEWER_AREAS = ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip'];

export const INTERACTIVE_RULES: readonly Rule[] = [
  {
    id: 'javascript',
    severity: 'error',
    source: PDF_X,
    test: ({ file, reached }) => [
      ...reached.found.filter(({ dictionary }) => isAction(file, dictionary, 'JavaScript')).map(() => ({})),
      ...when(file.get(file.trailer, 'Root', 'Names', 'JavaScript') !== undefined),
    ],
  },
  {
    id: 'action',
    severity: 'error',
    source: PDF_X,
    test: ({ file, reached }) =>
      reached.found.flatMap(({ dictionary }): readonly Case[] => {
        const kind = nameOf(file.get(dictionary, 'S')) ?? '';
        const name =
          ACTIONS.has(kind) && isAction(file, dictionary, kind)
            ? kind
            : dictionary.entries.has('AA')
              ? 'AA'
              : '';
        return name ? [{ subject: name, values: { name } }] : [];
      }),
  },
  {
    id: 'form-field',
    severity: 'error',
    source: PDF_X,
    test: ({ file, pages }) => [
      ...when(file.get(file.trailer, 'Root', 'AcroForm', 'XFA') !== undefined),
      ...pages.flatMap(({ number, annotations }) =>
        annotations
          .filter(({ kind }) => kind === 'Widget')
          .map(({ box }) => ({ page: number, ...(box && { box }) })),
      ),
    ],
  },
  {
    id: 'embedded-file',
    severity: 'warning',
    source: 'newspaper plants',
    test: ({ file }) => when(file.get(file.trailer, 'Root', 'Names', 'EmbeddedFiles') !== undefined),
  },
  {
    id: 'viewer-area',
    severity: 'error',
    source: PDF_X,
    test: ({ file, pages }) => {
      const allBleed = pages.every(({ boxes }) => boxes.BleedBox);
      const allowed = new Set([undefined, 'MediaBox', ...(allBleed ? ['BleedBox'] : [])]);
      return VIEWER_AREAS.flatMap((key) => {
        const area = nameOf(file.get(file.trailer, 'Root', 'ViewerPreferences', key));
        return when(!allowed.has(area), { name: key, value: area ?? '' });
      });
    },
  },
  {
    id: 'presentation',
    severity: 'error',
    source: PDF_X,
    test: ({ file, pages }) => [
      ...when(file.get(file.trailer, 'Root', 'Names', 'AlternatePresentations') !== undefined),
      ...pages
        .filter(({ dictionary }) => dictionary.entries.has('PresSteps'))
        .map(({ number }) => ({ page: number })),
    ],
  },
];

/** Whether a dictionary is an action of a kind; elements of the structure have `S` as well. */
function isAction(file: PdfFile, dictionary: Found['dictionary'], kind: string): boolean {
  const type = nameOf(file.get(dictionary, 'Type'));
  return (
    nameOf(file.get(dictionary, 'S')) === kind &&
    (type === 'Action' ||
      (type === undefined && !dictionary.entries.has('K') && !dictionary.entries.has('P')))
  );
}
