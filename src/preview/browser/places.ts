import type { Place, PreviewFile, SentPage } from '../../model/preview.ts';

/** A place for people: 1-based, columns in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const starts = new WeakMap<PreviewFile, readonly number[]>();

/** Offsets at which the lines of a file begin. */
function lineStarts(file: PreviewFile): readonly number[] {
  const known = starts.get(file);
  if (known) return known;
  const found = [0, ...[...file.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  starts.set(file, found);
  return found;
}

export function positionAt(file: PreviewFile, offset: number): Position {
  const all = lineStarts(file);
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: [...file.text.slice(all[low] ?? 0, offset)].length + 1 };
}

/** The place of a part of a page by its number in the order. */
export function placeOfPart({ places }: SentPage, index: number): Place | undefined {
  const [file = -1, start = 0, end = 0] = places.slice(3 * index, 3 * index + 3);
  return file < 0 ? undefined : [file, start, end];
}

/** The parts of a page that were written at a place, or next behind it where nothing of it is printed (a key, a comment). */
export function partsAt(page: SentPage, files: readonly PreviewFile[], place: Place): readonly number[] {
  const path = files[place[0]]?.path;
  const own = page.order.flatMap((_, index) => {
    const part = placeOfPart(page, index);
    return part && files[part[0]]?.path === path ? [{ index, start: part[1], end: part[2] }] : [];
  });
  const [, start, end] = place;
  const within = own.filter((part) => part.start < Math.max(end, start + 1) && part.end > start);
  if (within.length > 0) return within.map(({ index }) => index);
  const behind = own.filter((part) => part.start >= start).sort((a, b) => a.start - b.start);
  return behind[0] ? [behind[0].index] : [];
}

/** The URL that opens an editor at a place; `undefined` for what has no file. */
export function editorUrl(template: string, file: PreviewFile, offset: number): string | undefined {
  if (file.absolute === '') return undefined;
  const { line, column } = positionAt(file, offset);
  const path = file.absolute.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const values: Readonly<Record<string, string>> = {
    // The templates write the slash in front of a path themselves.
    path: template.includes('/{path}') ? path.replace(/^\//, '') : path,
    line: String(line),
    column: String(column),
  };
  return template.replace(/\{(path|line|column)\}/g, (whole, name: string) => values[name] ?? whole);
}
