import {
  isArray,
  isReference,
  isStream,
  type PdfDictionary,
  type PdfFile,
  type PdfStream,
  type PdfValue,
} from './objects.ts';

/** A dictionary that can be reached from the trailer, or that begins such a stream. */
export interface Found {
  readonly dictionary: PdfDictionary;
  readonly stream?: PdfStream;
  /** Number of the object that it is, or lies in; 0 in the trailer. */
  readonly object: number;
}

export interface Reached {
  readonly found: readonly Found[];
  /** Numbers of objects that are referred to and not there. */
  readonly missing: readonly number[];
}

/** Everything that can be reached from the trailer, each object once. */
export function walk(file: PdfFile): Reached {
  const found: Found[] = [];
  const missing = new Set<number>();
  const seen = new Set<number>();
  const open: { readonly value: PdfValue; readonly object: number }[] = [{ value: file.trailer, object: 0 }];
  while (open.length > 0) {
    const { value, object } = open.pop()!;
    if (isReference(value)) {
      const { number } = value;
      if (!file.objects.has(number)) missing.add(number);
      else if (!seen.has(number)) open.push({ value: file.objects.get(number), object: number });
      seen.add(number);
    } else if (isArray(value)) {
      for (const entry of value) open.push({ value: entry, object });
    } else if (isStream(value)) {
      found.push({ dictionary: value.dictionary, stream: value, object });
      for (const entry of value.dictionary.entries.values()) open.push({ value: entry, object });
    } else if (typeof value === 'object' && value.kind === 'dictionary') {
      found.push({ dictionary: value, object });
      for (const entry of value.entries.values()) open.push({ value: entry, object });
    }
  }
  return { found, missing: [...missing].filter((number) => number > 0).toSorted((a, b) => a - b) };
}
