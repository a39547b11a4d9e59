import {
  arrayOf,
  isName,
  isStream,
  nameOf,
  numberOf,
  numbersOf,
  type PdfDictionary,
  type PdfFile,
  type PdfValue,
} from './objects.ts';

/** A font as the text of a page needs it. */
export interface PageFont {
  readonly dictionary: PdfDictionary;
  readonly subtype: string;
  /** Two bytes a code and a font within. */
  readonly composite: boolean;
  /** Whether codes are numbers of glyphs in the font within (`Identity-H`, `Identity-V`). */
  readonly identity: boolean;
  readonly vertical: boolean;
  /** The dictionary with descriptor and widths: the font within a composite one, else itself. */
  readonly inner: PdfValue;
  /** Without the tag of a subset. */
  readonly name: string;
  readonly tagged: boolean;
  /** Glyph descriptions of a Type 3 font by code. */
  readonly drawn?: (code: number) => PdfValue;
  /** The codes of a string, in order. */
  codes(bytes: Uint8Array): readonly number[];
  /** Width of a code in thousandths of the size, as the dictionary says; `undefined` when it says nothing. */
  width(code: number): number | undefined;
}

const kept = new WeakMap<PdfDictionary, PageFont>();

export function readFont(file: PdfFile, dictionary: PdfDictionary): PageFont {
  const known = kept.get(dictionary);
  if (known) return known;
  const font = newFont(file, dictionary);
  kept.set(dictionary, font);
  return font;
}

function newFont(file: PdfFile, dictionary: PdfDictionary): PageFont {
  const subtype = nameOf(file.get(dictionary, 'Subtype')) ?? '';
  const composite = subtype === 'Type0';
  const inner = composite ? file.get(dictionary, 'DescendantFonts', 0) : dictionary;
  const named = nameOf(file.get(dictionary, 'BaseFont')) ?? nameOf(file.get(inner, 'BaseFont')) ?? '';
  const encoding = encodingOf(file, dictionary);
  const tagged = /^[A-Z]{6}\+/.test(named);
  return {
    dictionary,
    subtype,
    composite,
    identity: composite && /^Identity-[HV]$/.test(encoding),
    vertical: composite && /(^|-)V$/.test(encoding),
    inner,
    name: tagged ? named.slice(7) : named,
    tagged,
    ...(subtype === 'Type3' && { drawn: drawnGlyphs(file, dictionary) }),
    codes: composite ? pairsOf : (bytes) => [...bytes],
    width: composite ? widthsOfCids(file, inner) : widthsOfCodes(file, dictionary),
  };
}

function encodingOf(file: PdfFile, dictionary: PdfDictionary): string {
  const encoding = file.get(dictionary, 'Encoding');
  return (isName(encoding) ? encoding.name : nameOf(file.get(encoding, 'CMapName'))) ?? '';
}

function pairsOf(bytes: Uint8Array): readonly number[] {
  return Array.from({ length: bytes.length >> 1 }, (_, i) => bytes[2 * i]! * 256 + bytes[2 * i + 1]!);
}

function widthsOfCodes(file: PdfFile, dictionary: PdfDictionary): (code: number) => number | undefined {
  const first = numberOf(file.get(dictionary, 'FirstChar')) ?? 0;
  const widths = arrayOf(file.get(dictionary, 'Widths'));
  const missing = numberOf(file.get(dictionary, 'FontDescriptor', 'MissingWidth'));
  const [a = 0.001] = numbersOf(file, file.get(dictionary, 'FontMatrix')) ?? [];
  return (code) => {
    const width = numberOf(file.resolve(widths[code - first])) ?? missing;
    return width === undefined ? undefined : width * a * 1000;
  };
}

/** The greatest code of two bytes. */
const MOST_CODE = 0xffff;

/** Rows `first [w w w]` and `first last w` of a composite font (ISO 32000-1, 9.7.4.3). */
function widthsOfCids(file: PdfFile, inner: PdfValue): (code: number) => number {
  const rows = arrayOf(file.get(inner, 'W'));
  const usual = numberOf(file.get(inner, 'DW')) ?? 1000;
  const widths = new Map<number, number>();
  for (let i = 0; i + 1 < rows.length;) {
    const first = numberOf(file.resolve(rows[i])) ?? 0;
    const second = file.resolve(rows[i + 1]);
    if (typeof second === 'number') {
      const width = numberOf(file.resolve(rows[i + 2])) ?? usual;
      for (let cid = Math.max(0, first); cid <= Math.min(second, MOST_CODE); cid += 1) widths.set(cid, width);
      i += 3;
    } else {
      for (const [place, entry] of arrayOf(second).entries()) {
        widths.set(first + place, numberOf(file.resolve(entry)) ?? usual);
      }
      i += 2;
    }
  }
  return (code) => widths.get(code) ?? usual;
}

/** The glyph description of a code, through the differences of the encoding. */
function drawnGlyphs(file: PdfFile, dictionary: PdfDictionary): (code: number) => PdfValue {
  const names = new Map<number, string>();
  let code = 0;
  for (const entry of arrayOf(file.get(dictionary, 'Encoding', 'Differences'))) {
    const value = file.resolve(entry);
    if (typeof value === 'number') code = value;
    else if (isName(value)) names.set(code++, value.name);
  }
  return (wanted) => {
    const stream = file.get(dictionary, 'CharProcs', names.get(wanted) ?? '');
    return isStream(stream) ? stream : undefined;
  };
}
